internal import Inventory
internal import LMDB
internal import Messages

extension TableCheck {
  /// The alerts about levels that are open are those that the levels call for: each one once, of the right kind.
  static var levelAlerts: TableCheck {
    TableCheck(subject: "levels against alerts") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      var count: UInt64 = 0
      try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
        guard name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0, value.byteCount == LevelRow.byteCount else {
          return
        }
        count += 1
        let parts = name.parts()
        guard parts.count == 3 else { return }
        box.key.set(subject: .level(LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])))
        let number = try state.value(state.tables.alertsBySubject, box.key) { $0.byteCount == 8 ? $0.uint64(at: 0) : 0 }
        let open = try number.map { (number) throws(EngineError) -> AlertKind? in
          try state.openAlert(number, box, arena)?.kind
        }
        let found = (open ?? nil).map { "\($0)" } ?? "none"
        let expected = AlertKind(LevelRow(value).condition).map { "\($0)" } ?? "none"
        findings.require(found, expected, "the open alert", "state, alerts", shown(name.array))
      }
      return count
    }
  }

  /// The index of subjects has each open alert, and no other; an alert about a level is about one that exists.
  static var alertSubjects: TableCheck {
    TableCheck(subject: "index: alerts_by_subject") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      return try state.check(
        index: state.tables.alertsBySubject, named: "alerts_by_subject", of: state.tables.alerts, findings
      ) { (name, value) throws(EngineError) in
        let alert = try state.decode(value, as: Alert.self, arena)
        guard name.byteCount == 8, holdNumber(of: alert.alertID) == name.bigEndianUInt64(at: 0) else {
          findings.add(
            "state, alerts", shown(name.array), found: "the id \(alert.alertID)", expected: "one that ends with its key"
          )
          return []
        }
        if alert.status != .open, alert.status != .acknowledged {
          findings.add(
            "state, alerts", alert.alertID, found: "the status \(alert.status)", expected: "one that is open")
        }
        if case .level(let level) = AlertSubject(alert) {
          box.key.set(level: level)
          if try state.row(box.key) == nil {
            findings.add("state, alerts", alert.alertID, found: "no level", expected: "the one that it is about")
          }
        }
        box.key.set(subject: AlertSubject(alert))
        let number = (0..<8).map { UInt8(truncatingIfNeeded: name.bigEndianUInt64(at: 0) >> (8 * UInt64($0))) }
        return [(box.key.copied, number)]
      } origin: { (name, value) throws(EngineError) in
        guard value.byteCount == 8, let alert = try state.openAlert(value.uint64(at: 0), box, arena) else {
          return false
        }
        box.key.set(subject: AlertSubject(alert))
        return box.key.copied == name.array
      }
    }
  }

  /// A product has an open HIGH_VELOCITY where its rolling hour says so, and is in the index of falls then and only then.
  static var velocityAlerts: TableCheck {
    TableCheck(subject: "rolling hours against alerts") { (state, findings) throws(EngineError) in
      let box = KeyBox()
      var count: UInt64 = 0
      _ = try state.check(
        index: state.tables.velocityFalls, named: "velocity_falls", of: state.tables.rollingHours, findings
      ) { (name, value) throws(EngineError) in
        count += 1
        let row = RollingHourRow(value)
        let product = name.text()
        if row.hour.minutes.count > RollingHour.minuteCount || row.byteCount != value.byteCount {
          findings.add(
            "state, rolling_hours", product, found: "\(value.byteCount) bytes", expected: "60 minutes at most")
        }
        box.key.set(subject: .velocity(product: product))
        findings.require(
          try state.has(state.tables.alertsBySubject, box.key), row.limit != 0, "an open HIGH_VELOCITY",
          "state, rolling_hours", product)
        guard row.limit != 0 else { return [] }
        box.key.set(fall: row.fall, product: product)
        return [(box.key.copied, [])]
      } origin: { (name, _) throws(EngineError) in
        guard name.byteCount > 8 else { return false }
        box.key.set(text: name.text(from: 8))
        let row = try state.value(state.tables.rollingHours, box.key) { RollingHourRow($0) }
        return row.map { $0.limit != 0 && $0.fall == name.bigEndianInt64(at: 0) } ?? false
      }
      return count
    }
  }
}

extension VerifiedState {
  fileprivate func openAlert(_ number: AlertNumber, _ box: KeyBox, _ arena: MessageArena) throws(EngineError) -> Alert?
  {
    box.key.set(hold: number)
    let stored = try value(tables.alerts, box.key) { $0.array }
    return try stored.map { (bytes) throws(EngineError) in try decode(unsafe bytes.span.bytes, arena) }
  }
}
