internal import CProtobufC
internal import Glibc

/// A message unpacked into protobuf-c's structures, in memory of its own that it gives back when it goes.
@safe
struct UnpackedMessage: ~Copyable {
  /// The C structure of the message.
  let base: UnsafeRawPointer

  private let memory: CappedMemory

  /// - Throws: `.badMessage` where `bytes` are no such message, `.tooLarge` where it takes more than `memoryLimit` bytes.
  init(_ bytes: UnsafeRawBufferPointer, as schema: MessageSchema, memoryLimit: Int) throws(JSONError) {
    let memory = CappedMemory(limit: memoryLimit)
    let unpacked = unsafe memory.withAllocator { allocator in
      let data = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      return unsafe UnsafeRawPointer(protobuf_c_message_unpack(schema.descriptor, allocator, bytes.count, data))
    }
    guard let unpacked = unsafe unpacked else {
      throw memory.isExhausted
        ? JSONError(
          problem: .tooLarge, path: "", position: nil,
          message: "\(bytes.count) bytes of \(schema.name) take more than \(memoryLimit) bytes of memory to unpack")
        : JSONError(
          problem: .badMessage, path: "", position: nil,
          message: "these \(bytes.count) bytes are not a \(schema.name): they are cut short or damaged")
    }
    unsafe base = unpacked
    self.memory = memory
  }

  /// The bytes of the string that `slot` in a C structure points to, those after a zero byte included.
  func string(at slot: UnsafeRawPointer, _ field: FieldSchema) -> UnsafeRawBufferPointer {
    // What an absent string points to was not given out by the memory.
    guard let start = unsafe slot.load(as: UnsafeRawPointer?.self), unsafe start != field.defaultValue else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(start: start, count: CappedMemory.size(of: start) - 1)
  }
}

/// Memory that is given out piece by piece up to a limit, remembers the size of each piece, and goes back all at once.
@safe
private final class CappedMemory {
  private static let headerSize = 16

  private(set) var isExhausted = false

  private var left: Int
  private var blocks: [UnsafeMutableRawPointer] = unsafe []

  init(limit: Int) { left = limit }

  deinit {
    for unsafeblock in unsafe blocks { unsafe free(block) }
  }

  /// The size, in bytes, that was asked for when `piece` was given out.
  static func size(of piece: UnsafeRawPointer) -> Int { unsafe (piece - headerSize).load(as: Int.self) }

  /// Lends itself to protobuf-c.
  func withAllocator<R>(_ body: (UnsafeMutablePointer<ProtobufCAllocator>) -> R) -> R {
    var allocator = unsafe ProtobufCAllocator(
      alloc: { memory, size in
        guard let memory = unsafe memory else { return nil }
        return unsafe Unmanaged<CappedMemory>.fromOpaque(memory).takeUnretainedValue().allocate(size)
      },
      free: { _, _ in },
      allocator_data: Unmanaged.passUnretained(self).toOpaque())
    return withExtendedLifetime(self) { unsafe body(&allocator) }
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let (total, overflow) = size.addingReportingOverflow(Self.headerSize)
    guard !overflow, size >= 0, total <= left, let block = unsafe malloc(total) else {
      isExhausted = true
      return nil
    }
    left -= total
    unsafe block.storeBytes(of: size, as: Int.self)
    unsafe blocks.append(block)
    return unsafe block + Self.headerSize
  }
}
