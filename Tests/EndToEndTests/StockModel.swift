import HoldfastClient

/// One command or query as its caller saw it end.
struct Answered: Sendable {
  /// What was asked and what was answered.
  enum Call: Sendable {
    case reserve(ReserveRequest, Result<ReserveResponse, HoldfastError>)
    case convert(ConvertReservationRequest, ConvertReservationResponse)
    case fulfill(FulfillRequest, FulfillResponse)
    case release(ReleaseRequest, ReleaseResponse)
    case adjust(AdjustStockRequest, Result<AdjustStockResponse, HoldfastError>)
    /// All levels of one product, from one snapshot.
    case look(product: String, [StockLevel])
  }

  /// Where the answer says that it stands among all others.
  var sequence: UInt64
  var call: Call

  /// Commands before the queries that saw them.
  static func precedes(_ one: Answered, _ other: Answered) -> Bool {
    (one.sequence, one.isQuery ? 1 : 0) < (other.sequence, other.isQuery ? 1 : 0)
  }

  var isQuery: Bool {
    if case .look = call { true } else { false }
  }
}

/// What must be, by the rules of the API: plain dictionaries, and one call after the other in the order of the journal's sequence. It
/// decides every call itself, and notes where the server decided otherwise.
struct StockModel {
  struct Level: Equatable {
    var onHand: Int64 = 0
    var reserved: Int64 = 0
    var available: Int64 { onHand - reserved }
  }

  struct Hold: Equatable {
    var reference: Reference
    var product: String
    var warehouse: String
    var quantity: Int64
  }

  /// Units that a refusal speaks of.
  struct Shortage: Equatable {
    var requested: Int64
    var available: Int64
  }

  private(set) var levels: [String: [String: Level]]
  private(set) var holds: [String: Hold] = [:]
  private(set) var holdsByReference: [Reference: [String]] = [:]
  private(set) var faults = Faults()
  /// Refused commands, and lines that were short with BEST_EFFORT.
  private(set) var refusals = 0
  /// Lines that one warehouse alone could not meet.
  private(set) var splitLines = 0

  init(received: [StockSetting]) {
    levels = [:]
    for setting in received {
      levels[setting.productID, default: [:]][setting.warehouseID] = Level(onHand: setting.onHand ?? 0)
    }
  }

  /// Takes all calls in their order.
  mutating func take(_ calls: [Answered]) {
    for answered in calls.sorted(by: Answered.precedes) {
      let place = "sequence \(answered.sequence)"
      switch answered.call {
      case .reserve(let request, let result): reserve(request, result, place)
      case .convert(let request, let response): convert(request, response, place)
      case .fulfill(let request, let response): fulfill(request, response, place)
      case .release(let request, let response): release(request, response, place)
      case .adjust(let request, let result): adjust(request, result, place)
      case .look(let product, let levels): compare(levels, product, place)
      }
    }
  }

  private func available(_ product: String) -> Int64 {
    levels[product, default: [:]].values.reduce(0) { $0 + $1.available }
  }

  // MARK: Reserve

  private mutating func reserve(
    _ request: ReserveRequest, _ result: Result<ReserveResponse, HoldfastError>, _ place: String
  ) {
    var asked: [String: Int64] = [:]
    for item in request.items { asked[item.productID, default: 0] += item.quantity }
    var short: [String: Shortage] = [:]
    for (product, quantity) in asked where quantity > available(product) {
      short[product] = Shortage(requested: quantity, available: available(product))
    }
    switch result {
    case .failure(let error):
      refusals += 1
      let said = shortages(error.refusals)
      faults.check(error.code == .failedPrecondition, "\(place): \(error)")
      faults.check(!short.isEmpty, "\(place): refused although there was enough: \(error)")
      faults.check(request.mode != .bestEffort, "\(place): BEST_EFFORT was refused as a whole: \(error)")
      faults.check(said == short, "\(place): refused \(said), short are \(short)")
    case .success(let response):
      let said = shortages(response.failures)
      if request.mode == .bestEffort {
        faults.check(said == short, "\(place): failures \(said), short are \(short)")
        refusals += short.count
        for product in short.keys { asked[product] = nil }
      } else {
        faults.check(short.isEmpty && said.isEmpty, "\(place): held although short of \(short)")
      }
      hold(asked, request, response, place)
    }
  }

