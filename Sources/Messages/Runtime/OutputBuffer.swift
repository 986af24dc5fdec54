internal import Glibc

/// Bytes on their way out: written at the end, taken from the front, kept in one block of memory that grows by doubling.
///
/// Not `Sendable`: it belongs to the thread of its connection.
@safe @usableFromInline
package struct OutputBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutableRawPointer?
  @usableFromInline var start = 0
  @usableFromInline var end = 0
  @usableFromInline var capacity = 0

  /// An empty buffer that owns no memory.
  package init() { unsafe base = nil }

  deinit { unsafe free(base) }

  /// How many bytes wait to be taken.
  @inlinable package var count: Int { end &- start }

  /// Whether nothing waits to be taken.
  @inlinable package var isEmpty: Bool { end == start }

  /// How many bytes of memory the buffer holds on to.
  @inlinable package var allocatedBytes: Int { capacity }

  /// Room for `byteCount` more bytes at the end; write there, then call ``advance(by:)``.
  ///
  /// The pointer is good until the next call that changes the buffer.
  @inlinable @inline(__always)
  package mutating func reserve(_ byteCount: Int) -> UnsafeMutableRawPointer {
    if capacity &- end < byteCount { grow(byteCount) }
    return unsafe base.unsafelyUnwrapped + end
  }

  /// Counts `byteCount` bytes, just written into what ``reserve(_:)`` gave, as part of the buffer.
  @inlinable @inline(__always)
  package mutating func advance(by byteCount: Int) {
    assert(end + byteCount <= capacity)
    end &+= byteCount
  }

  /// Appends a copy of `bytes`.
  @inlinable
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, unsafe !bytes.isEmpty else { return }
    unsafe reserve(bytes.count).copyMemory(from: source, byteCount: bytes.count)
    advance(by: bytes.count)
  }

  /// The bytes that wait, in place.
  @inlinable
  package func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    guard let base = unsafe base else { return try unsafe body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return try unsafe body(UnsafeRawBufferPointer(start: base + start, count: count))
  }

  /// Drops the first `byteCount` bytes: they have been taken.
  @inlinable
  package mutating func consume(_ byteCount: Int) {
    assert(byteCount <= count)
    start &+= byteCount
    if start == end {
      start = 0
      end = 0
    }
  }

  /// Forgets every byte that waits, and gives the memory back where it is more than `keeping` bytes.
  package mutating func reset(keeping: Int = 64 * 1024) {
    start = 0
    end = 0
    if capacity > keeping {
      unsafe free(base)
      unsafe base = nil
      capacity = 0
    }
  }

  @usableFromInline
  mutating func grow(_ byteCount: Int) {
    let waiting = count
    if start > 0, let base = unsafe base {
      unsafe memmove(base, base + start, waiting)
      start = 0
      end = waiting
      if capacity - end >= byteCount { return }
    }
    var wanted = max(capacity * 2, 4096)
    while wanted - end < byteCount { wanted *= 2 }
    guard let grown = unsafe realloc(base, wanted) else {
      fatalError("out of memory: \(wanted) bytes for an output buffer")
    }
    unsafe base = grown
    capacity = wanted
  }
}
