import Messages
import Testing

@Suite("Dispatch")
struct DispatchTests {
  private let arena = MessageArena()
  private let handlers = Handlers()

  @Test("brings a query to its function and its answer back")
  func query() throws {
    let request = try GetStockRequest(productID: "p", warehouseID: "w").encoded(in: arena)
    let answer = try unsafe request.withUnsafeBytes { bytes in
      try unsafe QueryDispatch.answer(.stockServiceGetStock, request: bytes, with: handlers, in: arena).bytes
    }
    #expect(try StockLevel(decoding: answer, in: arena) == StockLevel(productID: "p", warehouseID: "w", onHand: 7))
  }

  @Test("brings an operation to its function and its answer back")
  func operation() throws {
    let answer = try OperationDispatch.answer(
      .adminServiceReloadCertificates, request: UnsafeRawBufferPointer(start: nil, count: 0), with: handlers, in: arena)
    let response = try ReloadCertificatesResponse(decoding: answer.bytes, in: MessageArena())
    #expect(response.certificates.map(\.purpose) == ["server"])
  }

  @Test("takes a command apart when it comes and performs it when its turn is")
  func command() throws {
    let sent = ReleaseRequest(reservationIDs: ["a"], reason: "because")
    let request = try sent.encoded(in: arena)
    let command = try unsafe request.withUnsafeBytes { bytes in
      try unsafe CommandRequest(.reservationServiceRelease, decoding: bytes, in: arena)
    }
    arena.reset()
    #expect(command.method == .reservationServiceRelease)
    guard case .release(sent) = command else {
      Issue.record("decoded as \(command)")
      return
    }
    let answer = try command.perform(on: handlers, in: arena).bytes
    #expect(
      try ReleaseResponse(decoding: answer, in: arena).released == [Reservation(reservationID: "a")])
  }

  @Test("tells the caller which field of the request cannot be decoded")
  func invalid() {
    let bytes = ProtoBytes.field(1, bytes: [0xFF])
    let failure = failure(of: .reservationServiceRelease, bytes)
    #expect(failure?.code == .invalidArgument)
    #expect(failure?.status.violations.map(\.field) == ["reservation_ids[0]"])
    #expect(self.failure(of: .stockServiceGetStock, bytes)?.status.violations.map(\.field) == ["product_id"])
    #expect(self.failure(of: .stockServiceGetStock, [0x0A])?.code == .invalidArgument)
    #expect(self.failure(of: .stockServiceGetStock, [0x0A])?.status.message.contains("GetStockRequest") == true)
  }

  @Test("gives what the handler throws to the caller")
  func failing() {
    #expect(failure(of: .stockServiceGetProduct, [])?.code == .notFound)
  }

  @Test("answers each method in its own way alone", arguments: Method.allCases)
  func kinds(_ method: Method) {
    let none = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    if method.kind != .operation || method.info.isServerStreaming {
      #expect(throws: CallFailure.unimplemented(method)) {
        try unsafe OperationDispatch.answer(method, request: none, with: handlers, in: arena)
      }
    }
    if method.kind != .query || method.info.isServerStreaming {
      #expect(throws: CallFailure.unimplemented(method)) {
        try unsafe QueryDispatch.answer(method, request: none, with: handlers, in: arena)
      }
    }
    if method.kind != .command {
      #expect(throws: CallFailure.unimplemented(method)) {
        try unsafe CommandRequest(method, decoding: none, in: arena)
      }
    } else {
      #expect((try? unsafe CommandRequest(method, decoding: none, in: arena))?.method == method)
    }
  }

  @Test("an answer that cannot be sent is a fault of the server")
  func unsendable() {
    let bytes = ProtoBytes.field(1, bytes: Array("nul".utf8))
    #expect(failure(of: .stockServiceGetStock, bytes)?.code == .internal)
  }

  @Test("a failure carries its code, message, violations and refusals")
  func failures() {
    let refusal = Refusal(productID: "p", requested: 3, available: 1, reason: .notEnoughStock)
    #expect(
      CallFailure.failedPrecondition("short", [refusal]).status
        == Status(code: 9, message: "short", refusals: [refusal]))
    #expect(
      CallFailure.invalid("items[0].quantity", "must be at least 1").status.message
        == "items[0].quantity must be at least 1")
    #expect(
      CallFailure.unavailable("full", retryAfterMs: 50).status == Status(code: 14, message: "full", retryAfterMs: 50))
    #expect(Status(code: .max).statusCode == .unknown)
    #expect(Status().statusCode == .ok)
  }

  private func failure(of method: Method, _ request: [UInt8]) -> CallFailure? {
    unsafe request.withUnsafeBytes { bytes in
      do throws(CallFailure) {
        if method.kind == .query {
          _ = try unsafe QueryDispatch.answer(method, request: bytes, with: handlers, in: arena)
        } else {
          _ = try unsafe CommandRequest(method, decoding: bytes, in: arena)
        }
        return nil
      } catch {
        return error
      }
    }
  }
}

/// Serves what the tests above ask for.
private final class Handlers: RefusingHandlers {
  override func getStock(_ request: GetStockRequest) throws(CallFailure) -> StockLevel {
    StockLevel(
      productID: request.productID == "nul" ? "\0" : request.productID, warehouseID: request.warehouseID, onHand: 7)
  }

  override func getProduct(_ request: GetProductRequest) throws(CallFailure) -> Product {
    throw .notFound("there is no such product")
  }

  override func reloadCertificates(
    _ request: ReloadCertificatesRequest
  ) throws(CallFailure) -> ReloadCertificatesResponse {
    ReloadCertificatesResponse(certificates: [CertificateStatus(purpose: "server")])
  }

  override func release(_ request: ReleaseRequest) throws(CallFailure) -> ReleaseResponse {
    ReleaseResponse(released: request.reservationIDs.map { Reservation(reservationID: $0) })
  }
}
