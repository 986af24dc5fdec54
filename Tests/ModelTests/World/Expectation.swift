import Engine
import Messages

/// One command, and what the engine answered: of this a part takes only what it cannot know, such as the ids of new holds
/// and which of several good plans was chosen.
struct Call {
  let caller: Caller
  let now: Int64
  /// How it failed; nil = OK.
  let failure: Status?
  /// The response message's bytes.
  let response: [UInt8]

  /// The response, where it is OK and can be decoded.
  func response<M: MessageCodec>(_ type: M.Type = M.self) -> M? {
    failure == nil ? try? M(decoding: response, in: MessageArena()) : nil
  }
}

/// Why a command must be refused.
struct Problem {
  /// The status that it leads to.
  var code: StatusCode
  /// The field that a violation must name, for INVALID_ARGUMENT.
  var field = ""
  /// What the refusals must say of it; nil where the pages leave it open.
  var refusal: Refusal?
  /// Whether a refusal with this code must name this problem, whatever else it names.
  var isAlwaysNamed = false
}

/// What the answer to a command must be.
struct Expectation {
  /// What the world becomes, if the command is not refused.
  var world: World
  /// The response message, byte for byte; nil where only the problems count.
  var answer: (any MessageCodec)?
  /// Why it must be refused: with the code of one of them.
  var problems: [Problem] = []
  /// Why it may be refused, where the pages leave that open.
  var doubts: [Problem] = []
  /// What is wrong with what the engine chose, in words; nil = nothing.
  var objection: String?

  init(_ world: World) { self.world = world }

  mutating func invalid(_ field: String) { problems.append(Problem(code: .invalidArgument, field: field)) }

  mutating func problem(_ code: StatusCode, _ refusal: Refusal? = nil, isAlwaysNamed: Bool = false) {
    problems.append(Problem(code: code, refusal: refusal, isAlwaysNamed: isAlwaysNamed))
  }

  mutating func doubt(_ code: StatusCode) { doubts.append(Problem(code: code)) }

  mutating func object(_ words: String) { if objection == nil { objection = words } }

  /// What does not agree between this and the answer; nil = all agrees.
  func disagreement(with call: Call) -> String? {
    let malformed = problems.filter { $0.code == .invalidArgument }
    if !malformed.isEmpty { return malformedDisagreement(malformed, with: call) }
    guard let failure = call.failure else {
      if let problem = problems.first { return "is OK, and must be refused: \(words(problem))" }
      if let objection { return objection }
      guard let answer, let expected = try? answer.encoded(in: MessageArena()) else { return nil }
      if expected == call.response { return nil }
      return "answers \(decoded(call, like: answer)), and must answer \(answer)"
    }
    let possible = problems + doubts
    let same = possible.filter { $0.code == failure.statusCode }
    if same.isEmpty {
      let expected = possible.isEmpty ? "OK" : possible.map(words).joined(separator: " or ")
      return "is refused with \(failure), and must be \(expected)"
    }
    guard same.allSatisfy({ $0.refusal != nil }) else { return nil }
    let known = same.compactMap(\.refusal).map(\.comparable)
    if failure.refusals.isEmpty { return "is refused with \(failure.statusCode) that names nothing of \(known)" }
    for refusal in failure.refusals where !known.contains(refusal.comparable) {
      return "is refused because of \(refusal), and must be because of \(known)"
    }
    for problem in same where problem.isAlwaysNamed {
      if let refusal = problem.refusal, !failure.refusals.map(\.comparable).contains(refusal.comparable) {
        return "does not name \(refusal)"
      }
    }
    return nil
  }

  private func malformedDisagreement(_ malformed: [Problem], with call: Call) -> String? {
    guard let failure = call.failure else { return "is OK, and is malformed: \(malformed.map(\.field))" }
    // Who asks for what only an admin may do can be told that instead.
    if problems.contains(where: { $0.code == .permissionDenied && failure.statusCode == $0.code }) { return nil }
    guard failure.statusCode == .invalidArgument else {
      return "is \(failure), and is malformed: \(malformed.map(\.field))"
    }
    let named = Set(failure.violations.map(\.field))
    let expected = Set(malformed.map(\.field))
    if named == expected || (named.count >= 100 && named.isSubset(of: expected)) { return nil }
    return "names the fields \(named.sorted()), and must name \(expected.sorted())"
  }

  private func words(_ problem: Problem) -> String { "\(problem.code)\(problem.refusal.map { " \($0)" } ?? "")" }

  private func decoded<M: MessageCodec>(_ call: Call, like: M) -> String {
    call.response(M.self).map { "\($0)" } ?? "what cannot be decoded"
  }
}

extension Refusal {
  /// Without what the pages leave open.
  fileprivate var comparable: Refusal {
    var refusal = self
    // Of an oversold level some say how far it is, and some that there is nothing.
    refusal.available = max(0, available)
    if reason == .versionMismatch { refusal.available = 0 }
    if reason == .expired { refusal.requested = 0 }
    return refusal
  }
}
