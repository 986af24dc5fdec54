import Foundation
import Testing

@testable import LMDB

/// A fresh directory for one environment, removed with the fixture.
final class Fixture {
  let path: String

  init() throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("lmdb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var file: String { path + "/data.mdb" }

  func environment(mapSize: Int = 64 << 20, maximumReaders: Int = 16, options: Environment.Options = []) throws
    -> Environment
  {
    try Environment(
      path: path, mapSize: mapSize, maximumTables: 8, maximumReaders: maximumReaders, options: options)
  }

  /// Writes a table of `count` rows whose keys and values are their numbers, and closes the environment.
  func fill(_ count: Int, valueByteCount: Int = 96) throws {
    let environment = try environment()
    let transaction = try WriteTransaction(environment)
    let table = try transaction.open(table: "numbers", create: true)
    var key = KeyBuffer()
    for number in 0..<count {
      key.set(number)
      try transaction.put(table, key, byteCount: valueByteCount, .append) { $0.store(UInt64(number), at: 0) }
    }
    try transaction.commit()
    try environment.sync()
  }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) }

  func overwrite(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    try? FileManager.default.removeItem(atPath: path + "/lock.mdb")
  }
}

extension KeyBuffer {
  mutating func set(_ number: Int) {
    reset()
    append(bigEndian: UInt64(number))
  }

  mutating func set(_ text: String) {
    reset()
    append(utf8: text)
  }
}

/// The error that `body` throws; fails where it throws none.
func error(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) -> LMDBError? {
  do {
    try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error as? LMDBError
  }
}
