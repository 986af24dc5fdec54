internal import COpenSSL
internal import Glibc
internal import Testing

@testable internal import TLS

@Suite struct TLSSessionTests {
  let folder: Folder
  let loopback: Loopback

  init() throws {
    folder = try Folder()
    loopback = try Loopback(folder.server(), folder.client())
  }

  @Test("two sides shake hands and know each other")
  func handshake() throws {
    let (server, client) = loopback.shakeHands()
    #expect(server == .done)
    #expect(client == .done)
    #expect(loopback.server.applicationProtocol == "holdfast/1")
    #expect(loopback.client.applicationProtocol == "holdfast/1")
    #expect(loopback.server.protocolVersion == "TLSv1.3")
    #expect(loopback.server.cipher == "TLS_AES_128_GCM_SHA256")
    let identity = try loopback.server.peerIdentity()
    #expect(identity == PeerIdentity(kind: .uri, name: "spiffe://holdfast/dev/operator"))
    #expect(loopback.server.peerCertificate?.subject == "CN=operator")
    #expect(loopback.server.peerCertificate?.issuer == "CN=tests")
    #expect(loopback.client.peerCertificate?.subject == "CN=localhost")
  }

  @Test(
    "bytes arrive as they were sent, both ways, through sockets that hold less", arguments: [100, 4096, 65536, 300_000])
  func bothWays(readSize: Int) {
    loopback.shakeHands()
    let bytes = pattern(1_500_000)
    #expect(loopback.carry(bytes, toServer: true, readSize: readSize) == bytes)
    #expect(loopback.carry(bytes, toServer: false, readSize: readSize) == bytes)
  }

