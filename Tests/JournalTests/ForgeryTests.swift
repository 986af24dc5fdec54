import CSystem
import Glibc
import Testing

@testable import Journal

@Suite("Records whose checksums hold, and yet something is wrong")
struct ForgeryTests {
  /// Rewrites the header of the second of two records, with good checksums, and opens the journal.
  private func open(
    afterForging change: (inout RecordHeader) -> Void, body: [(offset: Int, byte: UInt8)] = []
  ) throws -> JournalError? {
    let folder = try Folder()
    do {
      let journal = try Journal.open(directory: folder.path, options: .small)
      try journal.write([[[1]]], time: 10)
      try journal.write([[[2], [3]], [[4]]], time: 20)
    }
    let file = File(folder.segments[0])
    var bytes = try file.read()
    let start = 4096 + 512
    try unsafe bytes.withUnsafeMutableBytes { buffer in
      let base = try unsafe #require(buffer.baseAddress)
      let salt = unsafe UnsafeRawPointer(base).load(64, as: UInt64.self)
      let length = buffer.count
      var header = try #require(
        unsafe RecordHeader(in: UnsafeRawPointer(base), at: start, limit: length, salt: salt))
      for (offset, byte) in body { unsafe buffer[start + RecordHeader.byteCount + offset] = byte }
      let bodyByteCount = header.byteCount - RecordHeader.byteCount
      header.bodyChecksum = unsafe crc32c(0, base + start + RecordHeader.byteCount, bodyByteCount)
      change(&header)
      unsafe header.write(in: base, at: start, salt: salt)
    }
    try file.write(bytes)
    do throws(JournalError) {
      _ = try Journal.open(directory: folder.path, options: .small)
      return nil
    } catch {
      guard case .damaged(file.path, start, _) = error else {
        Issue.record("\(error)")
        return error
      }
      return error
    }
  }

  @Test("the forgery itself, changing nothing, is accepted")
  func unchanged() throws {
    #expect(try open { _ in } == nil)
  }

  @Test("sequence, time, hash and counts must go on from the record before")
  func headers() throws {
    #expect(try open { $0.firstSequence += 1 } != nil)
    #expect(try open { $0.time = 9 } != nil)
    #expect(try open { $0.time = 21 } != nil)
    #expect(try open { $0.hash = .zero } != nil)
    #expect(try open { $0.entryCount = 2 } != nil)
    #expect(try open { $0.commandCount = 1 } != nil)
    #expect(try open { $0.commandCount = 3 } != nil)
    #expect(try open { $0.entriesByteCount -= 1 } != nil)
  }

  @Test("a time before the last record's is refused, even with the hash that goes with it")
  func time() throws {
    // The hash as documented, of the second record's commands after the first's.
    var running = RunningHash(from: .zero)
    for (time, entries) in [
      (10, [1, 0, 0, 0x80, 1]), (9, [1, 0, 0, 0, 2, 1, 0, 0, 0x80, 3]), (9, [1, 0, 0, 0x80, 4]),
    ]
      as [(Int64, [UInt8])]
    {
      unsafe entries.withUnsafeBytes { unsafe running.add(time: time, entries: $0) }
    }
    let hash = running.value
    let error = try open {
      $0.time = 9
      $0.hash = hash
    }
    guard case .damaged(_, _, "time runs backwards") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a segment must begin with the hash that the one before ends with, and have nothing behind its last record")
  func joints() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[UInt8](repeating: 1, count: 9000)]], time: 1)
    try journal.begin(time: 2)
    try journal.append([UInt8](repeating: 2, count: 9000))
    var options = JournalOptions.small
    options.verification = .everything

    let forged = try folder.copy()
    let file = try SegmentFile.open(forged.segments[1], mode: .none)
    var header = try SegmentHeader(file: file)
    header.hash = .zero
    var block = [UInt8](repeating: 0, count: 4096)
    try unsafe block.withUnsafeMutableBytes { unsafe header.write(to: try #require($0.baseAddress)) }
    try File(file.path).write(block)
    let recordEnd = 4096 + (80 + 9004).roundedUp(to: 512)
    #expect(
      throws: JournalError.damaged(
        file: forged.segments[0], offset: recordEnd, reason: "the next segment does not go on where this one ends")
    ) { try Journal.open(directory: forged.path, options: options) }

    let trailing = try folder.copy()
    _ = try Journal.open(directory: trailing.path, options: options)
    try File(trailing.segments[0]).write([1], at: 16383)
    #expect(
      throws: JournalError.damaged(
        file: trailing.segments[0], offset: recordEnd, reason: "something lies after the last record")
    ) { try Journal.open(directory: trailing.path, options: options) }
  }

  @Test("entries must be what was hashed, and fit their frames")
  func bodies() throws {
    // Entries of one byte each lie at 0, 5 and 10; the length's top byte is the fourth.
    #expect(try open(afterForging: { _ in }, body: [(4, 9)]) != nil)
    #expect(try open(afterForging: { _ in }, body: [(0, 2)]) != nil)
    #expect(try open(afterForging: { _ in }, body: [(0, 0xFF), (1, 0xFF), (2, 0xFF), (3, 0x7F)]) != nil)
    #expect(try open(afterForging: { _ in }, body: [(13, 0)]) != nil)
    #expect(try open(afterForging: { _ in }, body: [(3, 0x80), (8, 0)]) != nil)
  }

  @Test("what is not known to be on disk is written again on opening, and the torn end is zeroed")
  func writtenAgain() throws {
    let folder = try Folder()
    do {
      let journal = try Journal.open(directory: folder.path, options: .small)
      for time in 1...4 as ClosedRange<Int64> { try journal.write([[[UInt8(time)]]], time: time) }
    }
    let path = folder.segments[0]
    try File(path).write([0xFF], at: 4096 + 3 * 512 + 100)
    let found = try File(path).read()
    let target = folder.path + "/target"
    try File(target).write([UInt8](repeating: 0xEE, count: found.count))
    let file = try SegmentFile.open(path, mode: .none)
    for (known, start) in [(0, 4096), (1, 4608), (2, 5120), (3, 5632)] as [(UInt64, Int)] {
      let tail = try JournalTail(SegmentHeader(file: file), path: path, file: file, knownSequence: known)
      #expect(tail.endSequence == 4)
      try File(target).write([UInt8](repeating: 0xEE, count: found.count))
      try tail.makeDurable(in: SegmentFile.open(target, mode: .direct))
      let written = try File(target).read()
      #expect(written[..<start].allSatisfy { $0 == 0xEE })
      #expect(written[start..<5632] == found[start..<5632])
      #expect(written[5632..<6144].allSatisfy { $0 == 0 })
      #expect(written[6144...].allSatisfy { $0 == 0xEE })
    }
  }

  @Test("the checksum is CRC-32C, the same by instruction and by table, whole or in parts")
  func checksum() {
    var random = Seeded(2)
    let check = Array("123456789".utf8)
    #expect(unsafe holdfast_crc32c(0, check, 9) == 0xE306_9283)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let whole = unsafe holdfast_crc32c(0, bytes, count)
      #expect(unsafe holdfast_crc32c_portable(0, bytes, count) == whole)
      let cut = count / 3
      let part = unsafe holdfast_crc32c(0, bytes, cut)
      #expect(unsafe holdfast_crc32c(part, Array(bytes[cut...]), count - cut) == whole)
    }
  }
}
