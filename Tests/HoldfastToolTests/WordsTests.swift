import Messages
import Testing

@testable import holdfast

@Suite("Words")
struct WordsTests {
  @Test("numbers have their thousands apart")
  func numbers() {
    #expect(Words.number(0) == "0")
    #expect(Words.number(999) == "999")
    #expect(Words.number(-1000) == "-1,000")
    #expect(Words.number(Int64.min) == "-9,223,372,036,854,775,808")
    #expect(Words.number(UInt64.max) == "18,446,744,073,709,551,615")
    #expect(Words.decimal(-0.126) == "-0.13")
    #expect(Words.decimal(1234.5, digits: 0) == "1,235")
    #expect(Words.decimal(-0.001) == "0.00")
  }

  @Test("times are UTC")
  func times() {
    #expect(Words.time(1_795_579_572_000_000) == "2026-11-25 04:06:12Z")
    #expect(Words.minute(1_795_579_572_000_000) == "2026-11-25 04:06Z")
    #expect(Words.time(0) == "")
    #expect(Words.time(-1) == "1969-12-31 23:59:59Z")
  }

  @Test("money, distances, spans and sizes")
  func amounts() {
    #expect(Words.money(7_044_813, "USD") == "7.04 USD")
    #expect(Words.exactMoney(80, "USD") == "0.00008 USD")
    #expect(Words.exactMoney(-4_500_000) == "-4.50")
    #expect(Words.kilometres(1_153_400) == "1,153 km")
    #expect(Words.kilometres(9_940) == "9.9 km")
    #expect(Words.kilometres(nil) == "unknown")
    #expect(Words.duration(seconds: 0) == "0 s")
    #expect(Words.duration(seconds: 90_061) == "1 d 1 h")
    #expect(Words.duration(seconds: 3600) == "1 h")
    #expect(Words.bytes(1536) == "1.5 KiB")
  }

  @Test("names of enums lose what they all begin with")
  func enums() {
    #expect(SplitStrategy.lowestCost.shortName == "LOWEST_COST")
    #expect(StatusCode.notFound.shortName == "NOT_FOUND")
    #expect(StatusCode(rawValue: 99).shortName == "99")
    #expect(Words.phrase(RefusalReason.notEnoughStock) == "not enough stock")
    #expect(Choice<SplitStrategy>(argument: "Lowest_Cost")?.value == .lowestCost)
    #expect(Choice<SplitStrategy>(argument: "unspecified") == nil)
    #expect(Choice<AdjustmentType>.allValueStrings.contains("unquarantine"))
  }

  @Test("a progress bar fits, and shows its part")
  func progress() {
    let line = Progress.line(500, "rows", 0.5, seconds: 2, width: 60)
    #expect(line.contains(" 50 %  500 rows  250/s"))
    #expect(line.filter { $0 == "█" }.count == line.filter { $0 == "░" }.count)
    for width in 1...100 {
      #expect(DisplayWidth.of(Progress.line(12_345, "rows", 0.999, seconds: 9, width: width)) <= width)
    }
  }
}
