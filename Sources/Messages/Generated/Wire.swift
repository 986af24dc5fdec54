// Made by tools/generate from proto/holdfast/v1/wire.proto. Do not edit.

package import CMessages

/// The canonical status codes, with the numbers that gRPC gives them.
public struct StatusCode: OpenEnum {
  /// It went well.
  public static let ok = Self(rawValue: 0)
  /// The caller ended the call.
  public static let cancelled = Self(rawValue: 1)
  /// Nobody knows: a status of another kind.
  public static let unknown = Self(rawValue: 2)
  /// The request is wrong whatever the state is; `violations` says where.
  public static let invalidArgument = Self(rawValue: 3)
  /// The deadline passed before the call was taken; it was not applied.
  public static let deadlineExceeded = Self(rawValue: 4)
  /// What the request names does not exist.
  public static let notFound = Self(rawValue: 5)
  /// What would be made exists, or the command id was used for another request.
  public static let alreadyExists = Self(rawValue: 6)
  /// The caller's role does not allow it.
  public static let permissionDenied = Self(rawValue: 7)
  /// A limit or a full queue; try again after `retry_after_ms`.
  public static let resourceExhausted = Self(rawValue: 8)
  /// The state does not allow it: not enough stock, an expired hold, an inactive warehouse; `refusals` says what.
  public static let failedPrecondition = Self(rawValue: 9)
  /// `expected_version` does not match; `refusals` says the current one.
  public static let aborted = Self(rawValue: 10)
  /// A quantity would leave the range of signed 64-bit.
  public static let outOfRange = Self(rawValue: 11)
  /// The method does not exist here.
  public static let unimplemented = Self(rawValue: 12)
  /// A fault of the server.
  public static let `internal` = Self(rawValue: 13)
  /// The server takes no commands, or is going away; try again.
  public static let unavailable = Self(rawValue: 14)
  /// What was stored is damaged.
  public static let dataLoss = Self(rawValue: 15)
  /// The certificate maps to no role.
  public static let unauthenticated = Self(rawValue: 16)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .ok, .cancelled, .unknown, .invalidArgument, .deadlineExceeded, .notFound, .alreadyExists, .permissionDenied,
    .resourceExhausted, .failedPrecondition, .aborted, .outOfRange, .unimplemented, .internal, .unavailable, .dataLoss,
    .unauthenticated,
  ]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "STATUS_CODE_OK"
    case 1: "STATUS_CODE_CANCELLED"
    case 2: "STATUS_CODE_UNKNOWN"
    case 3: "STATUS_CODE_INVALID_ARGUMENT"
    case 4: "STATUS_CODE_DEADLINE_EXCEEDED"
    case 5: "STATUS_CODE_NOT_FOUND"
    case 6: "STATUS_CODE_ALREADY_EXISTS"
    case 7: "STATUS_CODE_PERMISSION_DENIED"
    case 8: "STATUS_CODE_RESOURCE_EXHAUSTED"
    case 9: "STATUS_CODE_FAILED_PRECONDITION"
    case 10: "STATUS_CODE_ABORTED"
    case 11: "STATUS_CODE_OUT_OF_RANGE"
    case 12: "STATUS_CODE_UNIMPLEMENTED"
    case 13: "STATUS_CODE_INTERNAL"
    case 14: "STATUS_CODE_UNAVAILABLE"
    case 15: "STATUS_CODE_DATA_LOSS"
    case 16: "STATUS_CODE_UNAUTHENTICATED"
    default: "\(rawValue)"
    }
  }
}

