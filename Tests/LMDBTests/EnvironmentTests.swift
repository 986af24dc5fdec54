import Foundation
import Testing

@testable import LMDB

@Suite struct EnvironmentTests {
  @Test("what was committed is there after reopening")
  func reopening() throws {
    let fixture = try Fixture()
    try fixture.fill(1000)
    let environment = try fixture.environment()
    let table = try #require(try environment.openTable("numbers"))
    let transaction = try ReadTransaction(environment)
    var key = KeyBuffer()
    key.set(999)
    #expect(try transaction.get(table, key)?.uint64(at: 0) == 999)
    #expect(try transaction.count(table) == 1000)
    #expect(try environment.openTable("letters") == nil)
  }

  @Test("a directory that is not there is refused")
  func missingDirectory() {
    #expect(
      error { _ = try Environment(path: "/nowhere/at/all", mapSize: 1 << 20) } == .io(.open, errno: ENOENT))
  }

  @Test("the figures are LMDB's")
  func information() throws {
    let fixture = try Fixture()
    let environment = try fixture.environment(mapSize: 32 << 20, maximumReaders: 5)
    let before = environment.information
    #expect(before.mapSize == 32 << 20)
    #expect(before.maximumReaders == 5)
    #expect(before.readers == 0)
    let transaction = try WriteTransaction(environment)
    let table = try transaction.open(table: "t", create: true)
    var key = KeyBuffer()
    key.set(1)
    try transaction.put(table, key, [1])
    try transaction.commit()
    let reading = try ReadTransaction(environment)
    let after = environment.information
    #expect(after.lastTransaction == before.lastTransaction + 1)
    #expect(after.lastPage > before.lastPage)
    #expect(after.readers == 1)
    #expect(reading.identifier == after.lastTransaction)
  }

  @Test("one reader more than there are slots is refused, and welcome when one is gone")
  func readersFull() throws {
    let environment = try Fixture().environment(maximumReaders: 2)
    let first = try ReadTransaction(environment)
    var second: ReadTransaction? = try ReadTransaction(environment)
    #expect(second?.isActive == true)
    #expect(error { _ = try ReadTransaction(environment) } == .readersFull(.begin))
    second = nil
    #expect(try ReadTransaction(environment).isActive)
    #expect(first.isActive)
  }

  @Test("a read-only environment reads, and refuses to write")
  func readOnly() throws {
    let fixture = try Fixture()
    try fixture.fill(10)
    let environment = try fixture.environment(options: [.readOnly, .noReadAhead])
    let table = try #require(try environment.openTable("numbers"))
    #expect(try ReadTransaction(environment).count(table) == 10)
    #expect(error { _ = try WriteTransaction(environment) } == .io(.begin, errno: EACCES))
  }

  @Test("a copy is an environment with the same rows", arguments: [false, true])
  func copying(isCompacting: Bool) throws {
    let fixture = try Fixture()
    try fixture.fill(1000)
    let environment = try fixture.environment()
    let copy = try Fixture()
    try environment.copy(to: copy.path, isCompacting: isCompacting)
    #expect(error { try environment.copy(to: copy.path) } == .io(.copy, errno: EEXIST))
    let copied = try copy.environment()
    let table = try #require(try copied.openTable("numbers"))
    #expect(try ReadTransaction(copied).count(table) == 1000)
  }

  @Test("a copy can go to a descriptor")
  func copyingToDescriptor() throws {
    let fixture = try Fixture()
    try fixture.fill(1000)
    let environment = try fixture.environment()
    let copy = try Fixture()
    let descriptor = unsafe open(copy.file, O_CREAT | O_WRONLY, 0o600)
    try environment.copy(toDescriptor: descriptor)
    close(descriptor)
    let copied = try copy.environment()
    let table = try #require(try copied.openTable("numbers"))
    #expect(try ReadTransaction(copied).count(table) == 1000)
    #expect(error { try environment.copy(toDescriptor: -1) } == .io(.copy, errno: EBADF))
  }
}
