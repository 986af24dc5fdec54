import Messages
import Testing

@testable import holdfast

/// Runs against a server that is none: each is over after a number of calls, however fast or slow the machine is.
@Suite("Load: runs", .serialized)
struct LoadRunTests {
  private func plan(_ scenario: Scenario, count: UInt64?) -> LoadPlan {
    var plan = LoadPlan()
    plan.scenario = scenario
    plan.dataset = Dataset(products: 1000, warehouses: 10)
    plan.connections = 4
    plan.inFlight = 3
    plan.threads = 2
    plan.warmUpNanoseconds = 0
    plan.durationNanoseconds = 60_000_000_000
    plan.count = count
    return plan
  }

  private func run(_ manner: LoadFakeServer.Manner, _ plan: LoadPlan) throws -> (LoadResult, LoadFakeServer) {
    let server = try LoadFakeServer(manner)
    defer { server.stop() }
    return (try LoadRun(plan: plan, target: try server.target()).run { _ in }, server)
  }

  @Test("a closed loop makes exactly as many calls as it was told to, and each answer is counted")
  func closedLoop() throws {
    let (result, server) = try run(.honest, plan(.read, count: 1001))
    #expect(result.calls == 1001 && result.errors == 0)
    #expect(result.operations.map(\.outcomes) == [["OK": 1001]])
    #expect(result.latency.count == 1001 && result.latency.min > 0)
    #expect(server.calls == ["GetStock": 1001])
    #expect(server.connections == 4)
    #expect(result.client.shares.count == 2)
  }

  @Test("an open loop makes its calls too, and knows how late it was", arguments: [false, true])
  func openLoop(isPoisson: Bool) throws {
    var plan = plan(.read, count: 300)
    plan.arrivals = isPoisson ? .poisson(perSecond: 5000) : .constant(perSecond: 5000)
    let (result, server) = try run(.honest, plan)
    #expect(result.calls == 300 && result.errors == 0)
    #expect(server.calls == ["GetStock": 300])
    #expect(result.client.lag.count == 300)
  }

  @Test("reads and reservations are mixed, and each command has an id of its own")
  func mixed() throws {
    var plan = plan(.mixed, count: 1000)
    plan.readPercent = 50
    let (result, server) = try run(.honest, plan)
    #expect(result.calls == 1000 && result.errors == 0)
    let reserved = server.calls["Reserve"] ?? 0
    #expect((400...600).contains(reserved))
    #expect(server.commandIDs.count == reserved)
  }

  @Test("every checkout takes all three steps")
  func checkout() throws {
    let (result, server) = try run(.honest, plan(.checkout, count: 50))
    #expect(result.errors == 0)
    #expect(server.calls == ["Reserve": 50, "ConvertReservation": 50, "Fulfill": 50])
    #expect(result.operations.map { $0.outcomes["OK"] } == [50, 50, 50])
  }

  @Test("every handshake is a connection of its own")
  func connect() throws {
    let (result, server) = try run(.honest, plan(.connect, count: 20))
    #expect(result.calls == 20 && result.errors == 0)
    #expect(server.connections == 20)
  }

  @Test("the answer to another question is an error")
  func mistaken() throws {
    let (result, _) = try run(.mistaken, plan(.read, count: 50))
    #expect(result.operations[0].outcomes == ["wrong answer": 50])
    #expect(result.errorRate == 1)
  }

  @Test("stock that runs out is counted and is no error; a refused role is")
  func refused() throws {
    let (short, _) = try run(.refusing(.failedPrecondition), plan(.flash, count: 50))
    #expect(short.operations[0].outcomes == ["FAILED_PRECONDITION": 50] && short.errors == 0)
    let (denied, _) = try run(.refusing(.permissionDenied), plan(.reserve, count: 50))
    #expect(denied.operations[0].outcomes == ["PERMISSION_DENIED": 50] && denied.errors == 50)
  }

  @Test("lost connections are made again, and what was in flight on them counts as lost")
  func dropped() throws {
    var plan = plan(.read, count: 60)
    plan.threads = 1
    plan.connections = 2
    let (result, server) = try run(.dropping(after: 10), plan)
    #expect(result.calls == 60)
    let outcomes = result.operations[0].outcomes
    #expect((outcomes["OK"] ?? 0) + (outcomes["connection lost"] ?? 0) == 60)
    #expect(server.connections > 2 && result.client.lostConnections >= 1)
  }

  @Test("no call is lost when the server says that it goes away")
  func leaving() throws {
    let (result, server) = try run(.leaving(after: 20), plan(.read, count: 200))
    #expect(result.operations[0].outcomes == ["OK": 200])
    #expect(server.connections > 4)
  }

  @Test("calls without an answer are counted once the tool stops waiting")
  func silent() throws {
    var plan = plan(.read, count: nil)
    plan.durationNanoseconds = 200_000_000
    plan.drainNanoseconds = 50_000_000
    let (result, _) = try run(.silent(from: 6), plan)
    #expect(result.operations[0].outcomes["OK"] == 20)
    #expect(result.operations[0].outcomes["no answer"] == 12)
    plan.arrivals = .constant(perSecond: 1000)
    let (open, _) = try run(.silent(from: 6), plan)
    let outcomes = open.operations[0].outcomes
    // Of two hundred calls that were due most could not be sent; none is forgotten.
    #expect(outcomes["OK"] == 20 && outcomes["no answer"] == 12)
    #expect(outcomes.values.reduce(0, +) == 200)
    #expect(open.errors == 180)
  }

  @Test("a server that nobody can reach is told at once")
  func unreachable() throws {
    let server = try LoadFakeServer(.honest)
    let target = try server.target()
    server.stop()
    #expect(throws: ToolFailure.self) {
      try LoadRun(plan: plan(.read, count: 1), target: target).run { _ in }
    }
    #expect(throws: ToolFailure.self) {
      try DatasetPreparation(target: target, showsProgress: false).find(products: nil, warehouses: nil)
    }
  }
}
