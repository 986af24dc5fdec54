internal import CMessages
internal import Glibc

/// The memory that messages are unpacked into and packed from: one region of fixed size, given out from front to back and
/// taken back all at once.
///
/// protobuf-c can need twenty times the bytes of a frame. The region's size is therefore a cap that a hostile frame runs
/// into, and not a first guess. Pages are touched only as they are needed. In front of each piece stands its size, which is
/// how the true length of a string is known: protobuf-c itself tells it only by a NUL, which a string may contain.
///
/// Not `Sendable`: each thread has its own. Whatever lies in the arena is good until ``reset()``.
@safe
@usableFromInline
package final class MessageArena {
  /// The cap that serves every request within the frame limit: 16 MiB.
  package static let defaultCapacity = 16 << 20

  /// How much stays touched over a reset, in bytes; what lies beyond goes back to the system.
  static let keptBytes = 1 << 20

  let region: UnsafeMutableRawPointer
  /// Size of the region in bytes.
  package let capacity: Int
  private let state: UnsafeMutablePointer<State>
  /// What protobuf-c calls to get memory.
  let allocator: UnsafeMutablePointer<ProtobufCAllocator>

  /// What changes with each allocation. Lies apart from the object, so that a C callback can reach it.
  @unsafe private struct State {
    var region: UnsafeMutableRawPointer
    var capacity: Int
    var used: Int
    var isExhausted: Bool
  }

  /// Reserves `capacity` bytes of address space, rounded up to whole pages.
  package init(capacity: Int = MessageArena.defaultCapacity) {
    let pageSize = 4096
    let rounded = (max(capacity, pageSize) + pageSize - 1) / pageSize * pageSize
    let mapped = unsafe mmap(
      nil, rounded, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      fatalError("out of memory: \(rounded) bytes of address space for a message arena")
    }
    unsafe region = mapped
    self.capacity = rounded
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State(region: mapped, capacity: rounded, used: 0, isExhausted: false))
    unsafe allocator = .allocate(capacity: 1)
    unsafe allocator.initialize(
      to: ProtobufCAllocator(
        alloc: { data, size in unsafe MessageArena.allocate(data, size) }, free: { _, _ in }, allocator_data: state))
  }

  deinit {
    unsafe munmap(region, capacity)
    unsafe state.deallocate()
    unsafe allocator.deallocate()
  }

  /// Bytes given out since the last reset, with what stands in front of each piece.
  package var usedBytes: Int { unsafe state.pointee.used }

  /// Whether an allocation has failed since this was last set to false: tells too large from malformed.
  var isExhausted: Bool {
    get { unsafe state.pointee.isExhausted }
    set { unsafe state.pointee.isExhausted = newValue }
  }

  /// Takes back everything that was given out.
  package func reset() {
    let used = unsafe state.pointee.used
    unsafe state.pointee.used = 0
    unsafe state.pointee.isExhausted = false
    if used > Self.keptBytes {
      unsafe madvise(region + Self.keptBytes, capacity - Self.keptBytes, MADV_DONTNEED)
    }
    #if DEBUG
      // Whoever still looks at what lay here shall find out in a test.
      unsafe memset(region, 0xDD, min(used, Self.keptBytes))
    #endif
  }

  /// A piece of `size` bytes, aligned to 8, which is enough for all that protoc-c makes. Its content is undefined.
  func allocate(_ size: Int) throws(MessageError) -> UnsafeMutableRawPointer {
    guard let piece = unsafe Self.allocate(state, size) else { throw .tooLarge }
    return unsafe piece
  }

  /// How many bytes the piece at `pointer` has; nil if it does not lie in the arena.
  @inline(__always)
  func size(of pointer: UnsafeRawPointer) -> Int? {
    let offset = unsafe UInt(bitPattern: pointer) &- UInt(bitPattern: region)
    guard offset < UInt(capacity) else { return nil }
    return unsafe (pointer - Self.headerSize).load(as: Int.self)
  }

  private static let headerSize = 8

  @inline(__always)
  private static func allocate(_ state: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    guard let state = unsafe state?.assumingMemoryBound(to: State.self) else { return nil }
    let used = unsafe state.pointee.used
    // Compared without sign, so that a size beyond Int.max, which C can ask for, is refused as well.
    let room = unsafe state.pointee.capacity - used
    guard room >= 16, UInt(bitPattern: size) <= UInt(room - 16) else {
      unsafe state.pointee.isExhausted = true
      return nil
    }
    unsafe state.pointee.used = used &+ (headerSize &+ size &+ 7) & ~7
    let piece = unsafe state.pointee.region + used
    unsafe piece.storeBytes(of: size, as: Int.self)
    return unsafe piece + headerSize
  }
}
