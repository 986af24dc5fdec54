internal import Synchronization

extension Journal {
  /// Begins a batch with its time, microseconds since 1970. Nothing of another may be open.
  ///
  /// - Throws: the failure that ended writing, or ``JournalError/timeRanBackwards(time:last:)``.
  package func begin(time: Int64) throws(JournalError) {
    if let failure { throw failure }
    precondition(isEmpty, "a batch is open")
    if let lastTime, time < lastTime { throw .timeRanBackwards(time: time, last: lastTime) }
    self.time = time
    if !isPreparing {
      isPreparing = true
      preparer.start()
    }
  }

  /// Appends an entry to the open command and gives its sequence. The bytes are copied.
  ///
  /// - Throws: ``JournalError/batchTooLarge(byteCount:limit:)``, where dropping the command helps;
  ///   ``JournalError/failed(operation:path:code:)`` where the next segment could not be made (the batch stays as it
  ///   is, and trying again may help); the failure that ended writing.
  @discardableResult
  package func append(entry: UnsafeRawBufferPointer) throws(JournalError) -> UInt64 {
    if let failure { throw failure }
    precondition(time != nil, "no batch is open")
    let entries = end &- recordStart &- RecordHeader.byteCount
    let needed = RecordHeader.byteCount(
      entriesByteCount: entries &+ 4 &+ entry.count, entryCount: entryCount &+ 1)
    if recordStart &+ needed > pages.header.fileByteCount { try moveToNextSegment(with: needed) }
    let sequence = nextSequence
    if entryCount % RecordHeader.indexStride == 0, entryCount > 0 { index.append(UInt32(entries)) }
    if let image = unsafe pages.image {
      unsafe image.store(UInt32(entry.count), at: end)
      if let bytes = entry.baseAddress {
        unsafe (image + end + 4).copyMemory(from: bytes, byteCount: entry.count)
      }
    }
    lastEntryStart = end
    end &+= 4 &+ entry.count
    entryCount &+= 1
    return sequence
  }

  /// Ends the open command: its entries stay together. Without an entry, nothing happens.
  package func endCommand() {
    guard entryCount > entryCountAtCommandStart, let time, let image = unsafe pages.image else { return }
    let word = unsafe UnsafeRawPointer(image).load(lastEntryStart, as: UInt32.self)
    unsafe image.store(word | RecordHeader.lastOfCommand, at: lastEntryStart)
    unsafe hash.add(
      time: time, entries: UnsafeRawBufferPointer(start: image + commandStart, count: end - commandStart))
    commandCount += 1
    commandStart = end
    entryCountAtCommandStart = entryCount
  }

  /// Drops the open command: its entries vanish, and their sequences are given again.
  package func dropCommand() {
    clear(from: commandStart)
    end = commandStart
    entryCount = entryCountAtCommandStart
    index.removeLast(index.count - max(0, (entryCount - 1) / RecordHeader.indexStride))
  }

  /// Drops the whole open batch; another can be begun.
  package func abandon() {
    clear(from: recordStart + RecordHeader.byteCount)
    hash.reset(to: recordedHash)
    closeBatch()
  }

  /// Like ``JournalReader/withEntry(at:_:)``, and also for entries of the open batch. For the writing thread.
  package func withEntry<R>(at sequence: UInt64, _ body: (JournalEntry) -> R) throws(JournalError) -> R? {
    guard sequence >= firstSequence else { return try reader.withEntry(at: sequence, body) }
    guard sequence < nextSequence, let time else { return nil }
    let position = Int(sequence - firstSequence)
    let block = position / RecordHeader.indexStride
    var walk = unsafe EntryWalk(
      base: pages.base + recordStart + RecordHeader.byteCount, offset: block > 0 ? Int(index[block - 1]) : 0,
      limit: end - recordStart - RecordHeader.byteCount,
      sequence: firstSequence + UInt64(block * RecordHeader.indexStride), time: time)
    for _ in 0..<position % RecordHeader.indexStride { _ = walk.next() }
    return walk.next().map(body)
  }

