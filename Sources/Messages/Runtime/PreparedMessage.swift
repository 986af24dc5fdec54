internal import CMessages

/// A message that lies in an arena as C structs and waits to be packed. Good until the arena's next reset.
@safe
package struct PreparedMessage {
  private let message: UnsafePointer<ProtobufCMessage>
  /// Swift lets go of an arena after its last mention, which may be before the message is packed.
  private let arena: MessageArena
  /// How many bytes it takes when packed.
  package let size: Int

  /// Takes a C struct that is initialized and filled, and lies in `arena`.
  init(_ message: UnsafePointer<ProtobufCMessage>, in arena: MessageArena) {
    self.arena = arena
    unsafe self.message = unsafe message
    size = unsafe protobuf_c_message_get_packed_size(message)
  }

  /// Writes ``size`` bytes to `target`, which must have room for them.
  package func pack(to target: UnsafeMutableRawPointer) {
    let written = unsafe protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
    assert(written == size, "the message was changed after it was prepared")
  }

  /// The packed message.
  package var bytes: [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: size) { target, count in
      if let start = target.baseAddress { unsafe pack(to: start) }
      count = size
    }
  }
}
