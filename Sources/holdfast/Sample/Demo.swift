internal import ArgumentParser

/// The first conversation with a server.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A first conversation: read, choose a warehouse, split an order, hold it, ship it.",
    discussion: "It needs the sample data (`holdfast sample load`), and ships one unit of it each time.")

  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  /// What is said before a command, and the command.
  struct Step: Equatable {
    var title: String
    var arguments: [String]
  }

  /// The conversation, about an order with that id.
  static func steps(order: String) -> [Step] {
    let product = SampleData.productID(0)
    let newYork = ["--ship-to", "40.7128,-74.0060"]
    return [
      Step(
        title: "How much of \(product) is there in Chicago?",
        arguments: ["stock", "get", product, "--warehouse", "DC-CHI"]),
      Step(
        title: "Which warehouse should ship two of it to New York? The score, and what it is made of:",
        arguments: ["warehouse", "select", product, "--quantity", "2"] + newYork),
      Step(
        title: "An order that no warehouse can ship alone:",
        arguments: ["order", "split", "--item", "\(product)x150", "--item", "P-0011x2"] + newYork),
      Step(
        title: "Hold one for an order; the service chooses where: fewest shipments, then lowest cost, then best score:",
        arguments: ["reserve", "--order", order, "--item", "\(product)x1"] + newYork),
      Step(title: "It has left the building:", arguments: ["fulfill", "--order", order]),
      Step(title: "And this is what is left, over all warehouses:", arguments: ["stock", "get", product]),
    ]
  }

  func run() async throws {
    for (index, step) in Self.steps(order: "DEMO-\(WallClock.seconds)").enumerated() {
      let arguments = step.arguments + global.arguments
      print("\(index + 1). \(step.title)")
      print("$ holdfast \(arguments.map(Self.quoted).joined(separator: " "))\n")
      guard var command = try Holdfast.parseAsRoot(arguments) as? any AsyncParsableCommand else { continue }
      try await command.run()
      print("")
    }
  }

  /// The argument as a shell takes it.
  static func quoted(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./,:=@+".utf8.contains(byte)
      }
    }
    return isPlain && !argument.isEmpty
      ? argument
      : "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension GlobalOptions {
  /// The options as they were given, for a command that runs another.
  var arguments: [String] {
    var arguments: [String] = []
    for (name, value) in [
      ("--server", server), ("--certs", certs), ("--identity", identity), ("--actor", actor), ("--trace-id", traceID),
    ] {
      if let value { arguments += [name, value] }
    }
    if let timeout { arguments += ["--timeout", "\(timeout.milliseconds)ms"] }
    if json { arguments.append("--json") }
    if quiet { arguments.append("--quiet") }
    return arguments
  }
}
