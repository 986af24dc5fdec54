import Engine
import Messages

/// ChannelService. What channels may hold is in the parts about holds.
struct ChannelPart: ModelPart {
  let weight = 4

  private static let ids = ["web", "pos", "app"]

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    switch random.number(0...9) {
    case 0...2: .putChannel(put(&random))
    case 3...5: .setChannelStock(set(&random, in: world))
    case 6...8: .allocateStock(allocate(&random, in: world))
    default: .reallocateUnsold(reallocate(&random, in: world))
    }
  }

  private func ware(_ random: inout SplitMix, in world: World) -> Ware {
    let ware = random.pickAny(world.levels.keys.sorted())?.ware ?? Ware(product: "P1", variant: "")
    return Ware(product: Name(Hostility.identifier(ware.product.text, &random)), variant: ware.variant)
  }

  private func put(_ random: inout SplitMix) -> PutChannelRequest {
    var request = PutChannelRequest(channelID: Hostility.identifier(random.pick(Self.ids), &random))
    if random.once(in: 3) {
      request.name = random.pick(["Shop", random.once(in: 9) ? String(repeating: "n", count: 513) : ""])
    }
    if random.once(in: 2) {
      request.kind = random.pick([.pos, .website, .mobileApp, .amazon, .ebay, .walmart, .unspecified])
    }
    if random.once(in: 60) { request.kind = ChannelKind(rawValue: 77) }
    if random.once(in: 4) {
      request.mode = random.pick([.realtime, .batch, random.once(in: 9) ? .init(rawValue: 9) : .batch])
    }
    if random.once(in: 4) { request.batchIntervalSeconds = random.pick([1, 900, 86_400, random.once(in: 9) ? 0 : 60]) }
    if random.once(in: 3) { request.priority = random.pick([0, 1, 50, 1_000, random.once(in: 9) ? 1_001 : 50]) }
    if random.once(in: 3) {
      request.safetyBufferBasisPoints = random.pick([0, 0, 1, 2_500, 10_000, random.once(in: 9) ? 10_001 : 333])
    }
    if random.once(in: 4) { request.oversellProtection = !random.once(in: 3) }
    return request
  }

  private func set(_ random: inout SplitMix, in world: World) -> SetChannelStockRequest {
    let ware = ware(&random, in: world)
    return SetChannelStockRequest(
      channelID: Hostility.identifier(random.pick(Self.ids), &random), productID: ware.product.text,
      variantID: ware.variant.text,
      allocated: random.once(in: 3) ? nil : Hostility.units(random.units(upTo: 30), &random))
  }

  private func allocate(_ random: inout SplitMix, in world: World) -> AllocateStockRequest {
    let ware = ware(&random, in: world)
    var request = AllocateStockRequest(
      productID: ware.product.text, variantID: ware.variant.text,
      strategy: random.pick([
        .proportional, .priority, .velocity, .custom, random.once(in: 20) ? .unspecified : .custom,
      ]))
    if random.once(in: 2) { request.total = Hostility.units(random.units(upTo: 60), &random) }
    if random.once(in: 3) { request.channelIDs = [Hostility.identifier(random.pick(Self.ids), &random)] }
    if random.once(in: 60) { request.channelIDs += request.channelIDs }
    if request.strategy == .custom || random.once(in: 60) {
      for id in Self.ids where random.once(in: 2) {
        request.weights.append(ChannelWeight(channelID: id, weight: UInt32(random.number(0...5))))
      }
    }
    return request
  }

  private func reallocate(_ random: inout SplitMix, in world: World) -> ReallocateUnsoldRequest {
    var request = ReallocateUnsoldRequest(
      channelID: Hostility.identifier(random.pick(Self.ids), &random),
      unsoldDays: random.pick([0, 1, 1, 2, random.once(in: 20) ? 401 : 5]))
    if random.once(in: 3) {
      let ware = ware(&random, in: world)
      (request.productID, request.variantID) = (ware.product.text, ware.variant.text)
    }
    if random.once(in: 60) { request.variantID = "red" }
    if random.once(in: 60) { request.pageToken = "00" }
    return request
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    switch request {
    case .putChannel(let request): put(request, Expectation(world))
    case .setChannelStock(let request): set(request, Expectation(world))
    case .allocateStock(let request): allocate(request, Expectation(world))
    case .reallocateUnsold(let request): reallocate(request, Expectation(world))
    default: nil
    }
  }

  private func put(_ request: PutChannelRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.channelID, "channel_id")
    if request.name.utf8.count > 512 { expected.invalid("name") }
    if request.kind?.rawValue ?? 0 > 6 { expected.invalid("kind") }
    if request.mode.rawValue > 2 { expected.invalid("mode") }
    if let seconds = request.batchIntervalSeconds, !(1...86_400).contains(seconds) {
      expected.invalid("batch_interval_seconds")
    }
    if request.priority ?? 0 > 1_000 { expected.invalid("priority") }
    if request.safetyBufferBasisPoints ?? 0 > 10_000 { expected.invalid("safety_buffer_basis_points") }
    if expected.isMalformed { return expected }
    let old = expected.world.channels[Name(request.channelID)]
    let kind = request.kind ?? .unspecified
    let isLive = [.pos, .website, .mobileApp].contains(kind)
    let priorities: [ChannelKind: UInt32] = [
      .website: 100, .pos: 90, .mobileApp: 80, .amazon: 70, .ebay: 60, .walmart: 50,
    ]
    var channel =
      old
      ?? Channel(
        channelID: request.channelID, name: request.channelID, kind: kind, mode: isLive ? .realtime : .batch,
        batchIntervalSeconds: 900, priority: priorities[kind] ?? 0, safetyBufferBasisPoints: 500,
        oversellProtection: true, createdAt: expected.world.now)
    if !request.name.isEmpty { channel.name = request.name }
    if let kind = request.kind { channel.kind = kind }
    if request.mode != .unspecified { channel.mode = request.mode }
    if let seconds = request.batchIntervalSeconds { channel.batchIntervalSeconds = seconds }
    if let priority = request.priority { channel.priority = priority }
    if let buffer = request.safetyBufferBasisPoints { channel.safetyBufferBasisPoints = buffer }
    if let isProtected = request.oversellProtection { channel.oversellProtection = isProtected }
    if channel != old {
      channel.updatedAt = expected.world.now
      expected.world.entries += 1
      expected.world.channels[Name(request.channelID)] = channel
    }
    expected.answer = channel
    return expected
  }

  /// A product that must exist.
  private func require(_ ware: Ware, _ expected: inout Expectation) {
    let place = Place(ware, "")
    if let reason = expected.world.unknown(place) { expected.problem(.notFound, Refusal(place, reason: reason)) }
  }

  /// A channel that must exist.
  private func require(_ channel: String, _ expected: inout Expectation) {
    if expected.world.channels[Name(channel)] == nil {
      expected.problem(.notFound, Refusal(reason: .unknownChannel, channelID: channel))
    }
  }

  private func set(_ request: SetChannelStockRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.channelID, "channel_id")
    expected.identifier(request.productID, "product_id")
    if request.allocated ?? 0 < 0 { expected.invalid("allocated") }
    if expected.isMalformed { return expected }
    let ware = Place(request.productID, request.variantID, "").ware
    require(ware, &expected)
    require(request.channelID, &expected)
    guard let channel = expected.world.channels[Name(request.channelID)], expected.problems.isEmpty else {
      return expected
    }
    expected.world.allocate(request.allocated, Share(ware, request.channelID))
    expected.answer = expected.world.channelStock(channel, ware)
    return expected
  }

  private func allocate(_ request: AllocateStockRequest, _ start: Expectation) -> Expectation {
    var expected = start
    check(request, &expected)
    if expected.isMalformed { return expected }
    let ware = Place(request.productID, request.variantID, "").ware
    require(ware, &expected)
    var names = request.channelIDs.map { Name($0) }
    if names.isEmpty, request.strategy == .custom { names = request.weights.map { Name($0.channelID) } }
    if names.isEmpty { names = Array(expected.world.channels.keys) }
    if names.isEmpty { expected.problem(.failedPrecondition) }
    for name in names { require(name.text, &expected) }
    if !expected.problems.isEmpty { return expected }
    if request.total == nil { expected.world.expire(at: expected.world.places(of: ware)) }
    let total = request.total ?? expected.world.available(ware)
    let shares = names.sorted().map { Share(ware, $0.text) }
    let percent: Int64 = request.strategy == .proportional ? 10 : request.strategy == .velocity ? 15 : 0
    let buffer = total / 100 * percent + (total % 100 * percent + 99) / 100
    let units = divide(total - buffer, request, shares, expected.world)
    var answer = AllocateStockResponse(total: total, buffer: buffer, left: total - buffer - units.reduce(0, +))
    for (share, units) in zip(shares, units) {
      answer.allocations.append(
        Allocation(
          channelID: share.channel.text, allocated: units,
          previouslyAllocated: expected.world.allocations[share] ?? 0))
      expected.world.allocate(units, share)
    }
    expected.answer = answer
    return expected
  }

  private func check(_ request: AllocateStockRequest, _ expected: inout Expectation) {
    expected.identifier(request.productID, "product_id")
    if request.total ?? 0 < 0 { expected.invalid("total") }
    if request.strategy == .unspecified { expected.invalid("strategy") }
    for (index, id) in request.channelIDs.enumerated() {
      expected.identifier(id, "channel_ids[\(index)]")
      if request.channelIDs[..<index].contains(where: { Name($0) == Name(id) }) {
        expected.invalid("channel_ids[\(index)]")
      }
    }
    let isCustom = request.strategy == .custom
    if isCustom != !request.weights.isEmpty { expected.invalid("weights") }
    if isCustom, !request.weights.contains(where: { $0.weight > 0 }) { expected.invalid("weights") }
    for (index, weight) in request.weights.enumerated() where !request.channelIDs.isEmpty {
      if !request.channelIDs.contains(where: { Name($0) == Name(weight.channelID) }) {
        expected.invalid("weights[\(index)].channel_id")
      }
    }
  }

  /// What each channel gets of so many units.
  private func divide(_ units: Int64, _ request: AllocateStockRequest, _ shares: [Share], _ world: World) -> [Int64] {
    switch request.strategy {
    case .priority, .velocity:
      var left = units
      var given = shares.map { _ in Int64(0) }
      func rank(_ share: Share) -> Int64 {
        request.strategy == .velocity
          ? world.soldLately(share) : Int64(world.channels[share.channel]?.priority ?? 0)
      }
      // Stable: of equal rank, the first id comes first.
      for index in shares.indices.sorted(by: { (-rank(shares[$0]), $0) < (-rank(shares[$1]), $1) }) {
        given[index] = min(left, world.fortnight(shares[index]))
        left -= given[index]
      }
      return given
    default:
      var weights = shares.map { share in
        request.strategy == .custom
          ? Int64(request.weights.first { Name($0.channelID) == share.channel }?.weight ?? 0) : world.soldLately(share)
      }
      if request.strategy == .proportional, weights.allSatisfy({ $0 == 0 }) { weights = weights.map { _ in 1 } }
      let sum = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
      var given = weights.map { Int64(UInt128(units) * UInt128($0) / sum) }
      // The units that are left go one after another to who is furthest below its share.
      while given.reduce(0, +) < units {
        let missing = given.indices.map {
          UInt128(units) * UInt128(weights[$0]) - min(UInt128(given[$0]) * sum, UInt128(units) * UInt128(weights[$0]))
        }
        let most = missing.max() ?? 0
        given[missing.firstIndex(of: most) ?? 0] += 1
      }
      return given
    }
  }

  private func reallocate(_ request: ReallocateUnsoldRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.channelID, "channel_id")
    expected.identifier(request.productID, "product_id", isNeeded: false)
    if request.productID.isEmpty, !request.variantID.isEmpty { expected.invalid("variant_id") }
    if request.unsoldDays > 400 { expected.invalid("unsold_days") }
    if !request.pageToken.isEmpty { expected.invalid("page_token") }
    if expected.isMalformed { return expected }
    require(request.channelID, &expected)
    let only = request.productID.isEmpty ? nil : Place(request.productID, request.variantID, "").ware
    if let only { require(only, &expected) }
    if !expected.problems.isEmpty { return expected }
    let days = request.unsoldDays == 0 ? 30 : Int64(request.unsoldDays)
    let since = expected.world.now - days * 86_400_000_000
    var answer = ReallocateUnsoldResponse()
    let own = expected.world.allocations.keys.sorted().filter {
      $0.channel == Name(request.channelID) && (only == nil || $0.ware == only)
    }
    for share in own where expected.world.lastSold[share] ?? .min <= since {
      var left = max(0, (expected.world.allocations[share] ?? 0) - expected.world.held(share))
      let world = expected.world
      let others = world.allocations.keys.filter { $0.ware == share.ware && $0 != share }.sorted()
      var given: [Share: Int64] = [:]
      for other in others.sorted(by: { (-world.soldLately($0), $0) < (-world.soldLately($1), $1) }) {
        let free = (world.allocations[other] ?? 0) - world.held(other)
        let units = min(left, max(0, world.fortnight(other).addingClamped(free < 0 ? -free : 0) - max(0, free)))
        if units > 0 { given[other] = units }
        left -= units
      }
      for other in others {
        guard let units = given[other] else { continue }
        expected.world.allocations[share]? -= units
        expected.world.allocations[other]? += units
        expected.world.entries += 1
        answer.reallocations.append(
          Reallocation(
            productID: share.ware.product.text, variantID: share.ware.variant.text, fromChannelID: share.channel.text,
            toChannelID: other.channel.text, quantity: units))
      }
      if !given.isEmpty { expected.world.entries += 1 }
    }
    expected.answer = answer
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    let size = UInt32(random.number(0...2))
    let channels = world.channels.keys.sorted().compactMap { world.channels[$0] }
    try queries.expectList("channels", channels) { (token) -> ([Channel], String) in
      let page: ListChannelsResponse = try queries.ask(
        .channelServiceListChannels, ListChannelsRequest(pageSize: size, pageToken: token))
      return (page.channels, page.nextPageToken)
    }
    let wares = Set(world.levels.keys.map(\.ware)).union(world.products.keys.map { Ware(product: $0, variant: "") })
    for ware in wares.sorted() {
      for id in Self.ids {
        let request = GetChannelStockRequest(
          channelID: id, productID: ware.product.text, variantID: ware.variant.text)
        let stock = world.channels[Name(id)].map { world.channelStock($0, ware) }
        try queries.expect(.channelServiceGetChannelStock, request, stock, else: .notFound)
      }
    }
  }
}
