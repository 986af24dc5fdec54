internal import Messages

/// One thing that can be set: the same in a file, in the environment and on the command line.
package struct Setting: Sendable {
  /// Its name in files, such as `listen_port`.
  package let name: String
  /// What a value looks like, in one word for the help: `PORT`.
  package let placeholder: String
  /// What it is, in a sentence.
  package let help: String
  /// Which values are right, in the words of an error: `a whole number from 0 to 65535`.
  package let rule: String
  /// Whether a relative path in a file is meant relative to that file.
  let isPath: Bool
  /// Whether it stands on the command line without a value, and then means yes.
  let isSwitch: Bool

  private let reading: @Sendable (ServerConfiguration) -> String
  private let writing: Writing

  /// What became of setting a value.
  enum Verdict {
    case right
    case wrong
    /// Something within the value is wrong.
    case wrongPart(JSONError.Position?, String)
  }

  typealias Writing = @Sendable (inout ServerConfiguration, JSONNode.Value) -> Verdict

  /// A setting; `writing` sets it if the value is right.
  init(
    _ name: String, _ placeholder: String, rule: String, help: String, isPath: Bool = false, isSwitch: Bool = false,
    reading: @escaping @Sendable (ServerConfiguration) -> String,
    writing: @escaping Writing
  ) {
    self.name = name
    self.placeholder = placeholder
    self.rule = rule
    self.help = help
    self.isPath = isPath
    self.isSwitch = isSwitch
    self.reading = reading
    self.writing = writing
  }

  /// Its flag: `--listen-port`.
  package var flag: String { "--" + name.replacing("_", with: "-") }

  /// Its environment variable: `HOLDFAST_LISTEN_PORT`.
  package var variable: String { Self.variablePrefix + name.uppercased() }

  static let variablePrefix = "HOLDFAST_"

  /// The value that `configuration` has, as it would be written.
  package func value(in configuration: ServerConfiguration) -> String { reading(configuration) }

  /// Sets it from the value that stands in `file`.
  func set(
    _ configuration: inout ServerConfiguration, to node: JSONNode, in file: String
  ) throws(ConfigurationProblem) {
    switch writing(&configuration, node.value) {
    case .right: return
    case .wrong:
      throw ConfigurationProblem(
        source: "\(file):\(node.position.line)", message: "\(name) is \(node.value.shown): it must be \(rule)")
    case .wrongPart(let position, let message):
      throw ConfigurationProblem(
        source: "\(file):\((position ?? node.position).line)", message: "\(name): \(message)")
    }
  }

  /// Sets it from the text of a variable or flag.
  func set(
    _ configuration: inout ServerConfiguration, to text: String, by source: String
  ) throws(ConfigurationProblem) {
    switch writing(&configuration, .string(text)) {
    case .right: return
    case .wrong: throw ConfigurationProblem(source: source, message: "is \(text.debugDescription): it must be \(rule)")
    case .wrongPart(_, let message): throw ConfigurationProblem(source: source, message: message)
    }
  }
}

extension JSONNode.Value {
  /// The value as the text that stands for it on the command line; nil for what has none.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// The value in an error.
  fileprivate var shown: String {
    switch self {
    case .string(let text): text.debugDescription
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    case .number, .bool: text ?? ""
    }
  }
}
