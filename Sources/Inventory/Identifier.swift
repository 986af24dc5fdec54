/// The most bytes of UTF-8 that an identifier may have.
package let longestIdentifierBytes = 128

/// Whether `bytes` are an identifier: well-formed UTF-8, 1 to 128 bytes, without control characters
/// (U+0000–U+001F, U+007F–U+009F).
///
/// Well-formed is as in the Unicode standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
package func isIdentifier(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count >= 1, bytes.count <= longestIdentifierBytes else { return false }
  var position = 0
  while position < bytes.count {
    let lead = bytes[position]
    if lead < 0x80 {
      if lead < 0x20 || lead == 0x7F { return false }
      position += 1
      continue
    }
    guard let (length, second) = continuation(of: lead), position + length <= bytes.count,
      second.contains(bytes[position + 1])
    else { return false }
    for offset in 2..<length where bytes[position + offset] & 0xC0 != 0x80 { return false }
    if lead == 0xC2, bytes[position + 1] < 0xA0 { return false }
    position += length
  }
  return true
}

/// Whether `text` is an identifier, as ``isIdentifier(_:)-(Span<UInt8>)``.
package func isIdentifier(_ text: String) -> Bool {
  isIdentifier(text.utf8Span.span)
}

/// How many bytes the character that begins with `lead` has, and what the second of them may be.
private func continuation(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
  switch lead {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xE1...0xEF: (3, 0x80...0xBF)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: nil
  }
}

/// Whether two identifiers are the same, byte by byte. Swift's own `==` goes by canonical equivalence and would call two
/// different identifiers equal.
package func isSameIdentifier(_ left: String, _ right: String) -> Bool {
  // Unequal texts have unequal bytes, and most are found unequal at once.
  left == right && left.utf8.elementsEqual(right.utf8)
}

/// Whether `left` comes before `right` in the order of their UTF-8 bytes: how every tie between identifiers is broken.
///
/// Swift's own order of strings goes by canonical equivalence and would call two different identifiers equal.
package func identifierPrecedes(_ left: String, _ right: String) -> Bool {
  let left = left.utf8Span.span
  let right = right.utf8Span.span
  for position in 0..<min(left.count, right.count) where left[position] != right[position] {
    return left[position] < right[position]
  }
  return left.count < right.count
}
