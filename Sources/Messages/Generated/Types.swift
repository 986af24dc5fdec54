// Made by tools/generate from proto/holdfast/v1/types.proto. Do not edit.

package import CMessages

/// What a reservation is for.
public struct ReferenceType: OpenEnum {
  /// Not said.
  public static let unspecified = Self(rawValue: 0)
  /// A shopping cart: its holds expire, and are replaced when it reserves again.
  public static let cart = Self(rawValue: 1)
  /// An order: its holds stay.
  public static let order = Self(rawValue: 2)
  /// A transfer between warehouses.
  public static let transfer = Self(rawValue: 3)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .cart, .order, .transfer]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "REFERENCE_TYPE_UNSPECIFIED"
    case 1: "REFERENCE_TYPE_CART"
    case 2: "REFERENCE_TYPE_ORDER"
    case 3: "REFERENCE_TYPE_TRANSFER"
    default: "\(rawValue)"
    }
  }
}

/// How the warehouses of an order are chosen.
public struct SplitStrategy: OpenEnum {
  /// The default: FEWEST_SHIPMENTS.
  public static let unspecified = Self(rawValue: 0)
  /// Walk the warehouses by priority, highest first.
  public static let priority = Self(rawValue: 1)
  /// Walk the warehouses by distance, nearest first.
  public static let nearest = Self(rawValue: 2)
  /// The least shipping cost in all.
  public static let lowestCost = Self(rawValue: 3)
  /// Fewest shipments first, then lowest cost, then best score.
  public static let fewestShipments = Self(rawValue: 4)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .priority, .nearest, .lowestCost, .fewestShipments]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "SPLIT_STRATEGY_UNSPECIFIED"
    case 1: "SPLIT_STRATEGY_PRIORITY"
    case 2: "SPLIT_STRATEGY_NEAREST"
    case 3: "SPLIT_STRATEGY_LOWEST_COST"
    case 4: "SPLIT_STRATEGY_FEWEST_SHIPMENTS"
    default: "\(rawValue)"
    }
  }
}

/// Why a review was opened.
public struct ReviewCause: OpenEnum {
  /// Never sent.
  public static let unspecified = Self(rawValue: 0)
  /// A reconciliation found a large difference, or one that would fall below what is held.
  public static let reconcile = Self(rawValue: 1)
  /// A count would fall below reserved + quarantined.
  public static let count = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .reconcile, .count]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "REVIEW_CAUSE_UNSPECIFIED"
    case 1: "REVIEW_CAUSE_RECONCILE"
    case 2: "REVIEW_CAUSE_COUNT"
    default: "\(rawValue)"
    }
  }
}

/// How a review was decided.
public struct ReviewStatus: OpenEnum {
  /// Open, where a list is asked for; never the status of a review.
  public static let unspecified = Self(rawValue: 0)
  /// Nobody has decided.
  public static let open = Self(rawValue: 1)
  /// The difference was corrected.
  public static let corrected = Self(rawValue: 2)
  /// The book stands.
  public static let dismissed = Self(rawValue: 3)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .open, .corrected, .dismissed]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "REVIEW_STATUS_UNSPECIFIED"
    case 1: "REVIEW_STATUS_OPEN"
    case 2: "REVIEW_STATUS_CORRECTED"
    case 3: "REVIEW_STATUS_DISMISSED"
    default: "\(rawValue)"
    }
  }
}

/// One (product, variant, warehouse), or a product's total over all warehouses.
public struct StockLevel: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.StockLevel" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse; empty = the total over all warehouses.
  public var warehouseID: String = ""
  /// Units in the building.
  public var onHand: Int64 = 0
  /// Units held for carts, orders and transfers.
  public var reserved: Int64 = 0
  /// Units damaged, in quality control, or returned and unchecked.
  public var quarantined: Int64 = 0
  /// on_hand − reserved − quarantined.
  public var available: Int64 = 0
  /// Units on their way here.
  public var incoming: Int64 = 0
  /// Below or at this many available units stock is low. 0 in a total.
  public var safetyStock: Int64 = 0
  /// At or below this many available units it is time to order. 0 in a total.
  public var reorderPoint: Int64 = 0
  /// How many units to order then. 0 in a total.
  public var reorderQuantity: Int64 = 0
  /// How many changes the level has seen. In a total: those of all its levels.
  public var version: UInt64 = 0
  /// When it last changed.
  public var updatedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", onHand: Int64 = 0, reserved: Int64 = 0,
    quarantined: Int64 = 0, available: Int64 = 0, incoming: Int64 = 0, safetyStock: Int64 = 0, reorderPoint: Int64 = 0,
    reorderQuantity: Int64 = 0, version: UInt64 = 0, updatedAt: Int64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
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

