internal import CSystem
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Makes the next segment's file ahead of need, on a thread of its own: blocks reserved and filled with zeros, so that
/// the appends to come only overwrite, can't run out of space and need no sync of the file's metadata.
final class SegmentPreparer: Sendable {
  private let path: String
  private let byteCount: Int
  private let mode: JournalOptions.SyncMode
  private let queue = DispatchQueue(label: "holdfast.journal.prepare", qos: .utility)
  private let isHurried = Atomic(false)
  private let isStopped = Atomic(false)
  private let isPrepared = Atomic(false)
  private let failure = Mutex<JournalError?>(nil)

  /// Prepares files at `path`.
  init(path: String, byteCount: Int, mode: JournalOptions.SyncMode) {
    self.path = path
    self.byteCount = byteCount
    self.mode = mode
  }

  /// Whether a file waits to be taken.
  var isReady: Bool { isPrepared.load(ordering: .acquiring) }

  /// Why the last preparation failed, if it did.
  var lastFailure: JournalError? { failure.withLock { $0 } }

  /// Begins, and returns at once.
  func start() {
    queue.async { self.prepare() }
  }

  /// Waits until a file is there. The caller renames it before it calls ``start()`` again.
  ///
  /// - Throws: ``JournalError/failed(operation:path:code:)``; a later call tries again.
  func take() throws(JournalError) {
    isHurried.store(true, ordering: .relaxed)
    queue.sync { if !isReady { prepare() } }
    isHurried.store(false, ordering: .relaxed)
    guard isReady else { throw lastFailure ?? .failed(operation: "prepare", path: path, code: ECANCELED) }
    isPrepared.store(false, ordering: .releasing)
  }

  /// Ends a preparation that is under way.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    queue.sync {}
  }

  private func prepare() {
    do throws(JournalError) {
      try fill()
      failure.withLock { $0 = nil }
      if !isStopped.load(ordering: .relaxed) { isPrepared.store(true, ordering: .releasing) }
    } catch {
      _ = unsafe unlink(path)
      failure.withLock { $0 = error }
    }
  }

  private func fill() throws(JournalError) {
    try JournalDirectory.remove(path)
    let file = try SegmentFile.create(path, byteCount: byteCount, mode: mode)
    guard mode != .none else { return }
    let chunk = min(1 << 20, byteCount)
    guard let zeros = unsafe holdfast_allocate_pages(chunk) else {
      throw .failed(operation: "allocate memory", path: path, code: ENOMEM)
    }
    defer { unsafe holdfast_free_pages(zeros, chunk) }
    var offset = 0
    while offset < byteCount, !isStopped.load(ordering: .relaxed) {
      let count = min(chunk, byteCount - offset)
      try unsafe file.write(UnsafeRawBufferPointer(start: zeros, count: count), at: offset)
      offset += count
      // Appends share the disk with this and must not wait for it.
      if !isHurried.load(ordering: .relaxed), offset < byteCount { usleep(3_000) }
    }
    try file.sync()
  }
}
