internal import ArgumentParser
internal import Messages

/// A value of an enum of the schema as one argument: its name without the enum's, in lower case with hyphens, such as `lowest-cost`.
struct Choice<Value: OpenEnum>: ExpressibleByArgument, Equatable {
  /// What was said.
  var value: Value

  init?(argument: String) {
    let wanted = Words.lowercasedName(argument)
    guard let value = Self.choices.first(where: { Words.lowercasedName($0.shortName) == wanted }) else { return nil }
    self.value = value
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  static var allValueStrings: [String] { choices.map { Words.lowercasedName($0.shortName) } }

  private static var choices: [Value] { Value.allValues.filter { $0.rawValue != 0 } }
}

extension OpenEnum {
  /// The value's name without the enum's, such as `LOWEST_COST`.
  var shortName: String {
    let names = Self.allValues.map(\.description)
    guard var prefix = names.first, names.count > 1 else { return description }
    for name in names { prefix = String(zip(prefix, name).prefix { $0 == $1 }.map(\.0)) }
    while let last = prefix.last, last != "_" { prefix.removeLast() }
    return description.hasPrefix(prefix) ? String(description.dropFirst(prefix.count)) : description
  }
}

extension Words {
  /// `LOWEST_COST` as `lowest-cost`.
  static func lowercasedName(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  /// `NOT_ENOUGH_STOCK` as `not enough stock`; empty for a value that says nothing.
  static func phrase(_ value: some OpenEnum) -> String {
    value.rawValue == 0 ? "" : String(value.shortName.lowercased().map { $0 == "_" ? " " : $0 })
  }
}
