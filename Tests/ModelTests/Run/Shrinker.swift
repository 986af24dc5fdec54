import Foundation

/// A run that failed.
struct Failure {
  let seed: UInt64
  let shape: Stage.Shape
  /// Up to the one that failed.
  var steps: [Step]
  var words: String
}

/// Runs seeds, and makes failures short.
enum Soak {
  /// One run; nil = the engine did as the model says.
  static func run(seed: UInt64, steps count: Int, tally: inout [String: Int]) -> Failure? {
    var generator = Generator(seed: seed, now: Run.start)
    let shape = generator.shape()
    var steps: [Step] = []
    do {
      let run = try Run(shape)
      defer { tally.merge(run.answered.counts, uniquingKeysWith: +) }
      for _ in 0..<count {
        let step = try generator.step(in: run.world, names: run.handle)
        steps.append(step)
        try run.take(step)
      }
      try run.finish()
    } catch {
      return Failure(seed: seed, shape: shape, steps: steps, words: "\(error)")
    }
    return nil
  }

  /// Runs steps that were made before; the number of the one that fails and why, or nil.
  static func replay(_ steps: [Step], _ shape: Stage.Shape, comparesAlways: Bool) -> (index: Int, words: String)? {
    var index = 0
    do {
      let run = try Run(shape, comparesAlways: comparesAlways)
      for step in steps {
        try run.take(step)
        index += 1
      }
      try run.finish()
    } catch {
      return (index, "\(error)")
    }
    return nil
  }

  /// What is told of a failure without names and numbers: a shorter run must fail in the same way.
  private static func kind(_ words: String) -> String {
    var depth = 0
    var kind = ""
    for letter in words {
      if "([{".contains(letter) { depth += 1 }
      if depth == 0, !letter.isNumber { kind.append(letter) }
      if ")]}".contains(letter) { depth -= 1 }
    }
    return kind
  }

  /// Takes steps and commands away for as long as it fails in the same way, and there is time.
  static func shrunk(_ failure: Failure, seconds: Double = 45) -> Failure {
    var best = failure
    let end = Date(timeIntervalSinceNow: seconds)
    // What a command's own answer shows needs no look at everything.
    let looks = !failure.words.hasPrefix("command")
    func fails(_ steps: [Step]) -> Bool {
      guard Date() < end else { return false }
      guard let (index, words) = replay(steps, failure.shape, comparesAlways: looks), kind(words) == kind(best.words)
      else { return false }
      best.steps = Array(steps.prefix(index + 1))
      best.words = words
      return true
    }
    // With a look at everything after each step it may fail earlier, and in another way.
    if let (index, words) = replay(failure.steps, failure.shape, comparesAlways: looks) {
      best.steps = Array(failure.steps.prefix(index + 1))
      best.words = words
    }
    guard fails(best.steps) else { return failure }
    var length = max(1, best.steps.count / 2)
    while true {
      var start = 0
      while start < best.steps.count {
        var fewer = best.steps
        fewer.removeSubrange(start..<min(start + length, fewer.count))
        if !fails(fewer) { start += length }
      }
      if length == 1 { break }
      length /= 2
    }
    var place = 0
    while place < best.steps.count {
      var number = 0
      while place < best.steps.count, case .batch(var commands, let time, let sweep) = best.steps[place],
        number < commands.count
      {
        commands.remove(at: number)
        var fewer = best.steps
        fewer[place] = .batch(commands, time: time, sweepLimit: sweep)
        if !fails(fewer) { number += 1 }
      }
      place += 1
    }
    return best
  }

  /// What to tell of a failure: how to see it again, and the shortest way to it that was found.
  static func report(_ failure: Failure, steps: Int) -> String {
    // Said before the shrinking, which takes its time.
    print("model: seed \(failure.seed), \(steps) steps, step \(failure.steps.count - 1): \(failure.words)")
    let short = shrunk(failure)
    let lines = short.steps.enumerated().map { "  step \($0.offset): \($0.element)" }
    return """
      seed \(failure.seed), step \(failure.steps.count - 1): \(failure.words)
      To see it again: HOLDFAST_MODEL_SEED=\(failure.seed) HOLDFAST_MODEL_STEPS=\(steps) swift test --filter ModelTests
      Shrunk to \(short.steps.count) steps (state \(failure.shape.stateByteLimit) bytes, segments \(failure.shape.segmentByteCount)):
      \(lines.joined(separator: "\n"))
      \(short.words)
      """
  }
}
