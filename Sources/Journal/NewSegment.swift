/// A segment with a header, a name and no record, made of the prepared file.
struct NewSegment: ~Copyable {
  let pages: SegmentPages
  let path: String
  private let file: SegmentFile

  /// Writes the header to the prepared file, then gives it its name; each is durable before the next step.
  init(
    header: SegmentHeader, file: consuming SegmentFile, directory: borrowing JournalDirectory
  ) throws(JournalError) {
    let path = directory.path + "/" + header.fileName
    let pages = try SegmentPages.image(header, path: path)
    if let image = unsafe pages.image {
      unsafe header.write(to: image)
      try unsafe file.write(UnsafeRawBufferPointer(start: image, count: SegmentHeader.byteCount), at: 0)
    }
    try directory.namePrepared(header.fileName)
    file.path = path
    self.path = path
    self.pages = pages
    self.file = file
  }

  /// The open file, for the one who goes on writing.
  consuming func takeFile() -> SegmentFile { file }
}
