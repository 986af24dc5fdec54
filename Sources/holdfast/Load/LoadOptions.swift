internal import ArgumentParser

/// Where load is put, and as whom.
struct LoadTargetOptions: ParsableArguments {
  @Option(name: .customLong("server"), help: ArgumentHelp("Where holdfastd listens.", valueName: "host:port"))
  var server: String?

  @Option(help: ArgumentHelp("Directory with the certificates.", valueName: "directory"), completion: .directory)
  var certs: String?

  @Option(
    help: ArgumentHelp(
      "Whose certificate to show: a role of that directory, or a PEM file with its .key beside it.", valueName: "name"))
  var identity: String?

  /// Where to call, and as whom.
  var settings: ConnectionSettings { ConnectionSettings(server: server, certificates: certs, identity: identity) }
}

/// What the calls of a run do and are about.
struct LoadCallOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      read (GetStock), reserve (one unit for an order of its own), mixed (both), flash (everyone reserves one product), \
      checkout (cart, order, fulfilled), connect (handshakes). Default: read.
      """
    ))
  var scenario: Scenario?

  @Flag(help: "First make the products and warehouses that are missing; without a scenario do only that.")
  var prepare = false

  @Option(
    help: ArgumentHelp(
      "With --prepare: set all stock to this (default: new levels get 1000000000).", valueName: "units"))
  var stock: Int64?

  @Option(help: ArgumentHelp("Products that calls are about (default: all that were prepared).", valueName: "count"))
  var products: UInt32?

  @Option(help: ArgumentHelp("Warehouses that calls are about (default: all that were prepared).", valueName: "count"))
  var warehouses: UInt32?

  @Option(
    help: ArgumentHelp(
      "Make some products more popular than others: the k-th gets k to the power of minus this (default: all alike).",
      valueName: "exponent"))
  var zipf: Double?

  @Option(help: ArgumentHelp("Of a hundred calls of `mixed` so many read.", valueName: "percent"))
  var readPercent: UInt64 = 90

  @Flag(inversion: .prefixedNo, help: "Give each command an id of its own.")
  var commandIds = true

  @Flag(help: "Let the server choose the warehouses of what is reserved.")
  var anyWarehouse = false

  @Option(help: ArgumentHelp("The deadline that calls carry (default: none).", valueName: "span"))
  var timeout: SpanArgument?

  @Option(help: ArgumentHelp("What keys and arrivals are drawn from.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if let zipf, !(zipf > 0 && zipf <= 10) { throw ValidationError("--zipf takes a number above 0, up to 10.") }
    if readPercent > 100 { throw ValidationError("--read-percent takes a number from 0 to 100.") }
    if let stock, stock < 0 { throw ValidationError("--stock must not be negative.") }
    if stock != nil, !prepare { throw ValidationError("--stock goes with --prepare.") }
    if products == 0 { throw ValidationError("--products takes a number from 1 on.") }
    if let warehouses, !(1...Dataset.mostWarehouses).contains(warehouses) {
      throw ValidationError("--warehouses takes a number from 1 to \(Dataset.mostWarehouses).")
    }
    if let timeout, timeout.milliseconds > Int64(UInt32.max) { throw ValidationError("--timeout is too long.") }
  }

  /// Puts what was said into a plan.
  func apply(to plan: inout LoadPlan) {
    plan.scenario = scenario ?? .read
    plan.keys = zipf.map { .zipf(exponent: $0) } ?? .uniform
    plan.readPercent = readPercent
    plan.sendsCommandIDs = commandIds
    plan.serverChoosesWarehouse = anyWarehouse
    plan.timeoutMs = UInt32(clamping: timeout?.milliseconds ?? 0)
    plan.seed = seed
    plan.run = UInt32.random(in: 0 ... .max)
  }
}

extension Scenario: ExpressibleByArgument {}

/// How fast calls are made, and for how long.
struct LoadPaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Connections in all.", valueName: "count"))
  var connections = 16

  @Option(
    name: [.customShort("d"), .long],
    help: ArgumentHelp("The most calls in flight on one connection (default: 1; 256 with --rate).", valueName: "count"))
  var inFlight: Int?

  @Option(name: .shortAndLong, help: ArgumentHelp("Threads that make the calls.", valueName: "count"))
  var threads: Int?

  @Option(help: ArgumentHelp("Processors to pin the threads to, such as 1 or 2,3 or 4-7.", valueName: "list"))
  var cpus: ProcessorList?

  @Option(help: ArgumentHelp("Open loop: calls a second in all, whatever the server does.", valueName: "number"))
  var rate: Double?

  @Flag(help: "Open loop: calls come at random (a Poisson process), not at equal intervals.")
  var poisson = false

  @Option(help: ArgumentHelp("How long to measure.", valueName: "span"))
  var duration = SpanArgument(milliseconds: 10_000)

  @Option(help: ArgumentHelp("How long to call before measuring.", valueName: "span"))
  var warmUp = SpanArgument(milliseconds: 1000)

  @Option(
    help: ArgumentHelp("How long the rate, or the number of busy connections, rises before that.", valueName: "span"))
  var ramp = SpanArgument(milliseconds: 0)

  @Option(help: ArgumentHelp("The most calls to measure; --duration holds as well.", valueName: "count"))
  var count: UInt64?

  @Option(help: ArgumentHelp("How long to wait for the last answers.", valueName: "span"))
  var drain = SpanArgument(milliseconds: 5000)

  private static let longest: Int64 = 7 * 86_400_000

  func validate() throws {
    if !(1...100_000).contains(connections) { throw ValidationError("--connections takes a number from 1 to 100000.") }
    if let inFlight, !(1...65_536).contains(inFlight) {
      throw ValidationError("--in-flight takes a number from 1 to 65536.")
    }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes a number from 1 to 256.") }
    if let rate, !(rate > 0 && rate <= 1e8) { throw ValidationError("--rate takes a number above 0, up to 100000000.") }
    if poisson, rate == nil { throw ValidationError("--poisson goes with --rate.") }
    if count == 0 { throw ValidationError("--count takes a number from 1 on.") }
    if duration.milliseconds < 1 { throw ValidationError("--duration must not be 0.") }
    for span in [duration, warmUp, ramp, drain] where span.milliseconds > Self.longest {
      throw ValidationError("Nothing takes longer than 7d.")
    }
  }

  /// A plan at this pace, for nothing yet.
  func plan() throws -> LoadPlan {
    var plan = LoadPlan()
    plan.connections = connections
    plan.inFlight = inFlight ?? (rate == nil ? 1 : 256)
    plan.processors = cpus?.numbers ?? []
    plan.threads = min(threads ?? max(1, plan.processors.count), connections)
    if let rate { plan.arrivals = poisson ? .poisson(perSecond: rate) : .constant(perSecond: rate) }
    plan.durationNanoseconds = UInt64(duration.milliseconds) * 1_000_000
    plan.warmUpNanoseconds = UInt64(warmUp.milliseconds) * 1_000_000
    plan.rampNanoseconds = UInt64(ramp.milliseconds) * 1_000_000
    plan.drainNanoseconds = UInt64(drain.milliseconds) * 1_000_000
    plan.count = count
    return plan
  }
}

/// Processors by number, such as `2,4-6`.
struct ProcessorList: ExpressibleByArgument, Equatable {
  /// In the order given.
  var numbers: [Int]

  init?(argument: String) {
    numbers = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2,
        (0...1023).contains(first), (first...1023).contains(last)
      else { return nil }
      numbers += first...last
    }
  }
}

/// What becomes of the result.
struct LoadOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the result as JSON.", valueName: "file"), completion: .file())
  var json: String?

  @Option(
    help: ArgumentHelp("Write the distribution of latencies for plotters of HDR histograms.", valueName: "file"),
    completion: .file())
  var hgrm: String?

  @Option(
    help: ArgumentHelp("Write a page with charts, which needs no other file.", valueName: "file"), completion: .file())
  var html: String?

  @Option(
    help: ArgumentHelp("Show an earlier run, written with --json, beside this one.", valueName: "file"),
    completion: .file())
  var compare: String?

  @Option(
    help: ArgumentHelp("Process of the server, if it runs here: tells its processor time a call.", valueName: "pid"))
  var serverPid: Int32?

  @Option(
    help: ArgumentHelp("Fail if more calls than this end in an error: 0.01 is one in a hundred.", valueName: "fraction")
  )
  var maxErrorRate = 0.0

  @Flag(name: .shortAndLong, help: "Show nothing while it runs.")
  var quiet = false

  func validate() throws {
    if !(0...1).contains(maxErrorRate) { throw ValidationError("--max-error-rate takes a number from 0 to 1.") }
  }

  /// Prints the result, with an earlier one beside it, and writes it where it was asked for.
  func write(_ result: LoadResult, before: LoadResult?) throws {
    let view = LoadReport.view(result, before: before)
    for line in view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
    if let json { try LoadFile.write(result, to: json) }
    if let hgrm { try LoadFile.write(PercentileText.text(result), to: hgrm) }
    if let html { try LoadFile.write(LoadPage(result: result, before: before).html, to: html) }
  }
}
