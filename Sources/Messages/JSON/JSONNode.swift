/// A JSON value with its place in the text: for configuration files, whose errors must say where.
package struct JSONNode: Equatable, Sendable {
  /// What the value is.
  package indirect enum Value: Equatable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    /// A string, its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONNode])
    /// An object, its members in the order of the text; a name may come twice.
    case object([Member])
  }

  /// A member of an object.
  package struct Member: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// Where the name stands.
    package let position: JSONError.Position
    /// Its value.
    package let node: JSONNode
  }

  /// What the value is.
  package let value: Value
  /// Where it begins.
  package let position: JSONError.Position

  /// A value at a place.
  package init(value: Value, position: JSONError.Position) {
    self.value = value
    self.position = position
  }

  /// Reads a text that is one value, by RFC 8259.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONError(problem: .malformed, path: "", position: nil, message: "this is not UTF-8")
    }
    var reader = JSONReader(bytes)
    self = try JSONNode(&reader)
    try reader.end()
  }

  private init(_ reader: inout JSONReader) throws(JSONError) {
    let kind = try reader.kind()
    position = reader.position
    switch kind {
    case .null:
      reader.null()
      value = .null
    case .bool: value = .bool(reader.bool())
    case .number: value = .number(try reader.number())
    case .string: value = .string(try reader.string())
    case .array: value = .array(try Self.elements(&reader))
    case .object: value = .object(try Self.members(&reader))
    }
  }

  private static func elements(_ reader: inout JSONReader) throws(JSONError) -> [JSONNode] {
    try reader.open()
    var elements: [JSONNode] = []
    while try reader.nextElement(isFirst: elements.isEmpty) {
      reader.path.enter(index: elements.count)
      elements.append(try JSONNode(&reader))
      reader.path.leave()
    }
    return elements
  }

  private static func members(_ reader: inout JSONReader) throws(JSONError) -> [Member] {
    try reader.open()
    var members: [Member] = []
    while let name = try reader.nextName(isFirst: members.isEmpty) {
      let position = reader.position
      reader.path.enter(field: name)
      members.append(Member(name: name, position: position, node: try JSONNode(&reader)))
      reader.path.leave()
    }
    return members
  }

  /// The candidate that is most like `word`, where one is like it at all.
  package static func suggestion(for word: String, among candidates: [String]) -> String? {
    Messages.suggestion(for: word, among: candidates)
  }
}

extension JSONReader {
  /// Where the token begins that was read or looked at last.
  fileprivate var position: JSONError.Position {
    failure(.malformed, "").position ?? JSONError.Position(line: 1, column: 1)
  }
}
