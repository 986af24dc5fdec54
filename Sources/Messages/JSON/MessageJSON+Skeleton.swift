extension MessageJSON {
  /// An example of the message `fullName` with every field in it.
  ///
  /// - Parameter documented: With comments (`//`) that tell each field's type and what the proto file says of it; what
  ///   cannot stand beside another member of its oneof is a comment too. Without, it is JSON that ``decode(json:as:)``
  ///   takes, with the first member of each oneof.
  /// - Parameter example: The JSON of an example for a text or number, by the field's name in the proto file; nil = empty or 0.
  package static func skeleton(
    of fullName: String, documented: Bool = true, example: @escaping (String) -> String? = { _ in nil }
  ) throws(JSONError) -> String {
    var writer = SkeletonWriter(isDocumented: documented, example: example)
    writer.object(try schema(of: fullName))
    return writer.lines.joined(separator: "\n")
  }
}

/// Writes an example of a message, line by line.
private struct SkeletonWriter {
  let isDocumented: Bool
  let example: (String) -> String?
  var lines: [String] = [""]

  private var indent = ""
  /// The messages that are being written, so that one that holds itself ends.
  private var open: [String] = []

  init(isDocumented: Bool, example: @escaping (String) -> String?) {
    self.isDocumented = isDocumented
    self.example = example
  }

  mutating func object(_ schema: MessageSchema) {
    guard !open.contains(schema.name), !schema.fields.isEmpty else {
      lines[lines.count - 1] += "{}"
      return
    }
    open.append(schema.name)
    enclose("{", "}") { writer in
      let fields = schema.fields.filter { writer.isDocumented || schema.alternatives(to: $0).first?.name == $0.name }
      let last = fields.last { schema.alternatives(to: $0).first?.name == $0.name }
      for field in fields { writer.member(field, of: schema, isLast: field.name == last?.name) }
    }
    open.removeLast()
  }

  private mutating func member(_ field: FieldSchema, of schema: MessageSchema, isLast: Bool) {
    if isDocumented { describe(field, of: schema) }
    let isAlternative = schema.alternatives(to: field).first?.name != field.name
    let start = lines.count
    lines.append("\(indent)\"\(field.jsonName)\": ")
    if field.isRepeated {
      enclose("[", "]") { writer in
        writer.lines.append(writer.indent)
        writer.value(field)
      }
    } else {
      value(field)
    }
    if !isLast { lines[lines.count - 1] += "," }
    guard isAlternative else { return }
    for line in start..<lines.count { lines[line] = indent + "// " + lines[line].dropFirst(indent.count) }
  }

  private mutating func value(_ field: FieldSchema) {
    switch field.kind {
    case .message(let reference): object(reference.schema)
    case .string: lines[lines.count - 1] += example(field.name) ?? "\"\""
    case .bytes: lines[lines.count - 1] += "\"\""
    case .bool: lines[lines.count - 1] += "false"
    case .enumeration(let schema):
      // Zero is the value that says nothing.
      lines[lines.count - 1] += schema.values.first { $0.number > 0 }.map { "\"\($0.name)\"" } ?? "0"
    default: lines[lines.count - 1] += example(field.name) ?? "0"
    }
  }

  private mutating func describe(_ field: FieldSchema, of schema: MessageSchema) {
    var type = field.isRepeated ? "list of \(field.kind.name)" : field.kind.name
    let alternatives = schema.alternatives(to: field)
    if alternatives.count > 1 {
      type += ", one of \(alternatives.map(\.jsonName).joined(separator: ", "))"
    } else if field.oneof != nil {
      type += ", optional"
    }
    comment(type, MessageRegistry.documentation("\(schema.name).\(field.name)"))
    guard case .enumeration(let values) = field.kind else { return }
    for value in values.values {
      comment("  " + value.name, MessageRegistry.documentation("\(values.fullName).\(value.name)"))
    }
  }

  private mutating func comment(_ subject: String, _ documentation: String?) {
    let text = (documentation ?? "").split(separator: "\n")
    lines.append("\(indent)// \(subject)\(text.first.map { ": \($0)" } ?? "")")
    for line in text.dropFirst() { lines.append("\(indent)// \(line)") }
  }

  private mutating func enclose(_ opening: String, _ closing: String, _ body: (inout SkeletonWriter) -> Void) {
    lines[lines.count - 1] += opening
    indent += "  "
    body(&self)
    indent.removeLast(2)
    lines.append(indent + closing)
  }
}

extension FieldKind {
  /// What people call it.
  fileprivate var name: String {
    switch self {
    case .int32, .sint32, .sfixed32: "int32"
    case .int64, .sint64, .sfixed64: "int64"
    case .uint32, .fixed32: "uint32"
    case .uint64, .fixed64: "uint64"
    case .float: "float"
    case .double: "double"
    case .bool: "bool"
    case .string: "string"
    case .bytes: "bytes in base64"
    case .enumeration(let schema): schema.name
    case .message(let reference): reference.name
    }
  }
}
