import Messages
import Support

/// What the tests' server holds, and what good requests name of it.
enum World {
  /// Units at each of `W1` and `W2` at the start.
  static let onHand: Int64 = 1_000_000

  /// Makes warehouses, products, levels and a hold; the shape of requests that name them.
  static func make(_ client: CallClient) throws -> RequestShape {
    for code in ["W1", "W2"] {
      let place = Warehouse(
        warehouseID: code, code: code, name: code, address: Address(city: "Here", latitude: 10, longitude: 10),
        timezone: "UTC", capabilities: [.shipping])
      try client.must(.warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: place))
    }
    let product = Product(productID: "P1", name: "One", sku: "S1", barcodes: ["B1"])
    try client.must(.stockServicePutProduct, PutProductRequest(product: product))
    let settings = ["W1", "W2"].map { StockSetting(productID: "P1", warehouseID: $0, onHand: onHand) }
    try client.must(.stockServiceSetStock, SetStockRequest(settings: settings))
    let hold = try client.must(
      .reservationServiceReserve,
      ReserveRequest(
        reference: Reference(type: .cart, id: "x"),
        items: [OrderItem(productID: "P1", quantity: 5, warehouseID: "W1")], timeToLiveSeconds: 3600)
    ).decode(ReserveResponse.self).reservations[0].reservationID
    var shape = RequestShape()
    shape.values["reservation_id"] = .text(hold)
    shape.values["reservation_ids"] = .text(hold)
    return shape
  }

  /// The level of `P1` at `W1`.
  static func level(_ client: CallClient) throws -> StockLevel {
    try client.must(.stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "W1")).decode()
  }

  /// The server's own account of itself.
  static func status(_ client: CallClient) throws -> ServerStatus {
    try client.must(.adminServiceGetStatus, GetStatusRequest()).decode()
  }
}

extension CallClient {
  /// Calls, and fails where the answer is not OK.
  @discardableResult
  func must(_ method: Messages.Method, _ request: some MessageCodec) throws -> Answer {
    let answer = try call(method, request)
    if answer.code != .ok { throw Failure.broken("\(method): \(answer.status?.message ?? "")") }
    return answer
  }

  /// Calls with bytes that may be no request at all.
  func call(_ method: Messages.Method, raw request: [UInt8], callID: UInt64 = 1) throws -> Answer {
    try send(HostileTests.call(callID, method.info.name, request))
    return try lastAnswer()
  }

  /// The next answer that ends a call: the replies of a stream before its last are passed over.
  func lastAnswer() throws -> Answer {
    while true {
      let answer = try answer()
      if !answer.more { return answer }
    }
  }

  /// Answers until the connection ends, and how it ended.
  func answersUntilEnd() -> (answers: [Answer], end: Failure?) {
    var answers: [Answer] = []
    while true {
      do { answers.append(try answer()) } catch { return (answers, error as? Failure) }
    }
  }
}

extension CallClient.Answer {
  /// How much came back, about.
  var byteCount: Int {
    let violations = status?.violations.reduce(0) { $0 + $1.field.utf8.count + $1.message.utf8.count } ?? 0
    return response.count + violations + (status?.message.utf8.count ?? 0)
  }

  /// The fields that are said to be wrong.
  var wrongFields: [String] { status?.violations.map(\.field) ?? [] }

  /// Whether it is what a client must never see, whatever it sends: a fault of the server, or nothing said.
  var isFault: Bool {
    switch code {
    case .internal, .unknown, .dataLoss, .unavailable: true
    case .ok: false
    default: status?.message.isEmpty ?? true
    }
  }

  /// For the message of a failed expectation.
  var summary: String { "\(code) \((status?.message ?? "").prefix(200)) \(wrongFields.prefix(5))" }
}
