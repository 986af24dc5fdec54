internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// Calls any rpc.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Call any rpc, with JSON in and out.",
    discussion: """
      The request is JSON by the rules of proto3, @FILE, or - for standard input; {} where none is given. The answer goes to \
      standard output; the journal sequence goes to standard error, or, with --json, both into one object. The replies of a \
      stream are printed a line each, until Ctrl-C.

      Example: holdfast call StockService/GetStock '{"product_id": "P-0001", "warehouse_id": "DC-CHI"}'
      """)

  @Argument(
    help: ArgumentHelp("The rpc; `holdfast list` names them all.", valueName: "service/rpc"),
    completion: .list(Method.allCases.map { Schema.shortName($0.info.name) }))
  var rpc: String
  @Argument(help: ArgumentHelp("The request.", valueName: "json|@file|-")) var request: String = "{}"
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func run() async throws {
    let method = try Schema.method(rpc)
    let bytes = try encoded(method)
    if method.isServerStreaming {
      try await stream(method, bytes)
      return
    }
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

  /// Prints the replies of a stream, a line each, as they come. Ctrl-C ends it.
  private func stream(_ method: Method, _ bytes: [UInt8]) async throws {
    let global = global
    let sequence = try await SignalCancellation.around {
      try await Session.with(global) { session in
        var sequence: UInt64 = 0
        for try await reply in try session.stream(method, bytes) {
          sequence = reply.sequence
          if global.quiet { continue }
          let line = try Coding.line(reply.message, as: method.info.response)
          print(global.json ? #"{"response":\#(line),"sequence":"\#(sequence)"}"# : line)
        }
        return sequence
      }
    }
    if !global.quiet, !global.json, sequence > 0 { Terminal.writeError("sequence \(sequence)\n") }
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
