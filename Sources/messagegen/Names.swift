/// How names of the proto become names in Swift and in the C that `protoc-c` makes.
enum Names {
  /// `product_id` → `productID`, `reservation_ids` → `reservationIDs`, `on_hand` → `onHand`.
  static func property(_ name: String) -> String {
    let words = name.split(separator: "_").map(String.init)
    guard let first = words.first else { return name }
    let rest = words.dropFirst().map { word in
      switch word {
      case "id": "ID"
      case "ids": "IDs"
      default: capitalized(word)
      }
    }
    return first.lowercased() + rest.joined()
  }

  /// `RESERVE_MODE_ALL_OR_NOTHING` of `ReserveMode` → `allOrNothing`; nil where the prefix is missing.
  static func enumValue(_ name: String, of enumName: String) -> String? {
    let prefix = snake(enumName).uppercased() + "_"
    guard name.hasPrefix(prefix), name.count > prefix.count else { return nil }
    return property(name.dropFirst(prefix.count).lowercased())
  }

  /// `optional_x` or `key` → `OptionalX`, `Key`.
  static func type(_ name: String) -> String { capitalized(property(name)) }

  /// `GetStock` → `getStock`.
  static func function(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

  /// First letter in upper case, the rest as it is.
  static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// The name as it stands in a declaration: in backticks where it is a keyword.
  static func declared(_ name: String) -> String { swiftKeywords.contains(name) ? "`\(name)`" : name }

  /// `holdfast.v1.StockLevel` → `Holdfast__V1__StockLevel`.
  static func cType(_ fullName: String) -> String {
    fullName.split(separator: ".").map { part in
      part.split(separator: "_").map { capitalized(String($0)) }.joined()
    }.joined(separator: "__")
  }

  /// `holdfast.v1.StockLevel` → `holdfast__v1__stock_level`.
  static func cPrefix(_ fullName: String) -> String {
    fullName.split(separator: ".").map { snake(String($0)) }.joined(separator: "__")
  }

  /// The member of the C struct that holds a field.
  static func cMember(_ name: String) -> String {
    let lowered = name.lowercased()
    return cKeywords.contains(lowered) ? lowered + "_" : lowered
  }

  /// `StockLevel` → `stock_level`; letters in a row of capitals stay together, as in `protoc-c`.
  private static func snake(_ name: String) -> String {
    var result = ""
    var wasUpper = true
    for character in name {
      if character.isUppercase && !wasUpper { result += "_" }
      result += character.lowercased()
      wasUpper = character.isUppercase
    }
    return result
  }

  private static let swiftKeywords: Set<String> = [
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum",
    "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
    "is", "let", "nil", "operator", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
    "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  private static let cKeywords: Set<String> = [
    "and", "asm", "auto", "bool", "break", "case", "catch", "char", "class", "const", "continue", "default", "delete",
    "do", "double", "else", "enum", "explicit", "extern", "false", "float", "for", "friend", "goto", "if", "inline",
    "int", "long", "mutable", "namespace", "new", "not", "operator", "or", "private", "protected", "public", "register",
    "return", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try",
    "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while", "xor",
  ]
}
