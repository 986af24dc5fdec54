// Made by tools/generate from proto/holdfast/v1/audit.proto. Do not edit.

package import CMessages

/// In which order entries come.
public struct HistoryOrder: OpenEnum {
  /// Newest first.
  public static let unspecified = Self(rawValue: 0)
  /// Newest first.
  public static let newestFirst = Self(rawValue: 1)
  /// Oldest first.
  public static let oldestFirst = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .newestFirst, .oldestFirst]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "HISTORY_ORDER_UNSPECIFIED"
    case 1: "HISTORY_ORDER_NEWEST_FIRST"
    case 2: "HISTORY_ORDER_OLDEST_FIRST"
    default: "\(rawValue)"
    }
  }
}

/// What became of a row or a counted line.
public struct ComparisonOutcome: OpenEnum {
  /// Never sent.
  public static let unspecified = Self(rawValue: 0)
  /// Book and count agree.
  public static let equal = Self(rawValue: 1)
  /// on_hand was corrected.
  public static let corrected = Self(rawValue: 2)
  /// Somebody has to decide: a review was opened, or the open review of the level says now what was found.
  public static let review = Self(rawValue: 3)
  /// The level has changed since the outside looked: look again.
  public static let moved = Self(rawValue: 4)
  /// The product, variant, warehouse or level is unknown here.
  public static let unknown = Self(rawValue: 5)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .equal, .corrected, .review, .moved, .unknown]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "COMPARISON_OUTCOME_UNSPECIFIED"
    case 1: "COMPARISON_OUTCOME_EQUAL"
    case 2: "COMPARISON_OUTCOME_CORRECTED"
    case 3: "COMPARISON_OUTCOME_REVIEW"
    case 4: "COMPARISON_OUTCOME_MOVED"
    case 5: "COMPARISON_OUTCOME_UNKNOWN"
    default: "\(rawValue)"
    }
  }
}

/// Asks what happened. With `product_id` the history of the product, of one variant, or of one level; with `reference`
/// that of a cart, order or transfer; with neither, everything, by time.
public struct GetHistoryRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetHistoryRequest" }

  /// Only this product.
  public var productID: String = ""
  /// Only this variant; read with `product_id`. Absent = all variants, empty = the product itself.
  public var variantID: String? = nil
  /// Only this warehouse.
  public var warehouseID: String = ""
  /// Only entries about this reference.
  public var reference: Reference? = nil
  /// Only entries at or after this time; 0 = from the first.
  public var from: Int64 = 0
  /// Only entries before this time; 0 = to the last.
  public var until: Int64 = 0
  /// Only entries of these types; empty = all.
  public var types: [EntryType] = []
  /// In which order.
  public var order: HistoryOrder = .init(rawValue: 0)
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String? = nil, warehouseID: String = "", reference: Reference? = nil,
    from: Int64 = 0, until: Int64 = 0, types: [EntryType] = [], order: HistoryOrder = .init(rawValue: 0),
    pageSize: UInt32 = 0, pageToken: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.reference = reference
    self.from = from
    self.until = until
    self.types = types
    self.order = order
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension GetHistoryRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetHistoryRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_history_request__init(target.assumingMemoryBound(to: Holdfast__V1__GetHistoryRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_history_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetHistoryRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    if unsafe source.pointee.optional_variant_id_case.rawValue == 2 {
      self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    }
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.from = unsafe source.pointee.from
    self.until = unsafe source.pointee.until
    self.types = unsafe arena.values(source.pointee.types, source.pointee.n_types)
    self.order = unsafe HistoryOrder(rawValue: Int32(bitPattern: source.pointee.order.rawValue))
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetHistoryRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if let variantID {
      unsafe target.pointee.optional_variant_id_case = .init(rawValue: 2)
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    unsafe target.pointee.from = from
    unsafe target.pointee.until = until
    unsafe target.pointee.n_types = types.count
    unsafe target.pointee.types = try arena.place(types)
    unsafe target.pointee.order = .init(rawValue: UInt32(bitPattern: order.rawValue))
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// One entry of the journal, as its history shows it.
public struct HistoryEntry: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.HistoryEntry" }

  /// Its sequence.
  public var sequence: UInt64 = 0
  /// Its time.
  public var time: Int64 = 0
  /// What happened, with before and after. The kept answers to commands are not shown.
  public var entry: Entry? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(sequence: UInt64 = 0, time: Int64 = 0, entry: Entry? = nil) {
    self.sequence = sequence
    self.time = time
    self.entry = entry
  }
}

extension HistoryEntry: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__HistoryEntry>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__history_entry__init(target.assumingMemoryBound(to: Holdfast__V1__HistoryEntry.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__history_entry__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__HistoryEntry.self)
    self.sequence = unsafe source.pointee.sequence
    self.time = unsafe source.pointee.time
    self.entry = try unsafe arena.message(source.pointee.entry, "entry")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__HistoryEntry.self)
    unsafe target.pointee.sequence = sequence
    unsafe target.pointee.time = time
    if let entry {
      unsafe target.pointee.entry = try arena.place(entry, "entry")
    }
  }
}

