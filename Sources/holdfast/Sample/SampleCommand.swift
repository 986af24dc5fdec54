internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// The sample data.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Sample data to try things with.", subcommands: [SampleLoad.self])
}

/// Puts the sample data into a server.
struct SampleLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Put ten warehouses, 2,000 products and their stock into the server.",
    discussion: "Running it again changes nothing: what is there stays as it is, sold stock stays sold.")

  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if global.commandID != nil { throw ValidationError("The sample data makes its command ids itself.") }
  }

  func run() async throws {
    let steps = try SampleSteps()
    let loader = SampleLoader(
      progress: Progress(unit: "calls", total: UInt64(steps.count), isShown: !global.quiet && !global.json))
    let sums = try await Session.with(global) { session in try await loader.load(steps, session) }
    if global.quiet { return }
    if global.json {
      print("{\n  \"made\": \"\(sums.made)\",\n  \"thereBefore\": \"\(sums.thereBefore)\"\n}")
      return
    }
    let what =
      "\(steps.warehouses.count) warehouses, \(Words.number(steps.products.count)) products, \(Words.number(steps.levelCount)) stock levels"
    print(
      sums.made == 0
        ? "The sample data is there already, and was left alone: \(what)."
        : "Sample data: \(what)." + (sums.thereBefore > 0 ? " A part of it was there already, and was left alone." : "")
    )
  }
}

/// One call that makes a part of the sample data.
struct SampleStep: Sendable {
  /// The rpc.
  var method: Method
  /// Its request.
  var request: [UInt8]
  /// Made of the content: the same part always has the same id.
  var commandID: String

  init(_ method: Method, _ message: some MessageCodec) throws {
    self.method = method
    request = try Coding.encode(message)
    commandID = "sample-" + (try Digest.hexadecimal(of: request)).prefix(40)
  }
}

/// All calls, in the order in which one needs the other.
struct SampleSteps: Sendable {
  /// Makes the warehouses.
  var warehouses: [SampleStep]
  /// Makes the products.
  var products: [SampleStep]
  /// Sets the levels, many a call.
  var stock: [SampleStep]
  /// How many levels those are.
  var levelCount: Int

  init() throws {
    warehouses = try SampleData.warehouses.map {
      try SampleStep(.warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: $0))
    }
    products = try (0..<SampleData.productCount).map {
      try SampleStep(.stockServicePutProduct, PutProductRequest(product: SampleData.product($0)))
    }
    let settings = SampleData.settings()
    levelCount = settings.count
    stock = try stride(from: 0, to: settings.count, by: 500).map { start in
      let part = Array(settings[start..<min(start + 500, settings.count)])
      return try SampleStep(.stockServiceSetStock, SetStockRequest(settings: part, reason: "sample data"))
    }
  }

  /// How many calls there are.
  var count: Int { warehouses.count + products.count + stock.count }
}

/// Makes the calls, many at a time.
final class SampleLoader {
  /// What became of the calls.
  struct Sums: Equatable {
    /// Calls that made something.
    var made = 0
    /// Calls whose part was there.
    var thereBefore = 0
  }

  private var progress: Progress
  private var sums = Sums()

  init(progress: Progress) { self.progress = progress }

  /// Loads what is not there yet.
  func load(_ steps: SampleSteps, _ session: Session) async throws -> Sums {
    defer { progress.clear() }
    try await load(steps.warehouses, session)
    if try await isLoaded(session) {
      sums.thereBefore += steps.products.count + steps.stock.count
      return sums
    }
    try await load(steps.products, session)
    try await load(steps.stock, session)
    return sums
  }

  /// Whether the last level of all is there: it is made last, and nothing is ever deleted.
  private func isLoaded(_ session: Session) async throws -> Bool {
    guard let last = SampleData.settings().last else { return true }
    let key = GetStockRequest(productID: last.productID, variantID: last.variantID, warehouseID: last.warehouseID)
    do {
      _ = try await session.call(.stockServiceGetStock, Coding.encode(key))
      return true
    } catch let error as HoldfastError where error.code == .notFound {
      return false
    }
  }

  private func load(_ steps: [SampleStep], _ session: Session) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      var rest = steps[...]
      for step in rest.prefix(64) { group.addTask { try await Self.make(step, session) } }
      rest = rest.dropFirst(64)
      while let isNew = try await group.next() {
        if isNew { sums.made += 1 } else { sums.thereBefore += 1 }
        progress.update(UInt64(sums.made + sums.thereBefore))
        if let step = rest.popFirst() { group.addTask { try await Self.make(step, session) } }
      }
    }
  }

  /// Whether the call made something that was not there.
  private static func make(_ step: SampleStep, _ session: Session) async throws -> Bool {
    do {
      return try await !session.call(step.method, step.request, commandID: step.commandID).repeated
    } catch let error as HoldfastError where error.code == .alreadyExists || error.code == .aborted {
      return false
    }
  }
}
