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
      Fact(
        "Kept answers",
        "\(Words.number(response.commandResults)), each for \(Words.duration(seconds: response.commandResultSeconds))"),
      Fact("Connections", Words.number(response.connections)),
    ]
    let certificates = Table(
      [.text("CERTIFICATE"), .text("SUBJECT"), .text("VALID UNTIL"), .number("DAYS LEFT")],
      rows: response.certificates.map { certificate in
        [
          certificate.purpose, certificate.subject, Words.time(certificate.notAfter),
          Words.number((certificate.notAfter - now) / 86_400_000_000),
        ]
      })
    return View([.facts(facts), .table(certificates)], ids: [response.historyID])
  }
}
