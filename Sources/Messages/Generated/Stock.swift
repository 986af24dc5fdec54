// Made by tools/generate from proto/holdfast/v1/stock.proto. Do not edit.

package import CMessages

/// What kind of change a line of AdjustStock is.
public struct AdjustmentType: OpenEnum {
  /// Not said: refused.
  public static let unspecified = Self(rawValue: 0)
  /// A correction, either sign.
  public static let adjustment = Self(rawValue: 1)
  /// Goods that came back, positive; counts in the channel's statistics.
  public static let `return` = Self(rawValue: 2)
  /// Goods that were sold, negative; counts in the channel's statistics.
  public static let sale = Self(rawValue: 3)
  /// Goods that are lost or broken, negative.
  public static let damage = Self(rawValue: 4)
  /// From available to quarantined, positive.
  public static let quarantine = Self(rawValue: 5)
  /// From quarantined to available, positive.
  public static let unquarantine = Self(rawValue: 6)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .unspecified, .adjustment, .return, .sale, .damage, .quarantine, .unquarantine,
  ]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ADJUSTMENT_TYPE_UNSPECIFIED"
    case 1: "ADJUSTMENT_TYPE_ADJUSTMENT"
    case 2: "ADJUSTMENT_TYPE_RETURN"
    case 3: "ADJUSTMENT_TYPE_SALE"
    case 4: "ADJUSTMENT_TYPE_DAMAGE"
    case 5: "ADJUSTMENT_TYPE_QUARANTINE"
    case 6: "ADJUSTMENT_TYPE_UNQUARANTINE"
    default: "\(rawValue)"
    }
  }
}

/// Asks for one level or one total.
public struct GetStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetStockRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse; empty = the total over all warehouses.
  public var warehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", warehouseID: String = "") {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
  }
}

extension GetStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_stock_request__init(target.assumingMemoryBound(to: Holdfast__V1__GetStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetStockRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetStockRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
  }
}

/// Asks for many levels.
public struct BatchGetStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.BatchGetStockRequest" }

  /// 1 to 1,000 of them.
  public var keys: [StockKey] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(keys: [StockKey] = []) {
    self.keys = keys
  }
}

extension BatchGetStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__BatchGetStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__batch_get_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__BatchGetStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__batch_get_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__BatchGetStockRequest.self)
    self.keys = try unsafe arena.messages(source.pointee.keys, source.pointee.n_keys, "keys")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__BatchGetStockRequest.self)
    unsafe target.pointee.n_keys = keys.count
    unsafe target.pointee.keys = try arena.place(keys, "keys")
  }
}

/// One answer of many.
public struct StockResult: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.StockResult" }

  /// The level; where it is missing only its key is set.
  public var level: StockLevel? = nil
  /// There is no such level.
  public var missing: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(level: StockLevel? = nil, missing: Bool = false) {
    self.level = level
    self.missing = missing
  }
}

extension StockResult: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__StockResult>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__stock_result__init(target.assumingMemoryBound(to: Holdfast__V1__StockResult.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__stock_result__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__StockResult.self)
    self.level = try unsafe arena.message(source.pointee.level, "level")
    self.missing = unsafe source.pointee.missing != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__StockResult.self)
    if let level {
      unsafe target.pointee.level = try arena.place(level, "level")
    }
    unsafe target.pointee.missing = missing ? 1 : 0
  }
}

/// Many levels.
public struct BatchGetStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.BatchGetStockResponse" }

  /// In the order of the keys.
  public var results: [StockResult] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(results: [StockResult] = []) {
    self.results = results
  }
}

extension BatchGetStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__BatchGetStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__batch_get_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__BatchGetStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__batch_get_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__BatchGetStockResponse.self)
    self.results = try unsafe arena.messages(source.pointee.results, source.pointee.n_results, "results")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__BatchGetStockResponse.self)
    unsafe target.pointee.n_results = results.count
    unsafe target.pointee.results = try arena.place(results, "results")
  }
}