/// A page of history.
public struct GetHistoryResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetHistoryResponse" }

  /// Entries. A filtered page may be short, or empty, before the last one.
  public var entries: [HistoryEntry] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""
  /// Whether entries older than the journal goes back would belong to the answer: they are in archived segments.
  public var isCutOff: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(entries: [HistoryEntry] = [], nextPageToken: String = "", isCutOff: Bool = false) {
    self.entries = entries
    self.nextPageToken = nextPageToken
    self.isCutOff = isCutOff
  }
}

extension GetHistoryResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetHistoryResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_history_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetHistoryResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_history_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetHistoryResponse.self)
    self.entries = try unsafe arena.messages(source.pointee.entries, source.pointee.n_entries, "entries")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
    self.isCutOff = unsafe source.pointee.is_cut_off != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetHistoryResponse.self)
    unsafe target.pointee.n_entries = entries.count
    unsafe target.pointee.entries = try arena.place(entries, "entries")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
    unsafe target.pointee.is_cut_off = isCutOff ? 1 : 0
  }
}

/// Asks whether levels are what their entries add up to.
public struct VerifyStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.VerifyStockRequest" }

  /// Only this product; empty = all.
  public var productID: String = ""
  /// Only this warehouse; empty = all.
  public var warehouseID: String = ""
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", warehouseID: String = "", pageToken: String = "") {
    self.productID = productID
    self.warehouseID = warehouseID
    self.pageToken = pageToken
  }
}

extension VerifyStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__VerifyStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__verify_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__VerifyStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__verify_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__VerifyStockRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__VerifyStockRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A level that is not what its entries add up to.
public struct StockFault: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.StockFault" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse; empty = the product's total.
  public var warehouseID: String = ""
  /// What the state says.
  public var stored: LevelState? = nil
  /// What the entries, or for a total the levels, add up to.
  public var expected: LevelState? = nil
  /// For people: what is wrong, and where.
  public var message: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", stored: LevelState? = nil,
    expected: LevelState? = nil, message: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.stored = stored
    self.expected = expected
    self.message = message
  }
}

extension StockFault: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__StockFault>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__stock_fault__init(target.assumingMemoryBound(to: Holdfast__V1__StockFault.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__stock_fault__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__StockFault.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.stored = try unsafe arena.message(source.pointee.stored, "stored")
    self.expected = try unsafe arena.message(source.pointee.expected, "expected")
    self.message = try unsafe arena.string(source.pointee.message, "message")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__StockFault.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if let stored {
      unsafe target.pointee.stored = try arena.place(stored, "stored")
    }
    if let expected {
      unsafe target.pointee.expected = try arena.place(expected, "expected")
    }
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
  }
}

/// What was verified.
public struct VerifyStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.VerifyStockResponse" }

  /// Levels that this call has verified.
  public var levels: UInt64 = 0
  /// Entries that it has looked at.
  public var entries: UInt64 = 0
  /// What is wrong.
  public var faults: [StockFault] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(levels: UInt64 = 0, entries: UInt64 = 0, faults: [StockFault] = [], nextPageToken: String = "") {
    self.levels = levels
    self.entries = entries
    self.faults = faults
    self.nextPageToken = nextPageToken
  }
}

extension VerifyStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__VerifyStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__verify_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__VerifyStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__verify_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__VerifyStockResponse.self)
    self.levels = unsafe source.pointee.levels
    self.entries = unsafe source.pointee.entries
    self.faults = try unsafe arena.messages(source.pointee.faults, source.pointee.n_faults, "faults")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__VerifyStockResponse.self)
    unsafe target.pointee.levels = levels
    unsafe target.pointee.entries = entries
    unsafe target.pointee.n_faults = faults.count
    unsafe target.pointee.faults = try arena.place(faults, "faults")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// One row of an outside snapshot.
