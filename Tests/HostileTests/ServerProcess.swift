import Foundation
import Support
import TLS

/// The real `holdfastd`, in a process of its own, on a port of its choice, with data that goes away with this object.
final class ServerProcess {
  enum Failure: Error {
    /// There is no executable beside that of the tests.
    case notBuilt(path: String)
    /// It ended, or did not say where it listens.
    case notStarted(log: String)
  }

  let certificates = try? TemporaryCertificates(roles: ["operator", "reader"])
  private(set) var port: UInt16 = 0

  private let process = Process()
  private let directory = FileManager.default.temporaryDirectory.appending(path: "holdfast-hostile-\(UUID())")

  init(_ settings: String...) throws {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let executable = tests.deletingLastPathComponent().appending(path: "holdfastd")
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw Failure.notBuilt(path: executable.path)
    }
    guard let files = certificates?.files else { throw Failure.notStarted(log: "no certificates") }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let log = directory.appending(path: "log")
    try Data().write(to: log)
    process.executableURL = executable
    process.currentDirectoryURL = directory
    process.arguments =
      [
        "--listen-port", "0", "--data-directory", directory.appending(path: "data").path,
        "--certificate-file", files.serverFile, "--key-file", files.serverKeyFile,
        "--client-authority-file", files.authorityFile,
        "--roles", "spiffe://holdfast/dev/operator=operator;spiffe://holdfast/dev/reader=reader",
        "--network-threads", "1", "--resident-size", "16MiB", "--segment-size", "1MiB", "--checkpoint-interval", "1GiB",
      ] + settings
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let end = Date(timeIntervalSinceNow: 20)
    while port == 0 {
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if let match = text.firstMatch(of: #/address="?127\.0\.0\.1:(\d+)/#) { port = UInt16(match.1) ?? 0 }
      guard process.isRunning, Date() < end else { throw Failure.notStarted(log: text) }
      usleep(20_000)
    }
  }

  deinit {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: directory)
  }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// A client of that name.
  func client(_ name: String = "operator") throws -> CallClient {
    guard let certificates else { throw Failure.notStarted(log: "no certificates") }
    return try CallClient(port: port, certificates.clientConfiguration(name))
  }

  /// Stops it politely; its exit code.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Memory of its own, without what is mapped from files, in bytes.
  var memoryBytes: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? 0)
      * 1024
  }

  /// Open descriptors.
  var descriptorCount: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd")) ?? []).count
  }
}
