import Engine
import Foundation
import Journal
import Messages
import Services
import Testing

/// An engine in a directory of its own, driven in one thread, with the time that its caller gives it.
final class Shop {
  let directory: String
  /// The stamp of the next batch.
  var now: Int64
  private var opened: (writer: Writer, queries: QueryService)?
  private let arena = MessageArena()

  /// Who sends the commands.
  static let caller = Caller(principal: "year", role: .operator)

  private struct NoFacts: ServerFactsSource {
    func serverFacts() -> ServerFacts { fatalError("nobody asks for the status") }
    func stop(becauseOf reason: String) { Issue.record("a difference would stop commands: \(reason)") }
  }

  init(now: Int64, stateByteLimit: Int = 1 << 30, segmentByteCount: Int = 16 << 20) throws {
    self.now = now
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    var options = Engine.Options(directory: directory)
    options.stateByteLimit = stateByteLimit
    options.residentByteLimit = 1 << 22
    options.journal.segmentByteCount = segmentByteCount
    options.journal.syncMode = .none
    let writer = try Engine.openWriter(options)
    opened = (writer, QueryService(reader: try writer.makeReader(), server: NoFacts()))
  }

  deinit {
    close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Lets go of the directory.
  func close() { opened = nil }

  private func running() -> (writer: Writer, queries: QueryService) {
    guard let opened else { fatalError("the shop is closed") }
    return opened
  }

  /// The last sequence.
  var sequence: UInt64 { running().writer.facts.sequence }

  /// Runs commands as one batch, then whatever is due.
  func send(_ requests: [CommandRequest], as caller: Caller = Shop.caller) throws -> [CommandOutcome] {
    running().queries.endRound()
    var commands: [Command] = []
    for request in requests { commands.append(try Command(request, caller: caller)) }
    return try running().writer.process(Batch(commands, time: now, sweepLimit: 100_000))
  }

  /// Runs one command that must succeed.
  func must<M: MessageCodec>(_ request: CommandRequest, as type: M.Type = M.self) throws -> M {
    try read(try send([request])[0])
  }

  /// Reads what a command answered; throws what it was refused with.
  func read<M: MessageCodec>(_ outcome: CommandOutcome, as type: M.Type = M.self) throws -> M {
    if let failure = outcome.failure { throw CallFailure(failure) }
    arena.reset()
    return try M(decoding: outcome.response, in: arena)
  }

  /// Asks as a network thread does: by the request's bytes.
  func ask<Request: MessageCodec, Response: MessageCodec>(
    _ method: Messages.Method, _ request: Request, as type: Response.Type = Response.self
  ) throws -> Response {
    try time(method, request).response
  }

  /// Asks, and says how long the answer took: from the request's bytes to the response's.
  func time<Request: MessageCodec, Response: MessageCodec>(
    _ method: Messages.Method, _ request: Request, as type: Response.Type = Response.self
  ) throws -> (response: Response, took: Duration) {
    let bytes = try request.encoded(in: arena)
    let clock = ContinuousClock()
    let start = clock.now
    let packed = try bytes.withUnsafeBytes { raw in
      try running().queries.answer(method, request: raw, in: arena).message.bytes
    }
    let took = clock.now - start
    arena.reset()
    return (try Response(decoding: packed, in: arena), took)
  }

  /// All elements of a list, page by page.
  func all<Element>(_ page: (String) throws -> (elements: [Element], next: String)) throws -> [Element] {
    var elements: [Element] = []
    var token = ""
    repeat {
      let next = try page(token)
      elements += next.elements
      token = next.next
    } while !token.isEmpty
    return elements
  }
}
