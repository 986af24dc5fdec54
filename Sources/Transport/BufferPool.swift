internal import Messages

/// Output buffers that no connection needs now: most connections have nothing to send most of the time, and then own no memory for it.
@safe
struct BufferPool: ~Copyable {
  private let buffers: UnsafeMutablePointer<OutputBuffer>
  private var count = 0

  /// How many buffers are kept.
  static let capacity = 64
  /// Larger ones are given back.
  static let largestBytes = 64 << 10

  init() { unsafe buffers = .allocate(capacity: Self.capacity) }

  deinit {
    unsafe buffers.deinitialize(count: count)
    unsafe buffers.deallocate()
  }

  /// Gives `buffer`, which owns no memory, that of one that was put back, if there is any.
  mutating func take(into buffer: inout OutputBuffer) {
    guard count > 0 else { return }
    count -= 1
    buffer = unsafe (buffers + count).move()
  }

  /// Takes the memory of `buffer`, which is empty.
  mutating func put(_ buffer: inout OutputBuffer) {
    assert(buffer.isEmpty)
    var taken = OutputBuffer()
    swap(&taken, &buffer)
    guard count < Self.capacity, taken.allocatedBytes <= Self.largestBytes else { return }
    unsafe (buffers + count).initialize(to: taken)
    count += 1
  }
}
