/// What can be done at a warehouse.
package struct Capabilities: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Goods leave from here to customers.
  package static let shipping = Capabilities(rawValue: 1 << 0)
  /// Goods come in here.
  package static let receiving = Capabilities(rawValue: 1 << 1)
  /// Goods are kept here.
  package static let storage = Capabilities(rawValue: 1 << 2)
  /// Customers fetch goods here.
  package static let pickup = Capabilities(rawValue: 1 << 3)
  /// Customers bring goods back here.
  package static let returns = Capabilities(rawValue: 1 << 4)
}

/// The facts about a warehouse that scoring, splitting and delivery estimates look at.
package struct ShippingWarehouse: Equatable, Sendable {
  /// The warehouse's id; its UTF-8 bytes break ties.
  package var id: String
  /// Where it stands; nil: unknown.
  package var coordinates: Coordinates?
  /// 0 to 10, higher is preferred.
  package var priority: Int
  /// Whether new holds may be made here.
  package var isActive: Bool
  /// What can be done here.
  package var capabilities: Capabilities
  /// Units that it can ship a day; 0: unlimited.
  package var dailyCapacity: Int64
  /// The cut-off, in minutes after local midnight, 0 to 1,440. 0: whatever comes waits for the next day; 1,440: nothing does.
  package var cutOffMinutes: Int
  /// Hours from the start of handling until the goods leave.
  package var handlingHours: Int
  /// What a shipment costs.
  package var rate: ShippingRate
  /// Units in open reservations here.
  package var openReservedUnits: Int64
  /// How far local time is ahead of UTC, in seconds, now.
  package var utcOffsetSeconds: Int

  /// A warehouse; whatever is left out is what a new warehouse begins with.
  package init(
    id: String, coordinates: Coordinates? = nil, priority: Int = 0, isActive: Bool = true,
    capabilities: Capabilities = [.shipping], dailyCapacity: Int64 = 0, cutOffMinutes: Int = 0,
    handlingHours: Int = 0,
    rate: ShippingRate = ShippingRate(base: 0, perUnit: 0, perUnitKilometre: 0, currency: ""),
    openReservedUnits: Int64 = 0, utcOffsetSeconds: Int = 0
  ) {
    self.id = id
    self.coordinates = coordinates
    self.priority = priority
    self.isActive = isActive
    self.capabilities = capabilities
    self.dailyCapacity = dailyCapacity
    self.cutOffMinutes = cutOffMinutes
    self.handlingHours = handlingHours
    self.rate = rate
    self.openReservedUnits = openReservedUnits
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// Whether orders may be shipped from here: active, and SHIPPING.
  package var takesPart: Bool { isActive && capabilities.contains(.shipping) }

  /// Open reserved units over daily capacity, clamped to 0…1; 0 where capacity is unlimited.
  package var utilization: Double {
    guard dailyCapacity > 0 else { return 0 }
    return min(1, max(0, Double(openReservedUnits) / Double(dailyCapacity)))
  }

  /// Whole metres to `shipTo`; nil where either place is unknown.
  package func metres(to shipTo: Coordinates?) -> Int64? {
    guard let coordinates, let shipTo else { return nil }
    return coordinates.metres(to: shipTo)
  }
}