  @Test("one read takes many small records at once")
  func manyRecords() {
    loopback.shakeHands()
    for number in 0..<50 { #expect(loopback.write(&loopback.client, [UInt8(number), 7]) == .bytes(2)) }
    let (bytes, step) = loopback.read(&loopback.server)
    #expect(step == .bytes(100))
    #expect(bytes == (0..<50).flatMap { [UInt8($0), 7] })
    #expect(loopback.server.hasPending == false)
  }

  @Test("what does not fit into the buffer is pending, and comes with the next read")
  func pending() {
    loopback.shakeHands()
    #expect(loopback.write(&loopback.client, pattern(1000)) == .bytes(1000))
    let (first, _) = loopback.read(&loopback.server, 300)
    #expect(first.count == 300)
    #expect(loopback.server.hasPending == true)
    let (rest, _) = loopback.read(&loopback.server)
    #expect(first + rest == pattern(1000))
    #expect(loopback.server.hasPending == false)
    #expect(loopback.read(&loopback.server).1 == .wantsRead)
  }

  @Test("a write into a full socket takes what it can, and then waits")
  func fullSocket() {
    loopback.shakeHands()
    let bytes = pattern(3_000_000)
    guard case .bytes(let taken) = loopback.write(&loopback.client, bytes) else {
      Issue.record("nothing was taken")
      return
    }
    #expect(taken > 0 && taken < bytes.count)
    let rest = Array(bytes[taken...])
    #expect(loopback.write(&loopback.client, rest) == .wantsWrite)
    // Half a record lies in the socket: a farewell in its middle would break the stream.
    #expect(loopback.client.shutdown() == .wantsWrite)
    var received = 0
    while case .bytes(let count) = loopback.read(&loopback.server).1 { received += count }
    #expect(received == taken)
    guard case .bytes(let more) = loopback.write(&loopback.client, Array(rest.prefix(20_000))) else {
      Issue.record("the write did not go on")
      return
    }
    #expect(more == 20_000)
    #expect(loopback.client.shutdown() == .done)
    while case .bytes(let count) = loopback.read(&loopback.server).1 { received += count }
    #expect(received == taken + more)
    #expect(loopback.read(&loopback.server).1 == .closed)
  }

  @Test("writing nothing does nothing")
  func emptyWrite() {
    loopback.shakeHands()
    #expect(loopback.write(&loopback.client, []) == .bytes(0))
    #expect(loopback.read(&loopback.server).1 == .wantsRead)
  }

  @Test("a farewell comes after the last bytes, and says so again and again")
  func farewell() {
    loopback.shakeHands()
    #expect(loopback.write(&loopback.client, [1, 2, 3]) == .bytes(3))
    #expect(loopback.client.shutdown() == .done)
    #expect(loopback.client.shutdown() == .done)
    loopback.closeClient()
    // The farewell lies in the same read of the socket as the bytes: the bytes come first.
    #expect(loopback.read(&loopback.server).0 == [1, 2, 3])
    #expect(loopback.server.hasPending == true)
    #expect(loopback.read(&loopback.server).1 == .closed)
    #expect(loopback.read(&loopback.server).1 == .closed)
  }

  @Test("one side can go on writing after the other has said farewell")
  func halfClosed() {
    loopback.shakeHands()
    #expect(loopback.client.shutdown() == .done)
    #expect(loopback.read(&loopback.server).1 == .closed)
    #expect(loopback.write(&loopback.server, [4, 5]) == .bytes(2))
    #expect(loopback.read(&loopback.client).0 == [4, 5])
  }

  @Test("an end without a farewell is not mistaken for one")
  func truncated() {
    loopback.shakeHands()
    #expect(loopback.write(&loopback.client, [1]) == .bytes(1))
    loopback.closeClient()
    #expect(loopback.read(&loopback.server).0 == [1])
    guard case .failed(let failure) = loopback.read(&loopback.server).1 else {
      Issue.record("the end was not noticed")
      return
    }
    #expect(failure.kind == .truncated)
    guard case .failed = loopback.write(&loopback.server, [1]) else {
      Issue.record("a dead session took bytes")
      return
    }
  }

  // The socket BIO of OpenSSL would end this process here.
  @Test("writing to a peer that has gone is a failure, and no signal")
  func brokenPipe() {
    let before = signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, before) }
    loopback.shakeHands()
    loopback.closeServer()
    guard case .failed(let failure) = loopback.write(&loopback.client, [1]) else {
      Issue.record("a write into nothing succeeded")
      return
    }
    #expect(failure.kind == .connectionLost)
    #expect(failure.systemError == EPIPE)
    #expect(failure.description.contains("Broken pipe"))
  }

  @Test("a farewell before the handshake is over sends nothing")
  func earlyFarewell() {
    #expect(loopback.client.shutdown() == .done)
    #expect(loopback.server.handshake() == .wantsRead)
  }

  @Test(
    "garbage instead of a hello is refused as such",
    arguments: ["GET / HTTP/1.1\r\n\r\n", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", "hello hello hello"])
  func garbage(text: String) {
    let bytes = Array(text.utf8)
    #expect(unsafe send(loopback.clientDescriptor, bytes, bytes.count, 0) == bytes.count)
    let failure = loopback.server.handshake().failure
    #expect(failure?.kind == .notTLS)
    #expect(failure?.isFromPeer == false)
    #expect(loopback.server.handshake().failure == failure)
  }

  @Test("garbage in the middle of a connection ends it")
  func garbageLater() {
    loopback.shakeHands()
    let bytes = pattern(500)
    #expect(unsafe send(loopback.clientDescriptor, bytes, bytes.count, 0) == bytes.count)
    guard case .failed = loopback.read(&loopback.server).1 else {
      Issue.record("garbage was taken for data")
      return
    }
  }

  @Test("a handshake that is drip-fed byte by byte succeeds")
  func dripFed() throws {
    let (near, far) = Loopback.sockets()
    defer {
      close(near)
      close(far)
    }
    var client = try TLSSession(
      context: loopback.client.context, descriptor: near, role: .client(serverName: "localhost"))
    var clientStep = client.handshake()
    var serverStep = Step.wantsRead
    for _ in 0..<20_000 where clientStep.isOpen || serverStep.isOpen {
      var byte: UInt8 = 0
      while unsafe recv(far, &byte, 1, 0) == 1 {
        #expect(unsafe send(loopback.clientDescriptor, &byte, 1, 0) == 1)
        if serverStep.isOpen { serverStep = loopback.server.handshake() }
      }
      while unsafe recv(loopback.clientDescriptor, &byte, 1, 0) == 1 {
        #expect(unsafe send(far, &byte, 1, 0) == 1)
        if clientStep.isOpen { clientStep = client.handshake() }
      }
    }
    #expect(serverStep == .done)
    #expect(clientStep == .done)
  }

  @Test("a stale error of somebody else's does not end a session")
  func staleError() {
    loopback.shakeHands()
    var number: OpaquePointer?
    #expect(unsafe BN_hex2bn(&number, "12") == 2)
    let zero = unsafe BN_new()
    #expect(unsafe BN_div(nil, nil, number, zero, nil) == 0)
    #expect(ERR_peek_error() != 0)
    #expect(loopback.read(&loopback.server).1 == .wantsRead)
    unsafe BN_free(zero)
    unsafe BN_free(number)
  }

  @Test("a peer may change keys now and then, and not all the time")
  func keyUpdates() {
    loopback.shakeHands()
    for _ in 0..<100 {
      #expect(unsafe SSL_key_update(loopback.client.ssl, SSL_KEY_UPDATE_NOT_REQUESTED) == 1)
      #expect(loopback.write(&loopback.client, [1]) == .bytes(1))
      #expect(loopback.read(&loopback.server).1 == .bytes(1))
    }
    for _ in 0...TLSSession.keyUpdateLimit {
      #expect(unsafe SSL_key_update(loopback.client.ssl, SSL_KEY_UPDATE_NOT_REQUESTED) == 1)
      #expect(unsafe SSL_do_handshake(loopback.client.ssl) == 1)
    }
    guard case .failed(let failure) = loopback.read(&loopback.server).1 else {
      Issue.record("the peer could go on changing keys")
      return
    }
    #expect(failure.kind == .tooManyKeyUpdates)
  }

  @Test("a session is not made for the wrong side or for no name")
  func wrongRole() throws {
    let server = loopback.server.context
    let client = loopback.client.context
    #expect(throws: TLSFailure.self) {
      _ = try TLSSession(context: server, descriptor: 0, role: .client(serverName: "localhost"))
    }
    #expect(throws: TLSFailure.self) { _ = try TLSSession(context: client, descriptor: 0, role: .server) }
    for name in ["", "a\u{0}b"] {
      #expect(throws: TLSFailure.self) {
        _ = try TLSSession(context: client, descriptor: 0, role: .client(serverName: name))
      }
    }
  }

  @Test("no ticket and no session lets a client back in without showing its certificate")
  func noResumption() throws {
    loopback.shakeHands()
    #expect(loopback.write(&loopback.server, [1]) == .bytes(1))
    _ = loopback.read(&loopback.client)
    let session = unsafe SSL_get1_session(loopback.client.ssl)
    defer { unsafe SSL_SESSION_free(session) }
    #expect(unsafe SSL_SESSION_is_resumable(session) == 0)
  }
}
