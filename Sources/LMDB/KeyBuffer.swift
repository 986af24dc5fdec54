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

  @usableFromInline var length = 0
  @usableFromInline var lacksBytes = false

  /// How many bytes the key has.
  @inlinable package var count: Int { length }

  /// Whether more was appended than a key can hold.
  @inlinable package var isOverflowing: Bool { lacksBytes }

  /// An empty key. This is the only time that memory is allocated.
  package init() {
    unsafe base = .allocate(byteCount: KeyBuffer.capacity, alignment: 16)
  }

  deinit { unsafe base.deallocate() }

  /// Makes the key empty again.
  @inlinable @inline(__always)
  package mutating func reset() {
    length = 0
    lacksBytes = false
  }

  /// Shortens the key to its first `count` bytes: back to a prefix that several keys share.
  @inlinable @inline(__always)
  package mutating func truncate(to count: Int) {
    if count < length { length = max(count, 0) }
    lacksBytes = false
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  package mutating func append(byte: UInt8) {
    guard hasRoom(1) else { return }
    unsafe base.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
    length &+= 1
  }

  /// Appends a copy of `bytes`.
  @inlinable @inline(__always)
  package mutating func append(bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, hasRoom(bytes.count) else { return }
    unsafe (base + length).copyMemory(from: source, byteCount: bytes.count)
    length &+= bytes.count
  }

  /// Appends a copy of `bytes`.
  @inlinable @inline(__always)
  package mutating func append(bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe append(bytes: bytes) }
  }

  /// Appends the UTF-8 of `text`, without an end mark.
  @inlinable @inline(__always)
  package mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { bytes in unsafe append(bytes: UnsafeRawBufferPointer(bytes)) }
  }

  /// Appends a number so that keys sort by it, 8 bytes.
  @inlinable @inline(__always)
  package mutating func append(bigEndian number: UInt64) { append(bits: number.bigEndian) }

  /// Appends a signed number so that keys sort by it, negative ones first, 8 bytes: its sign bit is flipped.
  @inlinable @inline(__always)
  package mutating func append(bigEndian number: Int64) {
    append(bits: (UInt64(bitPattern: number) ^ 1 << 63).bigEndian)
  }

  /// Appends a number so that keys sort by it, 4 bytes.
  @inlinable @inline(__always)
  package mutating func append(bigEndian number: UInt32) { append(bits: number.bigEndian) }

  /// Appends a number so that keys sort by it, 2 bytes.
  @inlinable @inline(__always)
  package mutating func append(bigEndian number: UInt16) { append(bits: number.bigEndian) }

  /// The key's bytes, in place.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    @inlinable @inline(__always)
    get {
      let span = unsafe RawSpan(_unsafeStart: base, byteCount: length)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  @inlinable @inline(__always)
  mutating func append<Bits: FixedWidthInteger & BitwiseCopyable>(bits: Bits) {
    guard hasRoom(MemoryLayout<Bits>.size) else { return }
    unsafe base.storeBytes(of: bits, toByteOffset: length, as: Bits.self)
    length &+= MemoryLayout<Bits>.size
  }

  @inlinable @inline(__always)
  mutating func hasRoom(_ byteCount: Int) -> Bool {
    if byteCount > KeyBuffer.capacity &- length || lacksBytes {
      lacksBytes = true
      return false
    }
    return true
  }

  /// The key as LMDB takes it. Good as long as the buffer is not changed.
  @inline(__always)
  var raw: MDB_val { unsafe MDB_val(mv_size: length, mv_data: base) }
}
