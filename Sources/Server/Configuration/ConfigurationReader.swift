internal import Foundation
internal import Messages

/// Puts a configuration together, source by source, and goes on after an error, so that all of them are told at once.
struct ConfigurationReader {
  private(set) var configuration = ServerConfiguration()
  private(set) var problems: [ConfigurationProblem] = []
  /// What is odd and harmless.
  private(set) var warnings: [ConfigurationProblem] = []

  /// Those of the client tool.
  private static let toolVariables: Set<String> = [
    "HOLDFAST_SERVER", "HOLDFAST_CERTS", "HOLDFAST_IDENTITY", "HOLDFAST_TIMEOUT", "HOLDFAST_PROFILE",
  ]

  private static let settings = Dictionary(
    uniqueKeysWithValues: ServerConfiguration.settings.map { ($0.name, $0) })

  mutating func report(_ problem: ConfigurationProblem) { problems.append(problem) }

  /// Takes the settings of a JSON file.
  mutating func read(file: String) {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      report(ConfigurationProblem(source: file, message: "this file cannot be read"))
      return
    }
    read(json: [UInt8](bytes), file: file)
  }

  /// Takes the settings of a JSON text that stands in `file`.
  mutating func read(json: [UInt8], file: String) {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONNode(parsing: json)
    } catch {
      let line = error.position.map { ":\($0.line)" } ?? ""
      report(ConfigurationProblem(source: file + line, message: error.message))
      return
    }
    guard case .object(let members) = root.value else {
      report(ConfigurationProblem(source: "\(file):1", message: "this must be an object: {\"listen_port\": 7117, …}"))
      return
    }
    var seen: [String: Int] = [:]
    for member in members {
      let source = "\(file):\(member.position.line)"
      guard let setting = Self.settings[member.name] else {
        report(ConfigurationProblem(source: source, message: Self.unknown(member.name, Array(Self.settings.keys))))
        continue
      }
      if let line = seen.updateValue(member.position.line, forKey: member.name) {
        report(ConfigurationProblem(source: source, message: "\(member.name) is set on line \(line) already"))
        continue
      }
      take { reader throws(ConfigurationProblem) in
        try setting.set(
          &reader.configuration, to: setting.isPath ? member.node.resolved(by: file) : member.node, in: file)
      }
    }
  }

  /// Takes the settings in environment variables.
  mutating func read(environment: [String: String]) {
    let names = ServerConfiguration.settings.map(\.variable) + ["HOLDFAST_CONFIG"]
    for setting in ServerConfiguration.settings {
      guard let value = environment[setting.variable] else { continue }
      take { reader throws(ConfigurationProblem) in
        try setting.set(&reader.configuration, to: value, by: setting.variable)
      }
    }
    // Not an error: other programs of ours may have variables too.
    for name in environment.keys.sorted()
    where name.hasPrefix(Setting.variablePrefix) && !names.contains(name) && !Self.toolVariables.contains(name) {
      warnings.append(ConfigurationProblem(source: name, message: Self.unknown(name, names)))
    }
  }

  /// Takes a flag.
  mutating func read(_ setting: Setting, flag value: String) {
    take { reader throws(ConfigurationProblem) in
      try setting.set(&reader.configuration, to: value, by: setting.flag)
    }
  }

  /// Looks for settings that contradict each other, and gives the configuration if nothing is wrong with it.
  mutating func finish() throws(ConfigurationProblems) -> ServerConfiguration {
    if configuration.certificateFile.isEmpty != configuration.keyFile.isEmpty {
      let (there, missing) =
        configuration.keyFile.isEmpty ? ("certificate_file", "key_file") : ("key_file", "certificate_file")
      report(
        ConfigurationProblem(
          source: missing, message: "is not set, and \(there) is: one is of no use without the other"))
    }
    if !configuration.certificateFile.isEmpty, configuration.requiresClientCertificates,
      configuration.clientAuthorityFile.isEmpty
    {
      report(
        ConfigurationProblem(
          source: "client_authority_file",
          message: "is not set: set it, or set client_certificates to false to let anybody in"))
    }
    guard problems.isEmpty else { throw ConfigurationProblems(problems: problems) }
    return configuration
  }

  private mutating func take(_ body: (inout Self) throws(ConfigurationProblem) -> Void) {
    do throws(ConfigurationProblem) { try body(&self) } catch { report(error) }
  }

  /// What is said of a name that does not exist.
  static func unknown(_ name: String, _ candidates: [String]) -> String {
    let suggestion = JSONNode.suggestion(for: name, among: candidates.sorted())
    return "there is no setting \(name.debugDescription)"
      + (suggestion.map { "; did you mean \($0)?" } ?? "; holdfastd --help lists them")
  }
}

extension JSONNode {
  /// A path that is relative, as it is from the working directory and not from the folder of `file`.
  fileprivate func resolved(by file: String) -> JSONNode {
    guard case .string(let path) = value, !path.isEmpty, !path.hasPrefix("/"), let slash = file.lastIndex(of: "/")
    else { return self }
    return JSONNode(value: .string(file[...slash] + path), position: position)
  }
}
