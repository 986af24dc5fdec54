import Foundation
import Journal
import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Retention")
struct RetentionTests {
  private static let day: Int64 = 86_400_000_000

  /// A bench with segments of three days, forty days apart, a checkpoint in the middle of the second and one at the end.
  private func aged() throws -> Bench {
    let bench = try Histories.make(300, segmentByteCount: 32 << 10)
    var generator = SplitMix(seed: 9)
    bench.now += 40 * Self.day
    for step in 1000..<1300 { try Histories.run(bench, step, &generator) }
    try bench.checkpoint()
    bench.now += 40 * Self.day
    for step in 2000..<2100 { try Histories.run(bench, step, &generator) }
    try bench.checkpoint()
    return bench
  }

  private func compact(
    _ bench: Bench, _ change: @escaping (inout RetentionOptions) -> Void = { _ in },
    during body: (Engine) throws -> Void = { _ in }
  ) throws -> CompactionReport {
    try bench.withEngine {
      $0.retention.keepMicroseconds = 0
      $0.retention.cursorGraceMicroseconds = 0
      change(&$0.retention)
    } _: { engine in
      try body(engine)
      return try engine.compactJournal()
    }
  }

  @Test("segments that a checkpoint covers go, a baseline stays, and everything is verified from it")
  func dropped() throws {
    let bench = try aged()
    let before = try bench.segments.count
    let reached = bench.writer.facts.sequence
    let whole = try bench.dump()
    let covered = try #require(Checkpoint.all(in: bench.directory + "/checkpoints").first).sequence
    let report = try compact(bench)
    #expect(report.removedSegments > 3)
    #expect(report.firstSequence > 1)
    #expect(report.baselineSequence == covered)
    #expect(report.limit == .checkpoint)
    #expect(try bench.segments.count == before - report.removedSegments)
    let verified = try bench.verify()
    #expect(verified.isSound, "\(verified.faults)")
    #expect(verified.sequence == reached)

    // Nothing but baseline and journal is left: that is enough.
    let manager = FileManager.default
    for name in ["state", "checkpoints", "marker"] { try manager.removeItem(atPath: bench.directory + "/" + name) }
    let alone = try bench.verify()
    #expect(alone.isSound, "\(alone.faults) \(alone.notes)")
    try bench.withEngine { #expect($0.origin == .baseline(covered)) }
    try bench.reopen()
    #expect(try bench.dump() == whole)
  }

  @Test("what is young, needed by a cursor or a backup, or may be asked for again stays")
  func kept() throws {
    let bench = try aged()
    #expect(try compact(bench) { $0.keepMicroseconds = 60 * Self.day }.removedSegments > 0)
    let second = try compact(bench) { $0.keepMicroseconds = 60 * Self.day }
    #expect(second.removedSegments == 0)
    #expect(second.limit == .age)
    let first = second.firstSequence
    var hold: RetentionHold?
    var report = try compact(bench) {
      $0.cursorGraceMicroseconds = 90 * Self.day
    } during: {
      hold = $0.retentionHolds.hold(first, for: .cursor)
    }
    #expect(report.removedSegments == 0)
    #expect(report.limit == .needed)
    var backup: BackupReader?
    report = try compact(bench) { _ in
    } during: {
      backup = try $0.makeBackup()
    }
    #expect(report.removedSegments == 0)
    #expect(report.limit == .needed)
    backup?.close()
    // A cursor that is too far behind expires.
    report = try compact(bench) { _ in
    } during: {
      hold = $0.retentionHolds.hold(first, for: .cursor)
    }
    #expect(report.removedSegments > 0)
    _ = hold
    let sound = try bench.verify()
    #expect(sound.isSound, "\(sound.faults)")
  }

  @Test("how long entries are kept is the policy's, and what would go can be asked before it does")
  func policy() throws {
    let bench = try aged()
    func policyDays(_ days: UInt32) throws {
      _ = try bench.ok(.putPolicy(.init(policy: Policy(journalDays: days))), as: Policy.self, role: .admin)
    }
    #expect(try compact(bench) { $0.keepMicroseconds = nil }.limit == .age)
    try bench.reopen()
    try policyDays(60)
    var foreseen = CompactionReport()
    let report = try compact(bench) {
      $0.keepMicroseconds = nil
    } during: {
      foreseen = try $0.compactJournal(isDryRun: true)
    }
    #expect(report.removedSegments > 0)
    #expect(foreseen.removedSegments == report.removedSegments && foreseen.removedBytes == report.removedBytes)
    #expect(foreseen.firstSequence == report.firstSequence)
    #expect(foreseen.baselineSequence == 0)
  }

  @Test("no segment with an answer that may be asked for is removed")
  func answers() throws {
    let bench = try Histories.make(600, segmentByteCount: 32 << 10)
    try bench.checkpoint()
    try bench.checkpoint()
    let report = try compact(bench)
    #expect(report.removedSegments == 0)
    #expect(report.limit == .answer)
    #expect(report.baselineSequence == 0)
  }

  @Test("segments that are archived go on the archive whole")
  func archived() throws {
    let bench = try aged()
    let archive = bench.directory + "/archive"
    try FileManager.default.createDirectory(atPath: archive, withIntermediateDirectories: true)
    bench.close()
    let oldest = try Data(contentsOf: URL(fileURLWithPath: bench.directory + "/" + bench.segments[0]))
    let name = try #require(bench.segments[0].split(separator: "/").last)
    let report = try compact(bench) { $0.archiveDirectory = archive }
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive).count == report.removedSegments)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(archive)/\(name)")) == oldest)
  }

  @Test("a checkpoint that is not what it must be becomes no baseline, and nothing is removed")
  func damaged() throws {
    let bench = try aged()
    let path = try #require(Checkpoint.all(in: bench.directory + "/checkpoints").first).path
    bench.close()
    try bench.edit(String(path.dropFirst(bench.directory.count + 1)) + "/data.mdb") { $0[$0.count / 2] ^= 1 }
    let before = try bench.segments
    do {
      _ = try compact(bench)
      Issue.record("it was compacted")
    } catch {
      #expect("\(error)".contains("checksum"))
    }
    #expect(try bench.segments == before)
  }

  @Test("stopped after any step, everything is there and goes on", arguments: 0..<5)
  func crash(_ step: Int) throws {
    let bench = try aged()
    let whole = try bench.dump()
    let reached = bench.writer.facts.sequence
    let checkpoint = try #require(Checkpoint.all(in: bench.directory + "/checkpoints").first)
    let baselines = bench.directory + "/baseline"
    bench.close()
    let manager = FileManager.default
    let segments = try bench.segments
    switch step {
    case 0:
      // While the baseline is made: its folder has no name yet.
      try manager.createDirectory(atPath: baselines + "/making", withIntermediateDirectories: true)
      try manager.linkItem(atPath: checkpoint.path + "/data.mdb", toPath: baselines + "/making/data.mdb")
    case 1: try checkpoint.copy(to: baselines)
    case 2, 3:
      // After the first segments.
      try checkpoint.copy(to: baselines)
      for segment in segments.prefix(step - 1) { try manager.removeItem(atPath: bench.directory + "/" + segment) }
    default:
      // Before an older baseline is removed.
      _ = try compact(bench)
      try manager.copyItem(atPath: checkpoint.path, toPath: baselines + "/00000000000000000007")
    }
    if step < 4 {
      let report = try bench.verify()
      #expect(report.isSound, "\(report.faults)")
      #expect(report.sequence == reached)
    }
    let report = try compact(bench)
    #expect(step == 4 || report.removedSegments > 0)
    #expect(Checkpoint.all(in: baselines).map(\.sequence) == [checkpoint.sequence])
    let after = try bench.verify()
    #expect(after.isSound, "\(after.faults)")
    try bench.reopen()
    #expect(try bench.dump() == whole)
  }

  @Test("a directory without its old segments is backed up and restored with its baseline")
  func backup() throws {
    let bench = try aged()
    _ = try compact(bench)
    let scratch = bench.directory + "-backup"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    try bench.withEngine { engine in
      let backup = try engine.makeBackup()
      #expect(backup.manifest.baselineSequence > 0)
      var all = Data()
      while case let bytes = try backup.read(upTo: 1 << 20), !bytes.isEmpty { all.append(contentsOf: bytes) }
      try all.write(to: URL(fileURLWithPath: scratch + "/file"))
    }
    #expect(try Verifier.verify(backup: scratch + "/file").isSound)
    try Restore.restore(scratch + "/file", into: scratch + "/data")
    let restored = try Bench(directory: scratch + "/data")
    try restored.run([restored.reserve(1, order: "after")])
    let report = try restored.verify()
    #expect(report.isSound, "\(report.faults)")
  }

  @Test("old segments go by themselves after a checkpoint")
  func automatic() throws {
    let bench = try aged()
    let before = try bench.segments.count
    try bench.withEngine {
      $0.retention.keepMicroseconds = 0
      $0.checkpointByteInterval = 1
    } _: { engine in
      let command = try Command(bench.reserve(1, order: "A"), caller: Caller(principal: "t", role: .seller))
      try engine.submit(command) { _ in }
      while engine.lastCompaction.report == nil, engine.lastCompaction.failure == nil { usleep(1000) }
      #expect(engine.lastCompaction.failure == nil)
      #expect(engine.figures.compaction.at > 0)
    }
    #expect(try bench.segments.count < before)
    let report = try bench.verify()
    #expect(report.isSound, "\(report.faults)")
  }
}
