import Engine
import Messages
import Services

/// One run: the engine and the world side by side, step by step.
final class Run {
  /// A caller's command id.
  private struct KeptKey: Hashable {
    var principal: Name
    var commandID: [UInt8]
  }

  /// The first answer to a command with an id.
  private struct Kept {
    var method: Messages.Method
    var request: [UInt8]
    var outcome: CommandOutcome
    var time: Int64
  }

  static let start: Int64 = 1_800_000_000_000_000
  /// For how long an answer is kept, µs.
  private static let window: Int64 = 86_400_000_000

  private let stage: Stage
  private let shape: Stage.Shape
  private let comparesAlways: Bool
  private let arena = MessageArena()
  private var kept: [KeptKey: Kept] = [:]
  private var ids: [String: String] = [:]
  private var handles: [String: String] = [:]
  private var random = SplitMix(seed: 7)
  /// Whether a command of the batch found no room.
  private var wasFull = false
  private(set) var world = World(now: Run.start)
  private(set) var answered = Tally()

  /// How many commands ended how.
  struct Tally {
    var counts: [String: Int] = [:]
    mutating func count(_ rpc: String, _ code: StatusCode, isRepeated: Bool) {
      counts["\(rpc) \(isRepeated ? "repeated" : "\(code)")", default: 0] += 1
    }
  }

  init(_ shape: Stage.Shape, comparesAlways: Bool = false) throws {
    self.shape = shape
    self.comparesAlways = comparesAlways
    stage = try Stage(shape)
  }

  /// The handle of an id that the service made.
  func handle(_ id: String) -> String { handles[id] ?? id }

  /// Takes one step.
  ///
  /// - Throws: ``Disagreement`` where the engine does what it must not.
  func take(_ step: Step) throws {
    switch step {
    case .batch(let commands, let time, let sweepLimit): try batch(commands, time, sweepLimit)
    case .kill: try unchanged("a killed process") { try stage.kill() }
    case .crash(let losingState): try unchanged("a crash of the machine") { try stage.crash(losingState: losingState) }
    // There is no copy of nothing.
    case .checkpoint: if stage.sequence > 0 { try stage.checkpoint() }
    case .fold: try Self.same(try stage.folded(), try stage.dump(), "the journal folded into an empty state")
    case .compare: try compare()
    }
    if comparesAlways { try compare() }
  }

  private func unchanged(_ what: String, _ body: () throws -> Void) throws {
    let before = try stage.dump()
    try body()
    try Self.same(try stage.dump(), before, "the state after \(what)")
    try compare()
  }

  private static func same(_ one: [String], _ other: [String], _ what: String) throws {
    if one == other { return }
    let (only, missing) = (Set(one).subtracting(other), Set(other).subtracting(one))
    throw Disagreement("\(what) has \(only.sorted().prefix(5)), and lacks \(missing.sorted().prefix(5))")
  }

  /// Looks at everything through the queries.
  func compare() throws {
    let queries = try stage.queries()
    for part in modelParts { try part.compare(world, with: queries, &random) }
    try compareAnswers(with: queries)
    queries.endRound()
  }

  /// GetCommandResult must tell the answers that are kept, and only to whom they belong.
  private func compareAnswers(with queries: Queries) throws {
    let keys = kept.keys.sorted { left, right in
      left.principal == right.principal
        ? left.commandID.lexicographicallyPrecedes(right.commandID) : left.principal < right.principal
    }
    for key in keys where random.once(in: UInt64(1 + keys.count / 3)) {
      guard let first = kept[key], first.time > world.now - Self.window else { continue }
      let own = Principal(name: key.principal.text, role: .seller)
      let asked = GetCommandResultRequest(commandID: key.commandID)
      let found: GetCommandResultResponse = try queries.ask(.adminServiceGetCommandResult, asked, by: own)
      let wanted = GetCommandResultResponse(
        method: first.method.info.name, status: first.outcome.failure, response: first.outcome.response,
        sequence: first.outcome.sequence, decidedAt: first.time)
      if found != wanted { throw Disagreement("GetCommandResult tells \(words(found)) instead of \(words(wanted))") }
      do {
        let stranger = Principal(name: "stranger", role: .admin)
        let other: GetCommandResultResponse = try queries.ask(.adminServiceGetCommandResult, asked, by: stranger)
        throw Disagreement("GetCommandResult tells a stranger \(words(other))")
      } catch let failure as CallFailure where failure.code == .notFound {
        continue
      }
    }
  }

