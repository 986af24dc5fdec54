// Made by tools/generate from the services in proto/. Do not edit.

/// The queries of AdminService.
package protocol AdminServiceQueries: AnyObject {
  /// How the server is: version, sequence, sizes, uptime, certificate expiry.
  func getStatus(_ request: GetStatusRequest) throws(CallFailure) -> ServerStatus
  /// What became of a command of the caller's own, by its command id. NOT_FOUND where none is kept: it was never
  /// ordered, its answer is not one that is kept, or it is older than the window.
  func getCommandResult(_ request: GetCommandResultRequest) throws(CallFailure) -> GetCommandResultResponse
  /// The rules in force, defaults filled in.
  func getPolicy(_ request: GetPolicyRequest) throws(CallFailure) -> Policy
}

/// The commands of AdminService.
package protocol AdminServiceCommands: AnyObject {
  /// Changes rules: fields that are given; the others stay as they are.
  func putPolicy(_ request: PutPolicyRequest) throws(CallFailure) -> Policy
}

/// The operations of AdminService.
package protocol AdminServiceOperations: AnyObject {
  /// Drops or archives the segments of the journal that nothing needs any more, and keeps a verified baseline in their
  /// place.
  func compactJournal(_ request: CompactJournalRequest) throws(CallFailure) -> CompactJournalResponse
  /// Reads the certificates, the key and the revocation lists again, as SIGHUP does: new connections use them from when
  /// this is answered, live ones go on. FAILED_PRECONDITION says what is wrong with them; the old ones stay in use
  /// then.
  func reloadCertificates(_ request: ReloadCertificatesRequest) throws(CallFailure) -> ReloadCertificatesResponse
}

/// The streams of AdminService.
package protocol AdminServiceStreams: AnyObject {
  /// A hot, consistent copy of state, baseline and journal, as the bytes of a tar file with a manifest at its end: a
  /// stream. Commands go on meanwhile. It is whole when the stream ends well, and worth nothing otherwise.
  func backup(_ request: BackupRequest) throws(CallFailure) -> any ReplySource<BackupResponse>
}

/// The queries of AlertService.
package protocol AlertServiceQueries: AnyObject {
  /// Alerts, the last one raised first, a page at a time.
  func listAlerts(_ request: ListAlertsRequest) throws(CallFailure) -> ListAlertsResponse
}

/// The commands of AlertService.
package protocol AlertServiceCommands: AnyObject {
  /// Says that somebody has seen open alerts and deals with them: all or none; NOT_FOUND names each that is not open.
  /// What is about a level, a product's velocity, a discrepancy or a review closes when its cause goes, not by this.
  /// Who acknowledges an alert again changes nothing.
  func acknowledgeAlert(_ request: AcknowledgeAlertRequest) throws(CallFailure) -> AcknowledgeAlertResponse
}

/// The queries of AuditService.
package protocol AuditServiceQueries: AnyObject {
  /// Journal entries about a product, a level, a reference, or everything in a range of time; newest or oldest first.
  func getHistory(_ request: GetHistoryRequest) throws(CallFailure) -> GetHistoryResponse
  /// Compares levels with what their journal entries add up to, a page at a time. A difference is a fault of the store:
  /// it is reported, commands stop, and the next start rebuilds the state from the journal.
  func verifyStock(_ request: VerifyStockRequest) throws(CallFailure) -> VerifyStockResponse
  /// What a reconciliation has found so far, in all its calls.
  func getReconciliation(_ request: GetReconciliationRequest) throws(CallFailure) -> ReconciliationReport
  /// Differences that wait for somebody to decide, newest first, a page at a time.
  func listReviews(_ request: ListReviewsRequest) throws(CallFailure) -> ListReviewsResponse
  /// What to count next at a warehouse: longest not counted, fastest moving, with differences before.
  ///
  /// A warehouse can have a million levels, so a call looks at the 500 that were not counted for longest (never counted
  /// ones first, in the order of their products), and gives the most urgent of these first; fewer where sales are kept
  /// for very many channels. Their further pages follow, then the next 500. score = days since the last count (365
  /// where there was none, and at most that) + 100 · s / (s + 100) for s units sold in the last 30 days + 20 for each
  /// difference found before (at most 200).
  func nextCounts(_ request: NextCountsRequest) throws(CallFailure) -> NextCountsResponse
}

