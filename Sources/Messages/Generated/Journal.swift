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
  /// Units on their way to a level became more or less, and none arrived.
  public static let incoming = Self(rawValue: 19)
  /// A transfer was made, shipped, received or cancelled.
  public static let transfer = Self(rawValue: 20)
  /// A discrepancy was found or resolved.
  public static let discrepancy = Self(rawValue: 21)
  /// A channel was made or changed.
  public static let channel = Self(rawValue: 22)
  /// What is allocated to a channel changed.
  public static let channelStock = Self(rawValue: 23)
  /// A level was counted; the quantity is the correction, 0 where book and count agree.
  public static let count = Self(rawValue: 24)
  /// A level was corrected by a reconciliation or a review.
  public static let reconcile = Self(rawValue: 25)
  /// What a reconciliation has found so far.
  public static let reconciliation = Self(rawValue: 26)
  /// A review was opened or decided.
  public static let review = Self(rawValue: 27)
  /// An alert was raised, changed, acknowledged or closed.
  public static let alert = Self(rawValue: 28)
  /// The rules changed.
  public static let policy = Self(rawValue: 29)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .unspecified, .set, .adjustment, .sale, .return, .damage, .quarantine, .unquarantine, .transferOut, .transferIn,
    .reserve, .release, .expire, .convert, .extend, .change, .warehouse, .product, .commandResult, .incoming, .transfer,
    .discrepancy, .channel, .channelStock, .count, .reconcile, .reconciliation, .review, .alert, .policy,
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
    case 19: "ENTRY_TYPE_INCOMING"
    case 20: "ENTRY_TYPE_TRANSFER"
    case 21: "ENTRY_TYPE_DISCREPANCY"
    case 22: "ENTRY_TYPE_CHANNEL"
    case 23: "ENTRY_TYPE_CHANNEL_STOCK"
    case 24: "ENTRY_TYPE_COUNT"
    case 25: "ENTRY_TYPE_RECONCILE"
    case 26: "ENTRY_TYPE_RECONCILIATION"
    case 27: "ENTRY_TYPE_REVIEW"
    case 28: "ENTRY_TYPE_ALERT"
    case 29: "ENTRY_TYPE_POLICY"
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
  /// are the level's and not repeated, but for a kit's hold, which names them.
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
  /// What else the entry is about: in a level's entry a count, otherwise the thing that it made or changed.
  public indirect enum Subject: Sendable, Hashable {
    /// WAREHOUSE: as it is now.
    case warehouse(Warehouse)
    /// PRODUCT: as it is now.
    case product(Product)
    /// COMMAND_RESULT: the answer.
    case commandResult(CommandResult)
    /// TRANSFER: as it is now.
    case transfer(Transfer)
    /// DISCREPANCY: as it is now.
    case discrepancy(Discrepancy)
    /// CHANNEL: as it is now.
    case channel(Channel)
    /// CHANNEL_STOCK: what is allocated, before and after.
    case allocation(AllocationChange)
    /// RECONCILIATION: as it is now.
    case reconciliation(ReconciliationReport)
    /// REVIEW: as it is now.
    case review(Review)
    /// ALERT: as it is now.
    case alert(Alert)
    /// POLICY: the fields that are set, defaults left out.
    case policy(Policy)
    /// COUNT, and RECONCILE by a reconciliation: what was counted.
    case count(CountResult)
  }
  /// What else the entry is about: in a level's entry a count, otherwise the thing that it made or changed.
  public var subject: Subject? = nil
  /// The other warehouse of TRANSFER_OUT, TRANSFER_IN and of a CHANGE that moved a hold.
  public var otherWarehouseID: String = ""
  /// What the entry is about, where it has no hold that says so: the transfer of TRANSFER_OUT, TRANSFER_IN and
  /// INCOMING, with a hold too, and of TRANSFER.
  public var reference: Reference? = nil
  /// Where the entry stands among those about its reference: the hold's, or else `reference`.
  public var referenceLink: ReferenceLink? = nil
  /// Where it stands among those about `previous_reference`.
  public var previousReferenceLink: ReferenceLink? = nil
  /// Of a kit's hold, whose levels change one entry each: which of its components this level is, from 1. The entry of
  /// the last component changes the hold as a whole.
  public var kitPart: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    type: EntryType = .init(rawValue: 0), quantity: Int64 = 0, level: LevelChange? = nil, hold: Reservation? = nil,
    previousReference: Reference? = nil, previousExpiresAt: Int64 = 0, holdSequence: UInt64 = 0, channelID: String = "",
    reason: String = "", referenceID: String = "", principal: String = "", actor: String = "",
    source: EntrySource = .init(rawValue: 0), metadata: [Metadata] = [], subject: Subject? = nil,
    otherWarehouseID: String = "", reference: Reference? = nil, referenceLink: ReferenceLink? = nil,
    previousReferenceLink: ReferenceLink? = nil, kitPart: UInt32 = 0
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
    self.subject = subject
    self.otherWarehouseID = otherWarehouseID
    self.reference = reference
    self.referenceLink = referenceLink
    self.previousReferenceLink = previousReferenceLink
    self.kitPart = kitPart
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
    switch unsafe source.pointee.subject_case.rawValue {
    case 15:
      let value = try unsafe arena.message(source.pointee.warehouse, "warehouse") ?? Warehouse()
      self.subject = .warehouse(value)
    case 16:
      let value = try unsafe arena.message(source.pointee.product, "product") ?? Product()
      self.subject = .product(value)
    case 17:
      let value = try unsafe arena.message(source.pointee.command_result, "command_result") ?? CommandResult()
      self.subject = .commandResult(value)
    case 19:
      let value = try unsafe arena.message(source.pointee.transfer, "transfer") ?? Transfer()
      self.subject = .transfer(value)
    case 20:
      let value = try unsafe arena.message(source.pointee.discrepancy, "discrepancy") ?? Discrepancy()
      self.subject = .discrepancy(value)
    case 21:
      let value = try unsafe arena.message(source.pointee.channel, "channel") ?? Channel()
      self.subject = .channel(value)
    case 22:
      let value = try unsafe arena.message(source.pointee.allocation, "allocation") ?? AllocationChange()
      self.subject = .allocation(value)
    case 23:
      let value = try unsafe arena.message(source.pointee.reconciliation, "reconciliation") ?? ReconciliationReport()
      self.subject = .reconciliation(value)
    case 24:
      let value = try unsafe arena.message(source.pointee.review, "review") ?? Review()
      self.subject = .review(value)
    case 25:
      let value = try unsafe arena.message(source.pointee.alert, "alert") ?? Alert()
      self.subject = .alert(value)
    case 26:
      let value = try unsafe arena.message(source.pointee.policy, "policy") ?? Policy()
      self.subject = .policy(value)
    case 27:
      let value = try unsafe arena.message(source.pointee.count, "count") ?? CountResult()
      self.subject = .count(value)
    default: break
    }
    self.otherWarehouseID = try unsafe arena.string(source.pointee.other_warehouse_id, "other_warehouse_id")
    self.reference = try unsafe arena.message(source.pointee.reference, "reference")
    self.referenceLink = try unsafe arena.message(source.pointee.reference_link, "reference_link")
    self.previousReferenceLink = try unsafe arena.message(
      source.pointee.previous_reference_link, "previous_reference_link")
    self.kitPart = unsafe source.pointee.kit_part
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
    switch subject {
    case .warehouse(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 15)
      unsafe target.pointee.warehouse = try arena.place(value, "warehouse")
    case .product(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 16)
      unsafe target.pointee.product = try arena.place(value, "product")
    case .commandResult(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 17)
      unsafe target.pointee.command_result = try arena.place(value, "command_result")
    case .transfer(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 19)
      unsafe target.pointee.transfer = try arena.place(value, "transfer")
    case .discrepancy(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 20)
      unsafe target.pointee.discrepancy = try arena.place(value, "discrepancy")
    case .channel(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 21)
      unsafe target.pointee.channel = try arena.place(value, "channel")
    case .allocation(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 22)
      unsafe target.pointee.allocation = try arena.place(value, "allocation")
    case .reconciliation(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 23)
      unsafe target.pointee.reconciliation = try arena.place(value, "reconciliation")
    case .review(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 24)
      unsafe target.pointee.review = try arena.place(value, "review")
    case .alert(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 25)
      unsafe target.pointee.alert = try arena.place(value, "alert")
    case .policy(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 26)
      unsafe target.pointee.policy = try arena.place(value, "policy")
    case .count(let value):
      unsafe target.pointee.subject_case = .init(rawValue: 27)
      unsafe target.pointee.count = try arena.place(value, "count")
    case nil: break
    }
    if !otherWarehouseID.isEmpty {
      unsafe target.pointee.other_warehouse_id = try arena.place(otherWarehouseID, "other_warehouse_id")
    }
    if let reference {
      unsafe target.pointee.reference = try arena.place(reference, "reference")
    }
    if let referenceLink {
      unsafe target.pointee.reference_link = try arena.place(referenceLink, "reference_link")
    }
    if let previousReferenceLink {
      unsafe target.pointee.previous_reference_link = try arena.place(previousReferenceLink, "previous_reference_link")
    }
    unsafe target.pointee.kit_part = kitPart
  }
}

