import Testing

/// All tests of the whole: one after the other, because each of them keeps the machine busy.
@Suite("End to end", .serialized) enum EndToEnd {}

/// What went wrong, as far as it is worth reading: of thousands of faults the first few tell the story.
struct Faults: Sendable {
  private(set) var first: [String] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func note(_ fault: String) {
    count += 1
    if first.count < 10 { first.append(fault) }
  }

  mutating func check(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { note(fault()) }
  }

  /// Fails the test with what was noted.
  func expectNone(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(isEmpty, "\(what): \(count) faults\n\(first.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}

/// Hands out numbers from 0 to `count` − 1 to `width` workers at once, in order, until all are done or one throws.
func inFlight(_ width: Int, count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<min(width, count) { group.addTask { try await work(number) } }
    var next = min(width, count)
    while try await group.next() != nil {
      guard next < count else { continue }
      let number = next
      group.addTask { try await work(number) }
      next += 1
    }
  }
}
