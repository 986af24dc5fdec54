// Made by tools/generate from proto/holdfast/v1/transfer.proto. Do not edit.

package import CMessages

/// How far a transfer has got.
public struct TransferStatus: OpenEnum {
  /// Any, where a list is asked for; never the status of a transfer.
  public static let unspecified = Self(rawValue: 0)
  /// Made, and not shipped.
  public static let pending = Self(rawValue: 1)
  /// On its way.
  public static let inTransit = Self(rawValue: 2)
  /// All is accounted for.
  public static let completed = Self(rawValue: 3)
  /// Given up before it was shipped.
  public static let cancelled = Self(rawValue: 4)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .pending, .inTransit, .completed, .cancelled]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "TRANSFER_STATUS_UNSPECIFIED"
    case 1: "TRANSFER_STATUS_PENDING"
    case 2: "TRANSFER_STATUS_IN_TRANSIT"
    case 3: "TRANSFER_STATUS_COMPLETED"
    case 4: "TRANSFER_STATUS_CANCELLED"
    default: "\(rawValue)"
    }
  }
}

/// How far the search for the cause of a discrepancy has got.
public struct DiscrepancyStatus: OpenEnum {
  /// Any, where a list is asked for; never the status of a discrepancy.
  public static let unspecified = Self(rawValue: 0)
  /// Nobody has said yet what became of it.
  public static let pendingInvestigation = Self(rawValue: 1)
  /// Somebody has.
  public static let resolved = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .pendingInvestigation, .resolved]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "DISCREPANCY_STATUS_UNSPECIFIED"
    case 1: "DISCREPANCY_STATUS_PENDING_INVESTIGATION"
    case 2: "DISCREPANCY_STATUS_RESOLVED"
    default: "\(rawValue)"
    }
  }
}

/// One product of a transfer.
public struct TransferLine: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.TransferLine" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units that are sent, at least 1.
  public var quantity: Int64 = 0
  /// Units that arrived so far. Not read in a request.
  public var receivedQuantity: Int64 = 0
  /// Units still on their way. Not read in a request.
  public var incomingQuantity: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", quantity: Int64 = 0, receivedQuantity: Int64 = 0,
    incomingQuantity: Int64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
    self.receivedQuantity = receivedQuantity
    self.incomingQuantity = incomingQuantity
  }
}

extension TransferLine: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__TransferLine>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__transfer_line__init(target.assumingMemoryBound(to: Holdfast__V1__TransferLine.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__transfer_line__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__TransferLine.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
    self.receivedQuantity = unsafe source.pointee.received_quantity
    self.incomingQuantity = unsafe source.pointee.incoming_quantity
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__TransferLine.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.received_quantity = receivedQuantity
    unsafe target.pointee.incoming_quantity = incomingQuantity
  }
}

/// Stock on its way.
public struct Transfer: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Transfer" }

  /// Its id.
  public var transferID: String = ""
  /// Where from; empty = from outside.
  public var fromWarehouseID: String = ""
  /// Where to.
  public var toWarehouseID: String = ""
  /// The supplier, where it comes from outside.
  public var supplier: String = ""
  /// The purchase order or the like, where it comes from outside.
  public var purchaseReference: String = ""
  /// How far it has got.
  public var status: TransferStatus = .init(rawValue: 0)
  /// What is sent.
  public var lines: [TransferLine] = []
  /// The carrier's number, once shipped.
  public var trackingNumber: String = ""
  /// Why, in the caller's words.
  public var reason: String = ""
  /// When it was made.
  public var createdAt: Int64 = 0
  /// When it was shipped; 0 = not yet.
  public var shippedAt: Int64 = 0
  /// When it is expected to arrive; 0 = not known.
  public var expectedAt: Int64 = 0
  /// When it was completed or cancelled; 0 = not yet.
  public var closedAt: Int64 = 0
  /// Until when its stock is held at the source; 0 = without end, or nothing is held: it is shipped, closed, or comes
  /// from outside. A time that has passed: the holds have expired.
  public var holdsExpireAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    transferID: String = "", fromWarehouseID: String = "", toWarehouseID: String = "", supplier: String = "",
    purchaseReference: String = "", status: TransferStatus = .init(rawValue: 0), lines: [TransferLine] = [],
    trackingNumber: String = "", reason: String = "", createdAt: Int64 = 0, shippedAt: Int64 = 0, expectedAt: Int64 = 0,
    closedAt: Int64 = 0, holdsExpireAt: Int64 = 0
  ) {
    self.transferID = transferID
    self.fromWarehouseID = fromWarehouseID
    self.toWarehouseID = toWarehouseID
    self.supplier = supplier
    self.purchaseReference = purchaseReference
    self.status = status
    self.lines = lines
    self.trackingNumber = trackingNumber
    self.reason = reason
    self.createdAt = createdAt
    self.shippedAt = shippedAt
    self.expectedAt = expectedAt
    self.closedAt = closedAt
    self.holdsExpireAt = holdsExpireAt
  }
}

