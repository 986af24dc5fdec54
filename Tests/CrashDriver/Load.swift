import Dispatch
import Engine
import Glibc
import Messages
import Synchronization

/// Commands in waves on a real engine, and a line to the file of acknowledgements for each answer, at the moment it is given.
struct Load {
  let setup: Setup
  /// File that a line "number sequence fingerprint" is added to for each answer.
  let acknowledgements: String
  let seed: UInt64
  /// The first command's number.
  let first: Int
  let waves: Int
  /// Whether the engine is stopped at the end, or just goes away.
  let stops: Bool

  private final class Outcome: Sendable {
    let lost = Atomic(0)
    let refusals = Atomic(0)
    let text = Mutex<String?>(nil)
  }

  /// Works, and says on standard output how it went: `next N`, then `refused TEXT` where commands were no longer taken.
  func run() throws {
    let file = open(acknowledgements, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { fatalError("cannot write \(acknowledgements)") }
    let engine = try Engine.open(setup.options)
    say("origin \(engine.origin)")
    let stream = CommandStream(seed: seed)
    var generator = Numbers(seed: seed &+ UInt64(first))
    let outcome = Outcome()
    var next = first
    var refused: String?
    waves: for _ in 0..<waves {
      let group = DispatchGroup()
      for _ in 0...Int(generator.next() % 24) {
        let number = next
        next += 1
        group.enter()
        do throws(CallFailure) {
          try engine.submit(try stream.checked(number)) { answer in
            switch answer {
            case .outcome(let decided) where decided.failure?.code == 8 || decided.failure?.code == 14:
              // Not decided: for want of room, or because the engine has ended.
              outcome.refusals.add(1, ordering: .relaxed)
              outcome.text.withLock { $0 = decided.failure?.message }
            case .outcome(let decided):
              let line = "\(number) \(decided.sequence) \(decided.fingerprint)\n"
              _ = write(file, line, line.utf8.count)
            case .unknown: outcome.lost.add(1, ordering: .relaxed)
            }
            group.leave()
          }
        } catch {
          group.leave()
          next = number
          refused = error.status.message
          if setup.goesOnAfterRefusal {
            usleep(20_000)
          } else {
            group.wait()
            break waves
          }
        }
      }
      group.wait()
    }
    say("next \(next)")
    say("lost \(outcome.lost.load(ordering: .relaxed))")
    say("full \(outcome.refusals.load(ordering: .relaxed)) \(outcome.text.withLock { $0 } ?? "")")
    if let refused { say("refused \(refused)") }
    // Reads go on, whatever became of writing.
    let reader = try engine.makeReader()
    try reader.refresh()
    let key = LevelKey(product: "P0", variant: "", warehouse: "EAST")
    say("reads \(try reader.level(key) == nil ? "nothing" : "on")")
    say("checkpoint \(engine.figures.checkpointSequence)")
    if stops { engine.stop() } else { _exit(0) }
  }
}

extension CommandStream {
  /// The command of that number, whose request is known to be well formed.
  func checked(_ number: Int) throws(CallFailure) -> Command {
    do { return try command(number) } catch let failure as CallFailure { throw failure } catch {
      fatalError("\(error)")
    }
  }
}
