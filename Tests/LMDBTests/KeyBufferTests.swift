import Testing

@testable import LMDB

@Suite struct KeyBufferTests {
  @Test("parts are put one after the other")
  func parts() {
    var key = KeyBuffer()
    key.append(utf8: "é")
    key.append(byte: 0)
    key.append(bigEndian: UInt32(0x0102_0304))
    key.append(bigEndian: UInt16(0x0506))
    key.append(bigEndian: UInt64(7))
    let bytes: [UInt8] = [8, 9]
    key.append(bytes: unsafe bytes.span.bytes)
    #expect(key.bytes.array == [0xC3, 0xA9, 0, 1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0, 0, 7, 8, 9])
    key.truncate(to: 3)
    #expect(key.bytes.array == [0xC3, 0xA9, 0])
    key.truncate(to: 9)
    #expect(key.count == 3)
    key.reset()
    #expect(key.count == 0)
  }

  @Test("numbers sort as keys do")
  func order() {
    let numbers: [Int64] = [.min, .min + 1, -256, -1, 0, 1, 255, 256, .max]
    let keys = numbers.map { number in
      var key = KeyBuffer()
      key.append(bigEndian: number)
      #expect(key.bytes.bigEndianInt64(at: 0) == number)
      return key.bytes.array
    }
    for (a, b) in zip(keys, keys.dropFirst()) { #expect(a.lexicographicallyPrecedes(b)) }
  }

  @Test("what does not fit is left out and noted")
  func overflowing() {
    var key = KeyBuffer()
    key.append(utf8: String(repeating: "x", count: 505))
    key.append(bigEndian: UInt32(1))
    key.append(bigEndian: UInt16(1))
    #expect(key.count == 511)
    #expect(key.isOverflowing == false)
    key.append(byte: 1)
    #expect(key.isOverflowing == true)
    #expect(key.count == 511)
    key.truncate(to: 500)
    #expect(key.isOverflowing == false)
    key.append(bigEndian: UInt64(1))
    #expect(key.isOverflowing == false)
    key.append(bigEndian: UInt64(1))
    key.append(byte: 1)
    #expect(key.isOverflowing == true)
    #expect(key.count == 508)
    key.reset()
    #expect(key.isOverflowing == false)
  }

  @Test("a number written into a row reads back", arguments: [0, 1, 3])
  func numbers(offset: Int) {
    var row = [UInt8](repeating: 0xEE, count: 40)
    unsafe row.withUnsafeMutableBytes { buffer in
      var span = unsafe buffer.mutableBytes
      span.store(Int64.min + 5, at: offset)
      span.store(UInt64.max - 5, at: offset + 8)
      span.store(UInt32(0x0102_0304), at: offset + 16)
      span.store(UInt16(0x0506), at: offset + 20)
      span.store(UInt8(7), at: offset + 22)
    }
    let bytes = unsafe row.span.bytes
    #expect(bytes.int64(at: offset) == Int64.min + 5)
    #expect(bytes.uint64(at: offset + 8) == UInt64.max - 5)
    #expect(bytes.uint32(at: offset + 16) == 0x0102_0304)
    #expect(bytes.bigEndianUInt32(at: offset + 16) == 0x0403_0201)
    #expect(bytes.uint16(at: offset + 20) == 0x0506)
    #expect(bytes.bigEndianUInt16(at: offset + 20) == 0x0605)
    #expect(bytes.uint8(at: offset + 22) == 7)
    #expect(bytes.uint8(at: offset + 23) == 0xEE)
  }

  @Test("bytes are compared by length and content")
  func comparing() {
    let a: [UInt8] = [1, 2, 3]
    let b: [UInt8] = [1, 2]
    let c: [UInt8] = [1, 2, 4]
    let d: [UInt8] = [1, 2, 3]
    let none: [UInt8] = []
    #expect(unsafe a.span.bytes.equals(d.span.bytes))
    #expect(unsafe !a.span.bytes.equals(b.span.bytes))
    #expect(unsafe !a.span.bytes.equals(c.span.bytes))
    #expect(unsafe a.span.bytes.starts(with: b.span.bytes))
    #expect(unsafe !b.span.bytes.starts(with: a.span.bytes))
    #expect(unsafe none.span.bytes.equals(none.span.bytes))
    #expect(unsafe a.span.bytes.starts(with: none.span.bytes))
  }
}