extension StockLevel: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__StockLevel>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__stock_level__init(target.assumingMemoryBound(to: Holdfast__V1__StockLevel.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__stock_level__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__StockLevel.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
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
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__StockLevel.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
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

/// Names one stock level.
public struct StockKey: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.StockKey" }

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

extension StockKey: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__StockKey>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__stock_key__init(target.assumingMemoryBound(to: Holdfast__V1__StockKey.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__stock_key__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__StockKey.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__StockKey.self)
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

/// A place in the world.
public struct Address: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Address" }

  /// Street and house number.
  public var street: String = ""
  /// Town.
  public var city: String = ""
  /// State, province or region.
  public var state: String = ""
  /// Postal code.
  public var postalCode: String = ""
  /// Country, ISO 3166-1 alpha-2, such as `US`.
  public var country: String = ""
  /// Degrees north, −90 to 90. With longitude, or not at all.
  public var latitude: Double? = nil
  /// Degrees east, −180 to 180. With latitude, or not at all.
  public var longitude: Double? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    street: String = "", city: String = "", state: String = "", postalCode: String = "", country: String = "",
    latitude: Double? = nil, longitude: Double? = nil
  ) {
    self.street = street
    self.city = city
    self.state = state
    self.postalCode = postalCode
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
  }
}

extension Address: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Address>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__address__init(target.assumingMemoryBound(to: Holdfast__V1__Address.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__address__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Address.self)
    self.street = try unsafe arena.string(source.pointee.street, "street")
    self.city = try unsafe arena.string(source.pointee.city, "city")
    self.state = try unsafe arena.string(source.pointee.state, "state")
    self.postalCode = try unsafe arena.string(source.pointee.postal_code, "postal_code")
    self.country = try unsafe arena.string(source.pointee.country, "country")
    if unsafe source.pointee.optional_latitude_case.rawValue == 6 {
      self.latitude = unsafe source.pointee.latitude
    }
    if unsafe source.pointee.optional_longitude_case.rawValue == 7 {
      self.longitude = unsafe source.pointee.longitude
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Address.self)
    if !street.isEmpty {
      unsafe target.pointee.street = try arena.place(street, "street")
    }
    if !city.isEmpty {
      unsafe target.pointee.city = try arena.place(city, "city")
    }
    if !state.isEmpty {
      unsafe target.pointee.state = try arena.place(state, "state")
    }
    if !postalCode.isEmpty {
      unsafe target.pointee.postal_code = try arena.place(postalCode, "postal_code")
    }
    if !country.isEmpty {
      unsafe target.pointee.country = try arena.place(country, "country")
    }
    if let latitude {
      unsafe target.pointee.optional_latitude_case = .init(rawValue: 6)
      unsafe target.pointee.latitude = latitude
    }
    if let longitude {
      unsafe target.pointee.optional_longitude_case = .init(rawValue: 7)
      unsafe target.pointee.longitude = longitude
    }
  }
}

/// Names what a reservation or a change is for, in the caller's words.
public struct Reference: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Reference" }

  /// The kind of thing.
  public var type: ReferenceType = .init(rawValue: 0)
  /// The caller's id of it.
  public var id: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(type: ReferenceType = .init(rawValue: 0), id: String = "") {
    self.type = type
    self.id = id
  }
}

extension Reference: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Reference>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reference__init(target.assumingMemoryBound(to: Holdfast__V1__Reference.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reference__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Reference.self)
    self.type = unsafe ReferenceType(rawValue: Int32(bitPattern: source.pointee.type.rawValue))
    self.id = try unsafe arena.string(source.pointee.id, "id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Reference.self)
    unsafe target.pointee.type = .init(rawValue: UInt32(bitPattern: type.rawValue))
    if !id.isEmpty {
      unsafe target.pointee.id = try arena.place(id, "id")
    }
  }
}

