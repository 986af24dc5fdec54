/// Why JSON could not become a message, or a message JSON.
///
/// `description` is one line for people: where, what was wrong, and what would be right, such as
/// `1:42: items[2].quantity: 1.5 is not a whole number; …`.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// The kinds of trouble.
  package enum Problem: Equatable, Sendable {
    /// The text breaks the grammar of JSON (RFC 8259).
    case malformed
    /// Objects and arrays stand deeper in each other than ``JSONReader/depthLimit``.
    case tooDeep
    /// No message of that full name exists.
    case unknownMessage
    /// The message has no such field.
    case unknownField
    /// A field is given twice.
    case duplicateField
    /// Two fields are given of which only one may be.
    case oneofConflict
    /// The value is of another JSON type than the field takes.
    case wrongType
    /// The value is of the right JSON type and still not one of the field's.
    case badValue
    /// The number does not fit the field's type.
    case outOfRange
    /// The bytes to encode are not a message of that type.
    case badMessage
    /// The message needs more memory than the caller allows.
    case tooLarge
  }

  /// A place in the JSON text.
  package struct Position: Equatable, Sendable {
    /// Counts from 1.
    package let line: Int
    /// Counts Unicode scalars from 1.
    package let column: Int
  }

  /// What kind of trouble it is.
  package let problem: Problem
  /// The field, by proto names, such as `items[2].quantity`; empty = the whole message.
  package let path: String
  /// Where in the JSON text; nil when encoding.
  package let position: Position?
  /// What was wrong, and what would be right.
  package let message: String

  package var description: String {
    let place = position.map { "\($0.line):\($0.column): " } ?? ""
    return place + (path.isEmpty ? "" : path + ": ") + message
  }
}

/// The way from a message down to one of its fields.
struct JSONPath {
  private enum Step {
    case field(String)
    case index(Int)
  }

  private var steps: [Step] = []

  var depth: Int { steps.count }

  mutating func enter(field name: String) { steps.append(.field(name)) }

  mutating func enter(index: Int) { steps.append(.index(index)) }

  mutating func leave() { steps.removeLast() }

  /// Such as `items[2].quantity`.
  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .field(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
