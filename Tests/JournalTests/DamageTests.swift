import Glibc
import Journal
import Testing

@Suite("Damage is refused, and a torn end is cut off")
struct DamageTests {
  /// Three records in one segment, the last of three sectors; and where each starts.
  private func threeRecords() throws -> (folder: Folder, written: [Written], starts: [Int]) {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[1, 2, 3]], [[4], [5]]], time: 10)
    try journal.write([[[6]]], time: 11)
    let large = [[[UInt8](repeating: 0x5A, count: 900), [7]], (0..<40).map { [UInt8($0)] }]
    try journal.write(large, time: 12)
    var written: [Written] = []
    var cursor = try journal.reader.records(from: 1)
    while let record = try cursor.next() { record.forEachEntry { written.append(Written($0)) } }
    return (folder, written, [4096, 4608, 5120])
  }

  @Test("a last record torn at any byte is cut off, and writing goes on", arguments: [false, true])
  func torn(withGarbage: Bool) throws {
    let (folder, written, starts) = try threeRecords()
    let file = File(folder.segments[0])
    let whole = try file.read()
    let recordEnd = 5120 + 1536
    #expect(whole[recordEnd...].allSatisfy { $0 == 0 })
    let contentEnd = try #require(whole.lastIndex { $0 != 0 }) + 1
    #expect(contentEnd > 5120 + 1024)
    var random = Seeded(3)
    for cut in starts[2]..<contentEnd {
      let rest = (cut..<recordEnd).map { offset in withGarbage ? ~whole[offset] : UInt8(0) }
      try file.write(rest, at: cut)
      do {
        let journal = try Journal.open(directory: folder.path, options: .small)
        #expect(journal.reader.endSequence == 5, "cut at \(cut)")
        if cut % 97 == 0 {
          try folder.expect(Array(written.prefix(4)), in: journal.reader)
          try journal.write([[[UInt8.random(in: 0...255, using: &random)]]], time: 12)
        } else {
          #expect(try File(folder.segments[0]).read()[starts[2]...].allSatisfy { $0 == 0 })
        }
      }
      if cut % 97 == 0 {
        #expect(try Journal.open(directory: folder.path, options: .small).reader.endSequence == 6)
      }
      try file.write(whole)
    }
    try folder.expect(written, in: try Journal.open(directory: folder.path, options: .small).reader)
  }

  @Test("sectors of the last record that never reached the disk, in any combination, are a torn record")
  func lostSectors() throws {
    let (folder, written, starts) = try threeRecords()
    let file = File(folder.segments[0])
    let whole = try file.read()
    for lost in 1..<8 {
      for sector in 0..<3 where lost & 1 << sector != 0 {
        try file.write([UInt8](repeating: 0, count: 512), at: starts[2] + sector * 512)
      }
      try folder.expect(
        Array(written.prefix(4)), in: try Journal.open(directory: folder.path, options: .small).reader)
      try file.write(whole)
    }
  }

  @Test("a torn record that is known to have been on disk is damage")
  func tornButKnown() throws {
    let (folder, written, _) = try threeRecords()
    let file = File(folder.segments[0])
    try file.write([0xFF], at: 5200)
    var options = JournalOptions.small
    options.knownSequence = 5
    try expectDamage(file.path, 5120) { try Journal.open(directory: folder.path, options: options) }
    options.knownSequence = 4
    try folder.expect(
      Array(written.prefix(4)), in: try Journal.open(directory: folder.path, options: options).reader)
    options.knownSequence = 5
    #expect(throws: JournalError.endsEarly(lastSequence: 4, knownSequence: 5)) {
      try Journal.open(directory: folder.path, options: options)
    }
  }

  @Test("damage before the last record is refused with its place", arguments: [0, 4, 17, 30, 79, 80, 86, 300, 511])
  func middle(offset: Int) throws {
    let (folder, _, starts) = try threeRecords()
    let file = File(folder.segments[0])
    let whole = try file.read()
    for start in starts.prefix(2) {
      try file.write([whole[start + offset] ^ 0x10], at: start + offset)
      try expectDamage(file.path, start) { try Journal.open(directory: folder.path, options: .small) }
      try file.write(whole)
    }
  }

  @Test("a flipped byte anywhere is refused where it is, or was in nothing that counts")
  func flips() throws {
    let folder = try Folder()
    var options = JournalOptions.small
    options.segmentByteCount = 8192
    options.verification = .everything
    do {
      let journal = try Journal.open(directory: folder.path, options: options)
      for time in 0..<10 as Range<Int64> {
        try journal.write([[[UInt8](repeating: 3, count: 500)], [[1], [2]]], time: time)
      }
      #expect(folder.segments.count == 3)
    }
    let paths = folder.segments
    for path in paths {
      let whole = try File(path).read()
      let lastByte = try #require(whole.lastIndex { $0 != 0 })
      for offset in 0..<whole.count where offset <= 120 || offset >= 4096 && offset <= lastByte || offset % 61 == 0 {
        try File(path).write([whole[offset] ^ 0x40], at: offset)
        var outcome: JournalError?
        var end: UInt64 = 0
        do throws(JournalError) {
          end = try Journal.open(directory: folder.path, options: options).reader.endSequence
        } catch {
          outcome = error
        }
        switch outcome {
        case .damaged(let file, let place, _):
          if file != path || place > offset || offset - place > 4096 { Issue.record("\(path) \(offset): \(place)") }
        case nil:
          // In the segment that is written to: the last record counts as torn, and behind it there is nothing.
          let isLast = path == paths.last
          if !isLast || offset < 4096 + 1024 || end != (offset < 4096 + 2048 ? 28 : 31) {
            Issue.record("\(path) \(offset): accepted with \(end)")
          }
        default: Issue.record("\(path) \(offset): \(String(describing: outcome))")
        }
        try File(path).write(whole)
      }
    }
  }

  @Test("damage in an older segment is found by who reads it, and nowhere skipped")
  func older() throws {
    let folder = try Folder()
    var written: [Written] = []
    var random = Seeded(8)
    let journal = try Journal.open(directory: folder.path, options: .small)
    while folder.segments.count < 4 { try journal.write(randomBatchFrom: &random, into: &written) }
    let copy = try folder.copy()
    let file = File(copy.segments[1])
    let whole = try file.read()
    try file.write([whole[4096 + 100] ^ 1], at: 4096 + 100)
    let reader = try Journal.open(directory: copy.path, options: .small).reader
    let first = try #require(UInt64(copy.names.filter { $0.hasSuffix(".journal") }[1].prefix(20)))
    try expectDamage(file.path, 4096) { try reader.withEntry(at: first) { _ in } }
    try expectDamage(file.path, 4096) { try reader.verify() }
    var cursor = try reader.records(from: 1)
    try expectDamage(file.path, 4096) { while (try cursor.next()) != nil {} }
    #expect(cursor.sequence == first)
    try reader.verify(from: reader.endSequence - 1)
  }

  @Test("a missing segment, one of another history and a shorter one are refused")
  func segments() throws {
    let folder = try Folder()
    var written: [Written] = []
    var random = Seeded(9)
    let journal = try Journal.open(directory: folder.path, options: .small)
    while folder.segments.count < 3 { try journal.write(randomBatchFrom: &random, into: &written) }

    let missing = try folder.copy()
    let last = missing.segments[2]
    _ = unsafe unlink(missing.segments[1])
    try expectDamage(last, 40) { try Journal.open(directory: missing.path, options: .small) }

    let foreign = try folder.copy()
    let otherFolder = try Folder()
    var options = JournalOptions.small
    options.beginning.firstSequence = try #require(
      UInt64(foreign.names.filter { $0.hasSuffix(".journal") }[2].prefix(20)))
    _ = try Journal.open(directory: otherFolder.path, options: options)
    try File(otherFolder.segments[0]).copy(to: foreign.segments[2])
    try expectDamage(foreign.segments[2], 16) { try Journal.open(directory: foreign.path, options: .small) }

    let short = try folder.copy()
    try File(short.segments[1]).truncate(to: 12288)
    try expectDamage(short.segments[1], 12288) { try Journal.open(directory: short.path, options: .small) }
    try File(short.segments[1]).truncate(to: 100)
    try expectDamage(short.segments[1], 100) { try Journal.open(directory: short.path, options: .small) }
  }

  @Test("a journal of another history than expected is refused")
  func history() throws {
    let folder = try Folder()
    var options = JournalOptions.small
    let found = try Journal.open(directory: folder.path, options: options).reader.facts.historyID
    options.expectedHistoryID = found
    _ = try Journal.open(directory: folder.path, options: options)
    let expected = HistoryID.random()
    options.expectedHistoryID = expected
    #expect(throws: JournalError.wrongHistory(expected: expected, found: found)) {
      try Journal.open(directory: folder.path, options: options)
    }
  }

  @Test("an entry that holds a copy of a whole segment is never taken for records")
  func posing() throws {
    let (folder, _, _) = try threeRecords()
    let file = File(folder.segments[0])
    let image = try file.read()
    do {
      let journal = try Journal.open(directory: folder.path, options: .small)
      // Aligned so that its records lie at the start of sectors.
      let lead = 512 - RecordHeaderFacts.byteCount - 4
      try journal.write([[[UInt8](repeating: 0, count: lead) + image[4096..<8192]]], time: 20)
    }
    let end = try Journal.open(directory: folder.path, options: .small).reader.endSequence
    // Torn, the copied records inside must not make it look like damage in the middle.
    try file.write([0xFF], at: 5120 + 1536 + 90)
    #expect(try Journal.open(directory: folder.path, options: .small).reader.endSequence == end - 1)
  }
}

/// What the tests assume of a record's header.
enum RecordHeaderFacts {
  static let byteCount = 80
}

/// Expects damage in this file at this offset.
private func expectDamage<R>(_ file: String, _ offset: Int, _ body: () throws -> R) throws {
  let error = #expect(throws: JournalError.self) { try body() }
  guard case .damaged(file, offset, _) = error else {
    Issue.record("\(String(describing: error)) instead of damage at \(offset)")
    return
  }
}