/// The commands of AuditService.
package protocol AuditServiceCommands: AnyObject {
  /// Compares levels with an outside snapshot, up to 1,000 rows a call: small differences are corrected, large ones,
  /// and those that would leave less than reserved + quarantined, are flagged for review.
  ///
  /// A level has one open review at most: a later finding takes the place of an earlier one in it, and a row that
  /// agrees with the book or is corrected dismisses it.
  func reconcile(_ request: ReconcileRequest) throws(CallFailure) -> ReconcileResponse
  /// Decides a review: the difference is corrected, or the book stands.
  func resolveReview(_ request: ResolveReviewRequest) throws(CallFailure) -> ResolveReviewResponse
  /// Takes a physical count. on_hand changes by counted − book, so that what was sold meanwhile stays sold; a result
  /// below reserved + quarantined goes to review and changes nothing. Each counted level gets an entry, also where book
  /// and count agree. A count is the newest word about its level: an open review of it is dismissed, or says from now
  /// on what the count has found.
  func submitCount(_ request: SubmitCountRequest) throws(CallFailure) -> SubmitCountResponse
}

/// The queries of ChannelService.
package protocol ChannelServiceQueries: AnyObject {
  /// Channels by id, a page at a time.
  func listChannels(_ request: ListChannelsRequest) throws(CallFailure) -> ListChannelsResponse
  /// What a channel may sell of a product now.
  func getChannelStock(_ request: GetChannelStockRequest) throws(CallFailure) -> ChannelStock
}

/// The commands of ChannelService.
package protocol ChannelServiceCommands: AnyObject {
  /// Makes a channel, or changes one: absent fields of an existing channel stay as they are. There are up to 1,000.
  /// Reservations and sales may name a channel that was never put: it counts in statistics, and is not limited.
  func putChannel(_ request: PutChannelRequest) throws(CallFailure) -> Channel
  /// Divides a total of one product among channels, in place of what was allocated to them. Every unit goes to a
  /// channel, to the buffer, or is reported as left.
  func allocateStock(_ request: AllocateStockRequest) throws(CallFailure) -> AllocateStockResponse
  /// Sets what is allocated to one channel, or takes the allocation away.
  func setChannelStock(_ request: SetChannelStockRequest) throws(CallFailure) -> ChannelStock
  /// Moves what a channel has not sold for a while to the channels that sell fastest and need it: of what is allocated
  /// to it and not held, to others that have an allocation of the product too, up to 14 days of their sales each.
  func reallocateUnsold(_ request: ReallocateUnsoldRequest) throws(CallFailure) -> ReallocateUnsoldResponse
}

/// The queries of ForecastService.
package protocol ForecastServiceQueries: AnyObject {
  /// How fast a product sells: units a day over a window that ends with yesterday.
  func getVelocity(_ request: GetVelocityRequest) throws(CallFailure) -> GetVelocityResponse
  /// What a product will sell, a day at a time, with a range. The documentation names the method.
  func forecastDemand(_ request: ForecastDemandRequest) throws(CallFailure) -> ForecastDemandResponse
  /// What to order where: from forecast, lead time, safety stock and what is on its way. A page at a time. The
  /// warehouses of a product share its forecast as their levels have sold lately; inactive ones take no part. A level
  /// is suggested where available + incoming is at most max(reorder_point, demand until an order arrives +
  /// safety_stock).
  func suggestReorders(_ request: SuggestReordersRequest) throws(CallFailure) -> SuggestReordersResponse
}

/// The queries of ReservationService.
package protocol ReservationServiceQueries: AnyObject {
  /// One open reservation. NOT_FOUND once it was released, has expired or is wholly fulfilled: see its history.
  func getReservation(_ request: GetReservationRequest) throws(CallFailure) -> Reservation
  /// Open reservations, a page at a time.
  func listReservations(_ request: ListReservationsRequest) throws(CallFailure) -> ListReservationsResponse
}

/// The commands of ReservationService.
package protocol ReservationServiceCommands: AnyObject {
  /// Holds stock. FAILED_PRECONDITION names every item that is short, or says that the reference would have more than
  /// 10,000 open reservations.
  func reserve(_ request: ReserveRequest) throws(CallFailure) -> ReserveResponse
  /// Gives holds back, by ids (all of them or none) or by reference.
  func release(_ request: ReleaseRequest) throws(CallFailure) -> ReleaseResponse
  /// Moves the expiry of holds.
  func extend(_ request: ExtendRequest) throws(CallFailure) -> ExtendResponse
  /// Makes a cart's holds an order's, all at once, no longer expiring. An order may have up to 10,000 open
  /// reservations.
  func convertReservation(_ request: ConvertReservationRequest) throws(CallFailure) -> ConvertReservationResponse
  /// Gives a hold another quantity or another warehouse, checked like a new one.
  func changeReservation(_ request: ChangeReservationRequest) throws(CallFailure) -> Reservation
  /// The goods left: on_hand and reserved go down together, wholly or in part.
  func fulfill(_ request: FulfillRequest) throws(CallFailure) -> FulfillResponse
}

