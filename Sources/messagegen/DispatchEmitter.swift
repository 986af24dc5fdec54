/// Writes what the services have to offer, as protocols, and how a method reaches its function.
struct DispatchEmitter {
  static func source(of schema: Schema) -> String {
    var writer = SourceWriter(from: "the services in proto/")
    for service in schema.services { writeProtocols(of: service, to: &writer) }
    for group in MethodGroup.allCases {
      let names = schema.services.filter { !group.methods(of: $0).isEmpty }.map { $0.name + group.rawValue }
      guard !names.isEmpty else { continue }
      writer.documentation("The \(group.rawValue.lowercased()) of all services.")
      writer.line("package typealias \(group.typeAlias) = \(names.joined(separator: " & "))")
      writer.line()
    }
    for group in [MethodGroup.queries, .operations] {
      let methods = schema.methods.filter(group.contains)
      if group == .queries || !methods.isEmpty { writeDispatch(group, methods, to: &writer) }
    }
    let streams = schema.methods.filter(MethodGroup.streams.contains)
    if !streams.isEmpty { writeStreamDispatch(streams, to: &writer) }
    writeCommandRequest(schema.methods.filter { MethodGroup.commands.contains($0) }, to: &writer)
    return writer.text
  }

  private static func writeProtocols(of service: ServiceModel, to writer: inout SourceWriter) {
    for group in MethodGroup.allCases {
      let methods = group.methods(of: service)
      guard !methods.isEmpty else { continue }
      writer.documentation("The \(group.rawValue.lowercased()) of \(service.name).")
      writer.block("package protocol \(service.name)\(group.rawValue): AnyObject") { writer in
        for method in methods {
          writer.documentation(method.documentation)
          writer.line(group.signature(of: method))
        }
      }
      writer.line()
    }
  }

  /// How what is answered by one function and one reply is reached: queries, and operations.
  private static func writeDispatch(_ group: MethodGroup, _ methods: [MethodModel], to writer: inout SourceWriter) {
    let (type, name) = group == .queries ? ("QueryDispatch", "a query") : ("OperationDispatch", "an operation")
    writer.documentation("How \(name) reaches its function.")
    writer.block("package enum \(type)") { writer in
      writer.documentation(
        """
        Decodes the request, asks the handlers, and prepares the answer in the arena.

        Throws INVALID_ARGUMENT for a request that cannot be decoded, UNIMPLEMENTED for a method that is not \(name), and \
        what the handler throws.
        """)
      writer.block(
        "package static func answer<H: \(group.typeAlias)>(_ method: Method, request: UnsafeRawBufferPointer,"
          + " with handlers: H, in arena: MessageArena) throws(CallFailure) -> PreparedMessage"
      ) { writer in
        writer.block("switch method") { writer in
          for method in methods {
            writer.line("case .\(method.caseName):")
            writer.line("  let decoded = try unsafe \(method.request.swiftPath)(call: request, in: arena)")
            writer.line("  return try handlers.\(method.swiftName)(decoded).prepareAnswer(in: arena)")
          }
          writer.line("default: throw .unimplemented(method)")
        }
      }
    }
    writer.line()
  }

  private static func writeStreamDispatch(_ methods: [MethodModel], to writer: inout SourceWriter) {
    writer.documentation("How a stream is opened.")
    writer.block("package enum StreamDispatch") { writer in
      writer.documentation(
        """
        Decodes the request and has the handlers open what the replies are pulled from.

        Throws INVALID_ARGUMENT for a request that cannot be decoded, UNIMPLEMENTED for a method that is not a stream, and \
        what the handler throws.
        """)
      writer.block(
        "package static func open<H: StreamHandlers>(_ method: Method, request: UnsafeRawBufferPointer,"
          + " with handlers: H, in arena: MessageArena) throws(CallFailure) -> any ReplySource"
      ) { writer in
        writer.block("switch method") { writer in
          for method in methods {
            writer.line("case .\(method.caseName):")
            writer.line(
              "  return try handlers.\(method.swiftName)("
                + "try unsafe \(method.request.swiftPath)(call: request, in: arena))")
          }
          writer.line("default: throw .unimplemented(method)")
        }
      }
    }
    writer.line()
  }

  private static func writeCommandRequest(_ methods: [MethodModel], to writer: inout SourceWriter) {
    writer.documentation("A command that was decoded and waits to be performed.")
    writer.block("package enum CommandRequest: Sendable") { writer in
      for method in methods {
        writer.documentation(method.documentation)
        writer.line("case \(method.swiftName)(\(method.request.swiftPath))")
      }
      writer.line()
      writer.documentation(
        """
        Decodes the request of a command.

        Throws INVALID_ARGUMENT for one that cannot be decoded, UNIMPLEMENTED for a method that is not a command.
        """)
      writer.block(
        "package init(_ method: Method, decoding bytes: UnsafeRawBufferPointer, in arena: MessageArena) throws(CallFailure)"
      ) { writer in
        writer.block("switch method") { writer in
          for method in methods {
            writer.line("case .\(method.caseName):")
            writer.line(
              "  self = .\(method.swiftName)(try unsafe \(method.request.swiftPath)(call: bytes, in: arena))")
          }
          writer.line("default: throw .unimplemented(method)")
        }
      }
      writer.line()
      writer.documentation("The method that it is the request of.")
      writer.block("package var method: Method") { writer in
        writer.block("switch self") { writer in
          for method in methods { writer.line("case .\(method.swiftName): .\(method.caseName)") }
        }
      }
      writer.line()
      writer.documentation(
        "Has the handlers perform it and prepares the answer in the arena. Throws what the handler throws.")
      writer.block(
        "package func perform<H: CommandHandlers>(on handlers: H, in arena: MessageArena) throws(CallFailure)"
          + " -> PreparedMessage"
      ) { writer in
        writer.block("switch self") { writer in
          for method in methods {
            writer.line("case .\(method.swiftName)(let request):")
            writer.line("  return try handlers.\(method.swiftName)(request).prepareAnswer(in: arena)")
          }
        }
      }
    }
  }
}
