import CMessages
import Testing

@testable import Messages

extension [UInt8] {
  /// Lower-case hexadecimal digits.
  var hexadecimal: String {
    map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  init(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue).map(UInt8.init)
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

/// The error that decoding `json` throws.
func decodingError(_ json: String, as fullName: String) throws -> JSONError {
  try #require(throws: JSONError.self) { try MessageJSON.decode(json: json, as: fullName) }
}

/// A message made by hand that the schema of Holdfast has no like of: one field of every type there is, one list of each,
/// and itself.
///
///     message Every {
///       int32 f_0 = 1; … Colour f_15 = 16; Every child = 17;
///       repeated int32 list_0 = 21; … repeated Colour list_15 = 36; repeated Every children = 37;
///     }
///     enum Colour { COLOUR_UNSPECIFIED = 0; COLOUR_DEEP_RED = 1; COLOUR_BELOW = -5; }
enum EveryMessage {
  // A schema is a value that is never written to, of static data that is not either.
  private nonisolated(unsafe) static let made = unsafe MessageSchema(make())

  static var schema: MessageSchema { unsafe made }

  static func decode(_ json: String) throws(JSONError) -> [UInt8] {
    try MessageJSON.decode(utf8: Array(json.utf8), as: schema)
  }

  static func encode(
    _ bytes: [UInt8], emitDefaults: Bool = false, numbersAsText: Bool = true
  ) throws(JSONError) -> String {
    let message = try unsafe bytes.span.bytes.withUnsafeBytes { bytes throws(JSONError) in
      try unsafe UnpackedMessage(bytes, as: schema, memoryLimit: 1 << 20)
    }
    var writer = MessageJSONWriter(style: .compact, emitDefaults: emitDefaults, numbersAsText: numbersAsText)
    return try writer.write(message, as: schema)
  }

  private static let types: [ProtobufCType] = [
    PROTOBUF_C_TYPE_INT32, PROTOBUF_C_TYPE_SINT32, PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_INT64,
    PROTOBUF_C_TYPE_SINT64, PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_UINT32, PROTOBUF_C_TYPE_FIXED32,
    PROTOBUF_C_TYPE_UINT64, PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_FLOAT, PROTOBUF_C_TYPE_DOUBLE,
    PROTOBUF_C_TYPE_BOOL, PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_ENUM,
    PROTOBUF_C_TYPE_MESSAGE,
  ]

  private static func make() -> UnsafePointer<ProtobufCMessageDescriptor> {
    let message = UnsafeMutablePointer<ProtobufCMessageDescriptor>.allocate(capacity: 1)
    let colour = unsafe makeColour()
    let fields = UnsafeMutablePointer<ProtobufCFieldDescriptor>.allocate(capacity: 2 * types.count)
    // Each value has sixteen bytes of the structure, each list sixteen more for its pointer and its count.
    let base = unsafe MemoryLayout<ProtobufCMessage>.size
    for (place, type) in types.enumerated() {
      let isMessage = type == PROTOBUF_C_TYPE_MESSAGE
      var inner: UnsafeRawPointer?
      if isMessage { unsafe inner = UnsafeRawPointer(message) }
      if type == PROTOBUF_C_TYPE_ENUM { unsafe inner = UnsafeRawPointer(colour) }
      unsafe (fields + place).initialize(
        to: ProtobufCFieldDescriptor(
          name: name(isMessage ? "child" : "f_\(place)"), id: UInt32(place + 1), label: PROTOBUF_C_LABEL_NONE,
          type: type, quantifier_offset: 0, offset: UInt32(base + 16 * place), descriptor: inner, default_value: nil,
          flags: 0, reserved_flags: 0, reserved2: nil, reserved3: nil))
      let isPackable = ![PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE].contains(type)
      let list = UInt32(base + 16 * (types.count + place))
      unsafe (fields + types.count + place).initialize(
        to: ProtobufCFieldDescriptor(
          name: name(isMessage ? "children" : "list_\(place)"), id: UInt32(place + 21),
          label: PROTOBUF_C_LABEL_REPEATED, type: type, quantifier_offset: list + 8, offset: list, descriptor: inner,
          default_value: nil, flags: isPackable ? PROTOBUF_C_FIELD_FLAG_PACKED.rawValue : 0, reserved_flags: 0,
          reserved2: nil, reserved3: nil))
    }
    let ranges = UnsafeMutablePointer<ProtobufCIntRange>.allocate(capacity: 3)
    unsafe ranges.initialize(to: ProtobufCIntRange(start_value: 1, orig_index: 0))
    unsafe (ranges + 1).initialize(to: ProtobufCIntRange(start_value: 21, orig_index: 17))
    unsafe (ranges + 2).initialize(to: ProtobufCIntRange(start_value: 0, orig_index: 34))
    unsafe message.initialize(
      to: ProtobufCMessageDescriptor(
        magic: 0x28AA_EEF9, name: name("test.Every"), short_name: name("Every"), c_name: name("Every"),
        package_name: name("test"), sizeof_message: base + 32 * types.count, n_fields: UInt32(2 * types.count),
        fields: fields, fields_sorted_by_name: nil, n_field_ranges: 2, field_ranges: ranges, message_init: nil,
        reserved1: nil, reserved2: nil, reserved3: nil))
    return unsafe UnsafePointer(message)
  }

  private static func makeColour() -> UnsafePointer<ProtobufCEnumDescriptor> {
    let members = [("COLOUR_BELOW", -5), ("COLOUR_UNSPECIFIED", 0), ("COLOUR_DEEP_RED", 1)]
    let values = UnsafeMutablePointer<ProtobufCEnumValue>.allocate(capacity: members.count)
    let names = UnsafeMutablePointer<ProtobufCEnumValueIndex>.allocate(capacity: members.count)
    for (place, (text, number)) in members.enumerated() {
      unsafe (values + place).initialize(
        to: ProtobufCEnumValue(name: name(text), c_name: name(text), value: Int32(number)))
      unsafe (names + place).initialize(to: ProtobufCEnumValueIndex(name: name(text), index: UInt32(place)))
    }
    let colour = UnsafeMutablePointer<ProtobufCEnumDescriptor>.allocate(capacity: 1)
    unsafe colour.initialize(
      to: ProtobufCEnumDescriptor(
        magic: 0x1143_15AF, name: name("test.Colour"), short_name: name("Colour"), c_name: name("Colour"),
        package_name: name("test"), n_values: 3, values: values, n_value_names: 3, values_by_name: names,
        n_value_ranges: 0, value_ranges: nil, reserved1: nil, reserved2: nil, reserved3: nil, reserved4: nil))
    return unsafe UnsafePointer(colour)
  }

  /// A C string that stays, as those of generated descriptors do.
  private static func name(_ text: String) -> UnsafePointer<CChar> {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.utf8.count + 1)
    for (place, byte) in text.utf8.enumerated() { unsafe copy[place] = CChar(bitPattern: byte) }
    unsafe copy[text.utf8.count] = 0
    return unsafe UnsafePointer(copy)
  }
}