extension Transfer: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Transfer>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__transfer__init(target.assumingMemoryBound(to: Holdfast__V1__Transfer.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__transfer__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Transfer.self)
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.fromWarehouseID = try unsafe arena.string(source.pointee.from_warehouse_id, "from_warehouse_id")
    self.toWarehouseID = try unsafe arena.string(source.pointee.to_warehouse_id, "to_warehouse_id")
    self.supplier = try unsafe arena.string(source.pointee.supplier, "supplier")
    self.purchaseReference = try unsafe arena.string(source.pointee.purchase_reference, "purchase_reference")
    self.status = unsafe TransferStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.trackingNumber = try unsafe arena.string(source.pointee.tracking_number, "tracking_number")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.createdAt = unsafe source.pointee.created_at
    self.shippedAt = unsafe source.pointee.shipped_at
    self.expectedAt = unsafe source.pointee.expected_at
    self.closedAt = unsafe source.pointee.closed_at
    self.holdsExpireAt = unsafe source.pointee.holds_expire_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Transfer.self)
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    if !fromWarehouseID.isEmpty {
      unsafe target.pointee.from_warehouse_id = try arena.place(fromWarehouseID, "from_warehouse_id")
    }
    if !toWarehouseID.isEmpty {
      unsafe target.pointee.to_warehouse_id = try arena.place(toWarehouseID, "to_warehouse_id")
    }
    if !supplier.isEmpty {
      unsafe target.pointee.supplier = try arena.place(supplier, "supplier")
    }
    if !purchaseReference.isEmpty {
      unsafe target.pointee.purchase_reference = try arena.place(purchaseReference, "purchase_reference")
    }
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    if !trackingNumber.isEmpty {
      unsafe target.pointee.tracking_number = try arena.place(trackingNumber, "tracking_number")
    }
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.shipped_at = shippedAt
    unsafe target.pointee.expected_at = expectedAt
    unsafe target.pointee.closed_at = closedAt
    unsafe target.pointee.holds_expire_at = holdsExpireAt
  }
}

/// Asks for a transfer.
public struct CreateTransferRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CreateTransferRequest" }

  /// Where from: an active warehouse. Empty = from outside, then `supplier` is needed.
  public var fromWarehouseID: String = ""
  /// Where to: an active warehouse with RECEIVING. A level that it does not have yet is made with the defaults, when
  /// the goods are on their way.
  public var toWarehouseID: String = ""
  /// The supplier, where it comes from outside.
  public var supplier: String = ""
  /// The purchase order or the like, where it comes from outside.
  public var purchaseReference: String = ""
  /// What is sent, 1 to 100 lines; lines of one product and variant are added up. A kit has no stock of its own: its
  /// components are sent.
  public var lines: [TransferLine] = []
  /// Why, up to 500 bytes.
  public var reason: String = ""
  /// For how long the stock is held at the source, in seconds; absent = the policy's `transfer_seconds`, 24 hours by
  /// default; 0 = without end. Not for a supplier's.
  public var timeToLiveSeconds: UInt32? = nil
  /// When it is expected; absent = computed when the call comes in, from the source's handling hours, cut-off and
  /// timezone, and the distance; for a supplier absent = 0.
  public var expectedAt: Int64? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    fromWarehouseID: String = "", toWarehouseID: String = "", supplier: String = "", purchaseReference: String = "",
    lines: [TransferLine] = [], reason: String = "", timeToLiveSeconds: UInt32? = nil, expectedAt: Int64? = nil
  ) {
    self.fromWarehouseID = fromWarehouseID
    self.toWarehouseID = toWarehouseID
    self.supplier = supplier
    self.purchaseReference = purchaseReference
    self.lines = lines
    self.reason = reason
    self.timeToLiveSeconds = timeToLiveSeconds
    self.expectedAt = expectedAt
  }
}

