import Glibc
import Journal
import Synchronization
import Testing

@Suite("Reading")
struct ReadingTests {
  @Test("the first sequence at or after a time is found across records and segments")
  func times() throws {
    let folder = try Folder()
    var written: [Written] = []
    var random = Seeded(12)
    let journal = try Journal.open(directory: folder.path, options: .small)
    for _ in 0..<60 { try journal.write(randomBatchFrom: &random, into: &written) }
    let last = try #require(written.last).time
    for time in -1...last + 1 {
      let expected = (written.firstIndex { $0.time >= time } ?? written.count) + 1
      // Batches may share a time: the first of them counts.
      #expect(try journal.reader.firstSequence(atOrAfter: time) == UInt64(expected))
    }
  }

  @Test("entries are found in segments with many anchors, by number and walking from the middle")
  func anchors() throws {
    let folder = try Folder()
    var options = JournalOptions.small
    options.segmentByteCount = 1 << 20
    let journal = try Journal.open(directory: folder.path, options: options)
    var random = Seeded(13)
    var sizes: [Int] = []
    while folder.segments.count < 3 {
      let count = Int.random(in: 1...4, using: &random) == 1 ? 400 : 1
      let commands = (0..<count).map { _ in
        let size = Int.random(in: 0...400, using: &random)
        sizes.append(size)
        return [[UInt8](repeating: UInt8(size & 0xFF), count: size)]
      }
      try journal.write(commands, time: 1)
    }
    for (index, size) in sizes.enumerated() {
      let found = try journal.reader.withEntry(at: UInt64(index) + 1) { unsafe $0.bytes.count }
      if found != size { Issue.record("entry \(index + 1)") }
    }
    for start in stride(from: 1, through: sizes.count, by: 997) {
      var cursor = try journal.reader.records(from: UInt64(start))
      let record = try #require(try cursor.next())
      var first: UInt64?
      record.forEachEntry(from: UInt64(start)) { if first == nil { first = $0.sequence } }
      #expect(first == UInt64(start))
    }
  }

  @Test("readers on other threads see every entry in order while it is written")
  func concurrent() async throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    let reader = journal.reader
    let total = 3000
    let readers = (0..<3).map { number in
      Task.detached {
        var cursor = try reader.records(from: 1)
        var next: UInt64 = 1
        var random = Seeded(UInt64(number))
        while next <= UInt64(total) {
          guard let record = try cursor.next() else {
            await Task.yield()
            continue
          }
          record.forEachEntry { entry in
            let good =
              unsafe entry.sequence == next && entry.bytes.count == Int(next % 90)
              && entry.bytes.allSatisfy { $0 == UInt8(next % 251) }
            if !good { Issue.record("entry \(entry.sequence)") }
            next += 1
          }
          let sequence = UInt64.random(in: 1..<next, using: &random)
          let count = try reader.withEntry(at: sequence) { unsafe $0.bytes.count }
          if count != Int(sequence % 90) { Issue.record("random entry \(sequence)") }
        }
      }
    }
    var random = Seeded(1)
    while journal.nextSequence <= UInt64(total) {
      try journal.begin(time: 1)
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let sequence = journal.nextSequence
        try journal.append([UInt8](repeating: UInt8(sequence % 251), count: Int(sequence % 90)))
        journal.endCommand()
      }
      try journal.commit()
    }
    for reader in readers { try await reader.value }
  }
}
