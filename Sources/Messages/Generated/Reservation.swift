// Made by tools/generate from proto/holdfast/v1/reservation.proto. Do not edit.

package import CMessages

/// What happens when something is short.
public struct ReserveMode: OpenEnum {
  /// The default: ALL_OR_NOTHING.
  public static let unspecified = Self(rawValue: 0)
  /// Every item or none.
  public static let allOrNothing = Self(rawValue: 1)
  /// Each item on its own, wholly or not at all. Where none can be held, holds that were to be replaced stay.
  public static let bestEffort = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .allOrNothing, .bestEffort]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "RESERVE_MODE_UNSPECIFIED"
    case 1: "RESERVE_MODE_ALL_OR_NOTHING"
    case 2: "RESERVE_MODE_BEST_EFFORT"
    default: "\(rawValue)"
    }
  }
}

/// What becomes of holds that the reference already has.
public struct ExistingHolds: OpenEnum {
  /// A cart replaces them; for anything else it is ALREADY_EXISTS if there are any.
  public static let unspecified = Self(rawValue: 0)
  /// They are given back in the same step and never stand in the way of the new ones; a refusal keeps them.
  public static let replace = Self(rawValue: 1)
  /// They stay. A reference may have up to 10,000 open reservations: what would make more is FAILED_PRECONDITION.
  public static let add = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .replace, .add]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "EXISTING_HOLDS_UNSPECIFIED"
    case 1: "EXISTING_HOLDS_REPLACE"
    case 2: "EXISTING_HOLDS_ADD"
    default: "\(rawValue)"
    }
  }
}

/// Asks to hold stock.
public struct ReserveRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReserveRequest" }

  /// What for.
  public var reference: Reference? = nil
  /// What, 1 to 100 items. Lines of one (product, variant, warehouse) are added up first.
  public var items: [OrderItem] = []
  /// The sales channel, if any.
  public var channelID: String = ""
  /// Where to, for choosing warehouses.
  public var shipTo: Address? = nil
  /// How long to hold, up to ten years; 0 = without expiry. Default: CART 1,800, ORDER none, TRANSFER 86,400.
  public var timeToLiveSeconds: UInt32? = nil
  /// All or nothing, or best effort.
  public var mode: ReserveMode = .init(rawValue: 0)
  /// What becomes of holds that the reference already has.
  public var existing: ExistingHolds = .init(rawValue: 0)
  /// How to choose warehouses for items that name none; default FEWEST_SHIPMENTS.
  public var strategy: SplitStrategy = .init(rawValue: 0)
  /// Take from this warehouse first: the customer collects there. One that is not active or does not ship takes no
  /// part.
  public var pickupWarehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reference: Reference? = nil, items: [OrderItem] = [], channelID: String = "", shipTo: Address? = nil,
    timeToLiveSeconds: UInt32? = nil, mode: ReserveMode = .init(rawValue: 0),
    existing: ExistingHolds = .init(rawValue: 0), strategy: SplitStrategy = .init(rawValue: 0),
    pickupWarehouseID: String = ""
  ) {
    self.reference = reference
    self.items = items
    self.channelID = channelID
    self.shipTo = shipTo
    self.timeToLiveSeconds = timeToLiveSeconds
    self.mode = mode
    self.existing = existing
    self.strategy = strategy
    self.pickupWarehouseID = pickupWarehouseID
  }
}

