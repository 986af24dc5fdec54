internal import Messages

/// Why a verb did not go well, for the person who typed it.
struct ToolFailure: Error, Equatable {
  /// How the tool ends.
  var exit: ExitStatus
  /// What was wrong, in one line.
  var message: String
  /// Where, a line each.
  var details: [String]
  /// What to do about it; empty where there is nothing to say.
  var advice: String
  /// The status of the call, where there was one.
  var status: Status?

  init(_ exit: ExitStatus, _ message: String, details: [String] = [], advice: String = "", status: Status? = nil) {
    self.exit = exit
    self.message = message
    self.details = details
    self.advice = advice
    self.status = status
  }

  /// The failure of a call that the server answered with `status`.
  init(_ status: Status, method: String) {
    let code = status.statusCode
    let name = code.shortName
    self.init(
      ExitStatus(code), status.message.isEmpty ? "\(name)" : "\(status.message) (\(name))",
      details: Self.details(of: status), advice: Self.advice(for: status, method), status: status)
  }

  /// What standard error gets, a line each, of at most `width` columns where that can be.
  func lines(width: Int) -> [String] {
    var lines = DisplayWidth.wrap("holdfast: " + message.printable, to: width - 2)
    for index in lines.indices.dropFirst() { lines[index] = "  " + lines[index] }
    return lines + details.map { "  " + $0.printable } + advice.split(separator: "\n").map(String.init)
  }

  private static func details(of status: Status) -> [String] {
    var details = status.violations.map { "\($0.field) \($0.message)" }
    // The first violation is often the message itself, and a message often names every refused item.
    if details.count == 1, status.message.contains(details[0]) { details = [] }
    let isTold = status.refusals.allSatisfy { refusal in
      [refusal.productID, refusal.warehouseID, refusal.reservationID, refusal.channelID].allSatisfy {
        $0.isEmpty || status.message.contains($0)
      }
    }
    return isTold ? details : details + status.refusals.map(line(of:))
  }

  /// One refused item in words.
  static func line(of refusal: Refusal) -> String {
    var what = refusal.productID
    if !refusal.variantID.isEmpty { what += "/\(refusal.variantID)" }
    if !refusal.warehouseID.isEmpty { what += what.isEmpty ? refusal.warehouseID : " at \(refusal.warehouseID)" }
    if !refusal.reservationID.isEmpty { what += what.isEmpty ? refusal.reservationID : " (\(refusal.reservationID))" }
    var line = what.isEmpty ? Words.phrase(refusal.reason) : "\(what): \(Words.phrase(refusal.reason))"
    switch refusal.reason {
    case .channelLimit:
      line +=
        ", \(Words.number(refusal.requested)) asked for, \(refusal.channelID) may sell \(Words.number(refusal.available))"
    case .notEnoughStock, .belowHeld:
      line += ", \(Words.number(refusal.requested)) asked for, \(Words.number(refusal.available)) available"
    case .versionMismatch: line += ", it is now \(refusal.currentVersion)"
    default: break
    }
    return line
  }

  private static func advice(for status: Status, _ method: String) -> String {
    switch status.statusCode {
    case .permissionDenied:
      let role = Method(name: method).map { Words.phrase($0.role) } ?? ""
      return role.isEmpty ? "" : "This needs the role \(role): try --identity \(role)."
    case .unauthenticated:
      return "The server knows no role for this certificate: see `roles` in its holdfast.json."
    case .deadlineExceeded:
      return "Nothing was changed if the call did not reach the server in time; a larger --timeout may help."
    case .resourceExhausted, .unavailable:
      return status.retryAfterMs > 0 ? "Try again in \(status.retryAfterMs) ms." : "Try again."
    case .invalidArgument:
      return method.isEmpty ? "" : "`holdfast describe \(shortMethod(method))` tells what it takes."
    default: return ""
    }
  }

  private static func shortMethod(_ method: String) -> Substring {
    method.lastIndex(of: ".").map { method[method.index(after: $0)...] } ?? method[...]
  }
}
