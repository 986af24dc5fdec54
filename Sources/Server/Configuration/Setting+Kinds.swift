internal import Logging
internal import Messages
internal import Services

/// The kinds of settings: how a value of each is read, and what is said of a wrong one.
extension Setting {
  typealias Field<Value> = any WritableKeyPath<ServerConfiguration, Value> & Sendable

  /// Text that is not empty.
  static func text(_ name: String, _ placeholder: String, _ field: Field<String>, _ help: String) -> Setting {
    Setting(name, placeholder, rule: "a text that is not empty", help: help, reading: { $0[keyPath: field] }) {
      guard let text = $1.text, !text.isEmpty else { return .wrong }
      $0[keyPath: field] = text
      return .right
    }
  }

  /// The path of a file or directory; with `canBeEmpty`, empty means not set.
  static func path(
    _ name: String, _ placeholder: String, _ field: Field<String>, canBeEmpty: Bool = false, _ help: String
  ) -> Setting {
    Setting(name, placeholder, rule: "a path", help: help, isPath: true, reading: { $0[keyPath: field] }) {
      guard case .string(let text) = $1, canBeEmpty || !text.isEmpty, !text.utf8.contains(0) else { return .wrong }
      $0[keyPath: field] = text
      return .right
    }
  }

  /// A whole number.
  static func number(_ name: String, _ field: Field<Int>, _ range: ClosedRange<Int>, _ help: String) -> Setting {
    let rule = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return Setting(name, "NUMBER", rule: rule, help: help, reading: { "\($0[keyPath: field])" }) {
      guard let number = $1.text.flatMap({ Int($0) }), range.contains(number) else { return .wrong }
      $0[keyPath: field] = number
      return .right
    }
  }

  /// A number of bytes.
  static func bytes(_ name: String, _ field: Field<Int>, _ range: ClosedRange<Int>, _ help: String) -> Setting {
    let rule =
      "a size from \(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound)), such as 64KiB, 4MiB or 2GiB"
    return Setting(name, "SIZE", rule: rule, help: help, reading: { ByteCount.text($0[keyPath: field]) }) {
      guard let count = $1.text.flatMap(ByteCount.parse), range.contains(count) else { return .wrong }
      $0[keyPath: field] = count
      return .right
    }
  }

  /// A span of time.
  static func time(
    _ name: String, _ field: Field<Duration>, _ range: ClosedRange<Duration>, _ help: String
  ) -> Setting {
    let rule =
      "a time from \(TimeSpan.text(range.lowerBound)) to \(TimeSpan.text(range.upperBound)), such as 250ms, 10s, 5min, "
      + "1h or 1d"
    return Setting(name, "TIME", rule: rule, help: help, reading: { TimeSpan.text($0[keyPath: field]) }) {
      guard let time = $1.text.flatMap(TimeSpan.parse), range.contains(time) else { return .wrong }
      $0[keyPath: field] = time
      return .right
    }
  }

  /// Yes or no.
  static func yesOrNo(_ name: String, _ field: Field<Bool>, _ help: String) -> Setting {
    Setting(name, "true|false", rule: "true or false", help: help, isSwitch: true, reading: { "\($0[keyPath: field])" })
    {
      guard let value = $1.text.flatMap({ Bool($0) }) else { return .wrong }
      $0[keyPath: field] = value
      return .right
    }
  }

  /// One role.
  static func role(_ name: String, _ field: Field<Role>, _ help: String) -> Setting {
    Setting(name, "ROLE", rule: RoleText.rule, help: help, reading: { $0[keyPath: field].name }) {
      guard let role = $1.text.flatMap({ Role(name: $0) }) else { return .wrong }
      $0[keyPath: field] = role
      return .right
    }
  }

  /// Which identity has which role.
  static func roles(_ name: String, _ field: Field<[RoleMap.Entry]>, _ help: String) -> Setting {
    Setting(name, "LIST", rule: RoleText.mapRule, help: help, reading: { RoleText.text($0[keyPath: field]) }) {
      do throws(RoleText.Fault) {
        $0[keyPath: field] = try RoleText.entries($1)
        return .right
      } catch {
        return .wrongPart(error.position, error.message)
      }
    }
  }

  /// How much is logged.
  static func logLevel(_ name: String, _ field: Field<Logger.Level>, _ help: String) -> Setting {
    let rule = "one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
    return Setting(name, "LEVEL", rule: rule, help: help, reading: { $0[keyPath: field].rawValue }) {
      guard let level = $1.text.flatMap({ Logger.Level(rawValue: $0) }) else { return .wrong }
      $0[keyPath: field] = level
      return .right
    }
  }
}