extension ReserveRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReserveRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reserve_request__init(target.assumingMemoryBound(to: Holdfast__V1__ReserveRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reserve_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReserveRequest.self)
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.items = try unsafe arena.messages(source.pointee.items, source.pointee.n_items, "items")
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.shipTo = try unsafe arena.message(source.pointee.ship_to, "ship_to")
    if unsafe source.pointee.optional_time_to_live_seconds_case.rawValue == 5 {
      self.timeToLiveSeconds = unsafe source.pointee.time_to_live_seconds
    }
    self.mode = unsafe ReserveMode(rawValue: Int32(bitPattern: source.pointee.mode.rawValue))
    self.existing = unsafe ExistingHolds(rawValue: Int32(bitPattern: source.pointee.existing.rawValue))
    self.strategy = unsafe SplitStrategy(rawValue: Int32(bitPattern: source.pointee.strategy.rawValue))
    self.pickupWarehouseID = try unsafe arena.string(source.pointee.pickup_warehouse_id, "pickup_warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReserveRequest.self)
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    unsafe target.pointee.n_items = items.count
    unsafe target.pointee.items = try arena.place(items, "items")
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if let shipTo {
      unsafe target.pointee.ship_to = try arena.place(shipTo, "ship_to")
    }
    if let timeToLiveSeconds {
      unsafe target.pointee.optional_time_to_live_seconds_case = .init(rawValue: 5)
      unsafe target.pointee.time_to_live_seconds = timeToLiveSeconds
    }
    unsafe target.pointee.mode = .init(rawValue: UInt32(bitPattern: mode.rawValue))
    unsafe target.pointee.existing = .init(rawValue: UInt32(bitPattern: existing.rawValue))
    unsafe target.pointee.strategy = .init(rawValue: UInt32(bitPattern: strategy.rawValue))
    if !pickupWarehouseID.isEmpty {
      unsafe target.pointee.pickup_warehouse_id = try arena.place(pickupWarehouseID, "pickup_warehouse_id")
    }
  }
}

/// What is held.
public struct ReserveResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReserveResponse" }

  /// The new holds.
  public var reservations: [Reservation] = []
  /// BEST_EFFORT: the items that are not held, and why.
  public var failures: [Refusal] = []
  /// Whether the choice of warehouses is proven optimal by the strategy's own measure.
  public var isProvenOptimal: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservations: [Reservation] = [], failures: [Refusal] = [], isProvenOptimal: Bool = false) {
    self.reservations = reservations
    self.failures = failures
    self.isProvenOptimal = isProvenOptimal
  }
}

extension ReserveResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReserveResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reserve_response__init(target.assumingMemoryBound(to: Holdfast__V1__ReserveResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reserve_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReserveResponse.self)
    self.reservations = try unsafe arena.messages(
      source.pointee.reservations, source.pointee.n_reservations, "reservations")
    self.failures = try unsafe arena.messages(source.pointee.failures, source.pointee.n_failures, "failures")
    self.isProvenOptimal = unsafe source.pointee.is_proven_optimal != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReserveResponse.self)
    unsafe target.pointee.n_reservations = reservations.count
    unsafe target.pointee.reservations = try arena.place(reservations, "reservations")
    unsafe target.pointee.n_failures = failures.count
    unsafe target.pointee.failures = try arena.place(failures, "failures")
    unsafe target.pointee.is_proven_optimal = isProvenOptimal ? 1 : 0
  }
}

/// Asks to give holds back: by ids or by reference.
public struct ReleaseRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReleaseRequest" }

  /// These reservations, up to 1,000.
  public var reservationIDs: [String] = []
  /// All holds of this reference; none is OK.
  public var reference: Reference? = nil
  /// Why, for the journal.
  public var reason: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservationIDs: [String] = [], reference: Reference? = nil, reason: String = "") {
    self.reservationIDs = reservationIDs
    self.reference = reference
    self.reason = reason
  }
}

extension ReleaseRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReleaseRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__release_request__init(target.assumingMemoryBound(to: Holdfast__V1__ReleaseRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__release_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReleaseRequest.self)
    self.reservationIDs = try unsafe arena.strings(
      source.pointee.reservation_ids, source.pointee.n_reservation_ids, "reservation_ids")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReleaseRequest.self)
    unsafe target.pointee.n_reservation_ids = reservationIDs.count
    unsafe target.pointee.reservation_ids = try arena.place(reservationIDs, "reservation_ids")
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
  }
}

/// What was given back.
public struct ReleaseResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReleaseResponse" }

  /// As they were before.
  public var released: [Reservation] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(released: [Reservation] = []) {
    self.released = released
  }
}

extension ReleaseResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReleaseResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__release_response__init(target.assumingMemoryBound(to: Holdfast__V1__ReleaseResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__release_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReleaseResponse.self)
    self.released = try unsafe arena.messages(source.pointee.released, source.pointee.n_released, "released")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReleaseResponse.self)
    unsafe target.pointee.n_released = released.count
    unsafe target.pointee.released = try arena.place(released, "released")
  }
}