public struct SnapshotRow: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SnapshotRow" }

  /// The product; empty = `sku` names it.
  public var productID: String = ""
  /// Its variant; empty = the product itself, or what `sku` names.
  public var variantID: String = ""
  /// The warehouse; empty = `warehouse_code` names it.
  public var warehouseID: String = ""
  /// on_hand by the outside, 0 or more.
  public var counted: Int64 = 0
  /// The level's version when the outside looked, if it is known: a level that has changed since is reported as MOVED
  /// and left alone.
  public var expectedVersion: UInt64? = nil
  /// The product's or variant's SKU, where `product_id` is empty.
  public var sku: String = ""
  /// The warehouse's code, where `warehouse_id` is empty.
  public var warehouseCode: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", counted: Int64 = 0,
    expectedVersion: UInt64? = nil, sku: String = "", warehouseCode: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.counted = counted
    self.expectedVersion = expectedVersion
    self.sku = sku
    self.warehouseCode = warehouseCode
  }
}

extension SnapshotRow: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SnapshotRow>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__snapshot_row__init(target.assumingMemoryBound(to: Holdfast__V1__SnapshotRow.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__snapshot_row__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SnapshotRow.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.counted = unsafe source.pointee.counted
    if unsafe source.pointee.optional_expected_version_case.rawValue == 5 {
      self.expectedVersion = unsafe source.pointee.expected_version
    }
    self.sku = try unsafe arena.string(source.pointee.sku, "sku")
    self.warehouseCode = try unsafe arena.string(source.pointee.warehouse_code, "warehouse_code")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SnapshotRow.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.counted = counted
    if let expectedVersion {
      unsafe target.pointee.optional_expected_version_case = .init(rawValue: 5)
      unsafe target.pointee.expected_version = expectedVersion
    }
    if !sku.isEmpty {
      unsafe target.pointee.sku = try arena.place(sku, "sku")
    }
    if !warehouseCode.isEmpty {
      unsafe target.pointee.warehouse_code = try arena.place(warehouseCode, "warehouse_code")
    }
  }
}

/// Compares levels with rows of an outside snapshot.
public struct ReconcileRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReconcileRequest" }

  /// Names the reconciliation that the rows belong to: all calls with one id make one report. Give each call a command
  /// id, so that a call that is repeated counts once.
  public var reconciliationID: String = ""
  /// Rows, 1 to 1,000, each about another level.
  public var rows: [SnapshotRow] = []
  /// Differences of up to this many units, either way, are corrected; absent = the policy's, which is 5 by default.
  public var correctUpTo: Int64? = nil
  /// Report only: nothing is corrected and nothing flagged, and the report is of this call alone and not kept.
  public var dryRun: Bool = false
  /// Where the snapshot comes from, up to 500 bytes.
  public var reason: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reconciliationID: String = "", rows: [SnapshotRow] = [], correctUpTo: Int64? = nil, dryRun: Bool = false,
    reason: String = ""
  ) {
    self.reconciliationID = reconciliationID
    self.rows = rows
    self.correctUpTo = correctUpTo
    self.dryRun = dryRun
    self.reason = reason
  }
}

extension ReconcileRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReconcileRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reconcile_request__init(target.assumingMemoryBound(to: Holdfast__V1__ReconcileRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reconcile_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReconcileRequest.self)
    self.reconciliationID = try unsafe arena.string(source.pointee.reconciliation_id, "reconciliation_id")
    self.rows = try unsafe arena.messages(source.pointee.rows, source.pointee.n_rows, "rows")
    if unsafe source.pointee.optional_correct_up_to_case.rawValue == 3 {
      self.correctUpTo = unsafe source.pointee.correct_up_to
    }
    self.dryRun = unsafe source.pointee.dry_run != 0
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReconcileRequest.self)
    if !reconciliationID.isEmpty {
      unsafe target.pointee.reconciliation_id = try arena.place(reconciliationID, "reconciliation_id")
    }
    unsafe target.pointee.n_rows = rows.count
    unsafe target.pointee.rows = try arena.place(rows, "rows")
    if let correctUpTo {
      unsafe target.pointee.optional_correct_up_to_case = .init(rawValue: 3)
      unsafe target.pointee.correct_up_to = correctUpTo
    }
    unsafe target.pointee.dry_run = dryRun ? 1 : 0
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
  }
}

