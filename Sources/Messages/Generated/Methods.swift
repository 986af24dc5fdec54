// Made by tools/generate from the services in proto/. Do not edit.

/// Every rpc of every service.
public enum Method: Int, CaseIterable, Sendable {
  /// How the server is: version, sequence, sizes, uptime, certificate expiry.
  case adminServiceGetStatus
  /// What became of a command of the caller's own, by its command id. NOT_FOUND where none is kept: it was never
  /// ordered, its answer is not one that is kept, or it is older than the window.
  case adminServiceGetCommandResult
  /// Drops or archives the segments of the journal that nothing needs any more, and keeps a verified baseline in their
  /// place.
  case adminServiceCompactJournal
  /// Changes rules: fields that are given; the others stay as they are.
  case adminServicePutPolicy
  /// The rules in force, defaults filled in.
  case adminServiceGetPolicy
  /// A hot, consistent copy of state, baseline and journal, as the bytes of a tar file with a manifest at its end: a
  /// stream. Commands go on meanwhile. It is whole when the stream ends well, and worth nothing otherwise.
  case adminServiceBackup
  /// Reads the certificates, the key and the revocation lists again, as SIGHUP does: new connections use them from when
  /// this is answered, live ones go on. FAILED_PRECONDITION says what is wrong with them; the old ones stay in use
  /// then.
  case adminServiceReloadCertificates
  /// Alerts, the last one raised first, a page at a time.
  case alertServiceListAlerts
  /// Says that somebody has seen open alerts and deals with them: all or none; NOT_FOUND names each that is not open.
  /// What is about a level, a product's velocity, a discrepancy or a review closes when its cause goes, not by this.
  /// Who acknowledges an alert again changes nothing.
  case alertServiceAcknowledgeAlert
  /// Journal entries about a product, a level, a reference, or everything in a range of time; newest or oldest first.
  case auditServiceGetHistory
  /// Compares levels with what their journal entries add up to, a page at a time. A difference is a fault of the store:
  /// it is reported, commands stop, and the next start rebuilds the state from the journal.
  case auditServiceVerifyStock
  /// Compares levels with an outside snapshot, up to 1,000 rows a call: small differences are corrected, large ones,
  /// and those that would leave less than reserved + quarantined, are flagged for review.
  ///
  /// A level has one open review at most: a later finding takes the place of an earlier one in it, and a row that
  /// agrees with the book or is corrected dismisses it.
  case auditServiceReconcile
  /// What a reconciliation has found so far, in all its calls.
  case auditServiceGetReconciliation
  /// Differences that wait for somebody to decide, newest first, a page at a time.
  case auditServiceListReviews
  /// Decides a review: the difference is corrected, or the book stands.
  case auditServiceResolveReview
  /// Takes a physical count. on_hand changes by counted − book, so that what was sold meanwhile stays sold; a result
  /// below reserved + quarantined goes to review and changes nothing. Each counted level gets an entry, also where book
  /// and count agree. A count is the newest word about its level: an open review of it is dismissed, or says from now
  /// on what the count has found.
  case auditServiceSubmitCount
  /// What to count next at a warehouse: longest not counted, fastest moving, with differences before.
  ///
  /// A warehouse can have a million levels, so a call looks at the 500 that were not counted for longest (never counted
  /// ones first, in the order of their products), and gives the most urgent of these first; fewer where sales are kept
  /// for very many channels. Their further pages follow, then the next 500. score = days since the last count (365
  /// where there was none, and at most that) + 100 · s / (s + 100) for s units sold in the last 30 days + 20 for each
  /// difference found before (at most 200).
  case auditServiceNextCounts
  /// Makes a channel, or changes one: absent fields of an existing channel stay as they are. There are up to 1,000.
  /// Reservations and sales may name a channel that was never put: it counts in statistics, and is not limited.
  case channelServicePutChannel
  /// Channels by id, a page at a time.
  case channelServiceListChannels
  /// Divides a total of one product among channels, in place of what was allocated to them. Every unit goes to a
  /// channel, to the buffer, or is reported as left.
  case channelServiceAllocateStock
  /// Sets what is allocated to one channel, or takes the allocation away.
  case channelServiceSetChannelStock
  /// What a channel may sell of a product now.
  case channelServiceGetChannelStock
  /// Moves what a channel has not sold for a while to the channels that sell fastest and need it: of what is allocated
  /// to it and not held, to others that have an allocation of the product too, up to 14 days of their sales each.
  case channelServiceReallocateUnsold
  /// How fast a product sells: units a day over a window that ends with yesterday.
  case forecastServiceGetVelocity
  /// What a product will sell, a day at a time, with a range. The documentation names the method.
  case forecastServiceForecastDemand
  /// What to order where: from forecast, lead time, safety stock and what is on its way. A page at a time. The
  /// warehouses of a product share its forecast as their levels have sold lately; inactive ones take no part. A level
  /// is suggested where available + incoming is at most max(reorder_point, demand until an order arrives +
  /// safety_stock).
  case forecastServiceSuggestReorders
  /// Holds stock. FAILED_PRECONDITION names every item that is short, or says that the reference would have more than
  /// 10,000 open reservations.
  case reservationServiceReserve
  /// Gives holds back, by ids (all of them or none) or by reference.
  case reservationServiceRelease
  /// Moves the expiry of holds.
  case reservationServiceExtend
  /// Makes a cart's holds an order's, all at once, no longer expiring. An order may have up to 10,000 open
  /// reservations.
  case reservationServiceConvertReservation
  /// Gives a hold another quantity or another warehouse, checked like a new one.
  case reservationServiceChangeReservation
  /// The goods left: on_hand and reserved go down together, wholly or in part.
  case reservationServiceFulfill
  /// One open reservation. NOT_FOUND once it was released, has expired or is wholly fulfilled: see its history.
  case reservationServiceGetReservation
  /// Open reservations, a page at a time.
  case reservationServiceListReservations
  /// One level, or a product's total over all warehouses. NOT_FOUND says whether the product, the warehouse or the
  /// level is unknown; the total of a product without levels is zeros.
  case stockServiceGetStock
  /// Up to 1,000 levels from one snapshot. A missing level is marked, not an error.
  case stockServiceBatchGetStock
  /// Levels of one product or of one warehouse, a page at a time.
  case stockServiceListStock
  /// Makes a product, or replaces all that is said of it. ALREADY_EXISTS if one of its SKUs or barcodes is another's.
  /// A variant that has levels cannot be left out.
  case stockServicePutProduct
  /// One product, by id, SKU or barcode (its own or a variant's).
  case stockServiceGetProduct
  /// Products by id, a page at a time.
  case stockServiceListProducts
  /// Sets levels, all or none of them. Makes a level that does not exist; an absent field leaves an existing one alone.
  case stockServiceSetStock
  /// Changes levels by a number of units, with a type and a reason, all lines or none.
  case stockServiceAdjustStock
  /// Moves available stock from one warehouse to another, at once.
  case stockServiceMoveStock
  /// Every level of one snapshot, in the order of (product, variant, warehouse): a stream. RESOURCE_EXHAUSTED if its
  /// replies are taken so slowly that the snapshot would be held for too long.
  case stockServiceExportStock
  /// Sets on_hand from rows of a file, each good or bad on its own.
  case stockServiceImportStock
  /// Makes a transfer, PENDING. Between warehouses it holds every line at the source, all or none; from a supplier
  /// nothing is held, and `incoming` of the destination goes up at once.
  case transferServiceCreateTransfer
  /// The goods left: the source's on_hand and reserved go down, the destination's incoming goes up. Where the holds
  /// have expired it takes available stock again, or refuses. A supplier's transfer is only marked: its incoming counts
  /// already.
  case transferServiceShipTransfer
  /// Goods arrived, all of them or a part: incoming goes down, on_hand goes up. Completed when nothing is on its way
  /// any more. A transfer between warehouses must be IN_TRANSIT; a supplier's may be PENDING, and is IN_TRANSIT from
  /// then on.
  ///
  /// What arrives is taken, also where it is more than was on its way: on_hand goes up by all of it, incoming down to 0
  /// and never below. A discrepancy is made for a line that has got more than was sent, at once, and for a line that
  /// has got less, when the receipt is final. A line has one discrepancy at most: when further parts come it says what
  /// has arrived by then, and is open again if it was resolved.
  case transferServiceReceiveTransfer
  /// Gives up a transfer that is still PENDING: its holds are given back, a supplier's incoming goes down.
  case transferServiceCancelTransfer
  /// One transfer.
  case transferServiceGetTransfer
  /// Transfers, newest first, a page at a time.
  case transferServiceListTransfers
  /// Differences between what was sent and what arrived, newest first, a page at a time.
  case transferServiceListDiscrepancies
  /// Says what became of a discrepancy. Stock is not changed by it: missing units have left the source already, surplus
  /// units are on hand.
  case transferServiceResolveDiscrepancy
  /// Makes a warehouse. ALREADY_EXISTS if its id or code is taken.
  case warehouseServiceCreateWarehouse
  /// Changes a warehouse: the fields named in `update_mask`.
  case warehouseServiceUpdateWarehouse
  /// One warehouse, by id or by code.
  case warehouseServiceGetWarehouse
  /// Warehouses by id, a page at a time.
  case warehouseServiceListWarehouses
  /// Stops new holds at a warehouse. Existing ones may still ship. Nothing is deleted.
  case warehouseServiceDeactivateWarehouse
  /// Ranks the warehouses that can ship a product: the first candidate is the choice. FAILED_PRECONDITION if there is
  /// none, with what each warehouse has.
  case warehouseServiceSelectWarehouse
  /// Plans from which warehouses an order ships. Holds nothing: Reserve plans and holds in one step.
  case warehouseServiceSplitOrder
}