/// Asks to move the expiry of holds: by ids or by reference.
public struct ExtendRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ExtendRequest" }

  /// These reservations, up to 1,000.
  public var reservationIDs: [String] = []
  /// All holds of this reference.
  public var reference: Reference? = nil
  /// One of these, or none.
  public enum Until: Sendable, Hashable {
    /// Hold until this instant.
    case expiresAt(Int64)
    /// Hold for this long from now; 0 = without expiry.
    case timeToLiveSeconds(UInt32)
  }
  /// One of these, or none.
  public var until: Until? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservationIDs: [String] = [], reference: Reference? = nil, until: Until? = nil) {
    self.reservationIDs = reservationIDs
    self.reference = reference
    self.until = until
  }
}

extension ExtendRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ExtendRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__extend_request__init(target.assumingMemoryBound(to: Holdfast__V1__ExtendRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__extend_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ExtendRequest.self)
    self.reservationIDs = try unsafe arena.strings(
      source.pointee.reservation_ids, source.pointee.n_reservation_ids, "reservation_ids")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    switch unsafe source.pointee.until_case.rawValue {
    case 3:
      let value = unsafe source.pointee.expires_at
      self.until = .expiresAt(value)
    case 4:
      let value = unsafe source.pointee.time_to_live_seconds
      self.until = .timeToLiveSeconds(value)
    default: break
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ExtendRequest.self)
    unsafe target.pointee.n_reservation_ids = reservationIDs.count
    unsafe target.pointee.reservation_ids = try arena.place(reservationIDs, "reservation_ids")
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    switch until {
    case .expiresAt(let value):
      unsafe target.pointee.until_case = .init(rawValue: 3)
      unsafe target.pointee.expires_at = value
    case .timeToLiveSeconds(let value):
      unsafe target.pointee.until_case = .init(rawValue: 4)
      unsafe target.pointee.time_to_live_seconds = value
    case nil: break
    }
  }
}

/// The holds after the change.
public struct ExtendResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ExtendResponse" }

  /// With their new expiry.
  public var reservations: [Reservation] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservations: [Reservation] = []) {
    self.reservations = reservations
  }
}

extension ExtendResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ExtendResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__extend_response__init(target.assumingMemoryBound(to: Holdfast__V1__ExtendResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__extend_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ExtendResponse.self)
    self.reservations = try unsafe arena.messages(
      source.pointee.reservations, source.pointee.n_reservations, "reservations")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ExtendResponse.self)
    unsafe target.pointee.n_reservations = reservations.count
    unsafe target.pointee.reservations = try arena.place(reservations, "reservations")
  }
}

/// Asks to make a cart's holds an order's: by ids or by cart.
public struct ConvertReservationRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ConvertReservationRequest" }

  /// These reservations of carts, up to 1,000.
  public var reservationIDs: [String] = []
  /// All holds of this cart.
  public var cartID: String = ""
  /// The order they become.
  public var orderID: String = ""
  /// What if the order already has holds: ADD keeps both; otherwise it is ALREADY_EXISTS.
  public var existing: ExistingHolds = .init(rawValue: 0)

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    reservationIDs: [String] = [], cartID: String = "", orderID: String = "",
    existing: ExistingHolds = .init(rawValue: 0)
  ) {
    self.reservationIDs = reservationIDs
    self.cartID = cartID
    self.orderID = orderID
    self.existing = existing
  }
}

extension ConvertReservationRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ConvertReservationRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__convert_reservation_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ConvertReservationRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__convert_reservation_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ConvertReservationRequest.self)
    self.reservationIDs = try unsafe arena.strings(
      source.pointee.reservation_ids, source.pointee.n_reservation_ids, "reservation_ids")
    self.cartID = try unsafe arena.string(source.pointee.cart_id, "cart_id")
    self.orderID = try unsafe arena.string(source.pointee.order_id, "order_id")
    self.existing = unsafe ExistingHolds(rawValue: Int32(bitPattern: source.pointee.existing.rawValue))
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ConvertReservationRequest.self)
    unsafe target.pointee.n_reservation_ids = reservationIDs.count
    unsafe target.pointee.reservation_ids = try arena.place(reservationIDs, "reservation_ids")
    if !cartID.isEmpty {
      unsafe target.pointee.cart_id = try arena.place(cartID, "cart_id")
    }
    if !orderID.isEmpty {
      unsafe target.pointee.order_id = try arena.place(orderID, "order_id")
    }
    unsafe target.pointee.existing = .init(rawValue: UInt32(bitPattern: existing.rawValue))
  }
}

