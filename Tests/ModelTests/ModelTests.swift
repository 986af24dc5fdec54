import Foundation
import Testing

/// Long random command sequences, hostile ones too, against an independent model of what must be.
///
/// - `HOLDFAST_MODEL_SEED`: runs this seed alone. `HOLDFAST_MODEL_STEPS`: so many steps a seed.
/// - `HOLDFAST_MODEL_MINUTES`: runs random seeds for so long.
@Suite("Model")
struct ModelTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let steps = environment["HOLDFAST_MODEL_STEPS"].flatMap { Int($0) } ?? 150

  @Test("the engine does what the model says")
  func seeds() throws {
    var tally: [String: Int] = [:]
    func run(_ seed: UInt64) -> Bool {
      guard let failure = Soak.run(seed: seed, steps: Self.steps, tally: &tally) else { return true }
      Issue.record("\(Soak.report(failure, steps: Self.steps))")
      return false
    }
    if let seed = Self.environment["HOLDFAST_MODEL_SEED"].flatMap({ UInt64($0) }) {
      _ = run(seed)
    } else if let minutes = Self.environment["HOLDFAST_MODEL_MINUTES"].flatMap({ Double($0) }) {
      let end = Date(timeIntervalSinceNow: minutes * 60)
      var seeds = 0
      while Date() < end {
        seeds += 1
        if !run(UInt64.random(in: 0...UInt64.max)) { break }
      }
      print("model: \(seeds) seeds of \(Self.steps) steps")
    } else {
      // Another one each day.
      let today = UInt64(Date().timeIntervalSince1970 / 86_400)
      print("model: seeds 1 to 12, and \(today)")
      for seed in Array(1...12) + [today] where !run(seed) { break }
    }
    if Self.environment["HOLDFAST_MODEL_TALLY"] != nil {
      for (name, count) in tally.sorted(by: { $0.key < $1.key }) { print("\(count)\t\(name)") }
    }
  }
}
