internal import CMessages

/// A message type, as its protobuf-c descriptor tells it.
@safe
struct MessageSchema {
  /// Such as `holdfast.v1.StockLevel`.
  let name: String
  /// By number.
  let fields: [FieldSchema]
  /// Static data: it lives as long as the process.
  let descriptor: UnsafePointer<ProtobufCMessageDescriptor>

  private let indices: [String: Int]

  init(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>) {
    unsafe self.descriptor = descriptor
    name = unsafe String(cString: descriptor.pointee.name)
    fields = unsafe (0..<Int(descriptor.pointee.n_fields)).map { unsafe FieldSchema(descriptor.pointee.fields[$0]) }
    var indices: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      indices[field.name] = index
      indices[field.jsonName] = index
    }
    self.indices = indices
  }

  /// Where in ``fields`` the field of that name stands: the proto file's or the JSON one.
  func index(of name: String) -> Int? { indices[name] }

  /// The fields that stand in one oneof with `field`, itself included; only it where it is in none.
  func alternatives(to field: FieldSchema) -> [FieldSchema] {
    guard let oneof = field.oneof else { return [field] }
    return fields.filter { $0.oneof == oneof }
  }
}

/// A message type that a field holds, not looked into yet.
@safe
struct MessageReference {
  /// Such as `holdfast.v1.StockLevel`.
  let name: String

  private let descriptor: UnsafePointer<ProtobufCMessageDescriptor>

  init(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>) {
    unsafe self.descriptor = descriptor
    name = unsafe String(cString: descriptor.pointee.name)
  }

  var schema: MessageSchema { unsafe MessageSchema(descriptor) }
}

/// What values a field holds.
enum FieldKind {
  case int32, sint32, sfixed32, int64, sint64, sfixed64
  case uint32, fixed32, uint64, fixed64
  case float, double, bool, string, bytes
  case enumeration(EnumSchema)
  case message(MessageReference)
}

/// A field of a message.
struct FieldSchema {
  /// As in the proto file.
  let name: String
  /// The name in lowerCamelCase.
  let jsonName: String
  let number: UInt32
  let kind: FieldKind
  let isRepeated: Bool
  /// Repeated, and written as one run of bytes.
  let isPacked: Bool
  /// Which of the message's oneofs it is in: where the C structure says which member is set.
  let oneof: Int?
  /// Where in the C structure the value is: for a repeated field the pointer to its values.
  let offset: Int
  /// Where in the C structure the number of values, or the member of a oneof that is set, is.
  let quantifierOffset: Int

  init(_ field: ProtobufCFieldDescriptor) {
    name = unsafe String(cString: field.name)
    jsonName = Self.lowerCamelCase(name)
    number = unsafe field.id
    isRepeated = unsafe field.label == PROTOBUF_C_LABEL_REPEATED
    isPacked = unsafe field.flags & PROTOBUF_C_FIELD_FLAG_PACKED.rawValue != 0
    offset = unsafe Int(field.offset)
    quantifierOffset = unsafe Int(field.quantifier_offset)
    oneof = unsafe field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue != 0 ? quantifierOffset : nil
    kind = unsafe Self.kind(field)
  }

  private static func kind(_ field: ProtobufCFieldDescriptor) -> FieldKind {
    switch unsafe field.type {
    case PROTOBUF_C_TYPE_INT32: .int32
    case PROTOBUF_C_TYPE_SINT32: .sint32
    case PROTOBUF_C_TYPE_SFIXED32: .sfixed32
    case PROTOBUF_C_TYPE_INT64: .int64
    case PROTOBUF_C_TYPE_SINT64: .sint64
    case PROTOBUF_C_TYPE_SFIXED64: .sfixed64
    case PROTOBUF_C_TYPE_UINT32: .uint32
    case PROTOBUF_C_TYPE_FIXED32: .fixed32
    case PROTOBUF_C_TYPE_UINT64: .uint64
    case PROTOBUF_C_TYPE_FIXED64: .fixed64
    case PROTOBUF_C_TYPE_FLOAT: .float
    case PROTOBUF_C_TYPE_DOUBLE: .double
    case PROTOBUF_C_TYPE_BOOL: .bool
    case PROTOBUF_C_TYPE_STRING: .string
    case PROTOBUF_C_TYPE_BYTES: .bytes
    case PROTOBUF_C_TYPE_ENUM:
      unsafe .enumeration(EnumSchema(field.descriptor.assumingMemoryBound(to: ProtobufCEnumDescriptor.self)))
    default:
      unsafe .message(MessageReference(field.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)))
    }
  }

  /// The JSON name of a field as protoc derives it.
  private static func lowerCamelCase(_ name: String) -> String {
    var result = ""
    var isStart = false
    for character in name {
      if character == "_" {
        isStart = true
      } else {
        result += isStart ? character.uppercased() : String(character)
        isStart = false
      }
    }
    return result
  }
}

/// An enum type.
struct EnumSchema {
  /// Such as `ReserveMode`.
  let name: String
  /// Such as `holdfast.v1.ReserveMode`.
  let fullName: String
  /// By number; of aliases the first.
  let values: [(name: String, number: Int32)]

  private let aliases: [(name: String, number: Int32)]
  /// What the names of all values begin with, such as `RESERVE_MODE_`; empty where they have nothing in common.
  private let prefix: String

  init(_ descriptor: UnsafePointer<ProtobufCEnumDescriptor>) {
    let descriptor = unsafe descriptor.pointee
    name = unsafe String(cString: descriptor.short_name)
    fullName = unsafe String(cString: descriptor.name)
    let values = unsafe (0..<Int(descriptor.n_values)).map {
      unsafe (name: String(cString: descriptor.values[$0].name), number: descriptor.values[$0].value)
    }
    aliases = unsafe (0..<Int(descriptor.n_value_names)).map {
      let alias = unsafe descriptor.values_by_name[$0]
      return unsafe (name: String(cString: alias.name), number: values[Int(alias.index)].number)
    }
    self.values = values
    let prefix = Self.upperSnakeCase(name) + "_"
    self.prefix = values.allSatisfy { $0.name.hasPrefix(prefix) } ? prefix : ""
  }

  /// The name of a number, if it has one.
  func name(of number: Int32) -> String? { values.first { $0.number == number }?.name }

  /// The number of a name, with or without the prefix of the type, in upper or lower case.
  func number(named text: String) -> Int32? {
    if let exact = aliases.first(where: { $0.name == text }) { return exact.number }
    let wanted = text.uppercased()
    return aliases.first { $0.name.uppercased() == wanted || $0.name.uppercased() == prefix + wanted }?.number
  }

  /// The names of all values without the prefix of the type.
  var shortNames: [String] { values.map { String($0.name.dropFirst(prefix.count)) } }

  private static func upperSnakeCase(_ name: String) -> String {
    var result = ""
    var wasUpper = true
    for character in name {
      if character.isUppercase, !wasUpper { result += "_" }
      result += character.uppercased()
      wasUpper = character.isUppercase
    }
    return result
  }
}
