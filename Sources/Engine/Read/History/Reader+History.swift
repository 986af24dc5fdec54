internal import Inventory
internal import Journal
package import Messages

/// What of the journal is asked for.
package struct HistoryQuery {
  /// Whose entries.
  package enum Subject {
    /// Those of these chains.
    case chains([Chain])
    /// Everybody's.
    case everything
  }

  /// Whose entries.
  package var subject: Subject
  /// The first sequence that is wanted.
  package var start: UInt64
  /// The sequence after the last that is wanted.
  package var end: UInt64
  /// Only entries of these types; empty = all.
  package var types: [EntryType]
  /// Only entries about a level at this warehouse; empty = all.
  package var warehouse: String
  /// From the oldest on instead of from the newest back.
  package var isOldestFirst: Bool
  /// Entries on a page, at most.
  package var size: Int

  /// A query.
  package init(
    _ subject: Subject, start: UInt64, end: UInt64, types: [EntryType], warehouse: String, isOldestFirst: Bool,
    size: Int
  ) {
    self.subject = subject
    self.start = start
    self.end = end
    self.types = types
    self.warehouse = warehouse
    self.isOldestFirst = isOldestFirst
    self.size = size
  }
}

/// A page of history.
package struct HistoryPage {
  /// Its entries.
  package var entries: [HistoryEntry] = []
  /// Where the next page begins: its `start` if oldest first, else its `end`; nil = this is the last.
  package var next: UInt64?
  /// Whether older entries belonged to it that the journal has no more.
  package var isCutOff = false
  fileprivate var looked = 0
  fileprivate var byteCount = 0
}

extension Reader {
  /// The sequence of the first entry at or after `time`; one past the last where all are earlier.
  package func firstSequence(atOrAfter time: Int64) throws(CallFailure) -> UInt64 {
    try reading { () throws(EngineError) in
      do throws(JournalError) {
        return try journal.firstSequence(atOrAfter: time)
      } catch {
        throw .journal(error)
      }
    }
  }

  /// The chain of a level; nil where there is no such level.
  package func chain(of level: LevelKey) throws(CallFailure) -> Chain? {
    try self.level(level).map { Chain(.level(level), last: $0.lastSequence) }
  }

  /// The chain of a reference.
  package func chain(of reference: Reference) throws(CallFailure) -> Chain {
    Chain(
      .reference(reference), last: try reading { () throws(EngineError) in try referenceRow(reference) }.lastSequence)
  }

  /// A page of history.
  package func history(_ query: HistoryQuery) throws(CallFailure) -> HistoryPage {
    try reading { () throws(EngineError) in
      var query = query
      query.end = min(query.end, facts.sequence + 1)
      let kept = journal.facts.firstSequence
      switch query.subject {
      case .everything: return try everything(query, kept)
      case .chains(let chains): return try merged(chains, query, kept)
      }
    }
  }

  /// Bytes of entries on a page, at most: a reply has room for them.
  private static var pageByteLimit: Int { 1 << 20 }

  private func everything(_ query: HistoryQuery, _ kept: UInt64) throws(EngineError) -> HistoryPage {
    var page = HistoryPage()
    let start = max(query.start, kept)
    var sequence = query.isOldestFirst ? start : query.end &- 1
    while sequence >= start, sequence < query.end, sequence > 0 {
      if isFull(page, query) {
        page.next = query.isOldestFirst ? sequence : sequence + 1
        return page
      }
      try take(sequence, query, &page)
      sequence = query.isOldestFirst ? sequence + 1 : sequence - 1
    }
    page.isCutOff = query.start < kept
    return page
  }

