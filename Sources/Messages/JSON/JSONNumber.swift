/// The grammar of numbers in JSON, and their exact values.
enum JSONNumber {
  /// What a number is as a whole number.
  enum Whole: Equatable {
    case value(Int128)
    /// It has a fraction.
    case fraction
    /// It lies outside of every 64-bit type.
    case tooLarge
  }

  /// How many bytes at the start of `bytes` are a number; nil = it starts like no number.
  static func length(in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let wholeDigits = takeDigits(&rest)
    guard let leading = wholeDigits.first, leading != UInt8(ascii: "0") || wholeDigits.count == 1 else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if takeDigits(&rest).isEmpty { return nil }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      if takeDigits(&rest).isEmpty { return nil }
    }
    return bytes.count - rest.count
  }

  /// Whether `text` is a number from end to end.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return length(in: bytes[...]) == bytes.count
  }

  /// Whether a byte could belong to a number, or to what someone takes for one.
  static func isPart(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar
      || ".+-_".unicodeScalars.contains(scalar)
  }

  /// The exact value of `text`, a number by ``isNumber(_:)``, without a detour over floating point.
  static func whole(_ text: String) -> Whole {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var digits = takeDigits(&rest)
    var scale = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = takeDigits(&rest)
      digits += fraction
      scale -= fraction.count
    }
    if !rest.isEmpty { scale += exponent(rest.dropFirst()) }

    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leadingZeros)
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      scale += 1
    }
    if digits.isEmpty { return .value(0) }
    if scale < 0 { return .fraction }
    // The largest 64-bit number has twenty digits, and what has twenty digits fits Int128.
    guard digits.count <= 20, scale <= 20 - digits.count else { return .tooLarge }
    var value: Int128 = 0
    for digit in digits { value = value * 10 + Int128(digit - UInt8(ascii: "0")) }
    for _ in 0..<scale { value *= 10 }
    return .value(isNegative ? -value : value)
  }

  /// An exponent with its sign, held within a range that no text is long enough to make up for.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int {
    let limit = 1 << 48
    var value = 0
    for byte in bytes where byte != UInt8(ascii: "+") && byte != UInt8(ascii: "-") {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), limit)
    }
    return bytes.first == UInt8(ascii: "-") ? -value : value
  }

  private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = bytes.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    bytes = bytes[digits.endIndex...]
    return digits
  }
}
