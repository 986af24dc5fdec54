import Foundation
import Testing

@testable import LMDB

/// Reading behind the end of a mapped file kills the process (SIGBUS): a truncated file must not get that far.
@Suite struct DataFileTests {
  @Test("a file that lacks pages is refused", arguments: [1, 4096, 4097, 200_000])
  func truncated(missing: Int) throws {
    let fixture = try Fixture()
    try fixture.fill(5000)
    let whole = try fixture.bytes()
    try fixture.overwrite(whole.dropLast(missing))
    let refusal = error { _ = try fixture.environment() }
    #expect(refusal == .truncated(byteCount: whole.count - missing, neededByteCount: whole.count))
    try fixture.overwrite(whole)
    _ = try fixture.environment()
  }

  @Test("a file that ends within its meta pages is refused", arguments: [1, 100, 4096, 5000])
  func tiny(count: Int) throws {
    let fixture = try Fixture()
    try fixture.fill(10)
    let short = Array(try fixture.bytes().prefix(count))
    try fixture.overwrite(short)
    let refusal = error { _ = try fixture.environment() }
    guard case .truncated(count, _) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test("an empty file is an environment yet to be made")
  func empty() throws {
    let fixture = try Fixture()
    try fixture.overwrite([])
    _ = try fixture.environment()
  }

  /// LMDB does not write pages that a transaction took at the end and gave back, so that a sound file may end before
  /// the last page that its meta page counts. Refusing it would keep a healthy server from starting.
  @Test("a file that lacks only pages that nothing leads to is sound", arguments: [96, 1900, 10_000])
  func unwrittenTail(valueByteCount: Int) throws {
    let fixture = try Fixture()
    try fixture.fill(500, valueByteCount: valueByteCount)
    var bytes = try fixture.bytes()
    for meta in [0, 4096] { bytes[meta + 136] &+= 3 }
    try fixture.overwrite(bytes)
    let environment = try fixture.environment()
    let table = try #require(try environment.openTable("numbers"))
    #expect(try ReadTransaction(environment).count(table) == 500)
  }

  @Test("a lacking page of a long value is noticed")
  func overflowPages() throws {
    let fixture = try Fixture()
    try fixture.fill(50, valueByteCount: 10_000)
    let whole = try fixture.bytes()
    // The last pages of the file are those of the last long value, or leaves and branches written after it.
    for pages in 1...20 {
      try fixture.overwrite(whole.dropLast(4096 * pages))
      let refusal = error { _ = try fixture.environment() }
      #expect(refusal == .truncated(byteCount: whole.count - 4096 * pages, neededByteCount: whole.count))
    }
  }

  /// The real thing: deletes and inserts until LMDB leaves such a tail by itself, then opens it.
  @Test("a file left by a busy writer opens again")
  func busyWriter() throws {
    let fixture = try Fixture()
    var generator = SystemRandomNumberGenerator()
    var expected: Set<Int> = []
    for _ in 0..<40 {
      let environment = try fixture.environment()
      let transaction = try WriteTransaction(environment)
      let table = try transaction.open(table: "numbers", create: true)
      var key = KeyBuffer()
      for number in expected.shuffled(using: &generator).prefix(expected.count * 2 / 3) {
        key.set(number)
        #expect(try transaction.delete(table, key))
        expected.remove(number)
      }
      for _ in 0..<300 {
        let number = Int.random(in: 0..<1000, using: &generator)
        key.set(number)
        try transaction.put(table, key, byteCount: Int.random(in: 8...3000, using: &generator)) { _ in }
        expected.insert(number)
      }
      #expect(try transaction.count(table) == expected.count)
      try transaction.commit()
    }
  }

  @Test("a file of something else is refused")
  func foreign() throws {
    let fixture = try Fixture()
    try fixture.overwrite([UInt8](repeating: 0x5A, count: 20_000))
    guard case .corrupted(.open, _) = error({ _ = try fixture.environment() }) else {
      Issue.record("opened")
      return
    }
  }

  @Test("a file of another format is refused")
  func otherVersion() throws {
    let fixture = try Fixture()
    try fixture.fill(10)
    var bytes = try fixture.bytes()
    for meta in [0, 4096] { bytes[meta + 20] = 2 }
    try fixture.overwrite(bytes)
    #expect(error { _ = try fixture.environment() } == .versionMismatch(.open))
  }

  @Test("whatever a short file holds, it is refused without harm")
  func damaged() throws {
    let fixture = try Fixture()
    try fixture.fill(2000)
    let whole = try fixture.bytes()
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var bytes = Array(whole.dropLast(4096 * Int.random(in: 1...10, using: &generator)))
      for _ in 0..<200 {
        bytes[Int.random(in: 8192..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      try fixture.overwrite(bytes)
      // Random damage may cut off the very branch that led to the missing pages: only harm counts.
      _ = try? DataFile.check(fixture.file)
    }
  }
}
