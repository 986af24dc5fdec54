/// What a shipment from a warehouse costs: a base, so much a unit, and so much a unit and kilometre, in micros
/// (millionths of the unit of the currency).
package struct ShippingRate: Equatable, Sendable {
  /// Micros for the shipment itself, ≥ 0.
  package var base: Int64
  /// Micros a unit, ≥ 0.
  package var perUnit: Int64
  /// Micros a unit and kilometre, ≥ 0.
  package var perUnitKilometre: Int64
  /// The ISO 4217 code. Empty: no rate has been set, and the warehouse goes with any currency.
  package var currency: String

  /// A rate, as given: see ``isValid``.
  package init(base: Int64, perUnit: Int64, perUnitKilometre: Int64, currency: String) {
    self.base = base
    self.perUnit = perUnit
    self.perUnitKilometre = perUnitKilometre
    self.currency = currency
  }

  /// Whether no part is negative.
  package var isValid: Bool { base >= 0 && perUnit >= 0 && perUnitKilometre >= 0 }

  /// The cost in micros of one shipment of `units` over `metres`:
  /// `base + perUnit · units + perUnitKilometre · units · metres / 1000`, rounded up once.
  ///
  /// - Throws: ``InventoryError/overflow`` where it does not fit; ``InventoryError/outOfRange`` where a factor is negative.
  package func micros(units: Int64, metres: Int64) throws(InventoryError) -> Int64 {
    guard isValid, units >= 0, metres >= 0 else { throw .outOfRange }
    let kilometre = UInt128(perUnitKilometre) * UInt128(metres)
    let (carried, overflow) = kilometre.multipliedReportingOverflow(by: UInt128(units))
    // The other two terms stay far below what a 128-bit number has left beyond this limit.
    if overflow || carried > UInt128(Int64.max) * 1000 { throw .overflow }
    let micros = UInt128(base) + UInt128(perUnit) * UInt128(units) + (carried + 999) / 1000
    guard let fitting = Int64(exactly: micros) else { throw .overflow }
    return fitting
  }
}

/// Two warehouses of one call whose rates are in different currencies: their costs cannot be compared.
package struct CurrencyMismatch: Equatable, Sendable {
  /// Where the first warehouse with a currency stands in the caller's list.
  package var first: Int
  /// Where the first warehouse with another currency stands in the caller's list.
  package var second: Int
}

/// Collects the one currency of a call.
struct CommonCurrency {
  private(set) var code = ""
  private(set) var mismatch: CurrencyMismatch?
  private var holder = 0

  mutating func add(_ rate: ShippingRate, of warehouse: Int) {
    if rate.currency.isEmpty || mismatch != nil { return }
    if code.isEmpty {
      code = rate.currency
      holder = warehouse
    } else if code != rate.currency {
      mismatch = CurrencyMismatch(first: holder, second: warehouse)
    }
  }
}