/// Asks for a page of levels. Filters that are set must all hold.
public struct ListStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListStockRequest" }

  /// One of these, or none.
  public enum By: Sendable, Hashable {
    /// All warehouses of this product, all variants.
    case productID(String)
    /// All products of this warehouse.
    case warehouseID(String)
  }
  /// One of these, or none.
  public var by: By? = nil
  /// available < safety_stock.
  public var belowSafetyStock: Bool = false
  /// available ≤ reorder_point.
  public var belowReorderPoint: Bool = false
  /// available ≤ 0.
  public var outOfStock: Bool = false
  /// How many at most, 1 to 1000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// next_page_token of the page before; empty = the first page.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    by: By? = nil, belowSafetyStock: Bool = false, belowReorderPoint: Bool = false, outOfStock: Bool = false,
    pageSize: UInt32 = 0, pageToken: String = ""
  ) {
    self.by = by
    self.belowSafetyStock = belowSafetyStock
    self.belowReorderPoint = belowReorderPoint
    self.outOfStock = outOfStock
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_stock_request__init(target.assumingMemoryBound(to: Holdfast__V1__ListStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListStockRequest.self)
    switch unsafe source.pointee.by_case.rawValue {
    case 1:
      let value = try unsafe arena.string(source.pointee.product_id, "product_id")
      self.by = .productID(value)
    case 2:
      let value = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
      self.by = .warehouseID(value)
    default: break
    }
    self.belowSafetyStock = unsafe source.pointee.below_safety_stock != 0
    self.belowReorderPoint = unsafe source.pointee.below_reorder_point != 0
    self.outOfStock = unsafe source.pointee.out_of_stock != 0
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListStockRequest.self)
    switch by {
    case .productID(let value):
      unsafe target.pointee.by_case = .init(rawValue: 1)
      unsafe target.pointee.product_id = try arena.place(value, "product_id")
    case .warehouseID(let value):
      unsafe target.pointee.by_case = .init(rawValue: 2)
      unsafe target.pointee.warehouse_id = try arena.place(value, "warehouse_id")
    case nil: break
    }
    unsafe target.pointee.below_safety_stock = belowSafetyStock ? 1 : 0
    unsafe target.pointee.below_reorder_point = belowReorderPoint ? 1 : 0
    unsafe target.pointee.out_of_stock = outOfStock ? 1 : 0
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of levels. A page of a filtered list may hold fewer than were asked for, and still have a next one.
public struct ListStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListStockResponse" }

  /// By (product, variant, warehouse).
  public var levels: [StockLevel] = []
  /// Asks for the next page; empty = this is the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(levels: [StockLevel] = [], nextPageToken: String = "") {
    self.levels = levels
    self.nextPageToken = nextPageToken
  }
}

extension ListStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_stock_response__init(target.assumingMemoryBound(to: Holdfast__V1__ListStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListStockResponse.self)
    self.levels = try unsafe arena.messages(source.pointee.levels, source.pointee.n_levels, "levels")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListStockResponse.self)
    unsafe target.pointee.n_levels = levels.count
    unsafe target.pointee.levels = try arena.place(levels, "levels")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Asks for every level.
public struct ExportStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ExportStockRequest" }

  /// Only this product, all its variants; empty = all products.
  public var productID: String = ""
  /// Only this warehouse; empty = all warehouses.
  public var warehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", warehouseID: String = "") {
    self.productID = productID
    self.warehouseID = warehouseID
  }
}

extension ExportStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ExportStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__export_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ExportStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__export_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ExportStockRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ExportStockRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
  }
}

/// One level, with what it takes to read it without looking anything up.
public struct ExportRow: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ExportRow" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// The product's name.
  public var productName: String = ""
  /// The variant's SKU, or the product's where variant_id is empty; may be empty.
  public var sku: String = ""
  /// The warehouse's code.
  public var warehouseCode: String = ""
  /// Units in the building.
  public var onHand: Int64 = 0
  /// Units held for carts, orders and transfers.
  public var reserved: Int64 = 0
  /// Units damaged, in quality control, or returned and unchecked.
  public var quarantined: Int64 = 0
  /// on_hand − reserved − quarantined.
  public var available: Int64 = 0
  /// Units on their way to the warehouse.
  public var incoming: Int64 = 0
  /// Below this many available units stock is low.
  public var safetyStock: Int64 = 0
  /// At this many available units it is time to order.
  public var reorderPoint: Int64 = 0
  /// How many units to order then.
  public var reorderQuantity: Int64 = 0
  /// How many changes the level has seen.
  public var version: UInt64 = 0
  /// When it last changed.
  public var updatedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", productName: String = "",
    sku: String = "", warehouseCode: String = "", onHand: Int64 = 0, reserved: Int64 = 0, quarantined: Int64 = 0,
    available: Int64 = 0, incoming: Int64 = 0, safetyStock: Int64 = 0, reorderPoint: Int64 = 0,
    reorderQuantity: Int64 = 0, version: UInt64 = 0, updatedAt: Int64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.productName = productName
    self.sku = sku
    self.warehouseCode = warehouseCode
    self.onHand = onHand
    self.reserved = reserved
    self.quarantined = quarantined
    self.available = available
    self.incoming = incoming
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
    self.reorderQuantity = reorderQuantity
    self.version = version
    self.updatedAt = updatedAt
  }
}

