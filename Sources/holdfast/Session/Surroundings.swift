/// What holds where the command line says nothing: the environment, then a profile.
struct Surroundings {
  /// A variable of the environment; nil if it is unset or empty.
  var variable: (String) -> String?
  /// Where profiles are; nil = nowhere.
  var profilePath: String?

  /// Those of this process.
  static var process: Surroundings { Surroundings(variable: Terminal.environment, profilePath: ProfileFile.path) }
  /// None.
  static var none: Surroundings { Surroundings(variable: { _ in nil }, profilePath: nil) }

  /// `settings`, with what they leave open taken from the environment, then from the profile that the command line, the environment or
  /// the file of profiles names.
  ///
  /// - Throws: ``ToolFailure`` for a profile that there is not, a file of profiles that cannot be read, or a variable without sense.
  func fill(_ settings: ConnectionSettings) throws -> ConnectionSettings {
    let timeout = try variable("HOLDFAST_TIMEOUT").map { text in
      guard let span = SpanArgument(argument: text) else {
        throw ToolFailure(
          .usage, "HOLDFAST_TIMEOUT is \"\(text)\"", advice: "Write a span of time, such as 500ms or 5s.")
      }
      return span
    }
    let environment = ConnectionSettings(
      server: variable("HOLDFAST_SERVER"), certificates: variable("HOLDFAST_CERTS"),
      identity: variable("HOLDFAST_IDENTITY"), timeout: timeout)
    var filled = settings.filled(from: environment)
    if let profile = try profile(settings.profile) { filled = filled.filled(from: profile) }
    return filled
  }

  private func profile(_ named: String?) throws -> ConnectionSettings? {
    let fromEnvironment = variable("HOLDFAST_PROFILE")
    guard let profilePath else {
      guard let name = named ?? fromEnvironment else { return nil }
      throw ToolFailure(.local, "there is no profile \"\(name)\": neither HOME nor XDG_CONFIG_HOME is set")
    }
    let file = try ProfileFile(reading: profilePath)
    if let named { return try file.settings(of: named, because: "--profile") }
    if let fromEnvironment { return try file.settings(of: fromEnvironment, because: "HOLDFAST_PROFILE") }
    return try file.current.map { try file.settings(of: $0, because: profilePath) }
  }
}