/// What became of one row.
public struct Comparison: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Comparison" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// on_hand by the book, before any correction.
  public var book: Int64 = 0
  /// on_hand by the outside.
  public var counted: Int64 = 0
  /// counted − book.
  public var difference: Int64 = 0
  /// What became of it.
  public var outcome: ComparisonOutcome = .init(rawValue: 0)
  /// The review of the level, where somebody has to decide; empty in a dry run where none is open yet.
  public var reviewID: String = ""
  /// For people, where the row is MOVED or UNKNOWN.
  public var message: String = ""
  /// Which row or line of the request it is about, from 0.
  public var row: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", book: Int64 = 0, counted: Int64 = 0,
    difference: Int64 = 0, outcome: ComparisonOutcome = .init(rawValue: 0), reviewID: String = "", message: String = "",
    row: UInt32 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.book = book
    self.counted = counted
    self.difference = difference
    self.outcome = outcome
    self.reviewID = reviewID
    self.message = message
    self.row = row
  }
}

extension Comparison: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Comparison>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__comparison__init(target.assumingMemoryBound(to: Holdfast__V1__Comparison.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__comparison__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Comparison.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.book = unsafe source.pointee.book
    self.counted = unsafe source.pointee.counted
    self.difference = unsafe source.pointee.difference
    self.outcome = unsafe ComparisonOutcome(rawValue: Int32(bitPattern: source.pointee.outcome.rawValue))
    self.reviewID = try unsafe arena.string(source.pointee.review_id, "review_id")
    self.message = try unsafe arena.string(source.pointee.message, "message")
    self.row = unsafe source.pointee.row
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Comparison.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.book = book
    unsafe target.pointee.counted = counted
    unsafe target.pointee.difference = difference
    unsafe target.pointee.outcome = .init(rawValue: UInt32(bitPattern: outcome.rawValue))
    if !reviewID.isEmpty {
      unsafe target.pointee.review_id = try arena.place(reviewID, "review_id")
    }
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
    unsafe target.pointee.row = row
  }
}

/// What became of the rows of one call.
public struct ReconcileResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReconcileResponse" }

  /// Every row that is not EQUAL, in the order of the request.
  public var comparisons: [Comparison] = []
  /// The reconciliation so far, this call included. Of a dry run: this call alone.
  public var report: ReconciliationReport? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(comparisons: [Comparison] = [], report: ReconciliationReport? = nil) {
    self.comparisons = comparisons
    self.report = report
  }
}

extension ReconcileResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReconcileResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reconcile_response__init(target.assumingMemoryBound(to: Holdfast__V1__ReconcileResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reconcile_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReconcileResponse.self)
    self.comparisons = try unsafe arena.messages(
      source.pointee.comparisons, source.pointee.n_comparisons, "comparisons")
    self.report = try unsafe arena.message(source.pointee.report, "report")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReconcileResponse.self)
    unsafe target.pointee.n_comparisons = comparisons.count
    unsafe target.pointee.comparisons = try arena.place(comparisons, "comparisons")
    if let report {
      unsafe target.pointee.report = try arena.place(report, "report")
    }
  }
}

/// Asks what a reconciliation has found.
public struct GetReconciliationRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetReconciliationRequest" }

  /// Its id.
  public var reconciliationID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reconciliationID: String = "") {
    self.reconciliationID = reconciliationID
  }
}

extension GetReconciliationRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetReconciliationRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_reconciliation_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetReconciliationRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_reconciliation_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetReconciliationRequest.self)
    self.reconciliationID = try unsafe arena.string(source.pointee.reconciliation_id, "reconciliation_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetReconciliationRequest.self)
    if !reconciliationID.isEmpty {
      unsafe target.pointee.reconciliation_id = try arena.place(reconciliationID, "reconciliation_id")
    }
  }
}

