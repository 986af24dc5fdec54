import Journal
import Testing

@Suite("What is committed is read back")
struct RoundTripTests {
  @Test("entries of random sizes survive rotation and reopening", arguments: [1 as UInt64, 2, 3])
  func roundTrip(seed: UInt64) throws {
    let folder = try Folder()
    var random = Seeded(seed)
    var written: [Written] = []
    for _ in 0..<3 {
      let journal = try Journal.open(directory: folder.path, options: .small)
      try folder.expect(written, in: journal.reader)
      for _ in 0..<20 { try journal.write(randomBatchFrom: &random, into: &written) }
      try folder.expect(written, in: journal.reader)
      try journal.reader.verify()
      #expect(journal.reader.facts.segmentCount > 2)
    }
    var options = JournalOptions.small
    options.verification = .everything
    let journal = try Journal.open(directory: folder.path, options: options)
    try folder.expect(written, in: journal.reader)
    #expect(journal.reader.facts.lastSequence == UInt64(written.count))
  }
}
