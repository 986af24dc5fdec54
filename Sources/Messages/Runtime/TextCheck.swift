/// Whether bytes are text that every string field takes: UTF-8 without NUL.
enum TextCheck {
  case text
  case invalidUTF8
  case containsNUL

  /// Looks at `bytes`, eight at a time as long as they are ASCII.
  @inline(__always)
  static func check(_ bytes: UnsafeRawBufferPointer) -> TextCheck {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // The top bit of (byte − 1) is set where the byte was 0 or above 0x80; borrows only ever follow a 0.
      guard (word | (word &- ones)) & tops == 0 else { return unsafe checkSlowly(bytes) }
      offset &+= 8
    }
    while offset < bytes.count {
      let byte = unsafe bytes[offset]
      guard byte != 0, byte < 0x80 else { return unsafe checkSlowly(bytes) }
      offset &+= 1
    }
    return .text
  }

  /// A NUL is said first: it is the likelier mistake, and what comes after it may well be nonsense.
  @inline(never)
  private static func checkSlowly(_ bytes: UnsafeRawBufferPointer) -> TextCheck {
    if unsafe bytes.contains(0) { return .containsNUL }
    let span = unsafe Span(_unsafeElements: bytes.bindMemory(to: UInt8.self))
    return (try? UTF8Span(validating: span)) == nil ? .invalidUTF8 : .text
  }
}
