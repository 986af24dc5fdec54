// Made by tools/generate from the services in proto/. Do not edit.

/// Every rpc of every service.
public enum Method: Int, CaseIterable, Sendable {
  /// How the server is: version, sequence, sizes, uptime, certificate expiry.
  case adminServiceGetStatus
  /// Holds stock. FAILED_PRECONDITION names every item that is short.
  case reservationServiceReserve
  /// Gives holds back, by ids (all of them or none) or by reference.
  case reservationServiceRelease
  /// Moves the expiry of holds.
  case reservationServiceExtend
  /// Makes a cart's holds an order's, all at once, no longer expiring.
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
  /// Sets on_hand from rows of a file, each good or bad on its own.
  case stockServiceImportStock
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
    case .reservationServiceReserve, .reservationServiceRelease, .reservationServiceExtend,
      .reservationServiceConvertReservation, .reservationServiceChangeReservation, .reservationServiceFulfill,
      .stockServicePutProduct, .stockServiceSetStock, .stockServiceAdjustStock, .stockServiceMoveStock,
      .stockServiceImportStock, .warehouseServiceCreateWarehouse, .warehouseServiceUpdateWarehouse,
      .warehouseServiceDeactivateWarehouse:
      .command
    case .adminServiceGetStatus, .reservationServiceGetReservation, .reservationServiceListReservations,
      .stockServiceGetStock, .stockServiceBatchGetStock, .stockServiceListStock, .stockServiceGetProduct,
      .stockServiceListProducts, .warehouseServiceGetWarehouse, .warehouseServiceListWarehouses,
      .warehouseServiceSelectWarehouse, .warehouseServiceSplitOrder:
      .query
    }
  }

  /// The least role that may call it.
  public var role: Role {
    switch self {
    case .stockServicePutProduct, .stockServiceSetStock, .stockServiceAdjustStock, .stockServiceMoveStock,
      .stockServiceImportStock, .warehouseServiceCreateWarehouse, .warehouseServiceUpdateWarehouse,
      .warehouseServiceDeactivateWarehouse:
      .operator
    case .adminServiceGetStatus, .reservationServiceGetReservation, .reservationServiceListReservations,
      .stockServiceGetStock, .stockServiceBatchGetStock, .stockServiceListStock, .stockServiceGetProduct,
      .stockServiceListProducts, .warehouseServiceGetWarehouse, .warehouseServiceListWarehouses,
      .warehouseServiceSelectWarehouse, .warehouseServiceSplitOrder:
      .reader
    case .reservationServiceReserve, .reservationServiceRelease, .reservationServiceExtend,
      .reservationServiceConvertReservation, .reservationServiceChangeReservation, .reservationServiceFulfill:
      .seller
    }
  }

  /// The method with this full name; nil if there is none. Costs a hash and one comparison.
  package static func find(_ name: UnsafeRawBufferPointer) -> Method? {
    switch unsafe hash(name, multiplier: 11_400_714_819_323_198_485, bits: 8) {
    case 6: unsafe isEqual(name, "holdfast.v1.AdminService/GetStatus") ? .adminServiceGetStatus : nil
    case 13: unsafe isEqual(name, "holdfast.v1.StockService/BatchGetStock") ? .stockServiceBatchGetStock : nil
    case 33:
      unsafe isEqual(name, "holdfast.v1.ReservationService/GetReservation") ? .reservationServiceGetReservation : nil
    case 41: unsafe isEqual(name, "holdfast.v1.StockService/AdjustStock") ? .stockServiceAdjustStock : nil
    case 46:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/SelectWarehouse") ? .warehouseServiceSelectWarehouse : nil
    case 57: unsafe isEqual(name, "holdfast.v1.StockService/SetStock") ? .stockServiceSetStock : nil
    case 69: unsafe isEqual(name, "holdfast.v1.ReservationService/Fulfill") ? .reservationServiceFulfill : nil
    case 70:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ListReservations")
        ? .reservationServiceListReservations : nil
    case 90: unsafe isEqual(name, "holdfast.v1.StockService/GetProduct") ? .stockServiceGetProduct : nil
    case 96: unsafe isEqual(name, "holdfast.v1.StockService/GetStock") ? .stockServiceGetStock : nil
    case 105:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ChangeReservation")
        ? .reservationServiceChangeReservation : nil
    case 110:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/ListWarehouses") ? .warehouseServiceListWarehouses : nil
    case 113: unsafe isEqual(name, "holdfast.v1.StockService/PutProduct") ? .stockServicePutProduct : nil
    case 117:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/UpdateWarehouse") ? .warehouseServiceUpdateWarehouse : nil
    case 130: unsafe isEqual(name, "holdfast.v1.StockService/MoveStock") ? .stockServiceMoveStock : nil
    case 131: unsafe isEqual(name, "holdfast.v1.WarehouseService/SplitOrder") ? .warehouseServiceSplitOrder : nil
    case 136: unsafe isEqual(name, "holdfast.v1.ReservationService/Extend") ? .reservationServiceExtend : nil
    case 161:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/CreateWarehouse") ? .warehouseServiceCreateWarehouse : nil
    case 169: unsafe isEqual(name, "holdfast.v1.ReservationService/Reserve") ? .reservationServiceReserve : nil
    case 177: unsafe isEqual(name, "holdfast.v1.StockService/ListStock") ? .stockServiceListStock : nil
    case 190: unsafe isEqual(name, "holdfast.v1.ReservationService/Release") ? .reservationServiceRelease : nil
    case 191: unsafe isEqual(name, "holdfast.v1.WarehouseService/GetWarehouse") ? .warehouseServiceGetWarehouse : nil
    case 213: unsafe isEqual(name, "holdfast.v1.StockService/ListProducts") ? .stockServiceListProducts : nil
    case 216:
      unsafe isEqual(name, "holdfast.v1.WarehouseService/DeactivateWarehouse")
        ? .warehouseServiceDeactivateWarehouse : nil
    case 224: unsafe isEqual(name, "holdfast.v1.StockService/ImportStock") ? .stockServiceImportStock : nil
    case 236:
      unsafe isEqual(name, "holdfast.v1.ReservationService/ConvertReservation")
        ? .reservationServiceConvertReservation : nil
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
      method: .stockServiceImportStock, name: "holdfast.v1.StockService/ImportStock",
      service: "holdfast.v1.StockService", rpc: "ImportStock", kind: .command, role: .operator,
      isServerStreaming: false, request: "holdfast.v1.ImportStockRequest", response: "holdfast.v1.ImportStockResponse"),
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