/// A hold on stock at one warehouse.
public struct Reservation: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Reservation" }

  /// Made by the service; never given twice.
  public var reservationID: String = ""
  /// What it is for.
  public var reference: Reference? = nil
  /// The product held.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Where it is held.
  public var warehouseID: String = ""
  /// Units held now; of a kit, kits.
  public var quantity: Int64 = 0
  /// Units that have left under this reservation.
  public var fulfilledQuantity: Int64 = 0
  /// The sales channel it was made for, if any.
  public var channelID: String = ""
  /// When it was made.
  public var createdAt: Int64 = 0
  /// From this instant on the hold is due to be released; 0 = never.
  public var expiresAt: Int64 = 0
  /// What one unit was made of when it was held, if the product is a kit.
  public var components: [KitComponent] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reservationID: String = "", reference: Reference? = nil, productID: String = "", variantID: String = "",
    warehouseID: String = "", quantity: Int64 = 0, fulfilledQuantity: Int64 = 0, channelID: String = "",
    createdAt: Int64 = 0, expiresAt: Int64 = 0, components: [KitComponent] = []
  ) {
    self.reservationID = reservationID
    self.reference = reference
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.quantity = quantity
    self.fulfilledQuantity = fulfilledQuantity
    self.channelID = channelID
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.components = components
  }
}

extension Reservation: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Reservation>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reservation__init(target.assumingMemoryBound(to: Holdfast__V1__Reservation.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reservation__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Reservation.self)
    self.reservationID = try unsafe arena.string(source.pointee.reservation_id, "reservation_id")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.quantity = unsafe source.pointee.quantity
    self.fulfilledQuantity = unsafe source.pointee.fulfilled_quantity
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.createdAt = unsafe source.pointee.created_at
    self.expiresAt = unsafe source.pointee.expires_at
    self.components = try unsafe arena.messages(source.pointee.components, source.pointee.n_components, "components")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Reservation.self)
    if !reservationID.isEmpty {
      unsafe target.pointee.reservation_id = try arena.place(reservationID, "reservation_id")
    }
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.fulfilled_quantity = fulfilledQuantity
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.expires_at = expiresAt
    unsafe target.pointee.n_components = components.count
    unsafe target.pointee.components = try arena.place(components, "components")
  }
}

/// Something to order: a product and how many.
public struct OrderItem: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.OrderItem" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units, at least 1.
  public var quantity: Int64 = 0
  /// The warehouse to take it from; empty = the service chooses.
  public var warehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", quantity: Int64 = 0, warehouseID: String = "") {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
    self.warehouseID = warehouseID
  }
}

extension OrderItem: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__OrderItem>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__order_item__init(target.assumingMemoryBound(to: Holdfast__V1__OrderItem.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__order_item__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__OrderItem.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__OrderItem.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
  }
}

/// One fact that the caller attaches to a change; goes into the journal.
public struct Metadata: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Metadata" }

  /// Its name, 1 to 128 bytes.
  public var key: String = ""
  /// Its value, up to 1,024 bytes.
  public var value: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(key: String = "", value: String = "") {
    self.key = key
    self.value = value
  }
}

extension Metadata: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Metadata>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__metadata__init(target.assumingMemoryBound(to: Holdfast__V1__Metadata.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__metadata__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Metadata.self)
    self.key = try unsafe arena.string(source.pointee.key, "key")
    self.value = try unsafe arena.string(source.pointee.value, "value")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Metadata.self)
    if !key.isEmpty {
      unsafe target.pointee.key = try arena.place(key, "key")
    }
    if !value.isEmpty {
      unsafe target.pointee.value = try arena.place(value, "value")
    }
  }
}

/// The weights of a warehouse's score: score = base − min(distance_cap, km / kilometres_per_point) +
/// min(availability_cap, availability_weight · available / quantity) + priority_weight · priority + utilization_weight
/// · (1 − utilization).
public struct ScoringWeights: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ScoringWeights" }

  /// What every warehouse starts from; default 100.
  public var base: Double = 0
  /// The most that distance can cost, and what an unknown distance costs; default 30.
  public var distanceCap: Double = 0
  /// Kilometres that cost one point; default 100.
  public var kilometresPerPoint: Double = 0
  /// The most that availability can add; default 30.
  public var availabilityCap: Double = 0
  /// Points for having exactly what is asked for; default 10.
  public var availabilityWeight: Double = 0
  /// Points for each step of priority; default 2.
  public var priorityWeight: Double = 0
  /// Points for an idle warehouse; default 20.
  public var utilizationWeight: Double = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    base: Double = 0, distanceCap: Double = 0, kilometresPerPoint: Double = 0, availabilityCap: Double = 0,
    availabilityWeight: Double = 0, priorityWeight: Double = 0, utilizationWeight: Double = 0
  ) {
    self.base = base
    self.distanceCap = distanceCap
    self.kilometresPerPoint = kilometresPerPoint
    self.availabilityCap = availabilityCap
    self.availabilityWeight = availabilityWeight
    self.priorityWeight = priorityWeight
    self.utilizationWeight = utilizationWeight
  }
}

