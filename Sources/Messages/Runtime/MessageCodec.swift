package import CMessages

/// A message that knows the struct which `protoc-c` made for it. All conformances are generated.
///
/// The struct is spoken of by raw pointers: an associated type would make every conformance, and with it every use of a
/// message, unsafe.
package protocol MessageCodec: Message {
  /// Size of the C struct in bytes.
  static var structSize: Int { get }

  /// Makes the C struct at `target` the message with nothing set.
  static func initialize(_ target: UnsafeMutableRawPointer)

  /// The C struct that protobuf-c makes of `bytes`; nil if they are malformed or the allocator has no more.
  ///
  /// Unpacking recurses into messages within messages. The generator refuses a schema in which a message can contain
  /// itself, so the depth is bounded by the schema and not by the bytes.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer?

  /// Copies the C struct at `source`, which was unpacked into `arena`.
  ///
  /// Throws ``MessageError/invalidUTF8(_:)`` or ``MessageError/containsNUL(_:)`` with the path of the first faulty string.
  init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError)

  /// Sets the fields of the C struct at `target`, which was initialized; what they point to goes into `arena`.
  ///
  /// Throws ``MessageError/containsNUL(_:)`` or ``MessageError/tooLarge``.
  func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError)
}

extension MessageCodec {
  /// The descriptor of the C struct.
  package static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
    // C keeps it in a constant, of whose address Swift is not sure; every initialized struct begins with that address.
    unsafe withUnsafeTemporaryAllocation(byteCount: structSize, alignment: 16) { room in
      let target = unsafe room.baseAddress.unsafelyUnwrapped
      unsafe initialize(target)
      return unsafe target.load(as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    }
  }

  /// Decodes `bytes`. Unknown fields are ignored, unknown enum values kept.
  ///
  /// Uses the arena for what it unpacks and leaves it there; the message itself does not point into it.
  package init(decoding bytes: UnsafeRawBufferPointer, in arena: MessageArena) throws(MessageError) {
    let source = try unsafe Self.unpacked(bytes, in: arena)
    try unsafe self.init(copying: source, from: arena)
  }

  /// Decodes `bytes`, as above.
  package init(decoding bytes: [UInt8], in arena: MessageArena) throws(MessageError) {
    // Not in one throwing closure: `withUnsafeBytes` would forget the type of the error.
    let result = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(MessageError) in try unsafe Self(decoding: bytes, in: arena) }
    }
    self = try result.get()
  }

  /// The C struct of `bytes` in the arena, its strings as yet unchecked.
  @inline(__always)
  static func unpacked(
    _ bytes: UnsafeRawBufferPointer, in arena: MessageArena
  ) throws(MessageError) -> UnsafeRawPointer {
    arena.isExhausted = false
    guard let source = unsafe unpack(bytes, arena.allocator) else {
      throw arena.isExhausted ? .tooLarge : .malformed(fullName)
    }
    return unsafe source
  }

  /// The C struct of this message, with all that it points to, in the arena.
  func placed(in arena: MessageArena) throws(MessageError) -> UnsafeMutableRawPointer {
    let target = try unsafe arena.allocate(Self.structSize)
    unsafe Self.initialize(target)
    try unsafe fill(target, in: arena)
    return unsafe target
  }

  /// Lays the message out in the arena, ready to be packed, and finds how many bytes it will take.
  ///
  /// Throws ``MessageError/containsNUL(_:)`` for a string that C would cut short, or ``MessageError/tooLarge``.
  package func prepare(in arena: MessageArena) throws(MessageError) -> PreparedMessage {
    let target = try unsafe placed(in: arena)
    return unsafe PreparedMessage(UnsafeRawPointer(target).assumingMemoryBound(to: ProtobufCMessage.self), in: arena)
  }

  /// Appends the encoded message to `output`.
  package func encode(into output: inout OutputBuffer, in arena: MessageArena) throws(MessageError) {
    let prepared = try prepare(in: arena)
    unsafe prepared.pack(to: output.reserve(prepared.size))
    output.advance(by: prepared.size)
  }

  /// The encoded message.
  package func encoded(in arena: MessageArena) throws(MessageError) -> [UInt8] {
    let prepared = try prepare(in: arena)
    return prepared.bytes
  }
}
