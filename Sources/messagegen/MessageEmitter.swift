/// Writes the Swift file of one proto file: its messages as structs, its enums as open structs.
struct MessageEmitter {
  static func source(of file: SchemaFile) -> String {
    var writer = SourceWriter(from: "proto/\(file.path)")
    if !file.messages.isEmpty {
      writer.line("package import CMessages")
      writer.line()
    }
    for enumeration in file.enums { EnumEmitter.write(enumeration, to: &writer) }
    for message in file.messages {
      write(message, to: &writer)
      writer.line()
      for part in message.withNested { CodecEmitter.write(part, to: &writer) }
    }
    return writer.text
  }

  private static func write(_ message: MessageModel, to writer: inout SourceWriter) {
    writer.documentation(message.documentation)
    writer.block("public struct \(message.swiftName): Message") { writer in
      writer.documentation("The name of the message in the schema.")
      writer.line("public static var fullName: String { \"\(message.fullName)\" }")
      writer.line()
      for member in message.members { writeProperty(member, to: &writer) }
      if !message.members.isEmpty { writer.line() }
      writer.documentation("The message with nothing set.")
      writer.line("public init() {}")
      if !message.members.isEmpty { writeMemberwiseInit(message, to: &writer) }
      for enumeration in message.enums {
        writer.line()
        EnumEmitter.write(enumeration, to: &writer)
      }
      for nested in message.messages {
        writer.line()
        write(nested, to: &writer)
      }
    }
  }

  private static func writeProperty(_ member: Member, to writer: inout SourceWriter) {
    if case .choice(let choice) = member { writeType(of: choice, to: &writer) }
    writer.documentation(member.documentation)
    writer.line("public var \(Names.declared(member.swiftName)): \(member.typeName) = \(member.defaultValue)")
  }

  private static func writeType(of choice: Choice, to writer: inout SourceWriter) {
    writer.documentation(choice.documentation)
    // A choice among messages is as large as its largest: whoever carries it in a struct pays for that at each copy.
    let indirect = choice.fields.contains { $0.type.isMessage } ? "indirect " : ""
    writer.block("public \(indirect)enum \(choice.typeName): Sendable, Hashable") { writer in
      for field in choice.fields {
        writer.documentation(field.documentation)
        writer.line("case \(Names.declared(field.swiftName))(\(field.type.swiftName))")
      }
    }
  }

  private static func writeMemberwiseInit(_ message: MessageModel, to writer: inout SourceWriter) {
    let parameters = message.members.map { "\($0.swiftName): \($0.typeName) = \($0.defaultValue)" }
    writer.line()
    writer.documentation("The message with these fields.")
    writer.block("public init(\(parameters.joined(separator: ", ")))") { writer in
      for member in message.members {
        writer.line("self.\(member.swiftName) = \(Names.declared(member.swiftName))")
      }
    }
  }
}

extension Member {
  /// Name of the property.
  var swiftName: String {
    switch self {
    case .field(let field), .optional(_, let field): field.swiftName
    case .choice(let choice): choice.swiftName
    }
  }

  /// Its comment.
  var documentation: String {
    switch self {
    case .field(let field), .optional(_, let field): field.documentation
    case .choice(let choice): choice.documentation
    }
  }

  /// Its type, as it is written inside of the message.
  var typeName: String {
    switch self {
    case .field(let field) where field.isRepeated: "[\(field.type.swiftName)]"
    case .field(let field): field.type.isMessage ? field.type.swiftName + "?" : field.type.swiftName
    case .optional(_, let field): field.type.swiftName + "?"
    case .choice(let choice): choice.typeName + "?"
    }
  }

  /// What it is where nothing is set.
  var defaultValue: String {
    switch self {
    case .field(let field) where field.isRepeated: "[]"
    case .field(let field): field.type.defaultValue
    case .optional, .choice: "nil"
    }
  }
}

extension FieldType {
  /// The type of one value.
  var swiftName: String {
    switch self {
    case .string: "String"
    case .bytes: "[UInt8]"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .double: "Double"
    case .bool: "Bool"
    case .enumeration(let path, _), .message(let path): path
    }
  }

  /// What a field of this type is where it is not set.
  fileprivate var defaultValue: String {
    switch self {
    case .string: "\"\""
    case .bytes: "[]"
    case .int32, .int64, .uint32, .uint64, .double: "0"
    case .bool: "false"
    case .enumeration: ".init(rawValue: 0)"
    case .message: "nil"
    }
  }

  fileprivate var isMessage: Bool {
    if case .message = self { true } else { false }
  }
}
