/// Swift source in the making: lines, indented by the blocks they stand in.
struct SourceWriter {
  /// The longest line that `swift format` lets pass.
  private static let lineLength = 120

  private(set) var text = ""
  private var depth = 0

  /// A file that begins by saying what it was made from.
  init(from origin: String) {
    line("// Made by tools/generate from \(origin). Do not edit.")
    line()
  }

  /// One line; an empty one where nothing is given.
  mutating func line(_ content: String = "") {
    if !content.isEmpty { text += String(repeating: "  ", count: depth) + content }
    text += "\n"
  }

  /// `head {`, the body, `}`.
  mutating func block(_ head: String, _ body: (inout SourceWriter) -> Void) {
    line(head + " {")
    depth += 1
    body(&self)
    depth -= 1
    line("}")
  }

  /// A `///` comment. Lines stay as they are; a paragraph with a line that is too long is filled anew.
  mutating func documentation(_ comment: String) {
    let width = Self.lineLength - 2 * depth - 4
    for (index, paragraph) in paragraphs(comment).enumerated() {
      if index > 0 { line("///") }
      let fits = paragraph.allSatisfy { $0.count <= width }
      for row in fits ? paragraph : filled(paragraph, width) { line("/// " + row) }
    }
  }

  private func paragraphs(_ comment: String) -> [[String]] {
    comment.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .split(separator: "").map(Array.init)
  }

  private func filled(_ lines: [String], _ width: Int) -> [String] {
    var rows: [String] = []
    for word in lines.joined(separator: " ").split(separator: " ") {
      if let last = rows.last, last.count + 1 + word.count <= width {
        rows[rows.count - 1] += " " + word
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }
}
