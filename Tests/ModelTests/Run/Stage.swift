import Engine
import Foundation
import Journal
import LMDB
import Messages

@testable import Engine

/// The engine under test: a writer on a temporary directory, in one process and one thread, that can be stopped, killed and
/// crashed.
final class Stage {
  /// What makes an engine hard to run.
  struct Shape: Sendable {
    /// So small that it can be full: commands are then refused with RESOURCE_EXHAUSTED, and later ones work in a larger one.
    var stateByteLimit = 64 << 20
    /// So small that the journal goes on in new segments often.
    var segmentByteCount = 1 << 20
    var isTight: Bool { stateByteLimit < 16 << 20 }
  }

  private let directory: String
  private var options: Engine.Options
  private var opened: (writer: Writer, queries: Queries)?

  init(_ shape: Shape) throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)").path
    options = Engine.Options(directory: directory)
    options.stateByteLimit = shape.stateByteLimit
    options.residentByteLimit = 1 << 18
    options.journal.segmentByteCount = shape.segmentByteCount
    options.journal.syncMode = .none
    try open()
  }

  deinit {
    opened = nil
    try? FileManager.default.removeItem(atPath: directory)
  }

  private func open() throws {
    let writer = try Engine.openWriter(options)
    opened = (writer, Queries(try writer.makeReader()))
  }

  private func running() throws -> (writer: Writer, queries: Queries) {
    guard let opened else { throw Disagreement("the engine is not open") }
    return opened
  }

  /// The last sequence.
  var sequence: UInt64 { opened?.writer.facts.sequence ?? 0 }

  func process(_ batch: Batch) throws -> [CommandOutcome] {
    let running = try running()
    running.queries.endRound()
    return try running.writer.process(batch)
  }

  func queries() throws -> Queries { try running().queries }

  /// Ends as a killed process does, and opens again.
  func kill() throws {
    opened = nil
    try open()
  }

  /// Gives the state a little more room.
  func enlarge() throws {
    options.stateByteLimit += 128 << 10
    try kill()
  }

  /// Opens again as after a crash of the machine, in which the state was lost or spoilt.
  func crash(losingState: Bool) throws {
    opened = nil
    let state = directory + "/state/data.mdb"
    if losingState {
      try FileManager.default.removeItem(atPath: state)
    } else if let file = FileHandle(forUpdatingAtPath: state) {
      try file.seek(toOffset: 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 8192))
      try file.close()
    }
    options.bootID = UUID().uuidString
    try open()
  }

  func checkpoint() throws {
    let folder = directory + "/checkpoints"
    _ = try Checkpoint.make(of: try running().writer.environment, in: folder, bytesPerSecond: .max)
    try Checkpoint.prune(in: folder, keeping: 2)
  }

  /// What the state holds after the whole journal was folded into an empty one.
  func folded() throws -> [String] {
    let copy = directory + "-folded"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: directory + "/journal", toPath: copy + "/journal")
    var options = options
    options.directory = copy
    return try Self.dump(try Engine.openWriter(options))
  }

  /// Every table, key and value.
  func dump() throws -> [String] { try Self.dump(try running().writer) }

  private static func dump(_ writer: Writer) throws -> [String] {
    var lines: [String] = []
    let transaction = try ReadTransaction(writer.environment)
    for child in Mirror(reflecting: writer.view.tables).children {
      guard let table = child.value as? Table else { continue }
      let name = child.label ?? ""
      try transaction.forEach(table, prefix: KeyBuffer()) { (key, value) throws(LMDBError) in
        lines.append("\(name) \(key.array) = \(value.array)")
        return true
      }
    }
    return lines
  }
}
