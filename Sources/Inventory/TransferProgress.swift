/// How far one line of a transfer has got, in units, each ≥ 0.
///
/// What holds at all times from the moment it is on its way: `received + incoming + missing = sent + surplus`, where at most
/// one of `missing` and `surplus` is not 0, and a surplus leaves nothing incoming.
package struct TransferProgress: Equatable, Sendable {
  /// Units that were sent, ≥ 1.
  package var sent: Int64
  /// Units that arrived so far.
  package var received: Int64
  /// Units still on their way.
  package var incoming: Int64

  /// A line of which `sent` units are on their way.
  package init(sent: Int64, received: Int64 = 0, incoming: Int64) {
    self.sent = sent
    self.received = received
    self.incoming = incoming
  }

  /// received − sent.
  package var difference: Int64 { received &- sent }

  /// Whether nothing more is expected.
  package var isAccountedFor: Bool { incoming == 0 }

  /// Takes `units` ≥ 0 that arrived. More than was on its way is taken as well: what is on its way never falls below 0.
  ///
  /// - Returns: by how much `incoming` went down.
  /// - Throws: ``InventoryError/overflow`` where what arrived does not fit; ``InventoryError/outOfRange`` below 0.
  package mutating func receive(_ units: Int64) throws(InventoryError) -> Int64 {
    guard units >= 0 else { throw .outOfRange }
    let total = try received.adding(units)
    let expected = min(units, incoming)
    received = total
    incoming -= expected
    return expected
  }

  /// Nothing more is to come.
  ///
  /// - Returns: the units that were still on their way, and are missing.
  package mutating func close() -> Int64 {
    let missing = incoming
    incoming = 0
    return missing
  }
}
