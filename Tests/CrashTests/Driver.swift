import FaultInjection
import Foundation
import Glibc

/// The program that works on an engine until it is killed, and looks at what that left.
enum Driver {
  /// How a run ended, and what it said.
  struct Ending {
    let status: Int32
    let isKilled: Bool
    let lines: [String]

    /// What follows a word at the start of a line; nil where no line starts with it.
    subscript(word: String) -> String? {
      lines.first { $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count + 1)) }
    }
  }

  static func process(_ arguments: [String], _ environment: [String: String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("crashdriver")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs it to its end.
  static func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Ending {
    let process = try process(arguments, environment)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      lines: text.split(separator: "\n").map(String.init))
  }
}

/// A process that looks at one image after the other, so that one that brings it down shows, and a new one can go on.
final class Checker {
  private var process: Process?
  private var input = FileHandle.nullDevice
  private var output = FileHandle.nullDevice
  private var unread: [UInt8] = []

  deinit {
    try? input.close()
    process?.waitUntilExit()
  }

  /// What to look at.
  struct Subject {
    /// The folder of the data.
    var data: String
    var seed: UInt64
    /// The file of acknowledgements, and how many of its lines are due.
    var acknowledgements = ""
    var due = 0
    /// The file of what records there were; empty = nothing to compare with.
    var truth = ""
    /// The machine's run: the same as before only if nothing but the process has ended.
    var boot = "another"
    /// The number of a command that was never sent; nil = no more are sent.
    var next: Int?
  }

  /// Nil where all is well; otherwise what is wrong.
  func fault(in subject: Subject) throws -> String? {
    let answer = try answer(subject)
    return answer.hasPrefix("OK") ? nil : answer
  }

  /// The checker's line: "OK …" or "FAULT …", or what brought it down.
  ///
  /// - Parameter way: `all`, `verify`, `serve` or `fingerprint`.
  func answer(_ subject: Subject, _ way: String = "all") throws -> String {
    if process == nil { try start() }
    let fields = [
      subject.data, "\(subject.seed)", subject.acknowledgements, "\(subject.due)", subject.truth, subject.boot,
      subject.next.map(String.init) ?? "", way,
    ]
    try input.write(contentsOf: Data((fields.joined(separator: "\t") + "\n").utf8))
    if let line = readLine() { return line }
    guard let ended = process else { return "FAULT no checker" }
    ended.waitUntilExit()
    process = nil
    return ended.terminationReason == .uncaughtSignal
      ? "DIED of signal \(ended.terminationStatus)" : "DIED with status \(ended.terminationStatus)"
  }

  private func start() throws {
    let process = try Driver.process(
      ["check"], ["LD_PRELOAD": try FaultLibrary.path.get(), "HOLDFAST_FAULT_NOSYNC": "1"])
    let (inputs, outputs) = (Pipe(), Pipe())
    process.standardInput = inputs
    process.standardOutput = outputs
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    (input, output) = (inputs.fileHandleForWriting, outputs.fileHandleForReading)
    unread = []
  }

  private func readLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: 10) {
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let data = output.availableData
      if data.isEmpty { return nil }
      unread += data
    }
  }
}
