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
}

/// Holds on stock for carts, orders and transfers, so that nothing is sold twice.
///
/// Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a sweeper
/// releases the rest within a second.
public struct ReservationServiceClient: Sendable {
  let client: HoldfastClient

  /// Holds stock. FAILED_PRECONDITION names every item that is short.
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

  /// Makes a cart's holds an order's, all at once, no longer expiring.
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

  /// Sets on_hand from rows of a file, each good or bad on its own.
  ///
  /// A command; the caller's role must be `operator` or more.
  public func importStock(
    _ request: ImportStockRequest, options: CallOptions = CallOptions()
  ) async throws -> Answer<ImportStockResponse> {
    try await client.call(.stockServiceImportStock, request, options: options)
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
  /// Holds on stock for carts, orders and transfers, so that nothing is sold twice.
  ///
  /// Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a
  /// sweeper releases the rest within a second.
  public var reservation: ReservationServiceClient { ReservationServiceClient(client: self) }
  /// Products, and how much of them each warehouse has.
  public var stock: StockServiceClient { StockServiceClient(client: self) }
  /// Warehouses, and which of them an order ships from.
  public var warehouse: WarehouseServiceClient { WarehouseServiceClient(client: self) }
}
