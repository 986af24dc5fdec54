import Foundation
import Journal
import LMDB
import Messages
import Testing

@testable import Engine

/// Benches with a history of everything, and ways to damage them.
enum Histories {
  /// A bench after some hundred random commands.
  static func make(_ steps: Int = 200, seed: UInt64 = 3, segmentByteCount: Int = 4 << 20) throws -> Bench {
    let bench = try Bench(segmentByteCount: segmentByteCount)
    try bench.stock(["W1": 500, "W2": 200])
    try bench.stock(["W1": 50, "W2": 5], product: "P2")
    var generator = SplitMix(seed: seed)
    try move(bench)
    for step in 0..<steps { try run(bench, step, &generator) }
    return bench
  }

  /// Transfers, one on its way, one with a discrepancy; a count, a reconciliation and a review that is open.
  private static func move(_ bench: Bench) throws {
    for (place, warehouse) in ["", "W1"].enumerated() {
      let made: Transfer = try bench.ok(
        .createTransfer(
          .init(
            fromWarehouseID: warehouse, toWarehouseID: "W3", supplier: place == 0 ? "S" : "",
            lines: [TransferLine(productID: "P1", quantity: 5)])))
      _ = try bench.ok(.shipTransfer(.init(transferID: made.transferID)), as: Transfer.self)
      let arrived = ReceiptLine(productID: "P1", quantity: 2)
      _ = try bench.ok(
        .receiveTransfer(.init(transferID: made.transferID, lines: [arrived], final: place == 1)),
        as: ReceiveTransferResponse.self)
    }
    let rows = [
      SnapshotRow(productID: "P1", warehouseID: "W1", counted: 1),
      SnapshotRow(productID: "P2", warehouseID: "W1", counted: 49),
    ]
    _ = try bench.ok(.reconcile(.init(reconciliationID: "R", rows: rows)), as: ReconcileResponse.self)
    let line = CountLine(productID: "P1", counted: 201, bookOnHand: 200)
    _ = try bench.ok(
      .submitCount(.init(warehouseID: "W2", countID: "C", lines: [line])), as: SubmitCountResponse.self)
  }

  static func run(_ bench: Bench, _ step: Int, _ generator: inout SplitMix) throws {
    bench.now += Int64(generator.next() % 20_000_000)
    let id: [UInt8] = generator.next() % 2 == 0 ? [1, UInt8(step % 256), UInt8(step / 256)] : []
    let cart = "C\(generator.next() % 5)"
    let request: CommandRequest
    switch generator.next() % 7 {
    case 0, 1:
      request = bench.reserve(
        Int64(generator.next() % 9) + 1, at: generator.next() % 3 == 0 ? "W2" : "W1", cart: cart,
        ttl: UInt32(generator.next() % 100), existing: .add)
    case 2: request = .release(.init(reference: Reference(type: .cart, id: cart)))
    case 3: request = .convertReservation(.init(cartID: cart, orderID: "O\(step)"))
    case 4:
      request = .adjustStock(
        .init(lines: [
          .init(
            productID: "P1", warehouseID: "W1", type: .sale, quantity: -Int64(generator.next() % 3) - 1,
            channelID: step % 2 == 0 ? "shop" : "")
        ])
      )
    case 5:
      request = .moveStock(
        .init(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W3", quantity: Int64(generator.next() % 2) + 1))
    default:
      request = .adjustStock(
        .init(lines: [.init(productID: "P2", warehouseID: "W1", type: .return, quantity: 1, channelID: "shop")]))
    }
    try bench.run([request], commandIDs: [id], sweepLimit: 4)
  }
}

extension Bench {
  /// Closes the bench and verifies its directory.
  func verify() throws -> VerifyReport {
    close()
    return try Verifier.verify(directory: directory)
  }

  /// Changes the state by hand, as a fault of the writer would.
  func corrupt(_ change: (WriteTransaction, StateTables) throws -> Void) throws {
    let transaction = try WriteTransaction(writer.environment)
    try change(transaction, writer.view.tables)
    try transaction.commit()
  }

  /// Changes bytes of a file.
  func edit(_ path: String, _ change: (inout Data) -> Void) throws {
    let file = URL(fileURLWithPath: directory + "/" + path)
    var bytes = try Data(contentsOf: file)
    change(&bytes)
    // In place, so that the marker still speaks of this file.
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: bytes)
    try handle.close()
  }

  var segments: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: directory + "/journal").filter { $0.hasSuffix(".journal") }
        .sorted().map { "journal/" + $0 }
    }
  }
}