extension ExportRow: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ExportRow>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__export_row__init(target.assumingMemoryBound(to: Holdfast__V1__ExportRow.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__export_row__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ExportRow.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.productName = try unsafe arena.string(source.pointee.product_name, "product_name")
    self.sku = try unsafe arena.string(source.pointee.sku, "sku")
    self.warehouseCode = try unsafe arena.string(source.pointee.warehouse_code, "warehouse_code")
    self.onHand = unsafe source.pointee.on_hand
    self.reserved = unsafe source.pointee.reserved
    self.quarantined = unsafe source.pointee.quarantined
    self.available = unsafe source.pointee.available
    self.incoming = unsafe source.pointee.incoming
    self.safetyStock = unsafe source.pointee.safety_stock
    self.reorderPoint = unsafe source.pointee.reorder_point
    self.reorderQuantity = unsafe source.pointee.reorder_quantity
    self.version = unsafe source.pointee.version
    self.updatedAt = unsafe source.pointee.updated_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ExportRow.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !productName.isEmpty {
      unsafe target.pointee.product_name = try arena.place(productName, "product_name")
    }
    if !sku.isEmpty {
      unsafe target.pointee.sku = try arena.place(sku, "sku")
    }
    if !warehouseCode.isEmpty {
      unsafe target.pointee.warehouse_code = try arena.place(warehouseCode, "warehouse_code")
    }
    unsafe target.pointee.on_hand = onHand
    unsafe target.pointee.reserved = reserved
    unsafe target.pointee.quarantined = quarantined
    unsafe target.pointee.available = available
    unsafe target.pointee.incoming = incoming
    unsafe target.pointee.safety_stock = safetyStock
    unsafe target.pointee.reorder_point = reorderPoint
    unsafe target.pointee.reorder_quantity = reorderQuantity
    unsafe target.pointee.version = version
    unsafe target.pointee.updated_at = updatedAt
  }
}

/// Some of the levels.
public struct ExportStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ExportStockResponse" }

  /// The next ones: up to 500, and about 64 KiB.
  public var rows: [ExportRow] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(rows: [ExportRow] = []) {
    self.rows = rows
  }
}

extension ExportStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ExportStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__export_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ExportStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__export_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ExportStockResponse.self)
    self.rows = try unsafe arena.messages(source.pointee.rows, source.pointee.n_rows, "rows")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ExportStockResponse.self)
    unsafe target.pointee.n_rows = rows.count
    unsafe target.pointee.rows = try arena.place(rows, "rows")
  }
}

/// A variant of a product, such as a size.
public struct Variant: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Variant" }

  /// Its id, unique within the product.
  public var variantID: String = ""
  /// Its name for people.
  public var name: String = ""
  /// Its scannable code, unique among all products and variants; empty = none.
  public var sku: String = ""
  /// Its barcodes, each unique among all products and variants.
  public var barcodes: [String] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(variantID: String = "", name: String = "", sku: String = "", barcodes: [String] = []) {
    self.variantID = variantID
    self.name = name
    self.sku = sku
    self.barcodes = barcodes
  }
}

extension Variant: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Variant>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__variant__init(target.assumingMemoryBound(to: Holdfast__V1__Variant.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__variant__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Variant.self)
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.name = try unsafe arena.string(source.pointee.name, "name")
    self.sku = try unsafe arena.string(source.pointee.sku, "sku")
    self.barcodes = try unsafe arena.strings(source.pointee.barcodes, source.pointee.n_barcodes, "barcodes")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Variant.self)
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !name.isEmpty {
      unsafe target.pointee.name = try arena.place(name, "name")
    }
    if !sku.isEmpty {
      unsafe target.pointee.sku = try arena.place(sku, "sku")
    }
    unsafe target.pointee.n_barcodes = barcodes.count
    unsafe target.pointee.barcodes = try arena.place(barcodes, "barcodes")
  }
}

/// What is stocked.
public struct Product: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Product" }

  /// Its id.
  public var productID: String = ""
  /// Its name for people.
  public var name: String = ""
  /// Its scannable code, unique among all products and variants; empty = none.
  public var sku: String = ""
  /// Its variants, up to 200.
  public var variants: [Variant] = []
  /// Its barcodes, each unique among all products and variants, up to 20.
  public var barcodes: [String] = []
  /// When it was made.
  public var createdAt: Int64 = 0
  /// When it last changed.
  public var updatedAt: Int64 = 0
  /// What it is made of, if it is a kit: 1 to 20 components, one level deep. A kit has no stock of its own and no
  /// variants. Whether a product is a kit cannot change while it has levels or open reservations.
  public var components: [KitComponent] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", name: String = "", sku: String = "", variants: [Variant] = [], barcodes: [String] = [],
    createdAt: Int64 = 0, updatedAt: Int64 = 0, components: [KitComponent] = []
  ) {
    self.productID = productID
    self.name = name
    self.sku = sku
    self.variants = variants
    self.barcodes = barcodes
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.components = components
  }
}

