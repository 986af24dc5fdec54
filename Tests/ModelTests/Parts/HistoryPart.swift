import Engine
import Messages

/// GetHistory and VerifyStock of AuditService. What the entries must be is noted where other parts change levels.
struct HistoryPart: ModelPart {
  let weight = 0

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest { .release(ReleaseRequest()) }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? { nil }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    for place in world.levels.keys.sorted() where random.once(in: 4) {
      let ware = place.ware
      let request = GetHistoryRequest(
        productID: ware.product.text, variantID: ware.variant.text,
        warehouseID: place.warehouse.text)
      try compare(request, world.past[place] ?? [], "the history of \(place)", queries, &random)
    }
    for (reference, count) in world.mentions.sorted(by: { ($0.key.type, $0.key.id) < ($1.key.type, $1.key.id) })
    where random.once(in: 4) {
      // Of a transfer there are other entries too.
      if reference.type == ReferenceType.transfer.rawValue { continue }
      let named = Reference(type: ReferenceType(rawValue: reference.type), id: reference.id.text)
      let found = try entries(GetHistoryRequest(reference: named), queries, &random)
      if found.count != count {
        throw Disagreement("the history of \(named) has \(found.count) entries, and must have \(count)")
      }
    }
    try verify(queries)
  }

  /// All entries of a history, the oldest first, in small pages.
  private func entries(
    _ request: GetHistoryRequest, _ queries: Queries, _ random: inout SplitMix
  ) throws -> [HistoryEntry] {
    var request = request
    request.order = random.pick([.newestFirst, .oldestFirst])
    request.pageSize = UInt32(random.pick([1, 2, 3, 7, 50]))
    var found: [HistoryEntry] = []
    repeat {
      let page: GetHistoryResponse = try queries.ask(.auditServiceGetHistory, request)
      if page.entries.count > request.pageSize { throw Disagreement("\(words(request)): a page is too long") }
      if page.isCutOff { throw Disagreement("\(words(request)): is called cut off, and the journal is whole") }
      found += page.entries
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    let ordered = request.order == .oldestFirst ? found : found.reversed()
    for (one, next) in zip(ordered, ordered.dropFirst()) where one.sequence >= next.sequence {
      throw Disagreement("\(words(request)): entry \(next.sequence) comes after \(one.sequence)")
    }
    return ordered
  }

  private func compare(
    _ request: GetHistoryRequest, _ past: [World.Past], _ what: String, _ queries: Queries, _ random: inout SplitMix
  ) throws {
    let found = try entries(request, queries, &random)
    if found.count != past.count {
      throw Disagreement("\(what) has \(found.count) entries, and must have \(past.count)")
    }
    var before: LevelState?
    for (index, (given, wanted)) in zip(found, past).enumerated() {
      let level = given.entry?.level
      let kind = given.entry?.type
      // In which order several holds expire in one instant is left open.
      let isOneOfSeveral =
        wanted.type == .expire && index + 1 < past.count && past[index + 1].type == .expire
        && past[index + 1].time == wanted.time
      let moved = wanted.after.onHand.subtractingReportingOverflow(before?.onHand ?? 0)
      let agrees =
        given.time == wanted.time && kind == wanted.type && level?.ordinal == UInt64(index + 1)
        && level?.before == before && (isOneOfSeveral || level?.after == wanted.after)
        && (moved.overflow || moved.partialValue == 0 || given.entry?.quantity == moved.partialValue)
      if !agrees {
        throw Disagreement(
          "\(what): entry \(index + 1) is \(words(given)), and must be \(wanted.type) at \(wanted.time) from "
            + "\(before.map(words) ?? "nothing") to \(words(wanted.after))")
      }
      before = level?.after
    }
  }

  /// A healthy store has no faults.
  private func verify(_ queries: Queries) throws {
    var request = VerifyStockRequest()
    repeat {
      let page: VerifyStockResponse = try queries.ask(.auditServiceVerifyStock, request)
      if let fault = page.faults.first { throw Disagreement("VerifyStock finds \(words(fault))") }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }
}
