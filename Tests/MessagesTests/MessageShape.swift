import CMessages
import Messages

/// What the descriptor of `protoc-c` says of a message, as plain values.
struct MessageShape {
  let fullName: String
  let fields: [FieldShape]

  init(of descriptor: UnsafePointer<ProtobufCMessageDescriptor>) {
    let message = unsafe descriptor.pointee
    fullName = unsafe String(cString: message.name)
    fields = unsafe (0..<Int(message.n_fields)).map { unsafe FieldShape(of: message.fields[$0]) }
  }

  /// The shape of a message by its Swift type.
  init(of type: any MessageCodec.Type) { unsafe self.init(of: type.descriptor) }
}

/// What the descriptor says of a field.
struct FieldShape {
  let name: String
  let number: Int
  let kind: Kind
  let isRepeated: Bool
  let isPacked: Bool
  /// Fields of one oneof share it; nil where the field stands alone.
  let oneof: UInt32?

  /// The type of its values.
  enum Kind {
    case varint(ProtobufCType)
    case double
    case string
    case bytes
    case enumeration(String)
    /// The message's shape is made only when asked for.
    case message(fullName: String, shape: () -> MessageShape)
  }

  init(of field: ProtobufCFieldDescriptor) {
    name = unsafe String(cString: field.name)
    number = unsafe Int(field.id)
    isRepeated = unsafe field.label == PROTOBUF_C_LABEL_REPEATED
    isPacked = unsafe field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_PACKED.rawValue) != 0
    oneof = unsafe field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0 ? field.quantifier_offset : nil
    let descriptor = unsafe field.descriptor
    kind =
      switch unsafe field.type {
      case PROTOBUF_C_TYPE_DOUBLE: .double
      case PROTOBUF_C_TYPE_STRING: .string
      case PROTOBUF_C_TYPE_BYTES: .bytes
      case PROTOBUF_C_TYPE_ENUM:
        unsafe .enumeration(
          String(cString: descriptor!.assumingMemoryBound(to: ProtobufCEnumDescriptor.self).pointee.name))
      case PROTOBUF_C_TYPE_MESSAGE: unsafe Self.message(descriptor!)
      default: unsafe .varint(field.type)
      }
  }

  private static func message(_ pointer: UnsafeRawPointer) -> Kind {
    let descriptor = unsafe pointer.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    return unsafe .message(fullName: String(cString: descriptor.pointee.name)) { unsafe MessageShape(of: descriptor) }
  }
}