@Suite("Verify")
struct VerifyTests {
  private func expectFault(
    _ report: VerifyReport, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isNamed = report.faults.contains { fault in parts.allSatisfy { "\(fault)".contains($0) } }
    #expect(isNamed, "\(report.faults.map(\.description))", sourceLocation: sourceLocation)
    #expect(!report.isSound, sourceLocation: sourceLocation)
  }

  @Test("a sound directory has no fault, and everything is counted")
  func sound() throws {
    let bench = try Histories.make()
    try bench.checkpoint()
    let sequence = bench.writer.facts.sequence
    let report = try bench.verify()
    #expect(report.faults == [])
    #expect(report.sequence == sequence)
    #expect(report.stateSequence == sequence)
    #expect(report.checks.count == TableCheck.all.count + 14, "\(report.checks)")
    #expect(report.checks.allSatisfy { $0.count > 0 }, "\(report.checks)")
    #expect(report.notes == [])
  }

  @Test("a verification changes nothing")
  func readOnly() throws {
    let bench = try Histories.make(50)
    bench.close()
    func files() throws -> [String: Date] {
      var dates: [String: Date] = [:]
      let manager = FileManager.default
      for name in try manager.subpathsOfDirectory(atPath: bench.directory) where !name.hasSuffix("state/lock.mdb") {
        let attributes = try manager.attributesOfItem(atPath: bench.directory + "/" + name)
        dates[name] = attributes[.modificationDate] as? Date
      }
      return dates
    }
    let before = try files()
    #expect(try bench.verify().isSound)
    #expect(try files() == before)
  }

  @Test("a state behind its journal is sound up to where it is, and what follows is checked too")
  func behind() throws {
    let bench = try Histories.make(50)
    let copy = bench.directory + "-behind"
    try FileManager.default.copyItem(atPath: bench.directory + "/state/data.mdb", toPath: copy)
    let reached = bench.writer.facts.sequence
    var generator = SplitMix(seed: 5)
    for step in 1000..<1050 { try Histories.run(bench, step, &generator) }
    bench.close()
    let old = try Data(contentsOf: URL(fileURLWithPath: copy))
    try bench.edit("state/data.mdb") { $0.replaceSubrange(0..<old.count, with: old) }
    try FileManager.default.removeItem(atPath: copy)
    let report = try bench.verify()
    #expect(report.faults == [])
    #expect(report.stateSequence == reached)
    #expect(report.sequence > reached)
  }

  @Test("a flipped byte of the journal is named with file and place")
  func flippedJournal() throws {
    let bench = try Histories.make(50)
    bench.close()
    let segment = try bench.segments[0]
    try bench.edit(segment) { $0[4096 + 200] ^= 1 }
    expectFault(try bench.verify(), segment, "byte 4096", "no whole record")
  }

  @Test("a missing segment is named")
  func missingSegment() throws {
    let bench = try Histories.make(600, segmentByteCount: 64 << 10)
    bench.close()
    let segments = try bench.segments
    #expect(segments.count > 3)
    try FileManager.default.removeItem(atPath: bench.directory + "/" + segments[1])
    expectFault(try bench.verify(), segments[2], "is missing before this one")
    try FileManager.default.removeItem(atPath: bench.directory + "/" + segments[0])
    try FileManager.default.removeItem(atPath: bench.directory + "/" + segments[2])
    expectFault(try bench.verify(), "journal", "it begins with sequence", "as there is no baseline")
  }

