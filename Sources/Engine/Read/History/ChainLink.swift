package import Journal
internal import Messages

/// Where an entry stands in a chain: that of its level, or of a reference.
package struct ChainLink: Equatable, Sendable {
  /// The entry's sequence.
  package var sequence: UInt64
  /// Which entry of the chain it is, from 1.
  package var ordinal: UInt64
  /// Sequence of the one before; 0 = none.
  package var previous: UInt64
  /// Sequence of one further back; 0 = none.
  package var skip: UInt64

  /// Ordinal of the entry that ``skip`` names, by the rule of journal.proto; 0 = none.
  package var skipOrdinal: UInt64 {
    guard ordinal > 0 else { return 0 }
    return ordinal % 64 == 0 ? (ordinal - 1) / 4096 * 4096 : (ordinal - 1) / 64 * 64
  }
}

extension ChainLink {
  /// Reads the place of an entry in its level's chain out of its bytes; nil where it has no level or is damaged.
  ///
  /// By hand, because a walk to the begin of a long chain passes hundreds of entries of which it needs these numbers only.
  @unsafe
  package init?(ofLevelIn entry: JournalEntry) {
    var fields = unsafe FieldScan(entry.bytes)
    guard let level = unsafe fields.bytes(of: 3) else { return nil }
    self.init(sequence: entry.sequence, ordinal: 0, previous: 0, skip: 0)
    var scan = unsafe FieldScan(level)
    while let field = unsafe scan.next() {
      switch field {
      case .number(6, let value): ordinal = value
      case .number(7, let value): previous = value
      case .number(8, let value): skip = value
      default: break
      }
    }
    guard unsafe scan.isAtEnd, ordinal > 0 else { return nil }
  }
}

extension JournalEntry {
  /// The entry's type, without unpacking it.
  @unsafe
  var type: EntryType {
    var fields = unsafe FieldScan(bytes)
    while let field = unsafe fields.next() {
      if case .number(1, let value) = field { return EntryType(rawValue: Int32(truncatingIfNeeded: value)) }
    }
    return .unspecified
  }
}

/// Steps over the fields of a protobuf message where it lies, never past its end.
@unsafe
struct FieldScan {
  /// One field.
  enum Field {
    case number(UInt64, UInt64)
    case bytes(UInt64, Range<Int>)
    case fixed(UInt64)
  }

  private let base: UnsafeRawBufferPointer
  private var offset = 0

  init(_ base: UnsafeRawBufferPointer) { unsafe self.base = base }

  /// Whether all of the message was stepped over.
  var isAtEnd: Bool { unsafe offset == base.count }

  /// The next field; nil at the end and where the bytes are no message.
  mutating func next() -> Field? {
    guard unsafe offset < base.count, let key = unsafe varint() else { return nil }
    switch key & 7 {
    case 0: return unsafe varint().map { .number(key >> 3, $0) }
    case 1: return unsafe advance(8) ? .fixed(key >> 3) : nil
    case 5: return unsafe advance(4) ? .fixed(key >> 3) : nil
    case 2:
      guard let length = unsafe varint(), let count = Int(exactly: length) else { return nil }
      let start = unsafe offset
      return unsafe advance(count) ? .bytes(key >> 3, start..<offset) : nil
    default: return nil
    }
  }

  /// The bytes of the first field with this number; nil if there is none.
  mutating func bytes(of number: UInt64) -> UnsafeRawBufferPointer? {
    while let field = unsafe next() {
      if case .bytes(number, let range) = field { return unsafe UnsafeRawBufferPointer(rebasing: base[range]) }
    }
    return nil
  }

  private mutating func advance(_ count: Int) -> Bool {
    guard unsafe count <= base.count - offset else { return false }
    unsafe offset += count
    return true
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while unsafe offset < base.count, shift < 64 {
      let byte = unsafe base[offset]
      unsafe offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