/// The queries of StockService.
package protocol StockServiceQueries: AnyObject {
  /// One level, or a product's total over all warehouses. NOT_FOUND says whether the product, the warehouse or the
  /// level is unknown; the total of a product without levels is zeros.
  func getStock(_ request: GetStockRequest) throws(CallFailure) -> StockLevel
  /// Up to 1,000 levels from one snapshot. A missing level is marked, not an error.
  func batchGetStock(_ request: BatchGetStockRequest) throws(CallFailure) -> BatchGetStockResponse
  /// Levels of one product or of one warehouse, a page at a time.
  func listStock(_ request: ListStockRequest) throws(CallFailure) -> ListStockResponse
  /// One product, by id, SKU or barcode (its own or a variant's).
  func getProduct(_ request: GetProductRequest) throws(CallFailure) -> Product
  /// Products by id, a page at a time.
  func listProducts(_ request: ListProductsRequest) throws(CallFailure) -> ListProductsResponse
}

/// The commands of StockService.
package protocol StockServiceCommands: AnyObject {
  /// Makes a product, or replaces all that is said of it. ALREADY_EXISTS if one of its SKUs or barcodes is another's.
  /// A variant that has levels cannot be left out.
  func putProduct(_ request: PutProductRequest) throws(CallFailure) -> Product
  /// Sets levels, all or none of them. Makes a level that does not exist; an absent field leaves an existing one alone.
  func setStock(_ request: SetStockRequest) throws(CallFailure) -> SetStockResponse
  /// Changes levels by a number of units, with a type and a reason, all lines or none.
  func adjustStock(_ request: AdjustStockRequest) throws(CallFailure) -> AdjustStockResponse
  /// Moves available stock from one warehouse to another, at once.
  func moveStock(_ request: MoveStockRequest) throws(CallFailure) -> MoveStockResponse
  /// Sets on_hand from rows of a file, each good or bad on its own.
  func importStock(_ request: ImportStockRequest) throws(CallFailure) -> ImportStockResponse
}

/// The streams of StockService.
package protocol StockServiceStreams: AnyObject {
  /// Every level of one snapshot, in the order of (product, variant, warehouse): a stream. RESOURCE_EXHAUSTED if its
  /// replies are taken so slowly that the snapshot would be held for too long.
  func exportStock(_ request: ExportStockRequest) throws(CallFailure) -> any ReplySource<ExportStockResponse>
}

/// The queries of TransferService.
package protocol TransferServiceQueries: AnyObject {
  /// One transfer.
  func getTransfer(_ request: GetTransferRequest) throws(CallFailure) -> Transfer
  /// Transfers, newest first, a page at a time.
  func listTransfers(_ request: ListTransfersRequest) throws(CallFailure) -> ListTransfersResponse
  /// Differences between what was sent and what arrived, newest first, a page at a time.
  func listDiscrepancies(_ request: ListDiscrepanciesRequest) throws(CallFailure) -> ListDiscrepanciesResponse
}

/// The commands of TransferService.
package protocol TransferServiceCommands: AnyObject {
  /// Makes a transfer, PENDING. Between warehouses it holds every line at the source, all or none; from a supplier
  /// nothing is held, and `incoming` of the destination goes up at once.
  func createTransfer(_ request: CreateTransferRequest) throws(CallFailure) -> Transfer
  /// The goods left: the source's on_hand and reserved go down, the destination's incoming goes up. Where the holds
  /// have expired it takes available stock again, or refuses. A supplier's transfer is only marked: its incoming counts
  /// already.
  func shipTransfer(_ request: ShipTransferRequest) throws(CallFailure) -> Transfer
  /// Goods arrived, all of them or a part: incoming goes down, on_hand goes up. Completed when nothing is on its way
  /// any more. A transfer between warehouses must be IN_TRANSIT; a supplier's may be PENDING, and is IN_TRANSIT from
  /// then on.
  ///
  /// What arrives is taken, also where it is more than was on its way: on_hand goes up by all of it, incoming down to 0
  /// and never below. A discrepancy is made for a line that has got more than was sent, at once, and for a line that
  /// has got less, when the receipt is final. A line has one discrepancy at most: when further parts come it says what
  /// has arrived by then, and is open again if it was resolved.
  func receiveTransfer(_ request: ReceiveTransferRequest) throws(CallFailure) -> ReceiveTransferResponse
  /// Gives up a transfer that is still PENDING: its holds are given back, a supplier's incoming goes down.
  func cancelTransfer(_ request: CancelTransferRequest) throws(CallFailure) -> Transfer
  /// Says what became of a discrepancy. Stock is not changed by it: missing units have left the source already, surplus
  /// units are on hand.
  func resolveDiscrepancy(_ request: ResolveDiscrepancyRequest) throws(CallFailure) -> Discrepancy
}

