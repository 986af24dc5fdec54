/// Looks at answers in place: whether they are what was asked for. Every step stays within the bytes.
enum ReplyCheck {
  /// How a Status says that its call ended.
  static func outcome(ofStatus status: UnsafeRawBufferPointer) -> Outcome {
    // The code is the first field; absent, it is 0.
    guard status.count >= 2, unsafe status[0] == 0x08 else { return .ok }
    let code = unsafe Int(status[1])
    return code <= 16 ? Outcome(index: code) : .unknownCode
  }

  /// Whether a StockLevel is that of this product at this warehouse.
  static func isLevel(_ level: UnsafeRawBufferPointer, of subject: Subject) -> Bool {
    let productBytes = 2 + Dataset.productPrefix.utf8.count + Dataset.productDigits
    let warehouseBytes = 2 + Dataset.warehousePrefix.utf8.count + Dataset.warehouseDigits
    guard level.count >= productBytes + warehouseBytes,
      unsafe level[0] == 0x0A, unsafe Int(level[1]) == productBytes - 2,
      unsafe level[productBytes] == 0x1A, unsafe Int(level[productBytes + 1]) == warehouseBytes - 2
    else { return false }
    return unsafe Digits.read(level, productBytes - Dataset.productDigits, Dataset.productDigits)
      == UInt64(subject.product)
      && Digits.read(
        level, productBytes + warehouseBytes - Dataset.warehouseDigits, Dataset.warehouseDigits)
        == UInt64(subject.warehouse)
  }

  /// Whether an answer holds at least one reservation, which is the first field of all answers that have any.
  static func holdsReservation(_ response: UnsafeRawBufferPointer) -> Bool {
    unsafe response.count >= 2 && response[0] == 0x0A && response[1] > 0
  }

  /// How a call ended that was answered with `status` (nil for OK) and `response`.
  @inline(__always)
  static func outcome(
    of operation: Operation, _ subject: Subject, status: UnsafeRawBufferPointer?, response: UnsafeRawBufferPointer
  ) -> Outcome {
    if let status = unsafe status {
      let outcome = unsafe outcome(ofStatus: status)
      if outcome != .ok { return outcome }
    }
    switch operation {
    case .read: return unsafe isLevel(response, of: subject) ? .ok : .wrong
    case .reserve, .hold, .convert, .fulfill: return unsafe holdsReservation(response) ? .ok : .wrong
    case .handshake: return unsafe response.isEmpty ? .wrong : .ok
    }
  }
}