  /// Makes the open batch durable and then visible to readers. An empty one is only closed.
  ///
  /// - Throws: the failure that ended writing, which may be this one. Nothing of the batch is visible then, and
  ///   whether any of it is on disk shows when the journal is opened again.
  package func commit() throws(JournalError) {
    if let failure { throw failure }
    precondition(entryCount == entryCountAtCommandStart, "a command is open")
    guard entryCount > 0, let time, let image = unsafe pages.image else { return closeBatch() }
    let size = unsafe finishRecord(in: image, time: time)
    do throws(JournalError) {
      try unsafe file.write(UnsafeRawBufferPointer(start: image + recordStart, count: size), at: recordStart)
    } catch {
      failure = error
      throw error
    }
    recordStart += size
    recordedHash = hash.value
    lastTime = time
    firstSequence += UInt64(entryCount)
    closeBatch()
    publish()
  }

  /// Writes index and header of the open batch's record into the image and gives the record's length.
  private func finishRecord(in image: UnsafeMutableRawPointer, time: Int64) -> Int {
    var header = RecordHeader(
      bodyChecksum: 0, entriesByteCount: end - recordStart - RecordHeader.byteCount, firstSequence: firstSequence,
      entryCount: entryCount, commandCount: commandCount, time: time, hash: hash.value)
    let size = header.byteCount
    for (position, start) in index.enumerated() {
      unsafe image.store(start, at: recordStart + header.indexOffset + position * 4)
    }
    header.bodyChecksum = unsafe crc32c(
      0, image + recordStart + RecordHeader.byteCount, size - RecordHeader.byteCount)
    unsafe header.write(in: image, at: recordStart, salt: pages.header.salt)
    return size
  }

  private var hasRecords: Bool { recordStart > SegmentHeader.byteCount }

  private func publish() {
    active.end.store(recordStart, ordering: .releasing)
    shared.state.withLock { state in
      state.endSequence = firstSequence
      state.lastTime = lastTime
      state.hash = recordedHash
    }
    shared.endSequence.store(firstSequence, ordering: .releasing)
  }

  private func closeBatch() {
    end = recordStart + RecordHeader.byteCount
    commandStart = end
    entryCount = 0
    entryCountAtCommandStart = 0
    commandCount = 0
    time = nil
    index.removeAll(keepingCapacity: true)
  }

  /// The padding after a record must be zero, so nothing that was dropped may stay in the image.
  private func clear(from start: Int) {
    guard let image = unsafe pages.image, end > start else { return }
    unsafe (image + start).initializeMemory(as: UInt8.self, repeating: 0, count: end - start)
  }

  /// Goes on in the next segment, and takes the entries of the open batch there.
  private func moveToNextSegment(with needed: Int) throws(JournalError) {
    guard needed <= batchByteLimit else { throw .batchTooLarge(byteCount: needed, limit: batchByteLimit) }
    try preparer.take()
    // Up to here nothing has happened to the journal, so that a full disk does not end writing.
    let file = try SegmentFile.open(directory.preparedPath, mode: options.syncMode)
    // A segment without a record (a batch did not fit that fits now, with larger segments) is replaced, name and all.
    let previous = hasRecords ? pages.header.firstSequence : pages.header.previousFirstSequence
    let header = SegmentHeader(
      historyID: historyID, firstSequence: firstSequence, previousFirstSequence: previous,
      previousTime: lastTime ?? .min, fileByteCount: options.roundedSegmentByteCount, hash: recordedHash,
      ancestor: hasRecords ? nil : pages.header.ancestor)
    do throws(JournalError) {
      let next = try NewSegment(header: header, file: file, directory: directory)
      take(next)
    } catch {
      failure = error
      throw error
    }
    preparer.start()
  }

  private func take(_ next: consuming NewSegment) {
    let from = recordStart + RecordHeader.byteCount
    let to = SegmentHeader.byteCount + RecordHeader.byteCount
    if let old = unsafe pages.image, let new = unsafe next.pages.image {
      unsafe (new + to).copyMemory(from: old + from, byteCount: end - from)
    }
    let previous = active
    let replacesPrevious = !hasRecords
    active = Segment(active: next.pages, path: next.path, end: SegmentHeader.byteCount)
    pages = next.pages
    file = next.takeFile()
    recordStart = SegmentHeader.byteCount
    end += to - from
    commandStart += to - from
    lastEntryStart += to - from
    shared.state.withLock { state in
      if replacesPrevious { state.segments.removeLast() }
      state.segments.append(active)
    }
    previous.complete()
  }
}
