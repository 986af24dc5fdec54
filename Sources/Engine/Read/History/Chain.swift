internal import Inventory
package import Journal
package import Messages

/// A chain of entries that point back at each other: those about one level, or about one reference.
///
/// Walked from its newest entry back, or, with the skip pointers, from any place on: the begin of a chain of a million
/// entries is some four hundred steps away.
package struct Chain {
  /// What the entries are about.
  package enum Subject {
    /// A level.
    case level(LevelKey)
    /// A cart, an order or a transfer.
    case reference(Reference)
  }

  /// What it is about.
  let subject: Subject
  /// Sequence of its newest entry; 0 = it has none.
  let last: UInt64

  /// The chain of `subject`, whose newest entry is `last`.
  package init(_ subject: Subject, last: UInt64) {
    self.subject = subject
    self.last = last
  }

  /// The entry's place in this chain.
  ///
  /// - Throws: `damaged` where there is no such entry, or it is not of this chain.
  package func link(at sequence: UInt64, in journal: JournalReader, _ arena: MessageArena) throws(EngineError)
    -> ChainLink
  {
    let found: ChainLink??
    do throws(JournalError) {
      found = try journal.withEntry(at: sequence) { unsafe self.link(of: $0, arena) }
    } catch {
      throw .journal(error)
    }
    guard let found, let link = found, link.previous < sequence, link.skip < sequence else {
      throw .damaged("entry \(sequence) of the journal is not where the history of \(name) points")
    }
    return link
  }

  private var name: String {
    switch subject {
    case .level(let key): describe(key)
    case .reference(let reference): describe(reference)
    }
  }

  @unsafe
  private func link(of entry: JournalEntry, _ arena: MessageArena) -> ChainLink? {
    switch subject {
    case .level: return unsafe ChainLink(ofLevelIn: entry)
    case .reference(let reference):
      arena.reset()
      guard let decoded = unsafe try? Entry(decoding: entry.bytes, in: arena) else { return nil }
      let isSubject = decoded.subjectReference.map {
        $0.type == reference.type && isSameIdentifier($0.id, reference.id)
      }
      let link = isSubject == true ? decoded.referenceLink : decoded.previousReferenceLink
      guard let link, link.ordinal > 0 else { return nil }
      return ChainLink(sequence: entry.sequence, ordinal: link.ordinal, previous: link.previous, skip: link.skip)
    }
  }

  /// The newest entry below `end`, at or after `start`; nil if there is none.
  func newest(from start: UInt64, below end: UInt64, in journal: JournalReader, _ arena: MessageArena)
    throws(EngineError) -> ChainLink?
  {
    var sequence = last
    while sequence >= max(start, 1) {
      let link = try link(at: sequence, in: journal, arena)
      if sequence < end { return link }
      sequence = link.skip >= end ? link.skip : link.previous
    }
    return nil
  }

  /// The oldest `count` entries at or after `start`, oldest first, and whether entries before `start` belong to the chain.
  func oldest(_ count: Int, from start: UInt64, in journal: JournalReader, _ arena: MessageArena) throws(EngineError)
    -> (links: [ChainLink], hasEarlier: Bool)
  {
    let start = max(start, 1)
    guard last >= start else { return ([], last > 0) }
    var path: [ChainLink] = []
    var link = try link(at: last, in: journal, arena)
    while true {
      path.append(link)
      if link.skip >= start {
        link = try self.link(at: link.skip, in: journal, arena)
      } else if link.previous >= start {
        link = try self.link(at: link.previous, in: journal, arena)
      } else {
        break
      }
    }
    let first = link.ordinal
    let end = first.addingReportingOverflow(UInt64(max(count, 1)) - 1).partialValue
    let wanted = min(end, path[0].ordinal)
    // What the way down has passed saves going it again.
    var node = path.last { $0.ordinal >= wanted } ?? path[0]
    while node.ordinal > wanted {
      let target = node.skip >= start && node.skipOrdinal >= wanted ? node.skip : node.previous
      guard target >= start else { break }
      node = try self.link(at: target, in: journal, arena)
    }
    var links = [node]
    while node.previous >= start {
      node = try self.link(at: node.previous, in: journal, arena)
      links.append(node)
    }
    return (links.reversed(), link.ordinal > 1)
  }
}
