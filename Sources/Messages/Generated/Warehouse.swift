// Made by tools/generate from proto/holdfast/v1/warehouse.proto. Do not edit.

package import CMessages

/// What a warehouse can do.
public struct Capability: OpenEnum {
  /// Not said.
  public static let unspecified = Self(rawValue: 0)
  /// Ships orders.
  public static let shipping = Self(rawValue: 1)
  /// Takes deliveries.
  public static let receiving = Self(rawValue: 2)
  /// Keeps stock.
  public static let storage = Self(rawValue: 3)
  /// Customers collect orders there.
  public static let pickup = Self(rawValue: 4)
  /// Takes goods back.
  public static let returns = Self(rawValue: 5)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .shipping, .receiving, .storage, .pickup, .returns]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "CAPABILITY_UNSPECIFIED"
    case 1: "CAPABILITY_SHIPPING"
    case 2: "CAPABILITY_RECEIVING"
    case 3: "CAPABILITY_STORAGE"
    case 4: "CAPABILITY_PICKUP"
    case 5: "CAPABILITY_RETURNS"
    default: "\(rawValue)"
    }
  }
}

/// What shipping costs:
/// cost = base + per_unit · units + per_unit_km · units · metres / 1000, in integers, rounded up once.
public struct ShippingRate: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ShippingRate" }

  /// A shipment, in micros of the currency.
  public var baseMicros: Int64 = 0
  /// Each unit, in micros.
  public var perUnitMicros: Int64 = 0
  /// Each unit and kilometre, in micros.
  public var perUnitKmMicros: Int64 = 0
  /// ISO 4217 code, such as `USD`. Needed where any rate is above 0.
  public var currency: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(baseMicros: Int64 = 0, perUnitMicros: Int64 = 0, perUnitKmMicros: Int64 = 0, currency: String = "") {
    self.baseMicros = baseMicros
    self.perUnitMicros = perUnitMicros
    self.perUnitKmMicros = perUnitKmMicros
    self.currency = currency
  }
}

extension ShippingRate: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ShippingRate>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__shipping_rate__init(target.assumingMemoryBound(to: Holdfast__V1__ShippingRate.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__shipping_rate__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ShippingRate.self)
    self.baseMicros = unsafe source.pointee.base_micros
    self.perUnitMicros = unsafe source.pointee.per_unit_micros
    self.perUnitKmMicros = unsafe source.pointee.per_unit_km_micros
    self.currency = try unsafe arena.string(source.pointee.currency, "currency")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ShippingRate.self)
    unsafe target.pointee.base_micros = baseMicros
    unsafe target.pointee.per_unit_micros = perUnitMicros
    unsafe target.pointee.per_unit_km_micros = perUnitKmMicros
    if !currency.isEmpty {
      unsafe target.pointee.currency = try arena.place(currency, "currency")
    }
  }
}

