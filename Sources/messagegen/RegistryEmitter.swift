/// Writes the registry: messages by name, and the comments of the proto files for whoever asks at run time.
struct RegistryEmitter {
  static func source(of schema: Schema) -> String {
    var writer = SourceWriter(from: "proto/")
    writer.line("package import CMessages")
    writer.line()
    let messages = schema.messages.sorted { $0.fullName < $1.fullName }
    writer.documentation("Every message of the schema by its name, and what the schema says of everything in it.")
    writer.block("package enum MessageRegistry") { writer in
      writer.documentation("Full names of all messages, sorted.")
      writer.line("package static let messageNames: [String] = [")
      for message in messages { writer.line("  \"\(message.fullName)\",") }
      writer.line("]")
      writer.line()
      writer.documentation(
        "The descriptor that `protoc-c` made of the message with this full name; nil if there is none.")
      writer.block(
        "package static func descriptor(_ fullName: String) -> UnsafePointer<ProtobufCMessageDescriptor>?"
      ) { writer in
        writer.block("switch fullName") { writer in
          for message in messages {
            writer.line("case \"\(message.fullName)\": unsafe \(message.swiftPath).descriptor")
          }
          writer.line("default: nil")
        }
      }
      writer.line()
      // One literal instead of a dictionary of many: it costs the compiler nothing and is taken apart when first asked for.
      writer.documentation("Names, each after `= `, and what the schema says of them.")
      writer.line("static let comments = #\"\"\"")
      for (name, text) in comments(schema) {
        writer.line("  = \(name)")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          writer.line(line.isEmpty ? "" : "  \(line)")
        }
      }
      writer.line("  \"\"\"#")
    }
    return writer.text
  }

  private static func comments(_ schema: Schema) -> [(name: String, text: String)] {
    var rows: [(name: String, text: String)] = []
    for message in schema.messages {
      rows.append((message.fullName, message.documentation))
      for field in message.fields { rows.append((message.fullName + "." + field.name, field.documentation)) }
    }
    for enumeration in schema.enums {
      rows.append((enumeration.fullName, enumeration.documentation))
      for value in enumeration.values { rows.append((enumeration.fullName + "." + value.name, value.documentation)) }
    }
    for service in schema.services {
      rows.append((service.fullName, service.documentation))
      for method in service.methods { rows.append((method.fullName, method.documentation)) }
    }
    return rows.sorted { $0.name < $1.name }
  }
}
