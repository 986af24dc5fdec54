import Testing

extension EndToEnd {
  /// The real server as a process of its own, ended again and again in the middle of its work.
  @Suite("A server that is ended under load") struct CrashTests {
    private enum Ending { case killed, asked }

    /// Ends the server `rounds` times, each at a random moment, and checks at the end that the answers, the state and the journal agree.
    private func endAgainAndAgain(_ ending: Ending, rounds: Int, seed: UInt64) async throws {
      var generator = SeededGenerator(seed: seed)
      let daemon = try Daemon()
      try await daemon.start()
      let load = try CrashLoad(daemon, seed: seed)
      try await load.receive()
      async let work: Void = load.run()
      for round in 1...rounds {
        let moment = load.history.count + Int.random(in: 60...350, using: &generator)
        while load.history.count < moment { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .microseconds(Int.random(in: 0...3000, using: &generator)))
        switch ending {
        case .killed:
          await daemon.kill()
          try await daemon.start()
        case .asked:
          #expect(await daemon.terminate() == 0, "round \(round)")
          #expect(try await daemon.start() == 0, "after a clean stop there is nothing to fold in, round \(round)")
        }
      }
      let answered = load.history.count
      while load.history.count < answered + 100 { try await Task.sleep(for: .milliseconds(1)) }
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
      // Otherwise nothing was put to the test.
      #expect(model.refusals > 20)
      #expect(load.repeats.unknown >= (ending == .killed ? rounds : 0))
    }

    @Test("killed in the middle of load, it has every answered command, no half one and none twice")
    func killed() async throws {
      try await endAgainAndAgain(.killed, rounds: 20, seed: 9)
    }

    @Test("asked to stop under load, it loses no answered command, and a repeat tells of each that was not answered")
    func asked() async throws {
      try await endAgainAndAgain(.asked, rounds: 6, seed: 15)
    }
  }
}