/// The queries of WarehouseService.
package protocol WarehouseServiceQueries: AnyObject {
  /// One warehouse, by id or by code.
  func getWarehouse(_ request: GetWarehouseRequest) throws(CallFailure) -> Warehouse
  /// Warehouses by id, a page at a time.
  func listWarehouses(_ request: ListWarehousesRequest) throws(CallFailure) -> ListWarehousesResponse
  /// Ranks the warehouses that can ship a product: the first candidate is the choice. FAILED_PRECONDITION if there is
  /// none, with what each warehouse has.
  func selectWarehouse(_ request: SelectWarehouseRequest) throws(CallFailure) -> SelectWarehouseResponse
  /// Plans from which warehouses an order ships. Holds nothing: Reserve plans and holds in one step.
  func splitOrder(_ request: SplitOrderRequest) throws(CallFailure) -> SplitOrderResponse
}

/// The commands of WarehouseService.
package protocol WarehouseServiceCommands: AnyObject {
  /// Makes a warehouse. ALREADY_EXISTS if its id or code is taken.
  func createWarehouse(_ request: CreateWarehouseRequest) throws(CallFailure) -> Warehouse
  /// Changes a warehouse: the fields named in `update_mask`.
  func updateWarehouse(_ request: UpdateWarehouseRequest) throws(CallFailure) -> Warehouse
  /// Stops new holds at a warehouse. Existing ones may still ship. Nothing is deleted.
  func deactivateWarehouse(_ request: DeactivateWarehouseRequest) throws(CallFailure) -> Warehouse
}

/// The queries of all services.
package typealias QueryHandlers = AdminServiceQueries & AlertServiceQueries & AuditServiceQueries
  & ChannelServiceQueries & ForecastServiceQueries & ReservationServiceQueries & StockServiceQueries
  & TransferServiceQueries & WarehouseServiceQueries

/// The commands of all services.
package typealias CommandHandlers = AdminServiceCommands & AlertServiceCommands & AuditServiceCommands
  & ChannelServiceCommands & ReservationServiceCommands & StockServiceCommands & TransferServiceCommands
  & WarehouseServiceCommands

/// The operations of all services.
package typealias OperationHandlers = AdminServiceOperations

/// The streams of all services.
package typealias StreamHandlers = AdminServiceStreams & StockServiceStreams