extension Method {
  /// What the rpc does to the service.
  public var kind: MethodKind {
    switch self {
    case .adminServicePutPolicy, .alertServiceAcknowledgeAlert, .auditServiceReconcile, .auditServiceResolveReview,
      .auditServiceSubmitCount, .channelServicePutChannel, .channelServiceAllocateStock, .channelServiceSetChannelStock,
      .channelServiceReallocateUnsold, .reservationServiceReserve, .reservationServiceRelease,
      .reservationServiceExtend, .reservationServiceConvertReservation, .reservationServiceChangeReservation,
      .reservationServiceFulfill, .stockServicePutProduct, .stockServiceSetStock, .stockServiceAdjustStock,
      .stockServiceMoveStock, .stockServiceImportStock, .transferServiceCreateTransfer, .transferServiceShipTransfer,
      .transferServiceReceiveTransfer, .transferServiceCancelTransfer, .transferServiceResolveDiscrepancy,
      .warehouseServiceCreateWarehouse, .warehouseServiceUpdateWarehouse, .warehouseServiceDeactivateWarehouse:
      .command
    case .adminServiceCompactJournal, .adminServiceBackup, .adminServiceReloadCertificates: .operation
    case .adminServiceGetStatus, .adminServiceGetCommandResult, .adminServiceGetPolicy, .alertServiceListAlerts,
      .auditServiceGetHistory, .auditServiceVerifyStock, .auditServiceGetReconciliation, .auditServiceListReviews,
      .auditServiceNextCounts, .channelServiceListChannels, .channelServiceGetChannelStock, .forecastServiceGetVelocity,
      .forecastServiceForecastDemand, .forecastServiceSuggestReorders, .reservationServiceGetReservation,
      .reservationServiceListReservations, .stockServiceGetStock, .stockServiceBatchGetStock, .stockServiceListStock,
      .stockServiceGetProduct, .stockServiceListProducts, .stockServiceExportStock, .transferServiceGetTransfer,
      .transferServiceListTransfers, .transferServiceListDiscrepancies, .warehouseServiceGetWarehouse,
      .warehouseServiceListWarehouses, .warehouseServiceSelectWarehouse, .warehouseServiceSplitOrder:
      .query
    }
  }

