// Made by tools/generate from the services in proto/. Do not edit.

import Messages

/// Serves every method by refusing it.
class RefusingHandlers: QueryHandlers, CommandHandlers, OperationHandlers, StreamHandlers {
  func getStatus(_ request: GetStatusRequest) throws(CallFailure) -> ServerStatus {
    throw .unimplemented(.adminServiceGetStatus)
  }
  func getCommandResult(_ request: GetCommandResultRequest) throws(CallFailure) -> GetCommandResultResponse {
    throw .unimplemented(.adminServiceGetCommandResult)
  }
  func compactJournal(_ request: CompactJournalRequest) throws(CallFailure) -> CompactJournalResponse {
    throw .unimplemented(.adminServiceCompactJournal)
  }
  func putPolicy(_ request: PutPolicyRequest) throws(CallFailure) -> Policy {
    throw .unimplemented(.adminServicePutPolicy)
  }
  func getPolicy(_ request: GetPolicyRequest) throws(CallFailure) -> Policy {
    throw .unimplemented(.adminServiceGetPolicy)
  }
  func backup(_ request: BackupRequest) throws(CallFailure) -> any ReplySource<BackupResponse> {
    throw .unimplemented(.adminServiceBackup)
  }
  func reloadCertificates(_ request: ReloadCertificatesRequest) throws(CallFailure) -> ReloadCertificatesResponse {
    throw .unimplemented(.adminServiceReloadCertificates)
  }
  func listAlerts(_ request: ListAlertsRequest) throws(CallFailure) -> ListAlertsResponse {
    throw .unimplemented(.alertServiceListAlerts)
  }
  func acknowledgeAlert(_ request: AcknowledgeAlertRequest) throws(CallFailure) -> AcknowledgeAlertResponse {
    throw .unimplemented(.alertServiceAcknowledgeAlert)
  }
  func getHistory(_ request: GetHistoryRequest) throws(CallFailure) -> GetHistoryResponse {
    throw .unimplemented(.auditServiceGetHistory)
  }
  func verifyStock(_ request: VerifyStockRequest) throws(CallFailure) -> VerifyStockResponse {
    throw .unimplemented(.auditServiceVerifyStock)
  }
  func reconcile(_ request: ReconcileRequest) throws(CallFailure) -> ReconcileResponse {
    throw .unimplemented(.auditServiceReconcile)
  }
  func getReconciliation(_ request: GetReconciliationRequest) throws(CallFailure) -> ReconciliationReport {
    throw .unimplemented(.auditServiceGetReconciliation)
  }
  func listReviews(_ request: ListReviewsRequest) throws(CallFailure) -> ListReviewsResponse {
    throw .unimplemented(.auditServiceListReviews)
  }
  func resolveReview(_ request: ResolveReviewRequest) throws(CallFailure) -> ResolveReviewResponse {
    throw .unimplemented(.auditServiceResolveReview)
  }
  func submitCount(_ request: SubmitCountRequest) throws(CallFailure) -> SubmitCountResponse {
    throw .unimplemented(.auditServiceSubmitCount)
  }
  func nextCounts(_ request: NextCountsRequest) throws(CallFailure) -> NextCountsResponse {
    throw .unimplemented(.auditServiceNextCounts)
  }
  func putChannel(_ request: PutChannelRequest) throws(CallFailure) -> Channel {
    throw .unimplemented(.channelServicePutChannel)
  }
  func listChannels(_ request: ListChannelsRequest) throws(CallFailure) -> ListChannelsResponse {
    throw .unimplemented(.channelServiceListChannels)
  }
  func allocateStock(_ request: AllocateStockRequest) throws(CallFailure) -> AllocateStockResponse {
    throw .unimplemented(.channelServiceAllocateStock)
  }
  func setChannelStock(_ request: SetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    throw .unimplemented(.channelServiceSetChannelStock)
  }
  func getChannelStock(_ request: GetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    throw .unimplemented(.channelServiceGetChannelStock)
  }
  func reallocateUnsold(_ request: ReallocateUnsoldRequest) throws(CallFailure) -> ReallocateUnsoldResponse {
    throw .unimplemented(.channelServiceReallocateUnsold)
  }
  func getVelocity(_ request: GetVelocityRequest) throws(CallFailure) -> GetVelocityResponse {
    throw .unimplemented(.forecastServiceGetVelocity)
  }
  func forecastDemand(_ request: ForecastDemandRequest) throws(CallFailure) -> ForecastDemandResponse {
    throw .unimplemented(.forecastServiceForecastDemand)
  }
  func suggestReorders(_ request: SuggestReordersRequest) throws(CallFailure) -> SuggestReordersResponse {
    throw .unimplemented(.forecastServiceSuggestReorders)
  }
  func reserve(_ request: ReserveRequest) throws(CallFailure) -> ReserveResponse {
    throw .unimplemented(.reservationServiceReserve)
  }
  func release(_ request: ReleaseRequest) throws(CallFailure) -> ReleaseResponse {
    throw .unimplemented(.reservationServiceRelease)
  }
  func extend(_ request: ExtendRequest) throws(CallFailure) -> ExtendResponse {
    throw .unimplemented(.reservationServiceExtend)
  }
  func convertReservation(_ request: ConvertReservationRequest) throws(CallFailure) -> ConvertReservationResponse {
    throw .unimplemented(.reservationServiceConvertReservation)
  }
  func changeReservation(_ request: ChangeReservationRequest) throws(CallFailure) -> Reservation {
    throw .unimplemented(.reservationServiceChangeReservation)
  }
  func fulfill(_ request: FulfillRequest) throws(CallFailure) -> FulfillResponse {
    throw .unimplemented(.reservationServiceFulfill)
  }
  func getReservation(_ request: GetReservationRequest) throws(CallFailure) -> Reservation {
    throw .unimplemented(.reservationServiceGetReservation)
  }
  func listReservations(_ request: ListReservationsRequest) throws(CallFailure) -> ListReservationsResponse {
    throw .unimplemented(.reservationServiceListReservations)
  }
  func getStock(_ request: GetStockRequest) throws(CallFailure) -> StockLevel {
    throw .unimplemented(.stockServiceGetStock)
  }
  func batchGetStock(_ request: BatchGetStockRequest) throws(CallFailure) -> BatchGetStockResponse {
    throw .unimplemented(.stockServiceBatchGetStock)
  }
  func listStock(_ request: ListStockRequest) throws(CallFailure) -> ListStockResponse {
    throw .unimplemented(.stockServiceListStock)
  }
  func putProduct(_ request: PutProductRequest) throws(CallFailure) -> Product {
    throw .unimplemented(.stockServicePutProduct)
  }
  func getProduct(_ request: GetProductRequest) throws(CallFailure) -> Product {
    throw .unimplemented(.stockServiceGetProduct)
  }
  func listProducts(_ request: ListProductsRequest) throws(CallFailure) -> ListProductsResponse {
    throw .unimplemented(.stockServiceListProducts)
  }
  func setStock(_ request: SetStockRequest) throws(CallFailure) -> SetStockResponse {
    throw .unimplemented(.stockServiceSetStock)
  }
  func adjustStock(_ request: AdjustStockRequest) throws(CallFailure) -> AdjustStockResponse {
    throw .unimplemented(.stockServiceAdjustStock)
  }
  func moveStock(_ request: MoveStockRequest) throws(CallFailure) -> MoveStockResponse {
    throw .unimplemented(.stockServiceMoveStock)
  }
  func exportStock(_ request: ExportStockRequest) throws(CallFailure) -> any ReplySource<ExportStockResponse> {
    throw .unimplemented(.stockServiceExportStock)
  }
  func importStock(_ request: ImportStockRequest) throws(CallFailure) -> ImportStockResponse {
    throw .unimplemented(.stockServiceImportStock)
  }
  func createTransfer(_ request: CreateTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceCreateTransfer)
  }
  func shipTransfer(_ request: ShipTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceShipTransfer)
  }
  func receiveTransfer(_ request: ReceiveTransferRequest) throws(CallFailure) -> ReceiveTransferResponse {
    throw .unimplemented(.transferServiceReceiveTransfer)
  }
  func cancelTransfer(_ request: CancelTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceCancelTransfer)
  }
  func getTransfer(_ request: GetTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceGetTransfer)
  }
  func listTransfers(_ request: ListTransfersRequest) throws(CallFailure) -> ListTransfersResponse {
    throw .unimplemented(.transferServiceListTransfers)
  }
  func listDiscrepancies(_ request: ListDiscrepanciesRequest) throws(CallFailure) -> ListDiscrepanciesResponse {
    throw .unimplemented(.transferServiceListDiscrepancies)
  }
  func resolveDiscrepancy(_ request: ResolveDiscrepancyRequest) throws(CallFailure) -> Discrepancy {
    throw .unimplemented(.transferServiceResolveDiscrepancy)
  }
  func createWarehouse(_ request: CreateWarehouseRequest) throws(CallFailure) -> Warehouse {
    throw .unimplemented(.warehouseServiceCreateWarehouse)
  }
  func updateWarehouse(_ request: UpdateWarehouseRequest) throws(CallFailure) -> Warehouse {
    throw .unimplemented(.warehouseServiceUpdateWarehouse)
  }
  func getWarehouse(_ request: GetWarehouseRequest) throws(CallFailure) -> Warehouse {
    throw .unimplemented(.warehouseServiceGetWarehouse)
  }
  func listWarehouses(_ request: ListWarehousesRequest) throws(CallFailure) -> ListWarehousesResponse {
    throw .unimplemented(.warehouseServiceListWarehouses)
  }
  func deactivateWarehouse(_ request: DeactivateWarehouseRequest) throws(CallFailure) -> Warehouse {
    throw .unimplemented(.warehouseServiceDeactivateWarehouse)
  }
  func selectWarehouse(_ request: SelectWarehouseRequest) throws(CallFailure) -> SelectWarehouseResponse {
    throw .unimplemented(.warehouseServiceSelectWarehouse)
  }
  func splitOrder(_ request: SplitOrderRequest) throws(CallFailure) -> SplitOrderResponse {
    throw .unimplemented(.warehouseServiceSplitOrder)
  }
}
