internal import CLMDB

/// Looks, through reads alone, at every page that a data file's trees lead to: whether LMDB can follow it without leaving it.
///
/// LMDB has no checksums and believes what a page says of itself, so that one bit can lead it out of the file. What can be
/// read off the pages alone is checked: their numbers, kinds, bounds, the order of keys, the counts that each tree keeps,
/// and that no page is used twice or free and used. Offsets are those of `mdb.c` 0.9 on a machine of 64 bits.
struct StructureWalk {
  /// What is wrong, for people.
  struct Damage: Error { let text: String }

  /// What a tree's pages come to.
  private struct Counts: Equatable {
    var branches = 0
    var leaves = 0
    var overflows = 0
    var entries = 0
  }

  private enum Kind {
    /// Page numbers by transaction.
    case free
    /// The tables.
    case main
    case table
  }

  private let pageSize: Int
  private let lastPage: Int
  private var isUsed: [Bool]
  private var free: [Int] = []

  init(pageSize: Int, lastPage: Int) {
    self.pageSize = pageSize
    self.lastPage = lastPage
    isUsed = [Bool](repeating: false, count: max(2, lastPage + 1))
  }

  /// Walks both trees of a meta page, whose descriptions are the 96 bytes `trees`, and all tables.
  mutating func walk(_ trees: [UInt8], in file: borrowing DataFile) throws(Damage) {
    try visit(tree: trees, at: 0, .free, "the tree of free pages", in: file)
    try visit(tree: trees, at: 48, .main, "the tree of tables", in: file)
    for page in free where page < 2 || page > lastPage || isUsed[page] {
      throw Damage(text: "page \(page) is said to be free: it is in use, or there is none")
    }
  }

  private mutating func visit(
    tree bytes: [UInt8], at offset: Int, _ kind: Kind, _ name: String, in file: borrowing DataFile
  ) throws(Damage) {
    let span = unsafe bytes.span.bytes
    let flags = span.uint16(at: offset + 4)
    guard flags == (kind == .free ? UInt16(MDB_INTEGERKEY) : 0) else {
      throw Damage(text: "\(name) has flags \(flags)")
    }
    let tree = PageWalk.Tree(span, at: offset)
    var counts = Counts()
    if let root = tree.root {
      guard tree.depth >= 1, tree.depth <= 32 else { throw Damage(text: "\(name) has a depth of \(tree.depth)") }
      try visit(page: root, height: tree.depth, kind, &counts, in: file)
    }
    let said = (0..<4).map { span.uint64(at: offset + 8 + $0 * 8) }
    let found = [counts.branches, counts.leaves, counts.overflows, counts.entries].map { UInt64($0) }
    guard said == found, tree.root != nil || tree.depth == 0 else {
      throw Damage(text: "\(name) counts \(said) branch, leaf and overflow pages and entries, and has \(found)")
    }
  }

  /// Reads a page that is used for the first time.
  private mutating func take(_ page: Int, in file: borrowing DataFile) throws(Damage) -> [UInt8] {
    guard page >= 2, page <= lastPage else { throw Damage(text: "there is no page \(page)") }
    guard !isUsed[page] else { throw Damage(text: "page \(page) is used twice") }
    isUsed[page] = true
    let read: [UInt8]?
    do throws(LMDBError) { read = try file.read(pageSize, at: page * pageSize) } catch {
      throw Damage(text: "page \(page) cannot be read: \(error.description)")
    }
    guard let bytes = read else { throw Damage(text: "the file ends before page \(page)") }
    guard unsafe bytes.span.bytes.uint64(at: 0) == UInt64(page) else {
      throw Damage(text: "page \(page) says that it is another")
    }
    return bytes
  }

