/// What one measured call does.
enum Operation: Int, CaseIterable, Sendable {
  /// GetStock of one level.
  case read
  /// Reserve of one unit for an order of its own.
  case reserve
  /// Reserve of one unit for a cart of its own, the first step of a checkout.
  case hold
  /// ConvertReservation of that cart to an order.
  case convert
  /// Fulfill of that order.
  case fulfill
  /// Connecting, shaking hands, and the answer to a first call.
  case handshake

  /// Its name in reports.
  var name: String {
    switch self {
    case .read: "GetStock"
    case .reserve: "Reserve"
    case .hold: "Reserve (cart)"
    case .convert: "ConvertReservation"
    case .fulfill: "Fulfill"
    case .handshake: "handshake"
    }
  }

  /// The step that follows when it went well.
  var next: Operation? {
    switch self {
    case .hold: .convert
    case .convert: .fulfill
    default: nil
    }
  }
}

/// How a call ended, as a number to count by: 0 to 16 are the status codes.
struct Outcome: Hashable, Sendable {
  /// The place in a row of counters.
  let index: Int

  /// It went well.
  static let ok = Outcome(index: 0)
  /// There was not enough stock.
  static let failedPrecondition = Outcome(index: 9)
  /// A status code that this version does not know.
  static let unknownCode = Outcome(index: 17)
  /// The answer was not that to the question.
  static let wrong = Outcome(index: 18)
  /// The connection was lost before the answer came, or could not be made.
  static let lost = Outcome(index: 19)
  /// No answer came before the tool stopped waiting.
  static let unanswered = Outcome(index: 20)
  /// The call was due, but could not be sent before the tool stopped waiting.
  static let unsent = Outcome(index: 21)
  /// How many there are.
  static let count = 22

  /// Whether this counts against the error rate: that stock runs out is what some scenarios are about.
  func isError(of operation: Operation) -> Bool {
    if self == .ok { return false }
    return self != .failedPrecondition || (operation != .reserve && operation != .hold)
  }
}

/// What the calls of a run do.
enum Scenario: String, CaseIterable, Sendable {
  /// Read single levels.
  case read
  /// Reserve one unit of some product, each time for another order.
  case reserve
  /// Read and reserve.
  case mixed
  /// Everyone reserves the same product at the same warehouse.
  case flash
  /// A cart reserves, becomes an order, and is fulfilled.
  case checkout
  /// Connect, shake hands, make one call, close.
  case connect

  /// What its calls can do.
  var operations: [Operation] {
    switch self {
    case .read: [.read]
    case .reserve, .flash: [.reserve]
    case .mixed: [.read, .reserve]
    case .checkout: [.hold, .convert, .fulfill]
    case .connect: [.handshake]
    }
  }
}