/// A place that holds stock.
public struct Warehouse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Warehouse" }

  /// Its id: the caller's at creation, or made by the service.
  public var warehouseID: String = ""
  /// Its unique code, such as `DC-001`.
  public var code: String = ""
  /// Its name for people.
  public var name: String = ""
  /// Where it is.
  public var address: Address? = nil
  /// IANA name of its timezone, such as `America/Chicago`; default `UTC`.
  public var timezone: String = ""
  /// Whether it takes new holds.
  public var isActive: Bool = false
  /// 0 to 10, higher is preferred.
  public var priority: UInt32 = 0
  /// What it can do; at creation none means SHIPPING, RECEIVING, STORAGE and RETURNS.
  public var capabilities: [Capability] = []
  /// Units it can ship a day; 0 = unlimited.
  public var dailyCapacity: Int64 = 0
  /// Orders before this minute after local midnight are handled the same day, 0 to 1439; default 960 (16:00).
  public var cutOffMinutes: UInt32? = nil
  /// Hours from the start of handling until goods leave, 0 to 720; default 24.
  public var handlingHours: UInt32? = nil
  /// What shipping from here costs; absent = nothing.
  public var shippingRate: ShippingRate? = nil
  /// When it was made.
  public var createdAt: Int64 = 0
  /// When it last changed.
  public var updatedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    warehouseID: String = "", code: String = "", name: String = "", address: Address? = nil, timezone: String = "",
    isActive: Bool = false, priority: UInt32 = 0, capabilities: [Capability] = [], dailyCapacity: Int64 = 0,
    cutOffMinutes: UInt32? = nil, handlingHours: UInt32? = nil, shippingRate: ShippingRate? = nil, createdAt: Int64 = 0,
    updatedAt: Int64 = 0
  ) {
    self.warehouseID = warehouseID
    self.code = code
    self.name = name
    self.address = address
    self.timezone = timezone
    self.isActive = isActive
    self.priority = priority
    self.capabilities = capabilities
    self.dailyCapacity = dailyCapacity
    self.cutOffMinutes = cutOffMinutes
    self.handlingHours = handlingHours
    self.shippingRate = shippingRate
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension Warehouse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Warehouse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__warehouse__init(target.assumingMemoryBound(to: Holdfast__V1__Warehouse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__warehouse__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Warehouse.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.code = try unsafe arena.string(source.pointee.code, "code")
    self.name = try unsafe arena.string(source.pointee.name, "name")
    self.address = try unsafe arena.message(source.pointee.address, "address")
    self.timezone = try unsafe arena.string(source.pointee.timezone, "timezone")
    self.isActive = unsafe source.pointee.is_active != 0
    self.priority = unsafe source.pointee.priority
    self.capabilities = unsafe arena.values(source.pointee.capabilities, source.pointee.n_capabilities)
    self.dailyCapacity = unsafe source.pointee.daily_capacity
    if unsafe source.pointee.optional_cut_off_minutes_case.rawValue == 10 {
      self.cutOffMinutes = unsafe source.pointee.cut_off_minutes
    }
    if unsafe source.pointee.optional_handling_hours_case.rawValue == 11 {
      self.handlingHours = unsafe source.pointee.handling_hours
    }
    self.shippingRate = try unsafe arena.message(source.pointee.shipping_rate, "shipping_rate")
    self.createdAt = unsafe source.pointee.created_at
    self.updatedAt = unsafe source.pointee.updated_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Warehouse.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !code.isEmpty {
      unsafe target.pointee.code = try arena.place(code, "code")
    }
    if !name.isEmpty {
      unsafe target.pointee.name = try arena.place(name, "name")
    }
    if let address {
      unsafe target.pointee.address = try arena.place(address, "address")
    }
    if !timezone.isEmpty {
      unsafe target.pointee.timezone = try arena.place(timezone, "timezone")
    }
    unsafe target.pointee.is_active = isActive ? 1 : 0
    unsafe target.pointee.priority = priority
    unsafe target.pointee.n_capabilities = capabilities.count
    unsafe target.pointee.capabilities = try arena.place(capabilities)
    unsafe target.pointee.daily_capacity = dailyCapacity
    if let cutOffMinutes {
      unsafe target.pointee.optional_cut_off_minutes_case = .init(rawValue: 10)
      unsafe target.pointee.cut_off_minutes = cutOffMinutes
    }
    if let handlingHours {
      unsafe target.pointee.optional_handling_hours_case = .init(rawValue: 11)
      unsafe target.pointee.handling_hours = handlingHours
    }
    if let shippingRate {
      unsafe target.pointee.shipping_rate = try arena.place(shippingRate, "shipping_rate")
    }
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.updated_at = updatedAt
  }
}

/// Asks for a new warehouse.
public struct CreateWarehouseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CreateWarehouseRequest" }

  /// The warehouse. `code` and `name` are needed; without `warehouse_id` the service makes one; is_active, created_at
  /// and updated_at are set by the service.
  public var warehouse: Warehouse? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouse: Warehouse? = nil) {
    self.warehouse = warehouse
  }
}

