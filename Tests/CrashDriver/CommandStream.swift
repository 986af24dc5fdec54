import Engine
import Messages

/// Commands without end, each a function of a seed and its number alone: whoever knows a number can send it again.
struct CommandStream {
  static let warehouses = ["EAST", "MID", "NORTH", "WEST"]
  static let products = (0..<10).map { "P\($0)" }
  /// Commands that make warehouses, products and stock; those after them use it.
  static let setupCount = warehouses.count + products.count + 1

  let seed: UInt64

  /// The command of that number.
  func command(_ number: Int) throws -> Command {
    var generator = Numbers(seed: seed ^ UInt64(number) &* 0x9E6C_63D0_876A_68EE)
    let request = request(number, &generator)
    let hash = (0..<16).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    return try Command(
      request, caller: Caller(principal: "crash", role: .operator), commandID: Array("c\(number)".utf8),
      requestHash: hash)
  }

  private func request(_ number: Int, _ generator: inout Numbers) -> CommandRequest {
    var place = number
    if place < Self.warehouses.count {
      let id = Self.warehouses[place]
      return .createWarehouse(
        .init(
          warehouse: Warehouse(
            warehouseID: id, code: "C-\(id)", name: id,
            address: Address(latitude: 40 + Double(place), longitude: -80 - Double(place)))))
    }
    place -= Self.warehouses.count
    if place < Self.products.count {
      let id = Self.products[place]
      return .putProduct(.init(product: Product(productID: id, name: "Product \(id)", sku: "SKU-\(id)")))
    }
    if number < Self.setupCount { return .setStock(.init(settings: settings(&generator))) }
    let earlier = max(Self.setupCount, number - 1 - Int(generator.next() % 60))
    let order = Reference(type: .order, id: "O\(earlier)")
    switch generator.next() % 14 {
    case 0, 1: return .fulfill(.init(reference: order))
    case 2: return .release(.init(reference: order, reason: "changed their mind"))
    case 3:
      let lines = (0...Int(generator.next() % 4)).map { (line: Int) -> AdjustmentLine in
        AdjustmentLine(
          productID: product(&generator), warehouseID: Self.warehouses[line % 4],
          type: line % 2 == 0 ? .return : .damage, quantity: line % 2 == 0 ? 3 : -1)
      }
      return .adjustStock(.init(lines: lines, reason: "counted"))
    case 4:
      return .moveStock(
        .init(
          productID: product(&generator), fromWarehouseID: "EAST", toWarehouseID: "WEST",
          quantity: Int64(generator.next() % 5) + 1))
    // A record of many sectors.
    case 5: return .setStock(.init(settings: settings(&generator)))
    default:
      let items = (0...Int(generator.next() % 4)).map { _ -> OrderItem in
        OrderItem(productID: product(&generator), quantity: Int64(generator.next() % 4) + 1)
      }
      let isMore = generator.next() % 4 == 0
      return .reserve(
        ReserveRequest(
          reference: isMore ? order : Reference(type: .order, id: "O\(number)"), items: items,
          existing: .add))
    }
  }

  private func product(_ generator: inout Numbers) -> String {
    Self.products[Int(generator.next() % UInt64(Self.products.count))]
  }

  /// What every level has at least: plenty of most products, next to nothing of the last ones.
  private func settings(_ generator: inout Numbers) -> [StockSetting] {
    Self.products.enumerated().flatMap { number, product in
      Self.warehouses.map { warehouse in
        StockSetting(
          productID: product, warehouseID: warehouse, onHand: number < 7 ? 900 + Int64(generator.next() % 200) : 6)
      }
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Numbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension CommandOutcome {
  /// A number that two answers share only if they say the same (FNV-1a).
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ bytes: some Sequence<UInt8>) { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
    take(response)
    if let failure { take("\(failure.code) \(failure.message)".utf8) }
    return hash
  }
}
