/// What the rules refuse to compute.
@usableFromInline
package enum InventoryError: Error, Equatable, Sendable {
  /// A result does not fit 64 bits (or, in a search, the sums that it compares do not).
  case overflow
  /// An argument is outside what the function documents: an index, a quantity, a rate, the shape of a table.
  case outOfRange
}

extension Int64 {
  /// The sum of two quantities.
  ///
  /// - Throws: ``InventoryError/overflow`` where it does not fit.
  @inlinable @inline(__always)
  package func adding(_ other: Int64) throws(InventoryError) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw .overflow }
    return sum
  }

  /// The difference of two quantities.
  ///
  /// - Throws: ``InventoryError/overflow`` where it does not fit.
  @inlinable @inline(__always)
  package func subtracting(_ other: Int64) throws(InventoryError) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    if overflow { throw .overflow }
    return difference
  }

  /// The product of a quantity and a factor.
  ///
  /// - Throws: ``InventoryError/overflow`` where it does not fit.
  @inlinable @inline(__always)
  package func multiplying(by factor: Int64) throws(InventoryError) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    if overflow { throw .overflow }
    return product
  }

  /// The sum of two quantities ≥ 0, or the largest quantity there is: for totals that are only compared with what is asked.
  @inlinable @inline(__always)
  package func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
