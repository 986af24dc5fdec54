internal import CLMDB
internal import Glibc

/// Looks at `data.mdb` through reads alone, before it is mapped: to touch a mapped page behind the file's end would
/// kill the process.
///
/// Offsets are those of LMDB's format 1 on a machine of 64 bits, as `mdb.c` 0.9 lays it out.
@safe
struct DataFile: ~Copyable {
  let descriptor: Int32
  let byteCount: Int

  private init(descriptor: Int32, byteCount: Int) {
    self.descriptor = descriptor
    self.byteCount = byteCount
  }

  deinit { close(descriptor) }

  /// Refuses a file that is shorter than its pages in use. A missing or empty file is fine: it will be made.
  static func check(_ path: String) throws(LMDBError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return }
      throw .io(.open, errno: errno)
    }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let file = DataFile(descriptor: descriptor, byteCount: Int(status.st_size))
    guard isKnown else { throw .io(.open, errno: errno) }
    if file.byteCount > 0 { try file.check() }
  }

  private borrowing func check() throws(LMDBError) {
    guard let meta = try newestMeta() else { throw .corrupted(.open, code: MDB_INVALID) }
    if byteCount / meta.pageSize > meta.lastPage { return }
    // Pages at the end that a transaction took and gave back again were never written, so that a sound file can be
    // shorter than its last page: what counts is the last page that the trees lead to.
    var walk = PageWalk(pageSize: meta.pageSize, pages: byteCount / meta.pageSize, lastPage: meta.lastPage)
    try walk.visit(tree: meta.freeTree, isMain: false, in: self)
    try walk.visit(tree: meta.mainTree, isMain: true, in: self)
    if walk.lastPage >= walk.pages {
      throw .truncated(byteCount: byteCount, neededByteCount: (walk.lastPage + 1) * meta.pageSize)
    }
  }

  /// What keeps LMDB from following the file's pages; nil where it can. Nobody may write to it meanwhile.
  static func structuralDamage(_ path: String) throws(LMDBError) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .io(.open, errno: errno) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let file = DataFile(descriptor: descriptor, byteCount: Int(status.st_size))
    guard isKnown else { throw .io(.open, errno: errno) }
    guard let meta = try file.newestMeta(), let trees = try file.read(96, at: meta.place + 40) else {
      return "there is no meta page"
    }
    guard meta.lastPage < 1 << 40 / meta.pageSize else { return "the last page is said to be \(meta.lastPage)" }
    var walk = StructureWalk(pageSize: meta.pageSize, lastPage: meta.lastPage)
    do throws(StructureWalk.Damage) { try walk.walk(trees, in: file) } catch { return error.text }
    return nil
  }

  /// What a meta page says.
  struct Meta {
    let place: Int
    let pageSize: Int
    let lastPage: Int
    let transaction: UInt64
    let freeTree: PageWalk.Tree
    let mainTree: PageWalk.Tree
  }

  /// The meta page with the later transaction, which is the one that LMDB goes by.
  private borrowing func newestMeta() throws(LMDBError) -> Meta? {
    guard let first = try meta(at: 0) else { return nil }
    guard let second = try meta(at: first.pageSize) else { return first }
    return second.transaction > first.transaction ? second : first
  }

  private borrowing func meta(at offset: Int) throws(LMDBError) -> Meta? {
    guard let page = try read(152, at: offset) else {
      throw .truncated(byteCount: byteCount, neededByteCount: offset + 152)
    }
    let bytes = unsafe page.span.bytes
    guard bytes.uint16(at: 10) & 0x08 != 0, bytes.uint32(at: 16) == 0xBEEF_C0DE else { return nil }
    guard bytes.uint32(at: 20) == 1 else { throw .versionMismatch(.open) }
    let pageSize = Int(bytes.uint32(at: 40))
    guard pageSize >= 256, pageSize <= 1 << 16 else { return nil }
    return Meta(
      place: offset, pageSize: pageSize, lastPage: Int(clamping: bytes.uint64(at: 136) & (1 << 48 - 1)),
      transaction: bytes.uint64(at: 144), freeTree: PageWalk.Tree(bytes, at: 40), mainTree: PageWalk.Tree(bytes, at: 88)
    )
  }

  /// `count` bytes from `offset` on; `nil` where the file ends before.
  borrowing func read(_ count: Int, at offset: Int) throws(LMDBError) -> [UInt8]? {
    var got = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      got = unsafe pread(descriptor, buffer.baseAddress, count, offset)
      initialized = max(got, 0)
    }
    if got < 0 { throw .io(.open, errno: errno) }
    return got == count ? bytes : nil
  }
}
