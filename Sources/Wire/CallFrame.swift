package import Messages

/// Writes Calls as frames, length included: byte for byte what protobuf-c makes of the same message.
package enum CallFrame {
  /// Writes a call; `pack` then writes the request, `requestSize` bytes, where it is told to.
  ///
  /// The limits on the fields are the caller's to keep.
  @inlinable
  package static func write(
    callID: UInt64, method: String, timeoutMs: UInt32 = 0, commandID: [UInt8] = [], actor: String = "",
    traceID: String = "", credit: UInt32 = 0, requestSize: Int, into output: inout OutputBuffer,
    pack: (UnsafeMutableRawPointer) -> Void
  ) {
    let size =
      FieldSize.of(number: callID) + FieldSize.of(bytes: method.utf8.count)
      + FieldSize.of(number: UInt64(timeoutMs)) + FieldSize.of(bytes: commandID.count)
      + FieldSize.of(bytes: actor.utf8.count) + FieldSize.of(bytes: traceID.utf8.count)
      + FieldSize.of(bytes: requestSize) + FieldSize.of(number: UInt64(credit))
    var writer = unsafe FieldWriter(output.reserve(WireLimits.lengthBytes + size))
    unsafe writer.length(size)
    unsafe writer.number(1, callID)
    unsafe writer.text(2, method)
    unsafe writer.number(3, UInt64(timeoutMs))
    unsafe writer.bytes(4, commandID)
    unsafe writer.text(5, actor)
    unsafe writer.text(6, traceID)
    if requestSize > 0 {
      unsafe writer.header(7, count: requestSize)
      unsafe pack(writer.cursor)
      unsafe writer.cursor += requestSize
    }
    unsafe writer.number(9, UInt64(credit))
    output.advance(by: WireLimits.lengthBytes + size)
  }

  /// Writes the word that ends the call `callID`.
  package static func writeCancel(callID: UInt64, into output: inout OutputBuffer) {
    writeWord(callID, 8, 1, &output)
  }

  /// Writes the word that the caller takes `credit` more replies of the stream `callID`.
  package static func writeCredit(callID: UInt64, _ credit: UInt32, into output: inout OutputBuffer) {
    writeWord(callID, 9, UInt64(credit), &output)
  }

  private static func writeWord(_ callID: UInt64, _ field: UInt8, _ value: UInt64, _ output: inout OutputBuffer) {
    let size = FieldSize.of(number: callID) + FieldSize.of(number: value)
    var writer = unsafe FieldWriter(output.reserve(WireLimits.lengthBytes + size))
    unsafe writer.length(size)
    unsafe writer.number(1, callID)
    unsafe writer.number(field, value)
    output.advance(by: WireLimits.lengthBytes + size)
  }
}
