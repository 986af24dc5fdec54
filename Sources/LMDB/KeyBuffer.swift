internal import CLMDB

/// A key under construction: bytes in the order in which LMDB compares them, in one block of memory that is reused.
///
/// A key has at most ``capacity`` bytes. Appending more leaves the bytes out and sets ``isOverflowing``; such a key is
/// refused as ``LMDBError/invalidSize(_:)``.
@safe
package struct KeyBuffer: ~Copyable {
  /// The longest key that LMDB takes, in bytes.
  @inlinable package static var capacity: Int { 511 }

  @usableFromInline let base: UnsafeMutableRawPointer

  /// How many bytes the key has.
  package internal(set) var count = 0

  /// Whether more was appended than a key can hold.
  package internal(set) var isOverflowing = false

  /// An empty key. This is the only time that memory is allocated.
  package init() {
    unsafe base = .allocate(byteCount: KeyBuffer.capacity, alignment: 16)
  }

  deinit { unsafe base.deallocate() }

  /// Makes the key empty again.
  @inline(__always)
  package mutating func reset() {
    count = 0
    isOverflowing = false
  }

  /// Shortens the key to its first `count` bytes: back to a prefix that several keys share.
  @inline(__always)
  package mutating func truncate(to count: Int) {
    if count < self.count { self.count = max(count, 0) }
    isOverflowing = false
  }

  /// Appends one byte.
  @inline(__always)
  package mutating func append(byte: UInt8) {
    guard hasRoom(1) else { return }
    unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends a copy of `bytes`.
  @inline(__always)
  package mutating func append(bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, hasRoom(bytes.count) else { return }
    unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
    count &+= bytes.count
  }

  /// Appends a copy of `bytes`.
  @inline(__always)
  package mutating func append(bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe append(bytes: bytes) }
  }

  /// Appends the UTF-8 of `text`, without an end mark.
  @inline(__always)
  package mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { bytes in unsafe append(bytes: UnsafeRawBufferPointer(bytes)) }
  }

  /// Appends a number so that keys sort by it, 8 bytes.
  @inline(__always)
  package mutating func append(bigEndian number: UInt64) { append(bits: number.bigEndian) }

  /// Appends a signed number so that keys sort by it, negative ones first, 8 bytes: its sign bit is flipped.
  @inline(__always)
  package mutating func append(bigEndian number: Int64) {
    append(bits: (UInt64(bitPattern: number) ^ 1 << 63).bigEndian)
  }

  /// Appends a number so that keys sort by it, 4 bytes.
  @inline(__always)
  package mutating func append(bigEndian number: UInt32) { append(bits: number.bigEndian) }

  /// Appends a number so that keys sort by it, 2 bytes.
  @inline(__always)
  package mutating func append(bigEndian number: UInt16) { append(bits: number.bigEndian) }

  /// The key's bytes, in place.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    @inline(__always)
    get {
      let span = unsafe RawSpan(_unsafeStart: base, byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  @inline(__always)
  private mutating func append<Bits: FixedWidthInteger & BitwiseCopyable>(bits: Bits) {
    guard hasRoom(MemoryLayout<Bits>.size) else { return }
    unsafe base.storeBytes(of: bits, toByteOffset: count, as: Bits.self)
    count &+= MemoryLayout<Bits>.size
  }

  @inline(__always)
  private mutating func hasRoom(_ byteCount: Int) -> Bool {
    if byteCount > KeyBuffer.capacity &- count || isOverflowing {
      isOverflowing = true
      return false
    }
    return true
  }

  /// The key as LMDB takes it. Good as long as the buffer is not changed.
  @inline(__always)
  var raw: MDB_val { unsafe MDB_val(mv_size: count, mv_data: base) }
}
