extension Journal {
  /// Opens the journal in `directory`, or begins one in a folder that has none (the folder itself is made if need be).
  ///
  /// What the last segment holds is read and checked. A torn last record, which no one was told of, is cut off. What
  /// may not have reached the disk yet is written again and synced before anyone sees it. Damage anywhere else is refused.
  ///
  /// - Throws: any ``JournalError`` but those of writing.
  package static func open(
    directory path: String, options: JournalOptions = JournalOptions()
  ) throws(JournalError) -> Journal {
    let directory = try JournalDirectory(path: path, mode: options.syncMode)
    try directory.removePrepared()
    let sequences = try directory.segments()
    guard !sequences.isEmpty else { return try begin(in: directory, options: options) }
    let headers = try readHeaders(sequences, in: directory, options: options)
    return try resume(headers, in: directory, options: options)
  }

  private static func begin(
    in directory: consuming JournalDirectory, options: JournalOptions
  ) throws(JournalError) -> Journal {
    let beginning = options.beginning
    guard options.knownSequence < beginning.firstSequence else {
      throw .endsEarly(lastSequence: beginning.firstSequence - 1, knownSequence: options.knownSequence)
    }
    if let expected = options.expectedHistoryID, expected != beginning.historyID {
      throw .wrongHistory(expected: expected, found: beginning.historyID)
    }
    let header = SegmentHeader(
      historyID: beginning.historyID, firstSequence: beginning.firstSequence, previousFirstSequence: 0,
      previousTime: beginning.time ?? .min, fileByteCount: options.roundedSegmentByteCount, hash: beginning.hash)
    try SegmentPreparer(
      path: directory.preparedPath, byteCount: options.roundedSegmentByteCount, mode: options.syncMode
    ).take()
    let file = try SegmentFile.open(directory.preparedPath, mode: options.syncMode)
    let new = try NewSegment(header: header, file: file, directory: directory)
    let active = Segment(active: new.pages, path: new.path, end: SegmentHeader.byteCount)
    let pages = new.pages
    let shared = SharedJournal(
      directory: directory.path,
      state: .init(
        segments: [active], endSequence: beginning.firstSequence, lastTime: beginning.time, hash: beginning.hash))
    return Journal(
      shared: shared, directory: directory, options: options, active: active, pages: pages, file: new.takeFile(),
      end: SegmentHeader.byteCount)
  }

  /// Reads the header of every segment and checks that each goes on where the one before stopped.
  private static func readHeaders(
    _ sequences: [UInt64], in directory: borrowing JournalDirectory, options: JournalOptions
  ) throws(JournalError) -> [SegmentHeader] {
    var headers: [SegmentHeader] = []
    for sequence in sequences {
      let path = directory.path + "/" + SegmentHeader.fileName(firstSequence: sequence)
      let header = try SegmentHeader(file: SegmentFile.open(path, mode: .none))
      guard header.firstSequence == sequence else {
        throw .damaged(
          file: path, offset: 32, reason: "the header begins with \(header.firstSequence), the name says otherwise")
      }
      if let previous = headers.last { try header.check(after: previous, path: path) }
      headers.append(header)
    }
    if let expected = options.expectedHistoryID, let found = headers.last?.historyID, expected != found {
      throw .wrongHistory(expected: expected, found: found)
    }
    return headers
  }

  private static func resume(
    _ headers: [SegmentHeader], in directory: consuming JournalDirectory, options: JournalOptions
  ) throws(JournalError) -> Journal {
    var segments = headers.map { Segment(complete: $0, path: directory.path + "/" + $0.fileName) }
    let last = segments.removeLast()
    if options.verification == .everything {
      for (index, segment) in segments.enumerated() {
        try segment.verify(before: headers[index + 1])
      }
    }
    let file = try SegmentFile.open(last.path, mode: options.syncMode)
    let tail = try JournalTail(last.header, path: last.path, file: file, knownSequence: options.knownSequence)
    try tail.makeDurable(in: file)
    let active = Segment(active: tail.pages, path: last.path, end: tail.end)
    let shared = SharedJournal(
      directory: directory.path,
      state: .init(
        segments: segments + [active], endSequence: tail.endSequence,
        lastTime: tail.lastTime == .min ? nil : tail.lastTime, hash: tail.hash))
    return Journal(
      shared: shared, directory: directory, options: options, active: active, pages: tail.pages, file: file,
      end: tail.end)
  }
}

extension SegmentHeader {
  /// Reads and checks the header of a file.
  init(file: borrowing SegmentFile) throws(JournalError) {
    let byteCount = try file.byteCount()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.byteCount, alignment: Self.byteCount)
    defer { unsafe block.deallocate() }
    guard try unsafe file.read(into: block, at: 0) == Self.byteCount, let start = block.baseAddress else {
      throw .damaged(file: file.path, offset: byteCount, reason: "file ends within the header")
    }
    try unsafe self.init(reading: UnsafeRawPointer(start), file: file.path, actualByteCount: byteCount)
  }
}
