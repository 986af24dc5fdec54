import FaultInjection
import RetailOrders
import Support
import Testing

extension EndToEnd {
  /// The real server as a process of its own, ended again and again in the middle of its work.
  @Suite("A server that is ended under load") struct CrashTests {
    private enum Ending {
      case killed
      /// SIGTERM.
      case asked
      /// SIGTERM, and SIGKILL before it is done.
      case hurried
      /// Killed by its own call, at a point that is named.
      case atPoint
    }

    /// Where a server is killed under load; `%` stands for a number.
    private static let points = [
      "kill:write:journal:%", "torn:write:journal:%", "killafter:write:journal:%", "kill:write:pages:%",
      "killafter:write:meta:%", "kill:rename:checkpoint:2", "killafter:rename:checkpoint:2", "kill:write:checkpoint:1",
      "kill:write:prepared:2", "kill:rename:journal:1", "killafter:rename:journal:1",
    ]

    /// Ends the server `rounds` times, each at a random moment, and checks at the end that the answers, the state and the journal agree.
    private func endAgainAndAgain(_ ending: Ending, rounds: Int, seed: UInt64) async throws {
      var generator = SeededGenerator(seed: seed)
      let certificates = try TemporaryCertificates(roles: ["seller", "operator"])
      // Small segments and many checkpoints, so that ends fall into their making too.
      let daemon = try Daemon(
        certificates.settings + [
          "--network-threads=2", "--state-size=1GiB", "--resident-size=16MiB", "--segment-size=256KiB",
          "--checkpoint-interval=1MiB",
        ])
      try await daemon.start()
      var point = 0
      let load = try CrashLoad(certificates, port: daemon.port, seed: seed)
      try await load.receive()
      async let work: Void = load.run()
      for round in 1...rounds {
        if ending == .atPoint {
          let number = Int.random(in: 20...120, using: &generator)
          await daemon.kill()
          // Where the point is reached while it opens, it does not serve before it is started again.
          _ = try? await daemon.start(
            fault: Self.points[point % Self.points.count].replacing("%", with: "\(number)"))
          point += 1
          var patience = 20_000
          while daemon.isRunning, patience > 0 {
            try await Task.sleep(for: .milliseconds(1))
            patience -= 1
          }
          #expect(!daemon.isRunning, "\(Self.points[(point - 1) % Self.points.count]) was never reached")
          await daemon.kill()
          try await daemon.start()
          report(1, "kills of a server at points")
          continue
        }
        try await load.wait(forAnswers: Int.random(in: 60...350, using: &generator))
        try await Task.sleep(for: .microseconds(Int.random(in: 0...3000, using: &generator)))
        switch ending {
        case .killed:
          await daemon.kill()
          try await daemon.start()
          report(1, "kills of a server at random")
        case .hurried:
          daemon.ask()
          try await Task.sleep(for: .microseconds(Int.random(in: 0...20_000, using: &generator)))
          await daemon.kill()
          try await daemon.start()
        case .asked:
          #expect(await daemon.terminate() == 0, "round \(round)")
          #expect(try await daemon.start() == 0, "after a clean stop there is nothing to fold in, round \(round)")
        case .atPoint: break
        }
      }
      try await load.wait(forAnswers: 100)
      load.end()
      try await work

      let levels = try await load.allLevels()
      let holds = try await load.allHolds()
      await load.close()
      #expect(await daemon.terminate() == 0)
      load.faults.expectNone("repeats")
      var model = StockModel(received: CrashLoad.received)
      model.take(load.history)
      model.compareAll(levels)
      model.compareAll(holds)
      model.faults.expectNone("what was answered is not what is there")
      try JournalAudit(dataDirectory: daemon.dataDirectory).compare(with: levels).expectNone("journal and levels")
      report(load.history.count, "commands answered by a server")
      // Otherwise nothing was put to the test.
      #expect(model.refusals > 20)
      if ending == .killed {
        #expect(load.repeats.unknown >= rounds)
        #expect(load.repeats.repeated > 0)
      }
    }

    @Test("killed in the middle of load, it has every answered command, no half one and none twice")
    func killed() async throws {
      try await endAgainAndAgain(.killed, rounds: 40, seed: setting("HOLDFAST_CRASH_SEED", 9))
    }

    @Test("asked to stop under load, it answers what is in flight and loses nothing of it")
    func asked() async throws {
      try await endAgainAndAgain(.asked, rounds: 8, seed: setting("HOLDFAST_CRASH_SEED", 15))
    }

    @Test("asked to stop and killed before it is done, it has every answered command all the same")
    func hurried() async throws {
      try await endAgainAndAgain(.hurried, rounds: 12, seed: setting("HOLDFAST_CRASH_SEED", 21))
    }

    @Test("killed at every named point under load, it has every answered command, no half one and none twice")
    func atPoints() async throws {
      try await endAgainAndAgain(.atPoint, rounds: Self.points.count, seed: setting("HOLDFAST_CRASH_SEED", 33))
    }
  }
}