/// The order's holds.
public struct ConvertReservationResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ConvertReservationResponse" }

  /// With their new reference, without expiry.
  public var reservations: [Reservation] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservations: [Reservation] = []) {
    self.reservations = reservations
  }
}

extension ConvertReservationResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ConvertReservationResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__convert_reservation_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ConvertReservationResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__convert_reservation_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ConvertReservationResponse.self)
    self.reservations = try unsafe arena.messages(
      source.pointee.reservations, source.pointee.n_reservations, "reservations")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ConvertReservationResponse.self)
    unsafe target.pointee.n_reservations = reservations.count
    unsafe target.pointee.reservations = try arena.place(reservations, "reservations")
  }
}

/// Asks to change one hold.
public struct ChangeReservationRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ChangeReservationRequest" }

  /// The reservation.
  public var reservationID: String = ""
  /// Units to hold, at least 1.
  public var quantity: Int64? = nil
  /// The warehouse to hold at; empty = where it is.
  public var warehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservationID: String = "", quantity: Int64? = nil, warehouseID: String = "") {
    self.reservationID = reservationID
    self.quantity = quantity
    self.warehouseID = warehouseID
  }
}

extension ChangeReservationRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ChangeReservationRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__change_reservation_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ChangeReservationRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__change_reservation_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ChangeReservationRequest.self)
    self.reservationID = try unsafe arena.string(source.pointee.reservation_id, "reservation_id")
    if unsafe source.pointee.optional_quantity_case.rawValue == 2 {
      self.quantity = unsafe source.pointee.quantity
    }
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ChangeReservationRequest.self)
    if !reservationID.isEmpty {
      unsafe target.pointee.reservation_id = try arena.place(reservationID, "reservation_id")
    }
    if let quantity {
      unsafe target.pointee.optional_quantity_case = .init(rawValue: 2)
      unsafe target.pointee.quantity = quantity
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
  }
}

/// How much of a hold has left.
public struct FulfillLine: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.FulfillLine" }

  /// The reservation.
  public var reservationID: String = ""
  /// Units that left; 0 = all that is held.
  public var quantity: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservationID: String = "", quantity: Int64 = 0) {
    self.reservationID = reservationID
    self.quantity = quantity
  }
}

extension FulfillLine: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__FulfillLine>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__fulfill_line__init(target.assumingMemoryBound(to: Holdfast__V1__FulfillLine.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__fulfill_line__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__FulfillLine.self)
    self.reservationID = try unsafe arena.string(source.pointee.reservation_id, "reservation_id")
    self.quantity = unsafe source.pointee.quantity
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__FulfillLine.self)
    if !reservationID.isEmpty {
      unsafe target.pointee.reservation_id = try arena.place(reservationID, "reservation_id")
    }
    unsafe target.pointee.quantity = quantity
  }
}

/// Says that goods have left: by lines or by reference.
public struct FulfillRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.FulfillRequest" }

  /// These holds, each once, up to 1,000.
  public var lines: [FulfillLine] = []
  /// All holds of this reference, wholly.
  public var reference: Reference? = nil
  /// Facts for the journal, up to 16.
  public var metadata: [Metadata] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(lines: [FulfillLine] = [], reference: Reference? = nil, metadata: [Metadata] = []) {
    self.lines = lines
    self.reference = reference
    self.metadata = metadata
  }
}

extension FulfillRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__FulfillRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__fulfill_request__init(target.assumingMemoryBound(to: Holdfast__V1__FulfillRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__fulfill_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__FulfillRequest.self)
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.metadata = try unsafe arena.messages(source.pointee.metadata, source.pointee.n_metadata, "metadata")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__FulfillRequest.self)
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    unsafe target.pointee.n_metadata = metadata.count
    unsafe target.pointee.metadata = try arena.place(metadata, "metadata")
  }
}

/// What is left of the holds.
public struct FulfillResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.FulfillResponse" }

  /// As they are now; quantity 0 = wholly fulfilled and closed.
  public var reservations: [Reservation] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservations: [Reservation] = []) {
    self.reservations = reservations
  }
}

