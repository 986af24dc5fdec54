/// Writes what the generator knew of every field, for the test that compares it with the descriptors of `protoc-c`.
struct FieldTableEmitter {
  static func source(of schema: Schema) -> String {
    var writer = SourceWriter(from: "proto/")
    writer.line("import Messages")
    writer.line()
    writer.documentation("Every message as a type.")
    writer.line("let messageTypes: [any MessageCodec.Type] = [")
    for message in schema.messages { writer.line("  \(message.swiftPath).self,") }
    writer.line("]")
    writer.line()
    writer.documentation("Every message with its fields: number, name, type, label.")
    writer.line("let fieldTable: [String: [String]] = [")
    for message in schema.messages {
      let rows = message.fields.sorted { $0.number < $1.number }.map { "\"\(row(of: $0, in: message))\"" }
      writer.line("  \"\(message.fullName)\": [\(rows.joined(separator: ", "))],")
    }
    writer.line("]")
    return writer.text
  }

  private static func row(of field: Field, in message: MessageModel) -> String {
    let isInOneof = message.members.contains { member in
      switch member {
      case .field: false
      case .optional(_, let only): only.number == field.number
      case .choice(let choice): choice.fields.contains { $0.number == field.number }
      }
    }
    let label = field.isRepeated ? "repeated" : isInOneof ? "oneof" : "plain"
    return "\(field.number) \(field.name) \(type(of: field)) \(label)"
  }

  private static func type(of field: Field) -> String {
    switch field.type {
    case .bytes: "bytes"
    case .enumeration(let path, _): "enum \(path)"
    case .message(let path): "message \(path)"
    default: field.type.swiftName.lowercased()
    }
  }
}