extension CreateTransferRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CreateTransferRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__create_transfer_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__CreateTransferRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__create_transfer_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CreateTransferRequest.self)
    self.fromWarehouseID = try unsafe arena.string(source.pointee.from_warehouse_id, "from_warehouse_id")
    self.toWarehouseID = try unsafe arena.string(source.pointee.to_warehouse_id, "to_warehouse_id")
    self.supplier = try unsafe arena.string(source.pointee.supplier, "supplier")
    self.purchaseReference = try unsafe arena.string(source.pointee.purchase_reference, "purchase_reference")
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    if unsafe source.pointee.optional_time_to_live_seconds_case.rawValue == 7 {
      self.timeToLiveSeconds = unsafe source.pointee.time_to_live_seconds
    }
    if unsafe source.pointee.optional_expected_at_case.rawValue == 8 {
      self.expectedAt = unsafe source.pointee.expected_at
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CreateTransferRequest.self)
    if !fromWarehouseID.isEmpty {
      unsafe target.pointee.from_warehouse_id = try arena.place(fromWarehouseID, "from_warehouse_id")
    }
    if !toWarehouseID.isEmpty {
      unsafe target.pointee.to_warehouse_id = try arena.place(toWarehouseID, "to_warehouse_id")
    }
    if !supplier.isEmpty {
      unsafe target.pointee.supplier = try arena.place(supplier, "supplier")
    }
    if !purchaseReference.isEmpty {
      unsafe target.pointee.purchase_reference = try arena.place(purchaseReference, "purchase_reference")
    }
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    if let timeToLiveSeconds {
      unsafe target.pointee.optional_time_to_live_seconds_case = .init(rawValue: 7)
      unsafe target.pointee.time_to_live_seconds = timeToLiveSeconds
    }
    if let expectedAt {
      unsafe target.pointee.optional_expected_at_case = .init(rawValue: 8)
      unsafe target.pointee.expected_at = expectedAt
    }
  }
}

/// Says that the goods of a transfer left.
public struct ShipTransferRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ShipTransferRequest" }

  /// The transfer.
  public var transferID: String = ""
  /// The carrier's number.
  public var trackingNumber: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transferID: String = "", trackingNumber: String = "") {
    self.transferID = transferID
    self.trackingNumber = trackingNumber
  }
}

extension ShipTransferRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ShipTransferRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__ship_transfer_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ShipTransferRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__ship_transfer_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ShipTransferRequest.self)
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.trackingNumber = try unsafe arena.string(source.pointee.tracking_number, "tracking_number")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ShipTransferRequest.self)
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    if !trackingNumber.isEmpty {
      unsafe target.pointee.tracking_number = try arena.place(trackingNumber, "tracking_number")
    }
  }
}

/// What arrived of one product.
public struct ReceiptLine: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReceiptLine" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units that arrived now, 0 or more.
  public var quantity: Int64 = 0
  /// Of these, units that go to quarantine.
  public var quarantineQuantity: Int64 = 0
  /// Why it differs from what was expected, if it does, up to 500 bytes; empty = UNKNOWN.
  public var discrepancyReason: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", quantity: Int64 = 0, quarantineQuantity: Int64 = 0,
    discrepancyReason: String = ""
  ) {
    self.productID = productID
    self.variantID = variantID
    self.quantity = quantity
    self.quarantineQuantity = quarantineQuantity
    self.discrepancyReason = discrepancyReason
  }
}

extension ReceiptLine: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReceiptLine>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__receipt_line__init(target.assumingMemoryBound(to: Holdfast__V1__ReceiptLine.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__receipt_line__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReceiptLine.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.quantity = unsafe source.pointee.quantity
    self.quarantineQuantity = unsafe source.pointee.quarantine_quantity
    self.discrepancyReason = try unsafe arena.string(source.pointee.discrepancy_reason, "discrepancy_reason")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReceiptLine.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.quarantine_quantity = quarantineQuantity
    if !discrepancyReason.isEmpty {
      unsafe target.pointee.discrepancy_reason = try arena.place(discrepancyReason, "discrepancy_reason")
    }
  }
}

/// Says that goods of a transfer arrived.
public struct ReceiveTransferRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReceiveTransferRequest" }

  /// The transfer.
  public var transferID: String = ""
  /// What arrived, up to 100 lines, each of another product or variant of the transfer. Empty and not final = all that
  /// is still on its way.
  public var lines: [ReceiptLine] = []
  /// Nothing more is to come: what is missing makes a discrepancy and is on its way no longer. What turns up later is
  /// AdjustStock's or a count's matter.
  public var final: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transferID: String = "", lines: [ReceiptLine] = [], final: Bool = false) {
    self.transferID = transferID
    self.lines = lines
    self.final = final
  }
}

extension ReceiveTransferRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReceiveTransferRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__receive_transfer_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__receive_transfer_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferRequest.self)
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.lines = try unsafe arena.messages(source.pointee.lines, source.pointee.n_lines, "lines")
    self.final = unsafe source.pointee.final != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferRequest.self)
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    unsafe target.pointee.n_lines = lines.count
    unsafe target.pointee.lines = try arena.place(lines, "lines")
    unsafe target.pointee.final = final ? 1 : 0
  }
}