  @Test("transfers, discrepancies, reviews and counts that do not go together are named")
  func movements() throws {
    let bench = try Histories.make(20)
    try bench.corrupt { transaction, tables in
      for table in [
        tables.transferLines, tables.transfersByStatus, tables.transfersByWarehouse, tables.discrepanciesByTransfer,
        tables.openDiscrepancies, tables.openReviews, tables.reviewsByLevel, tables.levelsByCount,
      ] {
        var first: [UInt8] = []
        try transaction.forEach(table, prefix: KeyBuffer()) { (key, _) throws(LMDBError) in
          first = key.array
          return false
        }
        var key = KeyBuffer()
        key.set(bytes: first)
        #expect(try transaction.delete(table, key))
      }
    }
    let report = try bench.verify()
    for name in [
      "transfers_by_status", "transfers_by_warehouse", "discrepancies_by_transfer", "open_discrepancies",
      "open_reviews", "reviews_by_level", "levels_by_count",
    ] { expectFault(report, name, "nothing is there") }
    expectFault(report, "incoming", "against its transfers")
  }

  @Test("a torn last record is said, and no fault")
  func torn() throws {
    let bench = try Histories.make(50)
    try bench.checkpoint()
    bench.close()
    try bench.edit(try bench.segments[0]) { bytes in
      let end = bytes.lastIndex { $0 != 0 } ?? 0
      let start = (end / 512 + 1) * 512
      bytes[start..<start + 4] = Data([0x48, 0x46, 0x52, 0x31])
    }
    let report = try bench.verify()
    #expect(report.isSound, "\(report.faults)")
    #expect(report.notes.contains { $0.contains("being written") }, "\(report.notes)")
  }

  @Test("a row that is not what its entries add up to is named, by three checks")
  func wrongRow() throws {
    let bench = try Histories.make(50)
    try bench.corrupt { transaction, tables in
      var key = KeyBuffer()
      key.set(level: LevelKey(product: "P1", variant: "", warehouse: "W2"))
      _ = try transaction.update(tables.levels, key) { $0.store(Int64(9999), at: 0) }
    }
    let report = try bench.verify()
    expectFault(report, "state, levels", "P1␀␀W2", "on_hand 9999", "should be on_hand")
    expectFault(report, "the total of P1")
    expectFault(report, "state, levels", "differs from byte 0 on")
    #expect(report.faults.count == 3, "\(report.faults)")
  }

  @Test("a key too many and a key too few of every index is named", arguments: 0..<8)
  func wrongIndex(_ number: Int) throws {
    let bench = try Histories.make(80)
    let tables = bench.writer.view.tables
    let (name, table) = [
      ("levels_by_warehouse", tables.levelsByWarehouse), ("skus", tables.skus),
      ("warehouse_codes", tables.warehouseCodes),
      ("holds_by_reference", tables.holdsByReference), ("holds_by_level", tables.holdsByLevel),
      ("holds_by_expiry", tables.holdsByExpiry), ("command_results_by_time", tables.commandResultsByTime),
      ("command_results", tables.commandResults),
    ][number]
    _ = try bench.ok(bench.reserve(1, cart: "CX", ttl: 600), as: ReserveResponse.self)
    try bench.corrupt { transaction, _ in
      var cursor = try Cursor(transaction, table)
      var isFound = try cursor.next()
      while isFound, name == "holds_by_reference", cursor.value.byteCount > 0 { isFound = try cursor.next() }
      #expect(isFound)
      var key = KeyBuffer()
      key.set(bytes: cursor.key.array)
      let value = cursor.value.array
      try transaction.delete(table, key)
      var other = key.copied
      other[other.count - 1] ^= 0x40
      key.set(bytes: other)
      try transaction.put(table, key, value)
    }
    var options = Verifier.Options()
    options.folds = false
    bench.close()
    let report = try Verifier.verify(directory: bench.directory, options)
    expectFault(report, "state, \(name)", name == "command_results" ? "is not kept" : "nothing")
    let folded = try Verifier.verify(directory: bench.directory)
    #expect(folded.faultCount >= report.faultCount + 2)
  }