  private func shortages(_ refusals: [Refusal]) -> [String: Shortage] {
    var shortages: [String: Shortage] = [:]
    for refusal in refusals where refusal.reason == .notEnoughStock {
      shortages[refusal.productID] = Shortage(requested: refusal.requested, available: refusal.available)
    }
    return shortages
  }

  private mutating func hold(
    _ asked: [String: Int64], _ request: ReserveRequest, _ response: ReserveResponse, _ place: String
  ) {
    var held: [String: Int64] = [:]
    for hold in response.reservations { held[hold.productID, default: 0] += hold.quantity }
    faults.check(held == asked, "\(place): \(held) held, \(asked) asked for")
    let warehouses = Set(response.reservations.map(\.warehouseID))
    faults.check(
      response.isProvenOptimal && warehouses.count == fewestWarehouses(for: asked),
      "\(place): \(warehouses.count) shipments, proven \(response.isProvenOptimal), for \(asked)")
    if response.reservations.count > asked.count { splitLines += response.reservations.count - asked.count }
    for hold in response.reservations {
      let (product, warehouse) = (hold.productID, hold.warehouseID)
      levels[product]?[warehouse]?.reserved += hold.quantity
      let left = levels[product]?[warehouse]?.available ?? -1
      faults.check(left >= 0 && hold.quantity > 0, "\(place): \(product) at \(warehouse) is oversold: \(left) left")
      let reference = hold.reference ?? Reference()
      faults.check(reference == request.reference, "\(place): held for \(reference)")
      faults.check(holds[hold.reservationID] == nil, "\(place): \(hold.reservationID) is given twice")
      holds[hold.reservationID] = Hold(
        reference: reference, product: product, warehouse: warehouse, quantity: hold.quantity)
      holdsByReference[reference, default: []].append(hold.reservationID)
    }
  }

  /// The least number of warehouses that have all of an order together: every set of them is tried, the small ones first.
  private func fewestWarehouses(for asked: [String: Int64]) -> Int {
    let names = Set(asked.keys.flatMap { levels[$0, default: [:]].keys }).sorted()
    let rows = asked.map { product, quantity in
      (quantity, names.map { levels[product]?[$0]?.available ?? 0 })
    }
    func isEnough(_ set: [Int]) -> Bool {
      rows.allSatisfy { quantity, available in set.reduce(0) { $0 + available[$1] } >= quantity }
    }
    func exists(_ set: [Int], _ more: Int) -> Bool {
      if more == 0 { return isEnough(set) }
      return ((set.last ?? -1) + 1..<names.count).contains { exists(set + [$0], more - 1) }
    }
    return (0...names.count).first { exists([], $0) } ?? .max
  }

  // MARK: Convert and Fulfill

  private mutating func convert(
    _ request: ConvertReservationRequest, _ response: ConvertReservationResponse, _ place: String
  ) {
    let cart = Reference(type: .cart, id: request.cartID)
    let order = Reference(type: .order, id: request.orderID)
    let ids = holdsByReference.removeValue(forKey: cart) ?? []
    faults.check(
      Set(response.reservations.map(\.reservationID)) == Set(ids),
      "\(place): other holds than the cart's were converted")
    faults.check(
      response.reservations.allSatisfy { $0.reference == order && $0.expiresAt == 0 },
      "\(place): a converted hold is not the order's for good")
    for id in ids { holds[id]?.reference = order }
    holdsByReference[order, default: []] += ids
  }

