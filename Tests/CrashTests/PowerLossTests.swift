import FaultInjection
import Foundation
import Testing

/// All crash tests: one after the other, because each of them keeps the machine busy.
@Suite("Crashes", .serialized) enum Crashes {}

extension Crashes {
  /// The machine goes down: of what was written since the last sync, the disk may have anything.
  ///
  /// An engine works, is killed, comes back and goes on, while everything it does to its files is recorded. From moments
  /// of the record, images of the disk are made that a power loss at that moment could have left, as strictly as POSIX
  /// allows; each is opened as by another run of the machine. HOLDFAST_CRASH_SEED, HOLDFAST_CRASH_ROUNDS,
  /// HOLDFAST_CRASH_IMAGES (a recording) and HOLDFAST_CRASH_RECORDING (a folder that was kept) set what is tried.
  @Suite("Power loss") struct PowerLossTests {
    /// What a process of a recording is killed at.
    static let points = [
      "kill:write:journal:%", "killafter:write:journal:%", "torn:write:journal:%", "kill:rename:journal:1",
      "killafter:rename:journal:1", "kill:write:state:%", "killafter:write:meta:%", "kill:rename:checkpoint:2",
      "killafter:rename:checkpoint:2", "killafter:rename:marker:1", "kill:sync:folder:%", "kill:sync:journal-folder:%",
      "kill:unlink:any:%",
    ]

    @Test("no power loss takes an answered command, leaves half a one, or a state that is not the journal's")
    func images() throws {
      let seed: UInt64 = setting("HOLDFAST_CRASH_SEED", 1)
      let rounds: Int = setting("HOLDFAST_CRASH_ROUNDS", 3)
      for round in 0..<UInt64(rounds) {
        let scene = try Scene(seed: seed &+ round)
        let mode = round % 3 == 2 ? "buffered" : "direct"
        try record(scene, mode: mode)
        try tryImages(of: scene, startingFrom: nil, count: setting("HOLDFAST_CRASH_IMAGES", 25), mode: mode)
      }
    }

    /// Some processes one after the other, most of them killed.
    private func record(_ scene: Scene, mode: String) throws {
      var generator = SeededGenerator(seed: scene.seed)
      for part in 0..<Int.random(in: 2...4, using: &generator) {
        let point = (Self.points.randomElement(using: &generator) ?? "")
          .replacing("%", with: "\(Int.random(in: 1...40, using: &generator))")
        let isStopped = Int.random(in: 0..<4, using: &generator) == 0
        let ended = try scene.load(
          waves: Int.random(in: 3...30, using: &generator), mode: mode, ending: isStopped ? "stop" : "go",
          fault: isStopped || part == 0 && scene.seed % 2 == 0 ? "" : point, isRecorded: true)
        #expect(ended["failed"] == nil, "seed \(scene.seed): \(ended.lines)")
      }
      try scene.writeTruth()
    }

    /// Makes images of a recording and looks at each; on some of them the work goes on, recorded again.
    private func tryImages(of scene: Scene, startingFrom image: String?, count: Int, mode: String) throws {
      let recording = try Recording(file: scene.record)
      let model = try image.map { try DiskModel(root: scene.root, holding: $0) } ?? DiskModel(root: scene.root)
      var generator = SeededGenerator(seed: scene.seed &+ 77)
      let chosen = Set((0..<count).map { _ in Int.random(in: 0..<recording.events.count, using: &generator) })
      let checker = Checker()
      let place = scene.folder + "/image"
      for (index, event) in recording.events.enumerated() {
        model.take(event)
        guard chosen.contains(index) else { continue }
        for variant in 0..<2 {
          let imageSeed = scene.seed &* 1_000_003 &+ UInt64(index * 8 + variant)
          try? FileManager.default.removeItem(atPath: place)
          var image = DiskImage(model, seed: imageSeed)
          try image.write(to: place)
          var subject = scene.subject(next: variant == 0 ? scene.next + 100 : nil)
          subject.data = place + "/data"
          subject.due = model.notes
          subject.boot = "another"
          subject.truth = scene.truth
          let fault = try checker.fault(in: subject)
          report(1, "power-loss images")
          if let fault {
            scene.isKept = true
            Issue.record(
              """
              \(fault)
              seed \(scene.seed), event \(index) of \(recording.events.count) (\(event.name)), \(image.choice), \
              \(model.notes) answers due; kept in \(scene.folder)
              """)
            return
          }
        }
      }
    }
  }
}

extension Recording.Event {
  /// In a word.
  var name: String { String("\(self)".prefix { $0 != "(" }) }
}
