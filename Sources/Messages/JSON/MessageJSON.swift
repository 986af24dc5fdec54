internal import CMessages

/// Messages as JSON and back, by the rules of proto3 JSON, for every message that ``MessageRegistry`` knows.
///
/// For people and scripts, not for the hot path: it goes by descriptors and allocates freely.
package enum MessageJSON {
  /// How JSON is laid out.
  package enum Style: Sendable {
    /// On one line, without spaces.
    case compact
    /// One member a line, indented by two spaces.
    case pretty
  }

  /// The protobuf bytes of the message `fullName` that `json` describes.
  ///
  /// Fields go by their lowerCamelCase names or those of the proto file. Integers may be numbers or strings, enums names
  /// (with or without the prefix of their type, in any case) or numbers, bytes base64 of either alphabet; null means
  /// absent. Refused are unknown fields, fields given twice, two members of one oneof, and everything that RFC 8259
  /// refuses. Fields are written in the order of their numbers and zeros are left out, so that the bytes depend on what
  /// the JSON says and not on how it says it.
  package static func decode(json: String, as fullName: String) throws(JSONError) -> [UInt8] {
    try decode(utf8: Array(json.utf8), as: fullName)
  }

  /// As ``decode(json:as:)``, from bytes that may turn out not to be UTF-8, such as those of a file.
  package static func decode(utf8 bytes: [UInt8], as fullName: String) throws(JSONError) -> [UInt8] {
    try decode(utf8: bytes, as: schema(of: fullName))
  }

  /// The message `fullName` in `bytes` as JSON: lowerCamelCase names, enums by name, fields by number.
  ///
  /// - Parameters:
  ///   - emitDefaults: Write zeros, empty strings and empty lists too; absent messages and unset oneofs stay away.
  ///   - numbersAsText: Write 64-bit integers as strings, as proto3 JSON has it; JavaScript would round them otherwise.
  ///   - memoryLimit: The most memory, in bytes, that unpacking may take: about twenty times the message at worst.
  /// - Throws: `.unknownMessage`, `.badMessage`, `.tooLarge`.
  package static func encode(
    _ bytes: UnsafeRawBufferPointer, as fullName: String, style: Style = .compact, emitDefaults: Bool = false,
    numbersAsText: Bool = true, memoryLimit: Int = 256 << 20
  ) throws(JSONError) -> String {
    let schema = try schema(of: fullName)
    let message = try unsafe UnpackedMessage(bytes, as: schema, memoryLimit: memoryLimit)
    var writer = MessageJSONWriter(style: style, emitDefaults: emitDefaults, numbersAsText: numbersAsText)
    return try writer.write(message, as: schema)
  }

  /// As the other `encode`, from an array.
  package static func encode(
    _ bytes: [UInt8], as fullName: String, style: Style = .compact, emitDefaults: Bool = false,
    numbersAsText: Bool = true, memoryLimit: Int = 256 << 20
  ) throws(JSONError) -> String {
    try unsafe bytes.span.bytes.withUnsafeBytes { bytes throws(JSONError) in
      try unsafe encode(
        bytes, as: fullName, style: style, emitDefaults: emitDefaults, numbersAsText: numbersAsText,
        memoryLimit: memoryLimit)
    }
  }

  static func decode(utf8 bytes: [UInt8], as schema: MessageSchema) throws(JSONError) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let offset = firstInvalidUTF8(in: bytes) ?? 0
      throw JSONReader(bytes).failure(.malformed, at: offset, "this byte is not UTF-8")
    }
    var reader = MessageJSONReader(bytes)
    return try reader.read(schema)
  }

  static func schema(of fullName: String) throws(JSONError) -> MessageSchema {
    if let descriptor = unsafe MessageRegistry.descriptor(fullName) { return unsafe MessageSchema(descriptor) }
    let near = suggestion(for: fullName, among: Array(MessageRegistry.messageNames))
    throw JSONError(
      problem: .unknownMessage, path: "", position: nil,
      message: "there is no message \(quotedForError(fullName))" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    var input = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded): offset += encoded.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
