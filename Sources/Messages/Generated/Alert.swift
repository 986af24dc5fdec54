// Made by tools/generate from proto/holdfast/v1/alert.proto. Do not edit.

package import CMessages

/// What an alert is about.
public struct AlertKind: OpenEnum {
  /// Any, where a list is asked for; never the kind of an alert.
  public static let unspecified = Self(rawValue: 0)
  /// Nothing is available at a level: HIGH.
  public static let outOfStock = Self(rawValue: 1)
  /// No more than the safety stock is available at a level: MEDIUM.
  public static let lowStock = Self(rawValue: 2)
  /// No more than the reorder point is available at a level: LOW, with the quantity to order.
  public static let reorderNeeded = Self(rawValue: 3)
  /// More units of a product, of all variants and warehouses together, were sold in an hour than the policy allows:
  /// MEDIUM. The hour is the minute of the sale and the 59 before it. Closes when no more than the limit is left of it.
  public static let highVelocity = Self(rawValue: 4)
  /// A transfer arrived with more or less than was sent: MEDIUM. Closes when the discrepancy is resolved.
  public static let transferDiscrepancy = Self(rawValue: 5)
  /// A count or a reconciliation differs by more than is corrected by itself: MEDIUM. Closes when the review is
  /// resolved.
  public static let reconcileReview = Self(rawValue: 6)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [
    .unspecified, .outOfStock, .lowStock, .reorderNeeded, .highVelocity, .transferDiscrepancy, .reconcileReview,
  ]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ALERT_KIND_UNSPECIFIED"
    case 1: "ALERT_KIND_OUT_OF_STOCK"
    case 2: "ALERT_KIND_LOW_STOCK"
    case 3: "ALERT_KIND_REORDER_NEEDED"
    case 4: "ALERT_KIND_HIGH_VELOCITY"
    case 5: "ALERT_KIND_TRANSFER_DISCREPANCY"
    case 6: "ALERT_KIND_RECONCILE_REVIEW"
    default: "\(rawValue)"
    }
  }
}

/// How bad it is.
public struct AlertSeverity: OpenEnum {
  /// Any, where a list is asked for; never the severity of an alert.
  public static let unspecified = Self(rawValue: 0)
  /// Can wait.
  public static let low = Self(rawValue: 1)
  /// Soon.
  public static let medium = Self(rawValue: 2)
  /// At once.
  public static let high = Self(rawValue: 3)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .low, .medium, .high]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ALERT_SEVERITY_UNSPECIFIED"
    case 1: "ALERT_SEVERITY_LOW"
    case 2: "ALERT_SEVERITY_MEDIUM"
    case 3: "ALERT_SEVERITY_HIGH"
    default: "\(rawValue)"
    }
  }
}

/// How far an alert has got.
public struct AlertStatus: OpenEnum {
  /// Open or acknowledged, where a list is asked for; never the status of an alert.
  public static let unspecified = Self(rawValue: 0)
  /// Nobody has seen it.
  public static let open = Self(rawValue: 1)
  /// Somebody has.
  public static let acknowledged = Self(rawValue: 2)
  /// Its cause is gone. Closed alerts are in the history, not in lists.
  public static let closed = Self(rawValue: 3)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .open, .acknowledged, .closed]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ALERT_STATUS_UNSPECIFIED"
    case 1: "ALERT_STATUS_OPEN"
    case 2: "ALERT_STATUS_ACKNOWLEDGED"
    case 3: "ALERT_STATUS_CLOSED"
    default: "\(rawValue)"
    }
  }
}

