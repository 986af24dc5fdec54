internal import ArgumentParser
internal import Glibc

/// Named servers.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Name the servers that you call, and say which one is meant.",
    discussion: """
      A profile has a server's address, the directory with the certificates, and whose certificate to show. What is said on the \
      command line counts most, then the environment (HOLDFAST_SERVER, HOLDFAST_CERTS, HOLDFAST_IDENTITY, HOLDFAST_TIMEOUT), then \
      the profile, then the defaults. The profile is the one of --profile, else of HOLDFAST_PROFILE, else the one of \
      `holdfast profile use`. They are kept in ~/.config/holdfast/profiles.json, or under XDG_CONFIG_HOME.
      """,
    subcommands: [ProfileList.self, ProfileSet.self, ProfileRemove.self, ProfileUse.self])

  /// The file, and where it lies.
  static func read() throws -> (path: String, file: ProfileFile) {
    guard let path = ProfileFile.path else {
      throw ToolFailure(.local, "there is no place for profiles: neither HOME nor XDG_CONFIG_HOME is set")
    }
    return (path, try ProfileFile(reading: path))
  }

  /// Names of profiles, for completion.
  static let completion = CompletionKind.custom { _, _, _ in (try? read().file.profiles.keys.sorted()) ?? [] }
}

/// All profiles.
struct ProfileList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "All profiles, and which one is used.")

  @Flag(help: "Print the file's JSON.") var json = false
  @Flag(name: .shortAndLong, help: "Print names only.") var quiet = false

  func run() throws {
    let (_, file) = try ProfileCommand.read()
    if json {
      print(file.json, terminator: "")
      return
    }
    let profiles = file.profiles.sorted { $0.key < $1.key }
    if quiet {
      for (name, _) in profiles { print(name) }
      return
    }
    let table = Table(
      [
        .text("PROFILE"), .text("SERVER"), .text("CERTIFICATES"), .text("IDENTITY"),
        .text("USED", hidesWhenBlank: true),
      ],
      rows: profiles.map { name, settings in
        [
          name, settings.server ?? "", settings.certificates ?? "", settings.identity ?? "",
          name == file.current ? "yes" : "",
        ]
      })
    for line in View([.table(table)]).lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
    if profiles.isEmpty {
      Terminal.writeError("There are none: `holdfast profile set NAME --server host:port` makes one.\n")
    }
  }
}

/// Makes or changes a profile.
struct ProfileSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Make a profile, or change what is said of it.",
    discussion: """
      Paths are kept as absolute ones. What is not said stays as it is.

      Example: holdfast profile set shop --server stock.internal:7117 --certs /etc/holdfast --identity operator
      """)

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"), completion: ProfileCommand.completion) var name:
    String
  @Option(help: ArgumentHelp("Where holdfastd listens.", valueName: "host:port")) var server: String?
  @Option(help: ArgumentHelp("Directory with the certificates.", valueName: "directory"), completion: .directory)
  var certs: String?
  @Option(help: ArgumentHelp("Whose certificate to show: a role, or a PEM file.", valueName: "name")) var identity:
    String?

  func validate() throws {
    if server == nil, certs == nil, identity == nil {
      throw ValidationError("Say what it has: --server, --certs, --identity.")
    }
    let isGood = (1...64).contains(name.utf8.count) && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    if !isGood { throw ValidationError("A profile's name has 1 to 64 bytes and no blanks.") }
    if let server, ConnectionTarget.address(server) == nil {
      throw ValidationError("\"\(server)\" is no address of a server: write host:port.")
    }
  }

  func run() throws {
    var (path, file) = try ProfileCommand.read()
    let isPath = identity.map { $0.contains("/") || $0.hasSuffix(".pem") } ?? false
    let new = ConnectionSettings(
      server: server, certificates: certs.map(Self.absolute), identity: isPath ? identity.map(Self.absolute) : identity)
    file.profiles[name] = new.filled(from: file.profiles[name] ?? ConnectionSettings())
    try file.write(to: path)
  }

  /// The path from the root.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(here) }
    return unsafe String(cString: here) + "/" + path
  }
}

/// Removes a profile.
struct ProfileRemove: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove a profile.")

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"), completion: ProfileCommand.completion) var name:
    String

  func run() throws {
    var (path, file) = try ProfileCommand.read()
    _ = try file.settings(of: name, because: "the command line")
    file.profiles[name] = nil
    if file.current == name { file.current = nil }
    try file.write(to: path)
  }
}

/// Says which profile is used.
struct ProfileUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Say which profile is used where none is named; without a name, none.")

  @Argument(help: ArgumentHelp("Its name.", valueName: "profile"), completion: ProfileCommand.completion) var name:
    String?

  func run() throws {
    var (path, file) = try ProfileCommand.read()
    if let name { _ = try file.settings(of: name, because: "the command line") }
    file.current = name
    try file.write(to: path)
  }
}