/// Why an item was refused.
public struct RefusalReason: OpenEnum {
  /// Never sent.
  public static let unspecified = Self(rawValue: 0)
  /// `available` is less than `requested`.
  public static let notEnoughStock = Self(rawValue: 1)
  /// There is no such product.
  public static let unknownProduct = Self(rawValue: 2)
  /// The product has no such variant.
  public static let unknownVariant = Self(rawValue: 3)
  /// There is no such warehouse.
  public static let unknownWarehouse = Self(rawValue: 4)
  /// The product was never stocked at that warehouse.
  public static let unknownLevel = Self(rawValue: 5)
  /// The warehouse takes no new holds.
  public static let warehouseInactive = Self(rawValue: 6)
  /// `current_version` is not the expected one.
  public static let versionMismatch = Self(rawValue: 7)
  /// The hold has expired.
  public static let expired = Self(rawValue: 8)
  /// There is no such open reservation.
  public static let unknownReservation = Self(rawValue: 9)
  /// The warehouse does not ship.
  public static let warehouseDoesNotShip = Self(rawValue: 10)
  /// on_hand would fall below reserved + quarantined.
  public static let belowHeld = Self(rawValue: 11)
  /// The warehouse does not receive goods.
  public static let warehouseDoesNotReceive = Self(rawValue: 12)
  /// The product is a kit, which has no stock of its own.
  public static let kit = Self(rawValue: 13)
  /// More than the channel may sell, which is `available`.
  public static let channelLimit = Self(rawValue: 14)
  /// There is no such channel.
  public static let unknownChannel = Self(rawValue: 15)
  /// There is no such open alert.
  public static let unknownAlert = Self(rawValue: 16)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .unspecified, .notEnoughStock, .unknownProduct, .unknownVariant, .unknownWarehouse, .unknownLevel,
    .warehouseInactive, .versionMismatch, .expired, .unknownReservation, .warehouseDoesNotShip, .belowHeld,
    .warehouseDoesNotReceive, .kit, .channelLimit, .unknownChannel, .unknownAlert,
  ]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "REFUSAL_REASON_UNSPECIFIED"
    case 1: "REFUSAL_REASON_NOT_ENOUGH_STOCK"
    case 2: "REFUSAL_REASON_UNKNOWN_PRODUCT"
    case 3: "REFUSAL_REASON_UNKNOWN_VARIANT"
    case 4: "REFUSAL_REASON_UNKNOWN_WAREHOUSE"
    case 5: "REFUSAL_REASON_UNKNOWN_LEVEL"
    case 6: "REFUSAL_REASON_WAREHOUSE_INACTIVE"
    case 7: "REFUSAL_REASON_VERSION_MISMATCH"
    case 8: "REFUSAL_REASON_EXPIRED"
    case 9: "REFUSAL_REASON_UNKNOWN_RESERVATION"
    case 10: "REFUSAL_REASON_WAREHOUSE_DOES_NOT_SHIP"
    case 11: "REFUSAL_REASON_BELOW_HELD"
    case 12: "REFUSAL_REASON_WAREHOUSE_DOES_NOT_RECEIVE"
    case 13: "REFUSAL_REASON_KIT"
    case 14: "REFUSAL_REASON_CHANNEL_LIMIT"
    case 15: "REFUSAL_REASON_UNKNOWN_CHANNEL"
    case 16: "REFUSAL_REASON_UNKNOWN_ALERT"
    default: "\(rawValue)"
    }
  }
}

/// From the client: one call, or a word about a call in flight.
public struct Call: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Call" }

  /// The caller's number for this call, unique among its calls in flight on the connection. Not 0.
  public var callID: UInt64 = 0
  /// Service and rpc, such as `holdfast.v1.StockService/GetStock`.
  public var method: String = ""
  /// How long the caller waits, in milliseconds from when the server reads the call. 0 = no deadline.
  public var timeoutMs: UInt32 = 0
  /// Idempotency key of a command, 1 to 64 bytes: the same id and the same request take effect at most once.
  public var commandID: [UInt8] = []
  /// The person on whose behalf the service calls, as it says. Goes into the journal.
  public var actor: String = ""
  /// Joins the log lines of one request across services.
  public var traceID: String = ""
  /// The request message of the method.
  public var request: [UInt8] = []
  /// Ends the call `call_id`, which is in flight. Only `call_id` is looked at besides.
  public var cancel: Bool = false
  /// How many replies of a stream the caller takes (more). The opening call grants the first, where 0 means 16; a later
  /// one with its `call_id` and nothing but `credit` adds to them. Replies with `more` are counted, the last one is
  /// not.
  public var credit: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    callID: UInt64 = 0, method: String = "", timeoutMs: UInt32 = 0, commandID: [UInt8] = [], actor: String = "",
    traceID: String = "", request: [UInt8] = [], cancel: Bool = false, credit: UInt32 = 0
  ) {
    self.callID = callID
    self.method = method
    self.timeoutMs = timeoutMs
    self.commandID = commandID
    self.actor = actor
    self.traceID = traceID
    self.request = request
    self.cancel = cancel
    self.credit = credit
  }
}

