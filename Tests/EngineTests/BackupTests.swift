import Foundation
import Journal
import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Backup and restore")
struct BackupTests {
  /// A file for a backup, gone with it.
  private final class Scratch {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    var file: String { path + "/backup.tar" }
    var directory: String { path + "/restored" }
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func write(_ backup: BackupReader, to file: String, step: Int = 10_000) throws {
    var all = Data()
    while true {
      let bytes = try backup.read(upTo: step)
      if bytes.isEmpty { break }
      all.append(contentsOf: bytes)
    }
    #expect(all.count - backup.byteCount > 512)
    try all.write(to: URL(fileURLWithPath: file))
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch { return "\(error)" }
  }

  @Test("a backup is a tar file that is restored as it was, under a new history id")
  func roundTrip() throws {
    let bench = try Histories.make(300, segmentByteCount: 64 << 10)
    let scratch = try Scratch()
    try bench.checkpoint()
    var generator = SplitMix(seed: 5)
    for step in 1000..<1050 { try Histories.run(bench, step, &generator) }
    let before = try bench.dump().filter { !$0.hasPrefix("metadata") }
    let reached = bench.writer.facts.sequence
    try bench.withEngine { engine in
      let backup = try engine.makeBackup()
      #expect(backup.manifest.sequence == reached)
      #expect(backup.manifest.stateSequence < reached)
      try write(backup, to: scratch.file)
    }
    let report = try Verifier.verify(backup: scratch.file)
    #expect(report.isSound, "\(report.faults)")
    #expect(report.sequence == reached)

    let manifest = try Restore.restore(scratch.file, into: scratch.directory)
    #expect(manifest.sequence == reached)
    #expect(try Verifier.verify(directory: scratch.directory).isSound)
    let restored = try Bench(directory: scratch.directory, segmentByteCount: 64 << 10)
    #expect(try restored.dump().filter { !$0.hasPrefix("metadata") } == before)
    let reader = restored.writer.journal.reader
    #expect(reader.facts.historyID.description != manifest.historyID)
    #expect(
      reader.histories.map(\.historyID.description) == [manifest.historyID, reader.facts.historyID.description])
    #expect(reader.histories[1].firstSequence == reached + 1)
    let old = try bench.withEngine { _ in manifest.historyID.prefix(16) }
    let made = try restored.ok(restored.reserve(1, order: "new"), as: ReserveResponse.self).reservations[0]
    #expect(made.reservationID == "\(reader.facts.historyID.description.prefix(16))-\(reached + 1)")
    #expect(!made.reservationID.hasPrefix(old), "an id is never given twice")
    for step in 2000..<2300 { try Histories.run(restored, step, &generator) }
    #expect(reader.facts.segmentCount > reader.histories.count)
    try restored.reopen()
    #expect(restored.writer.facts.historyID == reader.facts.historyID.array)
    let again = try restored.verify()
    #expect(again.isSound, "\(again.faults)")
  }

  @Test("a backup of a restored directory that nobody has used is restored again")
  func twice() throws {
    let bench = try Histories.make(20)
    let first = try Scratch()
    let second = try Scratch()
    try bench.withEngine { try write($0.makeBackup(), to: first.file) }
    try Restore.restore(first.file, into: first.directory)
    let restored = try Bench(directory: first.directory)
    let reached = restored.writer.facts.sequence
    try restored.withEngine { try write($0.makeBackup(), to: second.file, step: 1 << 20) }
    try Restore.restore(second.file, into: second.directory)
    let again = try Bench(directory: second.directory)
    #expect(again.writer.facts.sequence == reached)
    #expect(again.writer.journal.reader.histories.count == 2)
    try again.run([again.reserve(1, order: "O9")])
    #expect(try again.verify().isSound)
  }

