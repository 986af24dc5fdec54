/// Writing a row's numbers into its place: unaligned, checked against the end. An offset past the end traps.
extension MutableRawSpan {
  /// Writes 8 little-endian bytes from `offset` on.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func store(_ number: Int64, at offset: Int) { store(bits: number.littleEndian, at: offset) }

  /// Writes 8 little-endian bytes from `offset` on.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func store(_ number: UInt64, at offset: Int) { store(bits: number.littleEndian, at: offset) }

  /// Writes 4 little-endian bytes from `offset` on.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func store(_ number: UInt32, at offset: Int) { store(bits: number.littleEndian, at: offset) }

  /// Writes 2 little-endian bytes from `offset` on.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func store(_ number: UInt16, at offset: Int) { store(bits: number.littleEndian, at: offset) }

  /// Writes one byte.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func store(_ number: UInt8, at offset: Int) { store(bits: number, at: offset) }

  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func store<Bits: FixedWidthInteger & BitwiseCopyable>(bits: Bits, at offset: Int) {
    precondition(offset >= 0 && offset <= byteCount &- MemoryLayout<Bits>.size, "a write past the end of a value")
    unsafe withUnsafeMutableBytes { bytes in unsafe bytes.storeBytes(of: bits, toByteOffset: offset, as: Bits.self) }
  }
}
