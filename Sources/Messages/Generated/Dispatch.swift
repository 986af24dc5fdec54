// Made by tools/generate from the services in proto/. Do not edit.

/// The queries of AdminService.
package protocol AdminServiceQueries: AnyObject {
  /// How the server is: version, sequence, sizes, uptime, certificate expiry.
  func getStatus(_ request: GetStatusRequest) throws(CallFailure) -> ServerStatus
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
  /// Holds stock. FAILED_PRECONDITION names every item that is short.
  func reserve(_ request: ReserveRequest) throws(CallFailure) -> ReserveResponse
  /// Gives holds back, by ids (all of them or none) or by reference.
  func release(_ request: ReleaseRequest) throws(CallFailure) -> ReleaseResponse
  /// Moves the expiry of holds.
  func extend(_ request: ExtendRequest) throws(CallFailure) -> ExtendResponse
  /// Makes a cart's holds an order's, all at once, no longer expiring.
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
package typealias QueryHandlers = AdminServiceQueries & ReservationServiceQueries & StockServiceQueries
  & WarehouseServiceQueries

/// The commands of all services.
package typealias CommandHandlers = ReservationServiceCommands & StockServiceCommands & WarehouseServiceCommands

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

/// A command that was decoded and waits to be performed.
package enum CommandRequest: Sendable {
  /// Holds stock. FAILED_PRECONDITION names every item that is short.
  case reserve(ReserveRequest)
  /// Gives holds back, by ids (all of them or none) or by reference.
  case release(ReleaseRequest)
  /// Moves the expiry of holds.
  case extend(ExtendRequest)
  /// Makes a cart's holds an order's, all at once, no longer expiring.
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
    case .createWarehouse(let request):
      return try handlers.createWarehouse(request).prepareAnswer(in: arena)
    case .updateWarehouse(let request):
      return try handlers.updateWarehouse(request).prepareAnswer(in: arena)
    case .deactivateWarehouse(let request):
      return try handlers.deactivateWarehouse(request).prepareAnswer(in: arena)
    }
  }
}
