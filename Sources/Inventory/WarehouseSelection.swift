/// A warehouse that could ship the whole of what is asked, and how it would.
package struct WarehouseCandidate: Equatable, Sendable {
  /// Where it stands in the caller's list.
  package var warehouse: Int
  /// Its score.
  package var score: WarehouseScore
  /// Units available there.
  package var available: Int64
  /// Whole metres to the destination; nil: unknown.
  package var metres: Int64?
  /// What the shipment costs, in micros of the common currency; an unknown distance counts 0 metres.
  package var costMicros: Int64
  /// When it would leave and arrive.
  package var delivery: DeliveryEstimate
}

/// What became of a selection.
package enum WarehouseSelection: Equatable, Sendable {
  /// The candidates, the best first; empty: no warehouse that takes part has enough.
  case ranked([WarehouseCandidate])
  /// The candidates' rates are in different currencies.
  case currencies(CurrencyMismatch)
}

/// Ranks the warehouses that could ship `quantity` (> 0) units at once: active ones with SHIPPING and enough available.
/// The best score comes first; ties go by warehouse id.
///
/// - Parameters:
///   - available: units available at each of `warehouses`.
///   - shipTo: the destination; nil: unknown.
///   - now: UTC microseconds.
/// - Throws: ``InventoryError/overflow`` where a cost or a time does not fit; ``InventoryError/outOfRange`` for an argument
///   out of range.
package func selectWarehouses(
  quantity: Int64, warehouses: [ShippingWarehouse], available: [Int64], shipTo: Coordinates?,
  weights: ScoringWeights = ScoringWeights(), delivery policy: DeliveryPolicy = DeliveryPolicy(), now: Int64
) throws(InventoryError) -> WarehouseSelection {
  guard quantity > 0, available.count == warehouses.count, weights.isValid else { throw .outOfRange }
  var currency = CommonCurrency()
  var candidates: [WarehouseCandidate] = []
  for (index, warehouse) in warehouses.enumerated() where warehouse.takesPart && available[index] >= quantity {
    currency.add(warehouse.rate, of: index)
    let metres = warehouse.metres(to: shipTo)
    candidates.append(
      WarehouseCandidate(
        warehouse: index,
        score: WarehouseScore(
          of: warehouse, metres: metres, available: available[index], quantity: quantity, weights: weights),
        available: available[index], metres: metres,
        costMicros: try warehouse.rate.micros(units: quantity, metres: metres ?? 0),
        delivery: try DeliveryEstimate(from: warehouse, now: now, metres: metres, policy: policy)))
  }
  if let mismatch = currency.mismatch { return .currencies(mismatch) }
  candidates.sort { left, right in
    let (first, second) = (left.score.total, right.score.total)
    if first != second { return first > second }
    return identifierPrecedes(warehouses[left.warehouse].id, warehouses[right.warehouse].id)
  }
  return .ranked(candidates)
}