/// Where an entry stands among the entries about one reference; as `LevelChange` says it of a level.
public struct ReferenceLink: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReferenceLink" }

  /// Which entry about the reference this is, from 1.
  public var ordinal: UInt64 = 0
  /// Sequence of the one before it; 0 = none.
  public var previous: UInt64 = 0
  /// Sequence of one further back, by the rule of `LevelChange.skip`; 0 = none.
  public var skip: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(ordinal: UInt64 = 0, previous: UInt64 = 0, skip: UInt64 = 0) {
    self.ordinal = ordinal
    self.previous = previous
    self.skip = skip
  }
}

extension ReferenceLink: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReferenceLink>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reference_link__init(target.assumingMemoryBound(to: Holdfast__V1__ReferenceLink.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reference_link__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReferenceLink.self)
    self.ordinal = unsafe source.pointee.ordinal
    self.previous = unsafe source.pointee.previous
    self.skip = unsafe source.pointee.skip
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReferenceLink.self)
    unsafe target.pointee.ordinal = ordinal
    unsafe target.pointee.previous = previous
    unsafe target.pointee.skip = skip
  }
}

/// What is allocated to a channel, before and after.
public struct AllocationChange: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AllocationChange" }

  /// The channel.
  public var channelID: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// What was allocated.
  public var allocatedBefore: Int64 = 0
  /// Whether anything was allocated.
  public var wasAllocated: Bool = false
  /// What is allocated.
  public var allocatedAfter: Int64 = 0
  /// Whether anything is allocated.
  public var isAllocated: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    channelID: String = "", productID: String = "", variantID: String = "", allocatedBefore: Int64 = 0,
    wasAllocated: Bool = false, allocatedAfter: Int64 = 0, isAllocated: Bool = false
  ) {
    self.channelID = channelID
    self.productID = productID
    self.variantID = variantID
    self.allocatedBefore = allocatedBefore
    self.wasAllocated = wasAllocated
    self.allocatedAfter = allocatedAfter
    self.isAllocated = isAllocated
  }
}

