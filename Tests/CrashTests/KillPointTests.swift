import FaultInjection
import Testing

extension Crashes {
  /// The process ends, and nothing else: the kernel still has all that it wrote.
  @Suite("Kill points") struct KillPointTests {
    /// A moment to be killed at, and how the engine works until then.
    struct Point: CustomTestStringConvertible, Sendable {
      let testDescription: String
      let fault: String
      var mode = "direct"
      var ending = "go"
      /// Whether the machine's run is another than before, so that the state is put back first.
      var isMachineNew = false
    }

    /// `%` stands for a number that the seed chooses.
    static let points = [
      Point(testDescription: "before the journal write", fault: "kill:write:journal:%"),
      Point(testDescription: "in the middle of the journal write", fault: "torn:write:journal:%"),
      Point(testDescription: "after the write, before the sync", fault: "kill:sync:journal:%", mode: "buffered"),
      Point(testDescription: "after the sync, before the commit", fault: "killafter:sync:journal:%", mode: "buffered"),
      Point(testDescription: "after the durable write, before the commit", fault: "killafter:write:journal:%"),
      Point(testDescription: "in the commit", fault: "kill:write:state:%"),
      Point(testDescription: "in the middle of a write of the commit", fault: "torn:write:state:%"),
      Point(testDescription: "after the commit, before the answers", fault: "killafter:write:meta:%"),
      Point(testDescription: "while a checkpoint is copied", fault: "kill:write:checkpoint:1"),
      Point(testDescription: "before a checkpoint's sum is named", fault: "kill:rename:checkpoint:1"),
      Point(testDescription: "before a checkpoint is named", fault: "kill:rename:checkpoint:2"),
      Point(testDescription: "after a checkpoint is named", fault: "killafter:rename:checkpoint:2"),
      Point(testDescription: "while the next segment is prepared", fault: "kill:write:prepared:1"),
      Point(testDescription: "after a segment's header, before its name", fault: "kill:rename:journal:1"),
      Point(testDescription: "after a segment's name", fault: "killafter:rename:journal:1"),
      Point(testDescription: "before the marker is written", fault: "kill:write:marker:1"),
      Point(testDescription: "before the marker is named", fault: "kill:rename:marker:1"),
      Point(testDescription: "after the marker is named", fault: "killafter:rename:marker:1"),
      Point(testDescription: "while stopping, before the state is synced", fault: "kill:sync:state:1", ending: "stop"),
      Point(
        testDescription: "while stopping, after the state is synced", fault: "killafter:sync:state:1", ending: "stop"),
      Point(
        testDescription: "while stopping, before the marker says so", fault: "kill:rename:marker:2", ending: "stop"),
      Point(
        testDescription: "while stopping, after the marker says so", fault: "killafter:rename:marker:2", ending: "stop"),
      Point(testDescription: "before the old state goes", fault: "kill:unlink:state:1", isMachineNew: true),
      Point(testDescription: "after the old state went", fault: "killafter:unlink:state:1", isMachineNew: true),
      Point(testDescription: "while the checkpoint is put back", fault: "torn:write:state:1", isMachineNew: true),
      Point(testDescription: "after the checkpoint was put back", fault: "killafter:sync:state:1", isMachineNew: true),
      Point(testDescription: "while the journal is folded in", fault: "killafter:write:meta:2", isMachineNew: true),
    ]

    @Test("killed at a point, it has every answered command and gives the same answers", arguments: points)
    func killed(_ point: Point) throws {
      let seed: UInt64 = setting("HOLDFAST_CRASH_SEED", 1)
      for round in 0..<UInt64(setting("HOLDFAST_CRASH_KILLS", 1)) {
        let scene = try Scene(seed: seed &+ round)
        var generator = SeededGenerator(seed: scene.seed)
        let checker = Checker()
        for part in 0..<2 {
          try scene.load(waves: Int.random(in: 24...40, using: &generator), mode: point.mode)
          if point.isMachineNew { scene.boot = "run \(part)" }
          let fault = point.fault.replacing("%", with: "\(Int.random(in: 1...25, using: &generator))")
          let ended = try scene.load(waves: 60, mode: point.mode, ending: point.ending, fault: fault)
          #expect(ended.isKilled, "\(fault) was never reached: \(ended.lines)")
          if let wrong = try checker.fault(in: scene.subject(next: part == 1 ? scene.next + 100 : nil)) {
            scene.isKept = true
            Issue.record("\(wrong); seed \(scene.seed), \(fault), kept in \(scene.folder)")
            return
          }
        }
      }
    }
  }
}
