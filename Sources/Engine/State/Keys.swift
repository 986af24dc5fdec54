package import LMDB
package import Messages

/// How keys are written. Identifiers hold no control characters, so a zero byte ends one and keeps the order.
extension KeyBuffer {
  /// product ␀ variant ␀ warehouse.
  package mutating func set(level key: LevelKey) {
    set(level: key.product, key.variant, key.warehouse)
  }

  /// product ␀ variant ␀ warehouse.
  mutating func set(level product: String, _ variant: String, _ warehouse: String) {
    reset()
    append(utf8: product)
    append(byte: 0)
    append(utf8: variant)
    append(byte: 0)
    append(utf8: warehouse)
  }

  /// product ␀: in front of all levels of a product.
  mutating func set(product: String) {
    reset()
    append(utf8: product)
    append(byte: 0)
  }

  /// component's product ␀ kit's product.
  mutating func set(kit: String, ofComponent product: String) {
    set(product: product)
    append(utf8: kit)
  }

  /// warehouse ␀ product ␀ variant.
  mutating func set(byWarehouse key: LevelKey) {
    reset()
    append(utf8: key.warehouse)
    append(byte: 0)
    append(utf8: key.product)
    append(byte: 0)
    append(utf8: key.variant)
  }

  /// The key's bytes, copied.
  package var copied: [UInt8] { bytes.array }

  /// In front of all holds of a reference, in the index of references.
  package static func reference(_ reference: Reference) -> KeyBuffer {
    var key = KeyBuffer()
    key.set(reference: reference)
    return key
  }

  /// In front of all holds of a product, of a variant, or of a level, in the index of levels.
  package static func holds(_ stock: ReservationStockFilter) -> KeyBuffer {
    var key = KeyBuffer()
    key.set(product: stock.productID)
    if !stock.variantID.isEmpty || !stock.warehouseID.isEmpty {
      key.append(utf8: stock.variantID)
      key.append(byte: 0)
    }
    if !stock.warehouseID.isEmpty {
      key.append(utf8: stock.warehouseID)
      key.append(byte: 0)
    }
    return key
  }

  /// These bytes.
  mutating func set(bytes: [UInt8]) {
    reset()
    unsafe append(bytes: bytes.span.bytes)
  }

  /// A text alone.
  mutating func set(text: String) {
    reset()
    append(utf8: text)
  }

  /// A number: the sequence of the entry that made a transfer, a discrepancy or a review.
  mutating func set(number: UInt64) {
    reset()
    append(bigEndian: number)
  }

  /// number of a transfer, place of a line.
  mutating func set(transfer number: UInt64, line: Int) {
    set(number: number)
    append(bigEndian: UInt32(truncatingIfNeeded: line))
  }

  /// status, number of a transfer.
  mutating func set(status: TransferStatus, transfer number: UInt64) {
    reset()
    append(byte: UInt8(truncatingIfNeeded: status.rawValue))
    append(bigEndian: number)
  }

  /// warehouse ␀ number of a transfer.
  mutating func set(warehouse: String, transfer number: UInt64) {
    reset()
    append(utf8: warehouse)
    append(byte: 0)
    append(bigEndian: number)
  }

  /// number of a transfer, number of a discrepancy.
  mutating func set(transfer: UInt64, discrepancy number: UInt64) {
    set(number: transfer)
    append(bigEndian: number)
  }

  /// warehouse ␀ last counted, product ␀ variant.
  mutating func set(countOf key: LevelKey, at time: Int64) {
    reset()
    append(utf8: key.warehouse)
    append(byte: 0)
    append(bigEndian: time)
    append(utf8: key.product)
    append(byte: 0)
    append(utf8: key.variant)
  }

  /// In front of all transfers with a status, in the index of statuses.
  package static func transfers(_ status: TransferStatus) -> KeyBuffer {
    var key = KeyBuffer()
    key.append(byte: UInt8(truncatingIfNeeded: status.rawValue))
    return key
  }

  /// warehouse ␀: in front of all that an index keeps of a warehouse.
  package static func warehouse(_ id: String) -> KeyBuffer {
    var key = KeyBuffer()
    key.append(utf8: id)
    key.append(byte: 0)
    return key
  }

  /// This number.
  package static func number(_ number: UInt64) -> KeyBuffer {
    var key = KeyBuffer()
    key.append(bigEndian: number)
    return key
  }

  /// The number of a hold.
  mutating func set(hold number: HoldNumber) {
    reset()
    append(bigEndian: number)
  }

  /// type, id ␀: in front of all holds of a reference.
  mutating func set(reference: Reference) {
    reset()
    append(byte: UInt8(truncatingIfNeeded: reference.type.rawValue))
    append(utf8: reference.id)
    append(byte: 0)
  }

  /// type, id ␀ number.
  mutating func set(reference: Reference, hold number: HoldNumber) {
    set(reference: reference)
    append(bigEndian: number)
  }

  /// product ␀ variant ␀ warehouse ␀: in front of all holds of a level.
  mutating func set(holdsOf key: LevelKey) {
    set(level: key)
    append(byte: 0)
  }

  /// product ␀ variant ␀ warehouse ␀ expiry, number.
  mutating func set(holdsOf key: LevelKey, expiresAt: Int64, hold number: HoldNumber) {
    set(holdsOf: key)
    append(bigEndian: expiryOrder(expiresAt))
    append(bigEndian: number)
  }

  /// expiry, number.
  mutating func set(expiresAt: Int64, hold number: HoldNumber) {
    reset()
    append(bigEndian: expiryOrder(expiresAt))
    append(bigEndian: number)
  }

  /// product ␀ variant ␀ channel ␀ day.
  mutating func set(salesOf key: LevelKey, channel: String, day: UInt32) {
    set(level: key.product, key.variant, channel)
    append(byte: 0)
    append(bigEndian: day)
  }

  /// principal ␀ command id.
  mutating func set(principal: String, commandID: [UInt8]) {
    reset()
    append(utf8: principal)
    append(byte: 0)
    unsafe append(bytes: commandID.span.bytes)
  }

  /// time, sequence.
  mutating func set(time: Int64, sequence: UInt64) {
    reset()
    append(bigEndian: time)
    append(bigEndian: sequence)
  }
}

/// An expiry as keys order it: what never expires comes last.
func expiryOrder(_ expiresAt: Int64) -> Int64 { expiresAt == 0 ? .max : expiresAt }

extension RawSpan {
  /// The parts of a key that zero bytes divide, from `offset` on; the last one goes on to the end.
  package func parts(from offset: Int = 0) -> [String] {
    var parts: [String] = []
    var start = offset
    for place in offset..<byteCount where uint8(at: place) == 0 {
      parts.append(extracting(start..<place).text())
      start = place + 1
    }
    parts.append(extracting(start..<byteCount).text())
    return parts
  }
}

/// The number of what the service made, from its id `<history>-<number>`; nil if it is not of that form.
func holdNumber(of reservationID: String) -> HoldNumber? {
  guard let dash = reservationID.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
  return HoldNumber(reservationID[reservationID.utf8.index(after: dash)...])
}
