internal import Messages

extension SampleData {
  /// Ten warehouses in five countries, the last a shop where customers collect.
  static let warehouses: [Warehouse] = [
    place(
      "DC-CHI", "Chicago", "60638", "IL", "US", 41.7745, -87.7390, "America/Chicago", 9, 5000, (4.5, 0.35, 0.00008)),
    place("DC-DAL", "Dallas", "75261", "TX", "US", 32.8998, -97.0403, "America/Chicago", 7, 4000, (4.2, 0.3, 0.00009)),
    place(
      "DC-LAX", "Los Angeles", "90810", "CA", "US", 33.8166, -118.2240, "America/Los_Angeles", 8, 6000,
      (5.2, 0.4, 0.00007)),
    place(
      "DC-ATL", "Atlanta", "30336", "GA", "US", 33.7367, -84.5639, "America/New_York", 7, 3500, (4.1, 0.3, 0.00009)),
    place(
      "DC-NYC", "Newark", "07114", "NJ", "US", 40.7089, -74.1555, "America/New_York", 8, 4500, (5.8, 0.45, 0.00007)),
    place(
      "DC-SEA", "Seattle", "98188", "WA", "US", 47.4502, -122.3088, "America/Los_Angeles", 5, 2500, (4.9, 0.35, 0.00008)
    ),
    place(
      "DC-TOR", "Toronto", "L5S 1T9", "ON", "CA", 43.6777, -79.6248, "America/Toronto", 6, 2500, (5.5, 0.4, 0.00009)),
    place("DC-LON", "London", "TW6 2GW", "", "GB", 51.4700, -0.4543, "Europe/London", 6, 3000, (6.1, 0.45, 0.00010)),
    place("DC-BER", "Berlin", "12529", "", "DE", 52.3667, 13.5033, "Europe/Berlin", 5, 3000, (5.9, 0.4, 0.00010)),
    shop,
  ]

  private static let shop: Warehouse = {
    var shop = place(
      "ST-NYC", "New York", "10001", "NY", "US", 40.7506, -73.9972, "America/New_York", 3, 200, (7.5, 0.6, 0.00012))
    shop.name = "New York shop"
    shop.capabilities = [.shipping, .storage, .pickup, .returns]
    shop.cutOffMinutes = 12 * 60
    shop.handlingHours = 4
    return shop
  }()

  private static func place(
    _ id: String, _ city: String, _ postalCode: String, _ state: String, _ country: String, _ latitude: Double,
    _ longitude: Double, _ timezone: String, _ priority: UInt32, _ capacity: Int64, _ rate: (Double, Double, Double)
  ) -> Warehouse {
    func micros(_ amount: Double) -> Int64 { Int64((amount * 1_000_000).rounded()) }
    return Warehouse(
      warehouseID: id, code: id, name: "\(city) distribution centre",
      address: Address(
        city: city, state: state, postalCode: postalCode, country: country, latitude: latitude, longitude: longitude),
      timezone: timezone, priority: priority, capabilities: [.shipping, .receiving, .storage, .returns],
      dailyCapacity: capacity, cutOffMinutes: 15 * 60, handlingHours: 12,
      shippingRate: ShippingRate(
        baseMicros: micros(rate.0), perUnitMicros: micros(rate.1), perUnitKmMicros: micros(rate.2), currency: "USD"))
  }
}
