internal import Inventory
internal import LMDB
package import Messages

/// Where the history of a reference ends: the back-pointers that its next entry gets.
package struct ReferenceRow: Equatable, Sendable {
  /// Ordinal of the last entry about the reference.
  package var ordinal: UInt64 = 0
  /// Its sequence.
  package var lastSequence: UInt64 = 0
  /// Sequence of the last entry whose ordinal is a multiple of 64.
  package var lastSequenceBy64: UInt64 = 0
  /// Sequence of the last entry whose ordinal is a multiple of 4,096.
  package var lastSequenceBy4096: UInt64 = 0

  /// Bytes of a stored row.
  static let byteCount = 32

  /// That of a reference without entries.
  package init() {}

  /// What the reference's next entry says of its place.
  var nextLink: ReferenceLink {
    let ordinal = ordinal &+ 1
    return ReferenceLink(
      ordinal: ordinal, previous: lastSequence, skip: ordinal % 64 == 0 ? lastSequenceBy4096 : lastSequenceBy64)
  }

  /// Moves on to the entry with `sequence`.
  mutating func link(_ sequence: UInt64) {
    ordinal &+= 1
    lastSequence = sequence
    if ordinal % 64 == 0 { lastSequenceBy64 = sequence }
    if ordinal % 4096 == 0 { lastSequenceBy4096 = sequence }
  }

  init?(_ bytes: RawSpan) {
    guard bytes.byteCount == Self.byteCount else { return nil }
    ordinal = bytes.uint64(at: 0)
    lastSequence = bytes.uint64(at: 8)
    lastSequenceBy64 = bytes.uint64(at: 16)
    lastSequenceBy4096 = bytes.uint64(at: 24)
  }

  func store(into bytes: inout MutableRawSpan) {
    bytes.store(ordinal, at: 0)
    bytes.store(lastSequence, at: 8)
    bytes.store(lastSequenceBy64, at: 16)
    bytes.store(lastSequenceBy4096, at: 24)
  }
}

extension Entry {
  /// What the entry is about, if it is a cart, an order or a transfer: its hold's reference, or else its own.
  package var subjectReference: Reference? {
    let named = hold?.reference ?? reference
    return named.flatMap { $0.type == .unspecified || $0.id.isEmpty ? nil : $0 }
  }

  /// The reference that its hold had before, where that is another.
  package var formerReference: Reference? {
    guard let former = previousReference, former.type != .unspecified, !former.id.isEmpty else { return nil }
    if let subject = subjectReference, subject.type == former.type, isSameIdentifier(subject.id, former.id) {
      return nil
    }
    return former
  }
}

extension StateView {
  /// Where the history of a reference ends.
  package final func referenceRow(_ reference: Reference) throws(EngineError) -> ReferenceRow {
    key.set(reference: reference)
    let stored = try transaction.value(tables.holdsByReference, key) { ReferenceRow($0) }
    guard let row = stored else { return ReferenceRow() }
    guard let row else { throw EngineError.damaged("the history of \(describe(reference)) in the state") }
    return row
  }
}

extension Evolver {
  /// Ties the entry to those about the same references.
  func link(_ entry: Entry, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    try link(entry.subjectReference, entry.referenceLink, sequence, transaction)
    try link(entry.formerReference, entry.previousReferenceLink, sequence, transaction)
  }

  private func link(
    _ reference: Reference?, _ link: ReferenceLink?, _ sequence: UInt64, _ transaction: WriteTransaction
  ) throws(EngineError) {
    guard let reference else { return }
    var row = try view.referenceRow(reference)
    guard let link, link == row.nextLink else {
      throw EngineError.damaged("entry \(sequence) does not follow the last one about \(describe(reference))")
    }
    row.link(sequence)
    key.set(reference: reference)
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.holdsByReference, key, byteCount: ReferenceRow.byteCount) { row.store(into: &$0) }
    }
  }
}
