import Dispatch
import Engine
import Messages
import Testing

@testable import Services

@Suite("What became of a command")
struct CommandResultQueryTests {
  private func run(_ stage: Stage, _ request: CommandRequest, id: [UInt8], as principal: String) throws
    -> CommandOutcome
  {
    let command = try Command(
      request, caller: Caller(principal: principal, role: .admin), commandID: id,
      requestHash: Array(repeating: 7, count: 16))
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var outcome = CommandOutcome()
    try stage.engine.submit(command) { answer in
      if case .outcome(let given) = answer { outcome = given }
      done.signal()
    }
    done.wait()
    return outcome
  }

  private func ask(_ stage: Stage, _ id: [UInt8], of owner: String = "", by principal: Principal) throws
    -> GetCommandResultResponse
  {
    let request = try GetCommandResultRequest(commandID: id, principal: owner).encoded(in: stage.arena)
    let answer = try request.withUnsafeBytes { raw in
      try stage.queries.answer(.adminServiceGetCommandResult, request: raw, by: principal, in: stage.arena).message
        .bytes
    }
    stage.arena.reset()
    return try GetCommandResultResponse(decoding: answer, in: stage.arena)
  }

  @Test("the answer of a command, kept or refused, is told to its caller and to an admin, and to nobody else")
  func results() throws {
    let stage = try Stage()
    try stage.stocked()
    let shop = Principal(name: "shop", role: .seller)
    func reserve(_ quantity: Int64) -> CommandRequest {
      .reserve(
        ReserveRequest(
          reference: Reference(type: .order, id: "O\(quantity)"),
          items: [OrderItem(productID: "P1", quantity: quantity, warehouseID: "W1")]))
    }
    let held = try run(stage, reserve(3), id: [1], as: "shop")
    let short = try run(stage, reserve(999), id: [2], as: "shop")
    let first = try ask(stage, [1], by: shop)
    #expect(first.method == "holdfast.v1.ReservationService/Reserve")
    #expect(first.status == nil && first.response == held.response && first.sequence == held.sequence)
    #expect(first.decidedAt > 0)
    let second = try ask(stage, [2], by: shop)
    #expect(second.status == short.failure && second.status?.code == UInt32(StatusCode.failedPrecondition.rawValue))
    #expect(try ask(stage, [1], of: "shop", by: Principal(name: "root", role: .admin)) == first)
    func code(_ id: [UInt8], of owner: String = "", by principal: Principal) throws -> StatusCode? {
      do {
        _ = try ask(stage, id, of: owner, by: principal)
        return nil
      } catch let failure as CallFailure {
        return failure.code
      }
    }
    #expect(try code([3], by: shop) == .notFound)
    #expect(try code([], by: shop) == .invalidArgument)
    #expect(try code([1], by: Principal(name: "other", role: .seller)) == .notFound)
    #expect(try code([1], of: "shop", by: Principal(name: "other", role: .operator)) == .permissionDenied)
  }
}
