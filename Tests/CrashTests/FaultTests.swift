import FaultInjection
import Testing

extension Crashes {
  /// The disk says no: calls fail that the engine makes on its files.
  @Suite("Failing calls") struct FaultTests {
    /// A fault that ends writing, and what the engine says of it.
    struct Fault: CustomTestStringConvertible, Sendable {
      let rule: String
      var mode = "direct"
      /// What the refusal must speak of.
      let text: String
      var testDescription: String { "\(rule), \(mode)" }
    }

    static let ends = [
      Fault(rule: "EIO:write:journal:9", text: "code: 5"),
      Fault(rule: "ENOSPC:write:journal:9", text: "code: 28"),
      Fault(rule: "short:write:journal:9", text: "code: 28"),
      Fault(rule: "late-EIO:write:journal:9", text: "code: 5"),
      Fault(rule: "EIO:write:journal:9", mode: "buffered", text: "code: 5"),
      Fault(rule: "short:write:journal:9", mode: "buffered", text: "code: 28"),
      Fault(rule: "EIO:sync:journal:9", mode: "buffered", text: "sync"),
      Fault(rule: "late-EIO:sync:journal:9", mode: "buffered", text: "sync"),
      Fault(rule: "EIO:write:prepared:4", text: "code: 5"),
      Fault(rule: "ENOSPC:write:prepared:4", text: "code: 28"),
      Fault(rule: "EIO:sync:journal-folder:3", text: "sync folder"),
      Fault(rule: "EIO:rename:journal:2", text: "rename"),
      Fault(rule: "EIO:write:pages:60", text: "after its record was synced"),
      Fault(rule: "ENOSPC:write:pages:60", text: "after its record was synced"),
      Fault(rule: "short:write:pages:60", text: "after its record was synced"),
      Fault(rule: "EIO:write:meta:12", text: "after its record was synced"),
    ]

    @Test(
      "a failing write, sync or commit ends writing with a clear text, reads go on, and a restart has it all",
      arguments: ends)
    func writingEnds(_ fault: Fault) throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      let checker = Checker()
      let ended = try scene.load(waves: 200, mode: fault.mode, fault: fault.rule)
      let refusal = try #require(ended["refused"], "it went on: \(ended.lines)")
      #expect(refusal.contains("restart the server") && refusal.contains(fault.text), "\(refusal)")
      // LMDB itself lets nobody in any more where it could not write its first pages, and the kernel has those in memory.
      #expect(ended["reads"] == "on" || fault.rule.contains("meta"))
      #expect(ended["lost"] != "0", "the batch was answered: \(ended.lines)")
      expectWhole(scene, checker, next: nil)
      try scene.load(waves: 8, mode: fault.mode, ending: "stop")
      expectWhole(scene, checker, next: scene.next + 100)
    }

    /// What is refused while it lasts.
    static let passing = [
      "ENOSPC:truncate:prepared:2", "ENOSPC:write:prepared:3", "EMFILE:open:prepared:3", "EMFILE:open:prepared:4",
      "EMFILE:open:journal-folder:3+",
    ]

    @Test("while no next segment can be made commands are refused, and taken again when one can", arguments: passing)
    func passes(_ rule: String) throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      let ended = try scene.load(waves: 60, ending: "patient", fault: rule)
      #expect(ended["refused"] == nil, "it did not pass: \(ended.lines)")
      #expect(ended["lost"] == "0" && ended["reads"] == "on")
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    @Test("while the disk has no room for another segment commands are refused with that, and nothing is lost")
    func noSegment() throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      let ended = try scene.load(waves: 60, ending: "patient", fault: "ENOSPC:truncate:prepared:2+")
      let full = try #require(ended["full"])
      #expect(!full.hasPrefix("0 ") && full.contains("no room"), "\(full)")
      #expect(ended["lost"] == "0" && ended["reads"] == "on")
      #expect(scene.acknowledged > 50)
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    static let checkpoints = [
      "ENOSPC:write:checkpoint:1+", "EIO:sync:checkpoint:1+", "short:write:checkpoint:1", "EIO:rename:checkpoint:2+",
      "EMFILE:open:checkpoint:1+",
    ]

    @Test("a checkpoint that fails stops no command, and is not taken for one", arguments: checkpoints)
    func checkpointFails(_ rule: String) throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      let ended = try scene.load(waves: 60, fault: rule)
      #expect(ended["refused"] == nil && ended["full"] == "0 " && ended["lost"] == "0", "\(ended.lines)")
      #expect(rule.hasPrefix("short") || ended["checkpoint"] == "0")
      scene.boot = "another"
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    static let openings = [
      "EIO:open:marker:2", "EIO:write:marker:1", "EIO:sync:marker:1", "EIO:rename:marker:1", "EIO:open:journal:1",
      "EIO:open:state:1", "EIO:sync:folder:1", "ENOSPC:open:other:1", "EMFILE:open:other:1",
    ]

    @Test("an opening that fails says so and does no harm", arguments: openings)
    func openingFails(_ rule: String) throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      try scene.load(waves: 20)
      let ended = try scene.load(waves: 1, fault: rule)
      let text = try #require(ended["failed"], "it was opened: \(ended.lines)")
      #expect(!ended.isKilled && text.count > 20, "\(text)")
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    @Test("a state that could not be synced on stopping is not trusted by a later start")
    func unsyncedState() throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      try scene.load(waves: 30, ending: "stop", fault: "EIO:sync:state:1")
      let ended = try scene.load(waves: 1)
      #expect(ended["origin"]?.hasPrefix("checkpoint") == true || ended["origin"] == "journal", "\(ended.lines)")
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    @Test("a full map refuses with a clear text, keeps serving, and goes on with a larger one")
    func fullMap() throws {
      let scene = try Scene(seed: setting("HOLDFAST_CRASH_SEED", 1))
      let ended = try scene.load(waves: 250, ending: "patient", stateBytes: 1 << 20)
      let full = try #require(ended["full"])
      #expect(!full.hasPrefix("0 ") && full.contains("the state is full"), "\(full)")
      #expect(ended["reads"] == "on" && ended["lost"] == "0")
      let more = try scene.load(waves: 10)
      #expect(more["full"] == "0 ", "\(more.lines)")
      expectWhole(scene, Checker(), next: scene.next + 100)
    }

    @Test("without a reader slot left, a new reader is told so, and commands and the readers that are there go on")
    func readerSlots() throws {
      let scene = try Scene(seed: 1)
      let ended = try Driver.run(["slots", scene.data])
      #expect(ended.status == 0 && ended["failed"] == nil, "\(ended.lines)")
      #expect(ended["readers"].flatMap { Int($0) }.map { $0 > 2 && $0 < 8 } == true, "\(ended.lines)")
      #expect(ended["told"]?.contains("reader") == true, "\(ended.lines)")
      #expect(ended.lines.count { $0 == "undecided 0" } == 2, "\(ended.lines)")
      #expect(ended["again"] == "on")
    }

    private func expectWhole(
      _ scene: Scene, _ checker: Checker, next: Int?, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      report(1, "faults injected")
      do {
        if let wrong = try checker.fault(in: scene.subject(next: next)) {
          scene.isKept = true
          Issue.record("\(wrong); kept in \(scene.folder)", sourceLocation: sourceLocation)
        }
      } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
      }
    }
  }
}
