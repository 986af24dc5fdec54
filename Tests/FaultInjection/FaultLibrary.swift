internal import Foundation
internal import Glibc

/// The library that records and spoils what a process does to its files, built from `tools/faults/faults.c`.
package enum FaultLibrary {
  /// Why there is no library.
  package enum Failure: Error {
    /// What the compiler said.
    case notBuilt(String)
  }

  /// Where it lies; built once in a run of the tests.
  package static let path: Result<String, any Error> = Result {
    let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("tools/faults/faults.c").path
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-faults-\(getpid()).so").path
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", path, source]
    let output = Pipe()
    compiler.standardError = output
    try compiler.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { throw Failure.notBuilt(String(decoding: text, as: UTF8.self)) }
    return path
  }
}

/// A number from the environment, for runs that are longer or repeat another.
package func setting<N: LosslessStringConvertible>(_ name: String, _ usual: N) -> N {
  ProcessInfo.processInfo.environment[name].flatMap { N($0) } ?? usual
}

/// Counts what was tried, for `tools/soak`: a line "COUNT WHAT" in the file that HOLDFAST_SOAK_REPORT names.
package func report(_ count: Int, _ what: String) {
  guard let path = ProcessInfo.processInfo.environment["HOLDFAST_SOAK_REPORT"] else { return }
  let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  guard file >= 0 else { return }
  defer { close(file) }
  let line = "\(count) \(what)\n"
  _ = write(file, line, line.utf8.count)
}
