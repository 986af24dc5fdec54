package import Messages

/// Writes Replies as frames, length included: byte for byte what protobuf-c makes of the same message.
package enum ReplyFrame {
  /// Writes an answer that went well; `pack` then writes the response, `responseSize` bytes, where it is told to. Allocates nothing but what
  /// the output lacks.
  @inlinable @inline(__always)
  package static func write(
    callID: UInt64, sequence: UInt64 = 0, isRepeated: Bool = false, more: Bool = false, responseSize: Int,
    into output: inout OutputBuffer, pack: (UnsafeMutableRawPointer) -> Void
  ) {
    let size =
      FieldSize.of(number: callID) &+ FieldSize.of(number: sequence) &+ FieldSize.of(bytes: responseSize)
      &+ (more ? 2 : 0) &+ (isRepeated ? 2 : 0)
    var writer = unsafe FieldWriter(output.reserve(WireLimits.lengthBytes &+ size))
    unsafe writer.length(size)
    unsafe writer.number(1, callID)
    unsafe writer.number(3, sequence)
    if responseSize > 0 {
      unsafe writer.header(4, count: responseSize)
      unsafe pack(writer.cursor)
      unsafe writer.cursor += responseSize
    }
    unsafe writer.number(5, more ? 1 : 0)
    unsafe writer.number(6, isRepeated ? 1 : 0)
    output.advance(by: WireLimits.lengthBytes &+ size)
  }

  /// Writes an answer that is a status; `pack` then writes the Status, `statusSize` bytes, where it is told to.
  package static func write(
    callID: UInt64, statusSize: Int, sequence: UInt64 = 0, isRepeated: Bool = false, into output: inout OutputBuffer,
    pack: (UnsafeMutableRawPointer) -> Void
  ) {
    let size =
      FieldSize.of(number: callID) + FieldSize.of(message: statusSize) + FieldSize.of(number: sequence)
      + (isRepeated ? 2 : 0)
    var writer = unsafe FieldWriter(output.reserve(WireLimits.lengthBytes + size))
    unsafe writer.length(size)
    unsafe writer.number(1, callID)
    unsafe writer.header(2, count: statusSize)
    unsafe pack(writer.cursor)
    unsafe writer.cursor += statusSize
    unsafe writer.number(3, sequence)
    unsafe writer.number(6, isRepeated ? 1 : 0)
    output.advance(by: WireLimits.lengthBytes + size)
  }

  /// Writes an answer that is a status, with `arena` for what it takes to encode it.
  ///
  /// A status that cannot be encoded (a NUL in its text, more than the arena or a frame holds) loses all but its code, rather than leave the caller
  /// without an answer.
  package static func write(
    callID: UInt64, status: Status, sequence: UInt64 = 0, isRepeated: Bool = false, in arena: MessageArena,
    into output: inout OutputBuffer
  ) {
    if let prepared = try? status.prepare(in: arena), prepared.size <= WireLimits.maximumMessageBytes {
      unsafe write(
        callID: callID, statusSize: prepared.size, sequence: sequence, isRepeated: isRepeated, into: &output,
        pack: { target in unsafe prepared.pack(to: target) })
    } else {
      let code = UInt64(status.code)
      unsafe write(
        callID: callID, statusSize: FieldSize.of(number: code), sequence: sequence, isRepeated: isRepeated,
        into: &output,
        pack: { target in
          var writer = unsafe FieldWriter(target)
          unsafe writer.number(1, code)
        })
    }
  }

  /// Writes what the server says of itself, with `arena` for what it takes to encode it. A text that cannot be encoded is left out.
  package static func write(notice: Notice, in arena: MessageArena, into output: inout OutputBuffer) {
    let wordless = Notice(kind: notice.kind)
    guard let prepared = (try? notice.prepare(in: arena)) ?? (try? wordless.prepare(in: arena)) else { return }
    unsafe write(
      callID: 0, responseSize: prepared.size, into: &output, pack: { target in unsafe prepared.pack(to: target) })
  }
}