extension CreateWarehouseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CreateWarehouseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__create_warehouse_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__CreateWarehouseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__create_warehouse_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CreateWarehouseRequest.self)
    self.warehouse = try unsafe arena.message(source.pointee.warehouse, "warehouse")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CreateWarehouseRequest.self)
    if let warehouse {
      unsafe target.pointee.warehouse = try arena.place(warehouse, "warehouse")
    }
  }
}

/// Asks for a change of a warehouse.
public struct UpdateWarehouseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.UpdateWarehouseRequest" }

  /// The warehouse, by warehouse_id, with its new values.
  public var warehouse: Warehouse? = nil
  /// Names of the fields to change, such as `name` or `address`. Empty = those that are set in `warehouse`.
  public var updateMask: [String] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouse: Warehouse? = nil, updateMask: [String] = []) {
    self.warehouse = warehouse
    self.updateMask = updateMask
  }
}

extension UpdateWarehouseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__UpdateWarehouseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__update_warehouse_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__UpdateWarehouseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__update_warehouse_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__UpdateWarehouseRequest.self)
    self.warehouse = try unsafe arena.message(source.pointee.warehouse, "warehouse")
    self.updateMask = try unsafe arena.strings(source.pointee.update_mask, source.pointee.n_update_mask, "update_mask")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__UpdateWarehouseRequest.self)
    if let warehouse {
      unsafe target.pointee.warehouse = try arena.place(warehouse, "warehouse")
    }
    unsafe target.pointee.n_update_mask = updateMask.count
    unsafe target.pointee.update_mask = try arena.place(updateMask, "update_mask")
  }
}

/// Asks for one warehouse.
public struct GetWarehouseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetWarehouseRequest" }

  /// One of these, or none.
  public enum Key: Sendable, Hashable {
    /// Its id.
    case warehouseID(String)
    /// Its code.
    case code(String)
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

extension GetWarehouseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetWarehouseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_warehouse_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetWarehouseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_warehouse_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetWarehouseRequest.self)
    switch unsafe source.pointee.key_case.rawValue {
    case 1:
      let value = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
      self.key = .warehouseID(value)
    case 2:
      let value = try unsafe arena.string(source.pointee.code, "code")
      self.key = .code(value)
    default: break
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetWarehouseRequest.self)
    switch key {
    case .warehouseID(let value):
      unsafe target.pointee.key_case = .init(rawValue: 1)
      unsafe target.pointee.warehouse_id = try arena.place(value, "warehouse_id")
    case .code(let value):
      unsafe target.pointee.key_case = .init(rawValue: 2)
      unsafe target.pointee.code = try arena.place(value, "code")
    case nil: break
    }
  }
}

/// Asks for a page of warehouses.
public struct ListWarehousesRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListWarehousesRequest" }

  /// How many at most, 1 to 1000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// next_page_token of the page before; empty = the first page.
  public var pageToken: String = ""
  /// Only those that take new holds.
  public var onlyActive: Bool = false
  /// Only those that can do this.
  public var capability: Capability = .init(rawValue: 0)

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    pageSize: UInt32 = 0, pageToken: String = "", onlyActive: Bool = false, capability: Capability = .init(rawValue: 0)
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.onlyActive = onlyActive
    self.capability = capability
  }
}

extension ListWarehousesRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListWarehousesRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_warehouses_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListWarehousesRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_warehouses_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListWarehousesRequest.self)
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
    self.onlyActive = unsafe source.pointee.only_active != 0
    self.capability = unsafe Capability(rawValue: Int32(bitPattern: source.pointee.capability.rawValue))
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListWarehousesRequest.self)
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
    unsafe target.pointee.only_active = onlyActive ? 1 : 0
    unsafe target.pointee.capability = .init(rawValue: UInt32(bitPattern: capability.rawValue))
  }
}

/// A page of warehouses.
public struct ListWarehousesResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListWarehousesResponse" }

  /// In the order of their ids.
  public var warehouses: [Warehouse] = []
  /// Asks for the next page; empty = this is the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouses: [Warehouse] = [], nextPageToken: String = "") {
    self.warehouses = warehouses
    self.nextPageToken = nextPageToken
  }
}

