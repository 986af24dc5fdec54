import Foundation
import Journal
import LMDB
import Messages
import Testing

@testable import Engine

/// A writer on a temporary directory, driven by one thread with a time of its own.
final class Bench {
  let directory: String
  private var opened: Writer?
  var writer: Writer {
    guard let opened else { fatalError("the bench is closed") }
    return opened
  }
  var now: Int64 = 1_800_000_000_000_000
  private let arena = MessageArena()
  private var options: Engine.Options

  init(stateByteLimit: Int = 1 << 30, segmentByteCount: Int = 4 << 20) throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    options = Engine.Options(directory: directory)
    options.stateByteLimit = stateByteLimit
    options.residentByteLimit = 1 << 22
    options.journal.segmentByteCount = segmentByteCount
    options.journal.syncMode = .none
    opened = try Engine.openWriter(options)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// A bench on a directory that is there.
  init(directory: String, segmentByteCount: Int = 4 << 20) throws {
    self.directory = directory
    options = Engine.Options(directory: directory)
    options.stateByteLimit = 1 << 30
    options.residentByteLimit = 1 << 22
    options.journal.segmentByteCount = segmentByteCount
    options.journal.syncMode = .none
    opened = try Engine.openWriter(options)
    now = max(now, writer.facts.time)
  }

  /// Opens everything again, as after a stop.
  func reopen() throws {
    close()
    opened = try Engine.openWriter(options)
  }

  /// Lets go of everything, as a killed process does.
  func close() { opened = nil }

  /// Opens everything again, as after a crash of the machine; `damage` is what the crash did to the files.
  func crashMachine(_ damage: () throws -> Void = {}) throws {
    close()
    try damage()
    options.bootID = UUID().uuidString
    opened = try Engine.openWriter(options)
  }

  /// Makes a checkpoint of what has been committed.
  @discardableResult
  func checkpoint() throws -> Checkpoint {
    try Checkpoint.make(of: writer.environment, in: directory + "/checkpoints", bytesPerSecond: .max)
  }

  /// Runs `body` on an engine with threads of its own; the bench is closed meanwhile.
  func withEngine<R>(_ configure: (inout Engine.Options) -> Void = { _ in }, _ body: (Engine) throws -> R) throws -> R {
    close()
    var options = options
    options.acceptsTimeJump = true
    configure(&options)
    let engine = try Engine.open(options)
    defer { engine.stop() }
    return try body(engine)
  }

  /// A bench whose state was folded from a copy of this one's journal alone.
  func replayed() throws -> Bench { try Bench(replaying: self) }

