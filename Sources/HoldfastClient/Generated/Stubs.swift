// Made by tools/generate from the services in proto/. Do not edit.

public import Messages

/// About this server.
public struct AdminServiceClient: Sendable {
  let client: HoldfastClient

  /// How the server is: version, sequence, sizes, uptime, certificate expiry.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getStatus(
    _ request: GetStatusRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ServerStatus> {
    try await client.call(.adminServiceGetStatus, request, options: options)
  }

  /// What became of a command of the caller's own, by its command id. NOT_FOUND where none is kept: it was never
  /// ordered, its answer is not one that is kept, or it is older than the window.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getCommandResult(
    _ request: GetCommandResultRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<GetCommandResultResponse> {
    try await client.call(.adminServiceGetCommandResult, request, options: options)
  }

  /// Drops or archives the segments of the journal that nothing needs any more, and keeps a verified baseline in their
  /// place.
  ///
  /// An operation; the caller's role must be `admin` or more.
  public func compactJournal(
    _ request: CompactJournalRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<CompactJournalResponse> {
    try await client.call(.adminServiceCompactJournal, request, options: options)
  }

  /// Changes rules: fields that are given; the others stay as they are.
  ///
  /// A command; the caller's role must be `admin` or more.
  public func putPolicy(
    _ request: PutPolicyRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Policy> {
    try await client.call(.adminServicePutPolicy, request, options: options)
  }

  /// The rules in force, defaults filled in.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getPolicy(
    _ request: GetPolicyRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Policy> {
    try await client.call(.adminServiceGetPolicy, request, options: options)
  }

  /// A hot, consistent copy of state, baseline and journal, as the bytes of a tar file with a manifest at its end: a
  /// stream. Commands go on meanwhile. It is whole when the stream ends well, and worth nothing otherwise.
  ///
  /// An operation; the caller's role must be `admin` or more.
  public func backup(
    _ request: BackupRequest, options: CallOptions = CallOptions()
  ) throws -> AnswerStream<BackupResponse> {
    try client.stream(.adminServiceBackup, request, options: options)
  }

  /// Reads the certificates, the key and the revocation lists again, as SIGHUP does: new connections use them from when
  /// this is answered, live ones go on. FAILED_PRECONDITION says what is wrong with them; the old ones stay in use
  /// then.
  ///
  /// An operation; the caller's role must be `admin` or more.
  public func reloadCertificates(
    _ request: ReloadCertificatesRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReloadCertificatesResponse> {
    try await client.call(.adminServiceReloadCertificates, request, options: options)
  }
}

/// Alerts, raised and closed by the very change that causes them.
///
/// Of OUT_OF_STOCK, LOW_STOCK and REORDER_NEEDED only the most severe is open for a level, one alert a level; it
/// changes or closes itself when the level does. An alert that changes keeps its id and its place in lists. One that
/// gets worse is open again, whoever had acknowledged it; one that gets better stays acknowledged.
public struct AlertServiceClient: Sendable {
  let client: HoldfastClient

  /// Alerts, the last one raised first, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listAlerts(
    _ request: ListAlertsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListAlertsResponse> {
    try await client.call(.alertServiceListAlerts, request, options: options)
  }

  /// Says that somebody has seen open alerts and deals with them: all or none; NOT_FOUND names each that is not open.
  /// What is about a level, a product's velocity, a discrepancy or a review closes when its cause goes, not by this.
  /// Who acknowledges an alert again changes nothing.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func acknowledgeAlert(
    _ request: AcknowledgeAlertRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<AcknowledgeAlertResponse> {
    try await client.call(.alertServiceAcknowledgeAlert, request, options: options)
  }
}

/// What happened, whether it adds up, and whether it is what lies on the shelf.
public struct AuditServiceClient: Sendable {
  let client: HoldfastClient

  /// Journal entries about a product, a level, a reference, or everything in a range of time; newest or oldest first.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getHistory(
    _ request: GetHistoryRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<GetHistoryResponse> {
    try await client.call(.auditServiceGetHistory, request, options: options)
  }

  /// Compares levels with what their journal entries add up to, a page at a time. A difference is a fault of the store:
  /// it is reported, commands stop, and the next start rebuilds the state from the journal.
  ///
  /// A query; the caller's role must be `operator` or more.
  public func verifyStock(
    _ request: VerifyStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<VerifyStockResponse> {
    try await client.call(.auditServiceVerifyStock, request, options: options)
  }

  /// Compares levels with an outside snapshot, up to 1,000 rows a call: small differences are corrected, large ones,
  /// and those that would leave less than reserved + quarantined, are flagged for review.
  ///
  /// A level has one open review at most: a later finding takes the place of an earlier one in it, and a row that
  /// agrees with the book or is corrected dismisses it.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func reconcile(
    _ request: ReconcileRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReconcileResponse> {
    try await client.call(.auditServiceReconcile, request, options: options)
  }

  /// What a reconciliation has found so far, in all its calls.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getReconciliation(
    _ request: GetReconciliationRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReconciliationReport> {
    try await client.call(.auditServiceGetReconciliation, request, options: options)
  }

  /// Differences that wait for somebody to decide, newest first, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listReviews(
    _ request: ListReviewsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListReviewsResponse> {
    try await client.call(.auditServiceListReviews, request, options: options)
  }

  /// Decides a review: the difference is corrected, or the book stands.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func resolveReview(
    _ request: ResolveReviewRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ResolveReviewResponse> {
    try await client.call(.auditServiceResolveReview, request, options: options)
  }

  /// Takes a physical count. on_hand changes by counted − book, so that what was sold meanwhile stays sold; a result
  /// below reserved + quarantined goes to review and changes nothing. Each counted level gets an entry, also where book
  /// and count agree. A count is the newest word about its level: an open review of it is dismissed, or says from now
  /// on what the count has found.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func submitCount(
    _ request: SubmitCountRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<SubmitCountResponse> {
    try await client.call(.auditServiceSubmitCount, request, options: options)
  }

  /// What to count next at a warehouse: longest not counted, fastest moving, with differences before.
  ///
  /// A warehouse can have a million levels, so a call looks at the 500 that were not counted for longest (never counted
  /// ones first, in the order of their products), and gives the most urgent of these first; fewer where sales are kept
  /// for very many channels. Their further pages follow, then the next 500. score = days since the last count (365
  /// where there was none, and at most that) + 100 · s / (s + 100) for s units sold in the last 30 days + 20 for each
  /// difference found before (at most 200).
  ///
  /// A query; the caller's role must be `reader` or more.
  public func nextCounts(
    _ request: NextCountsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<NextCountsResponse> {
    try await client.call(.auditServiceNextCounts, request, options: options)
  }
}

/// Sales channels, and how much of a product each of them may sell.
public struct ChannelServiceClient: Sendable {
  let client: HoldfastClient

  /// Makes a channel, or changes one: absent fields of an existing channel stay as they are. There are up to 1,000.
  /// Reservations and sales may name a channel that was never put: it counts in statistics, and is not limited.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func putChannel(
    _ request: PutChannelRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Channel> {
    try await client.call(.channelServicePutChannel, request, options: options)
  }

  /// Channels by id, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listChannels(
    _ request: ListChannelsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListChannelsResponse> {
    try await client.call(.channelServiceListChannels, request, options: options)
  }

  /// Divides a total of one product among channels, in place of what was allocated to them. Every unit goes to a
  /// channel, to the buffer, or is reported as left.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func allocateStock(
    _ request: AllocateStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<AllocateStockResponse> {
    try await client.call(.channelServiceAllocateStock, request, options: options)
  }

  /// Sets what is allocated to one channel, or takes the allocation away.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func setChannelStock(
    _ request: SetChannelStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ChannelStock> {
    try await client.call(.channelServiceSetChannelStock, request, options: options)
  }

  /// What a channel may sell of a product now.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getChannelStock(
    _ request: GetChannelStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ChannelStock> {
    try await client.call(.channelServiceGetChannelStock, request, options: options)
  }

  /// Moves what a channel has not sold for a while to the channels that sell fastest and need it: of what is allocated
  /// to it and not held, to others that have an allocation of the product too, up to 14 days of their sales each.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func reallocateUnsold(
    _ request: ReallocateUnsoldRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReallocateUnsoldResponse> {
    try await client.call(.channelServiceReallocateUnsold, request, options: options)
  }
}

/// What will be sold, from what was: the daily sales that the journal's SALE and RETURN entries add up to. Days are
/// UTC.
public struct ForecastServiceClient: Sendable {
  let client: HoldfastClient

  /// How fast a product sells: units a day over a window that ends with yesterday.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getVelocity(
    _ request: GetVelocityRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<GetVelocityResponse> {
    try await client.call(.forecastServiceGetVelocity, request, options: options)
  }

  /// What a product will sell, a day at a time, with a range. The documentation names the method.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func forecastDemand(
    _ request: ForecastDemandRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ForecastDemandResponse> {
    try await client.call(.forecastServiceForecastDemand, request, options: options)
  }

  /// What to order where: from forecast, lead time, safety stock and what is on its way. A page at a time. The
  /// warehouses of a product share its forecast as their levels have sold lately; inactive ones take no part. A level
  /// is suggested where available + incoming is at most max(reorder_point, demand until an order arrives +
  /// safety_stock).
  ///
  /// A query; the caller's role must be `reader` or more.
  public func suggestReorders(
    _ request: SuggestReordersRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<SuggestReordersResponse> {
    try await client.call(.forecastServiceSuggestReorders, request, options: options)
  }
}

/// Holds on stock for carts, orders and transfers, so that nothing is sold twice.
///
/// Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a sweeper
/// releases the rest within a second.
public struct ReservationServiceClient: Sendable {
  let client: HoldfastClient

  /// Holds stock. FAILED_PRECONDITION names every item that is short, or says that the reference would have more than
  /// 10,000 open reservations.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func reserve(
    _ request: ReserveRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReserveResponse> {
    try await client.call(.reservationServiceReserve, request, options: options)
  }

  /// Gives holds back, by ids (all of them or none) or by reference.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func release(
    _ request: ReleaseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReleaseResponse> {
    try await client.call(.reservationServiceRelease, request, options: options)
  }

  /// Moves the expiry of holds.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func extend(
    _ request: ExtendRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ExtendResponse> {
    try await client.call(.reservationServiceExtend, request, options: options)
  }

  /// Makes a cart's holds an order's, all at once, no longer expiring. An order may have up to 10,000 open
  /// reservations.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func convertReservation(
    _ request: ConvertReservationRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ConvertReservationResponse> {
    try await client.call(.reservationServiceConvertReservation, request, options: options)
  }

  /// Gives a hold another quantity or another warehouse, checked like a new one.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func changeReservation(
    _ request: ChangeReservationRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Reservation> {
    try await client.call(.reservationServiceChangeReservation, request, options: options)
  }

  /// The goods left: on_hand and reserved go down together, wholly or in part.
  ///
  /// A command; the caller's role must be `seller` or more.
  public func fulfill(
    _ request: FulfillRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<FulfillResponse> {
    try await client.call(.reservationServiceFulfill, request, options: options)
  }

  /// One open reservation. NOT_FOUND once it was released, has expired or is wholly fulfilled: see its history.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getReservation(
    _ request: GetReservationRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Reservation> {
    try await client.call(.reservationServiceGetReservation, request, options: options)
  }

  /// Open reservations, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listReservations(
    _ request: ListReservationsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListReservationsResponse> {
    try await client.call(.reservationServiceListReservations, request, options: options)
  }
}

/// Products, and how much of them each warehouse has.
public struct StockServiceClient: Sendable {
  let client: HoldfastClient

  /// One level, or a product's total over all warehouses. NOT_FOUND says whether the product, the warehouse or the
  /// level is unknown; the total of a product without levels is zeros.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getStock(
    _ request: GetStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<StockLevel> {
    try await client.call(.stockServiceGetStock, request, options: options)
  }

  /// Up to 1,000 levels from one snapshot. A missing level is marked, not an error.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func batchGetStock(
    _ request: BatchGetStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<BatchGetStockResponse> {
    try await client.call(.stockServiceBatchGetStock, request, options: options)
  }

  /// Levels of one product or of one warehouse, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listStock(
    _ request: ListStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListStockResponse> {
    try await client.call(.stockServiceListStock, request, options: options)
  }

  /// Makes a product, or replaces all that is said of it. ALREADY_EXISTS if one of its SKUs or barcodes is another's.
  /// A variant that has levels cannot be left out.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func putProduct(
    _ request: PutProductRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Product> {
    try await client.call(.stockServicePutProduct, request, options: options)
  }

  /// One product, by id, SKU or barcode (its own or a variant's).
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getProduct(
    _ request: GetProductRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Product> {
    try await client.call(.stockServiceGetProduct, request, options: options)
  }

  /// Products by id, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listProducts(
    _ request: ListProductsRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListProductsResponse> {
    try await client.call(.stockServiceListProducts, request, options: options)
  }

  /// Sets levels, all or none of them. Makes a level that does not exist; an absent field leaves an existing one alone.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func setStock(
    _ request: SetStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<SetStockResponse> {
    try await client.call(.stockServiceSetStock, request, options: options)
  }

  /// Changes levels by a number of units, with a type and a reason, all lines or none.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func adjustStock(
    _ request: AdjustStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<AdjustStockResponse> {
    try await client.call(.stockServiceAdjustStock, request, options: options)
  }

  /// Moves available stock from one warehouse to another, at once.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func moveStock(
    _ request: MoveStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<MoveStockResponse> {
    try await client.call(.stockServiceMoveStock, request, options: options)
  }

  /// Every level of one snapshot, in the order of (product, variant, warehouse): a stream. RESOURCE_EXHAUSTED if its
  /// replies are taken so slowly that the snapshot would be held for too long.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func exportStock(
    _ request: ExportStockRequest, options: CallOptions = CallOptions()
  ) throws -> AnswerStream<ExportStockResponse> {
    try client.stream(.stockServiceExportStock, request, options: options)
  }

  /// Sets on_hand from rows of a file, each good or bad on its own.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func importStock(
    _ request: ImportStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ImportStockResponse> {
    try await client.call(.stockServiceImportStock, request, options: options)
  }
}

/// Stock on its way from one warehouse to another, or from a supplier to a warehouse.
///
/// A transfer between warehouses holds its stock at the source until it is shipped. Its holds have the reference
/// TRANSFER with the transfer's id and change only through this service: Release, Extend, ChangeReservation and Fulfill
/// of them are FAILED_PRECONDITION, and no other hold can be made with such a reference. When they expire the transfer
/// stays PENDING.
///
/// What is on its way is `incoming` of the destination's level: the sum of `incoming_quantity` over the lines of all
/// transfers to it. For each line, from the moment it is on its way:
/// received + incoming + missing = sent + surplus, where a line is either missing units or has a surplus.
public struct TransferServiceClient: Sendable {
  let client: HoldfastClient

  /// Makes a transfer, PENDING. Between warehouses it holds every line at the source, all or none; from a supplier
  /// nothing is held, and `incoming` of the destination goes up at once.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func createTransfer(
    _ request: CreateTransferRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Transfer> {
    try await client.call(.transferServiceCreateTransfer, request, options: options)
  }

  /// The goods left: the source's on_hand and reserved go down, the destination's incoming goes up. Where the holds
  /// have expired it takes available stock again, or refuses. A supplier's transfer is only marked: its incoming counts
  /// already.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func shipTransfer(
    _ request: ShipTransferRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Transfer> {
    try await client.call(.transferServiceShipTransfer, request, options: options)
  }

  /// Goods arrived, all of them or a part: incoming goes down, on_hand goes up. Completed when nothing is on its way
  /// any more. A transfer between warehouses must be IN_TRANSIT; a supplier's may be PENDING, and is IN_TRANSIT from
  /// then on.
  ///
  /// What arrives is taken, also where it is more than was on its way: on_hand goes up by all of it, incoming down to 0
  /// and never below. A discrepancy is made for a line that has got more than was sent, at once, and for a line that
  /// has got less, when the receipt is final. A line has one discrepancy at most: when further parts come it says what
  /// has arrived by then, and is open again if it was resolved.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func receiveTransfer(
    _ request: ReceiveTransferRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ReceiveTransferResponse> {
    try await client.call(.transferServiceReceiveTransfer, request, options: options)
  }

  /// Gives up a transfer that is still PENDING: its holds are given back, a supplier's incoming goes down.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func cancelTransfer(
    _ request: CancelTransferRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Transfer> {
    try await client.call(.transferServiceCancelTransfer, request, options: options)
  }

  /// One transfer.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getTransfer(
    _ request: GetTransferRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Transfer> {
    try await client.call(.transferServiceGetTransfer, request, options: options)
  }

  /// Transfers, newest first, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listTransfers(
    _ request: ListTransfersRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListTransfersResponse> {
    try await client.call(.transferServiceListTransfers, request, options: options)
  }

  /// Differences between what was sent and what arrived, newest first, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listDiscrepancies(
    _ request: ListDiscrepanciesRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListDiscrepanciesResponse> {
    try await client.call(.transferServiceListDiscrepancies, request, options: options)
  }

  /// Says what became of a discrepancy. Stock is not changed by it: missing units have left the source already, surplus
  /// units are on hand.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func resolveDiscrepancy(
    _ request: ResolveDiscrepancyRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Discrepancy> {
    try await client.call(.transferServiceResolveDiscrepancy, request, options: options)
  }
}

/// Warehouses, and which of them an order ships from.
public struct WarehouseServiceClient: Sendable {
  let client: HoldfastClient

  /// Makes a warehouse. ALREADY_EXISTS if its id or code is taken.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func createWarehouse(
    _ request: CreateWarehouseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Warehouse> {
    try await client.call(.warehouseServiceCreateWarehouse, request, options: options)
  }

  /// Changes a warehouse: the fields named in `update_mask`.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func updateWarehouse(
    _ request: UpdateWarehouseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Warehouse> {
    try await client.call(.warehouseServiceUpdateWarehouse, request, options: options)
  }

  /// One warehouse, by id or by code.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func getWarehouse(
    _ request: GetWarehouseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Warehouse> {
    try await client.call(.warehouseServiceGetWarehouse, request, options: options)
  }

  /// Warehouses by id, a page at a time.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func listWarehouses(
    _ request: ListWarehousesRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ListWarehousesResponse> {
    try await client.call(.warehouseServiceListWarehouses, request, options: options)
  }

  /// Stops new holds at a warehouse. Existing ones may still ship. Nothing is deleted.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func deactivateWarehouse(
    _ request: DeactivateWarehouseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<Warehouse> {
    try await client.call(.warehouseServiceDeactivateWarehouse, request, options: options)
  }

  /// Ranks the warehouses that can ship a product: the first candidate is the choice. FAILED_PRECONDITION if there is
  /// none, with what each warehouse has.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func selectWarehouse(
    _ request: SelectWarehouseRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<SelectWarehouseResponse> {
    try await client.call(.warehouseServiceSelectWarehouse, request, options: options)
  }

  /// Plans from which warehouses an order ships. Holds nothing: Reserve plans and holds in one step.
  ///
  /// A query; the caller's role must be `reader` or more.
  public func splitOrder(
    _ request: SplitOrderRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<SplitOrderResponse> {
    try await client.call(.warehouseServiceSplitOrder, request, options: options)
  }
}

extension HoldfastClient {
  /// About this server.
  public var admin: AdminServiceClient { AdminServiceClient(client: self) }
  /// Alerts, raised and closed by the very change that causes them.
  ///
  /// Of OUT_OF_STOCK, LOW_STOCK and REORDER_NEEDED only the most severe is open for a level, one alert a level; it
  /// changes or closes itself when the level does. An alert that changes keeps its id and its place in lists. One that
  /// gets worse is open again, whoever had acknowledged it; one that gets better stays acknowledged.
  public var alert: AlertServiceClient { AlertServiceClient(client: self) }
  /// What happened, whether it adds up, and whether it is what lies on the shelf.
  public var audit: AuditServiceClient { AuditServiceClient(client: self) }
  /// Sales channels, and how much of a product each of them may sell.
  public var channel: ChannelServiceClient { ChannelServiceClient(client: self) }
  /// What will be sold, from what was: the daily sales that the journal's SALE and RETURN entries add up to. Days are
  /// UTC.
  public var forecast: ForecastServiceClient { ForecastServiceClient(client: self) }
  /// Holds on stock for carts, orders and transfers, so that nothing is sold twice.
  ///
  /// Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a
  /// sweeper releases the rest within a second.
  public var reservation: ReservationServiceClient { ReservationServiceClient(client: self) }
  /// Products, and how much of them each warehouse has.
  public var stock: StockServiceClient { StockServiceClient(client: self) }
  /// Stock on its way from one warehouse to another, or from a supplier to a warehouse.
  ///
  /// A transfer between warehouses holds its stock at the source until it is shipped. Its holds have the reference
  /// TRANSFER with the transfer's id and change only through this service: Release, Extend, ChangeReservation and
  /// Fulfill of them are FAILED_PRECONDITION, and no other hold can be made with such a reference. When they expire the
  /// transfer stays PENDING.
  ///
  /// What is on its way is `incoming` of the destination's level: the sum of `incoming_quantity` over the lines of all
  /// transfers to it. For each line, from the moment it is on its way:
  /// received + incoming + missing = sent + surplus, where a line is either missing units or has a surplus.
  public var transfer: TransferServiceClient { TransferServiceClient(client: self) }
  /// Warehouses, and which of them an order ships from.
  public var warehouse: WarehouseServiceClient { WarehouseServiceClient(client: self) }
}