extension ListWarehousesResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListWarehousesResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_warehouses_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListWarehousesResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_warehouses_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListWarehousesResponse.self)
    self.warehouses = try unsafe arena.messages(source.pointee.warehouses, source.pointee.n_warehouses, "warehouses")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListWarehousesResponse.self)
    unsafe target.pointee.n_warehouses = warehouses.count
    unsafe target.pointee.warehouses = try arena.place(warehouses, "warehouses")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Asks that a warehouse take no new holds.
public struct DeactivateWarehouseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.DeactivateWarehouseRequest" }

  /// The warehouse.
  public var warehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(warehouseID: String = "") {
    self.warehouseID = warehouseID
  }
}

extension DeactivateWarehouseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__DeactivateWarehouseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__deactivate_warehouse_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__DeactivateWarehouseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__deactivate_warehouse_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__DeactivateWarehouseRequest.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__DeactivateWarehouseRequest.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
  }
}

/// Asks which warehouse should ship a product.
public struct SelectWarehouseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SelectWarehouseRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units, at least 1.
  public var quantity: Int64 = 0
  /// Where to. Without coordinates every distance is unknown.
  public var shipTo: Address? = nil
  /// Other weights than the policy's, all of them: one that is left out is 0. Each from -1000000 to 1000000.
  public var weights: ScoringWeights? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", quantity: Int64 = 0, shipTo: Address? = nil,
    weights: ScoringWeights? = nil
  ) {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
    self.shipTo = shipTo
    self.weights = weights
  }
}

extension SelectWarehouseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SelectWarehouseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__select_warehouse_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__select_warehouse_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
    self.shipTo = try unsafe arena.message(source.pointee.ship_to, "ship_to")
    self.weights = try unsafe arena.message(source.pointee.weights, "weights")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
    if let shipTo {
      unsafe target.pointee.ship_to = try arena.place(shipTo, "ship_to")
    }
    if let weights {
      unsafe target.pointee.weights = try arena.place(weights, "weights")
    }
  }
}

/// What a score is made of.
public struct ScoreParts: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ScoreParts" }

  /// What every warehouse starts from.
  public var base: Double = 0
  /// What distance takes away; not above 0.
  public var distance: Double = 0
  /// What availability adds.
  public var availability: Double = 0
  /// What priority adds.
  public var priority: Double = 0
  /// What free capacity adds.
  public var utilization: Double = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    base: Double = 0, distance: Double = 0, availability: Double = 0, priority: Double = 0, utilization: Double = 0
  ) {
    self.base = base
    self.distance = distance
    self.availability = availability
    self.priority = priority
    self.utilization = utilization
  }
}

extension ScoreParts: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ScoreParts>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__score_parts__init(target.assumingMemoryBound(to: Holdfast__V1__ScoreParts.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__score_parts__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ScoreParts.self)
    self.base = unsafe source.pointee.base
    self.distance = unsafe source.pointee.distance
    self.availability = unsafe source.pointee.availability
    self.priority = unsafe source.pointee.priority
    self.utilization = unsafe source.pointee.utilization
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ScoreParts.self)
    unsafe target.pointee.base = base
    unsafe target.pointee.distance = distance
    unsafe target.pointee.availability = availability
    unsafe target.pointee.priority = priority
    unsafe target.pointee.utilization = utilization
  }
}

