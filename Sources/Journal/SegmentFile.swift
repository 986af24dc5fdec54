internal import CSystem
internal import Glibc

/// The journal's whole traffic with one file: nothing else in this target reads or writes a segment's descriptor.
@safe
struct SegmentFile: ~Copyable {
  /// Where the file is; whoever renames it says so.
  var path: String
  private let descriptor: Int32
  private let mode: JournalOptions.SyncMode

  /// Opens a file that is there.
  static func open(_ path: String, mode: JournalOptions.SyncMode) throws(JournalError) -> SegmentFile {
    try open(path, mode: mode, creating: false)
  }

  /// Opens a file that is there, for reading alone.
  static func openToRead(_ path: String) throws(JournalError) -> SegmentFile {
    let opened = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .failed(operation: "open", path: path, code: errno) }
    return SegmentFile(path: path, descriptor: opened, mode: .none)
  }

  /// Makes a file that was not there, of `byteCount` bytes, reserved on disk.
  static func create(
    _ path: String, byteCount: Int, mode: JournalOptions.SyncMode
  ) throws(JournalError) -> SegmentFile {
    let file = try open(path, mode: mode, creating: true)
    try file.check(holdfast_allocate_file(file.descriptor, byteCount), "allocate")
    return file
  }

  private static func open(
    _ path: String, mode: JournalOptions.SyncMode, creating: Bool
  ) throws(JournalError) -> SegmentFile {
    let direct: Int32 = mode == .direct ? 1 : 0
    var opened = unsafe creating ? holdfast_create_file(path, direct) : holdfast_open_file(path, direct)
    var mode = mode
    // A file system without O_DIRECT, or a disk with larger sectors than ours, says EINVAL: to the open (which may have
    // made the file already) or to the first read.
    if mode == .direct, opened == -EINVAL || opened >= 0 && !takesDirect(opened) {
      if opened >= 0 { close(opened) }
      opened = unsafe holdfast_open_file(path, 0)
      if creating, opened == -ENOENT { opened = unsafe holdfast_create_file(path, 0) }
      mode = .buffered
    }
    guard opened >= 0 else { throw .failed(operation: creating ? "create" : "open", path: path, code: -opened) }
    return SegmentFile(path: path, descriptor: opened, mode: mode)
  }

  private static func takesDirect(_ descriptor: Int32) -> Bool {
    guard let page = unsafe holdfast_allocate_pages(4096) else { return false }
    defer { unsafe holdfast_free_pages(page, 4096) }
    return unsafe holdfast_read_at(descriptor, page, 512, 512) >= 0
  }

  deinit { close(descriptor) }

  /// The file's length in bytes.
  func byteCount() throws(JournalError) -> Int {
    let length = holdfast_file_length(descriptor)
    guard length >= 0 else { throw .failed(operation: "stat", path: path, code: Int32(-length)) }
    return Int(length)
  }

  /// Writes all bytes at once and returns when they are durable. Address, count and offset are multiples of 512.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(JournalError) {
    let written = unsafe holdfast_write_at(descriptor, bytes.baseAddress, bytes.count, offset)
    guard written == bytes.count else {
      throw .failed(operation: "write", path: path, code: written < 0 ? Int32(-written) : ENOSPC)
    }
    if mode == .buffered { try sync() }
  }

  /// Waits until everything written is durable; nothing where the mode says not to.
  func sync() throws(JournalError) {
    if mode != .none { try check(holdfast_sync_data(descriptor), "sync") }
  }

  /// Reads from `offset` on; the bytes read are fewer only where the file ends.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(JournalError) -> Int {
    let got = unsafe holdfast_read_at(descriptor, bytes.baseAddress, bytes.count, offset)
    guard got >= 0 else { throw .failed(operation: "read", path: path, code: Int32(-got)) }
    return got
  }

  /// The first `byteCount` bytes of the file, mapped for reading.
  func map(_ byteCount: Int) throws(JournalError) -> UnsafeRawPointer {
    guard let pages = unsafe holdfast_map_file(descriptor, byteCount) else {
      throw .failed(operation: "map", path: path, code: errno)
    }
    return unsafe pages
  }

  private func check(_ code: Int32, _ operation: String) throws(JournalError) {
    guard code == 0 else { throw .failed(operation: operation, path: path, code: -code) }
  }
}
