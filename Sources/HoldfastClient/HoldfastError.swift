public import Messages

/// A call that did not end well: what the server said, or what kept the client from asking it.
///
/// A program decides on ``code``, ``refusals`` and ``isOutcomeUnknown``; ``description`` is for people and says all there is to say.
public struct HoldfastError: Error, Sendable, Hashable {
  /// What kind of failure it is. New kinds may come: keep a default.
  public let code: StatusCode
  /// What was wrong, where, and what would be right.
  public let message: String
  /// What is wrong with the request, a field at a time.
  public var violations: [FieldViolation] = []
  /// Why the state does not allow it, an item at a time.
  public var refusals: [Refusal] = []
  /// When to try again; nil when the server does not say.
  public var retryAfter: Duration?
  /// The journal sequence at which the command was refused; 0 when it was not decided at all.
  public var sequence: UInt64 = 0
  /// The method's full name; empty when the failure is about the client itself.
  public var method = ""
  /// The id that the command was sent with: repeat the call with it to learn what became of it, without doing anything twice.
  public var commandID: CommandID?
  /// Whether the command may have taken effect all the same: it was sent, and no answer came.
  public var isOutcomeUnknown = false
  /// How often the call was sent.
  public var attempts = 0

  /// The failure with this code and message.
  public init(_ code: StatusCode, _ message: String) {
    self.code = code
    self.message = message
  }

  /// What a server said.
  init(_ status: Status) {
    self.init(status.statusCode, status.message)
    violations = status.violations
    refusals = status.refusals
    retryAfter = status.retryAfterMs == 0 ? nil : .milliseconds(Int64(status.retryAfterMs))
  }
}

extension HoldfastError: CustomStringConvertible {
  /// Everything, with a line for each violation and each refusal.
  public var description: String {
    var text = code.name
    if !method.isEmpty { text += " from \(method)" }
    text += message.isEmpty ? "" : ": \(message)"
    for violation in violations { text += "\n  \(violation.field): \(violation.message)" }
    for refusal in refusals { text += "\n  \(refusal.summary)" }
    if let retryAfter { text += "\n  the server says to try again after \(retryAfter)" }
    if isOutcomeUnknown { text += "\n  it is not known whether the command took effect" }
    if isOutcomeUnknown, let commandID { text += "; repeat it with the command id \(commandID) to find out" }
    if attempts > 1 { text += "\n  the call was sent \(attempts) times" }
    return text
  }
}

extension StatusCode {
  /// The name without the enum's, such as `NOT_FOUND`; `CODE 99` for one that this version does not know.
  var name: String {
    let prefix = "STATUS_CODE_"
    return description.hasPrefix(prefix) ? String(description.dropFirst(prefix.count)) : "CODE \(rawValue)"
  }
}

extension Refusal {
  /// One line that says what was refused and why.
  var summary: String {
    var subject: [String] = []
    if !productID.isEmpty { subject.append("product \(productID)\(variantID.isEmpty ? "" : "/\(variantID)")") }
    if !warehouseID.isEmpty { subject.append("warehouse \(warehouseID)") }
    if !reservationID.isEmpty { subject.append("reservation \(reservationID)") }
    let prefix = "REFUSAL_REASON_"
    let name = reason.description
    var text = subject.joined(separator: ", ")
    text += (text.isEmpty ? "" : ": ") + (name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
    if requested != 0 || reason == .notEnoughStock { text += ", requested \(requested), available \(available)" }
    if currentVersion != 0 { text += ", current version \(currentVersion)" }
    return text
  }
}
