internal import LMDB

/// A key under construction that several closures share.
final class KeyBox {
  /// The key.
  var key = KeyBuffer()
}