  /// The least role that may call it.
  public var role: Role {
    switch self {
    case .adminServiceCompactJournal, .adminServicePutPolicy, .adminServiceBackup, .adminServiceReloadCertificates:
      .admin
    case .alertServiceAcknowledgeAlert, .auditServiceVerifyStock, .auditServiceReconcile, .auditServiceResolveReview,
      .auditServiceSubmitCount, .channelServicePutChannel, .channelServiceAllocateStock, .channelServiceSetChannelStock,
      .channelServiceReallocateUnsold, .stockServicePutProduct, .stockServiceSetStock, .stockServiceAdjustStock,
      .stockServiceMoveStock, .stockServiceImportStock, .transferServiceCreateTransfer, .transferServiceShipTransfer,
      .transferServiceReceiveTransfer, .transferServiceCancelTransfer, .transferServiceResolveDiscrepancy,
      .warehouseServiceCreateWarehouse, .warehouseServiceUpdateWarehouse, .warehouseServiceDeactivateWarehouse:
      .operator
    case .adminServiceGetStatus, .adminServiceGetCommandResult, .adminServiceGetPolicy, .alertServiceListAlerts,
      .auditServiceGetHistory, .auditServiceGetReconciliation, .auditServiceListReviews, .auditServiceNextCounts,
      .channelServiceListChannels, .channelServiceGetChannelStock, .forecastServiceGetVelocity,
      .forecastServiceForecastDemand, .forecastServiceSuggestReorders, .reservationServiceGetReservation,
      .reservationServiceListReservations, .stockServiceGetStock, .stockServiceBatchGetStock, .stockServiceListStock,
      .stockServiceGetProduct, .stockServiceListProducts, .stockServiceExportStock, .transferServiceGetTransfer,
      .transferServiceListTransfers, .transferServiceListDiscrepancies, .warehouseServiceGetWarehouse,
      .warehouseServiceListWarehouses, .warehouseServiceSelectWarehouse, .warehouseServiceSplitOrder:
      .reader
    case .reservationServiceReserve, .reservationServiceRelease, .reservationServiceExtend,
      .reservationServiceConvertReservation, .reservationServiceChangeReservation, .reservationServiceFulfill:
      .seller
    }
  }

  /// Whether a call is answered by a row of replies.
  public var isServerStreaming: Bool {
    switch self {
    case .adminServiceBackup, .stockServiceExportStock: true
    default: false
    }
  }

