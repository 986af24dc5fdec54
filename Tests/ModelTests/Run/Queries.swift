import Engine
import Messages
import Services

/// Asks the real queries, by bytes, as a network thread does.
final class Queries {
  /// Answers them.
  let service: QueryService
  private let arena = MessageArena()
  private var output = OutputBuffer()

  /// GetStatus is not asked here.
  private struct NoFacts: ServerFactsSource {
    func serverFacts() -> ServerFacts { fatalError("nobody asks for the status") }
    func stop(becauseOf fault: String) { fatalError("a query found a fault of the store: \(fault)") }
  }

  init(_ reader: Reader) { service = QueryService(reader: reader, server: NoFacts()) }

  /// The answer to a query.
  func ask<Request: MessageCodec, Response: MessageCodec>(
    _ method: Messages.Method, _ request: Request, as type: Response.Type = Response.self,
    by principal: Principal? = nil
  ) throws -> Response {
    let bytes = try request.encoded(in: arena)
    let packed = try bytes.withUnsafeBytes {
      try service.answer(method, request: $0, by: principal, in: arena).message.bytes
    }
    arena.reset()
    return try Response(decoding: packed, in: arena)
  }

  /// A query must answer `expected`, or be refused with `code` where that is nil.
  func expect<Request: MessageCodec, Response: MessageCodec>(
    _ method: Messages.Method, _ request: Request, _ expected: Response?, else code: StatusCode
  ) throws {
    do {
      let answer: Response = try ask(method, request)
      guard let expected else {
        throw Disagreement("\(words(request)) finds \(words(answer)), and there is none")
      }
      if try answer.encoded(in: arena) != expected.encoded(in: arena) {
        throw Disagreement("\(words(request)) finds \(words(answer)), and must find \(words(expected))")
      }
    } catch let failure as CallFailure {
      if let expected {
        throw Disagreement("\(words(request)) is refused with \(failure.status), and must find \(words(expected))")
      }
      // What is no identifier cannot be asked for.
      if failure.code != code, failure.code != .invalidArgument {
        throw Disagreement("\(words(request)) is refused with \(failure.status), and not with \(code)")
      }
    }
  }

  /// All pages of a list together must be `expected`.
  func expectList<Element: MessageCodec>(
    _ name: String, _ expected: [Element], _ page: (String) throws -> ([Element], String)
  ) throws {
    var found: [Element] = []
    var token = ""
    for _ in 0...(expected.count * 4 + 1000) {
      let (elements, next) = try page(token)
      found += elements
      token = next
      if token.isEmpty { break }
    }
    if found.count != expected.count || found != expected {
      throw Disagreement("\(name): lists \(found.map(words)), and must list \(expected.map(words))")
    }
  }

  /// GetStock by both ways: from resident rows, and from the snapshot.
  func expectStock(_ key: StockKey, _ expected: StockLevel?) throws {
    let request = GetStockRequest(productID: key.productID, variantID: key.variantID, warehouseID: key.warehouseID)
    try expect(.stockServiceGetStock, request, expected, else: .notFound)
    let bytes = try request.encoded(in: arena)
    output.reset()
    do {
      try bytes.withUnsafeBytes { try service.getStock(callID: 1, request: $0, in: arena, into: &output) }
    } catch let failure as CallFailure {
      if expected != nil { throw Disagreement("the fast \(words(request)) is refused with \(failure.status)") }
      return
    }
    let frame = output.withBytes { Array($0) }
    arena.reset()
    let reply = try Reply(decoding: Array(frame.dropFirst(4)), in: arena)
    let answer = try StockLevel(decoding: reply.response, in: arena)
    if answer != expected {
      throw Disagreement(
        "the fast \(words(request)) finds \(words(answer)), and must find \(expected.map(words) ?? "nothing")")
    }
  }

  /// Lets go of the snapshot, as a thread does before it waits.
  func endRound() { service.endRound() }
}

/// A message as people read it.
func words(_ message: any MessageCodec) -> String {
  func encode<M: MessageCodec>(_ message: M) -> String {
    guard let bytes = try? message.encoded(in: MessageArena()),
      let json = try? MessageJSON.encode(bytes, as: M.fullName, numbersAsText: false)
    else { return "\(message)" }
    return json
  }
  return encode(message)
}