  private mutating func visit(
    page: Int, height: Int, _ kind: Kind, _ counts: inout Counts, in file: borrowing DataFile
  ) throws(Damage) {
    let bytes = try take(page, in: file)
    let span = unsafe bytes.span.bytes
    let isLeaf = height == 1
    guard span.uint16(at: 10) == (isLeaf ? 2 : 1) else { throw Damage(text: "page \(page) is of another kind") }
    let lower = Int(span.uint16(at: 12))
    let upper = Int(span.uint16(at: 14))
    guard lower >= (isLeaf || kind == .free ? 18 : 20), lower % 2 == 0, lower <= upper, upper <= pageSize else {
      throw Damage(text: "page \(page) has its nodes from \(lower) to \(upper)")
    }
    if isLeaf { counts.leaves += 1 } else { counts.branches += 1 }
    var before: Range<Int>?
    for place in stride(from: 16, to: lower, by: 2) {
      let offset = Int(span.uint16(at: place))
      guard offset >= upper, offset % 2 == 0, offset + 8 <= pageSize else {
        throw Damage(text: "page \(page) has a node at \(offset)")
      }
      let key = offset + 8..<offset + 8 + Int(span.uint16(at: offset + 6))
      guard key.upperBound <= pageSize, key.count <= 511 else {
        throw Damage(text: "page \(page), node at \(offset): its key has \(key.count) bytes")
      }
      if let before, kind != .free, !precedes(bytes[before], bytes[key]) {
        throw Damage(text: "page \(page), node at \(offset): its key is not in order")
      }
      if isLeaf {
        counts.entries += 1
        try visit(leafNode: offset, key, of: bytes, page, kind, &counts, in: file)
      } else {
        let child = Int(span.uint32(at: offset)) | Int(span.uint16(at: offset + 4)) << 32
        try visit(page: child, height: height - 1, kind, &counts, in: file)
      }
      // The first key of a branch says nothing.
      if isLeaf || place > 16 { before = key }
    }
  }

  private func precedes(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    one.lexicographicallyPrecedes(other)
  }

  private mutating func visit(
    leafNode offset: Int, _ key: Range<Int>, of bytes: [UInt8], _ page: Int, _ kind: Kind, _ counts: inout Counts,
    in file: borrowing DataFile
  ) throws(Damage) {
    let span = unsafe bytes.span.bytes
    let place = "page \(page), node at \(offset)"
    let size = Int(span.uint32(at: offset))
    let flags = span.uint16(at: offset + 4)
    var value: ArraySlice<UInt8>
    switch flags {
    case 0, 2:
      guard key.upperBound + size <= pageSize else { throw Damage(text: "\(place): its value has \(size) bytes") }
      value = bytes[key.upperBound..<key.upperBound + size]
    case 1:
      guard key.upperBound + 8 <= pageSize else { throw Damage(text: "\(place): its value lies nowhere") }
      value = try overflow(Int(clamping: span.uint64(at: key.upperBound)), size, place, &counts, in: file)[...]
    default: throw Damage(text: "\(place) has flags \(flags)")
    }
    switch kind {
    case .main:
      guard flags == 2, size == 48 else { throw Damage(text: "\(place) is no table") }
      let name = String(decoding: bytes[key], as: UTF8.self)
      try visit(tree: Array(value), at: 0, .table, "the table \(name)", in: file)
    case .table: if flags == 2 { throw Damage(text: "\(place) has flags \(flags)") }
    case .free:
      let numbers = Array(value)
      let count = numbers.count >= 8 ? unsafe numbers.span.bytes.uint64(at: 0) : .max
      guard key.count == 8, numbers.count % 8 == 0, UInt64(numbers.count) / 8 > count else {
        throw Damage(text: "\(place) is no list of pages")
      }
      for index in 0..<Int(count) { free.append(Int(clamping: unsafe numbers.span.bytes.uint64(at: 8 + index * 8))) }
    }
  }

  /// The value on pages of its own that begin with `page`.
  private mutating func overflow(
    _ page: Int, _ size: Int, _ place: String, _ counts: inout Counts, in file: borrowing DataFile
  ) throws(Damage) -> [UInt8] {
    let first = try take(page, in: file)
    let span = unsafe first.span.bytes
    let pages = Int(span.uint32(at: 12))
    guard span.uint16(at: 10) == 4, pages == (15 + size) / pageSize + 1, page + pages - 1 <= lastPage else {
      throw Damage(text: "\(place): its value of \(size) bytes does not lie on page \(page)")
    }
    for next in page + 1..<page + pages {
      guard !isUsed[next] else { throw Damage(text: "page \(next) is used twice") }
      isUsed[next] = true
    }
    counts.overflows += pages
    let bytes: [UInt8]?
    do throws(LMDBError) { bytes = try file.read(16 + size, at: page * pageSize) } catch {
      throw Damage(text: "page \(page) cannot be read: \(error.description)")
    }
    guard let bytes else { throw Damage(text: "the file ends before the value on page \(page)") }
    return Array(bytes[16...])
  }
}
