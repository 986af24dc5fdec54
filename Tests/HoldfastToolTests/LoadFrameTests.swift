import Messages
import Testing
import Wire

@testable import holdfast

@Suite("Load: frames from templates")
struct LoadFrameTests {
  private let subject = Subject(product: 1_234_567, warehouse: 42, serial: 0x0102_0304_0506)

  private func plan(_ scenario: Scenario) -> LoadPlan {
    var plan = LoadPlan()
    plan.scenario = scenario
    plan.run = 0xABCD
    return plan
  }

  /// The frame's parts as a server reads them.
  private func call<Request: MessageCodec>(
    _ operation: Operation, _ plan: LoadPlan, id: UInt64 = 1, _ subject: Subject, as: Request.Type
  ) throws -> (id: UInt64, method: String, commandID: [UInt8], timeoutMs: UInt32, request: Request) {
    var output = OutputBuffer()
    try LoadFrames(plan).write(operation, callID: id, subject, into: &output)
    return try output.withBytes { bytes in
      let length = bytes.loadUnaligned(as: UInt32.self).bigEndian
      #expect(Int(length) == bytes.count - 4)
      let header = try CallHeader(UnsafeRawBufferPointer(rebasing: bytes[4...]))
      return (
        header.callID, String(decoding: header.method, as: UTF8.self), Array(header.commandID), header.timeoutMs,
        try Request(decoding: Array(header.request), in: MessageArena())
      )
    }
  }

  @Test(
    "the server reads what was meant, whatever the length of the call's id", arguments: [1, 127, 128, 1 << 40, .max])
  func read(id: UInt64) throws {
    var plan = plan(.read)
    plan.timeoutMs = 1500
    let call = try call(.read, plan, id: id, subject, as: GetStockRequest.self)
    #expect(call.id == id)
    #expect(call.method == "holdfast.v1.StockService/GetStock")
    #expect(call.timeoutMs == 1500)
    #expect(call.commandID.isEmpty)
    #expect(call.request == GetStockRequest(productID: "LP0001234567", warehouseID: "L042"))
  }

  @Test("each reservation is for an order of its own")
  func reserve() throws {
    let call = try call(.reserve, plan(.reserve), subject, as: ReserveRequest.self)
    #expect(call.request.reference == Reference(type: .order, id: "O0000abcd-010203040506"))
    #expect(
      call.request.items == [OrderItem(productID: "LP0001234567", quantity: 1, warehouseID: "L042")])
    #expect(call.commandID.count <= WireLimits.maximumCommandIDBytes)
    #expect(call.commandID.suffix(6) == [1, 2, 3, 4, 5, 6])
  }

  @Test("without command ids and warehouses neither is sent")
  func bare() throws {
    var plan = plan(.reserve)
    plan.sendsCommandIDs = false
    plan.serverChoosesWarehouse = true
    let call = try call(.reserve, plan, subject, as: ReserveRequest.self)
    #expect(call.commandID.isEmpty)
    #expect(call.request.items.first?.warehouseID == "")
  }

  @Test("the steps of a checkout follow from each other, each a command of its own")
  func checkout() throws {
    let plan = plan(.checkout)
    let hold = try call(.hold, plan, subject, as: ReserveRequest.self)
    let convert = try call(.convert, plan, subject, as: ConvertReservationRequest.self)
    let fulfill = try call(.fulfill, plan, subject, as: FulfillRequest.self)
    #expect(hold.request.reference == Reference(type: .cart, id: convert.request.cartID))
    #expect(fulfill.request.reference == Reference(type: .order, id: convert.request.orderID))
    #expect(Set([hold.commandID, convert.commandID, fulfill.commandID]).count == 3)
    #expect(Operation.hold.next == .convert && Operation.convert.next == .fulfill && Operation.fulfill.next == nil)
  }

  @Test("another run has other orders and command ids")
  func runs() throws {
    var other = plan(.reserve)
    other.run = 0xABCE
    let one = try call(.reserve, plan(.reserve), subject, as: ReserveRequest.self)
    let two = try call(.reserve, other, subject, as: ReserveRequest.self)
    #expect(one.request.reference != two.request.reference)
    #expect(one.commandID != two.commandID)
  }
}

@Suite("Load: answers")
struct LoadReplyTests {
  private let subject = Subject(product: 12, warehouse: 3)

  private func isLevel(_ bytes: [UInt8], _ subject: Subject) -> Bool {
    bytes.withUnsafeBytes { ReplyCheck.isLevel($0, of: subject) }
  }

  private func outcome(_ operation: Operation, _ status: Status?, _ response: [UInt8]) throws -> Outcome {
    let encoded = try status.map { try $0.encoded(in: MessageArena()) }
    return response.withUnsafeBytes { response in
      guard let encoded else {
        return ReplyCheck.outcome(of: operation, subject, status: nil, response: response)
      }
      return encoded.withUnsafeBytes {
        ReplyCheck.outcome(of: operation, subject, status: $0, response: response)
      }
    }
  }

  @Test("a level is taken for what it is: another product's, another warehouse's and any beginning of one are refused")
  func levels() throws {
    let level = StockLevel(productID: "LP0000000012", warehouseID: "L003", onHand: 5, available: 5, version: 1)
    let bytes = try level.encoded(in: MessageArena())
    #expect(isLevel(bytes, subject))
    #expect(!isLevel(bytes, Subject(product: 13, warehouse: 3)))
    #expect(!isLevel(bytes, Subject(product: 12, warehouse: 4)))
    let key = try StockKey(productID: "LP0000000012", warehouseID: "L003").encoded(in: MessageArena()).count
    for count in 0..<key { #expect(!isLevel(Array(bytes.prefix(count)), subject), "\(count) bytes") }
    let variant = StockLevel(productID: "LP0000000012", variantID: "RED", warehouseID: "L003")
    #expect(!isLevel(try variant.encoded(in: MessageArena()), subject))
    #expect(
      !isLevel(try StockLevel(productID: "LP00000000xx", warehouseID: "L003").encoded(in: MessageArena()), subject))
  }

  @Test("a call ends with the code of its status, and with OK only when the answer is right")
  func outcomes() throws {
    for code in 1...16 {
      let status = Status(code: UInt32(code), message: "no")
      #expect(try outcome(.read, status, []) == Outcome(index: code))
    }
    #expect(try outcome(.read, Status(code: 99), []) == .unknownCode)
    #expect(try outcome(.read, Status(code: 300), []) == .unknownCode)
    #expect(try outcome(.read, nil, []) == .wrong)
    let answer = ReserveResponse(reservations: [Reservation(reservationID: "r-1")])
    #expect(try outcome(.reserve, nil, answer.encoded(in: MessageArena())) == .ok)
    #expect(try outcome(.reserve, nil, []) == .wrong)
    #expect(try outcome(.handshake, nil, [8, 1]) == .ok)
  }

  @Test("stock that runs out is no error of a reservation, but of everything else")
  func errors() {
    #expect(!Outcome.ok.isError(of: .read))
    #expect(!Outcome.failedPrecondition.isError(of: .reserve))
    #expect(!Outcome.failedPrecondition.isError(of: .hold))
    #expect(Outcome.failedPrecondition.isError(of: .fulfill))
    #expect(Outcome.lost.isError(of: .reserve))
  }
}
