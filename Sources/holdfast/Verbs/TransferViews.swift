internal import Messages

extension View {
  /// Transfers as a table.
  static func transfers(_ transfers: [Transfer]) -> View {
    let table = Table(
      [
        .whole("TRANSFER"), .text("STATUS"), .text("FROM"), .text("TO"), .number("LINES", dropOrder: 2),
        .number("UNITS"), .number("RECEIVED", hidesWhenBlank: true), .number("ON THE WAY", hidesWhenBlank: true),
        .whole("EXPECTED", dropOrder: 1, hidesWhenBlank: true), .whole("MADE", dropOrder: 3),
      ],
      rows: transfers.map { transfer in
        [
          transfer.transferID, Words.phrase(transfer.status), source(of: transfer), transfer.toWarehouseID,
          Words.number(transfer.lines.count), Words.number(sum(transfer.lines.map(\.quantity))),
          Words.number(sum(transfer.lines.map(\.receivedQuantity))),
          Words.number(sum(transfer.lines.map(\.incomingQuantity))), Words.minute(transfer.expectedAt),
          Words.minute(transfer.createdAt),
        ]
      })
    return View([.table(table)], ids: transfers.map(\.transferID))
  }

  /// One transfer with its lines.
  static func transfer(_ transfer: Transfer) -> View {
    let facts = [
      Fact("Transfer", transfer.transferID), Fact("Status", Words.phrase(transfer.status)),
      Fact("From", source(of: transfer)), Fact("Purchase", transfer.purchaseReference),
      Fact("To", transfer.toWarehouseID), Fact("Reason", transfer.reason), Fact("Made", Words.time(transfer.createdAt)),
      Fact("Held until", Words.time(transfer.holdsExpireAt)), Fact("Shipped", Words.time(transfer.shippedAt)),
      Fact("Tracking", transfer.trackingNumber), Fact("Expected", Words.time(transfer.expectedAt)),
      Fact("Closed", Words.time(transfer.closedAt)),
    ]
    let lines = Table(
      [.text("PRODUCT"), .number("UNITS"), .number("RECEIVED"), .number("ON THE WAY")],
      rows: transfer.lines.map { line in
        [
          Words.product(line.productID, line.variantID), Words.number(line.quantity),
          Words.number(line.receivedQuantity), Words.number(line.incomingQuantity),
        ]
      })
    return View([.facts(facts), .table(lines)], ids: [transfer.transferID])
  }

  /// Discrepancies as a table.
  static func discrepancies(_ discrepancies: [Discrepancy]) -> View {
    let table = Table(
      [
        .whole("DISCREPANCY"), .text("PRODUCT"), .text("WAREHOUSE"), .number("SENT"), .number("RECEIVED"),
        .number("DIFFERENCE"), .text("STATUS"), .text("REASON", dropOrder: 1),
        .text("FOUND", dropOrder: 2, hidesWhenBlank: true), .text("TRANSFER", dropOrder: 3),
      ],
      rows: discrepancies.map { found in
        [
          found.discrepancyID, Words.product(found.productID, found.variantID), found.warehouseID,
          Words.number(found.expected), Words.number(found.received), Words.number(found.difference),
          Words.phrase(found.status), found.reason, found.resolution, found.transferID,
        ]
      })
    return View([.table(table)], ids: discrepancies.map(\.discrepancyID))
  }

  private static func source(of transfer: Transfer) -> String {
    transfer.fromWarehouseID.isEmpty ? "\(transfer.supplier) (supplier)" : transfer.fromWarehouseID
  }

  private static func sum(_ units: [Int64]) -> Int64 {
    units.reduce(0) { sum, next in
      let (result, overflow) = sum.addingReportingOverflow(next)
      return overflow ? .max : result
    }
  }
}