extension AllocationChange: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AllocationChange>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__allocation_change__init(target.assumingMemoryBound(to: Holdfast__V1__AllocationChange.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__allocation_change__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AllocationChange.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.allocatedBefore = unsafe source.pointee.allocated_before
    self.wasAllocated = unsafe source.pointee.was_allocated != 0
    self.allocatedAfter = unsafe source.pointee.allocated_after
    self.isAllocated = unsafe source.pointee.is_allocated != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AllocationChange.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.allocated_before = allocatedBefore
    unsafe target.pointee.was_allocated = wasAllocated ? 1 : 0
    unsafe target.pointee.allocated_after = allocatedAfter
    unsafe target.pointee.is_allocated = isAllocated ? 1 : 0
  }
}

/// What a count or a reconciliation found at a level.
public struct CountResult: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CountResult" }

  /// Names the count or the reconciliation.
  public var countID: String = ""
  /// Units that lay there; of a reconciliation: by the outside.
  public var counted: Int64 = 0
  /// on_hand that it was counted against; of a reconciliation: by the book.
  public var bookOnHand: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(countID: String = "", counted: Int64 = 0, bookOnHand: Int64 = 0) {
    self.countID = countID
    self.counted = counted
    self.bookOnHand = bookOnHand
  }
}

extension CountResult: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CountResult>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__count_result__init(target.assumingMemoryBound(to: Holdfast__V1__CountResult.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__count_result__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CountResult.self)
    self.countID = try unsafe arena.string(source.pointee.count_id, "count_id")
    self.counted = unsafe source.pointee.counted
    self.bookOnHand = unsafe source.pointee.book_on_hand
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CountResult.self)
    if !countID.isEmpty {
      unsafe target.pointee.count_id = try arena.place(countID, "count_id")
    }
    unsafe target.pointee.counted = counted
    unsafe target.pointee.book_on_hand = bookOnHand
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
