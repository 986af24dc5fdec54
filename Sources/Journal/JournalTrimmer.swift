internal import Glibc
internal import Synchronization

/// Takes old segments out of a journal, from any thread while another writes and others read.
package struct JournalTrimmer: Sendable {
  let shared: SharedJournal

  /// The segments that hold nothing but entries before `sequence`, oldest first: how many, their bytes, and the first
  /// sequence that is left without them. The one that is appended to is never among them.
  package func removable(below sequence: UInt64) -> (count: Int, byteCount: Int, firstSequence: UInt64) {
    let segments = shared.segments
    let count = segments.index(holding: sequence) ?? 0
    return (
      count, segments.prefix(count).reduce(0) { $0 + $1.header.fileByteCount }, segments[count].header.firstSequence
    )
  }

  /// Removes the segments that hold nothing but entries before `sequence`, or moves them to the folder `archive`.
  ///
  /// Oldest first, each for good before the next: a crash in between leaves no hole. What is left can still be verified:
  /// the running hash before its first entry is in its header (``JournalFacts/baseline``). A walk in a removed segment
  /// ends with ``JournalError/removed(sequence:firstSequence:)``; records that it gave stay good.
  /// - Returns: how many files were removed.
  /// - Throws: ``JournalError/failed(operation:path:code:)``; segments that were removed before stay removed.
  @discardableResult
  package func removeSegments(below sequence: UInt64, archive: String? = nil) throws(JournalError) -> Int {
    let count = removable(below: sequence).count
    for _ in 0..<count {
      let oldest = shared.segments[0]
      if let archive { try Self.copy(oldest, to: archive) }
      shared.state.withLock { _ = $0.segments.removeFirst() }
      try JournalDirectory.remove(oldest.path)
      try JournalDirectory.syncNames(in: shared.directory)
    }
    return count
  }

  /// Copies a segment to another folder, perhaps on another disk, so that it is there whole or not at all.
  private static func copy(_ segment: Segment, to folder: String) throws(JournalError) {
    let name = segment.header.fileName
    let temporary = "\(folder)/\(name).new"
    try JournalDirectory.remove(temporary)
    let pages = try segment.pages()
    let file = try SegmentFile.create(temporary, byteCount: segment.header.fileByteCount, mode: .buffered)
    let chunk = 1 << 20
    var offset = 0
    while offset < segment.header.fileByteCount {
      let count = min(chunk, segment.header.fileByteCount - offset)
      try unsafe file.write(UnsafeRawBufferPointer(start: pages.base + offset, count: count), at: offset)
      offset += count
    }
    try file.sync()
    guard unsafe rename(temporary, "\(folder)/\(name)") == 0 else {
      throw .failed(operation: "rename", path: temporary, code: errno)
    }
    try JournalDirectory.syncNames(in: folder)
  }
}

extension Journal {
  /// Takes old segments out, from any thread.
  package var trimmer: JournalTrimmer { JournalTrimmer(shared: shared) }
}
