internal import Foundation

/// What `holdfastd` is asked to do, by its command line, its environment and its configuration file.
package enum Launch: Sendable {
  /// To explain itself.
  case help
  /// To say its version.
  case version
  /// To say whether the configuration is good, and what it comes to.
  case checkConfiguration(ServerConfiguration, file: String?, warnings: [ConfigurationProblem])
  /// To serve.
  case serve(ServerConfiguration, file: String?, warnings: [ConfigurationProblem])

  /// Where a configuration file is looked for when none is named: the first that exists.
  package static let defaultFiles = ["holdfast.json", "certs/dev/holdfast.json"]

  /// Reads all sources: defaults, file, environment and flags, each over the one before.
  ///
  /// - Parameters:
  ///   - arguments: without the name of the program.
  ///   - exists: whether there is a file at a path.
  /// - Throws: all that is wrong.
  package static func read(
    arguments: [String], environment: [String: String],
    exists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  ) throws(ConfigurationProblems) -> Launch {
    let line = CommandLine(arguments)
    if line.wantsHelp { return .help }
    if line.wantsVersion { return .version }
    var reader = ConfigurationReader()
    for problem in line.problems { reader.report(problem) }
    let file = line.configurationFile ?? environment["HOLDFAST_CONFIG"] ?? defaultFiles.first(where: exists)
    if let file { reader.read(file: file) }
    reader.read(environment: environment)
    for (setting, value) in line.values { reader.read(setting, flag: value) }
    let configuration = try reader.finish()
    return line.wantsCheck
      ? .checkConfiguration(configuration, file: file, warnings: reader.warnings)
      : .serve(configuration, file: file, warnings: reader.warnings)
  }
}

/// The command line, taken apart by the table of settings.
private struct CommandLine {
  var wantsHelp = false
  var wantsVersion = false
  var wantsCheck = false
  var configurationFile: String?
  var values: [(Setting, String)] = []
  var problems: [ConfigurationProblem] = []

  private static let settings = Dictionary(
    uniqueKeysWithValues: ServerConfiguration.settings.map { ($0.flag, $0) })

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let flag = parts.first ?? ""
      let value = parts.count == 2 ? parts[1] : nil
      switch flag {
      case "--help", "-h": wantsHelp = true
      case "--version": wantsVersion = true
      case "--check-config": wantsCheck = true
      case "--config": configurationFile = take(value, &rest, flag)
      default: take(flag, value, &rest)
      }
    }
  }

  private mutating func take(_ flag: String, _ value: String?, _ rest: inout ArraySlice<String>) {
    guard let setting = Self.settings[flag] else {
      guard flag.hasPrefix("-") else {
        problems.append(
          ConfigurationProblem(source: flag, message: "holdfastd takes flags only; holdfastd --help lists them"))
        return
      }
      let flags = Array(Self.settings.keys) + ["--help", "--version", "--check-config", "--config"]
      problems.append(ConfigurationProblem(source: flag, message: ConfigurationReader.unknown(flag, flags)))
      // What follows is most likely its value, and no fault of its own.
      if value == nil, let next = rest.first, !next.hasPrefix("-") { rest.removeFirst() }
      return
    }
    if setting.isSwitch, value == nil {
      let isSaid = rest.first == "true" || rest.first == "false"
      values.append((setting, isSaid ? rest.removeFirst() : "true"))
    } else if let value = take(value, &rest, flag) {
      values.append((setting, value))
    }
  }

  /// The value behind the equals sign, or the next argument.
  private mutating func take(_ value: String?, _ rest: inout ArraySlice<String>, _ flag: String) -> String? {
    if let value { return value }
    if let next = rest.first, !next.hasPrefix("--") {
      rest.removeFirst()
      return next
    }
    problems.append(ConfigurationProblem(source: flag, message: "needs a value: \(flag)=VALUE"))
    return nil
  }
}