  private init(replaying other: Bench) throws {
    directory = other.directory + "-replayed"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: other.directory + "/journal", toPath: directory + "/journal")
    options = other.options
    options.directory = directory
    opened = try Engine.openWriter(options)
  }

  /// Runs commands as one batch.
  @discardableResult
  func run(
    _ requests: [CommandRequest], commandIDs: [[UInt8]] = [], role: Role = .operator, channels: [String] = [],
    sweepLimit: Int = 0
  ) throws
    -> [CommandOutcome]
  {
    var commands: [Command] = []
    for (index, request) in requests.enumerated() {
      let id = index < commandIDs.count ? commandIDs[index] : []
      let hash =
        id.isEmpty
        ? [] : Array("\(request)".utf8.reduce(into: [UInt8](repeating: 0, count: 16)) { $0[Int($1) % 16] &+= $1 })
      commands.append(
        try Command(
          request, caller: Caller(principal: "tests", role: role, channels: channels), commandID: id, requestHash: hash)
      )
    }
    return try writer.process(Batch(commands, time: now, sweepLimit: sweepLimit))
  }

  /// Runs one command that must succeed.
  func ok<M: MessageCodec>(_ request: CommandRequest, as type: M.Type = M.self, role: Role = .operator) throws -> M {
    let outcome = try run([request], role: role)[0]
    if let failure = outcome.failure { throw CallFailure(failure) }
    arena.reset()
    return try M(decoding: outcome.response, in: arena)
  }

  /// Runs one command that must be refused.
  func refusal(_ request: CommandRequest, role: Role = .operator) throws -> CallFailure {
    do {
      let outcome = try run([request], role: role)[0]
      return CallFailure(try #require(outcome.failure, "it was not refused"))
    } catch let failure as CallFailure {
      return failure
    }
  }

  func decode<M: MessageCodec>(_ outcome: CommandOutcome, as type: M.Type = M.self) throws -> M {
    arena.reset()
    return try M(decoding: outcome.response, in: arena)
  }

  /// The level as the state has it.
  func level(_ product: String, _ warehouse: String, variant: String = "") throws -> LevelRow? {
    try reading { try $0.level(LevelKey(product: product, variant: variant, warehouse: warehouse)) }
  }

  func reading<R>(_ body: (StateView) throws -> R) throws -> R {
    let transaction = try ReadTransaction(writer.environment)
    let view = StateView(tables: writer.view.tables, transaction: transaction)
    return try body(view)
  }

  /// Two warehouses with coordinates, and products P1…P3.
  func stock(_ units: [String: Int64] = ["W1": 10, "W2": 5], product: String = "P1") throws {
    for (number, id) in ["W1", "W2", "W3"].enumerated() {
      if try reading({ try $0.warehouse(id) }) == nil {
        _ = try ok(
          .createWarehouse(
            .init(
              warehouse: Warehouse(
                warehouseID: id, code: "C-\(id)", name: id,
                address: Address(latitude: 40 + Double(number), longitude: -80 - Double(number)),
                shippingRate: ShippingRate(baseMicros: 5_000_000, perUnitMicros: 100_000, currency: "USD")))),
          as: Warehouse.self)
      }
    }
    _ = try ok(
      .putProduct(.init(product: Product(productID: product, name: product, sku: "SKU-\(product)"))), as: Product.self)
    let settings = units.sorted { $0.key < $1.key }.map {
      StockSetting(productID: product, warehouseID: $0.key, onHand: $0.value)
    }
    _ = try ok(.setStock(.init(settings: settings)), as: SetStockResponse.self)
  }

  func reserve(
    _ quantity: Int64, of product: String = "P1", at warehouse: String = "W1", cart: String? = nil,
    order: String? = nil,
    ttl: UInt32? = nil, existing: ExistingHolds = .unspecified
  ) -> CommandRequest {
    .reserve(
      ReserveRequest(
        reference: cart.map { Reference(type: .cart, id: $0) } ?? Reference(type: .order, id: order ?? "O1"),
        items: [OrderItem(productID: product, quantity: quantity, warehouseID: warehouse)], timeToLiveSeconds: ttl,
        existing: existing))
  }

  /// Every table, key and value; what two states that are the same have in common.
  func dump() throws -> [String] {
    let tables = writer.view.tables
    let all: [(String, Table)] = [
      ("levels", tables.levels), ("kitsByComponent", tables.kitsByComponent),
      ("levelsByWarehouse", tables.levelsByWarehouse), ("products", tables.products),
      ("skus", tables.skus), ("barcodes", tables.barcodes), ("warehouses", tables.warehouses),
      ("warehouseCodes", tables.warehouseCodes), ("warehouseLoads", tables.warehouseLoads), ("holds", tables.holds),
      ("holdsByReference", tables.holdsByReference), ("holdsByLevel", tables.holdsByLevel),
      ("holdsByExpiry", tables.holdsByExpiry), ("sales", tables.sales),
      ("rollingHours", tables.rollingHours), ("velocityFalls", tables.velocityFalls), ("alerts", tables.alerts),
      ("alertsBySubject", tables.alertsBySubject), ("commandResults", tables.commandResults),
      ("commandResultsByTime", tables.commandResultsByTime),
      ("commandResultCounts", tables.commandResultCounts), ("metadata", tables.metadata),
      ("transfers", tables.transfers), ("transferLines", tables.transferLines),
      ("transfersByStatus", tables.transfersByStatus), ("transfersByWarehouse", tables.transfersByWarehouse),
      ("discrepancies", tables.discrepancies), ("discrepanciesByTransfer", tables.discrepanciesByTransfer),
      ("openDiscrepancies", tables.openDiscrepancies), ("reconciliations", tables.reconciliations),
      ("reviews", tables.reviews), ("openReviews", tables.openReviews), ("reviewsByLevel", tables.reviewsByLevel),
      ("counts", tables.counts), ("levelsByCount", tables.levelsByCount),
      ("channels", tables.channels), ("channelStock", tables.channelStock),
      ("allocationsByChannel", tables.allocationsByChannel),
    ]
    var lines: [String] = []
    let transaction = try ReadTransaction(writer.environment)
    for (name, table) in all {
      try transaction.forEach(table, prefix: KeyBuffer()) { (key, value) throws(LMDBError) in
        lines.append("\(name) \(key.array) = \(value.array)")
        return true
      }
    }
    return lines
  }

  /// Checks promises 2 and 5 over the whole state; returns what is wrong.
  func faults() throws -> [String] {
    var faults: [String] = []
    let tables = writer.view.tables
    var held: [LevelKey: Int64] = [:]
    var totals: [LevelKey: LevelRow] = [:]
    var sums: [LevelKey: LevelRow] = [:]
    try reading { view in
      var numbers: [HoldNumber] = []
      try view.transaction.forEach(tables.holds, prefix: KeyBuffer()) { (key, _) throws(LMDBError) in
        numbers.append(key.bigEndianUInt64(at: 0))
        return true
      }
      for held in try view.numbered(numbers) {
        if try !view.holds(held.hold.reference ?? Reference()).contains(where: { $0.number == held.number }) {
          faults.append("hold \(held.number) is not in the index of references")
        }
        if held.hold.quantity <= 0 { faults.append("hold \(held.number) is of \(held.hold.quantity)") }
      }
      for hold in try view.numbered(numbers) {
        for part in 0..<hold.partCount {
          let (level, factor) = hold.part(part)
          held[level, default: 0] += hold.hold.quantity * factor
        }
      }
      try view.transaction.forEach(tables.levels, prefix: KeyBuffer()) { (key, value) throws(LMDBError) in
        let parts = key.parts()
        let level = LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
        let row = LevelRow(value)
        if level.warehouse.isEmpty {
          totals[level] = row
        } else {
          if row.reserved != held[level, default: 0] {
            faults.append("\(level): reserved \(row.reserved), holds \(held[level, default: 0])")
          }
          if row.available < 0 { faults.append("\(level): available \(row.available)") }
          var sum = sums[level.total] ?? LevelRow()
          sum.onHand += row.onHand
          sum.reserved += row.reserved
          sum.quarantined += row.quarantined
          sum.incoming += row.incoming
          sum.version += row.version
          sums[level.total] = sum
        }
        return true
      }
    }
    for (key, total) in totals {
      let sum = sums[key] ?? LevelRow()
      if total.onHand != sum.onHand || total.reserved != sum.reserved || total.quarantined != sum.quarantined
        || total.incoming != sum.incoming || total.version != sum.version
      {
        faults.append("\(key): total \(total), levels add up to \(sum)")
      }
    }
    return faults
  }
}

/// Whether a refusal has this code.
func expect(_ failure: CallFailure, _ code: StatusCode, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(failure.code == code, "\(failure.status)", sourceLocation: sourceLocation)
}
