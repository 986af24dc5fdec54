/// Reading a value's numbers where they lie: unaligned, checked against the end. An offset past the end traps, as an
/// array's index does; whoever reads what a file holds checks `byteCount` once, before.
extension RawSpan {
  /// The signed number in the 8 little-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func int64(at offset: Int) -> Int64 { Int64(littleEndian: number(at: offset)) }

  /// The number in the 8 little-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func uint64(at offset: Int) -> UInt64 { UInt64(littleEndian: number(at: offset)) }

  /// The number in the 4 little-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func uint32(at offset: Int) -> UInt32 { UInt32(littleEndian: number(at: offset)) }

  /// The number in the 2 little-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func uint16(at offset: Int) -> UInt16 { UInt16(littleEndian: number(at: offset)) }

  /// The byte at `offset`.
  @inlinable @inline(__always)
  package func uint8(at offset: Int) -> UInt8 { number(at: offset) }

  /// The signed number that ``KeyBuffer/append(bigEndian:)-(Int64)`` wrote at `offset`: 8 bytes, the sign bit flipped.
  @inlinable @inline(__always)
  package func bigEndianInt64(at offset: Int) -> Int64 { Int64(bitPattern: bigEndianUInt64(at: offset) ^ 1 << 63) }

  /// The number in the 8 big-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func bigEndianUInt64(at offset: Int) -> UInt64 { UInt64(bigEndian: number(at: offset)) }

  /// The number in the 4 big-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func bigEndianUInt32(at offset: Int) -> UInt32 { UInt32(bigEndian: number(at: offset)) }

  /// The number in the 2 big-endian bytes from `offset` on.
  @inlinable @inline(__always)
  package func bigEndianUInt16(at offset: Int) -> UInt16 { UInt16(bigEndian: number(at: offset)) }

  @inlinable @inline(__always)
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number {
    precondition(offset >= 0 && offset <= byteCount &- MemoryLayout<Number>.size, "a read past the end of a value")
    return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Number.self)
  }
}
