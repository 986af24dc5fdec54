internal import Glibc

/// The bytes that a connection has read and not delivered: an unfinished frame, or frames that wait because reading is paused.
///
/// Owns no memory while it is empty.
@safe
struct HeldInput: ~Copyable {
  private var base: UnsafeMutableRawPointer?
  private var start = 0
  private var end = 0
  private var capacity = 0

  /// The least that is allocated for an unfinished frame, so that a slow one is not moved for every byte.
  static let leastCapacity = 4096

  private let budget: InputBudget

  /// Nothing as yet; what it will hold is taken from `budget`.
  init(_ budget: InputBudget = InputBudget()) {
    self.budget = budget
    unsafe base = nil
  }

  deinit {
    unsafe free(base)
    budget.give(capacity)
  }

  var count: Int { end - start }
  var isEmpty: Bool { end == start }
  var allocatedBytes: Int { capacity }

  /// The bytes in place: good until the next change.
  var bytes: UnsafeRawBufferPointer {
    guard let base = unsafe base else { return unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
    return unsafe UnsafeRawBufferPointer(start: base + start, count: count)
  }

  /// Adds bytes; false, and nothing added, where the budget has no room for them.
  mutating func append(_ more: UnsafeRawBufferPointer) -> Bool {
    guard let source = more.baseAddress, more.count > 0 else { return true }
    let count = more.count
    moveToFront()
    if capacity < end + count, !allocate(end + count) { return false }
    if let base = unsafe base { unsafe memcpy(base + end, source, count) }
    end += count
    return true
  }

  /// Where to read what the unfinished frame at the front lacks: never beyond its end, and never more memory than it has announced, nor than
  /// twice what has come of it. Nil where the budget has no room for it.
  mutating func room() -> UnsafeMutableRawBufferPointer? {
    moveToFront()
    let frame = unsafe count < 4 ? 4 : 4 + Int(frameLength(bytes))
    if capacity < min(frame, end + 1), !allocate(min(frame, max(capacity * 2, Self.leastCapacity))) { return nil }
    guard let base = unsafe base else { return unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    return unsafe UnsafeMutableRawBufferPointer(start: base + end, count: min(frame, capacity) - end)
  }

  /// Counts `count` bytes, just read into ``room()``, as held.
  mutating func advance(by count: Int) {
    assert(end + count <= capacity)
    end += count
  }

  /// Drops the first `count` bytes, and all memory with the last one.
  mutating func consume(_ count: Int) {
    assert(count <= self.count)
    start += count
    if isEmpty { release() }
  }

  mutating func release() {
    unsafe free(base)
    unsafe base = nil
    budget.give(capacity)
    start = 0
    end = 0
    capacity = 0
  }

  private mutating func moveToFront() {
    guard start > 0, let base = unsafe base else { return }
    unsafe memmove(base, base + start, count)
    end -= start
    start = 0
  }

  private mutating func allocate(_ wanted: Int) -> Bool {
    guard budget.take(wanted - capacity) else { return false }
    guard let grown = unsafe realloc(base, wanted) else { fatalError("out of memory: \(wanted) bytes of a frame") }
    unsafe base = grown
    capacity = wanted
    return true
  }
}

/// The length that the first four bytes announce.
@inline(__always)
func frameLength(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
  unsafe UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))
}
