internal import CMessages

/// A message unpacked into protobuf-c's structures, in an arena of its own that goes with it.
@safe
struct UnpackedMessage {
  /// The C structure of the message.
  let base: UnsafeRawPointer

  private let arena: MessageArena

  /// - Throws: `.badMessage` where `bytes` are no such message, `.tooLarge` where it takes more than `memoryLimit` bytes.
  init(_ bytes: UnsafeRawBufferPointer, as schema: MessageSchema, memoryLimit: Int) throws(JSONError) {
    arena = MessageArena(capacity: memoryLimit)
    let data = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let unpacked = unsafe protobuf_c_message_unpack(schema.descriptor, arena.allocator, bytes.count, data)
    guard let unpacked = unsafe unpacked else {
      throw arena.isExhausted
        ? JSONError(
          problem: .tooLarge, path: "", position: nil,
          message: "\(bytes.count) bytes of \(schema.name) take more than \(memoryLimit) bytes of memory to unpack")
        : JSONError(
          problem: .badMessage, path: "", position: nil,
          message: "these \(bytes.count) bytes are not a \(schema.name): they are cut short or damaged")
    }
    unsafe base = UnsafeRawPointer(unpacked)
  }

  /// The bytes of the string that `slot` in a C structure points to, those after a zero byte included.
  func string(at slot: UnsafeRawPointer) -> UnsafeRawBufferPointer {
    // What an absent string points to lies outside of the arena.
    guard let start = unsafe slot.load(as: UnsafeRawPointer?.self), let size = unsafe arena.size(of: start) else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(start: start, count: size - 1)
  }
}
