internal import CMessages

/// Writes an unpacked message as JSON, by its schema.
struct MessageJSONWriter {
  private var json: JSONWriter
  private let emitDefaults: Bool
  private let numbersAsText: Bool
  private var path = JSONPath()
  private var schemas: [String: MessageSchema] = [:]

  init(style: MessageJSON.Style, emitDefaults: Bool, numbersAsText: Bool) {
    json = JSONWriter(style: style)
    self.emitDefaults = emitDefaults
    self.numbersAsText = numbersAsText
  }

  /// - Throws: `.badMessage` where a string is not UTF-8.
  mutating func write(_ message: UnpackedMessage, as schema: MessageSchema) throws(JSONError) -> String {
    try unsafe object(message.base, schema, of: message)
    return json.text
  }

  private mutating func object(
    _ base: UnsafeRawPointer, _ schema: MessageSchema, of message: UnpackedMessage
  ) throws(JSONError) {
    json.open("{")
    for field in schema.fields where unsafe isWritten(field, in: base, of: message) {
      json.member(field.jsonName)
      path.enter(field: field.name)
      let slot = unsafe base + field.offset
      if field.isRepeated {
        try unsafe array(slot, count: (base + field.quantifierOffset).load(as: Int.self), field, of: message)
      } else {
        try unsafe value(slot, field, of: message)
      }
      path.leave()
    }
    json.close("}")
  }

  private mutating func array(
    _ slot: UnsafeRawPointer, count: Int, _ field: FieldSchema, of message: UnpackedMessage
  ) throws(JSONError) {
    json.open("[")
    if count > 0, let values = unsafe slot.load(as: UnsafeRawPointer?.self) {
      for index in 0..<count {
        json.item()
        path.enter(index: index)
        try unsafe value(values + index * Self.stride(field.kind), field, of: message)
        path.leave()
      }
    }
    json.close("]")
  }

  private mutating func value(
    _ slot: UnsafeRawPointer, _ field: FieldSchema, of message: UnpackedMessage
  ) throws(JSONError) {
    switch field.kind {
    case .int32, .sint32, .sfixed32: unsafe json.plain(String(slot.load(as: Int32.self)))
    case .uint32, .fixed32: unsafe json.plain(String(slot.load(as: UInt32.self)))
    case .int64, .sint64, .sfixed64: unsafe wide(String(slot.load(as: Int64.self)))
    case .uint64, .fixed64: unsafe wide(String(slot.load(as: UInt64.self)))
    case .float: unsafe number(slot.load(as: Float.self))
    case .double: unsafe number(slot.load(as: Double.self))
    case .bool: unsafe json.plain(slot.load(as: protobuf_c_boolean.self) != 0 ? "true" : "false")
    case .enumeration(let schema):
      let number = unsafe slot.load(as: Int32.self)
      if let name = schema.name(of: number) { json.string(name) } else { json.plain(String(number)) }
    case .string:
      guard let text = unsafe String(validating: message.string(at: slot), as: UTF8.self) else {
        throw JSONError(problem: .badMessage, path: path.text, position: nil, message: "this string is not UTF-8")
      }
      json.string(text)
    case .bytes:
      let data = unsafe slot.load(as: ProtobufCBinaryData.self)
      unsafe json.string(
        Base64.encode(Array(UnsafeBufferPointer(start: data.data, count: data.data == nil ? 0 : data.len))))
    case .message(let reference):
      let schema = schemas[reference.name] ?? reference.schema
      schemas[reference.name] = schema
      guard let base = unsafe slot.load(as: UnsafeRawPointer?.self) else { return json.plain("{}") }
      try unsafe object(base, schema, of: message)
    }
  }

  private mutating func wide(_ digits: String) {
    if numbersAsText { json.string(digits) } else { json.plain(digits) }
  }

  private mutating func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
    if value.isNaN {
      json.string("NaN")
    } else if value.isInfinite {
      json.string(value < 0 ? "-Infinity" : "Infinity")
    } else {
      // `description` is the shortest text that reads back as the same number.
      let digits = value.description
      // Many a reader takes -0 for an integer, which has no sign at zero.
      json.plain(digits.hasSuffix(".0") && digits != "-0.0" ? String(digits.dropLast(2)) : digits)
    }
  }

  private func isWritten(
    _ field: FieldSchema, in base: UnsafeRawPointer, of message: UnpackedMessage
  ) -> Bool {
    let slot = unsafe base + field.offset
    let quantifier = unsafe base + field.quantifierOffset
    if field.isRepeated { return unsafe emitDefaults || quantifier.load(as: Int.self) > 0 }
    if field.oneof != nil { return unsafe quantifier.load(as: UInt32.self) == field.number }
    if case .message = field.kind { return unsafe slot.load(as: UnsafeRawPointer?.self) != nil }
    return unsafe emitDefaults || !isDefault(slot, field, of: message)
  }

  private func isDefault(
    _ slot: UnsafeRawPointer, _ field: FieldSchema, of message: UnpackedMessage
  ) -> Bool {
    switch field.kind {
    case .string: unsafe message.string(at: slot).isEmpty
    case .bytes: unsafe slot.load(as: ProtobufCBinaryData.self).len == 0
    default:
      // Zero is zero bits: −0.0 is not the default of proto3.
      switch Self.stride(field.kind) {
      case 4: unsafe slot.load(as: UInt32.self) == 0
      default: unsafe slot.load(as: UInt64.self) == 0
      }
    }
  }

  /// How many bytes one value takes in a C structure.
  private static func stride(_ kind: FieldKind) -> Int {
    switch kind {
    case .int32, .sint32, .sfixed32, .uint32, .fixed32, .float, .bool, .enumeration: 4
    case .int64, .sint64, .sfixed64, .uint64, .fixed64, .double: 8
    case .string, .message: unsafe MemoryLayout<UnsafeRawPointer>.stride
    case .bytes: unsafe MemoryLayout<ProtobufCBinaryData>.stride
    }
  }
}
