/// Writes the client's stubs: one struct a service, one function an rpc.
struct StubsEmitter {
  static func source(of schema: Schema) -> String {
    var writer = SourceWriter(from: "the services in proto/")
    writer.line("public import Messages")
    writer.line()
    for service in schema.services { write(service, to: &writer) }
    writer.block("extension HoldfastClient") { writer in
      for service in schema.services {
        writer.documentation(service.documentation)
        let name = Names.function(String(service.name.dropLast("Service".count)))
        writer.line("public var \(name): \(service.name)Client { \(service.name)Client(client: self) }")
      }
    }
    return writer.text
  }

  private static func write(_ service: ServiceModel, to writer: inout SourceWriter) {
    writer.documentation(service.documentation)
    writer.block("public struct \(service.name)Client: Sendable") { writer in
      writer.line("let client: HoldfastClient")
      for method in service.methods {
        writer.line()
        writer.documentation(method.documentation + "\n\n" + note(on: method))
        let parameters = "_ request: \(method.request.swiftPath), options: CallOptions = CallOptions()"
        writer.line("public func \(method.swiftName)(")
        writer.line("  \(parameters)")
        // A stream is there at once: what comes of it is told by the one who reads it.
        let (effects, call) =
          method.isServerStreaming ? ("throws", "try client.stream") : ("async throws", "try await client.call")
        let result = method.isServerStreaming ? "AnswerStream" : "Answer"
        writer.block(") \(effects) -> \(result)<\(method.response.swiftPath)>") { writer in
          writer.line("\(call)(.\(method.caseName), request, options: options)")
        }
      }
    }
    writer.line()
  }

  private static func note(on method: MethodModel) -> String {
    let kind =
      switch method.kind {
      case .query: "A query"
      case .command: "A command"
      case .operation: "An operation"
      }
    return "\(kind); the caller's role must be `\(method.role)` or more."
  }
}
