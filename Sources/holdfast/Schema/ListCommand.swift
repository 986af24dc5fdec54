internal import ArgumentParser
internal import Messages

/// Services and their rpcs.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Name every service and its rpcs, what each does and who may call it.")

  @Argument(help: "Only this service, such as StockService.", completion: .list(Schema.services.map(Schema.shortName)))
  var service: String?
  @Flag(name: .shortAndLong, help: "Print names only.") var quiet = false

  func run() throws {
    let services = try chosen()
    let methods = Method.allCases.map(\.info).filter { services.contains($0.service) }
    if quiet {
      for method in methods { print(Schema.shortName(method.name)) }
      return
    }
    let view = View(
      services.flatMap { service -> [View.Block] in
        let table = Table(
          [.text(Schema.shortName(service)), .text("KIND"), .text("ROLE"), .prose("WHAT IT DOES")],
          rows: methods.filter { $0.service == service }.map { method in
            [
              method.rpc, Words.phrase(method.kind) + (method.isServerStreaming ? ", stream" : ""),
              Words.phrase(method.role), Schema.firstSentence(method.documentation),
            ]
          })
        return [.table(table)]
      })
    for line in view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
  }

  private func chosen() throws -> [String] {
    guard let service else { return Schema.services }
    let wanted = Schema.shortName(service).lowercased()
    let match = Schema.services.filter { name in
      let short = Schema.shortName(name).lowercased()
      return short == wanted || short == wanted + "service"
    }
    if match.isEmpty {
      let near = MessageRegistry.nearest(to: service, among: Schema.services.map(Schema.shortName))
      throw ToolFailure(
        .usage, "there is no service \"\(service)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
        advice: "`holdfast list` names them all.")
    }
    return match
  }
}
