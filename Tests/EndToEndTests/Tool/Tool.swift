import Foundation

/// The real `holdfast`, run as an operator runs it.
struct Tool: Sendable {
  /// Where it runs.
  var directory: String
  /// What every verb is given.
  var options: [String] = []

  /// How a run ended.
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// A number of the JSON that was printed, which has 64-bit numbers in quotes and leaves out zeros.
    func number(_ name: String) throws -> Int64 {
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      return (object?[name] as? String).flatMap { Int64($0) } ?? (object?[name] as? NSNumber)?.int64Value ?? 0
    }
  }

  /// Runs it to its end.
  func callAsFunction(_ arguments: String...) async throws -> Result {
    let process = Process()
    process.executableURL = try Daemon.executable("holdfast")
    process.arguments = options + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (file("output"), file("errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    while process.isRunning { try await Task.sleep(for: .milliseconds(2)) }
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func file(_ name: String) -> URL { URL(fileURLWithPath: directory).appendingPathComponent("tool-\(name)") }
}