/// One alert.
public struct Alert: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Alert" }

  /// Its id.
  public var alertID: String = ""
  /// What it is about.
  public var kind: AlertKind = .init(rawValue: 0)
  /// How bad it is.
  public var severity: AlertSeverity = .init(rawValue: 0)
  /// How far it has got.
  public var status: AlertStatus = .init(rawValue: 0)
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse; empty for a product's velocity.
  public var warehouseID: String = ""
  /// What was measured when it was raised, changed its kind or closed: available units; units sold in the hour; the
  /// difference.
  public var value: Int64 = 0
  /// What it was measured against: 0, safety stock, reorder point, the policy's limit, units expected.
  public var threshold: Int64 = 0
  /// REORDER_NEEDED: how many units to order.
  public var reorderQuantity: Int64 = 0
  /// The discrepancy or review that it is about.
  public var subjectID: String = ""
  /// When it was raised.
  public var raisedAt: Int64 = 0
  /// When it was raised, changed its kind, was acknowledged or closed.
  public var updatedAt: Int64 = 0
  /// When somebody said that it was seen; 0 = nobody did.
  public var acknowledgedAt: Int64 = 0
  /// Who said so.
  public var acknowledgedBy: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    alertID: String = "", kind: AlertKind = .init(rawValue: 0), severity: AlertSeverity = .init(rawValue: 0),
    status: AlertStatus = .init(rawValue: 0), productID: String = "", variantID: String = "", warehouseID: String = "",
    value: Int64 = 0, threshold: Int64 = 0, reorderQuantity: Int64 = 0, subjectID: String = "", raisedAt: Int64 = 0,
    updatedAt: Int64 = 0, acknowledgedAt: Int64 = 0, acknowledgedBy: String = ""
  ) {
    self.alertID = alertID
    self.kind = kind
    self.severity = severity
    self.status = status
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.value = value
    self.threshold = threshold
    self.reorderQuantity = reorderQuantity
    self.subjectID = subjectID
    self.raisedAt = raisedAt
    self.updatedAt = updatedAt
    self.acknowledgedAt = acknowledgedAt
    self.acknowledgedBy = acknowledgedBy
  }
}

extension Alert: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Alert>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__alert__init(target.assumingMemoryBound(to: Holdfast__V1__Alert.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__alert__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Alert.self)
    self.alertID = try unsafe arena.string(source.pointee.alert_id, "alert_id")
    self.kind = unsafe AlertKind(rawValue: Int32(bitPattern: source.pointee.kind.rawValue))
    self.severity = unsafe AlertSeverity(rawValue: Int32(bitPattern: source.pointee.severity.rawValue))
    self.status = unsafe AlertStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.value = unsafe source.pointee.value
    self.threshold = unsafe source.pointee.threshold
    self.reorderQuantity = unsafe source.pointee.reorder_quantity
    self.subjectID = try unsafe arena.string(source.pointee.subject_id, "subject_id")
    self.raisedAt = unsafe source.pointee.raised_at
    self.updatedAt = unsafe source.pointee.updated_at
    self.acknowledgedAt = unsafe source.pointee.acknowledged_at
    self.acknowledgedBy = try unsafe arena.string(source.pointee.acknowledged_by, "acknowledged_by")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Alert.self)
    if !alertID.isEmpty {
      unsafe target.pointee.alert_id = try arena.place(alertID, "alert_id")
    }
    unsafe target.pointee.kind = .init(rawValue: UInt32(bitPattern: kind.rawValue))
    unsafe target.pointee.severity = .init(rawValue: UInt32(bitPattern: severity.rawValue))
    unsafe target.pointee.status = .init(rawValue: UInt32(bitPattern: status.rawValue))
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.value = value
    unsafe target.pointee.threshold = threshold
    unsafe target.pointee.reorder_quantity = reorderQuantity
    if !subjectID.isEmpty {
      unsafe target.pointee.subject_id = try arena.place(subjectID, "subject_id")
    }
    unsafe target.pointee.raised_at = raisedAt
    unsafe target.pointee.updated_at = updatedAt
    unsafe target.pointee.acknowledged_at = acknowledgedAt
    if !acknowledgedBy.isEmpty {
      unsafe target.pointee.acknowledged_by = try arena.place(acknowledgedBy, "acknowledged_by")
    }
  }
}

