import Foundation
import Logging
import Messages
import Services
import Testing

@testable import Server

@Suite("Configuration") struct ConfigurationTests {
  /// A configuration file that goes away.
  final class File {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "holdfast-\(UInt64.random(in: 0 ... .max)).json"
    )
    .path

    init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func read(_ arguments: [String] = [], _ environment: [String: String] = [:], file: File? = nil)
    throws(ConfigurationProblems) -> ServerConfiguration
  {
    let arguments = (file.map { ["--config", $0.path] } ?? []) + arguments
    guard
      case .serve(let configuration, _, _) = try Launch.read(
        arguments: arguments, environment: environment, exists: { _ in false })
    else { throw ConfigurationProblems(problems: []) }
    return configuration
  }

  private func problems(_ arguments: [String] = [], _ environment: [String: String] = [:], file: File? = nil)
    -> [String]
  {
    do throws(ConfigurationProblems) {
      _ = try read(arguments, environment, file: file)
      return []
    } catch {
      return error.problems.map { $0.description.replacing(file?.path ?? "\u{0}", with: "F") }
    }
  }

  @Test("without any source there are the defaults")
  func defaults() throws {
    let configuration = try read()
    #expect(configuration == ServerConfiguration())
    #expect(configuration.listenHost == "127.0.0.1")
    #expect(configuration.listenPort == 7117)
    #expect(configuration.requiresClientCertificates)
    #expect(configuration.roles.isEmpty)
  }

