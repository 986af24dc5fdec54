internal import LMDB
package import Messages

/// What was sold and returned of a product through one channel on one day.
package struct DailySales: Sendable {
  /// Days since 1970, UTC.
  package var day: UInt32
  /// Units sold.
  package var sold: Int64
  /// Units that came back.
  package var returned: Int64
}

extension Reader {
  /// Walks the daily sales of a product and variant, a channel after the other in their order, each by days.
  ///
  /// - Parameters:
  ///   - channel: only this one, empty = sales that name none; nil = all.
  ///   - days: days since 1970.
  ///   - budget: how many rows may still be looked at; what is looked at is taken off.
  ///   - body: is given the channel and a day on which something was sold or came back.
  /// - Returns: whether the budget was enough.
  package func forEachSale(
    product: String, variant: String, channel: String?, days: Range<UInt32>, budget: inout Int,
    _ body: (String, DailySales) -> Void
  ) throws(CallFailure) -> Bool {
    do throws(LMDBError) {
      return try walk(product, variant, channel, days, &budget, body)
    } catch {
      fault = .state(error)
      throw EngineError.state(error).callFailure
    }
  }

  private func walk(
    _ product: String, _ variant: String, _ only: String?, _ days: Range<UInt32>,
    _ budget: inout Int,
    _ body: (String, DailySales) -> Void
  ) throws(LMDBError) -> Bool {
    var prefix = KeyBuffer()
    prefix.set(level: product, variant, "")
    let length = prefix.count
    var cursor = try Cursor(transaction, tables.sales)
    var next = KeyBuffer()
    if let only {
      next.set(
        salesOf: LevelKey(product: product, variant: variant, warehouse: ""), channel: only,
        day: days.lowerBound)
      prefix.append(utf8: only)
      prefix.append(byte: 0)
    } else {
      next.append(bytes: prefix.bytes)
    }
    var found = try cursor.seek(next)
    while found, cursor.key.starts(with: prefix.bytes) {
      guard budget > 0 else { return false }
      budget -= 1
      // product ␀ variant ␀ channel ␀ day
      let channelEnd = cursor.key.byteCount - 5
      guard channelEnd >= length, cursor.value.byteCount == 16 else {
        found = try cursor.next()
        continue
      }
      let day = cursor.key.bigEndianUInt32(at: cursor.key.byteCount - 4)
      if days.contains(day) {
        let sales = DailySales(
          day: day, sold: cursor.value.int64(at: 0), returned: cursor.value.int64(at: 8))
        body(cursor.key.extracting(length..<channelEnd).text(), sales)
        found = try cursor.next()
      } else {
        // To the first day of this channel, or past its last: no identifier holds a control character.
        next.reset()
        next.append(bytes: cursor.key.extracting(0..<channelEnd))
        if day < days.lowerBound {
          next.append(byte: 0)
          next.append(bigEndian: days.lowerBound)
        } else {
          next.append(byte: 1)
        }
        found = try cursor.seek(next)
      }
    }
    return true
  }
}
