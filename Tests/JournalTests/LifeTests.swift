import Glibc
import Journal
import Testing

@Suite("A journal's life")
struct LifeTests {
  @Test("an empty folder, or none, begins a journal at sequence 1")
  func begins() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path + "/", options: .small)
    let facts = journal.reader.facts
    #expect(facts.firstSequence == 1)
    #expect(facts.lastSequence == 0)
    #expect(facts.lastTime == nil)
    #expect(facts.hash == .zero)
    #expect(facts.segmentCount == 1)
    #expect(facts.byteCount == 16384)
    #expect(try journal.reader.firstSequence(atOrAfter: 0) == 1)
    #expect(folder.names.contains("00000000000000000001.journal"))
  }

  @Test("a restored journal goes on where it is told to")
  func beginning() throws {
    let folder = try Folder()
    var options = JournalOptions.small
    let hash = JournalHash(bytes: SIMD32(repeating: 7))
    options.beginning = .init(firstSequence: 1000, time: 50, hash: hash)
    for _ in 0..<2 {
      let journal = try Journal.open(directory: folder.path, options: options)
      #expect(journal.nextSequence == 1000)
      #expect(journal.reader.facts.baseline == hash)
      #expect(throws: JournalError.timeRanBackwards(time: 49, last: 50)) { try journal.begin(time: 49) }
    }
    let journal = try Journal.open(directory: folder.path, options: options)
    try journal.write([[[1]]], time: 50)
    #expect(throws: JournalError.removed(sequence: 999, firstSequence: 1000)) {
      try journal.reader.withEntry(at: 999) { _ in }
    }
    try journal.reader.verify()
  }

  @Test("a second journal on the same folder is refused while the first lives")
  func locked() throws {
    let folder = try Folder()
    do {
      let journal = try Journal.open(directory: folder.path, options: .small)
      #expect(throws: JournalError.locked(directory: folder.path)) {
        try Journal.open(directory: folder.path, options: .small)
      }
      #expect(journal.isEmpty)
    }
    _ = try Journal.open(directory: folder.path, options: .small)
  }

  @Test("what a killed process left unsynced is there, and is written again")
  func killed() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    var written: [Written] = []
    var random = Seeded(5)
    for _ in 0..<5 { try journal.write(randomBatchFrom: &random, into: &written) }
    let copy = try folder.copy()
    var options = JournalOptions.small
    options.syncMode = .direct
    do {
      let reopened = try Journal.open(directory: copy.path, options: options)
      try copy.expect(written, in: reopened.reader)
      #expect(reopened.reader.facts == journal.reader.facts)
      try reopened.write(randomBatchFrom: &random, into: &written)
    }
    try copy.expect(written, in: try Journal.open(directory: copy.path, options: options).reader)
  }

  @Test("a process killed in the middle of a rotation, before or after the name, loses nothing")
  func killedRotating() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[UInt8](repeating: 1, count: 9000)]], time: 1)
    try journal.begin(time: 2)
    try journal.append([UInt8](repeating: 2, count: 9000))
    let named = try folder.copy()
    #expect(named.segments.count == 2)
    let unnamed = try folder.copy()
    try #require(unsafe rename(unnamed.segments[1], unnamed.path + "/prepared") == 0)
    journal.endCommand()
    journal.abandon()
    for copy in [named, unnamed] {
      for round in 2...3 as ClosedRange<UInt64> {
        let reopened = try Journal.open(directory: copy.path, options: .small)
        #expect(reopened.nextSequence == round)
        try reopened.write([[[UInt8](repeating: 3, count: 5000)]], time: 2)
        try reopened.reader.verify()
        #expect(reopened.reader.facts.segmentCount == 2)
      }
    }
    try journal.write([[[4]]], time: 2)
    try journal.reader.verify()
    #expect(journal.reader.endSequence == 3)
  }

  @Test("after a failed write every call throws that failure, readers see what was before, and reopening heals")
  func poisoned() throws {
    let folder = try Folder()
    do {
      let journal = try Journal.open(directory: folder.path, options: .small)
      try journal.write([[[1]]], time: 1)
      try replaceDescriptor(of: folder.segments[0], with: "/dev/full")
      let failure = JournalError.failed(operation: "write", path: folder.segments[0], code: ENOSPC)
      #expect(throws: failure) { try journal.write([[[2]]], time: 2) }
      #expect(throws: failure) { try journal.begin(time: 3) }
      #expect(throws: failure) { try journal.append([3]) }
      #expect(throws: failure) { try journal.commit() }
      #expect(throws: failure) { try journal.removeSegments(below: 2) }
      #expect(journal.reader.endSequence == 2)
      #expect(try journal.reader.withEntry(at: 1) { unsafe Array($0.bytes) } == [1])
      #expect(try journal.reader.withEntry(at: 2) { _ in } == nil)
    }
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[4]]], time: 4)
    #expect(journal.reader.endSequence == 3)
  }

  @Test("where the next segment can't be made, nothing is lost and a later try goes on")
  func noNextSegment() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[UInt8](repeating: 1, count: 9000)]], time: 1)
    while !journal.nextSegmentIsPrepared { usleep(1000) }
    try journal.begin(time: 2)
    try journal.append([2])
    journal.endCommand()
    let away = folder.path + "-away"
    try #require(unsafe rename(folder.path, away) == 0)
    for _ in 0..<2 {
      let error = #expect(throws: JournalError.self) { try journal.append([UInt8](repeating: 3, count: 9000)) }
      guard case .failed(_, _, ENOENT) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    try #require(unsafe rename(away, folder.path) == 0)
    #expect(try journal.append([UInt8](repeating: 3, count: 9000)) == 3)
    journal.endCommand()
    try journal.commit()
    #expect(journal.reader.facts.segmentCount == 2)
    try journal.reader.verify()
  }

  @Test("segments below a sequence go, and what is left is verified from its baseline")
  func retention() throws {
    let folder = try Folder()
    var written: [Written] = []
    var random = Seeded(6)
    let journal = try Journal.open(directory: folder.path, options: .small)
    while folder.segments.count < 5 { try journal.write(randomBatchFrom: &random, into: &written) }
    let firsts = folder.names.compactMap { UInt64($0.prefix(20)) }
    var cursor = try journal.reader.records(from: 1)
    _ = try cursor.next()
    #expect(try journal.removeSegments(below: 1) == 0)
    #expect(try journal.removeSegments(below: firsts[2] - 1) == 1)
    #expect(try journal.removeSegments(below: firsts[2]) == 1)
    #expect(folder.segments.count == 3)
    let facts = journal.reader.facts
    #expect(facts.firstSequence == firsts[2])
    #expect(facts.baseline != .zero)
    try journal.reader.verify()
    #expect(throws: JournalError.removed(sequence: 1, firstSequence: firsts[2])) { try journal.reader.records(from: 1) }
    #expect(throws: JournalError.self) { try cursor.next() }
    #expect(try journal.removeSegments(below: .max) == 2)
    #expect(folder.segments.count == 1)
    let copy = try folder.copy()
    var options = JournalOptions.small
    options.verification = .everything
    #expect(try Journal.open(directory: copy.path, options: options).reader.facts == journal.reader.facts)
  }

  @Test("a newer format is refused by name")
  func version() throws {
    let folder = try Folder()
    _ = try Journal.open(directory: folder.path, options: .small)
    let file = File(folder.segments[0])
    var bytes = Array(try file.read()[..<4096])
    bytes[12] = 2
    var checksum = crc32c(bytes[12...])
    for index in 8..<12 {
      bytes[index] = UInt8(truncatingIfNeeded: checksum)
      checksum >>= 8
    }
    try file.write(bytes)
    #expect(throws: JournalError.unsupportedVersion(file: file.path, found: 2, supported: 1)) {
      try Journal.open(directory: folder.path, options: .small)
    }
  }

  /// CRC-32C bit by bit, from its definition.
  private func crc32c(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
    }
    return ~crc
  }

  /// Puts another file behind the descriptor that this process has open for `path`.
  private func replaceDescriptor(of path: String, with other: String) throws {
    let replacement = unsafe open(other, O_RDWR)
    defer { close(replacement) }
    var target = [CChar](repeating: 0, count: 4096)
    for descriptor in 0..<4096 as Range<Int32> {
      let length = unsafe readlink("/proc/self/fd/\(descriptor)", &target, target.count)
      guard length > 0, String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) == path else {
        continue
      }
      try #require(dup2(replacement, descriptor) == descriptor)
      return
    }
    Issue.record("no descriptor of \(path)")
  }
}