extension Product: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Product>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__product__init(target.assumingMemoryBound(to: Holdfast__V1__Product.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__product__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Product.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.name = try unsafe arena.string(source.pointee.name, "name")
    self.sku = try unsafe arena.string(source.pointee.sku, "sku")
    self.variants = try unsafe arena.messages(source.pointee.variants, source.pointee.n_variants, "variants")
    self.barcodes = try unsafe arena.strings(source.pointee.barcodes, source.pointee.n_barcodes, "barcodes")
    self.createdAt = unsafe source.pointee.created_at
    self.updatedAt = unsafe source.pointee.updated_at
    self.components = try unsafe arena.messages(source.pointee.components, source.pointee.n_components, "components")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Product.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !name.isEmpty {
      unsafe target.pointee.name = try arena.place(name, "name")
    }
    if !sku.isEmpty {
      unsafe target.pointee.sku = try arena.place(sku, "sku")
    }
    unsafe target.pointee.n_variants = variants.count
    unsafe target.pointee.variants = try arena.place(variants, "variants")
    unsafe target.pointee.n_barcodes = barcodes.count
    unsafe target.pointee.barcodes = try arena.place(barcodes, "barcodes")
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.updated_at = updatedAt
    unsafe target.pointee.n_components = components.count
    unsafe target.pointee.components = try arena.place(components, "components")
  }
}

/// Asks to make or replace a product.
public struct PutProductRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.PutProductRequest" }

  /// The product; created_at and updated_at are set by the service.
  public var product: Product? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(product: Product? = nil) {
    self.product = product
  }
}

extension PutProductRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__PutProductRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__put_product_request__init(target.assumingMemoryBound(to: Holdfast__V1__PutProductRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__put_product_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__PutProductRequest.self)
    self.product = try unsafe arena.message(source.pointee.product, "product")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__PutProductRequest.self)
    if let product {
      unsafe target.pointee.product = try arena.place(product, "product")
    }
  }
}

/// Asks for one product.
public struct GetProductRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetProductRequest" }

  /// One of these, or none.
  public enum Key: Sendable, Hashable {
    /// Its id.
    case productID(String)
    /// Its SKU or that of a variant.
    case sku(String)
    /// One of its barcodes or of a variant's.
    case barcode(String)
  }
  /// One of these, or none.
  public var key: Key? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(key: Key? = nil) {
    self.key = key
  }
}

extension GetProductRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetProductRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_product_request__init(target.assumingMemoryBound(to: Holdfast__V1__GetProductRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_product_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetProductRequest.self)
    switch unsafe source.pointee.key_case.rawValue {
    case 1:
      let value = try unsafe arena.string(source.pointee.product_id, "product_id")
      self.key = .productID(value)
    case 2:
      let value = try unsafe arena.string(source.pointee.sku, "sku")
      self.key = .sku(value)
    case 3:
      let value = try unsafe arena.string(source.pointee.barcode, "barcode")
      self.key = .barcode(value)
    default: break
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetProductRequest.self)
    switch key {
    case .productID(let value):
      unsafe target.pointee.key_case = .init(rawValue: 1)
      unsafe target.pointee.product_id = try arena.place(value, "product_id")
    case .sku(let value):
      unsafe target.pointee.key_case = .init(rawValue: 2)
      unsafe target.pointee.sku = try arena.place(value, "sku")
    case .barcode(let value):
      unsafe target.pointee.key_case = .init(rawValue: 3)
      unsafe target.pointee.barcode = try arena.place(value, "barcode")
    case nil: break
    }
  }
}

/// Asks for a page of products.
public struct ListProductsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListProductsRequest" }

  /// How many at most, 1 to 1000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// next_page_token of the page before; empty = the first page.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(pageSize: UInt32 = 0, pageToken: String = "") {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListProductsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListProductsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_products_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListProductsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_products_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListProductsRequest.self)
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListProductsRequest.self)
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of products.
public struct ListProductsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListProductsResponse" }

  /// In the order of their ids.
  public var products: [Product] = []
  /// Asks for the next page; empty = this is the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(products: [Product] = [], nextPageToken: String = "") {
    self.products = products
    self.nextPageToken = nextPageToken
  }
}

extension ListProductsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListProductsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_products_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListProductsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_products_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListProductsResponse.self)
    self.products = try unsafe arena.messages(source.pointee.products, source.pointee.n_products, "products")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListProductsResponse.self)
    unsafe target.pointee.n_products = products.count
    unsafe target.pointee.products = try arena.place(products, "products")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// A hold that a new level brings along.