/// Asks for reviews.
public struct ListReviewsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListReviewsRequest" }

  /// Only with this status.
  public var status: ReviewStatus = .init(rawValue: 0)
  /// Only about this product.
  public var productID: String = ""
  /// Only about this warehouse.
  public var warehouseID: String = ""
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    status: ReviewStatus = .init(rawValue: 0), productID: String = "", warehouseID: String = "", pageSize: UInt32 = 0,
    pageToken: String = ""
  ) {
    self.status = status
    self.productID = productID
    self.warehouseID = warehouseID
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListReviewsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListReviewsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_reviews_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListReviewsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_reviews_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListReviewsRequest.self)
    self.status = unsafe ReviewStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListReviewsRequest.self)
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of reviews.
public struct ListReviewsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListReviewsResponse" }

  /// Reviews, newest first. A page may be short, or empty, before the last one.
  public var reviews: [Review] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reviews: [Review] = [], nextPageToken: String = "") {
    self.reviews = reviews
    self.nextPageToken = nextPageToken
  }
}

extension ListReviewsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListReviewsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_reviews_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListReviewsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_reviews_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListReviewsResponse.self)
    self.reviews = try unsafe arena.messages(source.pointee.reviews, source.pointee.n_reviews, "reviews")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListReviewsResponse.self)
    unsafe target.pointee.n_reviews = reviews.count
    unsafe target.pointee.reviews = try arena.place(reviews, "reviews")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Decides a review.
public struct ResolveReviewRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ResolveReviewRequest" }

  /// Which.
  public var reviewID: String = ""
  /// Whether the difference is added to on_hand, as it is by now. False = the book stands.
  public var correct: Bool = false
  /// A word about it, up to 500 bytes.
  public var note: String = ""
  /// Correct even where on_hand falls below reserved + quarantined. Needs the role admin.
  public var allowOversold: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reviewID: String = "", correct: Bool = false, note: String = "", allowOversold: Bool = false) {
    self.reviewID = reviewID
    self.correct = correct
    self.note = note
    self.allowOversold = allowOversold
  }
}

extension ResolveReviewRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ResolveReviewRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__resolve_review_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ResolveReviewRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__resolve_review_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ResolveReviewRequest.self)
    self.reviewID = try unsafe arena.string(source.pointee.review_id, "review_id")
    self.correct = unsafe source.pointee.correct != 0
    self.note = try unsafe arena.string(source.pointee.note, "note")
    self.allowOversold = unsafe source.pointee.allow_oversold != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ResolveReviewRequest.self)
    if !reviewID.isEmpty {
      unsafe target.pointee.review_id = try arena.place(reviewID, "review_id")
    }
    unsafe target.pointee.correct = correct ? 1 : 0
    if !note.isEmpty {
      unsafe target.pointee.note = try arena.place(note, "note")
    }
    unsafe target.pointee.allow_oversold = allowOversold ? 1 : 0
  }
}

/// How it was decided.
public struct ResolveReviewResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ResolveReviewResponse" }

  /// The review now.
  public var review: Review? = nil
  /// The level now.
  public var level: StockLevel? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(review: Review? = nil, level: StockLevel? = nil) {
    self.review = review
    self.level = level
  }
}

extension ResolveReviewResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ResolveReviewResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__resolve_review_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ResolveReviewResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__resolve_review_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ResolveReviewResponse.self)
    self.review = try unsafe arena.message(source.pointee.review, "review")
    self.level = try unsafe arena.message(source.pointee.level, "level")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ResolveReviewResponse.self)
    if let review {
      unsafe target.pointee.review = try arena.place(review, "review")
    }
    if let level {
      unsafe target.pointee.level = try arena.place(level, "level")
    }
  }
}

/// One line of a count.
public struct CountLine: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CountLine" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units that lie there, 0 or more.
  public var counted: Int64 = 0
  /// on_hand that it was counted against: as NextCounts or GetStock said it when the counting began.
  public var bookOnHand: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", counted: Int64 = 0, bookOnHand: Int64 = 0) {
    self.productID = productID
    self.variantID = variantID
    self.counted = counted
    self.bookOnHand = bookOnHand
  }
}

extension CountLine: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CountLine>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__count_line__init(target.assumingMemoryBound(to: Holdfast__V1__CountLine.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__count_line__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CountLine.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.counted = unsafe source.pointee.counted
    self.bookOnHand = unsafe source.pointee.book_on_hand
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CountLine.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.counted = counted
    unsafe target.pointee.book_on_hand = bookOnHand
  }
}