extension Call: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Call>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__call__init(target.assumingMemoryBound(to: Holdfast__V1__Call.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__call__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Call.self)
    self.callID = unsafe source.pointee.call_id
    self.method = try unsafe arena.string(source.pointee.method, "method")
    self.timeoutMs = unsafe source.pointee.timeout_ms
    self.commandID = unsafe arena.bytes(source.pointee.command_id)
    self.actor = try unsafe arena.string(source.pointee.actor, "actor")
    self.traceID = try unsafe arena.string(source.pointee.trace_id, "trace_id")
    self.request = unsafe arena.bytes(source.pointee.request)
    self.cancel = unsafe source.pointee.cancel != 0
    self.credit = unsafe source.pointee.credit
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Call.self)
    unsafe target.pointee.call_id = callID
    if !method.isEmpty {
      unsafe target.pointee.method = try arena.place(method, "method")
    }
    unsafe target.pointee.timeout_ms = timeoutMs
    unsafe target.pointee.command_id = try arena.place(commandID)
    if !actor.isEmpty {
      unsafe target.pointee.actor = try arena.place(actor, "actor")
    }
    if !traceID.isEmpty {
      unsafe target.pointee.trace_id = try arena.place(traceID, "trace_id")
    }
    unsafe target.pointee.request = try arena.place(request)
    unsafe target.pointee.cancel = cancel ? 1 : 0
    unsafe target.pointee.credit = credit
  }
}

/// From the server: one answer. Answers come in any order.
public struct Reply: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Reply" }

  /// The call that is answered. 0 = the server's own voice: `response` is a Notice.
  public var callID: UInt64 = 0
  /// How it ended. Absent means OK.
  public var status: Status? = nil
  /// To a command: the journal sequence at which it took effect, or was decided. To a query: that of its snapshot.
  public var sequence: UInt64 = 0
  /// The response message of the method.
  public var response: [UInt8] = []
  /// This is one of the replies of a stream, and others follow. The last one has no response, and says how the stream
  /// ended.
  public var more: Bool = false
  /// This is the first answer to the same command, given again.
  public var repeated: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    callID: UInt64 = 0, status: Status? = nil, sequence: UInt64 = 0, response: [UInt8] = [], more: Bool = false,
    repeated: Bool = false
  ) {
    self.callID = callID
    self.status = status
    self.sequence = sequence
    self.response = response
    self.more = more
    self.repeated = repeated
  }
}

extension Reply: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Reply>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reply__init(target.assumingMemoryBound(to: Holdfast__V1__Reply.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reply__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Reply.self)
    self.callID = unsafe source.pointee.call_id
    self.status = try unsafe arena.message(source.pointee.status, "status")
    self.sequence = unsafe source.pointee.sequence
    self.response = unsafe arena.bytes(source.pointee.response)
    self.more = unsafe source.pointee.more != 0
    self.repeated = unsafe source.pointee.repeated != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Reply.self)
    unsafe target.pointee.call_id = callID
    if let status {
      unsafe target.pointee.status = try arena.place(status, "status")
    }
    unsafe target.pointee.sequence = sequence
    unsafe target.pointee.response = try arena.place(response)
    unsafe target.pointee.more = more ? 1 : 0
    unsafe target.pointee.repeated = repeated ? 1 : 0
  }
}

/// How a call ended.
public struct Status: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Status" }

  /// A StatusCode.
  public var code: UInt32 = 0
  /// For people: what was wrong, where, what would be right.
  public var message: String = ""
  /// What is wrong with the request, a field at a time.
  public var violations: [FieldViolation] = []
  /// Why the state does not allow it, an item at a time.
  public var refusals: [Refusal] = []
  /// When to try again, in milliseconds. 0 = the server does not say.
  public var retryAfterMs: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    code: UInt32 = 0, message: String = "", violations: [FieldViolation] = [], refusals: [Refusal] = [],
    retryAfterMs: UInt32 = 0
  ) {
    self.code = code
    self.message = message
    self.violations = violations
    self.refusals = refusals
    self.retryAfterMs = retryAfterMs
  }
}

extension Status: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Status>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__status__init(target.assumingMemoryBound(to: Holdfast__V1__Status.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__status__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Status.self)
    self.code = unsafe source.pointee.code
    self.message = try unsafe arena.string(source.pointee.message, "message")
    self.violations = try unsafe arena.messages(source.pointee.violations, source.pointee.n_violations, "violations")
    self.refusals = try unsafe arena.messages(source.pointee.refusals, source.pointee.n_refusals, "refusals")
    self.retryAfterMs = unsafe source.pointee.retry_after_ms
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Status.self)
    unsafe target.pointee.code = code
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
    unsafe target.pointee.n_violations = violations.count
    unsafe target.pointee.violations = try arena.place(violations, "violations")
    unsafe target.pointee.n_refusals = refusals.count
    unsafe target.pointee.refusals = try arena.place(refusals, "refusals")
    unsafe target.pointee.retry_after_ms = retryAfterMs
  }
}

/// One field of the request that is wrong.
public struct FieldViolation: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.FieldViolation" }

  /// Path of the field, such as `items[2].quantity`.
  public var field: String = ""
  /// What is wrong with it and what would be right.
  public var message: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(field: String = "", message: String = "") {
    self.field = field
    self.message = message
  }
}

