import Foundation
import Server
import Testing

/// The page about running the server has a table of all settings: it must be the one that the code has.
@Suite("The settings on the page about running the server")
struct DocumentedSettingsTests {
  @Test("are those of the code, in its order, with its defaults, ranges and explanations")
  func table() throws {
    let page = URL(filePath: #filePath).appending(path: "../../../Sources/Server/Server.docc/Running.md").standardized
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex { $0.hasPrefix("| setting | default |") })
    let documented = Array(lines[(heading + 2)...].prefix { $0.hasPrefix("|") })
    let expected = ServerConfiguration.settings.map { row($0) }
    #expect(documented == expected, "the table must be:\n\(expected.joined(separator: "\n"))")
  }

  private func row(_ setting: Setting) -> String {
    let value = setting.value(in: ServerConfiguration())
    // How times and sizes are written, and the forms of roles, are said once beside the table.
    let rule = setting.name == "roles" ? "see below" : setting.rule.components(separatedBy: ", such as")[0]
    let text = setting.name == "network_threads" ? "processors − 1" : value.isEmpty ? "not set" : value
    return "| `\(setting.name)` | \(text) | \(rule) | \(setting.help) |"
  }
}
