internal import LMDB

/// A table of numbers by name, of which a few are changed by nearly every entry: the changes of a batch are kept here and
/// written once, when the batch is.
///
/// Belongs to the writing thread; not `Sendable`.
package final class Tally {
  private let table: Table
  /// Numbers that the batch has read or changed; those that it has changed are marked.
  private var numbers: [[UInt8]: (value: Int64, isChanged: Bool)] = [:]
  private var key = KeyBuffer()

  /// Counts in `table`: name → 8 bytes.
  init(_ table: Table) { self.table = table }

  /// The number of `name`, changes of the batch included.
  func value(_ name: String, in transaction: Transaction) throws(EngineError) -> Int64 {
    let bytes = [UInt8](name.utf8)
    if let known = numbers[bytes] { return known.value }
    key.set(bytes: bytes)
    let stored = try transaction.value(table, key, byteCount: 8) { $0.int64(at: 0) } ?? 0
    numbers[bytes] = (stored, false)
    return stored
  }

  /// Adds to the number of `name`. Over all products units may leave the range: there it stays at the end of it.
  func add(_ units: Int64, to name: String, in transaction: Transaction) throws(EngineError) {
    let (sum, overflow) = try value(name, in: transaction).addingReportingOverflow(units)
    numbers[[UInt8](name.utf8)] = (overflow ? (units > 0 ? .max : .min) : sum, true)
  }

  /// Writes what the batch has changed.
  func store(in transaction: WriteTransaction) throws(EngineError) {
    for name in numbers.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let number = numbers[name], number.isChanged else { continue }
      key.set(bytes: name)
      do throws(LMDBError) {
        try transaction.put(table, key, byteCount: 8) { $0.store(number.value, at: 0) }
      } catch {
        throw EngineError.state(error)
      }
      numbers[name] = (number.value, false)
    }
    // What many names have left behind is read again when it is needed.
    if numbers.count > 1024 { forget() }
  }

  /// Forgets everything that was not written: the batch was dropped.
  func forget() { numbers.removeAll(keepingCapacity: true) }
}
