internal import CLMDB

/// Finds the last page that a file's trees lead to.
///
/// Leaves are read only where they lead on: to the tables of the main tree, or to values on pages of their own.
struct PageWalk {
  let pageSize: Int
  /// How many whole pages the file has.
  let pages: Int
  /// The last page that was met.
  private(set) var lastPage = 1
  /// No tree reaches beyond this page.
  private let limit: Int
  /// How many pages may still be read, so that a damaged file cannot lead round in circles.
  private var budget: Int

  /// A tree's place: its root, and what can be said of its pages.
  struct Tree {
    /// The root's page; `nil` where the tree is empty.
    let root: Int?
    let depth: Int
    let hasOverflowPages: Bool

    /// The description of a tree (`MDB_db`, 48 bytes) at `offset`.
    init(_ bytes: RawSpan, at offset: Int) {
      let page = bytes.uint64(at: offset + 40)
      root = page == .max ? nil : Int(clamping: page)
      depth = Int(bytes.uint16(at: offset + 6))
      hasOverflowPages = bytes.uint64(at: offset + 24) != 0
    }
  }

  /// What a tree's leaves lead to.
  private enum Leaves {
    /// Nothing: they are not read.
    case ends
    /// Values on pages of their own.
    case values
    /// Values, and the trees of tables.
    case tables
  }

  init(pageSize: Int, pages: Int, lastPage: Int) {
    self.pageSize = pageSize
    self.pages = pages
    limit = lastPage
    budget = pages + 1
  }

  /// Visits a tree, and the tables whose descriptions lie in it.
  mutating func visit(tree: Tree, isMain: Bool, in file: borrowing DataFile) throws(LMDBError) {
    guard let root = tree.root else { return }
    try visit(
      page: root, height: tree.depth, leaves: isMain ? .tables : tree.hasOverflowPages ? .values : .ends, in: file)
  }

  private mutating func visit(
    page: Int, height: Int, leaves: Leaves, in file: borrowing DataFile
  ) throws(LMDBError) {
    guard page <= limit, height >= 1, height <= 32 else { throw .corrupted(.open, code: MDB_CORRUPTED) }
    lastPage = max(lastPage, page)
    if page >= pages || (height == 1 && leaves == .ends) { return }
    budget -= 1
    guard budget >= 0, let bytes = try file.read(pageSize, at: page * pageSize) else {
      throw .corrupted(.open, code: MDB_CORRUPTED)
    }
    for place in try nodes(of: unsafe bytes.span.bytes) {
      try visit(node: place, of: bytes, height: height, leaves: leaves, in: file)
    }
  }

  /// The offsets of a page's nodes.
  private func nodes(of page: RawSpan) throws(LMDBError) -> [Int] {
    let end = Int(page.uint16(at: 12))
    guard end >= 16, end <= page.byteCount else { throw .corrupted(.open, code: MDB_CORRUPTED) }
    return stride(from: 16, to: end - 1, by: 2).map { Int(page.uint16(at: $0)) }
  }

  private mutating func visit(
    node offset: Int, of page: [UInt8], height: Int, leaves: Leaves, in file: borrowing DataFile
  ) throws(LMDBError) {
    guard offset + 8 <= page.count else { throw .corrupted(.open, code: MDB_CORRUPTED) }
    let bytes = unsafe page.span.bytes
    let flags = bytes.uint16(at: offset + 4)
    let low = Int(bytes.uint32(at: offset))
    if height > 1 {
      try visit(page: low | Int(flags) << 32, height: height - 1, leaves: leaves, in: file)
      return
    }
    let data = offset + 8 + Int(bytes.uint16(at: offset + 6))
    let isBig = flags & 0x01 != 0
    let isTree = flags & 0x02 != 0
    guard data + (isBig ? 8 : isTree ? 48 : 0) <= page.count else { throw .corrupted(.open, code: MDB_CORRUPTED) }
    if isBig {
      let first = Int(clamping: bytes.uint64(at: data))
      let last = first.addingReportingOverflow((16 + low - 1) / pageSize)
      guard !last.overflow, last.partialValue <= limit else { throw .corrupted(.open, code: MDB_CORRUPTED) }
      lastPage = max(lastPage, last.partialValue)
    } else if isTree, leaves == .tables {
      try visit(tree: Tree(bytes, at: data), isMain: false, in: file)
    }
  }
}
