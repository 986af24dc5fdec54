/// One thing that is wrong with the configuration.
package struct ConfigurationProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where it was set: `holdfast.json:7`, `HOLDFAST_LISTEN_PORT` or `--listen-port`.
  package let source: String
  /// What is wrong, and what would be right.
  package let message: String

  /// A problem.
  package init(source: String, message: String) {
    self.source = source
    self.message = message
  }

  /// One line for people.
  package var description: String { "\(source): \(message)" }
}

/// All that is wrong with the configuration.
package struct ConfigurationProblems: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one.
  package let problems: [ConfigurationProblem]

  /// One line each.
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
