import Glibc
import Journal
import Testing

@Suite("Writing a batch")
struct WritingTests {
  @Test("a dropped command leaves nothing, and its sequences are given again")
  func dropped() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.begin(time: 7)
    #expect(try journal.append([1]) == 1)
    journal.endCommand()
    for index in 0..<70 { #expect(try journal.append([9, 9, 9]) == UInt64(2 + index)) }
    journal.dropCommand()
    #expect(journal.nextSequence == 2)
    #expect(try journal.withEntry(at: 2) { _ in true } == nil)
    #expect(try journal.append([2]) == 2)
    journal.endCommand()
    try journal.commit()
    let expected = [
      Written(time: 7, endsCommand: true, bytes: [1]), Written(time: 7, endsCommand: true, bytes: [2]),
    ]
    try folder.expect(expected, in: journal.reader)
    // Neither the padding nor what follows remembers what was dropped.
    let entriesEnd = 4096 + 80 + 10
    #expect(try File(folder.segments[0]).read()[entriesEnd...].allSatisfy { $0 == 0 })
    let copy = try folder.copy()
    try folder.expect(expected, in: try Journal.open(directory: copy.path, options: .small).reader)
  }

  @Test("a batch that is abandoned, or has no entry, writes nothing")
  func abandoned() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[1]]], time: 1)
    let before = try File(folder.segments[0]).read()
    try journal.begin(time: 2)
    for _ in 0..<100 { try journal.append([UInt8](repeating: 5, count: 100)) }
    journal.endCommand()
    #expect(!journal.isEmpty)
    journal.abandon()
    #expect(journal.isEmpty)
    #expect(journal.nextSequence == 2)
    try journal.begin(time: 2)
    journal.endCommand()
    try journal.commit()
    #expect(try File(folder.segments[0]).read() == before)
    let hash = journal.reader.facts.hash
    try journal.write([[[2]]], time: 3)
    #expect(journal.reader.facts.hash != hash)
    try journal.reader.verify()
  }

  @Test("the open batch is seen by the writer, and by no reader")
  func openBatch() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.begin(time: 1)
    for index in 0..<100 { try journal.append([UInt8(index)]) }
    for index in 0..<100 {
      #expect(try journal.withEntry(at: UInt64(index) + 1) { unsafe Array($0.bytes) } == [UInt8(index)])
    }
    #expect(try journal.reader.withEntry(at: 1) { _ in true } == nil)
    var cursor = try journal.reader.records(from: 1)
    #expect(try cursor.next() == nil)
    journal.endCommand()
    try journal.commit()
    #expect(try cursor.next()?.entryCount == 100)
    #expect(try cursor.next() == nil)
  }

  @Test("the running hash depends on the commands and their times, and not on batches or segments")
  func hash() throws {
    var random = Seeded(11)
    let commands = (0..<90).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        [UInt8](repeating: .random(in: 0...255, using: &random), count: .random(in: 0...300, using: &random))
      }
    }
    func hash(_ batchSize: Int, segmentByteCount: Int, _ commands: [[[UInt8]]], time: Int64 = 5) throws -> JournalHash {
      let folder = try Folder()
      var options = JournalOptions.small
      options.segmentByteCount = segmentByteCount
      let journal = try Journal.open(directory: folder.path, options: options)
      for start in stride(from: 0, to: commands.count, by: batchSize) {
        try journal.write(Array(commands[start..<min(start + batchSize, commands.count)]), time: time)
      }
      return journal.reader.facts.hash
    }
    let whole = try hash(90, segmentByteCount: 1 << 20, commands)
    #expect(try hash(1, segmentByteCount: 8192, commands) == whole)
    #expect(try hash(7, segmentByteCount: 16384, commands) == whole)
    #expect(try hash(90, segmentByteCount: 1 << 20, commands, time: 6) != whole)
    #expect(try hash(90, segmentByteCount: 1 << 20, [commands[1], commands[0]] + commands[2...]) != whole)
    // Two commands are not one with the same entries.
    #expect(try hash(9, segmentByteCount: 8192, [[[1]], [[2]]]) != hash(9, segmentByteCount: 8192, [[[1], [2]]]))
  }

  @Test("a batch too large for a segment is refused, and dropping the command helps")
  func tooLarge() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.begin(time: 1)
    try journal.append([UInt8](repeating: 1, count: 6000))
    journal.endCommand()
    try journal.append([UInt8](repeating: 2, count: 6000))
    #expect(throws: JournalError.self) { try journal.append([UInt8](repeating: 3, count: 6000)) }
    journal.dropCommand()
    try journal.append([3])
    journal.endCommand()
    try journal.commit()
    #expect(journal.reader.endSequence == 3)
    try journal.reader.verify()
  }

  @Test("larger segments take a batch that the empty one on disk could not")
  func largerSegments() throws {
    let folder = try Folder()
    _ = try Journal.open(directory: folder.path, options: .small)
    var options = JournalOptions.small
    options.segmentByteCount = 65536
    options.verification = .everything
    for round in 1...2 {
      let journal = try Journal.open(directory: folder.path, options: options)
      try journal.write([[[UInt8](repeating: 1, count: 50_000)]], time: 1)
      #expect(journal.reader.facts.segmentCount == round)
    }
    #expect(try Journal.open(directory: folder.path, options: options).reader.endSequence == 3)
  }

  @Test("time never runs backwards")
  func time() throws {
    let folder = try Folder()
    let journal = try Journal.open(directory: folder.path, options: .small)
    try journal.write([[[1]]], time: 100)
    try journal.write([[[1]]], time: 100)
    #expect(throws: JournalError.timeRanBackwards(time: 99, last: 100)) { try journal.begin(time: 99) }
  }

  @Test("every way of syncing writes the same journal", arguments: ["direct", "buffered", "none"])
  func modes(name: String) throws {
    let folder = try Folder()
    var options = JournalOptions.small
    options.syncMode = name == "direct" ? .direct : name == "buffered" ? .buffered : .none
    var random = Seeded(4)
    var written: [Written] = []
    do {
      let journal = try Journal.open(directory: folder.path, options: options)
      for _ in 0..<6 { try journal.write(randomBatchFrom: &random, into: &written) }
      try folder.expect(written, in: journal.reader)
      #expect(try journal.reader.availableBytes() > 0)
    }
    for mode in [JournalOptions.SyncMode.direct, .buffered] {
      options.syncMode = mode
      try folder.expect(written, in: try Journal.open(directory: folder.path, options: options).reader)
    }
  }
}