/// Takes a count.
public struct SubmitCountRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SubmitCountRequest" }

  /// Where.
  public var warehouseID: String = ""
  /// Names the count, such as a sheet or a round; 1 to 128 bytes.
  public var countID: String = ""
  /// What was counted, 1 to 1,000 lines, each about another product or variant.
  public var lines: [CountLine] = []
  /// A word about it, up to 500 bytes.
  public var reason: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouseID: String = "", countID: String = "", lines: [CountLine] = [], reason: String = "") {
    self.warehouseID = warehouseID
    self.countID = countID
    self.lines = lines
    self.reason = reason
  }
}

extension SubmitCountRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SubmitCountRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__submit_count_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__SubmitCountRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__submit_count_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SubmitCountRequest.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.countID = try unsafe arena.string(source.pointee.count_id, "count_id")
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SubmitCountRequest.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !countID.isEmpty {
      unsafe target.pointee.count_id = try arena.place(countID, "count_id")
    }
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
  }
}

/// What became of a count.
public struct SubmitCountResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SubmitCountResponse" }

  /// Every line, in the order of the request.
  public var comparisons: [Comparison] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(comparisons: [Comparison] = []) {
    self.comparisons = comparisons
  }
}

extension SubmitCountResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SubmitCountResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__submit_count_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__SubmitCountResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__submit_count_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SubmitCountResponse.self)
    self.comparisons = try unsafe arena.messages(
      source.pointee.comparisons, source.pointee.n_comparisons, "comparisons")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SubmitCountResponse.self)
    unsafe target.pointee.n_comparisons = comparisons.count
    unsafe target.pointee.comparisons = try arena.place(comparisons, "comparisons")
  }
}

/// Asks what to count next.
public struct NextCountsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.NextCountsRequest" }

  /// Where.
  public var warehouseID: String = ""
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouseID: String = "", pageSize: UInt32 = 0, pageToken: String = "") {
    self.warehouseID = warehouseID
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension NextCountsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__NextCountsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__next_counts_request__init(target.assumingMemoryBound(to: Holdfast__V1__NextCountsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__next_counts_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__NextCountsRequest.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__NextCountsRequest.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// One level that should be counted.
public struct CountProposal: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CountProposal" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// on_hand by the book: what the count is to be submitted against.
  public var bookOnHand: Int64 = 0
  /// When it was last counted; 0 = never.
  public var lastCountedAt: Int64 = 0
  /// Units that it sold in the last 30 days, over all warehouses.
  public var soldUnits: Int64 = 0
  /// Counts and reconciliations that found a difference; a review counts once for each finding about it.
  public var differences: Int64 = 0
  /// What the order is made of; the documentation has the formula.
  public var score: Double = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", bookOnHand: Int64 = 0, lastCountedAt: Int64 = 0,
    soldUnits: Int64 = 0, differences: Int64 = 0, score: Double = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.bookOnHand = bookOnHand
    self.lastCountedAt = lastCountedAt
    self.soldUnits = soldUnits
    self.differences = differences
    self.score = score
  }
}

extension CountProposal: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CountProposal>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__count_proposal__init(target.assumingMemoryBound(to: Holdfast__V1__CountProposal.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__count_proposal__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CountProposal.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.bookOnHand = unsafe source.pointee.book_on_hand
    self.lastCountedAt = unsafe source.pointee.last_counted_at
    self.soldUnits = unsafe source.pointee.sold_units
    self.differences = unsafe source.pointee.differences
    self.score = unsafe source.pointee.score
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CountProposal.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.book_on_hand = bookOnHand
    unsafe target.pointee.last_counted_at = lastCountedAt
    unsafe target.pointee.sold_units = soldUnits
    unsafe target.pointee.differences = differences
    unsafe target.pointee.score = score
  }
}

/// What to count next.
public struct NextCountsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.NextCountsResponse" }

  /// Most urgent first.
  public var proposals: [CountProposal] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(proposals: [CountProposal] = [], nextPageToken: String = "") {
    self.proposals = proposals
    self.nextPageToken = nextPageToken
  }
}

extension NextCountsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__NextCountsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__next_counts_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__NextCountsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__next_counts_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__NextCountsResponse.self)
    self.proposals = try unsafe arena.messages(source.pointee.proposals, source.pointee.n_proposals, "proposals")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__NextCountsResponse.self)
    unsafe target.pointee.n_proposals = proposals.count
    unsafe target.pointee.proposals = try arena.place(proposals, "proposals")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}
