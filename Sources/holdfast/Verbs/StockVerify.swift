internal import ArgumentParser
internal import Messages

/// Compares levels with what their entries add up to, while the server serves.
struct StockVerify: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare levels with what their journal entries add up to, while the server serves.",
    discussion: """
      A difference is a fault of the store: it is named here, the server takes no commands from then on, and its next start \
      builds the state from the journal. Needs the role operator. `holdfast verify` checks much more, without a server.

      Example: holdfast stock verify --warehouse DC-CHI
      """)
  static let method = Method.auditServiceVerifyStock

  @Option(help: ArgumentHelp("Only this product.", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("Only this warehouse.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> VerifyStockRequest { request(pageToken: "") }

  private func request(pageToken: String) -> VerifyStockRequest {
    VerifyStockRequest(productID: product ?? "", warehouseID: warehouse ?? "", pageToken: pageToken)
  }

  func run() async throws {
    let sums = try await Session.with(global) { session in try await verify(session) }
    if global.json {
      print(try Coding.json(Coding.encode(sums), as: VerifyStockResponse.fullName))
    } else {
      view(of: sums).print(global)
    }
    if !sums.faults.isEmpty {
      throw ToolFailure(
        .fault, Words.count(sums.faults.count, "level is", "levels are") + " not what the journal says",
        advice: "The server takes no commands until it is started again, and builds its state from the journal then.")
    }
  }

  private func verify(_ session: Session) async throws -> VerifyStockResponse {
    let isAll = product == nil && warehouse == nil
    let isShown = !global.quiet && Terminal.isError
    var total: UInt64?
    if isShown, isAll {
      let status = try await session.call(.adminServiceGetStatus, Coding.encode(GetStatusRequest()), isAside: true)
      total = try Coding.decode(status.bytes, as: ServerStatus.self).stockLevels
    }
    var progress = Progress(unit: "levels", total: total, isShown: isShown)
    defer { progress.clear() }
    var sums = VerifyStockResponse()
    repeat {
      let reply = try await session.call(Self.method, Coding.encode(request(pageToken: sums.nextPageToken)))
      let page: VerifyStockResponse = try Coding.decode(reply.bytes)
      sums.levels += page.levels
      sums.entries += page.entries
      sums.faults += page.faults
      sums.nextPageToken = page.nextPageToken
      progress.update(sums.levels)
    } while !sums.nextPageToken.isEmpty
    return sums
  }

  func view(of response: VerifyStockResponse) -> View {
    let table = Table(
      [.text("PRODUCT"), .text("WAREHOUSE"), .prose("WHAT IS WRONG")],
      rows: response.faults.map { fault in
        [
          Words.product(fault.productID, fault.variantID), fault.warehouseID.isEmpty ? "(all)" : fault.warehouseID,
          fault.message,
        ]
      })
    let sum =
      "\(Words.count(response.levels, "level")) and \(Words.count(response.entries, "entry", "entries")) compared"
    return View(
      [
        .table(table),
        .line(response.faults.isEmpty ? "\(sum): every level is what its entries add up to." : "\(sum)."),
      ],
      ids: response.faults.map { "\(Words.product($0.productID, $0.variantID))@\($0.warehouseID)" })
  }
}
