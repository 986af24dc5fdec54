import Testing

@testable import Inventory

@Suite("Quantities, identifiers and expiry")
struct RuleTests {
  @Test("quantities that do not fit are an error and never wrap")
  func overflow() throws {
    #expect(try Int64(2).adding(3) == 5)
    #expect(try Int64.max.subtracting(.max) == 0)
    #expect(try Int64.min.adding(0) == .min)
    #expect(throws: InventoryError.overflow) { try Int64.max.adding(1) }
    #expect(throws: InventoryError.overflow) { try Int64.min.subtracting(1) }
    #expect(throws: InventoryError.overflow) { try Int64(1 << 62).multiplying(by: 2) }
    #expect(Int64.max.addingSaturated(1) == .max)
  }

  @Test(
    "an identifier is 1 to 128 bytes of UTF-8 without control characters",
    arguments: [
      ("a", true), ("", false), ("Lager Süd №7 📦", true), ("a b", true), ("a\u{0}", false), ("\u{1F}", false),
      ("\u{20}", true), ("\u{7E}", true), ("\u{7F}", false), ("\u{80}", false), ("x\u{9F}", false), ("\u{A0}", true),
      (String(repeating: "x", count: 128), true), (String(repeating: "x", count: 129), false),
      (String(repeating: "é", count: 64), true), (String(repeating: "é", count: 64) + "x", false), ("\u{10FFFF}", true),
      ("a\nb", false), ("\u{2028}", true),
    ])
  func identifiers(text: String, isValid: Bool) {
    #expect(isIdentifier(text) == isValid)
    let bytes = Array(text.utf8)
    let isValidAsBytes = isIdentifier(bytes.span)
    #expect(isValidAsBytes == isValid)
  }

  @Test(
    "bytes that are not well-formed UTF-8 are no identifier",
    arguments: [
      [0x80], [0xC3], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xE2, 0x28, 0xA1],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x93], [0xFF],
      [0x61, 0xC2], [0xE2, 0x82, 0x28], [0xF0, 0x9F, 0x28, 0xA6], [0xF0, 0x9F, 0x93, 0x28],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    let isValid = isIdentifier(bytes.span)
    #expect(!isValid)
  }

  @Test("every pair, and every triple around a three-byte character, is judged as the standard library judges it")
  func allPairs() {
    func expected(_ bytes: [UInt8]) -> Bool {
      guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else { return false }
      return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let pair = [first, second]
        let triple = [first, second, 0x82]
        if isIdentifier(pair.span) != expected(pair) { Issue.record("\(pair)") }
        if first >= 0xE0, isIdentifier(triple.span) != expected(triple) { Issue.record("\(triple)") }
      }
    }
  }

  @Test("identifiers are ordered by their bytes, not by what they look like")
  func identifierOrder() {
    #expect(identifierPrecedes("a", "b"))
    #expect(!identifierPrecedes("b", "a"))
    #expect(!identifierPrecedes("a", "a"))
    #expect(identifierPrecedes("a", "aa"))
    #expect(identifierPrecedes("Z", "a"))
    #expect(identifierPrecedes("e\u{301}", "\u{E9}"), "canonically equal, but two ids")
    #expect(!identifierPrecedes("\u{E9}", "e\u{301}"))
  }

  @Test(
    "a hold is due at its very microsecond, and never where it says 0",
    arguments: [
      (0, 1_000, false), (999, 1_000, true), (1_000, 1_000, true), (1_001, 1_000, false), (0, Int64.max, false),
    ])
  func due(expiresAt: Int64, stamp: Int64, expected: Bool) {
    #expect(isDue(expiresAt: expiresAt, at: stamp) == expected)
  }
}
