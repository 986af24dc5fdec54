import Engine
import Messages

/// Makes steps, at random, for the world as it is.
struct Generator {
  private var random: SplitMix
  private var serial = 0
  private var recent: [PlannedCommand] = []
  private var clock: OrderClock
  private var reading: OrderClock.Reading

  init(seed: UInt64, now: Int64) {
    random = SplitMix(seed: seed)
    reading = OrderClock.Reading(wall: now, monotonic: 5_000_000)
    clock = OrderClock(after: now, reading)
  }

  mutating func shape() -> Stage.Shape {
    var shape = Stage.Shape()
    if random.once(in: 5) { shape.stateByteLimit = random.pick([256, 384, 512]) << 10 }
    if random.once(in: 2) { shape.segmentByteCount = random.pick([64, 96, 256]) << 10 }
    return shape
  }

  mutating func step(in world: World, names: (String) -> String) throws -> Step {
    switch random.number(0...79) {
    case 0: return .kill
    case 1: return .crash(losingState: random.once(in: 2))
    case 2...3: return .checkpoint
    case 4: return .fold
    case 5...20: return .compare
    default:
      let time = try stamp(in: world)
      var now = world
      now.now = time
      var commands: [PlannedCommand] = []
      for _ in 0..<random.pick([0, 1, 1, 1, 2, 3, 5, 12]) {
        commands.append(command(in: now, names))
        if commands.last?.request.endsBatch == true { break }
      }
      return .batch(commands, time: time, sweepLimit: random.once(in: 3) ? random.pick([1, 2, 5, 1000]) : 0)
    }
  }

  private mutating func command(in world: World, _ names: (String) -> String) -> PlannedCommand {
    serial += 1
    if random.once(in: 12), var again = random.pickAny(recent) {
      again.serial = serial
      // The same id for another request, or from another caller.
      if random.once(in: 4) { again.request = request(in: world).renamed(names) }
      if random.once(in: 8) { again.caller = caller(for: again.request) }
      return again
    }
    let request = request(in: world)
    var command = PlannedCommand(
      serial: serial, request: request.renamed(names), caller: caller(for: request), commandID: [])
    if random.once(in: 3) {
      command.commandID = Array((random.once(in: 100) ? String(repeating: "i", count: 65) : "id-\(serial)").utf8)
      recent.append(command)
      if recent.count > 30 { recent.remove(at: random.number(0...29)) }
    }
    return command
  }

  private mutating func request(in world: World) -> CommandRequest {
    if world.warehouses.count < 3, random.once(in: 2) { return WarehousePart().command(&random, in: world) }
    if world.products.count < 3, random.once(in: 2) { return ProductPart().command(&random, in: world) }
    if world.levels.count < 6, random.once(in: 2) { return StockPart().command(&random, in: world) }
    var place = random.number(0...(modelParts.reduce(0) { $0 + $1.weight } - 1))
    for part in modelParts {
      if place < part.weight { return part.command(&random, in: world) }
      place -= part.weight
    }
    return WarehousePart().command(&random, in: world)
  }

  private mutating func caller(for request: CommandRequest) -> Caller {
    let needed = request.method.info.role
    if needed == .seller, random.once(in: 2) {
      return random.pick([
        Caller(principal: "shop", role: .seller), Caller(principal: "web", role: .seller, channels: ["web"]),
        Caller(principal: "both", role: .seller, channels: ["pos", "web"]),
      ])
    }
    return random.pick([
      Caller(principal: "desk", role: .operator), Caller(principal: "root", role: .admin),
      Caller(principal: "root", role: .admin, actor: "Anna"),
    ])
  }

  /// The next batch's stamp: the same, a little later, around the instant at which a hold expires, or much later; or what
  /// the orderer's clock makes of what the machine's clocks say, wherever they jump.
  private mutating func stamp(in world: World) throws -> Int64 {
    let now = world.now
    switch random.number(0...19) {
    case 0...4: return now
    case 5...8: return now + Int64(random.number(0...1_000_000))
    case 9...11:
      let next = world.holds.filter { $0.message.expiresAt > now + 1 }.map(\.message.expiresAt)
      guard let instant = random.pickAny(next.filter { $0 < now + 7 * 86_400_000_000 }) else { return now }
      return instant + random.pick([-1, 0, 0, 1])
    case 12: return now + random.pick([86_400_000_000, 86_399_999_999, 3_600_000_000, 3 * 86_400_000_000])
    case 13: return now + Int64(random.number(1...1800)) * 1_000_000
    default: return try clockStamp(after: now)
    }
  }

  private mutating func clockStamp(after now: Int64) throws -> Int64 {
    // What the direct stamps have passed the clock by, it has slept through.
    if clock.stamp < now { clock = OrderClock(after: now, reading) }
    let elapsed = Int64(random.number(0...2_000_000))
    reading.monotonic += random.once(in: 10) ? -elapsed : elapsed
    reading.wall += elapsed
    if random.once(in: 5) {
      reading.wall = random.pick([0, -1, .max, now - 10_000_000_000, now + 400 * 86_400_000_000])
    }
    let before = clock.stamp
    let stamp = clock.next(reading)
    if reading.wall > .max / 2 || reading.wall < .min / 2 { reading.wall = now }
    guard stamp >= before, stamp - before <= elapsed + elapsed / 10 + elapsed else {
      throw Disagreement("the clock went from \(before) to \(stamp) in \(elapsed) µs")
    }
    return stamp
  }
}
