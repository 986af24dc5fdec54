internal import Dispatch
internal import EventLoop
internal import TLS
internal import Transport

extension ClientCore {
  /// Sees that there will be a connection, now or as soon as the backoff allows it.
  func ensureConnection() {
    guard life != .closed, current == nil, !isResolving, reconnectTimer == nil else { return }
    guard now < notBefore else {
      connect()
      return
    }
    reconnectTimer = shared.loop.schedule(after: notBefore - now) { [weak self] in
      guard let self else { return }
      reconnectTimer = nil
      if queue.first() != nil { ensureConnection() }
    }
  }

  private func connect() {
    failuresOfThisRound = []
    let host = configuration.host
    let port = configuration.port
    if let address = SocketAddress(numeric: host, port: port) {
      candidates = [address]
      connectToNext()
      return
    }
    isResolving = true
    resolution += 1
    let number = resolution
    // Looking a name up blocks, for seconds if it must: neither this thread nor one of the tasks' own should.
    let resolve = resolve
    DispatchQueue.global().async {
      let found = Result { () throws(SystemError) in try resolve(host, port) }
      self.shared.loop.post { self.didResolve(number, found) }
    }
  }

  private func didResolve(_ number: Int, _ found: Result<[SocketAddress], SystemError>) {
    guard life != .closed, isResolving, number == resolution else { return }
    isResolving = false
    switch found {
    case .success(let addresses):
      candidates = addresses[...]
      connectToNext()
    case .failure(let error): noConnection(ConnectionFailure("\(error)"))
    }
  }

  private func connectToNext() {
    var last = ConnectionFailure("\(configuration.host) has no address")
    while let address = candidates.popFirst() {
      do throws(ConnectionError) {
        let connection = try ServerConnection(self, address, context)
        connections.append(connection)
        current = connection
        return
      } catch {
        last = ConnectionFailure(error)
        failuresOfThisRound.append("\(address): \(last.text)")
      }
    }
    noConnection(last)
  }

  /// No address would do: those that have waited long enough fail, the rest wait for the next round.
  private func noConnection(_ failure: ConnectionFailure) {
    backOff()
    let reasons = failuresOfThisRound.isEmpty ? failure.text : failuresOfThisRound.joined(separator: "; ")
    let text = "cannot connect to \(serverName): \(reasons)"
    for call in queue.removeAll() {
      call.attempts += 1
      call.lastFailure = text
      if failure.isPermanent || !call.allowsRetry || call.attempts >= configuration.maximumAttempts {
        finish(call, throwing: HoldfastError(failure.code, text))
      } else {
        queue.append(call)
      }
    }
    if queue.first() != nil { ensureConnection() }
  }

  private func backOff() {
    failureCount += 1
    notBefore = now + configuration.backoff.nanoseconds(failures: failureCount)
  }

  func didOpen(_ connection: ServerConnection) {
    candidates = []
    sendWaiting()
  }

  /// Has new calls go elsewhere; the connection ends with its last call.
  func retire(_ connection: ServerConnection) {
    connection.isRetiring = true
    if current === connection { current = nil }
    if connection.callCount == 0 { connection.closeAfterFlush() }
    if queue.first() != nil { ensureConnection() }
  }

  /// Ends a connection that is of no use.
  func abandon(_ connection: ServerConnection, _ reason: String) {
    connection.abandonReason = reason
    if current === connection { current = nil }
    connection.close()
  }

  func didClose(_ connection: ServerConnection, _ reason: CloseReason) {
    connections.removeAll { $0 === connection }
    let wasCurrent = current === connection
    if wasCurrent { current = nil }
    guard life != .closed else { return }
    let failure = connection.refusal.map(ConnectionFailure.init) ?? ConnectionFailure(reason)
    if connection.wasOpen {
      didLose(connection, failure)
    } else if wasCurrent {
      failuresOfThisRound.append("\(connection.address): \(failure.text)")
      if candidates.isEmpty { noConnection(failure) } else { connectToNext() }
    } else if queue.first() != nil {
      ensureConnection()
    }
  }

  private func didLose(_ connection: ServerConnection, _ failure: ConnectionFailure) {
    // One that opens and says nothing is no better than none: a server that refuses our certificate is such a one.
    // So is one that is refused as a whole.
    let isTold = connection.refusal != nil
    if !connection.hasAnswered || isTold, connection.callCount > 0 { backOff() }
    let refused = (!connection.hasAnswered || isTold) && failure.isPermanent
    let text =
      refused
      ? "\(serverName): \(failure.text)"
      : "the connection to \(serverName) was lost: \(connection.abandonReason ?? failure.text)"
    let lost = calls.values.filter { $0.connection === connection }.sorted { $0.id < $1.id }
    var again: [PendingCall] = []
    for call in lost {
      call.lastFailure = text
      if refused {
        call.connection = nil
        finish(call, throwing: HoldfastError(failure.code, text))
        continue
      }
      call.wasLost = true
      if call.isRepeatable, call.allowsRetry, call.attempts < configuration.maximumAttempts {
        call.connection = nil
        again.append(call)
      } else {
        finish(call, throwing: HoldfastError(.unavailable, text))
      }
    }
    queue.prepend(again)
    if queue.first() != nil { ensureConnection() }
  }
}
