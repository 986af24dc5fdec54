/// The 512 bytes before a member of a tar file (POSIX ustar). A size of 8 GiB and more is written as GNU tar does: binary,
/// big-endian, with the top bit set.
enum TarHeader {
  static let byteCount = 512

  /// The header of a regular file.
  static func make(_ name: String, byteCount: Int, modified: Int64) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: Self.byteCount)
    func put(_ text: String, _ offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    put(name, 0)
    put(octal(0o640, 7), 100)
    put(octal(0, 7), 108)
    put(octal(0, 7), 116)
    if byteCount < 1 << 33 {
      put(octal(byteCount, 11), 124)
    } else {
      header[124] = 0x80
      for index in 0..<8 { header[128 + index] = UInt8(truncatingIfNeeded: byteCount >> (56 - 8 * index)) }
    }
    put(octal(Int(max(0, modified)), 11), 136)
    put("        ", 148)
    put("0", 156)
    put("ustar", 257)
    put("00", 263)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6), 148)
    header[154] = 0
    header[155] = 0x20
    return header
  }

  /// Reads a header; nil where the bytes are none, or of a member that is no regular file.
  static func read(_ header: [UInt8]) -> (name: String, byteCount: Int)? {
    guard header.count == Self.byteCount, header[156] == 0x30 || header[156] == 0 else { return nil }
    var sum = 8 * 0x20
    for (index, byte) in header.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    guard octal(header[148..<156]) == sum else { return nil }
    let name = String(decoding: header[..<100].prefix { $0 != 0 }, as: UTF8.self)
    if header[124] == 0x80 {
      guard header[125..<129].allSatisfy({ $0 == 0 }), header[128] < 0x80 else { return nil }
      return (name, header[128..<136].reduce(0) { $0 << 8 | Int($1) })
    }
    guard let byteCount = octal(header[124..<136]) else { return nil }
    return (name, byteCount)
  }

  private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.filter { $0 != 0 && $0 != 0x20 }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  /// Zeros after a member of so many bytes.
  static func padding(after byteCount: Int) -> Int { (512 - byteCount % 512) % 512 }
}