  private func batch(_ planned: [PlannedCommand], _ time: Int64, _ sweepLimit: Int) throws {
    world.now = time
    var ordered: [Command] = []
    var asked: [(planned: PlannedCommand, request: CommandRequest, bytes: [UInt8], refusal: CallFailure?)] = []
    for planned in planned {
      let request = planned.request.renamed { ids[$0] ?? world.alertID(handle: $0) ?? $0 }
      arena.reset()
      let bytes = try request.message.encoded(in: arena)
      arena.reset()
      var refusal: CallFailure?
      do throws(CallFailure) { ordered.append(try command(request, bytes, planned)) } catch { refusal = error }
      asked.append((planned, request, bytes, refusal))
    }
    let isQuiet = ordered.count == 1 && ordered[0].commandID.isEmpty && sweepLimit == 0
    let before = isQuiet ? try stage.dump() : []
    var outcomes = try stage.process(Batch(ordered, time: time, sweepLimit: sweepLimit))[...]
    if isQuiet, outcomes.first?.failure != nil { try Self.same(try stage.dump(), before, "after a refusal the state") }
    for one in asked {
      let outcome: CommandOutcome
      if let refusal = one.refusal {
        outcome = CommandOutcome(failure: refusal.status, sequence: .max)
      } else {
        guard let next = outcomes.popFirst() else { throw Disagreement("the batch has too few outcomes") }
        outcome = next
      }
      do {
        try check(one.planned, one.request, one.bytes, outcome)
      } catch let error as Disagreement {
        throw Disagreement("command \(one.planned.serial) \(error)")
      }
    }
    // In a full state the sweep is put off.
    if sweepLimit > 0, !(shape.isTight && stage.sequence == world.entries) {
      let before = world
      world.sweep(limit: sweepLimit)
      world.sweepVelocities(limit: sweepLimit)
      world.settleAlerts(since: before)
    }
    if stage.sequence != world.entries {
      throw Disagreement("the journal has \(stage.sequence) entries, and must have \(world.entries)")
    }
    try learnIDs(of: planned)
    try learnAlertIDs()
    if wasFull {
      wasFull = false
      try unchanged("a start with more room") { try stage.enlarge() }
    }
  }

