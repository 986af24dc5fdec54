package import Inventory
internal import LMDB
package import Messages

/// The warehouses as the rules see them, kept until one of them changes.
package struct WarehouseDirectory: Sendable {
  /// Sequence of the last change of a warehouse that is in here.
  var version: UInt64 = .max
  /// All warehouses, in the order of their ids.
  package var warehouses: [ShippingWarehouse] = []
  /// The same, as they are stored.
  package var messages: [Warehouse] = []

  /// Where the warehouse with this id stands; nil if there is none.
  package func index(of id: String) -> Int? {
    var low = 0
    var high = warehouses.count
    while low < high {
      let middle = (low + high) / 2
      if identifierPrecedes(warehouses[middle].id, id) { low = middle + 1 } else { high = middle }
    }
    return low < warehouses.count && isSameIdentifier(warehouses[low].id, id) ? low : nil
  }
}

extension StateView {
  /// The warehouses, read anew where one has changed.
  package final func directory() throws(CallFailure) -> WarehouseDirectory {
    if warehouseDirectory.version != facts.lastWarehouseChange {
      var messages: [Warehouse] = []
      let ids = try reading { () throws(EngineError) in
        key.reset()
        return try stored { () throws(LMDBError) in
          var ids: [String] = []
          try transaction.forEach(tables.warehouses, prefix: key) { (name, _) throws(LMDBError) in
            ids.append(name.text())
            return true
          }
          return ids
        }
      }
      for id in ids {
        if let message = try warehouse(id) { messages.append(message) }
      }
      warehouseDirectory = WarehouseDirectory(
        version: facts.lastWarehouseChange, warehouses: messages.map { ShippingWarehouse($0) }, messages: messages)
    }
    return warehouseDirectory
  }

  /// Whether the warehouse takes new holds.
  package final func isActive(warehouse id: String) throws(CallFailure) -> Bool {
    let directory = try directory()
    guard let index = directory.index(of: id) else { return false }
    return directory.warehouses[index].isActive
  }

  /// All warehouses, in the order of their ids, with the units that they hold now.
  package final func loadedWarehouses() throws(CallFailure) -> [ShippingWarehouse] {
    var warehouses = try directory().warehouses
    for index in warehouses.indices where warehouses[index].dailyCapacity > 0 && warehouses[index].takesPart {
      warehouses[index].openReservedUnits = try reading { () throws(EngineError) in
        try load(ofWarehouse: warehouses[index].id)
      }
    }
    return warehouses
  }

  /// The id of what the entry with sequence `number` makes.
  final func reservationID(_ number: HoldNumber) -> String {
    "\(historyPrefix)-\(number)"
  }
}

extension ShippingWarehouse {
  /// A stored warehouse as the rules see it; its load and its timezone's offset are 0.
  package init(_ warehouse: Warehouse) {
    var capabilities: Capabilities = []
    for capability in warehouse.capabilities {
      switch capability {
      case .shipping: capabilities.insert(.shipping)
      case .receiving: capabilities.insert(.receiving)
      case .storage: capabilities.insert(.storage)
      case .pickup: capabilities.insert(.pickup)
      case .returns: capabilities.insert(.returns)
      default: break
      }
    }
    let rate = warehouse.shippingRate ?? Messages.ShippingRate()
    self.init(
      id: warehouse.warehouseID, coordinates: Coordinates(warehouse.address), priority: Int(warehouse.priority),
      isActive: warehouse.isActive, capabilities: capabilities, dailyCapacity: warehouse.dailyCapacity,
      cutOffMinutes: Int(warehouse.cutOffMinutes ?? defaultCutOffMinutes),
      handlingHours: Int(warehouse.handlingHours ?? defaultHandlingHours),
      rate: Inventory.ShippingRate(
        base: rate.baseMicros, perUnit: rate.perUnitMicros, perUnitKilometre: rate.perUnitKmMicros,
        currency: rate.currency))
  }
}

extension Coordinates {
  /// Where an address is; nil where it does not say.
  package init?(_ address: Address?) {
    guard let latitude = address?.latitude, let longitude = address?.longitude else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}

/// What a new warehouse has where it says nothing: 16:00, and a day.
let defaultCutOffMinutes: UInt32 = 960
let defaultHandlingHours: UInt32 = 24
