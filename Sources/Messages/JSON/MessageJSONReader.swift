/// Reads a message from JSON, by its schema, into protobuf bytes.
struct MessageJSONReader {
  private var json: JSONReader
  private var schemas: [String: MessageSchema] = [:]

  /// `bytes` must be valid UTF-8.
  init(_ bytes: [UInt8]) { json = JSONReader(bytes) }

  /// The whole text as one message.
  mutating func read(_ schema: MessageSchema) throws(JSONError) -> [UInt8] {
    let bytes = try object(schema)
    try json.end()
    return bytes
  }

  private mutating func object(_ schema: MessageSchema) throws(JSONError) -> [UInt8] {
    let kind = try json.kind()
    guard kind == .object else {
      throw json.failure(.wrongType, "found \(kind.rawValue); a \(schema.name) is an object in braces")
    }
    try json.open()
    var parts = [[UInt8]](repeating: [], count: schema.fields.count)
    var isNamed = [Bool](repeating: false, count: schema.fields.count)
    var members: [Int: FieldSchema] = [:]
    var isFirst = true
    while let name = try json.nextName(isFirst: isFirst) {
      isFirst = false
      guard let index = schema.index(of: name) else { throw unknownField(name, schema) }
      let field = schema.fields[index]
      guard !isNamed[index] else {
        throw json.failure(.duplicateField, "\"\(field.jsonName)\" is given twice; give it once")
      }
      isNamed[index] = true
      let nameStart = json.tokenStart
      json.path.enter(field: field.name)
      if try json.kind() == .null {
        json.null()
      } else {
        if let oneof = field.oneof {
          if let other = members.updateValue(field, forKey: oneof) {
            throw conflict(field, other, schema, at: nameStart)
          }
        }
        parts[index] = try content(field)
      }
      json.path.leave()
    }
    return Array(parts.joined())
  }

  /// A field with its tag; empty where it has its default value.
  private mutating func content(_ field: FieldSchema) throws(JSONError) -> [UInt8] {
    if field.isRepeated { return try list(field) }
    var payload: [UInt8] = []
    let isDefault = try value(field.kind, into: &payload)
    if isDefault, field.oneof == nil { return [] }
    var bytes: [UInt8] = []
    bytes.appendTag(field.number, field.kind.wireType)
    return bytes + payload
  }

  private mutating func list(_ field: FieldSchema) throws(JSONError) -> [UInt8] {
    let kind = try json.kind()
    guard kind == .array else {
      throw json.failure(.wrongType, "found \(kind.rawValue); this field is a list: put it in [ and ]")
    }
    try json.open()
    var bytes: [UInt8] = []
    var index = 0
    while try json.nextElement(isFirst: index == 0) {
      json.path.enter(index: index)
      if try json.kind() == .null { throw json.failure(.wrongType, "null cannot stand in a list; leave it out") }
      if !field.isPacked { bytes.appendTag(field.number, field.kind.wireType) }
      _ = try value(field.kind, into: &bytes)
      json.path.leave()
      index += 1
    }
    guard field.isPacked, !bytes.isEmpty else { return bytes }
    var packed: [UInt8] = []
    packed.appendTag(field.number, .lengthPrefixed)
    packed.append(delimited: bytes)
    return packed
  }

  /// Appends one value without a tag, and says whether it is the default of its type.
  private mutating func value(_ kind: FieldKind, into bytes: inout [UInt8]) throws(JSONError) -> Bool {
    switch kind {
    case .message(let reference):
      let schema = schemas[reference.name] ?? reference.schema
      schemas[reference.name] = schema
      bytes.append(delimited: try object(schema))
      return false
    case .string:
      let text = try text("a string in double quotes")
      bytes.append(delimited: Array(text.utf8))
      return text.isEmpty
    case .bytes:
      let text = try text("a string of base64")
      guard let data = Base64.decode(text) else {
        throw json.failure(.badValue, "\(quotedForError(text)) is not base64, such as \"SGk=\" for the two bytes of Hi")
      }
      bytes.append(delimited: data)
      return data.isEmpty
    case .bool:
      let found = try json.kind()
      guard found == .bool else {
        throw json.failure(.wrongType, "found \(found.rawValue); write true or false, without quotes")
      }
      let isTrue = json.bool()
      bytes.append(isTrue ? 1 : 0)
      return !isTrue
    case .enumeration(let schema):
      let number = try enumeration(schema)
      bytes.appendVarint(UInt64(truncatingIfNeeded: number))
      return number == 0
    case .float:
      return bytes.appendFixed(try floating(Float.self).bitPattern) == 0
    case .double:
      return bytes.appendFixed(try floating(Double.self).bitPattern) == 0
    default:
      return try integer(kind, into: &bytes)
    }
  }

