import Engine
import Foundation
import Journal
import Messages
import Testing

@testable import Services

/// A writer driven by one thread with a time of its own, far ahead of the clock, and the queries on it.
final class Timeline {
  static let day: Int64 = 86_400_000_000

  let directory: String
  let writer: Writer
  let queries: QueryService
  /// The next batch's stamp: at first the begin of a day in the year 2100.
  var now: Int64 = 47_500 * Timeline.day
  private let arena = MessageArena()

  /// Nobody asks for the status.
  private struct NoFacts: ServerFactsSource {
    func serverFacts() -> ServerFacts { fatalError("nobody asks for the status") }
    func stop(becauseOf fault: String) { fatalError("a query found a fault of the store: \(fault)") }
  }

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    var options = Engine.Options(directory: directory)
    options.residentByteLimit = 1 << 20
    options.journal.segmentByteCount = 1 << 20
    options.journal.syncMode = .none
    writer = try Engine.openWriter(options)
    queries = QueryService(reader: try writer.makeReader(), server: NoFacts())
    for id in ["W1", "W2", "W3"] {
      try run(.createWarehouse(.init(warehouse: Warehouse(warehouseID: id, code: "C\(id)", name: id, timezone: "UTC"))))
    }
    for id in ["P1", "P2"] {
      let variant = Variant(variantID: "red", name: "Red")
      try run(.putProduct(.init(product: Product(productID: id, name: id, variants: [variant]))))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Runs commands, all of which must succeed, as one batch.
  func run(_ requests: CommandRequest..., sweepLimit: Int = 0) throws {
    queries.endRound()
    let commands = try requests.map { try Command($0, caller: Caller(principal: "tests", role: .admin)) }
    for outcome in try writer.process(Batch(commands, time: now, sweepLimit: sweepLimit)) {
      if let failure = outcome.failure { throw CallFailure(failure) }
    }
  }

  /// Asks by the request's bytes.
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

  /// The status of a query that must be refused.
  func refusal<Request: MessageCodec>(_ method: Messages.Method, _ request: Request) throws -> StatusCode {
    let bytes = try request.encoded(in: arena)
    do {
      _ = try bytes.withUnsafeBytes { raw in try queries.answer(method, request: raw, in: arena).sequence }
    } catch let failure as CallFailure {
      return failure.code
    }
    return .ok
  }

  func set(_ product: String, _ warehouse: String, onHand: Int64, variant: String = "") throws {
    let setting = StockSetting(productID: product, variantID: variant, warehouseID: warehouse, onHand: onHand)
    try run(.setStock(.init(settings: [setting])))
  }

  func sell(
    _ units: Int64, of product: String = "P1", at warehouse: String = "W1", channel: String = "", variant: String = "",
    type: AdjustmentType = .sale
  ) throws {
    guard units > 0 else { return }
    let line = AdjustmentLine(
      productID: product, variantID: variant, warehouseID: warehouse, type: type,
      quantity: type == .sale ? -units : units, channelID: channel)
    try run(.adjustStock(.init(lines: [line])))
  }
}
