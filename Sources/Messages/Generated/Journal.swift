// Made by tools/generate from proto/holdfast/v1/journal.proto. Do not edit.

package import CMessages

/// What an entry is about.
public struct EntryType: OpenEnum {
  /// Never written.
  public static let unspecified = Self(rawValue: 0)
  /// A level was set.
  public static let set = Self(rawValue: 1)
  /// A correction.
  public static let adjustment = Self(rawValue: 2)
  /// Goods left for a customer.
  public static let sale = Self(rawValue: 3)
  /// Goods came back.
  public static let `return` = Self(rawValue: 4)
  /// Goods are lost or broken.
  public static let damage = Self(rawValue: 5)
  /// From available to quarantined.
  public static let quarantine = Self(rawValue: 6)
  /// From quarantined to available.
  public static let unquarantine = Self(rawValue: 7)
  /// Left for another warehouse.
  public static let transferOut = Self(rawValue: 8)
  /// Came from another warehouse.
  public static let transferIn = Self(rawValue: 9)
  /// A hold was made.
  public static let reserve = Self(rawValue: 10)
  /// A hold was given back.
  public static let release = Self(rawValue: 11)
  /// A hold was due and was released.
  public static let expire = Self(rawValue: 12)
  /// A cart's hold became an order's.
  public static let convert = Self(rawValue: 13)
  /// The expiry of a hold was moved.
  public static let extend = Self(rawValue: 14)
  /// The quantity of a hold was changed, or it came from another warehouse.
  public static let change = Self(rawValue: 15)
  /// A warehouse was made or changed.
  public static let warehouse = Self(rawValue: 16)
  /// A product was made or changed.
  public static let product = Self(rawValue: 17)
  /// The answer to a command with a command id.
  public static let commandResult = Self(rawValue: 18)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .unspecified, .set, .adjustment, .sale, .return, .damage, .quarantine, .unquarantine, .transferOut, .transferIn,
    .reserve, .release, .expire, .convert, .extend, .change, .warehouse, .product, .commandResult,
  ]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ENTRY_TYPE_UNSPECIFIED"
    case 1: "ENTRY_TYPE_SET"
    case 2: "ENTRY_TYPE_ADJUSTMENT"
    case 3: "ENTRY_TYPE_SALE"
    case 4: "ENTRY_TYPE_RETURN"
    case 5: "ENTRY_TYPE_DAMAGE"
    case 6: "ENTRY_TYPE_QUARANTINE"
    case 7: "ENTRY_TYPE_UNQUARANTINE"
    case 8: "ENTRY_TYPE_TRANSFER_OUT"
    case 9: "ENTRY_TYPE_TRANSFER_IN"
    case 10: "ENTRY_TYPE_RESERVE"
    case 11: "ENTRY_TYPE_RELEASE"
    case 12: "ENTRY_TYPE_EXPIRE"
    case 13: "ENTRY_TYPE_CONVERT"
    case 14: "ENTRY_TYPE_EXTEND"
    case 15: "ENTRY_TYPE_CHANGE"
    case 16: "ENTRY_TYPE_WAREHOUSE"
    case 17: "ENTRY_TYPE_PRODUCT"
    case 18: "ENTRY_TYPE_COMMAND_RESULT"
    default: "\(rawValue)"
    }
  }
}

/// Who made a change.
public struct EntrySource: OpenEnum {
  /// Not said.
  public static let unspecified = Self(rawValue: 0)
  /// A person, through the client tool.
  public static let manual = Self(rawValue: 1)
  /// The service itself.
  public static let system = Self(rawValue: 2)
  /// A calling service.
  public static let api = Self(rawValue: 3)
  /// A file.
  public static let `import` = Self(rawValue: 4)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .manual, .system, .api, .import]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ENTRY_SOURCE_UNSPECIFIED"
    case 1: "ENTRY_SOURCE_MANUAL"
    case 2: "ENTRY_SOURCE_SYSTEM"
    case 3: "ENTRY_SOURCE_API"
    case 4: "ENTRY_SOURCE_IMPORT"
    default: "\(rawValue)"
    }
  }
}

