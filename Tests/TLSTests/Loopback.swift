internal import Glibc

@testable internal import TLS

/// Two sessions over a socket pair, driven from one thread.
final class Loopback {
  var server: TLSSession
  var client: TLSSession
  private(set) var serverDescriptor: Int32
  private(set) var clientDescriptor: Int32

  init(_ server: TLSContext, _ client: TLSContext, name: String = "localhost") throws {
    (serverDescriptor, clientDescriptor) = Self.sockets()
    self.server = try TLSSession(context: server, descriptor: serverDescriptor, role: .server)
    self.client = try TLSSession(context: client, descriptor: clientDescriptor, role: .client(serverName: name))
  }

  deinit {
    close(serverDescriptor)
    close(clientDescriptor)
  }

  static func sockets() -> (Int32, Int32) {
    var pair: [Int32] = [-1, -1]
    _ = unsafe socketpair(
      AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair)
    return (pair[0], pair[1])
  }

  /// Goes on with both handshakes until neither moves; a side that is done stays done.
  @discardableResult
  func shakeHands() -> (server: Step, client: Step) {
    var server = Step.wantsRead
    var client = Step.wantsRead
    for _ in 0..<16 {
      if client.isOpen { client = self.client.handshake() }
      if server.isOpen { server = self.server.handshake() }
    }
    return (server, client)
  }

  /// How both sides' handshakes fail, the client's first read included (with TLS 1.3 that is where a refusal arrives).
  func failures() -> (server: TLSFailure?, client: TLSFailure?) {
    let (serverStep, clientStep) = shakeHands()
    var client = clientStep.failure
    if clientStep == .done, case .failed(let failure) = read(&self.client).1 { client = failure }
    return (serverStep.failure, client)
  }

  func closeServer() {
    close(serverDescriptor)
    serverDescriptor = -1
  }

  func closeClient() {
    close(clientDescriptor)
    clientDescriptor = -1
  }

  /// One read of at most `count` bytes.
  func read(_ session: inout TLSSession, _ count: Int = 65536) -> ([UInt8], ReadStep) {
    var buffer = [UInt8](repeating: 0, count: count)
    let step = unsafe buffer.withUnsafeMutableBytes { unsafe session.read(into: $0) }
    guard case .bytes(let count) = step else { return ([], step) }
    return (Array(buffer.prefix(count)), step)
  }

  func write(_ session: inout TLSSession, _ bytes: [UInt8]) -> WriteStep {
    unsafe bytes.withUnsafeBytes { unsafe session.write($0) }
  }

  /// Sends all of `bytes` through a pair of sockets that hold much less, reading `readSize` at a time at the other end.
  func carry(_ bytes: [UInt8], toServer: Bool, readSize: Int) -> [UInt8] {
    var sent = 0
    var received: [UInt8] = []
    var idle = 0
    while received.count < bytes.count, idle < 4 {
      idle += 1
      if sent < bytes.count {
        // Another array each time: the memory of a retried write may have moved.
        let rest = Array(bytes[sent...])
        let step = toServer ? write(&client, rest) : write(&server, rest)
        if case .bytes(let count) = step { sent += count }
      }
      while true {
        let (some, step) = toServer ? read(&server, readSize) : read(&client, readSize)
        received += some
        guard case .bytes = step else { break }
        idle = 0
      }
    }
    return received
  }
}

extension Step {
  var isOpen: Bool { self == .wantsRead || self == .wantsWrite }

  var failure: TLSFailure? {
    if case .failed(let failure) = self { return failure }
    return nil
  }
}

/// Bytes that are not the same anywhere.
func pattern(_ count: Int) -> [UInt8] {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}
