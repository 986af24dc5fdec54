internal import Synchronization

/// One value on its way from one thread to another.
final class Handover<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// Leaves the value.
  func give(_ value: Value) { self.value.withLock { $0 = value } }

  /// Takes the value; nil where none was left.
  func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
