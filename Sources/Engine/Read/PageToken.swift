package import Messages

/// Page sizes and tokens, the same for all lists.
package enum PageToken {
  /// A page's size by the request: 0 = 100.
  ///
  /// - Throws: INVALID_ARGUMENT over 1,000.
  package static func size(_ asked: UInt32) throws(CallFailure) -> Int {
    guard asked <= 1000 else {
      throw CallFailure.invalid("page_size", "is \(asked): must be from 1 to 1000, or 0 for 100")
    }
    return asked == 0 ? 100 : Int(asked)
  }

  /// The key that a token stands for; nil for the first page.
  ///
  /// - Throws: INVALID_ARGUMENT for what no list of this kind has given.
  package static func key(_ token: String, prefix: [UInt8]) throws(CallFailure) -> [UInt8]? {
    guard !token.isEmpty else { return nil }
    guard let bytes = bytes(of: token), bytes.count <= 500, bytes.starts(with: prefix), bytes.count > 0 else {
      throw CallFailure.invalid("page_token", "is not the next_page_token of a page of this list")
    }
    return bytes
  }

  /// The token for a key; empty for none.
  package static func token(_ key: [UInt8]?) -> String {
    guard let key else { return "" }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: key.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bytes(of token: String) -> [UInt8]? {
    let digits = Array(token.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