/// One warehouse that could ship.
public struct WarehouseCandidate: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.WarehouseCandidate" }

  /// The warehouse.
  public var warehouseID: String = ""
  /// Its code.
  public var code: String = ""
  /// Higher is better.
  public var score: Double = 0
  /// The parts, which add up to the score.
  public var parts: ScoreParts? = nil
  /// Units available there.
  public var available: Int64 = 0
  /// Great-circle distance, R = 6371 km; absent where either place has no coordinates.
  public var distanceMetres: Int64? = nil
  /// Shipping cost in micros.
  public var costMicros: Int64 = 0
  /// Its currency.
  public var currency: String = ""
  /// When it would leave.
  public var shipsAt: Int64 = 0
  /// When it would arrive.
  public var deliversAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    warehouseID: String = "", code: String = "", score: Double = 0, parts: ScoreParts? = nil, available: Int64 = 0,
    distanceMetres: Int64? = nil, costMicros: Int64 = 0, currency: String = "", shipsAt: Int64 = 0,
    deliversAt: Int64 = 0
  ) {
    self.warehouseID = warehouseID
    self.code = code
    self.score = score
    self.parts = parts
    self.available = available
    self.distanceMetres = distanceMetres
    self.costMicros = costMicros
    self.currency = currency
    self.shipsAt = shipsAt
    self.deliversAt = deliversAt
  }
}

extension WarehouseCandidate: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__WarehouseCandidate>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__warehouse_candidate__init(
      target.assumingMemoryBound(to: Holdfast__V1__WarehouseCandidate.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__warehouse_candidate__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__WarehouseCandidate.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.code = try unsafe arena.string(source.pointee.code, "code")
    self.score = unsafe source.pointee.score
    self.parts = try unsafe arena.message(source.pointee.parts, "parts")
    self.available = unsafe source.pointee.available
    if unsafe source.pointee.optional_distance_metres_case.rawValue == 6 {
      self.distanceMetres = unsafe source.pointee.distance_metres
    }
    self.costMicros = unsafe source.pointee.cost_micros
    self.currency = try unsafe arena.string(source.pointee.currency, "currency")
    self.shipsAt = unsafe source.pointee.ships_at
    self.deliversAt = unsafe source.pointee.delivers_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__WarehouseCandidate.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !code.isEmpty {
      unsafe target.pointee.code = try arena.place(code, "code")
    }
    unsafe target.pointee.score = score
    if let parts {
      unsafe target.pointee.parts = try arena.place(parts, "parts")
    }
    unsafe target.pointee.available = available
    if let distanceMetres {
      unsafe target.pointee.optional_distance_metres_case = .init(rawValue: 6)
      unsafe target.pointee.distance_metres = distanceMetres
    }
    unsafe target.pointee.cost_micros = costMicros
    if !currency.isEmpty {
      unsafe target.pointee.currency = try arena.place(currency, "currency")
    }
    unsafe target.pointee.ships_at = shipsAt
    unsafe target.pointee.delivers_at = deliversAt
  }
}

/// The ranking.
public struct SelectWarehouseResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SelectWarehouseResponse" }

  /// Best score first; ties by warehouse id. Never empty.
  public var candidates: [WarehouseCandidate] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(candidates: [WarehouseCandidate] = []) {
    self.candidates = candidates
  }
}

extension SelectWarehouseResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SelectWarehouseResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__select_warehouse_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__select_warehouse_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseResponse.self)
    self.candidates = try unsafe arena.messages(source.pointee.candidates, source.pointee.n_candidates, "candidates")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SelectWarehouseResponse.self)
    unsafe target.pointee.n_candidates = candidates.count
    unsafe target.pointee.candidates = try arena.place(candidates, "candidates")
  }
}

/// Asks how to ship an order.
public struct SplitOrderRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SplitOrderRequest" }

  /// What is ordered, 1 to 100 items.
  public var items: [OrderItem] = []
  /// Where to. Without coordinates every distance is unknown.
  public var shipTo: Address? = nil
  /// How to choose; default FEWEST_SHIPMENTS.
  public var strategy: SplitStrategy = .init(rawValue: 0)
  /// Plan what there is, instead of refusing when something is short.
  public var allowPartial: Bool = false
  /// Ship from this warehouse first: the customer collects there. One that is not active or does not ship takes no
  /// part.
  public var pickupWarehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    items: [OrderItem] = [], shipTo: Address? = nil, strategy: SplitStrategy = .init(rawValue: 0),
    allowPartial: Bool = false, pickupWarehouseID: String = ""
  ) {
    self.items = items
    self.shipTo = shipTo
    self.strategy = strategy
    self.allowPartial = allowPartial
    self.pickupWarehouseID = pickupWarehouseID
  }
}