extension FulfillResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__FulfillResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__fulfill_response__init(target.assumingMemoryBound(to: Holdfast__V1__FulfillResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__fulfill_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__FulfillResponse.self)
    self.reservations = try unsafe arena.messages(
      source.pointee.reservations, source.pointee.n_reservations, "reservations")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__FulfillResponse.self)
    unsafe target.pointee.n_reservations = reservations.count
    unsafe target.pointee.reservations = try arena.place(reservations, "reservations")
  }
}

/// Asks for one reservation.
public struct GetReservationRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetReservationRequest" }

  /// The reservation.
  public var reservationID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservationID: String = "") {
    self.reservationID = reservationID
  }
}

extension GetReservationRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetReservationRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_reservation_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetReservationRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_reservation_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetReservationRequest.self)
    self.reservationID = try unsafe arena.string(source.pointee.reservation_id, "reservation_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetReservationRequest.self)
    if !reservationID.isEmpty {
      unsafe target.pointee.reservation_id = try arena.place(reservationID, "reservation_id")
    }
  }
}

/// Names the stock that reservations are listed for.
public struct ReservationStockFilter: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReservationStockFilter" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself, or without a warehouse all variants.
  public var variantID: String = ""
  /// The warehouse; empty = all.
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

extension ReservationStockFilter: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReservationStockFilter>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reservation_stock_filter__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReservationStockFilter.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reservation_stock_filter__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReservationStockFilter.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReservationStockFilter.self)
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

/// Asks for a page of reservations.
public struct ListReservationsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListReservationsRequest" }

  /// One of these, or none.
  public indirect enum By: Sendable, Hashable {
    /// Those of this reference.
    case reference(Reference)
    /// Those of this product, in one warehouse or in all.
    case stock(ReservationStockFilter)
    /// Those at this warehouse.
    case warehouseID(String)
    /// Those that expire before this instant, soonest first.
    case expiresBefore(Int64)
  }
  /// One of these, or none.
  public var by: By? = nil
  /// How many at most, 1 to 1000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// next_page_token of the page before; empty = the first page.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(by: By? = nil, pageSize: UInt32 = 0, pageToken: String = "") {
    self.by = by
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListReservationsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListReservationsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_reservations_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListReservationsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_reservations_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListReservationsRequest.self)
    switch unsafe source.pointee.by_case.rawValue {
    case 1:
      let value = try unsafe arena.message(source.pointee.reference, "reference") ?? Reference()
      self.by = .reference(value)
    case 2:
      let value = try unsafe arena.message(source.pointee.stock, "stock") ?? ReservationStockFilter()
      self.by = .stock(value)
    case 3:
      let value = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
      self.by = .warehouseID(value)
    case 4:
      let value = unsafe source.pointee.expires_before
      self.by = .expiresBefore(value)
    default: break
    }
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListReservationsRequest.self)
    switch by {
    case .reference(let value):
      unsafe target.pointee.by_case = .init(rawValue: 1)
      unsafe target.pointee.reference = try arena.place(value, "reference")
    case .stock(let value):
      unsafe target.pointee.by_case = .init(rawValue: 2)
      unsafe target.pointee.stock = try arena.place(value, "stock")
    case .warehouseID(let value):
      unsafe target.pointee.by_case = .init(rawValue: 3)
      unsafe target.pointee.warehouse_id = try arena.place(value, "warehouse_id")
    case .expiresBefore(let value):
      unsafe target.pointee.by_case = .init(rawValue: 4)
      unsafe target.pointee.expires_before = value
    case nil: break
    }
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of reservations.
public struct ListReservationsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListReservationsResponse" }

  /// By reference and by warehouse, the oldest first; by product, by (variant, warehouse, expiry); by expiry, the
  /// soonest first. A page may hold fewer than were asked for, and still have a next one.
  public var reservations: [Reservation] = []
  /// Asks for the next page; empty = this is the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reservations: [Reservation] = [], nextPageToken: String = "") {
    self.reservations = reservations
    self.nextPageToken = nextPageToken
  }
}

extension ListReservationsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListReservationsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_reservations_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListReservationsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_reservations_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListReservationsResponse.self)
    self.reservations = try unsafe arena.messages(
      source.pointee.reservations, source.pointee.n_reservations, "reservations")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListReservationsResponse.self)
    unsafe target.pointee.n_reservations = reservations.count
    unsafe target.pointee.reservations = try arena.place(reservations, "reservations")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}