public struct OpeningHold: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.OpeningHold" }

  /// What it is for.
  public var reference: Reference? = nil
  /// Units, at least 1.
  public var quantity: Int64 = 0
  /// When it expires; 0 = never.
  public var expiresAt: Int64 = 0
  /// The sales channel it was made for, if any.
  public var channelID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reference: Reference? = nil, quantity: Int64 = 0, expiresAt: Int64 = 0, channelID: String = "") {
    self.reference = reference
    self.quantity = quantity
    self.expiresAt = expiresAt
    self.channelID = channelID
  }
}

extension OpeningHold: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__OpeningHold>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__opening_hold__init(target.assumingMemoryBound(to: Holdfast__V1__OpeningHold.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__opening_hold__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__OpeningHold.self)
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.quantity = unsafe source.pointee.quantity
    self.expiresAt = unsafe source.pointee.expires_at
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__OpeningHold.self)
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.expires_at = expiresAt
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
  }
}

/// What one level shall be.
public struct StockSetting: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.StockSetting" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// Units in the building, not negative; a new level starts at 0.
  public var onHand: Int64? = nil
  /// Not negative; a new level starts at 10.
  public var safetyStock: Int64? = nil
  /// Not negative; a new level starts at 20.
  public var reorderPoint: Int64? = nil
  /// Not negative; a new level starts at 100.
  public var reorderQuantity: Int64? = nil
  /// The version that the caller saw; 0 = the level does not exist. ABORTED if it is another.
  public var expectedVersion: UInt64? = nil
  /// Holds that a new level brings along, up to 100; FAILED_PRECONDITION for a level that exists, or where a reference
  /// would have more than 10,000 open reservations.
  public var openingHolds: [OpeningHold] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", onHand: Int64? = nil,
    safetyStock: Int64? = nil, reorderPoint: Int64? = nil, reorderQuantity: Int64? = nil,
    expectedVersion: UInt64? = nil, openingHolds: [OpeningHold] = []
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.onHand = onHand
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
    self.reorderQuantity = reorderQuantity
    self.expectedVersion = expectedVersion
    self.openingHolds = openingHolds
  }
}

extension StockSetting: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__StockSetting>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__stock_setting__init(target.assumingMemoryBound(to: Holdfast__V1__StockSetting.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__stock_setting__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__StockSetting.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    if unsafe source.pointee.optional_on_hand_case.rawValue == 4 {
      self.onHand = unsafe source.pointee.on_hand
    }
    if unsafe source.pointee.optional_safety_stock_case.rawValue == 5 {
      self.safetyStock = unsafe source.pointee.safety_stock
    }
    if unsafe source.pointee.optional_reorder_point_case.rawValue == 6 {
      self.reorderPoint = unsafe source.pointee.reorder_point
    }
    if unsafe source.pointee.optional_reorder_quantity_case.rawValue == 7 {
      self.reorderQuantity = unsafe source.pointee.reorder_quantity
    }
    if unsafe source.pointee.optional_expected_version_case.rawValue == 8 {
      self.expectedVersion = unsafe source.pointee.expected_version
    }
    self.openingHolds = try unsafe arena.messages(
      source.pointee.opening_holds, source.pointee.n_opening_holds, "opening_holds")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__StockSetting.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if let onHand {
      unsafe target.pointee.optional_on_hand_case = .init(rawValue: 4)
      unsafe target.pointee.on_hand = onHand
    }
    if let safetyStock {
      unsafe target.pointee.optional_safety_stock_case = .init(rawValue: 5)
      unsafe target.pointee.safety_stock = safetyStock
    }
    if let reorderPoint {
      unsafe target.pointee.optional_reorder_point_case = .init(rawValue: 6)
      unsafe target.pointee.reorder_point = reorderPoint
    }
    if let reorderQuantity {
      unsafe target.pointee.optional_reorder_quantity_case = .init(rawValue: 7)
      unsafe target.pointee.reorder_quantity = reorderQuantity
    }
    if let expectedVersion {
      unsafe target.pointee.optional_expected_version_case = .init(rawValue: 8)
      unsafe target.pointee.expected_version = expectedVersion
    }
    unsafe target.pointee.n_opening_holds = openingHolds.count
    unsafe target.pointee.opening_holds = try arena.place(openingHolds, "opening_holds")
  }
}

/// Asks to set levels.
public struct SetStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SetStockRequest" }

  /// 1 to 1,000 of them, each level once.
  public var settings: [StockSetting] = []
  /// Why, for the journal.
  public var reason: String = ""
  /// What for, for the journal.
  public var referenceID: String = ""
  /// Let on_hand fall below reserved + quarantined. Admins only.
  public var allowOversold: Bool = false
  /// Facts for the journal, up to 16.
  public var metadata: [Metadata] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    settings: [StockSetting] = [], reason: String = "", referenceID: String = "", allowOversold: Bool = false,
    metadata: [Metadata] = []
  ) {
    self.settings = settings
    self.reason = reason
    self.referenceID = referenceID
    self.allowOversold = allowOversold
    self.metadata = metadata
  }
}

