import Foundation
import Messages
import Support
import Testing

/// Calls of every method, changed at random. `HOLDFAST_FUZZ_SEED` repeats a run, `HOLDFAST_FUZZ_ROUNDS` makes it longer.
@Suite("Calls changed at random") struct FuzzTests {
  private static let rounds = ProcessInfo.processInfo.environment["HOLDFAST_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1

  private let seed: UInt64
  private let witness: CallClient
  private let server: LoopbackServer
  private let corpus: [(method: Messages.Method, request: [UInt8])]
  private var mutator: Mutator

  init() throws {
    let given = ProcessInfo.processInfo.environment["HOLDFAST_FUZZ_SEED"].flatMap { UInt64($0) }
    seed = given ?? .random(in: 0 ... .max)
    server = try LoopbackServer()
    witness = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(witness)
    var everything = shape
    // What these hold in such a shape is refused before anything else is looked at.
    everything.leftOut = ["page_token", "expected_version", "in_quarantine", "channel_id"]
    // A backup would copy the journal of all that came before, again and again.
    corpus = Messages.Method.allCases.filter { $0 != .adminServiceBackup }.flatMap { method in
      [(method, shape.request(of: method)), (method, everything.request(of: method))]
    }
    mutator = Mutator(random: SeededRandom(seed), corpus: corpus.map(\.request))
  }

  private var hint: Comment { "repeat with HOLDFAST_FUZZ_SEED=\(seed)" }

  @Test("requests changed at random are each answered once, never with a fault, and levels stay whole")
  mutating func requests() throws {
    let batch = 250
    var codes: [StatusCode: Int] = [:]
    for round in 0..<(100 * Self.rounds) {
      let client = try CallClient(port: server.port, server.client("admin"))
      var sent: [(method: Messages.Method, request: [UInt8])] = []
      var bytes: [UInt8] = []
      for _ in 0..<batch {
        let (method, request) = corpus[mutator.random.below(corpus.count)]
        sent.append((method, mutator.mutate(request)))
        bytes += call(UInt64(sent.count), method.info.name, sent[sent.count - 1].request)
      }
      try client.send(bytes)
      var answered = Set<UInt64>()
      for _ in 0..<batch {
        let answer: CallClient.Answer
        do { answer = try client.lastAnswer() } catch {
          let missing = (1...batch).first { !answered.contains(UInt64($0)) }.map { sent[$0 - 1] }
          Issue.record("\(error) in round \(round), no answer to \(missing.map { "\($0)" } ?? "nothing"); \(hint)")
          return
        }
        #expect(answered.insert(answer.callID).inserted, "answered twice: \(answer.callID); \(hint)")
        codes[answer.code, default: 0] += 1
        guard answer.isFault, (1...UInt64(batch)).contains(answer.callID) else { continue }
        let cause = sent[Int(answer.callID) - 1]
        Issue.record("\(cause.method) \(cause.request): \(answer.summary); \(hint)")
      }
      try expectWhole()
    }
    // If all were refused at the door, nothing behind it would be tested.
    for code in [StatusCode.ok, .invalidArgument, .notFound, .failedPrecondition, .alreadyExists] {
      #expect(codes[code, default: 0] >= 5, "\(code): \(codes); \(hint)")
    }
  }

  @Test("calls changed at random are answered or end their connection, and nobody else's")
  mutating func calls() throws {
    for _ in 0..<(150 * Self.rounds) {
      let client = try CallClient(port: server.port, server.client("admin"))
      var bytes: [UInt8] = []
      for _ in 0..<10 {
        let (method, request) = corpus[mutator.random.below(corpus.count)]
        // Without its length, which fits again afterwards.
        let body = Array(call(1, method.info.name, request).dropFirst(4))
        bytes += frame(mutator.mutate(body))
      }
      // All that came before is looked at before this one is.
      let last: UInt64 = 0xFEED_FEED
      bytes += call(last, "the end")
      try? client.send(bytes)
      while true {
        do {
          let answer = try client.answer()
          if answer.isFault { Issue.record("\(answer.summary); \(hint)") }
          if answer.callID == last { break }
        } catch {
          #expect(error as? CallClient.Failure != .timedOut, "\(hint)")
          break
        }
      }
    }
    try expectWhole()
  }

  @Test("streams of frames changed at random, lengths and all, end their connection at worst")
  mutating func streams() throws {
    for _ in 0..<(100 * Self.rounds) {
      let client = try CallClient(port: server.port, server.client("admin"))
      var bytes: [UInt8] = []
      for _ in 0..<10 {
        let (method, request) = corpus[mutator.random.below(corpus.count)]
        bytes += call(1, method.info.name, request)
      }
      try? client.send(mutator.mutate(bytes))
      // Whether the server waits for more of it cannot be known: the client just goes.
    }
    try expectWhole()
  }

  private func expectWhole() throws {
    let status = try World.status(witness)
    #expect(status.acceptsCommands, "\(status.refusingBecause); \(hint)")
    var token = ""
    repeat {
      let page = try witness.must(
        .stockServiceListStock, ListStockRequest(by: .warehouseID("W1"), pageSize: 1000, pageToken: token)
      ).decode(ListStockResponse.self)
      for level in page.levels {
        #expect(level.onHand >= 0 && level.reserved >= 0 && level.quarantined >= 0, "\(level); \(hint)")
        #expect(level.available == level.onHand - level.reserved - level.quarantined, "\(level); \(hint)")
      }
      token = page.nextPageToken
    } while !token.isEmpty
  }
}
