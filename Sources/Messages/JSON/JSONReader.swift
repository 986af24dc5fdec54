/// Reads JSON text a token at a time, strictly by RFC 8259, and knows where it stands.
///
/// It is driven by what reads the values: there is no tree of values in between. The bytes must be valid UTF-8.
struct JSONReader {
  /// How deep objects and arrays may stand in each other.
  static let depthLimit = 64

  /// What kind of value comes next.
  enum Kind: String {
    case object = "an object"
    case array = "an array"
    case string = "a string"
    case number = "a number"
    case bool = "true or false"
    case null = "null"
  }

  /// The way to the value that is being read, for errors.
  var path = JSONPath()
  /// Where the token begins that was read or looked at last.
  private(set) var tokenStart = 0

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Errors

  /// An error at the byte `offset`, or at the token that was looked at last.
  func failure(_ problem: JSONError.Problem, at offset: Int? = nil, _ message: String) -> JSONError {
    let before = bytes.prefix(offset ?? tokenStart)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let position = JSONError.Position(
      line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 })
    return JSONError(problem: problem, path: path.text, position: position, message: message)
  }

  // MARK: Values

  /// Looks at the value that comes next, without taking it.
  mutating func kind() throws(JSONError) -> Kind {
    switch try next(expecting: "a value") {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "'"): throw failure(.malformed, "strings stand in double quotes (\"), not in single ones")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): throw failure(.malformed, "JSON has no comments")
    default: break
    }
    switch word() {
    case "true", "false": return .bool
    case "null": return .null
    case "": throw unexpected("a value")
    case "NaN", "Infinity": throw failure(.malformed, "\(word()) is written as a string: \"\(word())\"")
    default: throw failure(.malformed, "the word \(quotedForError(word())) is not JSON; strings stand in double quotes")
    }
  }

  /// Takes `true` or `false`, once ``kind()`` has said that it comes.
  mutating func bool() -> Bool {
    let isTrue = word() == "true"
    offset += isTrue ? 4 : 5
    return isTrue
  }

  /// Takes `null`, once ``kind()`` has said that it comes.
  mutating func null() { offset += 4 }

  /// Takes a number, once ``kind()`` has said that it comes, as it is written.
  mutating func number() throws(JSONError) -> String {
    let start = offset
    let length = JSONNumber.length(in: bytes[offset...])
    let end = start + (length ?? 0)
    // What goes on after a number as if it belonged to it, such as the 1 of 01, makes it none.
    guard length != nil, end == bytes.count || !JSONNumber.isPart(bytes[end]) else {
      let token = bytes[start...].prefix { JSONNumber.isPart($0) }
      throw failure(
        .malformed, at: start,
        "\(quotedForError(String(decoding: token, as: UTF8.self))) is not a number in JSON; right are 0, -12, 1.5 and 1e3"
      )
    }
    offset = end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: Objects and arrays

  /// Takes the opening bracket, once ``kind()`` has said that it comes.
  mutating func open() throws(JSONError) {
    guard path.depth < Self.depthLimit else {
      throw failure(.tooDeep, "values stand more than \(Self.depthLimit) deep in each other")
    }
    offset += 1
  }

  /// Takes a member's name and its colon; nil = the object has ended, and its bracket is taken.
  mutating func nextName(isFirst: Bool) throws(JSONError) -> String? {
    guard try nextItem(isFirst: isFirst, closing: "}", in: "object") else { return nil }
    guard try next(expecting: "a name in double quotes") == UInt8(ascii: "\"") else {
      throw unexpected("a name in double quotes")
    }
    let start = tokenStart
    let name = try string()
    guard try next(expecting: "a colon") == UInt8(ascii: ":") else { throw unexpected("a colon after the name") }
    offset += 1
    tokenStart = start
    return name
  }

  /// Goes on to the next element; false = the array has ended, and its bracket is taken.
  mutating func nextElement(isFirst: Bool) throws(JSONError) -> Bool {
    try nextItem(isFirst: isFirst, closing: "]", in: "array")
  }

  /// Makes sure that nothing but white space is left.
  mutating func end() throws(JSONError) {
    skipSpace()
    if offset < bytes.count { throw unexpected("nothing more after the end of the object") }
  }

  private mutating func nextItem(
    isFirst: Bool, closing: Unicode.Scalar, in container: String
  ) throws(JSONError) -> Bool {
    let close = UInt8(ascii: closing)
    let expected = isFirst ? "the first item or \(closing)" : "a comma or \(closing)"
    let byte = try next(expecting: expected)
    if byte == close {
      offset += 1
      return false
    }
    if isFirst { return true }
    guard byte == UInt8(ascii: ",") else { throw unexpected(expected) }
    offset += 1
    let comma = tokenStart
    if try next(expecting: "the next item of the \(container)") == close {
      throw failure(.malformed, at: comma, "no comma may stand after the last item of an \(container)")
    }
    return true
  }

  // MARK: Strings

  /// Takes a string, once ``kind()`` has said that it comes, with its escapes resolved.
  mutating func string() throws(JSONError) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var runStart = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        text += bytes[runStart..<offset]
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[runStart..<offset]
        text += String(Character(try escape())).utf8
        runStart = offset
      case ..<0x20:
        throw failure(.malformed, at: offset, "control characters in strings are escaped, such as \\n or \\t")
      default:
        offset += 1
      }
    }
    throw failure(.malformed, at: start, "this string has no closing quote")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 2
    guard start + 1 < bytes.count else { throw failure(.malformed, at: start, "the text ends within an escape") }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default:
      throw failure(
        .malformed, at: start, "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits")
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimalUnit(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      let second = try hexadecimalUnit(offset - 2)
      if 0xDC00...0xDFFF ~= second, let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
        return scalar
      }
    }
    throw failure(.malformed, at: start, "a half of a surrogate pair without the other half")
  }

  /// Takes four hexadecimal digits; `start` is where their escape begins.
  private mutating func hexadecimalUnit(_ start: Int) throws(JSONError) -> UInt32 {
    let digits = bytes[min(offset, bytes.count)...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure(.malformed, at: start, "\\u takes four hexadecimal digits") }
    offset += 4
    return unit
  }

  // MARK: Bytes

  /// Skips white space and looks at what follows.
  private mutating func next(expecting expected: String) throws(JSONError) -> UInt8 {
    skipSpace()
    guard offset < bytes.count else { throw failure(.malformed, "the text ends where \(expected) should stand") }
    return bytes[offset]
  }

  private mutating func skipSpace() {
    tokenStart = bytes[offset...].firstIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } ?? bytes.count
    offset = tokenStart
  }

  /// The letters and digits from here on.
  private func word() -> String {
    let isWord = { (byte: UInt8) in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCII && scalar.properties.isAlphabetic || scalar == "_" || "0"..."9" ~= scalar
    }
    return String(decoding: bytes[offset...].prefix(40).prefix(while: isWord), as: UTF8.self)
  }

  private func unexpected(_ expected: String) -> JSONError {
    let rest = String(decoding: bytes[offset...].prefix(8), as: UTF8.self)
    let found = rest.unicodeScalars.first.map { quotedForError(String($0)) } ?? "the end"
    return failure(.malformed, at: offset, "found \(found) where \(expected) should stand")
  }
}

/// `text` as a JSON string, cut short where it is long, to be named in an error.
func quotedForError(_ text: String) -> String {
  var writer = JSONWriter(style: .compact)
  writer.string(text.count <= 40 ? text : String(text.prefix(40)) + "…")
  return writer.text
}