  /// The method with this full name; nil if there is none. Costs a hash and one comparison.
  package static func find(_ name: UnsafeRawBufferPointer) -> Method? {
    switch unsafe hash(name, multiplier: 1_182_729_975_619_806_813, bits: 10) {
    case 29: unsafe isEqual(name, "holdfast.v1.TransferService/CancelTransfer") ? .transferServiceCancelTransfer : nil
    case 36: unsafe isEqual(name, "holdfast.v1.TransferService/ShipTransfer") ? .transferServiceShipTransfer : nil
    case 52: unsafe isEqual(name, "holdfast.v1.ChannelService/GetChannelStock") ? .channelServiceGetChannelStock : nil
    case 59: unsafe isEqual(name, "holdfast.v1.ChannelService/SetChannelStock") ? .channelServiceSetChannelStock : nil
    case 71: unsafe isEqual(name, "holdfast.v1.AuditService/ListReviews") ? .auditServiceListReviews : nil
    case 79: unsafe isEqual(name, "holdfast.v1.ForecastService/ForecastDemand") ? .forecastServiceForecastDemand : nil
    case 106:
      unsafe isEqual(name, "holdfast.v1.TransferService/ListDiscrepancies") ? .transferServiceListDiscrepancies : nil
    case 118: unsafe isEqual(name, "holdfast.v1.WarehouseService/SplitOrder") ? .warehouseServiceSplitOrder : nil
    case 143: unsafe isEqual(name, "holdfast.v1.TransferService/CreateTransfer") ? .transferServiceCreateTransfer : nil
    case 154: unsafe isEqual(name, "holdfast.v1.TransferService/ListTransfers") ? .transferServiceListTransfers : nil
    case 186: unsafe isEqual(name, "holdfast.v1.ReservationService/Reserve") ? .reservationServiceReserve : nil
    case 204: unsafe isEqual(name, "holdfast.v1.AdminService/CompactJournal") ? .adminServiceCompactJournal : nil
    case 212: unsafe isEqual(name, "holdfast.v1.StockService/ListProducts") ? .stockServiceListProducts : nil
    case 239: unsafe isEqual(name, "holdfast.v1.AlertService/AcknowledgeAlert") ? .alertServiceAcknowledgeAlert : nil
    case 319:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/UpdateWarehouse") ? .warehouseServiceUpdateWarehouse : nil
    case 324:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ConvertReservation")
        ? .reservationServiceConvertReservation : nil
    case 327: unsafe isEqual(name, "holdfast.v1.StockService/GetProduct") ? .stockServiceGetProduct : nil
    case 343:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/DeactivateWarehouse")
        ? .warehouseServiceDeactivateWarehouse : nil
    case 356: unsafe isEqual(name, "holdfast.v1.ReservationService/Release") ? .reservationServiceRelease : nil
    case 357: unsafe isEqual(name, "holdfast.v1.ChannelService/PutChannel") ? .channelServicePutChannel : nil
    case 360: unsafe isEqual(name, "holdfast.v1.StockService/SetStock") ? .stockServiceSetStock : nil
    case 366: unsafe isEqual(name, "holdfast.v1.ChannelService/ListChannels") ? .channelServiceListChannels : nil
    case 369: unsafe isEqual(name, "holdfast.v1.AuditService/NextCounts") ? .auditServiceNextCounts : nil
    case 371: unsafe isEqual(name, "holdfast.v1.StockService/ExportStock") ? .stockServiceExportStock : nil
    case 399:
      unsafe isEqual(name, "holdfast.v1.TransferService/ReceiveTransfer") ? .transferServiceReceiveTransfer : nil
    case 411: unsafe isEqual(name, "holdfast.v1.AuditService/Reconcile") ? .auditServiceReconcile : nil
    case 429:
      unsafe isEqual(name, "holdfast.v1.ChannelService/ReallocateUnsold") ? .channelServiceReallocateUnsold : nil
    case 439: unsafe isEqual(name, "holdfast.v1.ReservationService/Extend") ? .reservationServiceExtend : nil
    case 458: unsafe isEqual(name, "holdfast.v1.AuditService/VerifyStock") ? .auditServiceVerifyStock : nil
    case 460: unsafe isEqual(name, "holdfast.v1.StockService/BatchGetStock") ? .stockServiceBatchGetStock : nil
    case 473: unsafe isEqual(name, "holdfast.v1.StockService/MoveStock") ? .stockServiceMoveStock : nil
    case 503: unsafe isEqual(name, "holdfast.v1.ChannelService/AllocateStock") ? .channelServiceAllocateStock : nil
    case 504:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/SelectWarehouse") ? .warehouseServiceSelectWarehouse : nil
    case 505: unsafe isEqual(name, "holdfast.v1.ForecastService/GetVelocity") ? .forecastServiceGetVelocity : nil
    case 538: unsafe isEqual(name, "holdfast.v1.AdminService/GetStatus") ? .adminServiceGetStatus : nil
    case 541: unsafe isEqual(name, "holdfast.v1.AlertService/ListAlerts") ? .alertServiceListAlerts : nil
    case 547:
      unsafe isEqual(name, "holdfast.v1.AdminService/ReloadCertificates") ? .adminServiceReloadCertificates : nil
    case 558: unsafe isEqual(name, "holdfast.v1.StockService/ImportStock") ? .stockServiceImportStock : nil
    case 565:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/CreateWarehouse") ? .warehouseServiceCreateWarehouse : nil
    case 570:
      unsafe isEqual(name, "holdfast.v1.TransferService/ResolveDiscrepancy") ? .transferServiceResolveDiscrepancy : nil
    case 574: unsafe isEqual(name, "holdfast.v1.TransferService/GetTransfer") ? .transferServiceGetTransfer : nil
    case 609: unsafe isEqual(name, "holdfast.v1.StockService/ListStock") ? .stockServiceListStock : nil
    case 631: unsafe isEqual(name, "holdfast.v1.AdminService/GetPolicy") ? .adminServiceGetPolicy : nil
    case 650:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ChangeReservation")
        ? .reservationServiceChangeReservation : nil
    case 680: unsafe isEqual(name, "holdfast.v1.StockService/GetStock") ? .stockServiceGetStock : nil
    case 696: unsafe isEqual(name, "holdfast.v1.StockService/AdjustStock") ? .stockServiceAdjustStock : nil
    case 745: unsafe isEqual(name, "holdfast.v1.AdminService/PutPolicy") ? .adminServicePutPolicy : nil
    case 770: unsafe isEqual(name, "holdfast.v1.ReservationService/Fulfill") ? .reservationServiceFulfill : nil
    case 779: unsafe isEqual(name, "holdfast.v1.WarehouseService/GetWarehouse") ? .warehouseServiceGetWarehouse : nil
    case 788:
      unsafe isEqual(name, "holdfast.v1.ReservationService/GetReservation") ? .reservationServiceGetReservation : nil
    case 828:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ListReservations")
        ? .reservationServiceListReservations : nil
    case 831: unsafe isEqual(name, "holdfast.v1.AuditService/GetReconciliation") ? .auditServiceGetReconciliation : nil
    case 849: unsafe isEqual(name, "holdfast.v1.AuditService/ResolveReview") ? .auditServiceResolveReview : nil
    case 872: unsafe isEqual(name, "holdfast.v1.AdminService/Backup") ? .adminServiceBackup : nil
    case 907:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/ListWarehouses") ? .warehouseServiceListWarehouses : nil
    case 914:
      unsafe isEqual(name, "holdfast.v1.ForecastService/SuggestReorders") ? .forecastServiceSuggestReorders : nil
    case 930: unsafe isEqual(name, "holdfast.v1.StockService/PutProduct") ? .stockServicePutProduct : nil
    case 944: unsafe isEqual(name, "holdfast.v1.AuditService/GetHistory") ? .auditServiceGetHistory : nil
    case 988: unsafe isEqual(name, "holdfast.v1.AdminService/GetCommandResult") ? .adminServiceGetCommandResult : nil
    case 1019: unsafe isEqual(name, "holdfast.v1.AuditService/SubmitCount") ? .auditServiceSubmitCount : nil
    default: nil
    }
  }

