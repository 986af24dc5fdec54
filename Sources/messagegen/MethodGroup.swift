/// Methods that are called in the same way.
enum MethodGroup: String, CaseIterable {
  case queries = "Queries"
  case commands = "Commands"
  case operations = "Operations"
  case streams = "Streams"

  /// The protocols of all services together.
  var typeAlias: String {
    switch self {
    case .queries: "QueryHandlers"
    case .commands: "CommandHandlers"
    case .operations: "OperationHandlers"
    case .streams: "StreamHandlers"
    }
  }

  /// Whether a method belongs to it.
  func contains(_ method: MethodModel) -> Bool {
    switch (self, method.isServerStreaming, method.kind) {
    case (.streams, true, _), (.queries, false, .query), (.commands, false, .command): true
    case (.operations, false, .operation): true
    default: false
    }
  }

  /// The methods of a service that belong to it.
  func methods(of service: ServiceModel) -> [MethodModel] { service.methods.filter(contains) }

  /// The function that serves a method.
  func signature(of method: MethodModel) -> String {
    let request = "_ request: \(method.request.swiftPath)"
    let response = method.response.swiftPath
    return switch self {
    case .queries, .commands, .operations:
      "func \(method.swiftName)(\(request)) throws(CallFailure) -> \(response)"
    case .streams: "func \(method.swiftName)(\(request)) throws(CallFailure) -> any ReplySource<\(response)>"
    }
  }
}
