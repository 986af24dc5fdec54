internal import Engine
internal import Inventory
package import Messages

/// SplitOrder: a plan that holds nothing.
extension QueryService {
  /// Plans from which warehouses an order ships.
  package func splitOrder(_ request: SplitOrderRequest) throws(CallFailure) -> SplitOrderResponse {
    var check = RequestCheck()
    check.items(request.items)
    check.address(request.shipTo, "ship_to")
    check.strategy(request.strategy)
    check.optionalIdentifier(request.pickupWarehouseID, "pickup_warehouse_id")
    try check.finish()
    let warehouses = try localWarehouses()
    let policy = try reader.policy()
    var (plan, refusals) = try plan(request.items, warehouses)
    if !refusals.isEmpty { throw CallFailure.notFound(refusals.map(\.message).joined(separator: "; "), refusals) }
    switch try plan.split(
      request.strategy, shipTo: request.shipTo, pickUp: request.pickupWarehouseID,
      allowsPartial: request.allowPartial, wholeLinesOnly: false, needsCosts: true, policy: policy)
    {
    case .plan(let split): return try response(split, request.items, warehouses, policy.delivery)
    case .currencies(let mismatch): throw mismatch.failure(warehouses)
    case .short(let lines):
      let refusals = zip(request.items, lines).filter { $0.1.unmet > 0 }.map { item, line in
        Refusal(
          productID: item.productID, variantID: item.variantID, warehouseID: item.warehouseID,
          requested: line.requested,
          available: line.available, reason: .notEnoughStock)
      }
      throw CallFailure.failedPrecondition(refusals.map(\.message).joined(separator: "; "), refusals)
    }
  }

  /// What is asked for and what there is; also what of it does not exist.
  private func plan(_ items: [OrderItem], _ warehouses: [ShippingWarehouse]) throws(CallFailure)
    -> (plan: OrderPlan, unknown: [Refusal])
  {
    var plan = OrderPlan(warehouses: warehouses)
    var unknown: [Refusal] = []
    var known: [(product: LevelKey, item: Int)] = []
    func number(_ product: LevelKey) throws(CallFailure) -> Int {
      if let same = known.first(where: { $0.product == product }) { return same.item }
      if product.variant.isEmpty {
        var parts: [(item: Int, quantity: Int64)] = []
        for component in try reader.components(of: product.product) {
          parts.append((try number(component.level(at: "")), component.quantity))
        }
        if !parts.isEmpty {
          let kit = plan.addKit(parts)
          known.append((product, kit))
          return kit
        }
      }
      let item = plan.addItem()
      known.append((product, item))
      let levels = try stocked(product, warehouses)
      if levels.isEmpty, let refusal = try reader.unknownPart(product) { unknown.append(refusal) }
      for (warehouse, available) in levels where warehouses[warehouse].isActive {
        plan.set(item: item, warehouse: warehouse, available: available)
      }
      return item
    }
    for item in items {
      let number = try number(LevelKey(product: item.productID, variant: item.variantID, warehouse: ""))
      var pinned: Int?
      if !item.warehouseID.isEmpty {
        pinned = warehouses.firstIndex { isSameIdentifier($0.id, item.warehouseID) }
        if pinned == nil { unknown.append(Refusal(warehouseID: item.warehouseID, reason: .unknownWarehouse)) }
      }
      plan.lines.append(OrderLine(item: number, quantity: item.quantity, pinnedWarehouse: pinned))
    }
    return (plan, unknown)
  }

  private func response(
    _ split: SplitPlan, _ items: [OrderItem], _ warehouses: [ShippingWarehouse], _ delivery: DeliveryPolicy
  ) throws(CallFailure) -> SplitOrderResponse {
    let messages = try reader.directory().messages
    let now = now
    var response = SplitOrderResponse()
    response.isProvenOptimal = split.isProvenOptimal
    response.totalCostMicros = split.costMicros
    response.currency = split.currency
    response.searchSteps = UInt64(clamping: split.steps)
    for shipment in split.shipments {
      let warehouse = warehouses[shipment.warehouse]
      let estimate: DeliveryEstimate
      do {
        estimate = try DeliveryEstimate(from: warehouse, now: now, metres: shipment.metres, policy: delivery)
      } catch {
        throw CallFailure.outOfRange("a time of delivery does not fit in 64 bits")
      }
      response.shipments.append(
        Messages.Shipment(
          warehouseID: warehouse.id, code: messages[shipment.warehouse].code,
          items: shipment.parts.map { part in
            ShipmentItem(
              productID: items[part.line].productID, variantID: items[part.line].variantID, quantity: part.quantity,
              itemIndex: UInt32(part.line))
          }, costMicros: shipment.costMicros, currency: warehouse.rate.currency, distanceMetres: shipment.metres,
          shipsAt: estimate.shipsAt, deliversAt: estimate.deliversAt))
    }
    for (index, line) in split.lines.enumerated() where line.unmet > 0 {
      response.unmet.append(
        UnmetItem(
          productID: items[index].productID, variantID: items[index].variantID, requested: line.requested,
          unmet: line.unmet, itemIndex: UInt32(index)))
    }
    return response
  }
}
