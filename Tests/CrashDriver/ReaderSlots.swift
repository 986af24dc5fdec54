import Dispatch
import Engine
import Messages
import Synchronization

/// An engine whose readers take every slot that LMDB has for them.
enum ReaderSlots {
  /// Says how many readers there were, what the next one was told, and what still worked.
  static func fill(_ setup: Setup) throws {
    let engine = try Engine.open(setup.options)
    defer { engine.stop() }
    try send(CommandStream(seed: 1), 0..<40, to: engine)
    var readers: [Reader] = []
    var refusal: String?
    while refusal == nil, readers.count < 1000 {
      do {
        let reader = try engine.makeReader()
        try reader.refresh()
        readers.append(reader)
      } catch {
        refusal = "\(error)"
      }
    }
    say("readers \(readers.count)")
    say("told \(refusal ?? "nothing")")
    try send(CommandStream(seed: 1), 40..<140, to: engine)
    let key = LevelKey(product: "P0", variant: "", warehouse: "EAST")
    for reader in readers {
      reader.endRound()
      try reader.refresh()
      guard try reader.level(key) != nil else { return say("failed a reader that was there reads nothing") }
    }
    readers = []
    let again = try engine.makeReader()
    try again.refresh()
    say("again \(try again.level(key) == nil ? "nothing" : "on")")
  }

  private static func send(_ stream: CommandStream, _ numbers: Range<Int>, to engine: Engine) throws {
    let group = DispatchGroup()
    let undecided = Atomic(0)
    for number in numbers {
      group.enter()
      try engine.submit(try stream.command(number)) { answer in
        if case .outcome(let outcome) = answer, outcome.failure?.code != 8, outcome.failure?.code != 14 {
        } else {
          undecided.add(1, ordering: .relaxed)
        }
        group.leave()
      }
    }
    group.wait()
    say("undecided \(undecided.load(ordering: .relaxed))")
  }
}