extension SplitOrderRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SplitOrderRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__split_order_request__init(target.assumingMemoryBound(to: Holdfast__V1__SplitOrderRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__split_order_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SplitOrderRequest.self)
    self.items = try unsafe arena.messages(source.pointee.items, source.pointee.n_items, "items")
    self.shipTo = try unsafe arena.message(source.pointee.ship_to, "ship_to")
    self.strategy = unsafe SplitStrategy(rawValue: Int32(bitPattern: source.pointee.strategy.rawValue))
    self.allowPartial = unsafe source.pointee.allow_partial != 0
    self.pickupWarehouseID = try unsafe arena.string(source.pointee.pickup_warehouse_id, "pickup_warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SplitOrderRequest.self)
    unsafe target.pointee.n_items = items.count
    unsafe target.pointee.items = try arena.place(items, "items")
    if let shipTo {
      unsafe target.pointee.ship_to = try arena.place(shipTo, "ship_to")
    }
    unsafe target.pointee.strategy = .init(rawValue: UInt32(bitPattern: strategy.rawValue))
    unsafe target.pointee.allow_partial = allowPartial ? 1 : 0
    if !pickupWarehouseID.isEmpty {
      unsafe target.pointee.pickup_warehouse_id = try arena.place(pickupWarehouseID, "pickup_warehouse_id")
    }
  }
}

/// What one warehouse ships of an item.
public struct ShipmentItem: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ShipmentItem" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units.
  public var quantity: Int64 = 0
  /// Which item of the request, from 0.
  public var itemIndex: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", quantity: Int64 = 0, itemIndex: UInt32 = 0) {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
    self.itemIndex = itemIndex
  }
}

extension ShipmentItem: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ShipmentItem>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__shipment_item__init(target.assumingMemoryBound(to: Holdfast__V1__ShipmentItem.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__shipment_item__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ShipmentItem.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
    self.itemIndex = unsafe source.pointee.item_index
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ShipmentItem.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.item_index = itemIndex
  }
}

/// What one warehouse ships.
public struct Shipment: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Shipment" }

  /// The warehouse.
  public var warehouseID: String = ""
  /// Its code.
  public var code: String = ""
  /// What it ships.
  public var items: [ShipmentItem] = []
  /// Shipping cost in micros.
  public var costMicros: Int64 = 0
  /// Its currency.
  public var currency: String = ""
  /// Great-circle distance; absent where either place has no coordinates.
  public var distanceMetres: Int64? = nil
  /// When it would leave.
  public var shipsAt: Int64 = 0
  /// When it would arrive.
  public var deliversAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    warehouseID: String = "", code: String = "", items: [ShipmentItem] = [], costMicros: Int64 = 0,
    currency: String = "", distanceMetres: Int64? = nil, shipsAt: Int64 = 0, deliversAt: Int64 = 0
  ) {
    self.warehouseID = warehouseID
    self.code = code
    self.items = items
    self.costMicros = costMicros
    self.currency = currency
    self.distanceMetres = distanceMetres
    self.shipsAt = shipsAt
    self.deliversAt = deliversAt
  }
}

extension Shipment: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Shipment>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__shipment__init(target.assumingMemoryBound(to: Holdfast__V1__Shipment.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__shipment__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Shipment.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.code = try unsafe arena.string(source.pointee.code, "code")
    self.items = try unsafe arena.messages(source.pointee.items, source.pointee.n_items, "items")
    self.costMicros = unsafe source.pointee.cost_micros
    self.currency = try unsafe arena.string(source.pointee.currency, "currency")
    if unsafe source.pointee.optional_distance_metres_case.rawValue == 6 {
      self.distanceMetres = unsafe source.pointee.distance_metres
    }
    self.shipsAt = unsafe source.pointee.ships_at
    self.deliversAt = unsafe source.pointee.delivers_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Shipment.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !code.isEmpty {
      unsafe target.pointee.code = try arena.place(code, "code")
    }
    unsafe target.pointee.n_items = items.count
    unsafe target.pointee.items = try arena.place(items, "items")
    unsafe target.pointee.cost_micros = costMicros
    if !currency.isEmpty {
      unsafe target.pointee.currency = try arena.place(currency, "currency")
    }
    if let distanceMetres {
      unsafe target.pointee.optional_distance_metres_case = .init(rawValue: 6)
      unsafe target.pointee.distance_metres = distanceMetres
    }
    unsafe target.pointee.ships_at = shipsAt
    unsafe target.pointee.delivers_at = deliversAt
  }
}