extension ScoringWeights: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ScoringWeights>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__scoring_weights__init(target.assumingMemoryBound(to: Holdfast__V1__ScoringWeights.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__scoring_weights__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ScoringWeights.self)
    self.base = unsafe source.pointee.base
    self.distanceCap = unsafe source.pointee.distance_cap
    self.kilometresPerPoint = unsafe source.pointee.kilometres_per_point
    self.availabilityCap = unsafe source.pointee.availability_cap
    self.availabilityWeight = unsafe source.pointee.availability_weight
    self.priorityWeight = unsafe source.pointee.priority_weight
    self.utilizationWeight = unsafe source.pointee.utilization_weight
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ScoringWeights.self)
    unsafe target.pointee.base = base
    unsafe target.pointee.distance_cap = distanceCap
    unsafe target.pointee.kilometres_per_point = kilometresPerPoint
    unsafe target.pointee.availability_cap = availabilityCap
    unsafe target.pointee.availability_weight = availabilityWeight
    unsafe target.pointee.priority_weight = priorityWeight
    unsafe target.pointee.utilization_weight = utilizationWeight
  }
}

/// One part of a kit.
public struct KitComponent: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.KitComponent" }

  /// The product: not a kit itself.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// How many units one kit takes, 1 to 1,000,000.
  public var quantity: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", quantity: Int64 = 0) {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
  }
}

extension KitComponent: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__KitComponent>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__kit_component__init(target.assumingMemoryBound(to: Holdfast__V1__KitComponent.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__kit_component__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__KitComponent.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__KitComponent.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
  }
}

/// What a reconciliation has found.
///
/// A row that is sent again, with another command id, is compared again and counts again: as equal, where it was
/// corrected before. One that finds the review that this reconciliation has opened, with the same difference, counts as
/// compared alone.
public struct ReconciliationReport: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReconciliationReport" }

  /// Its id.
  public var reconciliationID: String = ""
  /// Rows compared, MOVED and UNKNOWN ones included.
  public var compared: Int64 = 0
  /// Of these, rows that differ.
  public var different: Int64 = 0
  /// Of these, corrected.
  public var corrected: Int64 = 0
  /// Of these, flagged for review.
  public var toReview: Int64 = 0
  /// Rows whose level had changed meanwhile.
  public var moved: Int64 = 0
  /// Rows about something unknown.
  public var unknown: Int64 = 0
  /// Units that the outside has more than the book, summed over rows that differ so.
  public var surplusUnits: Int64 = 0
  /// Units that the outside has less, summed likewise.
  public var missingUnits: Int64 = 0
  /// When its first rows came.
  public var startedAt: Int64 = 0
  /// When its last rows came.
  public var updatedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reconciliationID: String = "", compared: Int64 = 0, different: Int64 = 0, corrected: Int64 = 0, toReview: Int64 = 0,
    moved: Int64 = 0, unknown: Int64 = 0, surplusUnits: Int64 = 0, missingUnits: Int64 = 0, startedAt: Int64 = 0,
    updatedAt: Int64 = 0
  ) {
    self.reconciliationID = reconciliationID
    self.compared = compared
    self.different = different
    self.corrected = corrected
    self.toReview = toReview
    self.moved = moved
    self.unknown = unknown
    self.surplusUnits = surplusUnits
    self.missingUnits = missingUnits
    self.startedAt = startedAt
    self.updatedAt = updatedAt
  }
}

