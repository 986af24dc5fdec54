import ArgumentParser
import Glibc
import Testing

@testable import holdfast

@Suite("Profiles")
struct ProfileTests {
  private func file(_ json: String) throws -> ProfileFile { try ProfileFile(json: Array(json.utf8), path: "p.json") }

  private static let two = """
    {"current": "a", "profiles": {"a": {"server": "a:1", "certs": "/a", "identity": "seller"}, "b": {"server": "b:2"}}}
    """

  @Test("what is written is read again")
  func roundTrip() throws {
    var written = try file(Self.two)
    written.profiles["c \"\u{1}é"] = ConnectionSettings(identity: "/x y/z.pem")
    #expect(try file(written.json) == written)
    #expect(try file(ProfileFile().json) == ProfileFile())
  }

  @Test(
    "what is wrong with the file is told with its line",
    arguments: [
      ("{\n\"profiles\": {\"a\": {\"sever\": \"x\"}}}", "p.json:2"), ("{\n\n\"x\": 1}", "p.json:3"), ("[]", "p.json:1"),
      ("{\"current\": 1}", "p.json:1"), ("{\"profiles\": {\"a\": {\"server\": \"\"}}}", "server"), ("{", "p.json"),
    ])
  func faults(_ json: String, _ part: String) {
    do {
      _ = try file(json)
      Issue.record("\(json) was taken")
    } catch {
      #expect((error as? ToolFailure)?.message.contains(part) ?? false, "\(error)")
    }
  }

  private func target(
    _ said: ConnectionSettings, _ environment: [String: String] = [:], _ profiles: String
  ) throws -> ConnectionTarget {
    let file = try TemporaryFile(profiles)
    return try ConnectionTarget(said, Surroundings(variable: { environment[$0] }, profilePath: file.path))
  }

  @Test("the command line counts most, then the environment, then the profile, then the defaults")
  func precedence() throws {
    let environment = ["HOLDFAST_SERVER": "env:3", "HOLDFAST_TIMEOUT": "2s"]
    let all = try target(ConnectionSettings(server: "said:4", timeout: .init(milliseconds: 1)), environment, Self.two)
    #expect(all.host == "said" && all.timeout.milliseconds == 1)
    #expect(all.authorityFile == "/a/ca.pem" && all.certificateFile == "/a/client-seller.pem")
    let two = try target(ConnectionSettings(), environment, Self.two)
    #expect(two.host == "env" && two.timeout.milliseconds == 2000 && two.authorityFile == "/a/ca.pem")
    let profile = try target(ConnectionSettings(), [:], Self.two)
    #expect(profile.host == "a" && profile.port == 1)
    let none = try target(ConnectionSettings(), [:], "{}")
    #expect(none.host == "127.0.0.1" && none.port == 7117 && none.certificateFile == "certs/dev/client-operator.pem")
  }

  @Test(
    "a profile is named by the command line, else by the environment, else by the file; one that is not there is refused"
  )
  func choice() throws {
    #expect(try target(ConnectionSettings(profile: "b"), ["HOLDFAST_PROFILE": "a"], Self.two).host == "b")
    #expect(try target(ConnectionSettings(), ["HOLDFAST_PROFILE": "b"], Self.two).host == "b")
    #expect(throws: ToolFailure.self) { try target(ConnectionSettings(profile: "c"), [:], Self.two) }
    #expect(throws: ToolFailure.self) { try target(ConnectionSettings(), ["HOLDFAST_PROFILE": "c"], Self.two) }
    #expect(throws: ToolFailure.self) { try target(ConnectionSettings(), ["HOLDFAST_TIMEOUT": "soon"], "{}") }
    #expect(throws: ToolFailure.self) { try ConnectionTarget(ConnectionSettings(profile: "a"), .none) }
  }

  @Test("the file is made with its folders, and is its owner's alone")
  func writing() throws {
    let folder = "/tmp/holdfast-profile-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let path = "\(folder)/holdfast/profiles.json"
    defer {
      unlink(path)
      rmdir("\(folder)/holdfast")
      rmdir(folder)
    }
    #expect(try ProfileFile(reading: path) == ProfileFile())
    let written = try file(Self.two)
    try written.write(to: path)
    try written.write(to: path)
    #expect(try ProfileFile(reading: path) == written)
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }

  @Test(
    "profiles that say nothing, or nothing sensible, are refused",
    arguments: ["profile set a", "profile set a --server x:y", "profile set", "profile remove"])
  func refusals(_ line: String) {
    #expect(throws: (any Error).self) { try Holdfast.parseAsRoot(line.split(separator: " ").map(String.init)) }
  }
}
