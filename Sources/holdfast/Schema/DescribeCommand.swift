internal import ArgumentParser
internal import Messages

/// What the schema says of anything in it.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Tell all about a service, an rpc, a message or an enum, with an example.",
    discussion: "Examples: holdfast describe Reserve, holdfast describe StockLevel, holdfast describe SplitStrategy")

  @Argument(
    help: "Its name, in full or not: StockService, StockService/GetStock, GetStock, StockLevel, ReserveMode.",
    completion: .list(Description.names))
  var name: String

  func run() throws {
    let view = try Description.view(of: name)
    for line in view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
  }
}

/// Views of the schema.
enum Description {
  /// All that can be told about, for completion.
  static var names: [String] {
    let methods = Method.allCases.map(\.info.name)
    return (Schema.services + methods + MessageRegistry.messageNames + MessageRegistry.enums.map(\.fullName))
      .map(Schema.shortName)
  }

  /// What there is of that name.
  ///
  /// - Throws: ``ToolFailure`` that says what is near.
  static func view(of name: String) throws -> View {
    let wanted = Schema.shortName(name).lowercased()
    func isWanted(_ fullName: String) -> Bool { Schema.shortName(fullName).lowercased() == wanted }
    if let service = Schema.services.first(where: isWanted) { return self.service(service) }
    if let method = Schema.methods(named: name).first { return try rpc(method.info) }
    if let message = MessageRegistry.messageNames.first(where: isWanted) { return try self.message(message) }
    if let description = MessageRegistry.enums.first(where: { isWanted($0.fullName) }) {
      return enumeration(description)
    }
    let rpcs = Method.allCases.flatMap { [Schema.shortName($0.info.name), $0.info.rpc] }
    let types = Schema.services + MessageRegistry.messageNames + MessageRegistry.enums.map(\.fullName)
    let near = MessageRegistry.nearest(to: Schema.shortName(name), among: rpcs + types.map(Schema.shortName))
    throw ToolFailure(
      .usage, "the schema has nothing called \"\(name)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
      advice: "`holdfast list` names the services and their rpcs.")
  }

  private static func service(_ name: String) -> View {
    let table = Table(
      [.text("RPC"), .text("KIND"), .text("ROLE"), .prose("WHAT IT DOES")],
      rows: Method.allCases.map(\.info).filter { $0.service == name }.map {
        [$0.rpc, Words.phrase($0.kind), Words.phrase($0.role), sentence($0.name)]
      })
    return View([.facts([.init("Service", name)]), .prose(sentence(name)), .table(table)])
  }

  private static func rpc(_ info: MethodInfo) throws -> View {
    let facts: [Fact] = [
      .init("Rpc", info.name), .init("Kind", Words.phrase(info.kind) + (info.isServerStreaming ? ", stream" : "")),
      .init("Role", "\(Words.phrase(info.role)) or more"), .init("Request", Schema.shortName(info.request)),
      .init("Response", Schema.shortName(info.response)),
    ]
    return View(
      [.facts(facts), .prose(info.documentation), .line(""), .line("Request: \(Schema.shortName(info.request))")]
        + fields(of: info.request) + [.line(""), .line("Response: \(Schema.shortName(info.response))")]
        + fields(of: info.response)
        + [
          .line(""),
          .line("Example: holdfast call \(Schema.shortName(info.name)) '\(try example(info.request))'"),
        ])
  }

  private static func message(_ name: String) throws -> View {
    let example = try example(name).split(separator: "\n").map { View.Block.line(String($0)) }
    return View(
      [.facts([.init("Message", name)]), .prose(sentence(name))] + fields(of: name) + [.line(""), .line("Example:")]
        + example)
  }

  private static func enumeration(_ description: EnumDescription) -> View {
    let table = Table(
      [.text("VALUE"), .number("NUMBER"), .prose("WHAT IT MEANS")],
      rows: description.values.map { [$0.name, "\($0.number)", sentence("\(description.fullName).\($0.name)")] })
    return View([.facts([.init("Enum", description.fullName)]), .prose(sentence(description.fullName)), .table(table)])
  }

  private static func fields(of message: String) -> [View.Block] {
    guard let fields = MessageRegistry.description(of: message)?.fields, !fields.isEmpty else {
      return [.line("It has no fields.")]
    }
    let table = Table(
      [.text("FIELD"), .text("TYPE"), .prose("WHAT IT IS")],
      rows: fields.map { field in
        let type = Schema.shortName(field.type)
        var text = sentence("\(message).\(field.name)")
        if !field.alternatives.isEmpty { text = "One of \(field.alternatives.joined(separator: ", ")). " + text }
        return [field.name, field.isRepeated ? "list of \(type)" : field.isOptional ? "\(type), optional" : type, text]
      })
    return [.table(table)]
  }

  private static func sentence(_ name: String) -> String {
    (MessageRegistry.documentation(name) ?? "").split(separator: "\n").joined(separator: " ")
  }

  private static func example(_ message: String) throws -> String {
    do throws(JSONError) {
      return try MessageJSON.skeleton(of: message, documented: false, example: ExampleValues.json)
    } catch {
      throw ToolFailure(.usage, "\(error)")
    }
  }
}