/// What became of a receipt.
public struct ReceiveTransferResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReceiveTransferResponse" }

  /// The transfer now.
  public var transfer: Transfer? = nil
  /// The discrepancies that it made or changed, in the order of the transfer's lines.
  public var discrepancies: [Discrepancy] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transfer: Transfer? = nil, discrepancies: [Discrepancy] = []) {
    self.transfer = transfer
    self.discrepancies = discrepancies
  }
}

extension ReceiveTransferResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReceiveTransferResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__receive_transfer_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__receive_transfer_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferResponse.self)
    self.transfer = try unsafe arena.message(source.pointee.transfer, "transfer")
    self.discrepancies = try unsafe arena.messages(
      source.pointee.discrepancies, source.pointee.n_discrepancies, "discrepancies")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReceiveTransferResponse.self)
    if let transfer {
      unsafe target.pointee.transfer = try arena.place(transfer, "transfer")
    }
    unsafe target.pointee.n_discrepancies = discrepancies.count
    unsafe target.pointee.discrepancies = try arena.place(discrepancies, "discrepancies")
  }
}

/// Gives up a transfer.
public struct CancelTransferRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CancelTransferRequest" }

  /// The transfer.
  public var transferID: String = ""
  /// Why, up to 500 bytes.
  public var reason: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transferID: String = "", reason: String = "") {
    self.transferID = transferID
    self.reason = reason
  }
}

extension CancelTransferRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CancelTransferRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__cancel_transfer_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__CancelTransferRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__cancel_transfer_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CancelTransferRequest.self)
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CancelTransferRequest.self)
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
  }
}

/// Asks for one transfer.
public struct GetTransferRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetTransferRequest" }

  /// The transfer.
  public var transferID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transferID: String = "") {
    self.transferID = transferID
  }
}

extension GetTransferRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetTransferRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_transfer_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetTransferRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_transfer_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetTransferRequest.self)
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetTransferRequest.self)
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
  }
}

/// Asks for transfers.
public struct ListTransfersRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListTransfersRequest" }

  /// Only those with this status.
  public var status: TransferStatus = .init(rawValue: 0)
  /// Only those from or to this warehouse.
  public var warehouseID: String = ""
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    status: TransferStatus = .init(rawValue: 0), warehouseID: String = "", pageSize: UInt32 = 0, pageToken: String = ""
  ) {
    self.status = status
    self.warehouseID = warehouseID
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListTransfersRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListTransfersRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_transfers_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListTransfersRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_transfers_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListTransfersRequest.self)
    self.status = unsafe TransferStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListTransfersRequest.self)
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of transfers.
public struct ListTransfersResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListTransfersResponse" }

  /// Transfers, newest first. A page may be short, or empty, before the last one.
  public var transfers: [Transfer] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(transfers: [Transfer] = [], nextPageToken: String = "") {
    self.transfers = transfers
    self.nextPageToken = nextPageToken
  }
}

extension ListTransfersResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListTransfersResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_transfers_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListTransfersResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_transfers_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListTransfersResponse.self)
    self.transfers = try unsafe arena.messages(source.pointee.transfers, source.pointee.n_transfers, "transfers")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListTransfersResponse.self)
    unsafe target.pointee.n_transfers = transfers.count
    unsafe target.pointee.transfers = try arena.place(transfers, "transfers")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Received differs from expected: of one line of a transfer, which has one at most.
public struct Discrepancy: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Discrepancy" }

  /// Its id.
  public var discrepancyID: String = ""
  /// The transfer.
  public var transferID: String = ""
  /// Where the goods arrived.
  public var warehouseID: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units that were sent.
  public var expected: Int64 = 0
  /// Units that arrived in all.
  public var received: Int64 = 0
  /// received − expected.
  public var difference: Int64 = 0
  /// Why, as far as is known; `UNKNOWN` where nobody said.
  public var reason: String = ""
  /// How far the search for the cause has got.
  public var status: DiscrepancyStatus = .init(rawValue: 0)
  /// What was found.
  public var resolution: String = ""
  /// When it was found out.
  public var createdAt: Int64 = 0
  /// When it was resolved; 0 = not yet.
  public var resolvedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    discrepancyID: String = "", transferID: String = "", warehouseID: String = "", productID: String = "",
    variantID: String = "", expected: Int64 = 0, received: Int64 = 0, difference: Int64 = 0, reason: String = "",
    status: DiscrepancyStatus = .init(rawValue: 0), resolution: String = "", createdAt: Int64 = 0, resolvedAt: Int64 = 0
  ) {
    self.discrepancyID = discrepancyID
    self.transferID = transferID
    self.warehouseID = warehouseID
    self.productID = productID
    self.variantID = variantID
    self.expected = expected
    self.received = received
    self.difference = difference
    self.reason = reason
    self.status = status
    self.resolution = resolution
    self.createdAt = createdAt
    self.resolvedAt = resolvedAt
  }
}

