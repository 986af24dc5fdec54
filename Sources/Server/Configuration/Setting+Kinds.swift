internal import Logging
internal import Messages
internal import Services

/// The kinds of settings: how a value of each is read, and what is said of a wrong one.
extension Setting {
  typealias Field<Value> = any WritableKeyPath<ServerConfiguration, Value> & Sendable

  /// Text that is not empty.
  static func text(_ name: String, _ placeholder: String, _ field: Field<String>, _ help: String) -> Setting {
    word(
      name, placeholder, field, rule: "a text that is not empty", help: help, show: { $0 },
      read: { $0.isEmpty ? nil : $0 })
  }

  /// The path of a file or directory; with `canBeEmpty`, empty means not set.
  static func path(
    _ name: String, _ placeholder: String, _ field: Field<String>, canBeEmpty: Bool = false, _ help: String
  ) -> Setting {
    word(
      name, placeholder, field, rule: "a path", help: help, isPath: true, show: { $0 },
      read: { !canBeEmpty && $0.isEmpty || $0.utf8.contains(0) ? nil : $0 })
  }

  /// A whole number.
  static func number(_ name: String, _ field: Field<Int>, _ range: ClosedRange<Int>, _ help: String) -> Setting {
    let rule = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return word(
      name, "NUMBER", field, rule: rule, help: help, show: { "\($0)" },
      read: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } })
  }

  /// A number of bytes.
  static func bytes(_ name: String, _ field: Field<Int>, _ range: ClosedRange<Int>, _ help: String) -> Setting {
    let (least, most) = (ByteCount.text(range.lowerBound), ByteCount.text(range.upperBound))
    let rule = "a size from \(least) to \(most), such as 64KiB, 4MiB or 2GiB"
    return word(
      name, "SIZE", field, rule: rule, help: help, show: ByteCount.text,
      read: { text in ByteCount.parse(text).flatMap { range.contains($0) ? $0 : nil } })
  }

  /// A span of time.
  static func time(
    _ name: String, _ field: Field<Duration>, _ range: ClosedRange<Duration>, _ help: String
  ) -> Setting {
    let (least, most) = (TimeSpan.text(range.lowerBound), TimeSpan.text(range.upperBound))
    let rule = "a time from \(least) to \(most), such as 250ms, 10s, 5min, 1h or 1d"
    return word(
      name, "TIME", field, rule: rule, help: help, show: TimeSpan.text,
      read: { text in TimeSpan.parse(text).flatMap { range.contains($0) ? $0 : nil } })
  }

  /// Yes or no.
  static func yesOrNo(_ name: String, _ field: Field<Bool>, _ help: String) -> Setting {
    word(
      name, "true|false", field, rule: "true or false", help: help, isSwitch: true, show: { "\($0)" },
      read: { Bool($0) })
  }

  /// One role.
  static func role(_ name: String, _ field: Field<Role>, _ help: String) -> Setting {
    word(name, "ROLE", field, rule: RoleText.rule, help: help, show: \.name, read: { Role(name: $0) })
  }

  /// How much is logged.
  static func logLevel(_ name: String, _ field: Field<Logger.Level>, _ help: String) -> Setting {
    let rule = "one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
    return word(name, "LEVEL", field, rule: rule, help: help, show: \.rawValue, read: { Logger.Level(rawValue: $0) })
  }

  /// Which identity has which role.
  static func roles(_ name: String, _ field: Field<[RoleMap.Entry]>, _ help: String) -> Setting {
    Setting(
      name, "LIST", rule: RoleText.mapRule, help: help, reading: { RoleText.text($0[keyPath: field]) },
      writing: { configuration, value in
        do throws(RoleText.Fault) {
          configuration[keyPath: field] = try RoleText.entries(value)
          return .right
        } catch {
          return .wrongPart(error.position, error.message)
        }
      })
  }

  /// What is written as one word, number or the like in all sources; `read` gives nil for a wrong one.
  private static func word<Value>(
    _ name: String, _ placeholder: String, _ field: Field<Value>, rule: String, help: String, isPath: Bool = false,
    isSwitch: Bool = false, show: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (String) -> Value?
  ) -> Setting {
    Setting(
      name, placeholder, rule: rule, help: help, isPath: isPath, isSwitch: isSwitch,
      reading: { show($0[keyPath: field]) },
      writing: { configuration, value in
        guard let read = value.text.flatMap(read) else { return .wrong }
        configuration[keyPath: field] = read
        return .right
      })
  }
}