/// All quantities and settings of a level.
public struct LevelState: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.LevelState" }

  /// Units in the building.
  public var onHand: Int64 = 0
  /// Units held.
  public var reserved: Int64 = 0
  /// Units in quarantine.
  public var quarantined: Int64 = 0
  /// Units on their way here.
  public var incoming: Int64 = 0
  /// The level's setting of that name.
  public var safetyStock: Int64 = 0
  /// The level's setting of that name.
  public var reorderPoint: Int64 = 0
  /// The level's setting of that name.
  public var reorderQuantity: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    onHand: Int64 = 0, reserved: Int64 = 0, quarantined: Int64 = 0, incoming: Int64 = 0, safetyStock: Int64 = 0,
    reorderPoint: Int64 = 0, reorderQuantity: Int64 = 0
  ) {
    self.onHand = onHand
    self.reserved = reserved
    self.quarantined = quarantined
    self.incoming = incoming
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
    self.reorderQuantity = reorderQuantity
  }
}

extension LevelState: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__LevelState>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__level_state__init(target.assumingMemoryBound(to: Holdfast__V1__LevelState.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__level_state__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__LevelState.self)
    self.onHand = unsafe source.pointee.on_hand
    self.reserved = unsafe source.pointee.reserved
    self.quarantined = unsafe source.pointee.quarantined
    self.incoming = unsafe source.pointee.incoming
    self.safetyStock = unsafe source.pointee.safety_stock
    self.reorderPoint = unsafe source.pointee.reorder_point
    self.reorderQuantity = unsafe source.pointee.reorder_quantity
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__LevelState.self)
    unsafe target.pointee.on_hand = onHand
    unsafe target.pointee.reserved = reserved
    unsafe target.pointee.quarantined = quarantined
    unsafe target.pointee.incoming = incoming
    unsafe target.pointee.safety_stock = safetyStock
    unsafe target.pointee.reorder_point = reorderPoint
    unsafe target.pointee.reorder_quantity = reorderQuantity
  }
}

/// A change of one level.
public struct LevelChange: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.LevelChange" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// As it was; absent = the level was made by this entry.
  public var before: LevelState? = nil
  /// As it is.
  public var after: LevelState? = nil
  /// Which entry of this level this is, from 1: the level's version.
  public var ordinal: UInt64 = 0
  /// Sequence of the level's entry before this one; 0 = none.
  public var previous: UInt64 = 0
  /// Sequence of an earlier entry of the level, further back: of the last one before this whose ordinal is a multiple
  /// of 64, or, where this entry's own ordinal is a multiple of 64, of the last whose ordinal is a multiple of 4,096. 0
  /// = none.
  public var skip: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", before: LevelState? = nil,
    after: LevelState? = nil, ordinal: UInt64 = 0, previous: UInt64 = 0, skip: UInt64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.before = before
    self.after = after
    self.ordinal = ordinal
    self.previous = previous
    self.skip = skip
  }
}

extension LevelChange: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__LevelChange>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__level_change__init(target.assumingMemoryBound(to: Holdfast__V1__LevelChange.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__level_change__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__LevelChange.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.before = try unsafe arena.message(source.pointee.before, "before")
    self.after = try unsafe arena.message(source.pointee.after, "after")
    self.ordinal = unsafe source.pointee.ordinal
    self.previous = unsafe source.pointee.previous
    self.skip = unsafe source.pointee.skip
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__LevelChange.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if let before {
      unsafe target.pointee.before = try arena.place(before, "before")
    }
    if let after {
      unsafe target.pointee.after = try arena.place(after, "after")
    }
    unsafe target.pointee.ordinal = ordinal
    unsafe target.pointee.previous = previous
    unsafe target.pointee.skip = skip
  }
}

