internal import CLMDB

/// A table of an environment: sorted keys, each with one value.
///
/// Made by ``WriteTransaction/open(table:create:)`` or ``Environment/openTable(_:)``; good for every transaction of
/// that environment that begins, or is renewed, after the one that opened it committed.
package struct Table: Sendable, Hashable {
  let identifier: MDB_dbi
}
