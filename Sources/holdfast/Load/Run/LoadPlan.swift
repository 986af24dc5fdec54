/// When calls are made.
enum Arrivals: Equatable, Sendable {
  /// Each as soon as one before it is answered.
  case closedLoop
  /// At equal intervals, so many a second in all.
  case constant(perSecond: Double)
  /// At random, independently of each other, so many a second on average.
  case poisson(perSecond: Double)

  /// Calls a second; nil in a closed loop.
  var perSecond: Double? {
    switch self {
    case .closedLoop: nil
    case .constant(let rate), .poisson(let rate): rate
    }
  }
}

/// All that a run of load is to do.
struct LoadPlan: Equatable, Sendable {
  /// What the calls do.
  var scenario = Scenario.read
  /// What they are about.
  var dataset = Dataset(products: 1, warehouses: 1)
  /// How popular each product is.
  var keys = KeyDistribution.uniform
  /// When they are made.
  var arrivals = Arrivals.closedLoop
  /// Connections in all.
  var connections = 16
  /// The most calls in flight on one connection.
  var inFlight = 1
  /// Processors that the threads are pinned to, one each; with fewer than threads the rest are not pinned.
  var processors: [Int] = []
  /// Threads, each with an event loop of its own.
  var threads = 1
  /// How long the rate or the number of busy connections rises.
  var rampNanoseconds: UInt64 = 0
  /// How long calls are made before they are measured, without the ramp.
  var warmUpNanoseconds: UInt64 = 1_000_000_000
  /// How long calls are made and measured.
  var durationNanoseconds: UInt64 = 10_000_000_000
  /// The most calls that are made in all; nil = as many as the time allows.
  var count: UInt64?
  /// How long answers are waited for at the end.
  var drainNanoseconds: UInt64 = 5_000_000_000
  /// Of a hundred calls of a mixed scenario so many read.
  var readPercent: UInt64 = 90
  /// Whether commands carry ids of their own.
  var sendsCommandIDs = true
  /// Whether Reserve leaves the choice of the warehouse to the server.
  var serverChoosesWarehouse = false
  /// The deadline that calls carry, in milliseconds; 0 for none.
  var timeoutMs: UInt32 = 0
  /// What keys and arrivals are drawn from.
  var seed: UInt64 = 1
  /// Makes the orders, carts and command ids of this run others than those of any run before.
  var run: UInt32 = 0

  /// Ramp and warm-up together.
  var leadNanoseconds: UInt64 { rampNanoseconds + warmUpNanoseconds }

  /// Calls a second that are due on average between two instants, in nanoseconds since the run began; nil in a closed
  /// loop.
  func offeredPerSecond(from first: UInt64, to last: UInt64) -> Double? {
    guard let rate = arrivals.perSecond, last > first else { return arrivals.perSecond }
    let ramp = Double(rampNanoseconds)
    // How much of the full rate's time has been made up for by an instant.
    func area(_ time: Double) -> Double { time < ramp ? time * time / (2 * ramp) : time - ramp / 2 }
    return rate * (area(Double(last)) - area(Double(first))) / Double(last - first)
  }

  /// How many of `total` things the thread with this number gets.
  func share(of total: Int, thread: Int) -> Int { total / threads + (thread < total % threads ? 1 : 0) }
}