/// One entry of the journal. Its sequence and time are the record's.
public struct Entry: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Entry" }

  /// What it is about.
  public var type: EntryType = .init(rawValue: 0)
  /// Units: the change of on_hand, or the units held, given back or moved.
  public var quantity: Int64 = 0
  /// The level that changed, if one did.
  public var level: LevelChange? = nil
  /// The hold after the change, if the entry is about one; quantity 0 = it is closed. Product, variant and warehouse
  /// are the level's and not repeated.
  public var hold: Reservation? = nil
  /// The reference that the hold had before CONVERT; in the first of the two entries of a CHANGE that moved a hold to
  /// another warehouse, which is about the level that it left, the hold's reference.
  public var previousReference: Reference? = nil
  /// The expiry that the hold had before the change, where it had one.
  public var previousExpiresAt: Int64 = 0
  /// The sequence that is the hold's number: of the RESERVE entry that made it. 0 = this entry made it.
  public var holdSequence: UInt64 = 0
  /// The sales channel of a SALE or RETURN without a hold.
  public var channelID: String = ""
  /// Why, in the caller's words.
  public var reason: String = ""
  /// What for, in the caller's words.
  public var referenceID: String = ""
  /// The calling service.
  public var principal: String = ""
  /// The person on whose behalf it called.
  public var actor: String = ""
  /// Who made the change.
  public var source: EntrySource = .init(rawValue: 0)
  /// Facts that the caller attached.
  public var metadata: [Metadata] = []
  /// WAREHOUSE: as it is now.
  public var warehouse: Warehouse? = nil
  /// PRODUCT: as it is now.
  public var product: Product? = nil
  /// COMMAND_RESULT: the answer.
  public var commandResult: CommandResult? = nil
  /// The other warehouse of TRANSFER_OUT, TRANSFER_IN and of a CHANGE that moved a hold.
  public var otherWarehouseID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    type: EntryType = .init(rawValue: 0), quantity: Int64 = 0, level: LevelChange? = nil, hold: Reservation? = nil,
    previousReference: Reference? = nil, previousExpiresAt: Int64 = 0, holdSequence: UInt64 = 0, channelID: String = "",
    reason: String = "", referenceID: String = "", principal: String = "", actor: String = "",
    source: EntrySource = .init(rawValue: 0), metadata: [Metadata] = [], warehouse: Warehouse? = nil,
    product: Product? = nil, commandResult: CommandResult? = nil, otherWarehouseID: String = ""
  ) {
    self.type = type
    self.quantity = quantity
    self.level = level
    self.hold = hold
    self.previousReference = previousReference
    self.previousExpiresAt = previousExpiresAt
    self.holdSequence = holdSequence
    self.channelID = channelID
    self.reason = reason
    self.referenceID = referenceID
    self.principal = principal
    self.actor = actor
    self.source = source
    self.metadata = metadata
    self.warehouse = warehouse
    self.product = product
    self.commandResult = commandResult
    self.otherWarehouseID = otherWarehouseID
  }
}