  @Test("a lost reservation and wrong counts are named")
  func lostHold() throws {
    let bench = try Histories.make(50)
    _ = try bench.ok(bench.reserve(7, order: "OX"), as: ReserveResponse.self)
    try bench.corrupt { transaction, tables in
      var cursor = try Cursor(transaction, tables.holds)
      #expect(try cursor.last())
      var key = KeyBuffer()
      key.set(bytes: cursor.key.array)
      try transaction.delete(tables.holds, key)
    }
    let report = try bench.verify()
    expectFault(report, "state, levels", "against its reservations", "reserved is")
    expectFault(report, "state, holds", "there is none", "an open reservation")
    expectFault(report, "state, metadata", "the number of reservations")
    expectFault(report, "holds_by_reference", "stands for nothing")
  }

  @Test("a state of another journal, and one ahead of its journal, are named")
  func otherJournal() throws {
    let bench = try Histories.make(50)
    try bench.corrupt { transaction, tables in
      var key = KeyBuffer()
      key.set(text: StateFacts.name)
      _ = try transaction.update(tables.metadata, key) { value in
        value.store(UInt8(1), at: 8)
        value.store(UInt8(1), at: 50)
      }
    }
    let report = try bench.verify()
    expectFault(report, "state, metadata", "the history id is")
    expectFault(report, "state, metadata", "the running hash at sequence")
    let ahead = try Histories.make(50)
    try ahead.corrupt { transaction, tables in
      var key = KeyBuffer()
      key.set(text: StateFacts.name)
      _ = try transaction.update(tables.metadata, key) { $0.store(UInt64(1 << 40), at: 24) }
    }
    expectFault(try ahead.verify(), "it has reached sequence \(1 << 40)", "where the journal ends")
  }

  @Test("a checkpoint whose bytes changed is named")
  func wrongCheckpoint() throws {
    let bench = try Histories.make(50)
    let checkpoint = try bench.checkpoint()
    bench.close()
    try bench.edit(String(checkpoint.path.dropFirst(bench.directory.count + 1)) + "/data.mdb") { $0[$0.count / 2] ^= 1 }
    expectFault(try bench.verify(), checkpoint.path, "checksum")
  }

  @Test("a page of the state that is not what it must be is named before LMDB maps it")
  func wrongPage() throws {
    let bench = try Histories.make(100)
    bench.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: bench.directory + "/state/data.mdb"))
    var options = Verifier.Options()
    options.folds = false
    var generator = SplitMix(seed: 11)
    for _ in 0..<60 {
      // A bit of the header, the offsets or the first nodes of any page.
      let page = 2 + Int(generator.next() % UInt64(whole.count / 4096 - 2))
      let place = page * 4096 + Int(generator.next() % 64)
      try bench.edit("state/data.mdb") { $0[place] ^= 1 << UInt8(generator.next() % 8) }
      _ = try Verifier.verify(directory: bench.directory, options)
      try bench.edit("state/data.mdb") { $0 = whole }
    }
    try bench.edit("state/data.mdb") { bytes in
      for page in 2..<whole.count / 4096 where bytes[page * 4096 + 10] == 2 { bytes[page * 4096 + 12] = 0xff }
    }
    expectFault(try Verifier.verify(directory: bench.directory, options), "state: opens")
    try bench.edit("state/data.mdb") { $0 = whole }
    #expect(try Verifier.verify(directory: bench.directory, options).isSound)
  }

  @Test("a directory in use, and one that is none, are refused")
  func refused() throws {
    let bench = try Histories.make(5)
    for path in [bench.directory, bench.directory + "-none"] {
      do {
        _ = try Verifier.verify(directory: path)
        Issue.record("it was verified")
      } catch {
        #expect("\(error)".contains(path == bench.directory ? "in use" : "no data directory"))
      }
    }
  }

  @Test("the chain of one level is walked in bounded steps, and a wrong row is named")
  func chain() throws {
    let bench = try Histories.make(300)
    let key = LevelKey(product: "P1", variant: "", warehouse: "W1")
    var row = try #require(try bench.level("P1", "W1"))
    var check = LevelChainCheck(key, row)
    let journal = bench.writer.journal.reader
    var rounds = 0
    while try !check.walk(journal, steps: 10) { rounds += 1 }
    #expect(check.faults == [])
    #expect(check.entries == row.version)
    #expect(rounds == Int(row.version - 1) / 10)
    row.reserved += 1
    check = LevelChainCheck(key, row)
    #expect(try check.walk(journal, steps: 10))
    #expect(check.faults.count == 1)
  }
}

