// Made by tools/generate from the services in proto/. Do not edit.

import Messages

/// Serves every query and every command by refusing it.
class RefusingHandlers: QueryHandlers, CommandHandlers {
  func getStatus(_ request: GetStatusRequest) throws(CallFailure) -> ServerStatus {
    throw .unimplemented(.adminServiceGetStatus)
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
  func importStock(_ request: ImportStockRequest) throws(CallFailure) -> ImportStockResponse {
    throw .unimplemented(.stockServiceImportStock)
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
