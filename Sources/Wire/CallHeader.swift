package import Messages

/// A Call, taken apart in place: nothing is copied, nothing allocated. The slices are good as long as the frame is.
///
/// Where protobuf-c takes a frame as well, both understand the same. This one is stricter: it takes no known field of another wire type, no
/// number of more than 64 bits and no call without an id. Text is not looked at before ``violation`` is asked for.
@safe
package struct CallHeader {
  /// The caller's number for this call; not 0.
  package private(set) var callID: UInt64 = 0
  /// The method's name, such as `holdfast.v1.StockService/GetStock`: for ``Method/find(_:)``.
  package private(set) var method: UnsafeRawBufferPointer
  /// How long the caller waits, in milliseconds from when the frame was read; 0 for ever.
  package private(set) var timeoutMs: UInt32 = 0
  /// The idempotency key; empty for none.
  package private(set) var commandID: UnsafeRawBufferPointer
  /// On whose behalf the caller calls; may be empty.
  package private(set) var actor: UnsafeRawBufferPointer
  /// The trace id; may be empty.
  package private(set) var traceID: UnsafeRawBufferPointer
  /// The request message, encoded.
  package private(set) var request: UnsafeRawBufferPointer
  /// Whether this ends the call ``callID``; nothing else is to be looked at then.
  package private(set) var cancel = false
  /// How many replies of a stream the caller takes (more).
  package private(set) var credit: UInt32 = 0

  /// Takes apart a frame, which comes without its length.
  package init(_ frame: UnsafeRawBufferPointer) throws(WireError) {
    let nothing = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    unsafe method = nothing
    unsafe commandID = nothing
    unsafe actor = nothing
    unsafe traceID = nothing
    unsafe request = nothing
    var reader = unsafe FieldReader(frame)
    while let key = unsafe try reader.nextKey() {
      switch key.number {
      case 1: callID = unsafe try reader.number(key)
      case 2: unsafe method = try reader.bytes(key)
      case 3: timeoutMs = UInt32(truncatingIfNeeded: unsafe try reader.number(key))
      case 4: unsafe commandID = try reader.bytes(key)
      case 5: unsafe actor = try reader.bytes(key)
      case 6: unsafe traceID = try reader.bytes(key)
      case 7: unsafe request = try reader.bytes(key)
      case 8: cancel = unsafe try reader.number(key) != 0
      case 9: credit = UInt32(truncatingIfNeeded: unsafe try reader.number(key))
      default: unsafe try reader.skip(key)
      }
    }
    guard callID != 0 else { throw .noCallID }
  }

  /// Whether the frame only adds credit to the stream ``callID``, which it does not open.
  package var addsCredit: Bool { unsafe method.isEmpty && credit > 0 && !cancel }

  /// The first field that breaks a limit or is not the text that it should be, for an answer of INVALID_ARGUMENT; nil if all are well.
  package var violation: FieldViolation? {
    if unsafe commandID.count > WireLimits.maximumCommandIDBytes {
      return FieldViolation(
        field: "command_id",
        message: unsafe "has \(commandID.count) bytes; at most \(WireLimits.maximumCommandIDBytes) are taken")
    }
    return unsafe Self.violation(actor, "actor", WireLimits.maximumActorBytes)
      ?? Self.violation(traceID, "trace_id", WireLimits.maximumTraceIDBytes)
  }

  private static func violation(
    _ text: UnsafeRawBufferPointer, _ field: StaticString, _ limit: Int
  ) -> FieldViolation? {
    guard unsafe !text.isEmpty else { return nil }
    if text.count > limit {
      return FieldViolation(field: "\(field)", message: "has \(text.count) bytes; at most \(limit) are taken")
    }
    // These go into the journal and the log, where a line break or an escape would forge a line.
    guard unsafe text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return FieldViolation(field: "\(field)", message: "must not contain control characters")
    }
    let bytes = unsafe Span(_unsafeElements: text.bindMemory(to: UInt8.self))
    guard (try? UTF8Span(validating: bytes)) != nil else {
      return FieldViolation(field: "\(field)", message: "must be valid UTF-8")
    }
    return nil
  }
}
