/// Why bytes are not a message, or a message cannot become bytes.
@usableFromInline
package enum MessageError: Error, Hashable {
  /// The bytes are not a message of this full name.
  case malformed(String)
  /// Decoded or encoded, the message takes more memory than the arena has.
  case tooLarge
  /// A string is not UTF-8; with the path of the field, such as `items[2].product_id`.
  case invalidUTF8(String)
  /// A string contains a NUL; with the path of the field.
  case containsNUL(String)

  /// The same error, seen from the message that holds the faulty one in its field `outer`.
  func within(_ outer: String) -> MessageError {
    switch self {
    case .malformed, .tooLarge: self
    case .invalidUTF8(let path): .invalidUTF8(outer + "." + path)
    case .containsNUL(let path): .containsNUL(outer + "." + path)
    }
  }

  /// The same error about element `index` of the field.
  func indexed(_ index: Int) -> MessageError {
    switch self {
    case .malformed, .tooLarge: self
    case .invalidUTF8(let path): .invalidUTF8("\(path)[\(index)]")
    case .containsNUL(let path): .containsNUL("\(path)[\(index)]")
    }
  }
}