  @Test("a backup that is taken while commands run holds all that was answered before it began")
  func hot() throws {
    let bench = try Histories.make(100, segmentByteCount: 64 << 10)
    let scratch = try Scratch()
    let now = bench.now
    let (atStart, atEnd) = try bench.withEngine { engine -> (UInt64, UInt64) in
      let answered = DispatchSemaphore(value: 0)
      func book(_ orders: Range<Int>) throws {
        for order in orders {
          let command = try Command(bench.reserve(1, order: "H\(order)"), caller: Caller(principal: "t", role: .seller))
          try engine.submit(command) { _ in answered.signal() }
          if order % 8 == 7 { for _ in 0..<8 { answered.wait() } }
        }
      }
      try book(0..<80)
      let atStart = engine.journal.endSequence - 1
      let backup = try engine.makeBackup()
      var all = Data()
      var round = 10
      while true {
        let bytes = try backup.read(upTo: 20_000)
        if bytes.isEmpty { break }
        all.append(contentsOf: bytes)
        if round < 60 {
          try book(round * 8..<round * 8 + 8)
          round += 1
        }
      }
      try all.write(to: URL(fileURLWithPath: scratch.file))
      return (atStart, engine.journal.endSequence - 1)
    }
    _ = now
    let report = try Verifier.verify(backup: scratch.file)
    #expect(report.isSound, "\(report.faults)")
    #expect(report.sequence >= atStart)
    #expect(report.sequence < atEnd)
    try Restore.restore(scratch.file, into: scratch.directory)
    let restored = try Bench(directory: scratch.directory)
    #expect(restored.writer.facts.sequence == report.sequence)
  }

  @Test("a backup that is damaged or cut short is refused, and nothing is written")
  func damaged() throws {
    let bench = try Histories.make(50)
    let scratch = try Scratch()
    try bench.withEngine { try write($0.makeBackup(), to: scratch.file) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: scratch.file))
    let manifestStart = try #require(whole.range(of: Data("manifest.json".utf8))).lowerBound
    let cases: [(String, (inout Data) -> Void)] = [
      ("SHA-256 differs", { $0[$0.count / 3] ^= 1 }), ("no header", { $0[100] ^= 1 }),
      ("ends", { $0 = $0[..<($0.count / 2)] }),
      ("was cut short", { $0 = $0[..<manifestStart] + Data(repeating: 0, count: 1024) }),
      ("holdfast backup 1", { $0[manifestStart + 512 + 31] = 0x32 }),
    ]
    for (text, change) in cases {
      var bytes = whole
      change(&bytes)
      try bytes.write(to: URL(fileURLWithPath: scratch.file))
      #expect(message { _ = try Restore.restore(scratch.file, into: scratch.directory) }.contains(text))
      #expect(message { _ = try Verifier.verify(backup: scratch.file) }.contains(text))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.directory))
    try whole.write(to: URL(fileURLWithPath: scratch.file))
    let refused = message { _ = try Restore.restore(scratch.file, into: bench.directory) }
    #expect(refused.contains("has data already"), "\(refused)")
  }

  @Test("a restore that was cut short can be done again")
  func cutShort() throws {
    let bench = try Histories.make(50)
    let scratch = try Scratch()
    try bench.withEngine { try write($0.makeBackup(), to: scratch.file) }
    try Restore.restore(scratch.file, into: scratch.directory)
    try FileManager.default.moveItem(
      atPath: scratch.directory + "/journal", toPath: scratch.directory + "/restoring")
    try Restore.restore(scratch.file, into: scratch.directory)
    #expect(try Verifier.verify(directory: scratch.directory).isSound)
  }

  @Test("a closed backup gives no more, and lets segments go")
  func closed() throws {
    let bench = try Histories.make(10)
    try bench.withEngine { engine in
      let backup = try engine.makeBackup()
      #expect(engine.retentionHolds.first(for: .backup) == 0)
      _ = try backup.read(upTo: 100)
      backup.close()
      backup.close()
      #expect(message { _ = try backup.read(upTo: 100) }.contains("closed"))
      #expect(engine.retentionHolds.first(for: .backup) == .max)
    }
  }

  @Test(
    "sizes of 8 GiB and more are written as GNU tar does, and read again", arguments: [0, 511, 1 << 33 - 1, 1 << 33])
  func sizes(_ byteCount: Int) throws {
    let header = TarHeader.make("journal/a", byteCount: byteCount, modified: 1_800_000_000)
    let read = try #require(TarHeader.read(header))
    #expect(read == ("journal/a", byteCount))
  }

  @Test("tar lists a backup")
  func tar() throws {
    let bench = try Histories.make(10)
    let scratch = try Scratch()
    try bench.withEngine { try write($0.makeBackup(), to: scratch.file, step: 511) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/tar")
    process.arguments = ["tf", scratch.file]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let names = text.split(separator: "\n")
    #expect(names.count == 3, "\(names)")
    #expect(names.last == "manifest.json")
  }
}