  /// Looks up the ids of new alerts, which no answer tells.
  private func learnAlertIDs() throws {
    guard world.alerts.values.contains(where: { $0.alertID.isEmpty }) else { return }
    var request = ListAlertsRequest(pageSize: 1000)
    repeat {
      let page: ListAlertsResponse = try stage.queries().ask(.alertServiceListAlerts, request)
      for alert in page.alerts where world.alerts[World.Matter(alert)]?.alertID.isEmpty == true {
        world.alerts[World.Matter(alert)]?.alertID = alert.alertID
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    try stage.queries().endRound()
    if let lost = world.alerts.first(where: { $0.value.alertID.isEmpty }) {
      throw Disagreement("does not list the \(lost.key.handle)")
    }
  }

  private func command(_ request: CommandRequest, _ bytes: [UInt8], _ planned: PlannedCommand) throws(CallFailure)
    -> Command
  {
    guard let queries = try? stage.queries() else { throw CallFailure.internal("the engine is not open") }
    let result = bytes.withUnsafeBytes { bytes in
      planned.commandID.withUnsafeBytes { id in
        Result { () throws(CallFailure) in
          try CommandIntake.command(
            request.method, request: bytes, commandID: id, caller: planned.caller, queries: queries.service, in: arena)
        }
      }
    }
    return try result.get()
  }

  private func check(
    _ planned: PlannedCommand, _ request: CommandRequest, _ bytes: [UInt8], _ outcome: CommandOutcome
  ) throws {
    let code = outcome.failure?.statusCode ?? .ok
    answered.count(request.method.info.rpc, code, isRepeated: outcome.isRepeated)
    if shape.isTight, code == .resourceExhausted {
      wasFull = true
      return
    }
    let isMalformed = outcome.sequence == .max
    let key = KeptKey(principal: Name(planned.caller.principal), commandID: planned.commandID)
    if !isMalformed, let first = kept[key], first.time > world.now - Self.window {
      return try checkKnownID(first, request.method, bytes, outcome)
    }
    if outcome.isRepeated { throw Disagreement("is called repeated, and is not") }
    if planned.commandID.count > 64 {
      if code != .invalidArgument { throw Disagreement("has an id of 65 bytes, and is \(code)") }
      return
    }
    let call = Call(caller: planned.caller, now: world.now, failure: outcome.failure, response: outcome.response)
    guard let expected = modelParts.lazy.compactMap({ $0.expectation(of: request, call, in: self.world) }).first else {
      throw Disagreement("is of no part of the model")
    }
    if let words = expected.disagreement(with: call) { throw Disagreement(words) }
    if code == .ok {
      let before = world
      world = expected.world
      world.settleAlerts(since: before)
    }
    let isKept =
      !planned.commandID.isEmpty
      && [.ok, .notFound, .alreadyExists, .failedPrecondition, .aborted, .outOfRange].contains(code)
    if isKept {
      world.entries += 1
      kept[key] = Kept(method: request.method, request: bytes, outcome: outcome, time: world.now)
    }
    if !isMalformed, outcome.sequence != world.entries {
      throw Disagreement("is answered at sequence \(outcome.sequence), and the journal must have \(world.entries)")
    }
    learnIDs(of: planned, call)
  }

  private func checkKnownID(
    _ first: Kept, _ method: Messages.Method, _ bytes: [UInt8], _ outcome: CommandOutcome
  ) throws {
    if first.method == method, first.request == bytes {
      guard outcome.isRepeated else { throw Disagreement("repeats a command, and is not called repeated") }
      if outcome.failure != first.outcome.failure || outcome.response != first.outcome.response
        || outcome.sequence != first.outcome.sequence
      {
        throw Disagreement("repeats a command, and is answered \(outcome) instead of \(first.outcome)")
      }
    } else if outcome.failure?.statusCode != .alreadyExists || outcome.isRepeated {
      throw Disagreement("uses an id for another request, and is answered \(outcome)")
    }
  }

  /// Notes the ids of new holds that an answer tells.
  private func learnIDs(of planned: PlannedCommand, _ call: Call) {
    func learn(_ made: [String]) {
      for (index, id) in made.enumerated() where handles[id] == nil { self.learn(id, "@\(planned.serial).\(index)") }
    }
    switch planned.request {
    case .reserve: learn(call.response(ReserveResponse.self)?.reservations.map(\.reservationID) ?? [])
    case .createTransfer: learn(call.response(Transfer.self).map { [$0.transferID] } ?? [])
    case .receiveTransfer:
      learn(call.response(ReceiveTransferResponse.self)?.discrepancies.map(\.discrepancyID) ?? [])
    case .reconcile:
      learn(call.response(ReconcileResponse.self)?.comparisons.map(\.reviewID).filter { !$0.isEmpty } ?? [])
    case .submitCount:
      learn(call.response(SubmitCountResponse.self)?.comparisons.map(\.reviewID).filter { !$0.isEmpty } ?? [])
    default: break
    }
  }

  private func learn(_ id: String, _ handle: String) {
    ids[handle] = id
    handles[id] = handle
  }

  /// Looks up the ids of opening holds, which no answer tells.
  private func learnIDs(of planned: [PlannedCommand]) throws {
    guard let last = planned.last, last.request.endsBatch else { return }
    let unseen = Set(world.givenIDs.filter { $0.text.hasPrefix("unseen ") })
    var number = 0
    let transfers = world.transfers.map { Reference(type: .transfer, id: $0.transferID) }
    for reference in Pool.references + transfers
    where world.holds(for: reference).contains(where: { unseen.contains($0.id) }) {
      let expected = world.holds(for: reference)
      let page: ListReservationsResponse = try stage.queries().ask(
        .reservationServiceListReservations, ListReservationsRequest(by: .reference(reference), pageSize: 1000))
      guard page.reservations.count == expected.count else {
        throw Disagreement("lists \(page.reservations.map(words)), and must list \(expected.map { words($0.message) })")
      }
      for (hold, found) in zip(expected, page.reservations) where unseen.contains(hold.id) {
        let id = Name(found.reservationID)
        if world.givenIDs.contains(id) { throw Disagreement("gives the id \(id) again") }
        world.update(hold.id) { $0.reservationID = id.text }
        world.givenIDs.insert(id)
        learn(id.text, "@\(last.serial).hold \(number)")
        number += 1
      }
    }
    world.givenIDs.subtract(unseen)
    try stage.queries().endRound()
  }

  /// The last look: at everything, after a crash, and at the whole journal.
  func finish() throws {
    for step in [Step.compare, .fold, .crash(losingState: true), .kill] { try take(step) }
  }
}
