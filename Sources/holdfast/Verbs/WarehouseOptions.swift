internal import ArgumentParser
internal import Messages

/// What can be said of a warehouse, at its creation and later.
struct WarehouseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Its name for people.", valueName: "text")) var name: String?
  @Option(help: ArgumentHelp("Street and house number.", valueName: "text")) var street: String?
  @Option(help: ArgumentHelp("Town.", valueName: "text")) var city: String?
  @Option(help: ArgumentHelp("State, province or region.", valueName: "text")) var state: String?
  @Option(name: .customLong("postal-code"), help: ArgumentHelp("Postal code.", valueName: "code")) var postalCode:
    String?
  @Option(help: ArgumentHelp("Country, such as US.", valueName: "country")) var country: String?
  @Option(help: ArgumentHelp("Coordinates, such as 41.88,-87.63.", valueName: "latitude,longitude"))
  var at: PlaceArgument?
  @Option(help: ArgumentHelp("IANA timezone, such as America/Chicago.", valueName: "zone")) var timezone: String?
  @Option(help: ArgumentHelp("0 to 10, higher is preferred.", valueName: "number")) var priority: UInt32?
  @Option(name: .customLong("capability"), help: "What it can do; may be given again.")
  var capabilities: [Choice<Capability>] = []
  @Option(
    name: .customLong("daily-capacity"),
    help: ArgumentHelp("Units it can ship a day; 0 = unlimited.", valueName: "units"))
  var dailyCapacity: Int64?
  @Option(
    name: .customLong("cut-off"), help: ArgumentHelp("Orders before this are handled the same day.", valueName: "hh:mm")
  )
  var cutOff: TimeOfDayArgument?
  @Option(name: .customLong("handling-hours"), help: ArgumentHelp("Hours until goods leave.", valueName: "hours"))
  var handlingHours: UInt32?
  @Option(name: .customLong("rate"), help: ArgumentHelp("What a shipment costs.", valueName: "amount"))
  var base: MoneyArgument?
  @Option(name: .customLong("rate-unit"), help: ArgumentHelp("What each unit costs.", valueName: "amount"))
  var perUnit: MoneyArgument?
  @Option(
    name: .customLong("rate-unit-km"), help: ArgumentHelp("What each unit and kilometre costs.", valueName: "amount"))
  var perUnitKilometre: MoneyArgument?
  @Option(help: ArgumentHelp("Currency of the rates, such as USD.", valueName: "code")) var currency: String?

  /// Puts what was said into `warehouse`, and tells which fields of it that were, by their names in the schema.
  func apply(to warehouse: inout Warehouse) -> [String] {
    var mask: [String] = []
    func set<Value>(_ value: Value?, _ field: String, _ path: WritableKeyPath<Warehouse, Value>) {
      guard let value else { return }
      warehouse[keyPath: path] = value
      mask.append(field)
    }
    set(name, "name", \.name)
    set(timezone, "timezone", \.timezone)
    set(priority, "priority", \.priority)
    set(capabilities.isEmpty ? nil : capabilities.map(\.value), "capabilities", \.capabilities)
    set(dailyCapacity, "daily_capacity", \.dailyCapacity)
    set(cutOff.map { .some($0.minutes) }, "cut_off_minutes", \.cutOffMinutes)
    set(handlingHours.map { .some($0) }, "handling_hours", \.handlingHours)
    if let address = address(changing: warehouse.address) { set(.some(address), "address", \.address) }
    if let rate = rate(changing: warehouse.shippingRate) { set(.some(rate), "shipping_rate", \.shippingRate) }
    return mask
  }

  private func address(changing old: Address?) -> Address? {
    let isSaid = [street, city, state, postalCode, country].contains { $0 != nil } || at != nil
    guard isSaid else { return nil }
    return Address(
      street: street ?? old?.street ?? "", city: city ?? old?.city ?? "", state: state ?? old?.state ?? "",
      postalCode: postalCode ?? old?.postalCode ?? "", country: country ?? old?.country ?? "",
      latitude: at?.latitude ?? old?.latitude, longitude: at?.longitude ?? old?.longitude)
  }

  private func rate(changing old: ShippingRate?) -> ShippingRate? {
    guard base != nil || perUnit != nil || perUnitKilometre != nil || currency != nil else { return nil }
    return ShippingRate(
      baseMicros: base?.micros ?? old?.baseMicros ?? 0, perUnitMicros: perUnit?.micros ?? old?.perUnitMicros ?? 0,
      perUnitKmMicros: perUnitKilometre?.micros ?? old?.perUnitKmMicros ?? 0,
      currency: currency ?? old?.currency ?? "")
  }
}
