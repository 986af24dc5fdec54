/// A journal as it lies on the disk, looked at without a lock and without changing a byte: for tools, also while a
/// server writes to it.
package struct JournalInspection: Sendable {
  /// How much is read.
  package enum Extent: Sendable {
    /// Headers, and the records of the last segment.
    case lastSegment
    /// Every record of every segment.
    case everything
  }

  /// What was found wrong, in the order of the files.
  package private(set) var damage: [JournalError] = []
  /// Reads what hangs together up to the last whole record; nil where the last segment cannot be read, or there is none.
  package private(set) var reader: JournalReader?
  /// The segments' files, oldest first.
  package private(set) var files: [String] = []
  /// A record that was under way when everything stopped, which opening cuts off: its file, and where it lies in it.
  package private(set) var torn: (file: String, range: Range<Int>)?
  /// The bytes of all segments.
  package private(set) var byteCount = 0

  private var headers: [(header: SegmentHeader, path: String)] = []

  /// Looks at the journal in `directory`.
  ///
  /// - Parameter progress: told how many bytes have been looked at, and of how many, after each segment.
  /// - Throws: ``JournalError/failed(operation:path:code:)`` where the folder cannot be listed. Everything else is
  ///   ``damage``.
  package init(
    directory: String, extent: Extent, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) {
    let sequences = try JournalDirectory.segments(in: directory)
    for sequence in sequences {
      readHeader(directory + "/" + SegmentHeader.fileName(firstSequence: sequence), sequence)
    }
    guard let last = headers.last, last.path == files.last else { return }
    var segments = headers.dropLast().map { Segment(complete: $0.header, path: $0.path) }
    if extent == .everything { checkRecords(of: segments, progress) }
    do throws(JournalError) {
      let tail = try JournalTail(last.header, path: last.path, file: .openToRead(last.path), knownSequence: 0)
      if let end = tail.tornEnd { torn = (last.path, tail.end..<end) }
      segments.append(Segment(active: tail.pages, path: last.path, end: tail.end))
      reader = JournalReader(
        shared: SharedJournal(
          directory: directory,
          state: .init(
            segments: segments, endSequence: tail.endSequence, lastTime: tail.lastTime == .min ? nil : tail.lastTime,
            hash: tail.hash)))
    } catch {
      damage.append(error)
    }
    progress(byteCount, byteCount)
  }

  /// Looks at a journal that may be written to meanwhile: what is half there now is looked at again.
  ///
  /// - Throws: ``JournalError/failed(operation:path:code:)`` where the folder cannot be listed.
  package static func live(directory: String) throws(JournalError) -> JournalInspection {
    for _ in 0..<5 {
      let inspection = try JournalInspection(directory: directory, extent: .lastSegment)
      if inspection.damage.isEmpty { return inspection }
    }
    return try JournalInspection(directory: directory, extent: .lastSegment)
  }

  /// Reads a header; what hangs together begins anew where it does not follow the one before.
  private mutating func readHeader(_ path: String, _ sequence: UInt64) {
    files.append(path)
    do throws(JournalError) {
      let header = try SegmentHeader(file: .openToRead(path))
      byteCount += header.fileByteCount
      guard header.firstSequence == sequence else {
        throw .damaged(
          file: path, offset: 32, reason: "the header begins with \(header.firstSequence), the name says otherwise")
      }
      do throws(JournalError) {
        if let previous = headers.last { try header.check(after: previous.header, path: path) }
      } catch {
        damage.append(error)
        headers.removeAll()
      }
      headers.append((header, path))
    } catch {
      damage.append(error)
      headers.removeAll()
    }
  }

  private mutating func checkRecords(of segments: [Segment], _ progress: (Int, Int) -> Void) {
    var done = 0
    for (index, segment) in segments.enumerated() {
      do throws(JournalError) {
        // Mapped for this check alone: a long journal shall not stay in memory.
        try Segment(complete: segment.header, path: segment.path).verify(before: headers[index + 1].header)
      } catch {
        damage.append(error)
      }
      done += segment.header.fileByteCount
      progress(done, byteCount)
    }
  }
}