/// Asks for alerts.
public struct ListAlertsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListAlertsRequest" }

  /// Only of this kind.
  public var kind: AlertKind = .init(rawValue: 0)
  /// Only of this severity.
  public var severity: AlertSeverity = .init(rawValue: 0)
  /// Only with this status.
  public var status: AlertStatus = .init(rawValue: 0)
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
    kind: AlertKind = .init(rawValue: 0), severity: AlertSeverity = .init(rawValue: 0),
    status: AlertStatus = .init(rawValue: 0), productID: String = "", warehouseID: String = "", pageSize: UInt32 = 0,
    pageToken: String = ""
  ) {
    self.kind = kind
    self.severity = severity
    self.status = status
    self.productID = productID
    self.warehouseID = warehouseID
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListAlertsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListAlertsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_alerts_request__init(target.assumingMemoryBound(to: Holdfast__V1__ListAlertsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_alerts_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListAlertsRequest.self)
    self.kind = unsafe AlertKind(rawValue: Int32(bitPattern: source.pointee.kind.rawValue))
    self.severity = unsafe AlertSeverity(rawValue: Int32(bitPattern: source.pointee.severity.rawValue))
    self.status = unsafe AlertStatus(rawValue: Int32(bitPattern: source.pointee.status.rawValue))
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListAlertsRequest.self)
    unsafe target.pointee.kind = .init(rawValue: UInt32(bitPattern: kind.rawValue))
    unsafe target.pointee.severity = .init(rawValue: UInt32(bitPattern: severity.rawValue))
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

/// A page of alerts.
public struct ListAlertsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListAlertsResponse" }

  /// Alerts, the last one raised first. A page may be short, or empty, before the last one.
  public var alerts: [Alert] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(alerts: [Alert] = [], nextPageToken: String = "") {
    self.alerts = alerts
    self.nextPageToken = nextPageToken
  }
}

extension ListAlertsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListAlertsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_alerts_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListAlertsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_alerts_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListAlertsResponse.self)
    self.alerts = try unsafe arena.messages(source.pointee.alerts, source.pointee.n_alerts, "alerts")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListAlertsResponse.self)
    unsafe target.pointee.n_alerts = alerts.count
    unsafe target.pointee.alerts = try arena.place(alerts, "alerts")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// Says that alerts were seen.
public struct AcknowledgeAlertRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AcknowledgeAlertRequest" }

  /// Which, 1 to 100.
  public var alertIDs: [String] = []
  /// A word about it, up to 500 bytes.
  public var note: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(alertIDs: [String] = [], note: String = "") {
    self.alertIDs = alertIDs
    self.note = note
  }
}

extension AcknowledgeAlertRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AcknowledgeAlertRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__acknowledge_alert_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__acknowledge_alert_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertRequest.self)
    self.alertIDs = try unsafe arena.strings(source.pointee.alert_ids, source.pointee.n_alert_ids, "alert_ids")
    self.note = try unsafe arena.string(source.pointee.note, "note")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertRequest.self)
    unsafe target.pointee.n_alert_ids = alertIDs.count
    unsafe target.pointee.alert_ids = try arena.place(alertIDs, "alert_ids")
    if !note.isEmpty {
      unsafe target.pointee.note = try arena.place(note, "note")
    }
  }
}

/// What was acknowledged.
public struct AcknowledgeAlertResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AcknowledgeAlertResponse" }

  /// The alerts now, in the order of the request.
  public var alerts: [Alert] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(alerts: [Alert] = []) {
    self.alerts = alerts
  }
}

extension AcknowledgeAlertResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AcknowledgeAlertResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__acknowledge_alert_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__acknowledge_alert_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertResponse.self)
    self.alerts = try unsafe arena.messages(source.pointee.alerts, source.pointee.n_alerts, "alerts")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AcknowledgeAlertResponse.self)
    unsafe target.pointee.n_alerts = alerts.count
    unsafe target.pointee.alerts = try arena.place(alerts, "alerts")
  }
}