extension SetStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SetStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__set_stock_request__init(target.assumingMemoryBound(to: Holdfast__V1__SetStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__set_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SetStockRequest.self)
    self.settings = try unsafe arena.messages(source.pointee.settings, source.pointee.n_settings, "settings")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.referenceID = try unsafe arena.string(source.pointee.reference_id, "reference_id")
    self.allowOversold = unsafe source.pointee.allow_oversold != 0
    self.metadata = try unsafe arena.messages(source.pointee.metadata, source.pointee.n_metadata, "metadata")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SetStockRequest.self)
    unsafe target.pointee.n_settings = settings.count
    unsafe target.pointee.settings = try arena.place(settings, "settings")
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    if !referenceID.isEmpty {
      unsafe target.pointee.reference_id = try arena.place(referenceID, "reference_id")
    }
    unsafe target.pointee.allow_oversold = allowOversold ? 1 : 0
    unsafe target.pointee.n_metadata = metadata.count
    unsafe target.pointee.metadata = try arena.place(metadata, "metadata")
  }
}

/// The levels after the change.
public struct SetStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SetStockResponse" }

  /// In the order of the settings.
  public var levels: [StockLevel] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(levels: [StockLevel] = []) {
    self.levels = levels
  }
}

extension SetStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SetStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__set_stock_response__init(target.assumingMemoryBound(to: Holdfast__V1__SetStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__set_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SetStockResponse.self)
    self.levels = try unsafe arena.messages(source.pointee.levels, source.pointee.n_levels, "levels")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SetStockResponse.self)
    unsafe target.pointee.n_levels = levels.count
    unsafe target.pointee.levels = try arena.place(levels, "levels")
  }
}

/// One change of one level.
public struct AdjustmentLine: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AdjustmentLine" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse. The level must exist.
  public var warehouseID: String = ""
  /// What kind of change.
  public var type: AdjustmentType = .init(rawValue: 0)
  /// Units, with the sign that the type asks for; not 0.
  public var quantity: Int64 = 0
  /// RETURN: the goods go to quarantine. DAMAGE: they are taken out of quarantine.
  public var inQuarantine: Bool = false
  /// SALE and RETURN: the sales channel, if any.
  public var channelID: String = ""
  /// The version that the caller saw before this command. ABORTED if it is another.
  public var expectedVersion: UInt64? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", type: AdjustmentType = .init(rawValue: 0),
    quantity: Int64 = 0, inQuarantine: Bool = false, channelID: String = "", expectedVersion: UInt64? = nil
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.type = type
    self.quantity = quantity
    self.inQuarantine = inQuarantine
    self.channelID = channelID
    self.expectedVersion = expectedVersion
  }
}

extension AdjustmentLine: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AdjustmentLine>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__adjustment_line__init(target.assumingMemoryBound(to: Holdfast__V1__AdjustmentLine.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__adjustment_line__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AdjustmentLine.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.type = unsafe AdjustmentType(rawValue: Int32(bitPattern: source.pointee.type.rawValue))
    self.quantity = unsafe source.pointee.quantity
    self.inQuarantine = unsafe source.pointee.in_quarantine != 0
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    if unsafe source.pointee.optional_expected_version_case.rawValue == 8 {
      self.expectedVersion = unsafe source.pointee.expected_version
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AdjustmentLine.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.type = .init(rawValue: UInt32(bitPattern: type.rawValue))
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.in_quarantine = inQuarantine ? 1 : 0
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if let expectedVersion {
      unsafe target.pointee.optional_expected_version_case = .init(rawValue: 8)
      unsafe target.pointee.expected_version = expectedVersion
    }
  }
}

/// Asks to change levels.
public struct AdjustStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AdjustStockRequest" }

  /// 1 to 1,000 lines, applied in their order, all or none.
  public var lines: [AdjustmentLine] = []
  /// Why, for the journal.
  public var reason: String = ""
  /// What for, for the journal.
  public var referenceID: String = ""
  /// Let on_hand fall below reserved + quarantined. Admins only.
  public var allowOversold: Bool = false
  /// Facts for the journal, up to 16.
  public var metadata: [Metadata] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    lines: [AdjustmentLine] = [], reason: String = "", referenceID: String = "", allowOversold: Bool = false,
    metadata: [Metadata] = []
  ) {
    self.lines = lines
    self.reason = reason
    self.referenceID = referenceID
    self.allowOversold = allowOversold
    self.metadata = metadata
  }
}

