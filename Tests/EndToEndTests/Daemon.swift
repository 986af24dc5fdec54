import FaultInjection
import Foundation
import Glibc
import Support
import Synchronization
import TLS

/// The real `holdfastd`, as a process of its own, in a folder that goes away with this object.
final class Daemon: Sendable {
  enum Failure: Error {
    /// The executable does not lie where tests are built to.
    case notBuilt(String)
    /// It ended instead of serving; with its log.
    case ended(String)
  }

  private struct Running {
    var process: Process?
    var port: UInt16 = 0
    var starts = 0
  }

  /// Where it runs, and what relative paths start from.
  let directory: String
  private let settings: [String]
  private let state = Mutex(Running())

  /// The folder that the package's executables lie in: that of the tests.
  static var products: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The executable of that name.
  static func executable(_ name: String) throws -> URL {
    let file = products.appendingPathComponent(name)
    guard FileManager.default.isExecutableFile(atPath: file.path) else { throw Failure.notBuilt(file.path) }
    return file
  }

  /// - Parameter settings: flags, besides those that say where data lies and what port to listen on.
  init(_ settings: [String]) throws {
    self.settings = settings
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-daemon-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit {
    if let process = state.withLock({ $0.process }), process.isRunning {
      Glibc.kill(process.processIdentifier, SIGKILL)
    }
    try? FileManager.default.removeItem(atPath: directory)
  }

  var dataDirectory: String { directory + "/data" }

  /// Where it listens: the same port after every restart, so that clients find it again.
  var port: UInt16 { state.withLock { $0.port } }

  /// Starts, and waits until it serves. How many entries of the journal it folded into its state first.
  ///
  /// - Parameter fault: what is to go wrong, as `tools/faults/faults.c` reads it.
  @discardableResult
  func start(fault: String? = nil) async throws -> UInt64 {
    let library = try fault.map { _ in try FaultLibrary.path.get() }
    let log = try state.withLock { state in
      state.starts += 1
      let log = "\(directory)/log-\(state.starts)"
      try Data().write(to: URL(fileURLWithPath: log))
      let process = Process()
      process.executableURL = try Self.executable("holdfastd")
      process.arguments = settings + ["--listen-port=\(state.port)", "--data-directory=\(dataDirectory)"]
      process.currentDirectoryURL = URL(fileURLWithPath: directory)
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
      process.standardInput = FileHandle.nullDevice
      if let fault, let library {
        process.environment = ProcessInfo.processInfo.environment.merging([
          "LD_PRELOAD": library, "HOLDFAST_FAULT_FOLDER": directory, "HOLDFAST_FAULT": fault,
        ]) { $1 }
      }
      try process.run()
      state.process = process
      return log
    }
    while true {
      let text = try String(contentsOfFile: log, encoding: .utf8)
      if let line = text.split(separator: "\n").first(where: { $0.contains(" event=started ") }) {
        guard let port = Self.value("address", in: line)?.split(separator: ":").last.flatMap({ UInt16($0) }),
          let recovered = Self.value("recovered_entries", in: line).flatMap({ UInt64($0) })
        else { throw Failure.ended(text) }
        state.withLock { $0.port = port }
        return recovered
      }
      guard state.withLock({ $0.process?.isRunning }) == true else { throw Failure.ended(text) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Whether it is there.
  var isRunning: Bool { state.withLock { $0.process?.isRunning == true } }

  /// Kills it in the middle of whatever it does.
  func kill() async { _ = await end(with: SIGKILL) }

  /// Asks it to stop. Its exit status.
  func terminate() async -> Int32 { await end(with: SIGTERM) }

  /// Asks it to stop, and waits for nothing.
  func ask() {
    guard let process = state.withLock({ $0.process }) else { return }
    Glibc.kill(process.processIdentifier, SIGTERM)
  }

  private func end(with signal: Int32) async -> Int32 {
    guard let process = state.withLock({ $0.process }) else { return -1 }
    Glibc.kill(process.processIdentifier, signal)
    while process.isRunning { try? await Task.sleep(for: .milliseconds(1)) }
    return process.terminationStatus
  }

  /// The value of a key in a line of the log.
  private static func value(_ key: String, in line: Substring) -> Substring? {
    line.split(separator: " ").first { $0.hasPrefix("\(key)=") }?.dropFirst(key.count + 1)
  }
}

extension TemporaryCertificates {
  /// Flags of a server with these certificates.
  var settings: [String] {
    let roles = ["reader", "seller", "operator", "admin"].map { "\(DevelopmentCertificates.identity($0).name)=\($0)" }
    return [
      "--certificate-file=\(files.serverFile)", "--key-file=\(files.serverKeyFile)",
      "--client-authority-file=\(files.authorityFile)", "--revocation-list-file=\(files.revocationListFile)",
      "--roles=\(roles.joined(separator: ";"))",
    ]
  }
}
