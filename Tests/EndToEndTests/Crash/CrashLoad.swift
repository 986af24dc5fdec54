import HoldfastClient
import RetailOrders
import Support
import Synchronization

/// Orders without end on a server that goes away and comes back, and what was answered.
///
/// Patient workers leave it to the client library to repeat what got no answer. Impatient ones forbid it to, and find out for themselves.
final class CrashLoad: Sendable {
  static let patientWorkers = 12
  static let impatientWorkers = 8
  static let warehouses = ["EAST", "MID", "WEST"]
  static let products = (0..<24).map { "P\($0)" }

  private let patient: [HoldfastClient]
  private let impatient: [HoldfastClient]
  private let operators: HoldfastClient
  private let answers = Mutex<[Answered]>([])
  private let faultList = Mutex(Faults())
  private let isOver = Atomic(false)
  private let repeatCount = Atomic(0)
  private let unknownCount = Atomic(0)
  private let seed: UInt64

  init(_ certificates: TemporaryCertificates, port: UInt16, seed: UInt64) throws {
    self.seed = seed
    func client(_ role: String, sharing other: HoldfastClient? = nil) throws -> HoldfastClient {
      try certificates.client(role, port: port, sharingThreadOf: other) {
        $0.maximumAttempts = 100_000
        $0.backoff = BackoffPolicy(initial: .milliseconds(5), maximum: .milliseconds(40))
      }
    }
    let first = try client("operator")
    operators = first
    patient = try (0..<3).map { _ in try client("seller", sharing: first) }
    impatient = try (0..<2).map { _ in try client("seller", sharing: first) }
  }

  /// All calls that were answered, in no order.
  var history: [Answered] { answers.withLock { $0 } }
  /// What was not as it must be.
  var faults: Faults { faultList.withLock { $0 } }
  /// Answers that were given again, and commands that got none at first.
  var repeats: (repeated: Int, unknown: Int) {
    (repeatCount.load(ordering: .relaxed), unknownCount.load(ordering: .relaxed))
  }

  /// What there is to sell: plenty of most products, next to nothing of the last ones.
  static let received: [StockSetting] = products.enumerated().flatMap { number, product in
    warehouses.enumerated().map { place, warehouse in
      StockSetting(
        productID: product, warehouseID: warehouse, onHand: number < 18 ? 100_000 : Int64(20 + 10 * place))
    }
  }

  /// Waits until so many more calls were answered, or the work is over.
  func wait(forAnswers count: Int) async throws {
    let goal = history.count + count
    while history.count < goal, !isOver.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Makes warehouses and products, and receives the stock.
  func receive() async throws {
    for id in Self.warehouses {
      let warehouse = Warehouse(warehouseID: id, code: "DC-\(id)", name: id)
      _ = try await operators.warehouse.createWarehouse(CreateWarehouseRequest(warehouse: warehouse))
    }
    for id in Self.products {
      _ = try await operators.stock.putProduct(PutProductRequest(product: Product(productID: id, name: id)))
    }
    _ = try await operators.stock.setStock(SetStockRequest(settings: Self.received))
  }

  /// Works until ``end()``, or until a worker fails.
  func run() async throws {
    defer { end() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<Self.patientWorkers { group.addTask { try await self.workPatiently(worker) } }
      for worker in 0..<Self.impatientWorkers { group.addTask { try await self.workImpatiently(worker) } }
      try await group.waitForAll()
    }
  }

  /// Has every worker stop after what it is at.
  func end() { isOver.store(true, ordering: .relaxed) }

  func close() async {
    for client in patient + impatient + [operators] { await client.close() }
  }

  private func keep<Message>(_ answer: Answer<Message>, _ call: Answered.Call) {
    if answer.isRepeated { repeatCount.add(1, ordering: .relaxed) }
    keep(answer.sequence, call)
  }

  private func keep(_ sequence: UInt64, _ call: Answered.Call) {
    answers.withLock { $0.append(Answered(sequence: sequence, call: call)) }
  }

  // MARK: Patient workers

  private func workPatiently(_ worker: Int) async throws {
    var generator = SeededGenerator(seed: seed &+ UInt64(worker))
    let client = patient[worker % patient.count]
    var number = 0
    while !isOver.load(ordering: .relaxed) {
      number += 1
      let order = Reference(type: .order, id: "patient \(worker)/\(number)")
      let request = Self.request(order, &generator)
      let held: [Reservation]
      do {
        let answer = try await client.reservation.reserve(request)
        keep(answer, .reserve(request, .success(answer.message)))
        held = answer.reservations
      } catch let error as HoldfastError where error.code == .failedPrecondition {
        keep(error.sequence, .reserve(request, .failure(error)))
        continue
      }
      try await goOn(with: order, held, client, &generator)
    }
  }

  /// Does to an order what would show if it were done twice.
  private func goOn(
    with order: Reference, _ held: [Reservation], _ client: HoldfastClient, _ generator: inout SeededGenerator
  ) async throws {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      let request = ReleaseRequest(reference: order, reason: "changed their mind")
      let answer = try await client.reservation.release(request)
      keep(answer, .release(request, answer.message))
    case 1, 2:
      guard let big = held.first(where: { $0.quantity > 2 }) else { return }
      let request = FulfillRequest(lines: [FulfillLine(reservationID: big.reservationID, quantity: 1)])
      let answer = try await client.reservation.fulfill(request)
      keep(answer, .fulfill(request, answer.message))
    case 3:
      let line = AdjustmentLine(
        productID: held[0].productID, warehouseID: held[0].warehouseID, type: .return, quantity: 1)
      let request = AdjustStockRequest(lines: [line], reason: "came back")
      let answer = try await operators.stock.adjustStock(request)
      keep(answer, .adjust(request, .success(answer.message)))
    case 4:
      let answer = try await client.stock.listStock(ListStockRequest(by: .productID(held[0].productID)))
      keep(answer, .look(product: held[0].productID, answer.levels))
    default: break
    }
  }

