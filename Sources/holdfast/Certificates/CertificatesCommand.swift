internal import ArgumentParser
internal import Glibc
internal import TLS

/// Certificates.
struct CertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certs", abstract: "Make certificates, look at them, and have the server read its own again.",
    subcommands: [CertificatesInit.self, CertificatesShow.self, CertificatesReload.self])
}

/// Makes an authority, and certificates for a server and its clients.
struct CertificatesInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a private authority, a server certificate and one client certificate a role.",
    discussion: """
      Keys are ECDSA P-256 and readable by their owner only. A holdfast.json beside them tells holdfastd which files to use \
      and which role each client has: `holdfastd --config certs/dev/holdfast.json`.
      """)

  @Option(help: ArgumentHelp("Where to.", valueName: "directory"), completion: .directory) var directory = "certs/dev"
  @Option(
    name: .customLong("name"),
    help: ArgumentHelp("A name or address that the server is called by; may be given again.", valueName: "name"))
  var names: [String] = []
  @Flag(help: "Make everything anew, also what is there: clients must then get the new certificates.") var force = false
  @Flag(name: .shortAndLong, help: "Print nothing.") var quiet = false

  /// What the server is always called by.
  static let localNames = ["localhost", "127.0.0.1", "::1"]
  /// One client each.
  static let roles = ["reader", "seller", "operator", "admin"]

  func run() throws {
    var folder = directory
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let certificates = DevelopmentCertificates(directory: folder)
    let configurationFile = "\(folder)/holdfast.json"
    if !force { try refuseToOverwrite(certificates, configurationFile) }
    try makeParents(of: folder)
    let made: [(file: String, facts: CertificateFacts)]
    do throws(TLSConfigurationError) {
      made = try certificates.make(serverNames: Self.localNames + names, roles: Self.roles, replacing: force)
    } catch {
      throw ToolFailure(.local, "the certificates cannot be made: \(error)")
    }
    try OutputFile(configurationFile).write(DevelopmentConfiguration.json(certificates, roles: Self.roles))
    if quiet { return }
    let table = Table(
      [.text("MADE"), .text("SUBJECT"), .whole("VALID UNTIL"), .number("DAYS")],
      rows: made.map { file, facts in
        [
          file, facts.subject, Words.time(facts.notAfterMicroseconds),
          Words.number(facts.daysLeft(nowSeconds: WallClock.seconds)),
        ]
      } + [[configurationFile, "configuration for holdfastd", "", ""]])
    let view = View([
      .table(table), .line(""),
      .line("The server is called by \((Self.localNames + names).joined(separator: ", "))."),
      .line(
        "Each key stands beside its certificate, readable by you alone. Start: holdfastd --config \(configurationFile)"),
    ])
    for line in view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
  }

  private func refuseToOverwrite(_ certificates: DevelopmentCertificates, _ configurationFile: String) throws {
    let files =
      [
        certificates.authorityFile, certificates.authorityKeyFile, certificates.serverFile, certificates.serverKeyFile,
        configurationFile,
      ] + Self.roles.flatMap { [certificates.clientFile($0), certificates.clientKeyFile($0)] }
    var facts = stat()
    if let file = files.first(where: { unsafe lstat($0, &facts) == 0 }) {
      throw ToolFailure(
        .refused, "\(file) exists already: nothing was made",
        advice:
          "--force makes everything anew (running clients then need the new files); --directory names another place.")
    }
  }

  private func makeParents(of folder: String) throws {
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += (path.isEmpty || path.hasSuffix("/") ? "" : "/") + part
      if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw ToolFailure.system("\(path) cannot be made") }
    }
  }
}

/// What certificates say of themselves.
struct CertificatesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Tell whom certificates are for, and until when.")

  @Argument(help: ArgumentHelp("PEM files.", valueName: "file"), completion: .file(extensions: ["pem"]))
  var files: [String]

  func run() throws {
    var rows: [[String]] = []
    var unreadable: [String] = []
    for file in files {
      do throws(TLSConfigurationError) {
        for facts in try CertificateFacts.read(file: file) { rows.append(row(file, facts)) }
      } catch {
        unreadable.append("\(error)")
      }
    }
    let table = Table(
      [
        .text("FILE"), .text("SUBJECT"), .text("ISSUER", dropOrder: 2), .text("VALID FROM", dropOrder: 3),
        .whole("VALID UNTIL", dropOrder: 1), .number("DAYS LEFT"),
      ], rows: rows)
    for line in View([.table(table)]).lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
    if let first = unreadable.first {
      throw ToolFailure(.local, first, details: Array(unreadable.dropFirst()))
    }
  }

  private func row(_ file: String, _ facts: CertificateFacts) -> [String] {
    [
      file, facts.subject, facts.issuer, Words.time(facts.notBeforeMicroseconds),
      Words.time(facts.notAfterMicroseconds),
      Words.number(facts.daysLeft(nowSeconds: WallClock.seconds)),
    ]
  }
}