extension FieldViolation: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__FieldViolation>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__field_violation__init(target.assumingMemoryBound(to: Holdfast__V1__FieldViolation.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__field_violation__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__FieldViolation.self)
    self.field = try unsafe arena.string(source.pointee.field, "field")
    self.message = try unsafe arena.string(source.pointee.message, "message")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__FieldViolation.self)
    if !field.isEmpty {
      unsafe target.pointee.field = try arena.place(field, "field")
    }
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
  }
}

/// One item that the state does not allow, so that a program can act on "not enough" without reading prose.
public struct Refusal: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Refusal" }

  /// The product asked for.
  public var productID: String = ""
  /// Its variant, if any.
  public var variantID: String = ""
  /// The warehouse, or empty where the service was to choose.
  public var warehouseID: String = ""
  /// Units asked for.
  public var requested: Int64 = 0
  /// Units there were.
  public var available: Int64 = 0
  /// The level's version now.
  public var currentVersion: UInt64 = 0
  /// Why.
  public var reason: RefusalReason = .init(rawValue: 0)
  /// The reservation that the refusal is about, if any.
  public var reservationID: String = ""
  /// The channel that the refusal is about, if any.
  public var channelID: String = ""
  /// The alert that the refusal is about, if any.
  public var alertID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", requested: Int64 = 0,
    available: Int64 = 0, currentVersion: UInt64 = 0, reason: RefusalReason = .init(rawValue: 0),
    reservationID: String = "", channelID: String = "", alertID: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.requested = requested
    self.available = available
    self.currentVersion = currentVersion
    self.reason = reason
    self.reservationID = reservationID
    self.channelID = channelID
    self.alertID = alertID
  }
}

extension Refusal: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Refusal>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__refusal__init(target.assumingMemoryBound(to: Holdfast__V1__Refusal.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__refusal__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Refusal.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.requested = unsafe source.pointee.requested
    self.available = unsafe source.pointee.available
    self.currentVersion = unsafe source.pointee.current_version
    self.reason = unsafe RefusalReason(rawValue: Int32(bitPattern: source.pointee.reason.rawValue))
    self.reservationID = try unsafe arena.string(source.pointee.reservation_id, "reservation_id")
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.alertID = try unsafe arena.string(source.pointee.alert_id, "alert_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Refusal.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.requested = requested
    unsafe target.pointee.available = available
    unsafe target.pointee.current_version = currentVersion
    unsafe target.pointee.reason = .init(rawValue: UInt32(bitPattern: reason.rawValue))
    if !reservationID.isEmpty {
      unsafe target.pointee.reservation_id = try arena.place(reservationID, "reservation_id")
    }
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !alertID.isEmpty {
      unsafe target.pointee.alert_id = try arena.place(alertID, "alert_id")
    }
  }
}

/// What the server says of itself, in a Reply with call_id 0.
public struct Notice: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Notice" }

  /// What it is.
  public var kind: Notice.Kind = .init(rawValue: 0)
  /// For people: why.
  public var message: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(kind: Notice.Kind = .init(rawValue: 0), message: String = "") {
    self.kind = kind
    self.message = message
  }

  /// The kinds of notice.
  public struct Kind: OpenEnum {
    /// Never sent.
    public static let unspecified = Self(rawValue: 0)
    /// The server finishes what is in flight and closes: send nothing new on this connection.
    public static let goingAway = Self(rawValue: 1)
    /// Are you there? Needs no answer.
    public static let ping = Self(rawValue: 2)

    /// Every value that the schema names, in its order.
    public static let allValues: [Self] = [.unspecified, .goingAway, .ping]

    /// The number on the wire.
    public var rawValue: Int32

    /// The value with this number, whether the schema names it or not.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The name in the schema; the number where the schema has none.
    public var description: String {
      switch rawValue {
      case 0: "KIND_UNSPECIFIED"
      case 1: "KIND_GOING_AWAY"
      case 2: "KIND_PING"
      default: "\(rawValue)"
      }
    }
  }

}

extension Notice: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Notice>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__notice__init(target.assumingMemoryBound(to: Holdfast__V1__Notice.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__notice__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Notice.self)
    self.kind = unsafe Notice.Kind(rawValue: Int32(bitPattern: source.pointee.kind.rawValue))
    self.message = try unsafe arena.string(source.pointee.message, "message")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Notice.self)
    unsafe target.pointee.kind = .init(rawValue: UInt32(bitPattern: kind.rawValue))
    if !message.isEmpty {
      unsafe target.pointee.message = try arena.place(message, "message")
    }
  }
}
