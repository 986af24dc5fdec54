internal import SwiftProtobuf

/// The comments of one file, by the path of what they are about.
struct Comments {
  private var byPath: [[Int32]: String] = [:]

  init(_ file: Google_Protobuf_FileDescriptorProto) {
    for location in file.sourceCodeInfo.location where location.hasLeadingComments {
      byPath[location.path] = Self.trimmed(location.leadingComments)
    }
  }

  /// The comment at `path`; nil if there is none.
  func optional(at path: [Int32]) -> String? {
    guard let text = byPath[path], !text.isEmpty else { return nil }
    return text
  }

  /// The comment at `path`: every declaration must have one, since they are the reference manual.
  func required(at path: [Int32], _ place: String) throws(SchemaError) -> String {
    guard let text = optional(at: path) else { throw SchemaError(place: place, problem: "write a comment above it") }
    return text
  }

  /// The lines without the one space that follows `//`, and without empty lines around them.
  private static func trimmed(_ comment: String) -> String {
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.hasPrefix(" ") ? line.dropFirst() : line)
    }
    while lines.last == "" { lines.removeLast() }
    while lines.first == "" { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