  private func merged(_ chains: [Chain], _ query: HistoryQuery, _ kept: UInt64) throws(EngineError) -> HistoryPage {
    var page = HistoryPage()
    let start = max(query.start, kept)
    var strands: [Strand] = []
    for chain in chains {
      var strand = Strand(chain: chain)
      try begin(&strand, query, start, kept, &page)
      if strand.head != nil { strands.append(strand) }
    }
    while let index = next(of: strands, oldest: query.isOldestFirst) {
      guard let sequence = strands[index].head, sequence < query.end else {
        strands.remove(at: index)
        continue
      }
      if isFull(page, query) {
        page.next = query.isOldestFirst ? sequence : sequence + 1
        return page
      }
      try take(sequence, query, &page)
      try advance(&strands[index], query, start, kept, &page)
      if strands[index].head == nil { strands.remove(at: index) }
    }
    return page
  }

  /// One chain on its way.
  private struct Strand {
    let chain: Chain
    /// The next sequence.
    var head: UInt64?
    /// Oldest first: what comes after it, newest first.
    var ahead: [UInt64] = []
  }

  private func begin(
    _ strand: inout Strand, _ query: HistoryQuery, _ start: UInt64, _ kept: UInt64, _ page: inout HistoryPage
  ) throws(EngineError) {
    if query.isOldestFirst {
      let (links, hasEarlier) = try strand.chain.oldest(min(query.size, 128), from: start, in: journal, arena)
      if hasEarlier, query.start < kept { page.isCutOff = true }
      strand.ahead = links.reversed().map(\.sequence)
      strand.head = strand.ahead.popLast()
    } else if strand.chain.last < query.end {
      strand.head = strand.chain.last >= start && strand.chain.last > 0 ? strand.chain.last : nil
      if strand.chain.last > 0, strand.chain.last < kept, query.start < kept { page.isCutOff = true }
    } else {
      strand.head = try strand.chain.newest(from: start, below: query.end, in: journal, arena)?.sequence
    }
  }

  private func advance(
    _ strand: inout Strand, _ query: HistoryQuery, _ start: UInt64, _ kept: UInt64, _ page: inout HistoryPage
  ) throws(EngineError) {
    guard let sequence = strand.head else { return }
    if query.isOldestFirst {
      if strand.ahead.isEmpty, sequence < strand.chain.last {
        let links = try strand.chain.oldest(128, from: sequence + 1, in: journal, arena).links
        strand.ahead = links.reversed().map(\.sequence)
      }
      strand.head = strand.ahead.popLast()
    } else {
      let previous = try strand.chain.link(at: sequence, in: journal, arena).previous
      if previous > 0, previous < kept, query.start < kept { page.isCutOff = true }
      strand.head = previous >= start && previous > 0 ? previous : nil
    }
  }

  private func next(of strands: [Strand], oldest: Bool) -> Int? {
    strands.indices.min { left, right in
      let (left, right) = (strands[left].head ?? 0, strands[right].head ?? 0)
      return oldest ? left < right : left > right
    }
  }

  private func isFull(_ page: HistoryPage, _ query: HistoryQuery) -> Bool {
    page.entries.count >= query.size || page.looked >= Self.lookLimit || page.byteCount >= Self.pageByteLimit
  }

  /// Puts an entry on the page, if it is wanted.
  private func take(_ sequence: UInt64, _ query: HistoryQuery, _ page: inout HistoryPage) throws(EngineError) {
    page.looked += 1
    arena.reset()
    let found: (entry: Entry?, time: Int64, byteCount: Int)?
    do throws(JournalError) {
      found = try journal.withEntry(at: sequence) { stored in
        let type = unsafe stored.type
        if type == .commandResult || !query.types.isEmpty && !query.types.contains(type) { return (Entry(), 0, 0) }
        return unsafe (try? Entry(decoding: stored.bytes, in: arena), stored.time, stored.bytes.count)
      }
    } catch {
      throw .journal(error)
    }
    guard let found, let entry = found.entry else {
      throw .damaged("entry \(sequence) of the journal cannot be decoded")
    }
    guard found.byteCount > 0 else { return }
    if !query.warehouse.isEmpty {
      guard let level = entry.level, isSameIdentifier(level.warehouseID, query.warehouse) else { return }
    }
    page.entries.append(HistoryEntry(sequence: sequence, time: found.time, entry: entry))
    page.byteCount += found.byteCount
  }
}
