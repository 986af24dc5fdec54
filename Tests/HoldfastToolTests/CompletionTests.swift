import Foundation
import Messages
import Testing

@testable import holdfast

@Suite("Completion")
struct CompletionTests {
  @Test("each shell gets a script that knows verbs, rpcs and enum values", arguments: CompletionCommand.Shell.allCases)
  func scripts(_ shell: CompletionCommand.Shell) {
    let script = CompletionCommand.script(for: shell)
    for word in ["holdfast", "export", "StockService/GetStock", "lowest-cost", "operator", "profile"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  @Test("bash takes its script, and completes with it")
  func bash() throws {
    let script = try TemporaryFile(CompletionCommand.script(for: .bash))
    #expect(try run(["-n", script.path]).status == 0)
    let completed = try run([
      "-c",
      """
      source \(script.path)
      COMP_WORDS=(holdfast stock exp) COMP_CWORD=2 COMP_LINE='holdfast stock exp' COMP_POINT=18 COMPREPLY=()
      _holdfast holdfast exp stock
      printf '%s\\n' "${COMPREPLY[@]}"
      """,
    ])
    #expect(completed.output.split(separator: "\n").contains { $0.hasPrefix("export") }, "\(completed)")
  }

  @Test("everything that can be described is offered, and can be described")
  func names() throws {
    let names = Description.names
    #expect(names.contains("StockLevel") && names.contains("SplitStrategy") && names.contains("AlertService"))
    for name in names { #expect(throws: Never.self, "\(name)") { try Description.view(of: name) } }
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "--noprofile"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