extension Entry: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Entry>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__entry__init(target.assumingMemoryBound(to: Holdfast__V1__Entry.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__entry__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Entry.self)
    self.type = unsafe EntryType(rawValue: Int32(bitPattern: source.pointee.type.rawValue))
    self.quantity = unsafe source.pointee.quantity
    self.level = try unsafe arena.message(source.pointee.level, "level")
    self.hold = try unsafe arena.message(source.pointee.hold, "hold")
    self.previousReference = try unsafe arena.message(source.pointee.previous_reference, "previous_reference")
    self.previousExpiresAt = unsafe source.pointee.previous_expires_at
    self.holdSequence = unsafe source.pointee.hold_sequence
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.referenceID = try unsafe arena.string(source.pointee.reference_id, "reference_id")
    self.principal = try unsafe arena.string(source.pointee.principal, "principal")
    self.actor = try unsafe arena.string(source.pointee.actor, "actor")
    self.source = unsafe EntrySource(rawValue: Int32(bitPattern: source.pointee.source.rawValue))
    self.metadata = try unsafe arena.messages(source.pointee.metadata, source.pointee.n_metadata, "metadata")
    self.warehouse = try unsafe arena.message(source.pointee.warehouse, "warehouse")
    self.product = try unsafe arena.message(source.pointee.product, "product")
    self.commandResult = try unsafe arena.message(source.pointee.command_result, "command_result")
    self.otherWarehouseID = try unsafe arena.string(source.pointee.other_warehouse_id, "other_warehouse_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Entry.self)
    unsafe target.pointee.type = .init(rawValue: UInt32(bitPattern: type.rawValue))
    unsafe target.pointee.quantity = quantity
    if let level {
      unsafe target.pointee.level = try arena.place(level, "level")
    }
    if let hold {
      unsafe target.pointee.hold = try arena.place(hold, "hold")
    }
    if let previousReference {
      unsafe target.pointee.previous_reference = try arena.place(previousReference, "previous_reference")
    }
    unsafe target.pointee.previous_expires_at = previousExpiresAt
    unsafe target.pointee.hold_sequence = holdSequence
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    if !referenceID.isEmpty {
      unsafe target.pointee.reference_id = try arena.place(referenceID, "reference_id")
    }
    if !principal.isEmpty {
      unsafe target.pointee.principal = try arena.place(principal, "principal")
    }
    if !actor.isEmpty {
      unsafe target.pointee.actor = try arena.place(actor, "actor")
    }
    unsafe target.pointee.source = .init(rawValue: UInt32(bitPattern: source.rawValue))
    unsafe target.pointee.n_metadata = metadata.count
    unsafe target.pointee.metadata = try arena.place(metadata, "metadata")
    if let warehouse {
      unsafe target.pointee.warehouse = try arena.place(warehouse, "warehouse")
    }
    if let product {
      unsafe target.pointee.product = try arena.place(product, "product")
    }
    if let commandResult {
      unsafe target.pointee.command_result = try arena.place(commandResult, "command_result")
    }
    if !otherWarehouseID.isEmpty {
      unsafe target.pointee.other_warehouse_id = try arena.place(otherWarehouseID, "other_warehouse_id")
    }
  }
}

/// The answer to a command with a command id, kept so that a repeat gets it again.
public struct CommandResult: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CommandResult" }

  /// The caller's idempotency key.
  public var commandID: [UInt8] = []
  /// The method, such as `holdfast.v1.ReservationService/Reserve`.
  public var method: String = ""
  /// First 16 bytes of SHA-256 over method, a zero byte and the request.
  public var requestHash: [UInt8] = []
  /// How it ended; absent = OK.
  public var status: Status? = nil
  /// The response message, if it ended well.
  public var response: [UInt8] = []
  /// The sequence that the answer carries.
  public var sequence: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    commandID: [UInt8] = [], method: String = "", requestHash: [UInt8] = [], status: Status? = nil,
    response: [UInt8] = [], sequence: UInt64 = 0
  ) {
    self.commandID = commandID
    self.method = method
    self.requestHash = requestHash
    self.status = status
    self.response = response
    self.sequence = sequence
  }
}

extension CommandResult: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CommandResult>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__command_result__init(target.assumingMemoryBound(to: Holdfast__V1__CommandResult.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__command_result__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CommandResult.self)
    self.commandID = unsafe arena.bytes(source.pointee.command_id)
    self.method = try unsafe arena.string(source.pointee.method, "method")
    self.requestHash = unsafe arena.bytes(source.pointee.request_hash)
    self.status = try unsafe arena.message(source.pointee.status, "status")
    self.response = unsafe arena.bytes(source.pointee.response)
    self.sequence = unsafe source.pointee.sequence
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CommandResult.self)
    unsafe target.pointee.command_id = try arena.place(commandID)
    if !method.isEmpty {
      unsafe target.pointee.method = try arena.place(method, "method")
    }
    unsafe target.pointee.request_hash = try arena.place(requestHash)
    if let status {
      unsafe target.pointee.status = try arena.place(status, "status")
    }
    unsafe target.pointee.response = try arena.place(response)
    unsafe target.pointee.sequence = sequence
  }
}
