internal import EventLoop
internal import Messages
internal import Transport

/// A thread that serves one client or more: runs until its last client is gone.
final class ClientThread: Sendable {
  let shared: ClientLoop

  init() throws {
    do throws(SystemError) {
      shared = try ClientLoop()
      try shared.loop.start()
    } catch {
      throw HoldfastError(.internal, "\(error)")
    }
  }

  deinit {
    let loop = shared.loop
    // Posted, so that the round that ends the last client also lets go of its connections; a thread that nobody waits for would never give
    // its stack back.
    loop.post { loop.stop() }
    loop.join()
  }
}

/// What the clients of one thread share. All but the loop's own crossing functions is for that thread.
///
/// Sendable: by that rule.
final class ClientLoop: @unchecked Sendable {
  let loop: EventLoop
  let group: ConnectionGroup
  /// For notices and statuses.
  let arena = MessageArena()
  private var crowded: [ClientCore] = []

  fileprivate init() throws(SystemError) {
    loop = try EventLoop(name: "holdfast-client")
    group = ConnectionGroup(loop)
    // By then the round's output was sent, as far as the socket had room.
    loop.onRoundEnd { [unowned self] in sendMore() }
  }

  /// Has `core` asked again at the end of the round: its output was full.
  func remember(_ core: ClientCore) { crowded.append(core) }

  private func sendMore() {
    guard !crowded.isEmpty else { return }
    let cores = crowded
    crowded = []
    for core in cores { core.sendWaiting() }
  }
}
