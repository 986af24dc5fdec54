extension MessageRegistry {
  /// What the schema says of a message, an enum, a service (by full name), a field or value (`holdfast.v1.StockLevel.on_hand`),
  /// or an rpc (`holdfast.v1.StockService/GetStock`); nil if the schema has nothing of that name.
  package static func documentation(_ fullNameOrMember: String) -> String? { documentation[fullNameOrMember] }

  private static let documentation: [String: String] = {
    var result: [String: String] = [:]
    var name = ""
    for line in comments.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("= ") {
        name = String(line.dropFirst(2))
        result[name] = ""
      } else if let text = result[name] {
        result[name] = text.isEmpty ? String(line) : text + "\n" + line
      }
    }
    return result
  }()
}
