import CMessages
import Messages
import Testing

/// The Swift side against the descriptors that `protoc-c` made of the same schema.
@Suite("Every message of the schema")
struct DescriptorTests {
  @Test("is known by its name, to C and to Swift, and nothing else is")
  func names() {
    #expect(Set(messageTypes.map { $0.fullName }) == Set(MessageRegistry.messageNames))
    #expect(Set(fieldTable.keys) == Set(MessageRegistry.messageNames))
    #expect(MessageRegistry.messageNames == MessageRegistry.messageNames.sorted())
    for type in messageTypes {
      #expect(MessageShape(of: type).fullName == type.fullName)
      let descriptor = unsafe MessageRegistry.descriptor(type.fullName)
      #expect(unsafe descriptor == type.descriptor)
      #expect(unsafe type.descriptor.pointee.sizeof_message == type.structSize)
    }
    #expect(unsafe MessageRegistry.descriptor("holdfast.v1.Nothing") == nil)
  }

  @Test("has in Swift every field by number, name, type and label")
  func fields() {
    for type in messageTypes {
      let rows = MessageShape(of: type).fields.sorted { $0.number < $1.number }.map(row)
      #expect(rows == fieldTable[type.fullName], "\(type.fullName)")
    }
  }

  @Test("keeps every field on its way from bytes to Swift and back", arguments: 0..<4)
  func roundTrip(turn: Int) throws {
    let arena = MessageArena()
    for type in messageTypes {
      let bytes = ProtoBytes.filled(MessageShape(of: type), turn: turn)
      arena.reset()
      #expect(try reencoded(bytes, as: type, in: arena) == bytes, "\(type.fullName)")
    }
  }

  @Test("with nothing set is no bytes, and no bytes are it")
  func empty() throws {
    let arena = MessageArena()
    func check<Value: MessageCodec>(_ type: Value.Type) throws {
      #expect(try Value().encoded(in: arena) == [])
      #expect(try Value(decoding: [], in: arena) == Value())
    }
    for type in messageTypes { try check(type) }
  }

  @Test("never contains itself, so that the depth of unpacking is bounded by the schema")
  func depth() {
    // protobuf-c recurses once a level and has no limit of its own.
    func depth(of shape: MessageShape, within outer: [String]) -> Int {
      guard !outer.contains(shape.fullName) else {
        Issue.record("\(shape.fullName) contains itself: \(outer.joined(separator: " → "))")
        return 0
      }
      let parts = shape.fields.map { field in
        if case .message(_, let inner) = field.kind { depth(of: inner(), within: outer + [shape.fullName]) } else { 0 }
      }
      return 1 + (parts.max() ?? 0)
    }
    for type in messageTypes { #expect(depth(of: MessageShape(of: type), within: []) <= 8, "\(type.fullName)") }
  }

  private func reencoded<Value: MessageCodec>(
    _ bytes: [UInt8], as type: Value.Type, in arena: MessageArena
  ) throws -> [UInt8] {
    let value = try Value(decoding: bytes, in: arena)
    // A copy is equal and hashes alike, also after the arena was used for something else.
    arena.reset()
    #expect(try Set([value, Value(decoding: bytes, in: arena)]).count == 1)
    return try value.encoded(in: arena)
  }

  private func row(of field: FieldShape) -> String {
    let label = field.isRepeated ? "repeated" : field.oneof != nil ? "oneof" : "plain"
    return "\(field.number) \(field.name) \(typeName(of: field.kind)) \(label)"
  }

  private func typeName(of kind: FieldShape.Kind) -> String {
    func local(_ fullName: String) -> String { String(fullName.dropFirst("holdfast.v1.".count)) }
    return switch kind {
    case .varint(PROTOBUF_C_TYPE_INT32): "int32"
    case .varint(PROTOBUF_C_TYPE_INT64): "int64"
    case .varint(PROTOBUF_C_TYPE_UINT32): "uint32"
    case .varint(PROTOBUF_C_TYPE_UINT64): "uint64"
    case .varint(PROTOBUF_C_TYPE_BOOL): "bool"
    case .varint(let type): "unknown type \(type.rawValue)"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .enumeration(let fullName): "enum \(local(fullName))"
    case .message(let fullName, _): "message \(local(fullName))"
    }
  }
}