/// What of an item cannot be met.
public struct UnmetItem: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.UnmetItem" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units asked for.
  public var requested: Int64 = 0
  /// Units that are short.
  public var unmet: Int64 = 0
  /// Which item of the request, from 0.
  public var itemIndex: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", requested: Int64 = 0, unmet: Int64 = 0, itemIndex: UInt32 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.requested = requested
    self.unmet = unmet
    self.itemIndex = itemIndex
  }
}

extension UnmetItem: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__UnmetItem>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__unmet_item__init(target.assumingMemoryBound(to: Holdfast__V1__UnmetItem.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__unmet_item__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__UnmetItem.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.requested = unsafe source.pointee.requested
    self.unmet = unsafe source.pointee.unmet
    self.itemIndex = unsafe source.pointee.item_index
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__UnmetItem.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.requested = requested
    unsafe target.pointee.unmet = unmet
    unsafe target.pointee.item_index = itemIndex
  }
}

/// A plan.
public struct SplitOrderResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SplitOrderResponse" }

  /// One for each warehouse that takes part, in the order of their ids.
  public var shipments: [Shipment] = []
  /// What cannot be met; empty unless allow_partial.
  public var unmet: [UnmetItem] = []
  /// Whether no better plan exists by the strategy's own measure.
  public var isProvenOptimal: Bool = false
  /// Cost of all shipments, in micros.
  public var totalCostMicros: Int64 = 0
  /// Its currency.
  public var currency: String = ""
  /// Search steps that the plan took, out of the policy's budget.
  public var searchSteps: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    shipments: [Shipment] = [], unmet: [UnmetItem] = [], isProvenOptimal: Bool = false, totalCostMicros: Int64 = 0,
    currency: String = "", searchSteps: UInt64 = 0
  ) {
    self.shipments = shipments
    self.unmet = unmet
    self.isProvenOptimal = isProvenOptimal
    self.totalCostMicros = totalCostMicros
    self.currency = currency
    self.searchSteps = searchSteps
  }
}

extension SplitOrderResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SplitOrderResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__split_order_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__SplitOrderResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__split_order_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SplitOrderResponse.self)
    self.shipments = try unsafe arena.messages(source.pointee.shipments, source.pointee.n_shipments, "shipments")
    self.unmet = try unsafe arena.messages(source.pointee.unmet, source.pointee.n_unmet, "unmet")
    self.isProvenOptimal = unsafe source.pointee.is_proven_optimal != 0
    self.totalCostMicros = unsafe source.pointee.total_cost_micros
    self.currency = try unsafe arena.string(source.pointee.currency, "currency")
    self.searchSteps = unsafe source.pointee.search_steps
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SplitOrderResponse.self)
    unsafe target.pointee.n_shipments = shipments.count
    unsafe target.pointee.shipments = try arena.place(shipments, "shipments")
    unsafe target.pointee.n_unmet = unmet.count
    unsafe target.pointee.unmet = try arena.place(unmet, "unmet")
    unsafe target.pointee.is_proven_optimal = isProvenOptimal ? 1 : 0
    unsafe target.pointee.total_cost_micros = totalCostMicros
    if !currency.isEmpty {
      unsafe target.pointee.currency = try arena.place(currency, "currency")
    }
    unsafe target.pointee.search_steps = searchSteps
  }
}
