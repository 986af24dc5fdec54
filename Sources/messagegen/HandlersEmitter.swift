/// Writes handlers that serve nothing, for tests to build on: a new rpc then does not break them.
struct HandlersEmitter {
  static func source(of schema: Schema) -> String {
    var writer = SourceWriter(from: "the services in proto/")
    let groups = MethodGroup.allCases.filter { schema.methods.contains(where: $0.contains) }
    writer.line("import Messages")
    writer.line()
    writer.documentation("Serves every method by refusing it.")
    writer.block("class RefusingHandlers: \(groups.map(\.typeAlias).joined(separator: ", "))") { writer in
      for method in schema.methods {
        for group in groups where group.contains(method) {
          writer.line("\(group.signature(of: method)) { throw .unimplemented(.\(method.caseName)) }")
        }
      }
    }
    return writer.text
  }
}