extension AdjustStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AdjustStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__adjust_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__AdjustStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__adjust_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AdjustStockRequest.self)
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.referenceID = try unsafe arena.string(source.pointee.reference_id, "reference_id")
    self.allowOversold = unsafe source.pointee.allow_oversold != 0
    self.metadata = try unsafe arena.messages(source.pointee.metadata, source.pointee.n_metadata, "metadata")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AdjustStockRequest.self)
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    if !referenceID.isEmpty {
      unsafe target.pointee.reference_id = try arena.place(referenceID, "reference_id")
    }
    unsafe target.pointee.allow_oversold = allowOversold ? 1 : 0
    unsafe target.pointee.n_metadata = metadata.count
    unsafe target.pointee.metadata = try arena.place(metadata, "metadata")
  }
}

/// The levels after the change.
public struct AdjustStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AdjustStockResponse" }

  /// In the order of the lines; a level that several lines change stands as it is after the last of them.
  public var levels: [StockLevel] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(levels: [StockLevel] = []) {
    self.levels = levels
  }
}

extension AdjustStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AdjustStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__adjust_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__AdjustStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__adjust_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AdjustStockResponse.self)
    self.levels = try unsafe arena.messages(source.pointee.levels, source.pointee.n_levels, "levels")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AdjustStockResponse.self)
    unsafe target.pointee.n_levels = levels.count
    unsafe target.pointee.levels = try arena.place(levels, "levels")
  }
}

/// Asks to move stock.
public struct MoveStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.MoveStockRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// From where.
  public var fromWarehouseID: String = ""
  /// To where; the level is made if there is none.
  public var toWarehouseID: String = ""
  /// Units, at least 1.
  public var quantity: Int64 = 0
  /// Why, for the journal.
  public var reason: String = ""
  /// What for, for the journal.
  public var referenceID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", fromWarehouseID: String = "", toWarehouseID: String = "",
    quantity: Int64 = 0, reason: String = "", referenceID: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.fromWarehouseID = fromWarehouseID
    self.toWarehouseID = toWarehouseID
    self.quantity = quantity
    self.reason = reason
    self.referenceID = referenceID
  }
}

extension MoveStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__MoveStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__move_stock_request__init(target.assumingMemoryBound(to: Holdfast__V1__MoveStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__move_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__MoveStockRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.fromWarehouseID = try unsafe arena.string(source.pointee.from_warehouse_id, "from_warehouse_id")
    self.toWarehouseID = try unsafe arena.string(source.pointee.to_warehouse_id, "to_warehouse_id")
    self.quantity = unsafe source.pointee.quantity
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.referenceID = try unsafe arena.string(source.pointee.reference_id, "reference_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__MoveStockRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !fromWarehouseID.isEmpty {
      unsafe target.pointee.from_warehouse_id = try arena.place(fromWarehouseID, "from_warehouse_id")
    }
    if !toWarehouseID.isEmpty {
      unsafe target.pointee.to_warehouse_id = try arena.place(toWarehouseID, "to_warehouse_id")
    }
    unsafe target.pointee.quantity = quantity
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    if !referenceID.isEmpty {
      unsafe target.pointee.reference_id = try arena.place(referenceID, "reference_id")
    }
  }
}

/// Both levels after the move.
public struct MoveStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.MoveStockResponse" }

  /// The level it left.
  public var from: StockLevel? = nil
  /// The level it went to.
  public var to: StockLevel? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(from: StockLevel? = nil, to: StockLevel? = nil) {
    self.from = from
    self.to = to
  }
}

extension MoveStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__MoveStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__move_stock_response__init(target.assumingMemoryBound(to: Holdfast__V1__MoveStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__move_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__MoveStockResponse.self)
    self.from = try unsafe arena.message(source.pointee.from, "from")
    self.to = try unsafe arena.message(source.pointee.to, "to")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__MoveStockResponse.self)
    if let from {
      unsafe target.pointee.from = try arena.place(from, "from")
    }
    if let to {
      unsafe target.pointee.to = try arena.place(to, "to")
    }
  }
}

/// One row of a file.
public struct ImportRow: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ImportRow" }

  /// Its number in the file, for the report.
  public var rowNumber: UInt64 = 0
  /// The product's SKU or that of a variant: finds the product where product_id is empty, must agree with it otherwise.
  public var sku: String = ""
  /// The product; may be empty where sku is given.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse, by its code.
  public var warehouseCode: String = ""
  /// on_hand shall be this, not negative.
  public var quantity: Int64 = 0
  /// Not negative; a new level starts at 0.
  public var safetyStock: Int64? = nil
  /// Not negative; a new level starts at 0.
  public var reorderPoint: Int64? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    rowNumber: UInt64 = 0, sku: String = "", productID: String = "", variantID: String = "", warehouseCode: String = "",
    quantity: Int64 = 0, safetyStock: Int64? = nil, reorderPoint: Int64? = nil
  ) {
    self.rowNumber = rowNumber
    self.sku = sku
    self.productID = productID
    self.variantID = variantID
    self.warehouseCode = warehouseCode
    self.quantity = quantity
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
  }
}