/// How a query reaches its function.
package enum QueryDispatch {
  /// Decodes the request, asks the handlers, and prepares the answer in the arena.
  ///
  /// Throws INVALID_ARGUMENT for a request that cannot be decoded, UNIMPLEMENTED for a method that is not a query, and
  /// what the handler throws.
  package static func answer<H: QueryHandlers>(
    _ method: Method, request: UnsafeRawBufferPointer, with handlers: H, in arena: MessageArena
  ) throws(CallFailure) -> PreparedMessage {
    switch method {
    case .adminServiceGetStatus:
      let decoded = try unsafe GetStatusRequest(call: request, in: arena)
      return try handlers.getStatus(decoded).prepareAnswer(in: arena)
    case .adminServiceGetCommandResult:
      let decoded = try unsafe GetCommandResultRequest(call: request, in: arena)
      return try handlers.getCommandResult(decoded).prepareAnswer(in: arena)
    case .adminServiceGetPolicy:
      let decoded = try unsafe GetPolicyRequest(call: request, in: arena)
      return try handlers.getPolicy(decoded).prepareAnswer(in: arena)
    case .alertServiceListAlerts:
      let decoded = try unsafe ListAlertsRequest(call: request, in: arena)
      return try handlers.listAlerts(decoded).prepareAnswer(in: arena)
    case .auditServiceGetHistory:
      let decoded = try unsafe GetHistoryRequest(call: request, in: arena)
      return try handlers.getHistory(decoded).prepareAnswer(in: arena)
    case .auditServiceVerifyStock:
      let decoded = try unsafe VerifyStockRequest(call: request, in: arena)
      return try handlers.verifyStock(decoded).prepareAnswer(in: arena)
    case .auditServiceGetReconciliation:
      let decoded = try unsafe GetReconciliationRequest(call: request, in: arena)
      return try handlers.getReconciliation(decoded).prepareAnswer(in: arena)
    case .auditServiceListReviews:
      let decoded = try unsafe ListReviewsRequest(call: request, in: arena)
      return try handlers.listReviews(decoded).prepareAnswer(in: arena)
    case .auditServiceNextCounts:
      let decoded = try unsafe NextCountsRequest(call: request, in: arena)
      return try handlers.nextCounts(decoded).prepareAnswer(in: arena)
    case .channelServiceListChannels:
      let decoded = try unsafe ListChannelsRequest(call: request, in: arena)
      return try handlers.listChannels(decoded).prepareAnswer(in: arena)
    case .channelServiceGetChannelStock:
      let decoded = try unsafe GetChannelStockRequest(call: request, in: arena)
      return try handlers.getChannelStock(decoded).prepareAnswer(in: arena)
    case .forecastServiceGetVelocity:
      let decoded = try unsafe GetVelocityRequest(call: request, in: arena)
      return try handlers.getVelocity(decoded).prepareAnswer(in: arena)
    case .forecastServiceForecastDemand:
      let decoded = try unsafe ForecastDemandRequest(call: request, in: arena)
      return try handlers.forecastDemand(decoded).prepareAnswer(in: arena)
    case .forecastServiceSuggestReorders:
      let decoded = try unsafe SuggestReordersRequest(call: request, in: arena)
      return try handlers.suggestReorders(decoded).prepareAnswer(in: arena)
    case .reservationServiceGetReservation:
      let decoded = try unsafe GetReservationRequest(call: request, in: arena)
      return try handlers.getReservation(decoded).prepareAnswer(in: arena)
    case .reservationServiceListReservations:
      let decoded = try unsafe ListReservationsRequest(call: request, in: arena)
      return try handlers.listReservations(decoded).prepareAnswer(in: arena)
    case .stockServiceGetStock:
      let decoded = try unsafe GetStockRequest(call: request, in: arena)
      return try handlers.getStock(decoded).prepareAnswer(in: arena)
    case .stockServiceBatchGetStock:
      let decoded = try unsafe BatchGetStockRequest(call: request, in: arena)
      return try handlers.batchGetStock(decoded).prepareAnswer(in: arena)
    case .stockServiceListStock:
      let decoded = try unsafe ListStockRequest(call: request, in: arena)
      return try handlers.listStock(decoded).prepareAnswer(in: arena)
    case .stockServiceGetProduct:
      let decoded = try unsafe GetProductRequest(call: request, in: arena)
      return try handlers.getProduct(decoded).prepareAnswer(in: arena)
    case .stockServiceListProducts:
      let decoded = try unsafe ListProductsRequest(call: request, in: arena)
      return try handlers.listProducts(decoded).prepareAnswer(in: arena)
    case .transferServiceGetTransfer:
      let decoded = try unsafe GetTransferRequest(call: request, in: arena)
      return try handlers.getTransfer(decoded).prepareAnswer(in: arena)
    case .transferServiceListTransfers:
      let decoded = try unsafe ListTransfersRequest(call: request, in: arena)
      return try handlers.listTransfers(decoded).prepareAnswer(in: arena)
    case .transferServiceListDiscrepancies:
      let decoded = try unsafe ListDiscrepanciesRequest(call: request, in: arena)
      return try handlers.listDiscrepancies(decoded).prepareAnswer(in: arena)
    case .warehouseServiceGetWarehouse:
      let decoded = try unsafe GetWarehouseRequest(call: request, in: arena)
      return try handlers.getWarehouse(decoded).prepareAnswer(in: arena)
    case .warehouseServiceListWarehouses:
      let decoded = try unsafe ListWarehousesRequest(call: request, in: arena)
      return try handlers.listWarehouses(decoded).prepareAnswer(in: arena)
    case .warehouseServiceSelectWarehouse:
      let decoded = try unsafe SelectWarehouseRequest(call: request, in: arena)
      return try handlers.selectWarehouse(decoded).prepareAnswer(in: arena)
    case .warehouseServiceSplitOrder:
      let decoded = try unsafe SplitOrderRequest(call: request, in: arena)
      return try handlers.splitOrder(decoded).prepareAnswer(in: arena)
    default: throw .unimplemented(method)
    }
  }
}

/// How an operation reaches its function.
package enum OperationDispatch {
  /// Decodes the request, asks the handlers, and prepares the answer in the arena.
  ///
  /// Throws INVALID_ARGUMENT for a request that cannot be decoded, UNIMPLEMENTED for a method that is not an operation,
  /// and what the handler throws.
  package static func answer<H: OperationHandlers>(
    _ method: Method, request: UnsafeRawBufferPointer, with handlers: H, in arena: MessageArena
  ) throws(CallFailure) -> PreparedMessage {
    switch method {
    case .adminServiceCompactJournal:
      let decoded = try unsafe CompactJournalRequest(call: request, in: arena)
      return try handlers.compactJournal(decoded).prepareAnswer(in: arena)
    case .adminServiceReloadCertificates:
      let decoded = try unsafe ReloadCertificatesRequest(call: request, in: arena)
      return try handlers.reloadCertificates(decoded).prepareAnswer(in: arena)
    default: throw .unimplemented(method)
    }
  }
}

/// How a stream is opened.
package enum StreamDispatch {
  /// Decodes the request and has the handlers open what the replies are pulled from.
  ///
  /// Throws INVALID_ARGUMENT for a request that cannot be decoded, UNIMPLEMENTED for a method that is not a stream, and
  /// what the handler throws.
  package static func open<H: StreamHandlers>(
    _ method: Method, request: UnsafeRawBufferPointer, with handlers: H, in arena: MessageArena
  ) throws(CallFailure) -> any ReplySource {
    switch method {
    case .adminServiceBackup:
      return try handlers.backup(try unsafe BackupRequest(call: request, in: arena))
    case .stockServiceExportStock:
      return try handlers.exportStock(try unsafe ExportStockRequest(call: request, in: arena))
    default: throw .unimplemented(method)
    }
  }
}

