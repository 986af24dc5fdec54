import Dispatch
import Foundation
import Messages
import Support
import Synchronization
import TLS
import Testing

@testable import Server

@Suite("Stopping and starting") struct LifeTests {
  @Test("what was answered is there after a restart")
  func restart() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    try client.must(.reservationServiceReserve, reserveOne(order: 1))
    try server.restart()
    let again = try CallClient(port: server.port, server.client("operator"))
    #expect(try again.available() == 9)
    try again.must(.reservationServiceReserve, reserveOne(order: 2))
    #expect(try again.available() == 8)
  }

  @Test("a server that stops says so, finishes what is in flight, and closes")
  func goingAway() throws {
    let server = try LoopbackServer { $0.batchLimit = 1 }
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 100)
    let frames = try (2...40).map { try client.frame(UInt64($0), .reservationServiceReserve, reserveOne(order: $0)) }
    try client.send(client.frame(1, .stockServiceAdjustStock, longCommand) + Array(frames.joined()))
    let stopped = DispatchSemaphore(value: 0)
    let running = Sent(server)
    Thread.detachNewThread {
      running.value.stop()
      stopped.signal()
    }
    let answers = try client.answers(41)
    let notice = try #require(answers[0])
    #expect(notice.code == .ok)
    #expect(try notice.decode(Notice.self).kind == .goingAway)
    #expect((1...40).allSatisfy { answers[$0]?.code == .ok })
    #expect(client.end() == .closed)
    stopped.wait()
    #expect(throws: (any Error).self) { try CallClient(port: server.port, server.client("operator")) }
    try server.start()
    #expect(try CallClient(port: server.port, server.client("reader")).available() == 61)
  }

  @Test("a stop loses no answer of clients that call all the time")
  func nothingLost() throws {
    let server = try LoopbackServer { $0.networkThreads = 2 }
    try CallClient(port: server.port, server.client("operator")).makeStock(onHand: 1_000_000)
    let clients = try (0..<6).map { Sent(try CallClient(port: server.port, server.client("seller")), $0) }
    let results = Mutex<[ClientResult]>([])
    let group = DispatchGroup()
    for client in clients {
      group.enter()
      Thread.detachNewThread {
        let result = client.value.reserveUntilTold(from: client.number * 1_000_000)
        results.withLock { $0.append(result) }
        group.leave()
      }
    }
    pause(milliseconds: 100)
    server.stop()
    group.wait()
    let all = results.withLock { $0 }
    #expect(all.count == 6)
    for result in all {
      #expect(result.wasTold)
      #expect(result.unanswered == 0)
      #expect(result.end == .closed)
      #expect(result.reserved > 0)
    }
    try server.start()
    let left = try CallClient(port: server.port, server.client("reader")).available()
    #expect(Int(left) == 1_000_000 - all.reduce(0) { $0 + $1.reserved }, "answered and durable are the same")
  }

  @Test("a client that ignores the end holds it up no longer than the drain time")
  func drainTime() throws {
    let server = try LoopbackServer { $0.drainTime = .milliseconds(200) }
    let client = Sent(try CallClient(port: server.port, server.client("reader")))
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while (try? client.value.call(.stockServiceGetStock, readP1)) != nil {}
      ended.signal()
    }
    pause(milliseconds: 50)
    server.stop()
    ended.wait()
    #expect(server.port == 0)
  }

  @Test("stopping twice, or from two threads, is stopping once")
  func twice() throws {
    let server = try LoopbackServer()
    do {
      let running = try #require(server.server)
      let group = DispatchGroup()
      for _ in 0..<3 { DispatchQueue.global().async(group: group) { running.stop() } }
      group.wait()
      running.stop()
    }
    try server.restart()
    #expect(
      try CallClient(port: server.port, server.client("reader")).call(.stockServiceGetStock, readP1).code == .notFound)
  }

  @Test("a port in use, a missing certificate and a directory in use are told apart")
  func startFailures() throws {
    let server = try LoopbackServer()
    var other = server.configuration
    other.dataDirectory += "-2"
    defer { try? FileManager.default.removeItem(atPath: other.dataDirectory) }
    other.listenPort = Int(server.port)
    #expect(failure(other)?.contains("127.0.0.1:\(server.port) is in use") == true)
    other.listenPort = 0
    other.certificateFile = ""
    #expect(failure(other)?.contains("holdfast certs init") == true)
    other.certificateFile = "/nowhere/server.pem"
    #expect(failure(other)?.contains("/nowhere/server.pem: cannot be read") == true)
    other.certificateFile = server.configuration.certificateFile
    other.keyFile = server.certificates.files.clientKeyFile("reader")
    #expect(failure(other)?.contains("is not the key of") == true)
    #expect(failure(server.configuration)?.contains("\(server.configuration.dataDirectory) is in use") == true)
    #expect(
      try CallClient(port: server.port, server.client("reader")).call(.stockServiceGetStock, readP1).code == .notFound)
  }

  private func failure(_ configuration: ServerConfiguration) -> String? {
    do throws(StartFailure) {
      try Server.start(configuration).stop()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

@Suite("New certificates") struct ReloadTests {
  @Test("new ones count for new connections, and live ones go on")
  func reload() throws {
    let server = try LoopbackServer()
    let running = try #require(server.server)
    let live = try CallClient(port: server.port, server.client("reader"))
    #expect(try live.call(.stockServiceGetStock, readP1).code == .notFound)
    try server.certificates.revoke("seller")
    #expect(
      try CallClient(port: server.port, server.client("seller")).call(.stockServiceGetStock, readP1).code == .notFound)
    #expect(running.reloadCertificates())
    #expect(throws: CallClient.Failure.self) {
      try CallClient(port: server.port, server.client("seller")).call(.stockServiceGetStock, readP1)
    }
    #expect(try live.call(.stockServiceGetStock, readP1).code == .notFound)
    #expect(
      try CallClient(port: server.port, server.client("reader")).call(.stockServiceGetStock, readP1).code == .notFound)
  }

  @Test("anything wrong with the new ones keeps the old ones")
  func broken() throws {
    let server = try LoopbackServer()
    let running = try #require(server.server)
    try Data("not a key".utf8).write(to: URL(filePath: server.configuration.keyFile))
    #expect(!running.reloadCertificates())
    #expect(
      try CallClient(port: server.port, server.client("reader")).call(.stockServiceGetStock, readP1).code == .notFound)
  }
}

/// What became of a client's calls.
struct ClientResult: Sendable {
  var reserved = 0
  var unanswered = 0
  var wasTold = false
  var end: CallClient.Failure?
}

extension CallClient {
  /// Reserves, twenty calls in flight, until the server says that it is going away; then waits for what is unanswered.
  func reserveUntilTold(from order: Int) -> ClientResult {
    var result = ClientResult()
    var next: UInt64 = 1
    do {
      while true {
        while !result.wasTold, result.unanswered < 20 {
          try send(next, .reservationServiceReserve, reserveOne(order: order + Int(next)))
          next += 1
          result.unanswered += 1
        }
        let answer = try answer()
        if answer.callID == 0 {
          result.wasTold = true
        } else {
          result.unanswered -= 1
          if answer.code == .ok { result.reserved += 1 }
        }
      }
    } catch {
      result.end = error as? Failure
    }
    return result
  }
}

/// Hands a value to another thread; this one then leaves it alone.
final class Sent<Value>: @unchecked Sendable {
  let value: Value
  let number: Int

  init(_ value: Value, _ number: Int = 0) {
    self.value = value
    self.number = number
  }
}
