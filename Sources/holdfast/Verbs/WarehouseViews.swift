internal import Messages

extension View {
  /// Warehouses as a table.
  static func warehouses(_ warehouses: [Warehouse]) -> View {
    let table = Table(
      [
        .text("WAREHOUSE"), .text("CODE", dropOrder: 6), .text("NAME"), .text("CITY"), .text("COUNTRY", dropOrder: 3),
        .text("ACTIVE"), .number("PRIORITY"), .number("CAPACITY", dropOrder: 1), .text("CUT-OFF", dropOrder: 2),
        .text("TIMEZONE", dropOrder: 5), .text("CAPABILITIES", dropOrder: 4),
      ],
      rows: warehouses.map { warehouse in
        [
          warehouse.warehouseID, warehouse.code, warehouse.name, warehouse.address?.city ?? "",
          warehouse.address?.country ?? "", warehouse.isActive ? "yes" : "no", "\(warehouse.priority)",
          capacity(warehouse), cutOff(warehouse), warehouse.timezone, capabilities(warehouse),
        ]
      })
    return View([.table(table)], ids: warehouses.map(\.warehouseID))
  }

  /// One warehouse with all that is said of it.
  static func warehouse(_ warehouse: Warehouse) -> View {
    let address = warehouse.address
    let town = [address?.postalCode, address?.city, address?.state, address?.country]
    let parts = [address?.street ?? "", town.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")]
    var place = ""
    if let latitude = address?.latitude, let longitude = address?.longitude {
      place = "\(Words.decimal(latitude, digits: 4)), \(Words.decimal(longitude, digits: 4))"
    }
    let facts = [
      Fact("Warehouse", warehouse.warehouseID), Fact("Code", warehouse.code), Fact("Name", warehouse.name),
      Fact("Address", parts.filter { !$0.isEmpty }.joined(separator: ", ")), Fact("Coordinates", place),
      Fact("Timezone", warehouse.timezone), Fact("Active", warehouse.isActive ? "yes" : "no"),
      Fact("Priority", "\(warehouse.priority)"), Fact("Capabilities", capabilities(warehouse)),
      Fact("Daily capacity", capacity(warehouse)), Fact("Cut-off", cutOff(warehouse)),
      Fact("Handling", warehouse.handlingHours.map { "\($0) h" } ?? ""), Fact("Shipping rate", rate(warehouse)),
      Fact("Made", Words.time(warehouse.createdAt)), Fact("Changed", Words.time(warehouse.updatedAt)),
    ]
    return View([.facts(facts)], ids: [warehouse.warehouseID])
  }

  /// A ranking: scores, then what they are made of.
  static func candidates(_ candidates: [WarehouseCandidate]) -> View {
    let ranking = Table(
      [
        .number("#"), .text("WAREHOUSE"), .number("SCORE"), .number("AVAILABLE"), .number("DISTANCE"), .number("COST"),
        .text("SHIPS", dropOrder: 2), .whole("DELIVERS", dropOrder: 1),
      ],
      rows: candidates.enumerated().map { index, candidate in
        [
          "\(index + 1)", candidate.warehouseID, Words.decimal(candidate.score), Words.number(candidate.available),
          Words.kilometres(candidate.distanceMetres), Words.money(candidate.costMicros, candidate.currency),
          Words.minute(candidate.shipsAt), Words.minute(candidate.deliversAt),
        ]
      })
    let parts = Table(
      [
        .number("#"), .text("WAREHOUSE"), .number("SCORE"), .number("= BASE"), .number("DISTANCE"),
        .number("AVAILABILITY"), .number("PRIORITY"), .number("CAPACITY"),
      ],
      rows: candidates.enumerated().map { index, candidate in
        let parts = candidate.parts ?? ScoreParts()
        return [
          "\(index + 1)", candidate.warehouseID, Words.decimal(candidate.score), Words.decimal(parts.base),
          Words.signed(parts.distance), Words.signed(parts.availability), Words.signed(parts.priority),
          Words.signed(parts.utilization),
        ]
      })
    return View([.table(ranking), .table(parts)], ids: candidates.map(\.warehouseID))
  }

  /// A plan: one row an item of each shipment, then what is short, then the sum.
  static func plan(_ plan: SplitOrderResponse) -> View {
    let shipments = Table(
      [
        .text("WAREHOUSE"), .text("PRODUCT"), .text("VARIANT", hidesWhenBlank: true), .number("QUANTITY"),
        .number("DISTANCE", dropOrder: 2), .number("COST"), .text("SHIPS", dropOrder: 3),
        .whole("DELIVERS", dropOrder: 1),
      ],
      rows: plan.shipments.flatMap { shipment in
        shipment.items.enumerated().map { index, item in
          // What is the shipment's stands in its first row.
          let isFirst = index == 0
          return [
            isFirst ? shipment.warehouseID : "", item.productID, item.variantID, Words.number(item.quantity),
            isFirst ? Words.kilometres(shipment.distanceMetres) : "",
            isFirst ? Words.money(shipment.costMicros, shipment.currency) : "",
            isFirst ? Words.minute(shipment.shipsAt) : "", isFirst ? Words.minute(shipment.deliversAt) : "",
          ]
        }
      })
    let unmet = Table(
      [.text("SHORT"), .text("VARIANT", hidesWhenBlank: true), .number("ASKED FOR"), .number("MISSING")],
      rows: plan.unmet.map { [$0.productID, $0.variantID, Words.number($0.requested), Words.number($0.unmet)] })
    let shipmentCount = Words.count(plan.shipments.count, "shipment")
    let sum = "\(shipmentCount), \(Words.money(plan.totalCostMicros, plan.currency)) in all"
    let proof = plan.isProvenOptimal ? "no better plan exists" : "not proven to be the best"
    return View(
      [.table(shipments), .table(unmet), .line(""), .line("\(sum); \(proof).")], ids: plan.shipments.map(\.warehouseID))
  }

  private static func capacity(_ warehouse: Warehouse) -> String {
    warehouse.dailyCapacity == 0 ? "unlimited" : Words.number(warehouse.dailyCapacity)
  }

  private static func capabilities(_ warehouse: Warehouse) -> String {
    warehouse.capabilities.map { Words.phrase($0) }.joined(separator: " ")
  }

  private static func cutOff(_ warehouse: Warehouse) -> String {
    guard let minutes = warehouse.cutOffMinutes else { return "" }
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  private static func rate(_ warehouse: Warehouse) -> String {
    guard let rate = warehouse.shippingRate else { return "" }
    return "\(Words.exactMoney(rate.baseMicros, rate.currency)) + \(Words.exactMoney(rate.perUnitMicros)) a unit + "
      + "\(Words.exactMoney(rate.perUnitKmMicros)) a unit and km"
  }
}

extension Words {
  /// An instant without its seconds.
  static func minute(_ microseconds: Int64) -> String {
    let text = time(microseconds)
    return text.count > 4 ? text.dropLast(4) + "Z" : text
  }

  /// A part of a sum, with its sign.
  static func signed(_ value: Double) -> String {
    let text = decimal(value)
    return text.hasPrefix("-") ? text : "+" + text
  }
}
