/// Sixteen random bytes that name one history of sequences: a restored backup goes on under a new one, so that no
/// sequence ever means two things.
@safe
package struct HistoryID: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, in the order in which they are stored.
  package var bytes: SIMD16<UInt8>

  /// The history with exactly these bytes.
  package init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// A new history, from the system's random numbers.
  package static func random() -> HistoryID { HistoryID(bytes: .random(in: 0...255)) }

  /// 32 hexadecimal digits.
  package var description: String { hexadecimal(bytes) }
}

/// The running SHA-256 of a journal: of every command up to a point, in order.
///
/// `h(0)` is 32 zero bytes. For each command, `h = SHA256(h ‖ time ‖ entries)`: the batch's time as 8 bytes,
/// big-endian, then each of the command's entries as framed in a record (``RecordHeader``). Neither how commands came together
/// in batches nor where they lie in files has a part in it.
@safe
package struct JournalHash: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, in the order in which they are stored.
  package var bytes: SIMD32<UInt8>

  /// The hash with exactly these bytes.
  package init(bytes: SIMD32<UInt8>) { self.bytes = bytes }

  /// The hash before the first command of a new journal.
  package static let zero = JournalHash(bytes: .zero)

  /// 64 hexadecimal digits.
  package var description: String { hexadecimal(bytes) }
}

private func hexadecimal<V: SIMD>(_ bytes: V) -> String where V.Scalar == UInt8 {
  var text = ""
  for index in bytes.indices {
    let digits = String(bytes[index], radix: 16)
    text += digits.count == 1 ? "0" + digits : digits
  }
  return text
}