extension ReconciliationReport: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReconciliationReport>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reconciliation_report__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReconciliationReport.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reconciliation_report__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReconciliationReport.self)
    self.reconciliationID = try unsafe arena.string(source.pointee.reconciliation_id, "reconciliation_id")
    self.compared = unsafe source.pointee.compared
    self.different = unsafe source.pointee.different
    self.corrected = unsafe source.pointee.corrected
    self.toReview = unsafe source.pointee.to_review
    self.moved = unsafe source.pointee.moved
    self.unknown = unsafe source.pointee.unknown
    self.surplusUnits = unsafe source.pointee.surplus_units
    self.missingUnits = unsafe source.pointee.missing_units
    self.startedAt = unsafe source.pointee.started_at
    self.updatedAt = unsafe source.pointee.updated_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReconciliationReport.self)
    if !reconciliationID.isEmpty {
      unsafe target.pointee.reconciliation_id = try arena.place(reconciliationID, "reconciliation_id")
    }
    unsafe target.pointee.compared = compared
    unsafe target.pointee.different = different
    unsafe target.pointee.corrected = corrected
    unsafe target.pointee.to_review = toReview
    unsafe target.pointee.moved = moved
    unsafe target.pointee.unknown = unknown
    unsafe target.pointee.surplus_units = surplusUnits
    unsafe target.pointee.missing_units = missingUnits
    unsafe target.pointee.started_at = startedAt
    unsafe target.pointee.updated_at = updatedAt
  }
}

/// A difference that somebody has to decide.
///
/// A level has one open review at most. A later finding about the level that somebody has to decide takes the place of
/// the earlier one in it; a later finding that agrees with the book, or that is corrected, dismisses it, because the
/// difference that it names is no longer what lies on the shelf.
public struct Review: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Review" }

  /// Its id.
  public var reviewID: String = ""
  /// Why it was opened.
  public var cause: ReviewCause = .init(rawValue: 0)
  /// The reconciliation or the count that found it last.
  public var foundBy: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// on_hand by the book, when it was found.
  public var book: Int64 = 0
  /// on_hand by the outside.
  public var counted: Int64 = 0
  /// counted − book: what a correction adds to on_hand.
  public var difference: Int64 = 0
  /// How it was decided.
  public var status: ReviewStatus = .init(rawValue: 0)
  /// A word by who decided.
  public var note: String = ""
  /// When it was opened.
  public var createdAt: Int64 = 0
  /// When it was decided; 0 = not yet.
  public var resolvedAt: Int64 = 0
  /// When its difference was found.
  public var foundAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reviewID: String = "", cause: ReviewCause = .init(rawValue: 0), foundBy: String = "", productID: String = "",
    variantID: String = "", warehouseID: String = "", book: Int64 = 0, counted: Int64 = 0, difference: Int64 = 0,
    status: ReviewStatus = .init(rawValue: 0), note: String = "", createdAt: Int64 = 0, resolvedAt: Int64 = 0,
    foundAt: Int64 = 0
  ) {
    self.reviewID = reviewID
    self.cause = cause
    self.foundBy = foundBy
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.book = book
    self.counted = counted
    self.difference = difference
    self.status = status
    self.note = note
    self.createdAt = createdAt
    self.resolvedAt = resolvedAt
    self.foundAt = foundAt
  }
}

extension Review: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Review>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__review__init(target.assumingMemoryBound(to: Holdfast__V1__Review.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__review__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Review.self)
    self.reviewID = try unsafe arena.string(source.pointee.review_id, "review_id")
    self.cause = unsafe ReviewCause(rawValue: Int32(bitPattern: source.pointee.cause.rawValue))
    self.foundBy = try unsafe arena.string(source.pointee.found_by, "found_by")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.book = unsafe source.pointee.book
    self.counted = unsafe source.pointee.counted
    self.difference = unsafe source.pointee.difference
    self.status = unsafe ReviewStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.note = try unsafe arena.string(source.pointee.note, "note")
    self.createdAt = unsafe source.pointee.created_at
    self.resolvedAt = unsafe source.pointee.resolved_at
    self.foundAt = unsafe source.pointee.found_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Review.self)
    if !reviewID.isEmpty {
      unsafe target.pointee.review_id = try arena.place(reviewID, "review_id")
    }
    unsafe target.pointee.cause = .init(rawValue: UInt32(bitPattern: cause.rawValue))
    if !foundBy.isEmpty {
      unsafe target.pointee.found_by = try arena.place(foundBy, "found_by")
    }
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
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !note.isEmpty {
      unsafe target.pointee.note = try arena.place(note, "note")
    }
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.resolved_at = resolvedAt
    unsafe target.pointee.found_at = foundAt
  }
}