/// A command that was decoded and waits to be performed.
package enum CommandRequest: Sendable {
  /// Changes rules: fields that are given; the others stay as they are.
  case putPolicy(PutPolicyRequest)
  /// Says that somebody has seen open alerts and deals with them: all or none; NOT_FOUND names each that is not open.
  /// What is about a level, a product's velocity, a discrepancy or a review closes when its cause goes, not by this.
  /// Who acknowledges an alert again changes nothing.
  case acknowledgeAlert(AcknowledgeAlertRequest)
  /// Compares levels with an outside snapshot, up to 1,000 rows a call: small differences are corrected, large ones,
  /// and those that would leave less than reserved + quarantined, are flagged for review.
  ///
  /// A level has one open review at most: a later finding takes the place of an earlier one in it, and a row that
  /// agrees with the book or is corrected dismisses it.
  case reconcile(ReconcileRequest)
  /// Decides a review: the difference is corrected, or the book stands.
  case resolveReview(ResolveReviewRequest)
  /// Takes a physical count. on_hand changes by counted − book, so that what was sold meanwhile stays sold; a result
  /// below reserved + quarantined goes to review and changes nothing. Each counted level gets an entry, also where book
  /// and count agree. A count is the newest word about its level: an open review of it is dismissed, or says from now
  /// on what the count has found.
  case submitCount(SubmitCountRequest)
  /// Makes a channel, or changes one: absent fields of an existing channel stay as they are. There are up to 1,000.
  /// Reservations and sales may name a channel that was never put: it counts in statistics, and is not limited.
  case putChannel(PutChannelRequest)
  /// Divides a total of one product among channels, in place of what was allocated to them. Every unit goes to a
  /// channel, to the buffer, or is reported as left.
  case allocateStock(AllocateStockRequest)
  /// Sets what is allocated to one channel, or takes the allocation away.
  case setChannelStock(SetChannelStockRequest)
  /// Moves what a channel has not sold for a while to the channels that sell fastest and need it: of what is allocated
  /// to it and not held, to others that have an allocation of the product too, up to 14 days of their sales each.
  case reallocateUnsold(ReallocateUnsoldRequest)
  /// Holds stock. FAILED_PRECONDITION names every item that is short, or says that the reference would have more than
  /// 10,000 open reservations.
  case reserve(ReserveRequest)
  /// Gives holds back, by ids (all of them or none) or by reference.
  case release(ReleaseRequest)
  /// Moves the expiry of holds.
  case extend(ExtendRequest)
  /// Makes a cart's holds an order's, all at once, no longer expiring. An order may have up to 10,000 open
  /// reservations.
  case convertReservation(ConvertReservationRequest)
  /// Gives a hold another quantity or another warehouse, checked like a new one.
  case changeReservation(ChangeReservationRequest)
  /// The goods left: on_hand and reserved go down together, wholly or in part.
  case fulfill(FulfillRequest)
  /// Makes a product, or replaces all that is said of it. ALREADY_EXISTS if one of its SKUs or barcodes is another's.
  /// A variant that has levels cannot be left out.
  case putProduct(PutProductRequest)
  /// Sets levels, all or none of them. Makes a level that does not exist; an absent field leaves an existing one alone.
  case setStock(SetStockRequest)
  /// Changes levels by a number of units, with a type and a reason, all lines or none.
  case adjustStock(AdjustStockRequest)
  /// Moves available stock from one warehouse to another, at once.
  case moveStock(MoveStockRequest)
  /// Sets on_hand from rows of a file, each good or bad on its own.
  case importStock(ImportStockRequest)
  /// Makes a transfer, PENDING. Between warehouses it holds every line at the source, all or none; from a supplier
  /// nothing is held, and `incoming` of the destination goes up at once.
  case createTransfer(CreateTransferRequest)
  /// The goods left: the source's on_hand and reserved go down, the destination's incoming goes up. Where the holds
  /// have expired it takes available stock again, or refuses. A supplier's transfer is only marked: its incoming counts
  /// already.
  case shipTransfer(ShipTransferRequest)
  /// Goods arrived, all of them or a part: incoming goes down, on_hand goes up. Completed when nothing is on its way
  /// any more. A transfer between warehouses must be IN_TRANSIT; a supplier's may be PENDING, and is IN_TRANSIT from
  /// then on.
  ///
  /// What arrives is taken, also where it is more than was on its way: on_hand goes up by all of it, incoming down to 0
  /// and never below. A discrepancy is made for a line that has got more than was sent, at once, and for a line that
  /// has got less, when the receipt is final. A line has one discrepancy at most: when further parts come it says what
  /// has arrived by then, and is open again if it was resolved.
  case receiveTransfer(ReceiveTransferRequest)
  /// Gives up a transfer that is still PENDING: its holds are given back, a supplier's incoming goes down.
  case cancelTransfer(CancelTransferRequest)
  /// Says what became of a discrepancy. Stock is not changed by it: missing units have left the source already, surplus
  /// units are on hand.
  case resolveDiscrepancy(ResolveDiscrepancyRequest)
  /// Makes a warehouse. ALREADY_EXISTS if its id or code is taken.
  case createWarehouse(CreateWarehouseRequest)
  /// Changes a warehouse: the fields named in `update_mask`.
  case updateWarehouse(UpdateWarehouseRequest)
  /// Stops new holds at a warehouse. Existing ones may still ship. Nothing is deleted.
  case deactivateWarehouse(DeactivateWarehouseRequest)

  /// Decodes the request of a command.
  ///
  /// Throws INVALID_ARGUMENT for one that cannot be decoded, UNIMPLEMENTED for a method that is not a command.
  package init(_ method: Method, decoding bytes: UnsafeRawBufferPointer, in arena: MessageArena) throws(CallFailure) {
    switch method {
    case .adminServicePutPolicy:
      self = .putPolicy(try unsafe PutPolicyRequest(call: bytes, in: arena))
    case .alertServiceAcknowledgeAlert:
      self = .acknowledgeAlert(try unsafe AcknowledgeAlertRequest(call: bytes, in: arena))
    case .auditServiceReconcile:
      self = .reconcile(try unsafe ReconcileRequest(call: bytes, in: arena))
    case .auditServiceResolveReview:
      self = .resolveReview(try unsafe ResolveReviewRequest(call: bytes, in: arena))
    case .auditServiceSubmitCount:
      self = .submitCount(try unsafe SubmitCountRequest(call: bytes, in: arena))
    case .channelServicePutChannel:
      self = .putChannel(try unsafe PutChannelRequest(call: bytes, in: arena))
    case .channelServiceAllocateStock:
      self = .allocateStock(try unsafe AllocateStockRequest(call: bytes, in: arena))
    case .channelServiceSetChannelStock:
      self = .setChannelStock(try unsafe SetChannelStockRequest(call: bytes, in: arena))
    case .channelServiceReallocateUnsold:
      self = .reallocateUnsold(try unsafe ReallocateUnsoldRequest(call: bytes, in: arena))
    case .reservationServiceReserve:
      self = .reserve(try unsafe ReserveRequest(call: bytes, in: arena))
    case .reservationServiceRelease:
      self = .release(try unsafe ReleaseRequest(call: bytes, in: arena))
    case .reservationServiceExtend:
      self = .extend(try unsafe ExtendRequest(call: bytes, in: arena))
    case .reservationServiceConvertReservation:
      self = .convertReservation(try unsafe ConvertReservationRequest(call: bytes, in: arena))
    case .reservationServiceChangeReservation:
      self = .changeReservation(try unsafe ChangeReservationRequest(call: bytes, in: arena))
    case .reservationServiceFulfill:
      self = .fulfill(try unsafe FulfillRequest(call: bytes, in: arena))
    case .stockServicePutProduct:
      self = .putProduct(try unsafe PutProductRequest(call: bytes, in: arena))
    case .stockServiceSetStock:
      self = .setStock(try unsafe SetStockRequest(call: bytes, in: arena))
    case .stockServiceAdjustStock:
      self = .adjustStock(try unsafe AdjustStockRequest(call: bytes, in: arena))
    case .stockServiceMoveStock:
      self = .moveStock(try unsafe MoveStockRequest(call: bytes, in: arena))
    case .stockServiceImportStock:
      self = .importStock(try unsafe ImportStockRequest(call: bytes, in: arena))
    case .transferServiceCreateTransfer:
      self = .createTransfer(try unsafe CreateTransferRequest(call: bytes, in: arena))
    case .transferServiceShipTransfer:
      self = .shipTransfer(try unsafe ShipTransferRequest(call: bytes, in: arena))
    case .transferServiceReceiveTransfer:
      self = .receiveTransfer(try unsafe ReceiveTransferRequest(call: bytes, in: arena))
    case .transferServiceCancelTransfer:
      self = .cancelTransfer(try unsafe CancelTransferRequest(call: bytes, in: arena))
    case .transferServiceResolveDiscrepancy:
      self = .resolveDiscrepancy(try unsafe ResolveDiscrepancyRequest(call: bytes, in: arena))
    case .warehouseServiceCreateWarehouse:
      self = .createWarehouse(try unsafe CreateWarehouseRequest(call: bytes, in: arena))
    case .warehouseServiceUpdateWarehouse:
      self = .updateWarehouse(try unsafe UpdateWarehouseRequest(call: bytes, in: arena))
    case .warehouseServiceDeactivateWarehouse:
      self = .deactivateWarehouse(try unsafe DeactivateWarehouseRequest(call: bytes, in: arena))
    default: throw .unimplemented(method)
    }
  }

  /// The method that it is the request of.
  package var method: Method {
    switch self {
    case .putPolicy: .adminServicePutPolicy
    case .acknowledgeAlert: .alertServiceAcknowledgeAlert
    case .reconcile: .auditServiceReconcile
    case .resolveReview: .auditServiceResolveReview
    case .submitCount: .auditServiceSubmitCount
    case .putChannel: .channelServicePutChannel
    case .allocateStock: .channelServiceAllocateStock
    case .setChannelStock: .channelServiceSetChannelStock
    case .reallocateUnsold: .channelServiceReallocateUnsold
    case .reserve: .reservationServiceReserve
    case .release: .reservationServiceRelease
    case .extend: .reservationServiceExtend
    case .convertReservation: .reservationServiceConvertReservation
    case .changeReservation: .reservationServiceChangeReservation
    case .fulfill: .reservationServiceFulfill
    case .putProduct: .stockServicePutProduct
    case .setStock: .stockServiceSetStock
    case .adjustStock: .stockServiceAdjustStock
    case .moveStock: .stockServiceMoveStock
    case .importStock: .stockServiceImportStock
    case .createTransfer: .transferServiceCreateTransfer
    case .shipTransfer: .transferServiceShipTransfer
    case .receiveTransfer: .transferServiceReceiveTransfer
    case .cancelTransfer: .transferServiceCancelTransfer
    case .resolveDiscrepancy: .transferServiceResolveDiscrepancy
    case .createWarehouse: .warehouseServiceCreateWarehouse
    case .updateWarehouse: .warehouseServiceUpdateWarehouse
    case .deactivateWarehouse: .warehouseServiceDeactivateWarehouse
    }
  }

  /// Has the handlers perform it and prepares the answer in the arena. Throws what the handler throws.
  package func perform<H: CommandHandlers>(on handlers: H, in arena: MessageArena) throws(CallFailure)
    -> PreparedMessage
  {
    switch self {
    case .putPolicy(let request):
      return try handlers.putPolicy(request).prepareAnswer(in: arena)
    case .acknowledgeAlert(let request):
      return try handlers.acknowledgeAlert(request).prepareAnswer(in: arena)
    case .reconcile(let request):
      return try handlers.reconcile(request).prepareAnswer(in: arena)
    case .resolveReview(let request):
      return try handlers.resolveReview(request).prepareAnswer(in: arena)
    case .submitCount(let request):
      return try handlers.submitCount(request).prepareAnswer(in: arena)
    case .putChannel(let request):
      return try handlers.putChannel(request).prepareAnswer(in: arena)
    case .allocateStock(let request):
      return try handlers.allocateStock(request).prepareAnswer(in: arena)
    case .setChannelStock(let request):
      return try handlers.setChannelStock(request).prepareAnswer(in: arena)
    case .reallocateUnsold(let request):
      return try handlers.reallocateUnsold(request).prepareAnswer(in: arena)
    case .reserve(let request):
      return try handlers.reserve(request).prepareAnswer(in: arena)
    case .release(let request):
      return try handlers.release(request).prepareAnswer(in: arena)
    case .extend(let request):
      return try handlers.extend(request).prepareAnswer(in: arena)
    case .convertReservation(let request):
      return try handlers.convertReservation(request).prepareAnswer(in: arena)
    case .changeReservation(let request):
      return try handlers.changeReservation(request).prepareAnswer(in: arena)
    case .fulfill(let request):
      return try handlers.fulfill(request).prepareAnswer(in: arena)
    case .putProduct(let request):
      return try handlers.putProduct(request).prepareAnswer(in: arena)
    case .setStock(let request):
      return try handlers.setStock(request).prepareAnswer(in: arena)
    case .adjustStock(let request):
      return try handlers.adjustStock(request).prepareAnswer(in: arena)
    case .moveStock(let request):
      return try handlers.moveStock(request).prepareAnswer(in: arena)
    case .importStock(let request):
      return try handlers.importStock(request).prepareAnswer(in: arena)
    case .createTransfer(let request):
      return try handlers.createTransfer(request).prepareAnswer(in: arena)
    case .shipTransfer(let request):
      return try handlers.shipTransfer(request).prepareAnswer(in: arena)
    case .receiveTransfer(let request):
      return try handlers.receiveTransfer(request).prepareAnswer(in: arena)
    case .cancelTransfer(let request):
      return try handlers.cancelTransfer(request).prepareAnswer(in: arena)
    case .resolveDiscrepancy(let request):
      return try handlers.resolveDiscrepancy(request).prepareAnswer(in: arena)
    case .createWarehouse(let request):
      return try handlers.createWarehouse(request).prepareAnswer(in: arena)
    case .updateWarehouse(let request):
      return try handlers.updateWarehouse(request).prepareAnswer(in: arena)
    case .deactivateWarehouse(let request):
      return try handlers.deactivateWarehouse(request).prepareAnswer(in: arena)
    }
  }
}
