import Messages

/// What the model test knows of one service: how to ask for its commands, what must become of them, and what its queries
/// must say then. Written from the reference of the API alone, never from the engine's code: it must be independent.
///
/// How to add a part
/// 1. Put what the service keeps into ``World``, as plain dictionaries of values. A quantity that follows from others is
///    reckoned, not kept.
/// 2. Make a `struct` with this protocol in a file of its own, and add it to ``modelParts``.
/// 3. `command` gives one random request. Take ids from ``Pool`` and from the world, so that collisions are frequent, and
///    pass it through `Hostility` where it has fields that can be wrong. It may be anything: it is the part that must know
///    what becomes of it.
/// 4. `expectation` begins with `Expectation(world)`, notes **every** reason to refuse in `problems` (which of several is
///    told is left to the engine, but it must be one of them), changes `expectation.world`, and sets `answer`. Each entry
///    that the journal must have counts in `World.entries` (`World.change` does it for a level). What cannot be known is
///    taken from the engine's answer (`call.response()`), checked, and `object`ed to where it is wrong.
/// 5. `compare` asks each query of the service about everything in the world, with small pages.
/// 6. Where requests name ids that the service makes, add them to `CommandRequest.renamed`, or a failing run shrinks badly.
/// 7. Break the engine on purpose where your part looks, and see the test fail.
protocol ModelPart: Sendable {
  /// How often its commands come, beside those of the other parts.
  var weight: Int { get }
  /// A random command.
  func command(_ random: inout SplitMix, in world: World) -> CommandRequest
  /// What must become of `request`; nil where it is a command of another part. `world.now` is the batch's stamp.
  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation?
  /// Asks the queries of the service about everything in the world.
  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws
}

/// All parts. The first one that has an expectation of a command is its part.
let modelParts: [any ModelPart] = [
  WarehousePart(), ProductPart(), StockPart(), ImportPart(), ReservationPart(), AlertPart(), ChannelPart(),
  PolicyPart(),
  TransferPart(), CountPart(), HistoryPart(),
]

/// What the engine did that the model says it must not.
struct Disagreement: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The few names that worlds are made of, two of them alike to all but their bytes.
enum Pool {
  static let products = ["P1", "P2", "P3", "Caf\u{e9}", "Cafe\u{301}", "K1", "K2"]
  /// What is mostly made of others.
  static let kits = ["K1", "K2"]
  static let variants = ["", "", "", "red", "blue"]
  static let warehouses = ["W1", "W2", "W3", "W4"]
  static let codes = ["C1", "C2", "C3", "C4", "C5"]
  static let skus = ["", "S1", "S2", "S3", "S4", "S5"]
  static let barcodes = ["4001", "4002", "4003", "4004"]
  static let channels = ["", "", "web", "pos"]
  static let references = [
    Reference(type: .cart, id: "c1"), Reference(type: .cart, id: "c2"), Reference(type: .cart, id: "c3"),
    Reference(type: .order, id: "o1"), Reference(type: .order, id: "o2"), Reference(type: .order, id: "c1"),
    Reference(type: .transfer, id: "t1"),
  ]
  /// None of these names anything.
  static let unknown = ["nothing", "P", "P11", "w1", "\u{10FFFF}"]
  static let unwell = ["", "tab\there", "\u{7f}", "\u{85}", String(repeating: "x", count: 129)]
}

/// Makes requests wrong.
enum Hostility {
  /// Mostly the value as it is; now and then an unknown or a malformed identifier.
  static func identifier(_ value: String, _ random: inout SplitMix) -> String {
    if random.once(in: 80) { return random.pick(Pool.unknown) }
    if random.once(in: 150) { return random.pick(Pool.unwell) }
    return value
  }

  /// Mostly the value as it is; now and then none, or a negative one.
  static func units(_ value: Int64, _ random: inout SplitMix) -> Int64 {
    random.once(in: 80) ? random.pick([0, -1, .min, -value]) : value
  }
}

/// What the pages say of identifiers.
func isWell(_ identifier: String) -> Bool {
  let bytes = identifier.utf8.count
  return (1...128).contains(bytes)
    && !identifier.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
}

extension Expectation {
  /// `value` must be an identifier.
  mutating func identifier(_ value: String, _ field: String, isNeeded: Bool = true) {
    if value.isEmpty ? isNeeded : !isWell(value) { invalid(field) }
  }

  /// A reference must say its type and id.
  mutating func reference(_ reference: Reference?, _ field: String) {
    guard let reference else { return invalid(field) }
    if ![.cart, .order, .transfer].contains(reference.type) { invalid("\(field).type") }
    identifier(reference.id, "\(field).id")
  }

  /// Whether the request is malformed.
  var isMalformed: Bool { problems.contains { $0.code == .invalidArgument } }
}