  /// What there is to know of each method, by raw value.
  static let table: [MethodInfo] = [
    MethodInfo(
      method: .adminServiceGetStatus, name: "holdfast.v1.AdminService/GetStatus", service: "holdfast.v1.AdminService",
      rpc: "GetStatus", kind: .query, role: .reader, isServerStreaming: false, request: "holdfast.v1.GetStatusRequest",
      response: "holdfast.v1.ServerStatus"),
    MethodInfo(
      method: .adminServiceGetCommandResult, name: "holdfast.v1.AdminService/GetCommandResult",
      service: "holdfast.v1.AdminService", rpc: "GetCommandResult", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.GetCommandResultRequest",
      response: "holdfast.v1.GetCommandResultResponse"),
    MethodInfo(
      method: .adminServiceCompactJournal, name: "holdfast.v1.AdminService/CompactJournal",
      service: "holdfast.v1.AdminService", rpc: "CompactJournal", kind: .operation, role: .admin,
      isServerStreaming: false, request: "holdfast.v1.CompactJournalRequest",
      response: "holdfast.v1.CompactJournalResponse"),
    MethodInfo(
      method: .adminServicePutPolicy, name: "holdfast.v1.AdminService/PutPolicy", service: "holdfast.v1.AdminService",
      rpc: "PutPolicy", kind: .command, role: .admin, isServerStreaming: false, request: "holdfast.v1.PutPolicyRequest",
      response: "holdfast.v1.Policy"),
    MethodInfo(
      method: .adminServiceGetPolicy, name: "holdfast.v1.AdminService/GetPolicy", service: "holdfast.v1.AdminService",
      rpc: "GetPolicy", kind: .query, role: .reader, isServerStreaming: false, request: "holdfast.v1.GetPolicyRequest",
      response: "holdfast.v1.Policy"),
    MethodInfo(
      method: .adminServiceBackup, name: "holdfast.v1.AdminService/Backup", service: "holdfast.v1.AdminService",
      rpc: "Backup", kind: .operation, role: .admin, isServerStreaming: true, request: "holdfast.v1.BackupRequest",
      response: "holdfast.v1.BackupResponse"),
    MethodInfo(
      method: .adminServiceReloadCertificates, name: "holdfast.v1.AdminService/ReloadCertificates",
      service: "holdfast.v1.AdminService", rpc: "ReloadCertificates", kind: .operation, role: .admin,
      isServerStreaming: false, request: "holdfast.v1.ReloadCertificatesRequest",
      response: "holdfast.v1.ReloadCertificatesResponse"),
    MethodInfo(
      method: .alertServiceListAlerts, name: "holdfast.v1.AlertService/ListAlerts", service: "holdfast.v1.AlertService",
      rpc: "ListAlerts", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.ListAlertsRequest", response: "holdfast.v1.ListAlertsResponse"),
    MethodInfo(
      method: .alertServiceAcknowledgeAlert, name: "holdfast.v1.AlertService/AcknowledgeAlert",
      service: "holdfast.v1.AlertService", rpc: "AcknowledgeAlert", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.AcknowledgeAlertRequest",
      response: "holdfast.v1.AcknowledgeAlertResponse"),
    MethodInfo(
      method: .auditServiceGetHistory, name: "holdfast.v1.AuditService/GetHistory", service: "holdfast.v1.AuditService",
      rpc: "GetHistory", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.GetHistoryRequest", response: "holdfast.v1.GetHistoryResponse"),
    MethodInfo(
      method: .auditServiceVerifyStock, name: "holdfast.v1.AuditService/VerifyStock",
      service: "holdfast.v1.AuditService", rpc: "VerifyStock", kind: .query, role: .operator, isServerStreaming: false,
      request: "holdfast.v1.VerifyStockRequest", response: "holdfast.v1.VerifyStockResponse"),
    MethodInfo(
      method: .auditServiceReconcile, name: "holdfast.v1.AuditService/Reconcile", service: "holdfast.v1.AuditService",
      rpc: "Reconcile", kind: .command, role: .operator, isServerStreaming: false,
      request: "holdfast.v1.ReconcileRequest", response: "holdfast.v1.ReconcileResponse"),
    MethodInfo(
      method: .auditServiceGetReconciliation, name: "holdfast.v1.AuditService/GetReconciliation",
      service: "holdfast.v1.AuditService", rpc: "GetReconciliation", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.GetReconciliationRequest",
      response: "holdfast.v1.ReconciliationReport"),
    MethodInfo(
      method: .auditServiceListReviews, name: "holdfast.v1.AuditService/ListReviews",
      service: "holdfast.v1.AuditService", rpc: "ListReviews", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.ListReviewsRequest", response: "holdfast.v1.ListReviewsResponse"),
    MethodInfo(
      method: .auditServiceResolveReview, name: "holdfast.v1.AuditService/ResolveReview",
      service: "holdfast.v1.AuditService", rpc: "ResolveReview", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ResolveReviewRequest",
      response: "holdfast.v1.ResolveReviewResponse"),
    MethodInfo(
      method: .auditServiceSubmitCount, name: "holdfast.v1.AuditService/SubmitCount",
      service: "holdfast.v1.AuditService", rpc: "SubmitCount", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.SubmitCountRequest", response: "holdfast.v1.SubmitCountResponse"),
    MethodInfo(
      method: .auditServiceNextCounts, name: "holdfast.v1.AuditService/NextCounts", service: "holdfast.v1.AuditService",
      rpc: "NextCounts", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.NextCountsRequest", response: "holdfast.v1.NextCountsResponse"),
    MethodInfo(
      method: .channelServicePutChannel, name: "holdfast.v1.ChannelService/PutChannel",
      service: "holdfast.v1.ChannelService", rpc: "PutChannel", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.PutChannelRequest", response: "holdfast.v1.Channel"),
    MethodInfo(
      method: .channelServiceListChannels, name: "holdfast.v1.ChannelService/ListChannels",
      service: "holdfast.v1.ChannelService", rpc: "ListChannels", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.ListChannelsRequest", response: "holdfast.v1.ListChannelsResponse"),
    MethodInfo(
      method: .channelServiceAllocateStock, name: "holdfast.v1.ChannelService/AllocateStock",
      service: "holdfast.v1.ChannelService", rpc: "AllocateStock", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.AllocateStockRequest",
      response: "holdfast.v1.AllocateStockResponse"),
    MethodInfo(
      method: .channelServiceSetChannelStock, name: "holdfast.v1.ChannelService/SetChannelStock",
      service: "holdfast.v1.ChannelService", rpc: "SetChannelStock", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.SetChannelStockRequest", response: "holdfast.v1.ChannelStock"),
    MethodInfo(
      method: .channelServiceGetChannelStock, name: "holdfast.v1.ChannelService/GetChannelStock",
      service: "holdfast.v1.ChannelService", rpc: "GetChannelStock", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.GetChannelStockRequest", response: "holdfast.v1.ChannelStock"),
    MethodInfo(
      method: .channelServiceReallocateUnsold, name: "holdfast.v1.ChannelService/ReallocateUnsold",
      service: "holdfast.v1.ChannelService", rpc: "ReallocateUnsold", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ReallocateUnsoldRequest",
      response: "holdfast.v1.ReallocateUnsoldResponse"),
    MethodInfo(
      method: .forecastServiceGetVelocity, name: "holdfast.v1.ForecastService/GetVelocity",
      service: "holdfast.v1.ForecastService", rpc: "GetVelocity", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.GetVelocityRequest", response: "holdfast.v1.GetVelocityResponse"),
    MethodInfo(
      method: .forecastServiceForecastDemand, name: "holdfast.v1.ForecastService/ForecastDemand",
      service: "holdfast.v1.ForecastService", rpc: "ForecastDemand", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.ForecastDemandRequest",
      response: "holdfast.v1.ForecastDemandResponse"),
    MethodInfo(
      method: .forecastServiceSuggestReorders, name: "holdfast.v1.ForecastService/SuggestReorders",
      service: "holdfast.v1.ForecastService", rpc: "SuggestReorders", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.SuggestReordersRequest",
      response: "holdfast.v1.SuggestReordersResponse"),
    MethodInfo(
      method: .reservationServiceReserve, name: "holdfast.v1.ReservationService/Reserve",
      service: "holdfast.v1.ReservationService", rpc: "Reserve", kind: .command, role: .seller,
      isServerStreaming: false, request: "holdfast.v1.ReserveRequest", response: "holdfast.v1.ReserveResponse"),
    MethodInfo(
      method: .reservationServiceRelease, name: "holdfast.v1.ReservationService/Release",
      service: "holdfast.v1.ReservationService", rpc: "Release", kind: .command, role: .seller,
      isServerStreaming: false, request: "holdfast.v1.ReleaseRequest", response: "holdfast.v1.ReleaseResponse"),
    MethodInfo(
      method: .reservationServiceExtend, name: "holdfast.v1.ReservationService/Extend",
      service: "holdfast.v1.ReservationService", rpc: "Extend", kind: .command, role: .seller, isServerStreaming: false,
      request: "holdfast.v1.ExtendRequest", response: "holdfast.v1.ExtendResponse"),
    MethodInfo(
      method: .reservationServiceConvertReservation, name: "holdfast.v1.ReservationService/ConvertReservation",
      service: "holdfast.v1.ReservationService", rpc: "ConvertReservation", kind: .command, role: .seller,
      isServerStreaming: false, request: "holdfast.v1.ConvertReservationRequest",
      response: "holdfast.v1.ConvertReservationResponse"),
    MethodInfo(
      method: .reservationServiceChangeReservation, name: "holdfast.v1.ReservationService/ChangeReservation",
      service: "holdfast.v1.ReservationService", rpc: "ChangeReservation", kind: .command, role: .seller,
      isServerStreaming: false, request: "holdfast.v1.ChangeReservationRequest", response: "holdfast.v1.Reservation"),
    MethodInfo(
      method: .reservationServiceFulfill, name: "holdfast.v1.ReservationService/Fulfill",
      service: "holdfast.v1.ReservationService", rpc: "Fulfill", kind: .command, role: .seller,
      isServerStreaming: false, request: "holdfast.v1.FulfillRequest", response: "holdfast.v1.FulfillResponse"),
    MethodInfo(
      method: .reservationServiceGetReservation, name: "holdfast.v1.ReservationService/GetReservation",
      service: "holdfast.v1.ReservationService", rpc: "GetReservation", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.GetReservationRequest", response: "holdfast.v1.Reservation"),
    MethodInfo(
      method: .reservationServiceListReservations, name: "holdfast.v1.ReservationService/ListReservations",
      service: "holdfast.v1.ReservationService", rpc: "ListReservations", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.ListReservationsRequest",
      response: "holdfast.v1.ListReservationsResponse"),
    MethodInfo(
      method: .stockServiceGetStock, name: "holdfast.v1.StockService/GetStock", service: "holdfast.v1.StockService",
      rpc: "GetStock", kind: .query, role: .reader, isServerStreaming: false, request: "holdfast.v1.GetStockRequest",
      response: "holdfast.v1.StockLevel"),
    MethodInfo(
      method: .stockServiceBatchGetStock, name: "holdfast.v1.StockService/BatchGetStock",
      service: "holdfast.v1.StockService", rpc: "BatchGetStock", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.BatchGetStockRequest", response: "holdfast.v1.BatchGetStockResponse"),
    MethodInfo(
      method: .stockServiceListStock, name: "holdfast.v1.StockService/ListStock", service: "holdfast.v1.StockService",
      rpc: "ListStock", kind: .query, role: .reader, isServerStreaming: false, request: "holdfast.v1.ListStockRequest",
      response: "holdfast.v1.ListStockResponse"),
    MethodInfo(
      method: .stockServicePutProduct, name: "holdfast.v1.StockService/PutProduct", service: "holdfast.v1.StockService",
      rpc: "PutProduct", kind: .command, role: .operator, isServerStreaming: false,
      request: "holdfast.v1.PutProductRequest", response: "holdfast.v1.Product"),
    MethodInfo(
      method: .stockServiceGetProduct, name: "holdfast.v1.StockService/GetProduct", service: "holdfast.v1.StockService",
      rpc: "GetProduct", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.GetProductRequest", response: "holdfast.v1.Product"),
    MethodInfo(
      method: .stockServiceListProducts, name: "holdfast.v1.StockService/ListProducts",
      service: "holdfast.v1.StockService", rpc: "ListProducts", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.ListProductsRequest", response: "holdfast.v1.ListProductsResponse"),
    MethodInfo(
      method: .stockServiceSetStock, name: "holdfast.v1.StockService/SetStock", service: "holdfast.v1.StockService",
      rpc: "SetStock", kind: .command, role: .operator, isServerStreaming: false,
      request: "holdfast.v1.SetStockRequest", response: "holdfast.v1.SetStockResponse"),
    MethodInfo(
      method: .stockServiceAdjustStock, name: "holdfast.v1.StockService/AdjustStock",
      service: "holdfast.v1.StockService", rpc: "AdjustStock", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.AdjustStockRequest", response: "holdfast.v1.AdjustStockResponse"),
    MethodInfo(
      method: .stockServiceMoveStock, name: "holdfast.v1.StockService/MoveStock", service: "holdfast.v1.StockService",
      rpc: "MoveStock", kind: .command, role: .operator, isServerStreaming: false,
      request: "holdfast.v1.MoveStockRequest", response: "holdfast.v1.MoveStockResponse"),
    MethodInfo(
      method: .stockServiceExportStock, name: "holdfast.v1.StockService/ExportStock",
      service: "holdfast.v1.StockService", rpc: "ExportStock", kind: .query, role: .reader, isServerStreaming: true,
      request: "holdfast.v1.ExportStockRequest", response: "holdfast.v1.ExportStockResponse"),
    MethodInfo(
      method: .stockServiceImportStock, name: "holdfast.v1.StockService/ImportStock",
      service: "holdfast.v1.StockService", rpc: "ImportStock", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ImportStockRequest", response: "holdfast.v1.ImportStockResponse"),
    MethodInfo(
      method: .transferServiceCreateTransfer, name: "holdfast.v1.TransferService/CreateTransfer",
      service: "holdfast.v1.TransferService", rpc: "CreateTransfer", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.CreateTransferRequest", response: "holdfast.v1.Transfer"),
    MethodInfo(
      method: .transferServiceShipTransfer, name: "holdfast.v1.TransferService/ShipTransfer",
      service: "holdfast.v1.TransferService", rpc: "ShipTransfer", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ShipTransferRequest", response: "holdfast.v1.Transfer"),
    MethodInfo(
      method: .transferServiceReceiveTransfer, name: "holdfast.v1.TransferService/ReceiveTransfer",
      service: "holdfast.v1.TransferService", rpc: "ReceiveTransfer", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ReceiveTransferRequest",
      response: "holdfast.v1.ReceiveTransferResponse"),
    MethodInfo(
      method: .transferServiceCancelTransfer, name: "holdfast.v1.TransferService/CancelTransfer",
      service: "holdfast.v1.TransferService", rpc: "CancelTransfer", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.CancelTransferRequest", response: "holdfast.v1.Transfer"),
    MethodInfo(
      method: .transferServiceGetTransfer, name: "holdfast.v1.TransferService/GetTransfer",
      service: "holdfast.v1.TransferService", rpc: "GetTransfer", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.GetTransferRequest", response: "holdfast.v1.Transfer"),
    MethodInfo(
      method: .transferServiceListTransfers, name: "holdfast.v1.TransferService/ListTransfers",
      service: "holdfast.v1.TransferService", rpc: "ListTransfers", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.ListTransfersRequest",
      response: "holdfast.v1.ListTransfersResponse"),
    MethodInfo(
      method: .transferServiceListDiscrepancies, name: "holdfast.v1.TransferService/ListDiscrepancies",
      service: "holdfast.v1.TransferService", rpc: "ListDiscrepancies", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.ListDiscrepanciesRequest",
      response: "holdfast.v1.ListDiscrepanciesResponse"),
    MethodInfo(
      method: .transferServiceResolveDiscrepancy, name: "holdfast.v1.TransferService/ResolveDiscrepancy",
      service: "holdfast.v1.TransferService", rpc: "ResolveDiscrepancy", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ResolveDiscrepancyRequest", response: "holdfast.v1.Discrepancy"),
    MethodInfo(
      method: .warehouseServiceCreateWarehouse, name: "holdfast.v1.WarehouseService/CreateWarehouse",
      service: "holdfast.v1.WarehouseService", rpc: "CreateWarehouse", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.CreateWarehouseRequest", response: "holdfast.v1.Warehouse"),
    MethodInfo(
      method: .warehouseServiceUpdateWarehouse, name: "holdfast.v1.WarehouseService/UpdateWarehouse",
      service: "holdfast.v1.WarehouseService", rpc: "UpdateWarehouse", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.UpdateWarehouseRequest", response: "holdfast.v1.Warehouse"),
    MethodInfo(
      method: .warehouseServiceGetWarehouse, name: "holdfast.v1.WarehouseService/GetWarehouse",
      service: "holdfast.v1.WarehouseService", rpc: "GetWarehouse", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.GetWarehouseRequest", response: "holdfast.v1.Warehouse"),
    MethodInfo(
      method: .warehouseServiceListWarehouses, name: "holdfast.v1.WarehouseService/ListWarehouses",
      service: "holdfast.v1.WarehouseService", rpc: "ListWarehouses", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.ListWarehousesRequest",
      response: "holdfast.v1.ListWarehousesResponse"),
    MethodInfo(
      method: .warehouseServiceDeactivateWarehouse, name: "holdfast.v1.WarehouseService/DeactivateWarehouse",
      service: "holdfast.v1.WarehouseService", rpc: "DeactivateWarehouse", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.DeactivateWarehouseRequest", response: "holdfast.v1.Warehouse"),
    MethodInfo(
      method: .warehouseServiceSelectWarehouse, name: "holdfast.v1.WarehouseService/SelectWarehouse",
      service: "holdfast.v1.WarehouseService", rpc: "SelectWarehouse", kind: .query, role: .reader,
      isServerStreaming: false, request: "holdfast.v1.SelectWarehouseRequest",
      response: "holdfast.v1.SelectWarehouseResponse"),
    MethodInfo(
      method: .warehouseServiceSplitOrder, name: "holdfast.v1.WarehouseService/SplitOrder",
      service: "holdfast.v1.WarehouseService", rpc: "SplitOrder", kind: .query, role: .reader, isServerStreaming: false,
      request: "holdfast.v1.SplitOrderRequest", response: "holdfast.v1.SplitOrderResponse"),
  ]
}
