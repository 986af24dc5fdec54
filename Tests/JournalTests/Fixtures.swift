import Glibc
import Journal
import Testing

/// An entry that a test wrote, and what the journal must say of it.
struct Written: Equatable {
  var time: Int64
  var endsCommand: Bool
  var bytes: [UInt8]
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// A folder of its own for a test, gone with it.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/holdfast-journal-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { _ = unsafe unlink(path + "/" + name) }
    _ = unsafe rmdir(path)
  }

  /// The names of all files.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of the segments, oldest first.
  var segments: [String] { names.filter { $0.hasSuffix(".journal") }.map { path + "/" + $0 } }

  /// A copy of everything, as a killed process leaves it.
  func copy() throws -> Folder {
    let folder = try Folder()
    for name in names where name != "lock" { try File(path + "/" + name).copy(to: folder.path + "/" + name) }
    return folder
  }

  /// Whether a journal holds just these entries, by every way of reading.
  func expect(_ written: [Written], in reader: JournalReader) throws {
    #expect(reader.endSequence == UInt64(written.count) + 1)
    var read: [Written] = []
    var cursor = try reader.records(from: 1)
    while let record = try cursor.next() {
      record.forEachEntry { entry in
        if entry.sequence != UInt64(read.count) + 1 { Issue.record("sequence \(entry.sequence)") }
        read.append(Written(entry))
      }
    }
    #expect(read == written)
    for (index, entry) in written.enumerated() {
      let found = try reader.withEntry(at: UInt64(index) + 1) { Written($0) }
      if found != entry { Issue.record("entry \(index + 1)") }
    }
    #expect(try reader.withEntry(at: UInt64(written.count) + 1) { Written($0) } == nil)
  }
}

/// A file as bytes, for those who damage it.
struct File {
  let path: String

  init(_ path: String) { self.path = path }

  func read() throws -> [UInt8] {
    let file = try unsafe #require(unsafe fopen(path, "r"))
    defer { unsafe fclose(file) }
    unsafe fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: unsafe ftell(file))
    unsafe rewind(file)
    try #require(unsafe fread(&bytes, 1, bytes.count, file) == bytes.count)
    return bytes
  }

  func write(_ bytes: [UInt8], at offset: Int = 0) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    try #require(unsafe pwrite(descriptor, bytes, bytes.count, offset) == bytes.count)
  }

  func truncate(to byteCount: Int) throws { try #require(unsafe Glibc.truncate(path, byteCount) == 0) }

  func copy(to other: String) throws { try File(other).write(read()) }
}

extension Written {
  init(_ entry: JournalEntry) {
    time = entry.time
    endsCommand = entry.endsCommand
    bytes = unsafe Array(entry.bytes)
  }
}

extension JournalOptions {
  /// Segments so small that a few batches fill them, and no syncing.
  static var small: JournalOptions {
    var options = JournalOptions()
    options.segmentByteCount = 16384
    options.syncMode = .none
    return options
  }
}

extension Journal {
  /// Appends a copy of the bytes.
  @discardableResult
  func append(_ bytes: [UInt8]) throws(JournalError) -> UInt64 {
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(JournalError) in
      try unsafe append(entry: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Commits one batch of these commands.
  func write(_ commands: [[[UInt8]]], time: Int64) throws(JournalError) {
    try begin(time: time)
    for command in commands {
      for entry in command { try append(entry) }
      endCommand()
    }
    try commit()
  }

  /// Commits a batch of random commands, some of which are dropped half way.
  func write(randomBatchFrom random: inout Seeded, into written: inout [Written]) throws {
    let time = (written.last?.time ?? 0) + .random(in: 0...3, using: &random)
    try begin(time: time)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      var command: [Written] = []
      let largest = Bool.random(using: &random) ? 8 : 150
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let bytes = (0..<Int.random(in: 0...largest, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        let sequence = try append(bytes)
        #expect(sequence == UInt64(written.count + command.count) + 1)
        command.append(Written(time: time, endsCommand: false, bytes: bytes))
        let found = try withEntry(at: sequence) { unsafe Array($0.bytes) }
        #expect(found == bytes)
      }
      guard Int.random(in: 0..<4, using: &random) > 0 else {
        dropCommand()
        continue
      }
      endCommand()
      command[command.count - 1].endsCommand = true
      written += command
    }
    try commit()
  }
}
