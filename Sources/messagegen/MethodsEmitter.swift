/// Writes the method table: every rpc as a case of one enum, and how it is found by its name.
struct MethodsEmitter {
  static func source(of schema: Schema) throws(SchemaError) -> String {
    let hash = try NameHash.search(schema.methods.map(\.fullName))
    var writer = SourceWriter(from: "the services in proto/")
    writer.documentation("Every rpc of every service.")
    writer.block("public enum Method: Int, CaseIterable, Sendable") { writer in
      for method in schema.methods {
        writer.documentation(method.documentation)
        writer.line("case \(method.caseName)")
      }
    }
    writer.line()
    writer.block("extension Method") { writer in
      writeGroups("kind", of: schema.methods, type: "MethodKind", "What the rpc does to the service.", to: &writer) {
        "\($0.kind)"
      }
      writeGroups("role", of: schema.methods, type: "Role", "The least role that may call it.", to: &writer) { $0.role }
      writeStreaming(schema.methods.filter(\.isServerStreaming), to: &writer)
      writeFind(schema.methods, hash, to: &writer)
      writer.line()
      writer.documentation("What there is to know of each method, by raw value.")
      writer.line("static let table: [MethodInfo] = [")
      for method in schema.methods { writer.line("  " + row(of: method) + ",") }
      writer.line("]")
    }
    return writer.text
  }

  /// A property that has few values: a switch with the methods of each.
  private static func writeGroups(
    _ name: String, of methods: [MethodModel], type: String, _ documentation: String, to writer: inout SourceWriter,
    _ value: (MethodModel) -> String
  ) {
    let groups = Dictionary(grouping: methods, by: value)
    writer.documentation(documentation)
    writer.block("public var \(name): \(type)") { writer in
      writer.block("switch self") { writer in
        for (value, members) in groups.sorted(by: { $0.key < $1.key }) {
          writer.line("case \(members.map { ".\($0.caseName)" }.joined(separator: ", ")): .\(value)")
        }
      }
    }
    writer.line()
  }

  private static func writeStreaming(_ methods: [MethodModel], to writer: inout SourceWriter) {
    writer.documentation("Whether a call is answered by a row of replies.")
    writer.block("public var isServerStreaming: Bool") { writer in
      guard !methods.isEmpty else { return writer.line("false") }
      writer.block("switch self") { writer in
        writer.line("case \(methods.map { ".\($0.caseName)" }.joined(separator: ", ")): true")
        writer.line("default: false")
      }
    }
    writer.line()
  }

  private static func writeFind(_ methods: [MethodModel], _ hash: NameHash, to writer: inout SourceWriter) {
    writer.documentation("The method with this full name; nil if there is none. Costs a hash and one comparison.")
    writer.block("package static func find(_ name: UnsafeRawBufferPointer) -> Method?") { writer in
      writer.block("switch unsafe hash(name, multiplier: \(hash.multiplier), bits: \(hash.bits))") { writer in
        let slots = methods.map { (slot: hash.slot(of: $0.fullName), method: $0) }
        for (slot, method) in slots.sorted(by: { $0.slot < $1.slot }) {
          writer.line(
            "case \(slot): unsafe isEqual(name, \"\(method.fullName)\") ? .\(method.caseName) : nil")
        }
        writer.line("default: nil")
      }
    }
  }

  private static func row(of method: MethodModel) -> String {
    let service = method.fullName.split(separator: "/")[0]
    return "MethodInfo(method: .\(method.caseName), name: \"\(method.fullName)\", service: \"\(service)\","
      + " rpc: \"\(method.name)\", kind: .\(method.kind), role: .\(method.role),"
      + " isServerStreaming: \(method.isServerStreaming), request: \"\(method.request.fullName)\","
      + " response: \"\(method.response.fullName)\")"
  }
}
