package import CSystem
package import LMDB
internal import Synchronization

/// Levels and totals in memory, for reads of one row: a table that the writer alone updates, after it has committed, and
/// that any thread reads without a lock. What does not fit is read from LMDB.
///
/// `Sendable`, because every word that threads share is accessed atomically (see rows.h), and only the writer writes.
@safe
package final class ResidentLevels: @unchecked Sendable {
  private let table: UnsafeMutablePointer<rows_table>
  /// The sequence that the state has been committed up to: rows may be in place up to it, and are once it is published.
  private let committedSequence = Atomic<UInt64>(0)

  /// A table that takes at most `byteLimit` bytes; nil where the system does not give them.
  package init?(byteLimit: Int) {
    guard let table = unsafe rows_create(max(byteLimit, 1 << 20)) else { return nil }
    unsafe self.table = table
  }

  deinit { unsafe rows_destroy(table) }

  /// Rows in the table.
  package var count: UInt64 { unsafe rows_count(table) }

  /// Bytes of memory that they take.
  package var byteCount: UInt64 { unsafe rows_bytes(table) }

  /// The sequence that readers see: every row up to it is in place.
  @inline(__always)
  package var published: UInt64 { unsafe rows_published(table) }

  /// Reads the row of `key`; false where it is not resident.
  @inline(__always)
  package func get(_ key: borrowing KeyBuffer, into values: inout rows_values) -> Bool {
    unsafe key.bytes.withUnsafeBytes { bytes in unsafe rows_get(table, bytes.baseAddress, bytes.count, &values) }
  }

  /// Puts a row in place. For the writer alone.
  func put(_ key: RawSpan, _ row: LevelRow) {
    var values = rows_values(
      updated_at: row.updatedAt, on_hand: row.onHand, reserved: row.reserved, quarantined: row.quarantined,
      incoming: row.incoming, safety_stock: row.safetyStock, reorder_point: row.reorderPoint,
      reorder_quantity: row.reorderQuantity, version: Int64(bitPattern: row.version))
    _ = unsafe key.withUnsafeBytes { bytes in unsafe rows_put(table, bytes.baseAddress, bytes.count, &values) }
  }

  /// The sequence that the state has been committed up to; not less than ``published``.
  @inline(__always)
  package var committed: UInt64 { committedSequence.load(ordering: .acquiring) }

  /// Says that the state is committed up to `sequence`, before the first of its rows is put in place. For the writer alone.
  func commit(_ sequence: UInt64) { committedSequence.store(sequence, ordering: .releasing) }

  /// Says that readers now see `sequence`. For the writer alone.
  func publish(_ sequence: UInt64) { unsafe rows_publish(table, sequence) }
}