@Suite("The ledger of a verification")
struct LedgerTests {
  /// What the ledger says to a journal with these entries, each a command of its own.
  private func faults(_ entries: [Entry]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = JournalOptions()
    options.syncMode = .none
    options.segmentByteCount = 1 << 20
    let journal = try Journal.open(directory: folder, options: options)
    let arena = MessageArena()
    for entry in entries {
      var bytes = OutputBuffer()
      try entry.encode(into: &bytes, in: arena)
      try journal.begin(time: 1)
      _ = try bytes.withBytes { try journal.append(entry: $0) }
      journal.endCommand()
      try journal.commit()
    }
    let findings = Findings(limit: 100) { _ in }
    let ledger = Ledger(findings)
    _ = try ledger.read(journal.reader, through: .max, step: "")
    return findings.report.faults.map(\.description)
  }

  private func change(
    _ type: EntryType, _ before: LevelState?, _ after: LevelState, ordinal: UInt64, previous: UInt64, skip: UInt64 = 0
  ) -> Entry {
    var entry = Entry()
    entry.type = type
    entry.level = LevelChange(
      productID: "P", warehouseID: "W", before: before, after: after, ordinal: ordinal, previous: previous, skip: skip)
    return entry
  }

  @Test("a chain that does not go on is found, whatever Evolver says to it")
  func chain() throws {
    let ten = LevelState(onHand: 10)
    let first = change(.set, nil, ten, ordinal: 1, previous: 0)
    #expect(try faults([first, change(.adjustment, ten, .init(onHand: 9), ordinal: 2, previous: 1)]) == [])
    #expect(
      try faults([first, change(.adjustment, .init(onHand: 11), .init(onHand: 9), ordinal: 2, previous: 1)])[0]
        .contains("before it is on_hand 11"))
    #expect(try faults([first, change(.adjustment, ten, ten, ordinal: 3, previous: 1)])[0].contains("ordinal"))
    #expect(try faults([first, change(.adjustment, ten, ten, ordinal: 2, previous: 0)])[0].contains("previous"))
    #expect(try faults([first, change(.adjustment, ten, ten, ordinal: 2, previous: 1, skip: 1)])[0].contains("skip"))
    #expect(try faults([first, change(.adjustment, nil, ten, ordinal: 2, previous: 1)])[0].contains("not there"))
    #expect(try faults([change(.set, nil, .init(onHand: -1), ordinal: 1, previous: 0)])[0].contains("0 or more"))
  }

  @Test("a reservation that leaves more held than there is is found, and so is reserved without a hold")
  func oversold() throws {
    let ten = LevelState(onHand: 10)
    let first = change(.set, nil, ten, ordinal: 1, previous: 0)
    var reserve = change(.reserve, ten, .init(onHand: 10, reserved: 11), ordinal: 2, previous: 1)
    reserve.hold = Reservation(reservationID: "h-2", quantity: 11)
    #expect(try faults([first, reserve]).map { $0.contains("within on_hand") } == [true])
    let none = change(.adjustment, ten, .init(onHand: 10, reserved: 2), ordinal: 2, previous: 1)
    #expect(try faults([first, none])[0].contains("without a hold"))
    var wrong = change(.reserve, ten, .init(onHand: 10, reserved: 2), ordinal: 2, previous: 1)
    wrong.hold = Reservation(reservationID: "h-2", quantity: 3)
    #expect(try faults([first, wrong])[0].contains("its hold there by 3"))
    let counted = change(
      .set, .init(onHand: 10, reserved: 2), .init(onHand: 1, reserved: 2), ordinal: 3, previous: 2)
    wrong.hold?.quantity = 2
    #expect(try faults([first, wrong, counted]) == [], "an administrator may count less than is held")
  }
}