  @Test("a file overrides the defaults, a variable the file, a flag the variable")
  func order() throws {
    let file = try File(#"{"listen_port": 1, "queue_length": 11, "batch_length": 21}"#)
    let environment = ["HOLDFAST_LISTEN_PORT": "2", "HOLDFAST_QUEUE_LENGTH": "12"]
    let configuration = try read(["--listen-port", "3"], environment, file: file)
    #expect(configuration.listenPort == 3)
    #expect(configuration.queueLimit == 12)
    #expect(configuration.batchLimit == 21)
    #expect(configuration.callLimit == ServerConfiguration().callLimit)
  }

  @Test(
    "every setting can be given by each source, and is shown as it can be given",
    arguments: ServerConfiguration.settings)
  func everySource(_ setting: Setting) throws {
    let given = try #require(Self.values[setting.name], "a value for \(setting.name) is missing in this test")
    // Settings that go together stand in the environment.
    var environment = [
      "HOLDFAST_CERTIFICATE_FILE": "/c", "HOLDFAST_KEY_FILE": "/k", "HOLDFAST_CLIENT_AUTHORITY_FILE": "/a",
    ]
    let byFlag = try read(["\(setting.flag)=\(given)"], environment)
    let file = try File("{\"\(setting.name)\": \"\(given)\"}")
    let byFile = try read([], environment.filter { $0.key != setting.variable }, file: file)
    environment[setting.variable] = given
    let byVariable = try read([], environment)
    for configuration in [byFlag, byFile, byVariable] { #expect(setting.value(in: configuration) == given) }
    #expect(setting.value(in: ServerConfiguration()) != given, "the test would not see a setting that is ignored")
  }

  /// None is the default.
  private static let values = [
    "listen_host": "::1", "listen_port": "8000", "data_directory": "/d", "certificate_file": "/x", "key_file": "/y",
    "client_authority_file": "/z", "revocation_list_file": "/r", "client_certificates": "false",
    "anonymous_role": "admin", "allow_tls_1_2": "true", "roles": "spiffe://a/b=seller:POS,WEB;c=reader",
    "network_threads": "63", "connections": "7", "connections_per_address": "5", "handshake_time": "250ms",
    "idle_time": "0", "request_size": "64KiB", "unfinished_size": "16MiB", "calls_in_flight": "9",
    "stream_threads": "3", "streams": "9",
    "streams_per_connection": "4", "snapshot_time": "5s", "buffered_size": "32MiB", "queue_length": "3",
    "batch_length": "2", "queue_size": "32MiB", "batch_size": "2MiB", "state_size": "1GiB", "resident_size": "2MiB",
    "segment_size": "128KiB", "time_jump": "2h", "archive_directory": "/o", "cursor_grace": "1h",
    "checkpoint_interval": "512MiB", "checkpoint_rate": "1GiB", "disk_reserve": "1GiB", "accept_time_jump": "true",
    "drain_time": "3s",
    "log_level": "debug",
  ]

  @Test("a file that is named nowhere is found in the working directory, else beside development certificates")
  func defaultFile() throws {
    for (existing, expected) in [
      (["holdfast.json", "certs/dev/holdfast.json"], "holdfast.json"),
      (["certs/dev/holdfast.json"], "certs/dev/holdfast.json"),
    ] {
      do throws(ConfigurationProblems) {
        _ = try Launch.read(arguments: [], environment: [:], exists: { existing.contains($0) })
      } catch {
        // It is not there really.
        #expect(error.problems.map(\.source) == [expected])
      }
    }
    let file = try File(#"{"listen_port": 5}"#)
    #expect(try read([], ["HOLDFAST_CONFIG": file.path]).listenPort == 5)
  }

  @Test("paths in a file are relative to that file, others to the working directory")
  func paths() throws {
    let file = try File(#"{"certificate_file": "server.pem", "key_file": "/k", "client_authority_file": "../ca.pem"}"#)
    let folder = (file.path as NSString).deletingLastPathComponent
    let configuration = try read(["--data-directory", "here"], file: file)
    #expect(configuration.certificateFile == folder + "/server.pem")
    #expect(configuration.keyFile == "/k")
    #expect(configuration.clientAuthorityFile == folder + "/../ca.pem")
    #expect(configuration.dataDirectory == "here")
  }

  @Test("what becomes of old journal is set by a folder and a span")
  func retention() throws {
    let defaults = try read([])
    #expect(defaults.archiveDirectory.isEmpty && defaults.cursorGrace == .seconds(7 * 86_400))
    let file = try File("{\"archive_directory\": \"old\", \"cursor_grace\": \"1d\"}")
    let configuration = try read(["--cursor-grace=0"], file: file)
    #expect(configuration.archiveDirectory.hasSuffix("/old") && configuration.archiveDirectory.hasPrefix("/"))
    #expect(configuration.cursorGrace == .zero)
  }

  @Test("wrong names and values say where they stand and what would be right, all of them at once")
  func wrong() throws {
    let file = try File(
      "{\n  \"listen_prot\": 1,\n  \"listen_port\": 65536,\n\n  \"idle_time\": [10],\n  \"queue_length\": 1, \"queue_length\": 2\n}"
    )
    let found = problems(
      ["--request-size=10", "--client-certificates=perhaps", "--colour", "red"], ["HOLDFAST_DRAIN_TIME": "10"],
      file: file)
    #expect(
      found == [
        "--colour: there is no setting \"--colour\"; holdfastd --help lists them",
        "F:2: there is no setting \"listen_prot\"; did you mean listen_port?",
        "F:3: listen_port is 65536: it must be a whole number from 0 to 65535",
        "F:5: idle_time is an array: it must be a time from 0 to 30d, such as 250ms, 10s, 5min, 1h or 1d",
        "F:6: queue_length is set on line 6 already",
        "HOLDFAST_DRAIN_TIME: is \"10\": it must be a time from 0 to 1h, such as 250ms, 10s, 5min, 1h or 1d",
        "--request-size: is \"10\": it must be a size from 1KiB to 64MiB, such as 64KiB, 4MiB or 2GiB",
        "--client-certificates: is \"perhaps\": it must be true or false",
      ])
  }

  @Test(
    "a file that is no JSON object says on which line",
    arguments: [
      ("{\n\"listen_port\": 1,\n}", "F:2: no comma may stand after the last item of an object"),
      ("[]", "F:1: this must be an object: {\"listen_port\": 7117, …}"),
      ("{\n\n\"listen_port\" 1}", "F:3: found \"1\" where a colon after the name should stand"),
    ])
  func malformed(_ text: String, _ problem: String) throws {
    #expect(try problems(file: File(text)) == [problem])
  }

  @Test("a file that is named and not there is an error")
  func missingFile() {
    #expect(problems(["--config=/nowhere.json"]) == ["/nowhere.json: this file cannot be read"])
    #expect(problems(["--config"]) == ["--config: needs a value: --config=VALUE"])
  }

  @Test("a variable that is none of ours is a warning, because the client has some too")
  func strangeVariable() throws {
    guard
      case .serve(_, _, let warnings) = try Launch.read(
        arguments: [], environment: ["HOLDFAST_QUEU_LENGTH": "1", "HOLDFAST_SERVER": "a:1", "PATH": "/bin"],
        exists: { _ in false })
    else { return #expect(Bool(false)) }
    #expect(
      warnings.map(\.description) == [
        "HOLDFAST_QUEU_LENGTH: there is no setting \"HOLDFAST_QUEU_LENGTH\"; did you mean HOLDFAST_QUEUE_LENGTH?"
      ])
  }

  @Test("a certificate without its key, or without the clients' authority, is a contradiction")
  func contradictions() {
    #expect(
      problems(["--certificate-file=/c"]).map { $0.prefix(24) }
        == ["key_file: is not set, and", "client_authority_file: i"].map { $0.prefix(24) })
    #expect(problems(["--certificate-file=/c", "--key-file=/k", "--client-certificates=false"]) == [])
  }

  @Test(
    "a comma between roles is refused with what would be right, and one in a list of channels or an identity is not",
    arguments: [
      ("a=operator,b=reader", "a=operator;b=reader"), ("a=operator, b=reader,c=admin", "a=operator;b=reader;c=admin"),
      ("a=seller:POS,WEB,b=reader", "a=seller:POS,WEB;b=reader"), ("a=operator,b=king", "a=operator;b=king"),
    ])
  func commas(_ text: String, _ right: String) throws {
    #expect(problems(["--roles", text]).count == 1)
    #expect(problems(["--roles", text]).first?.hasSuffix("write \(right)") == true, "\(problems(["--roles", text]))")
    #expect(problems(["--roles", "CN=x,O=y=reader;b=seller:POS,WEB"]).isEmpty)
  }

  @Test("roles in a file, with and without channels, and what is wrong with others, to the line")
  func roles() throws {
    let good = try File(#"{"roles": {"spiffe://a": "admin", "b": {"role": "seller", "channels": ["POS", "WEB"]}}}"#)
    #expect(
      try read(file: good).roles == [
        RoleMap.Entry(identity: "spiffe://a", role: .admin),
        RoleMap.Entry(identity: "b", role: .seller, channels: ["POS", "WEB"]),
      ])
    for (text, part) in [
      ("{\"roles\": {\n\"a\": \"king\"}}", "F:2: roles: a has the role \"king\""),
      ("{\"roles\": {\"a\": \"reader\",\n\n\"a\": \"admin\"}}", "F:3: roles: a is in it twice"),
      ("{\"roles\": {\"a\":\n{\"role\": \"seller\",\n\"channels\": []}}}", "F:3: roles: a: channels must be"),
      ("{\"roles\": {\"a\": {\"channels\": [\"POS\"]}}}", "F:1: roles: \"a\" must have a role"),
      ("{\"roles\": {\"a\": {\"role\": \"seller\", \"chanels\": [\"POS\"]}}}", "F:1: roles: \"a\" must have"),
      ("{\"roles\": [\"a\"]}", "F:1: roles: must be in a file an object"),
      ("{\"roles\": {\"\": \"admin\"}}", "F:1: roles: an identity is empty"),
    ] {
      let found = try problems(file: File(text))
      #expect(found.count == 1 && found[0].hasPrefix(part), "\(found)")
    }
  }

  @Test("the command line takes --name value, --name=value and a switch alone, or with its value")
  func flags() throws {
    let configuration = try read([
      "--listen-port", "1", "--accept-time-jump", "--listen-host=h", "--allow-tls-1-2=false",
      "--client-certificates", "false",
    ])
    #expect(configuration.listenPort == 1)
    #expect(configuration.acceptsTimeJump)
    #expect(configuration.listenHost == "h")
    #expect(!configuration.allowsTLS12)
    #expect(!configuration.requiresClientCertificates)
    #expect(problems(["serve"]) == ["serve: holdfastd takes flags only; holdfastd --help lists them"])
    #expect(problems(["--listen-port"]) == ["--listen-port: needs a value: --listen-port=VALUE"])
  }

  @Test("help, version and check are found wherever they stand, and help explains every setting")
  func help() throws {
    guard case .help = try Launch.read(arguments: ["--listen-port=x", "-h"], environment: [:]) else {
      return #expect(Bool(false))
    }
    guard case .version = try Launch.read(arguments: ["--version"], environment: [:]) else {
      return #expect(Bool(false))
    }
    guard
      case .checkConfiguration(let configuration, _, _) = try Launch.read(
        arguments: ["--check-config", "--listen-port=9"], environment: [:], exists: { _ in false })
    else { return #expect(Bool(false)) }
    #expect(Launch.listing(configuration).contains("listen_port = 9\n"))
    for setting in ServerConfiguration.settings {
      #expect(Launch.helpText.contains("\n\(setting.flag) \(setting.placeholder)\n"))
    }
    #expect(Set(ServerConfiguration.settings.map(\.name)).count == ServerConfiguration.settings.count)
  }

  @Test("sizes and times are read as they are shown")
  func quantities() {
    for count in [0, 1, 1023, 1024, 4 << 20, 3 << 30, 1 << 40] {
      #expect(ByteCount.parse(ByteCount.text(count)) == count)
    }
    for milliseconds in [0, 1, 999, 1000, 60_000, 90_000, 3_600_000, 86_400_000] {
      #expect(TimeSpan.parse(TimeSpan.text(.milliseconds(milliseconds))) == .milliseconds(milliseconds))
    }
    #expect(ByteCount.parse("64 KiB") == 65_536)
    for text in ["", "KiB", "1.5MiB", "-1", "1XB", "9999999TiB", "1  MiB", "99999999999999999999"] {
      #expect(ByteCount.parse(text) == nil)
    }
    for text in ["", "10", "s", "1.5s", "-1s", "5m", "9223372036854775807d"] { #expect(TimeSpan.parse(text) == nil) }
  }
}

@Suite("The log") struct LogTests {
  @Test("an event is one line, whatever a peer put into it")
  func line() {
    let line = LineLogHandler.line(
      time: Date(timeIntervalSince1970: 0), .notice, "connection ended",
      ["peer": "1.2.3.4:5", "reason": "a \"b\"\nlevel=error", "empty": ""])
    #expect(
      line
        == "time=1970-01-01T00:00:00.000Z level=notice event=\"connection ended\" empty=\"\" peer=1.2.3.4:5 reason=\"a \\\"b\\\"\\nlevel=error\"\n"
    )
  }

  @Test("lines are limited to so many a second, and those left out are counted")
  func budget() {
    var lines = LineBudget()
    for _ in 0..<LineBudget.linesPerSecond { #expect(lines.take(now: 5_000_000_000) == 0) }
    for _ in 0..<7 { #expect(lines.take(now: 5_999_999_999) == nil) }
    #expect(lines.take(now: 6_000_000_000) == 7)
    #expect(lines.take(now: 6_000_000_000) == 0)
  }
}