  private mutating func fulfill(_ request: FulfillRequest, _ response: FulfillResponse, _ place: String) {
    var leaving: [(id: String, quantity: Int64)] = []
    if let reference = request.reference {
      leaving = holdsByReference[reference, default: []].map { ($0, holds[$0]?.quantity ?? 0) }
    } else {
      leaving = request.lines.map { ($0.reservationID, $0.quantity) }
    }
    let said = Dictionary(response.reservations.map { ($0.reservationID, $0.quantity) }) { one, _ in one }
    faults.check(said.count == leaving.count, "\(place): \(leaving.count) holds fulfilled, \(said.count) answered")
    for (id, quantity) in leaving {
      guard var hold = holds[id] else {
        faults.note("\(place): fulfilled \(id), which is not open")
        continue
      }
      hold.quantity -= quantity
      faults.check(said[id] == hold.quantity, "\(place): \(said[id] ?? -1) left of \(id), not \(hold.quantity)")
      levels[hold.product]?[hold.warehouse]?.onHand -= quantity
      levels[hold.product]?[hold.warehouse]?.reserved -= quantity
      holds[id] = hold.quantity == 0 ? nil : hold
      if hold.quantity == 0 { holdsByReference[hold.reference]?.removeAll { $0 == id } }
    }
  }

  private mutating func release(_ request: ReleaseRequest, _ response: ReleaseResponse, _ place: String) {
    let ids = holdsByReference.removeValue(forKey: request.reference ?? Reference()) ?? []
    let said = Dictionary(response.released.map { ($0.reservationID, $0.quantity) }) { one, _ in one }
    let known = Dictionary(ids.map { ($0, holds[$0]?.quantity ?? 0) }) { one, _ in one }
    faults.check(said == known, "\(place): released \(said), not \(known)")
    for id in ids {
      guard let hold = holds.removeValue(forKey: id) else { continue }
      levels[hold.product]?[hold.warehouse]?.reserved -= hold.quantity
    }
  }

  // MARK: AdjustStock

  private mutating func adjust(
    _ request: AdjustStockRequest, _ result: Result<AdjustStockResponse, HoldfastError>, _ place: String
  ) {
    var after = levels
    var isPossible = true
    for line in request.lines {
      after[line.productID]?[line.warehouseID]?.onHand += line.quantity
      let level = after[line.productID]?[line.warehouseID] ?? Level()
      if line.quantity < 0, level.available < 0 { isPossible = false }
    }
    switch result {
    case .failure(let error):
      refusals += 1
      faults.check(error.code == .failedPrecondition, "\(place): \(error)")
      faults.check(!isPossible, "\(place): refused although it was possible: \(error)")
    case .success(let response):
      faults.check(isPossible, "\(place): taken from what is held: \(request.lines)")
      levels = after
      for level in response.levels {
        faults.check(levels[level.productID]?[level.warehouseID] == Level(level), "\(place): answered \(level)")
      }
    }
  }

  // MARK: Reading

  private mutating func compare(_ said: [StockLevel], _ product: String, _ place: String) {
    let known = levels[product, default: [:]]
    let seen = Dictionary(said.map { ($0.warehouseID, Level($0)) }) { one, _ in one }
    faults.check(known == seen, "\(place): a snapshot shows \(product) as \(seen), not \(known)")
  }

  /// Compares the model with all levels of the server.
  mutating func compareAll(_ said: [StockLevel]) {
    let byProduct = Dictionary(grouping: said, by: \.productID)
    faults.check(byProduct.count == levels.count, "\(byProduct.count) products have levels, not \(levels.count)")
    for (product, levels) in byProduct { compare(levels, product, "at the end") }
  }

  /// Compares the model with all open holds of the server.
  mutating func compareAll(_ said: [Reservation]) {
    faults.check(said.count == holds.count, "\(said.count) open holds, not \(holds.count)")
    for hold in said {
      let seen = Hold(
        reference: hold.reference ?? Reference(), product: hold.productID, warehouse: hold.warehouseID,
        quantity: hold.quantity)
      faults.check(
        holds[hold.reservationID] == seen, "there is \(hold), it should be \(holds[hold.reservationID] as Any)")
    }
    let ids = Set(said.map(\.reservationID))
    for (id, hold) in holds where !ids.contains(id) { faults.note("\(id), \(hold), was answered and is lost") }
  }
}

extension StockModel.Level {
  init(_ level: StockLevel) { self.init(onHand: level.onHand, reserved: level.reserved) }
}
