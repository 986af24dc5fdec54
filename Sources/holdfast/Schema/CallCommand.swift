internal import ArgumentParser
internal import Messages

/// Calls any rpc.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Call any rpc, with JSON in and out.",
    discussion: """
      The request is JSON by the rules of proto3, @FILE, or - for standard input; {} where none is given. The answer goes to \
      standard output; the journal sequence goes to standard error, or, with --json, both into one object.

      Example: holdfast call StockService/GetStock '{"product_id": "P-0001", "warehouse_id": "DC-CHI"}'
      """)

  @Argument(help: ArgumentHelp("The rpc; `holdfast list` names them all.", valueName: "service/rpc")) var rpc: String
  @Argument(help: ArgumentHelp("The request.", valueName: "json|@file|-")) var request: String = "{}"
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func run() async throws {
    let method = try Schema.method(rpc)
    let bytes = try encoded(method)
    let reply = try await Session.with(global) { session in try await session.call(method, bytes) }
    if global.quiet { return }
    let response = try Coding.json(reply.bytes, as: method.info.response)
    if global.json {
      print(Self.envelope(response, reply))
    } else {
      print(response)
      Terminal.writeError("sequence \(reply.sequence)\(reply.repeated ? ", repeated" : "")\n")
    }
  }

  private func encoded(_ method: Method) throws -> [UInt8] {
    let text: [UInt8] =
      switch request.first {
      case "@": try InputFile.bytes(String(request.dropFirst()))
      case "-" where request.count == 1: try InputFile.bytes("-")
      default: Array(request.utf8)
      }
    do throws(JSONError) {
      return try MessageJSON.decode(utf8: text, as: method.info.request)
    } catch {
      throw ToolFailure(
        .usage, "the request is not a \(Schema.shortName(method.info.request)): \(error)",
        advice: "`holdfast describe \(Schema.shortName(method.info.name))` tells what it takes.")
    }
  }

  /// Answer and sequence in one object.
  static func envelope(_ response: String, _ reply: CallResult) -> String {
    let indented = response.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    let repeated = reply.repeated ? "true" : "false"
    return "{\n  \"response\": \(indented),\n  \"sequence\": \"\(reply.sequence)\",\n  \"repeated\": \(repeated)\n}"
  }
}
