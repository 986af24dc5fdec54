extension Journal {
  /// Lets a journal that nobody has open go on under another history id: a new last segment, without a record, that names
  /// the history which it goes on from.
  ///
  /// - Throws: any ``JournalError`` but those of writing; ``JournalError/endsEarly(lastSequence:knownSequence:)`` where
  ///   the journal has no segment.
  package static func beginHistory(
    _ historyID: HistoryID, in path: String, options: JournalOptions = JournalOptions()
  ) throws(JournalError) {
    let directory = try JournalDirectory(path: path, mode: options.syncMode)
    try directory.removePrepared()
    guard let sequence = try directory.segments().last else { throw .endsEarly(lastSequence: 0, knownSequence: 0) }
    let last = path + "/" + SegmentHeader.fileName(firstSequence: sequence)
    let header = try SegmentHeader(file: .openToRead(last))
    let tail = try JournalTail(header, path: last, file: .openToRead(last), knownSequence: 0)
    let hasRecords = tail.end > SegmentHeader.byteCount
    let next = SegmentHeader(
      historyID: historyID, firstSequence: tail.endSequence,
      previousFirstSequence: hasRecords ? header.firstSequence : header.previousFirstSequence,
      previousTime: tail.lastTime, fileByteCount: options.roundedSegmentByteCount, hash: tail.hash,
      ancestor: hasRecords ? header.historyID : header.ancestor)
    try SegmentPreparer(path: directory.preparedPath, byteCount: next.fileByteCount, mode: options.syncMode).take()
    let file = try SegmentFile.open(directory.preparedPath, mode: options.syncMode)
    _ = try NewSegment(header: next, file: file, directory: directory)
  }

  /// The length that the header of a segment's copy says its file must have; the file may be shorter.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``, ``JournalError/failed(operation:path:code:)``.
  package static func fullByteCount(ofSegment path: String) throws(JournalError) -> Int {
    let file = try SegmentFile.openToRead(path)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: SegmentHeader.byteCount, alignment: 4096)
    defer { unsafe block.deallocate() }
    guard try unsafe file.read(into: block, at: 0) == SegmentHeader.byteCount, let start = block.baseAddress else {
      throw .damaged(file: path, offset: 0, reason: "file ends within the header")
    }
    return Int(unsafe UnsafeRawPointer(start).load(56, as: Int64.self))
  }
}