extension ImportRow: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ImportRow>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__import_row__init(target.assumingMemoryBound(to: Holdfast__V1__ImportRow.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__import_row__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ImportRow.self)
    self.rowNumber = unsafe source.pointee.row_number
    self.sku = try unsafe arena.string(source.pointee.sku, "sku")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseCode = try unsafe arena.string(source.pointee.warehouse_code, "warehouse_code")
    self.quantity = unsafe source.pointee.quantity
    if unsafe source.pointee.optional_safety_stock_case.rawValue == 7 {
      self.safetyStock = unsafe source.pointee.safety_stock
    }
    if unsafe source.pointee.optional_reorder_point_case.rawValue == 8 {
      self.reorderPoint = unsafe source.pointee.reorder_point
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ImportRow.self)
    unsafe target.pointee.row_number = rowNumber
    if !sku.isEmpty {
      unsafe target.pointee.sku = try arena.place(sku, "sku")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseCode.isEmpty {
      unsafe target.pointee.warehouse_code = try arena.place(warehouseCode, "warehouse_code")
    }
    unsafe target.pointee.quantity = quantity
    if let safetyStock {
      unsafe target.pointee.optional_safety_stock_case = .init(rawValue: 7)
      unsafe target.pointee.safety_stock = safetyStock
    }
    if let reorderPoint {
      unsafe target.pointee.optional_reorder_point_case = .init(rawValue: 8)
      unsafe target.pointee.reorder_point = reorderPoint
    }
  }
}

/// Asks to import rows.
public struct ImportStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ImportStockRequest" }

  /// 1 to 1,000 rows, applied in their order.
  public var rows: [ImportRow] = []
  /// Check only: nothing is changed.
  public var dryRun: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(rows: [ImportRow] = [], dryRun: Bool = false) {
    self.rows = rows
    self.dryRun = dryRun
  }
}

extension ImportStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ImportStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__import_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ImportStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__import_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ImportStockRequest.self)
    self.rows = try unsafe arena.messages(source.pointee.rows, source.pointee.n_rows, "rows")
    self.dryRun = unsafe source.pointee.dry_run != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ImportStockRequest.self)
    unsafe target.pointee.n_rows = rows.count
    unsafe target.pointee.rows = try arena.place(rows, "rows")
    unsafe target.pointee.dry_run = dryRun ? 1 : 0
  }
}

/// Why a row was not imported.
public struct ImportError: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ImportError" }

  /// The row's number in the file.
  public var rowNumber: UInt64 = 0
  /// The field that is wrong.
  public var field: String = ""
  /// What is wrong with it.
  public var message: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(rowNumber: UInt64 = 0, field: String = "", message: String = "") {
    self.rowNumber = rowNumber
    self.field = field
    self.message = message
  }
}

extension ImportError: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ImportError>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__import_error__init(target.assumingMemoryBound(to: Holdfast__V1__ImportError.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__import_error__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ImportError.self)
    self.rowNumber = unsafe source.pointee.row_number
    self.field = try unsafe arena.string(source.pointee.field, "field")
    self.message = try unsafe arena.string(source.pointee.message, "message")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ImportError.self)
    unsafe target.pointee.row_number = rowNumber
    if !field.isEmpty {
      unsafe target.pointee.field = try arena.place(field, "field")
    }
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
  }
}

/// What became of the rows.
public struct ImportStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ImportStockResponse" }

  /// Rows that changed a level.
  public var changed: UInt32 = 0
  /// Good rows that changed nothing.
  public var unchanged: UInt32 = 0
  /// Rows that were not imported.
  public var errors: [ImportError] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(changed: UInt32 = 0, unchanged: UInt32 = 0, errors: [ImportError] = []) {
    self.changed = changed
    self.unchanged = unchanged
    self.errors = errors
  }
}

extension ImportStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ImportStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__import_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ImportStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__import_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ImportStockResponse.self)
    self.changed = unsafe source.pointee.changed
    self.unchanged = unsafe source.pointee.unchanged
    self.errors = try unsafe arena.messages(source.pointee.errors, source.pointee.n_errors, "errors")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ImportStockResponse.self)
    unsafe target.pointee.changed = changed
    unsafe target.pointee.unchanged = unchanged
    unsafe target.pointee.n_errors = errors.count
    unsafe target.pointee.errors = try arena.place(errors, "errors")
  }
}
