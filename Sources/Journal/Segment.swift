internal import Synchronization

/// One segment, as readers know it.
final class Segment: Sendable {
  let header: SegmentHeader
  let path: String
  /// Where the records end that may be read; the file's length for a segment that is complete.
  let end: Atomic<Int>
  private let held: Mutex<SegmentPages?>

  /// A segment whose file is complete; it is mapped when someone reads it.
  init(complete header: SegmentHeader, path: String) {
    self.header = header
    self.path = path
    end = Atomic(header.fileByteCount)
    held = Mutex(nil)
  }

  /// The segment that is appended to, readable below `end`.
  init(active pages: SegmentPages, path: String, end: Int) {
    header = pages.header
    self.path = path
    self.end = Atomic(end)
    held = Mutex(pages)
  }

  /// The segment's bytes.
  func pages() throws(JournalError) -> SegmentPages {
    try held.withLock { (held) throws(JournalError) in
      if let pages = held { return pages }
      let pages = try SegmentPages.map(header, path: path)
      held = pages
      return pages
    }
  }

  /// Lets go of the writer's image: from now on the file is read. Who reads the image keeps it.
  func complete() {
    held.withLock { $0 = nil }
  }

  /// An error that says where this segment is damaged.
  func damaged(_ offset: Int, _ reason: String) -> JournalError {
    .damaged(file: path, offset: offset, reason: reason)
  }
}
