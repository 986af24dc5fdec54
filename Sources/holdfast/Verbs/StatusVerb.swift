internal import ArgumentParser
internal import Messages

/// How the server is.
struct StatusCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How the server is: what it holds, how long it runs, its certificates.")
  static let method = Method.adminServiceGetStatus

  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetStatusRequest { GetStatusRequest() }

  func view(of response: ServerStatus) -> View {
    let now = WallClock.microseconds
    let commands =
      response.acceptsCommands
      ? "taken, \(Words.number(response.queuedCommands)) waiting (\(Words.bytes(response.queuedBytes)))"
      : "refused: \(response.refusingBecause)"
    let facts = [
      Fact("Version", response.version), Fact("History", response.historyID),
      Fact(
        "Running", "\(Words.duration(seconds: response.uptimeSeconds)), since \(Words.time(response.startedAt))"),
      Fact("Commands", commands),
      Fact("Sequence", Words.number(response.sequence)), Fact("Last batch", Words.time(response.lastBatchAt)),
      Fact("Warehouses", Words.number(response.warehouses)), Fact("Products", Words.number(response.products)),
      Fact("Stock levels", Words.number(response.stockLevels)),
      Fact("Open reservations", Words.number(response.openReservations)),
      Fact(
        "In memory", "\(Words.count(response.residentLevels, "row")), \(Words.bytes(response.residentBytes))"),
      Fact(
        "State",
        "\(Words.bytes(response.stateBytes)) of \(Words.bytes(response.stateLimitBytes)), \(Words.bytes(response.stateFreeBytes)) of it free"
      ),
      Fact(
        "Journal",
        "\(Words.bytes(response.journalBytes)) in \(Words.count(response.journalSegments, "segment")), from sequence \(Words.number(response.firstSequence))"
      ),
      Fact("Old segments", Self.compaction(response)), Fact("After a crash", Self.recovery(response)),
      Fact("Clock", Self.clock(response.clockAheadMicros)),
      Fact(
        "Kept answers",
        "\(Words.number(response.commandResults)), each for \(Words.duration(seconds: response.commandResultSeconds))"),
      Fact("Connections", Words.number(response.connections)),
    ]
    let certificates = Table(
      [.text("CERTIFICATE"), .text("SUBJECT"), .whole("VALID UNTIL"), .number("DAYS LEFT")],
      rows: response.certificates.map { certificate in
        [
          certificate.purpose, certificate.subject, Words.time(certificate.notAfter),
          Words.number((certificate.notAfter - now) / 86_400_000_000),
        ]
      })
    return View([.facts(facts), .table(certificates)], ids: [response.historyID])
  }

  /// What became of the segments of the journal that nothing needs any more; empty where nobody has looked since the start.
  private static func compaction(_ status: ServerStatus) -> String {
    if !status.compactionFailure.isEmpty {
      return "could not be taken out at \(Words.time(status.compactedAt)): \(status.compactionFailure)"
    }
    guard status.compactedAt != 0 else { return "" }
    let taken =
      status.compactedSegments == 0
      ? "none" : "\(Words.count(status.compactedSegments, "segment")), \(Words.bytes(status.compactedBytes))"
    let kept = status.compactionKeptBecause.isEmpty ? "" : "; the oldest left stays: \(status.compactionKeptBecause)"
    return "\(taken) taken out at \(Words.time(status.compactedAt))\(kept)"
  }

  /// What a start after a crash of the machine would have to do.
  private static func recovery(_ status: ServerStatus) -> String {
    let start =
      "\(Words.count(status.entriesSinceCheckpoint, "entry", "entries")), \(Words.bytes(status.bytesSinceCheckpoint)) of journal to fold in, "
      + "about \(Words.duration(seconds: status.recoverySeconds))"
    return status.checkpointFailure.isEmpty
      ? start : "\(start); no checkpoint could be made: \(status.checkpointFailure)"
  }

  private static func clock(_ micros: Int64) -> String {
    let seconds = micros.magnitude / 1_000_000
    if seconds < 60 { return "agrees with the journal's time" }
    return
      "\(Words.duration(seconds: seconds)) \(micros > 0 ? "ahead of" : "behind") the journal's time, which follows slowly"
  }
}