  /// An order of one to five lines that adds to what the order has, so that nothing but the command id keeps it from being held twice.
  private static func request(_ order: Reference, _ generator: inout SeededGenerator) -> ReserveRequest {
    let lines = products.shuffled(using: &generator).prefix(.random(in: 1...5, using: &generator))
    let items = lines.map { OrderItem(productID: $0, quantity: .random(in: 1...4, using: &generator)) }
    return ReserveRequest(reference: order, items: items, existing: .add)
  }

  // MARK: Impatient workers

  private func workImpatiently(_ worker: Int) async throws {
    var generator = SeededGenerator(seed: seed &+ 1000 &+ UInt64(worker))
    let client = impatient[worker % impatient.count]
    var number = 0
    while !isOver.load(ordering: .relaxed) {
      number += 1
      let request = Self.request(Reference(type: .order, id: "impatient \(worker)/\(number)"), &generator)
      let id = CommandID.unique()
      do {
        let answer = try await client.reservation.reserve(
          request, options: CallOptions(commandID: id, allowsRetry: false))
        faultList.withLock { $0.check(!answer.isRepeated, "the first answer to \(id) is said to be a repeat") }
        keep(answer, .reserve(request, .success(answer.message)))
      } catch let error as HoldfastError where error.code == .failedPrecondition {
        keep(error.sequence, .reserve(request, .failure(error)))
      } catch let error as HoldfastError where error.code == .unavailable {
        if error.isOutcomeUnknown { try await findOut(request, id) }
        // The server is not there: what was not sent, or was sent back, has done nothing.
        try await Task.sleep(for: .milliseconds(5))
      }
    }
  }

  /// Looks whether a command took effect that got no answer, and repeats it: the answer must say the same.
  private func findOut(_ request: ReserveRequest, _ id: CommandID) async throws {
    unknownCount.add(1, ordering: .relaxed)
    let client = patient[0]
    while true {
      let found = try await client.reservation.listReservations(
        ListReservationsRequest(by: .reference(request.reference ?? Reference())))
      do {
        // Once only: a repeat that gets no answer either may have been the first to take effect, so it is looked again.
        let answer = try await client.reservation.reserve(
          request, options: CallOptions(commandID: id, allowsRetry: false))
        faultList.withLock { faults in
          faults.check(
            answer.isRepeated == !found.reservations.isEmpty,
            "\(id) had held \(found.reservations.count), and its repeat says \(answer.isRepeated)")
        }
        return keep(answer, .reserve(request, .success(answer.message)))
      } catch let error as HoldfastError where error.code == .failedPrecondition {
        faultList.withLock { $0.check(found.reservations.isEmpty, "\(id) had held, and is refused now: \(error)") }
        return keep(error.sequence, .reserve(request, .failure(error)))
      } catch let error as HoldfastError where error.code == .unavailable {
        try await Task.sleep(for: .milliseconds(5))
      }
    }
  }

  // MARK: Reading

  func allLevels() async throws -> [StockLevel] { try await operators.allLevels(of: Self.warehouses) }

  /// Every open hold.
  func allHolds() async throws -> [Reservation] {
    var holds: [Reservation] = []
    for warehouse in Self.warehouses {
      var request = ListReservationsRequest(by: .warehouseID(warehouse), pageSize: 1000)
      repeat {
        let page = try await operators.reservation.listReservations(request)
        holds += page.reservations
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
    }
    return holds
  }
}