extension Discrepancy: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Discrepancy>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__discrepancy__init(target.assumingMemoryBound(to: Holdfast__V1__Discrepancy.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__discrepancy__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Discrepancy.self)
    self.discrepancyID = try unsafe arena.string(source.pointee.discrepancy_id, "discrepancy_id")
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.expected = unsafe source.pointee.expected
    self.received = unsafe source.pointee.received
    self.difference = unsafe source.pointee.difference
    self.reason = try unsafe arena.string(source.pointee.reason, "reason")
    self.status = unsafe DiscrepancyStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.resolution = try unsafe arena.string(source.pointee.resolution, "resolution")
    self.createdAt = unsafe source.pointee.created_at
    self.resolvedAt = unsafe source.pointee.resolved_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Discrepancy.self)
    if !discrepancyID.isEmpty {
      unsafe target.pointee.discrepancy_id = try arena.place(discrepancyID, "discrepancy_id")
    }
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.expected = expected
    unsafe target.pointee.received = received
    unsafe target.pointee.difference = difference
    if !reason.isEmpty {
      unsafe target.pointee.reason = try arena.place(reason, "reason")
    }
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !resolution.isEmpty {
      unsafe target.pointee.resolution = try arena.place(resolution, "resolution")
    }
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.resolved_at = resolvedAt
  }
}

/// Asks for discrepancies.
public struct ListDiscrepanciesRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListDiscrepanciesRequest" }

  /// Only those with this status.
  public var status: DiscrepancyStatus = .init(rawValue: 0)
  /// Only those of this transfer.
  public var transferID: String = ""
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    status: DiscrepancyStatus = .init(rawValue: 0), transferID: String = "", pageSize: UInt32 = 0,
    pageToken: String = ""
  ) {
    self.status = status
    self.transferID = transferID
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListDiscrepanciesRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListDiscrepanciesRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_discrepancies_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_discrepancies_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesRequest.self)
    self.status = unsafe DiscrepancyStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.transferID = try unsafe arena.string(source.pointee.transfer_id, "transfer_id")
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesRequest.self)
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !transferID.isEmpty {
      unsafe target.pointee.transfer_id = try arena.place(transferID, "transfer_id")
    }
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of discrepancies.
public struct ListDiscrepanciesResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListDiscrepanciesResponse" }

  /// Discrepancies, newest first. A page may be short, or empty, before the last one.
  public var discrepancies: [Discrepancy] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(discrepancies: [Discrepancy] = [], nextPageToken: String = "") {
    self.discrepancies = discrepancies
    self.nextPageToken = nextPageToken
  }
}

extension ListDiscrepanciesResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListDiscrepanciesResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_discrepancies_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_discrepancies_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesResponse.self)
    self.discrepancies = try unsafe arena.messages(
      source.pointee.discrepancies, source.pointee.n_discrepancies, "discrepancies")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListDiscrepanciesResponse.self)
    unsafe target.pointee.n_discrepancies = discrepancies.count
    unsafe target.pointee.discrepancies = try arena.place(discrepancies, "discrepancies")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Says what became of a discrepancy.
public struct ResolveDiscrepancyRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ResolveDiscrepancyRequest" }

  /// The discrepancy.
  public var discrepancyID: String = ""
  /// What was found, 1 to 500 bytes.
  public var resolution: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(discrepancyID: String = "", resolution: String = "") {
    self.discrepancyID = discrepancyID
    self.resolution = resolution
  }
}

extension ResolveDiscrepancyRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ResolveDiscrepancyRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__resolve_discrepancy_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ResolveDiscrepancyRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__resolve_discrepancy_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ResolveDiscrepancyRequest.self)
    self.discrepancyID = try unsafe arena.string(source.pointee.discrepancy_id, "discrepancy_id")
    self.resolution = try unsafe arena.string(source.pointee.resolution, "resolution")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ResolveDiscrepancyRequest.self)
    if !discrepancyID.isEmpty {
      unsafe target.pointee.discrepancy_id = try arena.place(discrepancyID, "discrepancy_id")
    }
    if !resolution.isEmpty {
      unsafe target.pointee.resolution = try arena.place(resolution, "resolution")
    }
  }
}
