import Dispatch
import Engine
import Foundation
import Journal
import LMDB
import Messages
import Testing

@testable import Services

/// An engine on a temporary directory, and the queries of one thread on it.
final class Stage {
  let directory: String
  private var opened: (engine: Engine, queries: QueryService)?
  private let options: Engine.Options
  let arena = MessageArena()

  /// Knows nothing but the engine.
  private struct Facts: ServerFactsSource {
    let engine: Engine
    func stop(becauseOf fault: String) { engine.stopCommands(becauseOf: fault) }
    func serverFacts() -> ServerFacts {
      ServerFacts(version: "test", startedAt: 1, connections: 3, certificates: [], engine: engine.figures)
    }
  }

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    var options = Engine.Options(directory: directory)
    options.residentByteLimit = 1 << 22
    options.journal.segmentByteCount = 1 << 20
    options.journal.syncMode = .none
    self.options = options
    try open()
  }

  private func open() throws {
    let engine = try Engine.open(options)
    opened = (engine, QueryService(reader: try engine.makeReader(), server: Facts(engine: engine)))
  }

  var engine: Engine {
    guard let opened else { fatalError("the stage is closed") }
    return opened.engine
  }

  var queries: QueryService {
    guard let opened else { fatalError("the stage is closed") }
    return opened.queries
  }

  /// Stops, lets `damage` happen to the state, and opens again.
  func reopen(_ damage: (Environment) throws -> Void = { _ in }) throws {
    engine.stop()
    opened = nil
    try damage(try Environment(path: directory + "/state", mapSize: 1 << 40, maximumTables: 64, maximumReaders: 8))
    try open()
  }

  deinit {
    opened?.engine.stop()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Runs a command that must succeed.
  func run(_ request: CommandRequest) throws {
    let command = try Command(request, caller: Caller(principal: "tests", role: .admin))
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var failure: Status?
    try engine.submit(command) { answer in
      if case .outcome(let outcome) = answer { failure = outcome.failure }
      done.signal()
    }
    done.wait()
    if let failure { throw CallFailure(failure) }
  }

  /// Asks as a network thread does: by the request's bytes.
  func ask<Request: MessageCodec, Response: MessageCodec>(
    _ method: Messages.Method, _ request: Request, as type: Response.Type = Response.self
  ) throws -> Response {
    let bytes = try request.encoded(in: arena)
    let packed = try bytes.withUnsafeBytes { raw in
      try queries.answer(method, request: raw, in: arena).message.bytes
    }
    arena.reset()
    return try Response(decoding: packed, in: arena)
  }

  /// Asks for what must be refused.
  func refusal<Request: MessageCodec>(_ method: Messages.Method, _ request: Request) throws -> CallFailure {
    let bytes = try request.encoded(in: arena)
    do {
      _ = try bytes.withUnsafeBytes { raw in try queries.answer(method, request: raw, in: arena).sequence }
    } catch let failure as CallFailure {
      return failure
    }
    throw CallFailure(.unknown, "it was not refused")
  }

  /// Three warehouses along a meridian, W1 the nearest to (40, −80), and product P1 with 50, 20 and 5 units.
  func stocked() throws {
    for (number, priority) in [(1, UInt32(0)), (2, 5), (3, 10)] {
      try run(
        .createWarehouse(
          .init(
            warehouse: Warehouse(
              warehouseID: "W\(number)", code: "C\(number)", name: "Warehouse \(number)",
              address: Address(latitude: 40 + Double(number - 1) * 5, longitude: -80), timezone: "America/New_York",
              priority: priority, dailyCapacity: number == 3 ? 100 : 0,
              shippingRate: ShippingRate(
                baseMicros: 5_000_000, perUnitMicros: 250_000, perUnitKmMicros: 100, currency: "USD")))))
    }
    try run(
      .putProduct(
        .init(
          product: Product(
            productID: "P1", name: "One", sku: "S1", variants: [Variant(variantID: "red", name: "Red", sku: "S1R")],
            barcodes: ["4000"]))))
    try run(.putProduct(.init(product: Product(productID: "P2", name: "Two", sku: "S2"))))
    try run(
      .setStock(
        .init(settings: [
          StockSetting(productID: "P1", warehouseID: "W1", onHand: 50),
          StockSetting(productID: "P1", warehouseID: "W2", onHand: 20),
          StockSetting(productID: "P1", warehouseID: "W3", onHand: 5),
          StockSetting(productID: "P1", variantID: "red", warehouseID: "W1", onHand: 7),
        ])))
  }
}