  private mutating func integer(_ kind: FieldKind, into bytes: inout [UInt8]) throws(JSONError) -> Bool {
    switch kind {
    case .int32:
      let value = try whole(Int32.self)
      bytes.appendVarint(UInt64(truncatingIfNeeded: value))
      return value == 0
    case .sint32:
      let value = try whole(Int32.self)
      bytes.appendZigZag(Int64(value))
      return value == 0
    case .sint64:
      let value = try whole(Int64.self)
      bytes.appendZigZag(value)
      return value == 0
    case .uint32:
      let value = try whole(UInt32.self)
      bytes.appendVarint(UInt64(value))
      return value == 0
    case .uint64:
      let value = try whole(UInt64.self)
      bytes.appendVarint(value)
      return value == 0
    case .fixed32: return bytes.appendFixed(try whole(UInt32.self)) == 0
    case .fixed64: return bytes.appendFixed(try whole(UInt64.self)) == 0
    case .sfixed32: return bytes.appendFixed(try whole(Int32.self)) == 0
    case .sfixed64: return bytes.appendFixed(try whole(Int64.self)) == 0
    default:
      let value = try whole(Int64.self)
      bytes.appendVarint(UInt64(bitPattern: value))
      return value == 0
    }
  }
}

// MARK: Scalars

extension MessageJSONReader {
  private mutating func text(_ expected: String) throws(JSONError) -> String {
    let kind = try json.kind()
    guard kind == .string else { throw json.failure(.wrongType, "found \(kind.rawValue); write \(expected)") }
    return try json.string()
  }

  /// An integer, written as a number or as a string.
  private mutating func whole<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(JSONError) -> Integer {
    let range = "a whole number from \(Integer.min) to \(Integer.max)"
    let digits = try numeric(range)
    guard JSONNumber.isNumber(digits) else {
      throw json.failure(.badValue, "\(quotedForError(digits)) is not a number; write \(range)")
    }
    switch JSONNumber.whole(digits) {
    case .value(let value):
      if let integer = Integer(exactly: value) { return integer }
    case .fraction: throw json.failure(.badValue, "\(shortened(digits)) is not a whole number; write \(range)")
    case .tooLarge: break
    }
    throw json.failure(.outOfRange, "\(shortened(digits)) is out of range; write \(range)")
  }

  /// A floating-point number, written as a number or as a string.
  private mutating func floating<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ type: Number.Type
  ) throws(JSONError) -> Number {
    let digits = try numeric("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    switch digits {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    guard JSONNumber.isNumber(digits), let number = Number(digits) else {
      throw json.failure(
        .badValue,
        "\(quotedForError(digits)) is not a number; write one such as 1.5, or \"NaN\", \"Infinity\" or \"-Infinity\"")
    }
    guard number.isFinite else {
      throw json.failure(
        .outOfRange,
        "\(shortened(digits)) is out of range; write a number from -\(Number.greatestFiniteMagnitude) "
          + "to \(Number.greatestFiniteMagnitude)")
    }
    return number
  }

  /// A number as it is written, or the text of a string.
  private mutating func numeric(_ expected: String) throws(JSONError) -> String {
    let kind = try json.kind()
    switch kind {
    case .number: return try json.number()
    case .string: return try json.string()
    default: throw json.failure(.wrongType, "found \(kind.rawValue); write \(expected)")
    }
  }

  private mutating func enumeration(_ schema: EnumSchema) throws(JSONError) -> Int32 {
    let kind = try json.kind()
    switch kind {
    case .number: return try whole(Int32.self)
    case .string:
      let text = try json.string()
      if let number = schema.number(named: text) { return number }
      let names = schema.shortNames
      let near = suggestion(for: text, among: names).map { "did you mean \($0)? There are " } ?? "there are "
      throw json.failure(
        .badValue, "\(quotedForError(text)) is not a \(schema.name); \(near)\(names.joined(separator: ", "))")
    default: throw json.failure(.wrongType, "found \(kind.rawValue); write the name of a \(schema.name), or its number")
    }
  }

  private func shortened(_ digits: String) -> String { digits.count <= 40 ? digits : digits.prefix(40) + "…" }
}

// MARK: Errors about fields

extension MessageJSONReader {
  private func unknownField(_ name: String, _ schema: MessageSchema) -> JSONError {
    // Names are told in the manner in which the caller writes them.
    let names = schema.fields.map { name.contains("_") ? $0.name : $0.jsonName }
    let near = suggestion(for: name, among: names).map { "did you mean \"\($0)\"? " } ?? ""
    let fields = names.isEmpty ? "it has no fields" : "its fields are \(names.joined(separator: ", "))"
    return json.failure(.unknownField, "\(schema.name) has no field \(quotedForError(name)); \(near)\(fields)")
  }

  private func conflict(
    _ field: FieldSchema, _ other: FieldSchema, _ schema: MessageSchema, at offset: Int
  ) -> JSONError {
    let names = schema.alternatives(to: field).map(\.jsonName).joined(separator: ", ")
    return json.failure(
      .oneofConflict, at: offset,
      "\"\(field.jsonName)\" cannot stand beside \"\(other.jsonName)\"; give only one of \(names)")
  }
}
