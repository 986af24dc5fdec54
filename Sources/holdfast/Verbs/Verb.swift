internal import ArgumentParser
internal import Messages

/// A verb that is one call: what it asks, and how it shows the answer. All the rest is the same for every verb.
protocol Verb: AsyncParsableCommand {
  associatedtype Request: MessageCodec
  associatedtype Response: MessageCodec

  /// The rpc that it calls.
  static var method: Method { get }
  /// Where to call, and how to print.
  var global: GlobalOptions { get }

  /// What the command line asks for.
  func request() throws -> Request
  /// The answer for people.
  func view(of response: Response) -> View
}

extension Verb {
  func run() async throws {
    let request = try Coding.encode(request())
    let reply = try await Session.with(global) { session in try await session.call(Self.method, request) }
    try show(reply)
  }

  /// Prints an answer as the command line asks for it.
  func show(_ reply: CallResult) throws {
    if global.json {
      print(try Coding.json(reply.bytes, as: Response.fullName))
      return
    }
    let view = view(of: try Coding.decode(reply.bytes, as: Response.self))
    view.print(global)
    if reply.repeated, !global.quiet {
      Terminal.writeError("This was done before: the command id is known, and nothing was changed again.\n")
    }
  }
}

extension View {
  /// Prints the view to standard output, or the ids of it.
  func print(_ global: GlobalOptions) {
    let lines = global.quiet ? ids : lines(width: Terminal.width, emphasis: Terminal.emphasis)
    for line in lines { Swift.print(line) }
  }
}

/// A verb that shows a list, a page a call.
protocol ListVerb: Verb {
  /// Which part of the list to show.
  var paging: PagingOptions { get }

  /// The request for a page of so many that begins at `token`.
  func request(pageSize: UInt32, pageToken: String) throws -> Request
  /// The token of the page after `response`; empty = it was the last.
  static func nextPageToken(_ response: Response) -> String
  /// How many `response` lists.
  static func count(_ response: Response) -> Int
  /// Adds the page `next` to those before it.
  static func append(_ next: Response, to response: inout Response)
}

extension ListVerb {
  /// The most that a server gives a page.
  static var largestPage: Int { 1000 }

  func request() throws -> Request { try request(pageSize: UInt32(pageSize(done: 0)), pageToken: "") }

  func run() async throws {
    let response = try await Session.with(global) { session in
      var response: Response = try await page(session, "", done: 0)
      while paging.most.map({ Self.count(response) < $0 }) ?? true {
        let token = Self.nextPageToken(response)
        if token.isEmpty { break }
        let next: Response = try await page(session, token, done: Self.count(response))
        Self.append(next, to: &response)
      }
      return response
    }
    if global.json {
      print(try Coding.json(Coding.encode(response), as: Response.fullName))
      return
    }
    view(of: response).print(global)
    if global.quiet { return }
    if Self.count(response) == 0 { Terminal.writeError("There are none.\n") }
    if !Self.nextPageToken(response).isEmpty {
      Terminal.writeError("There are more than these \(Words.number(Self.count(response))): --limit, or --all.\n")
    }
  }

  private func page(_ session: Session, _ token: String, done: Int) async throws -> Response {
    let request = try request(pageSize: UInt32(pageSize(done: done)), pageToken: token)
    return try Coding.decode(await session.call(Self.method, Coding.encode(request)).bytes)
  }

  private func pageSize(done: Int) -> Int { min(Self.largestPage, paging.most.map { $0 - done } ?? Self.largestPage) }
}
