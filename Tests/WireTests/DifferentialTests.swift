import Messages
import Testing
import Wire

/// The decoders by hand against the generated ones: what both take they understand alike, and where only one takes it the reason is known.
@Suite("Decoding by hand agrees with protobuf-c")
struct DifferentialTests {
  let arena = MessageArena(capacity: 1 << 20)

  private func generated<M: MessageCodec>(_ bytes: [UInt8]) -> Result<M, MessageError> {
    arena.reset()
    return Result { () throws(MessageError) in try M(decoding: bytes, in: arena) }
  }

  /// How many of the frames both took.
  private func compareCalls(_ frames: some Sequence<[UInt8]>) -> Int {
    var both = 0
    for bytes in frames {
      switch (Frames.call(bytes), generated(bytes) as Result<Call, MessageError>) {
      case (.success(let ours), .success(let theirs)):
        both += 1
        #expect(ours == theirs, "\(bytes)")
      // Text is not looked at by the header, and everything else that it takes is well-formed.
      case (.success, .failure(let error)):
        #expect(error != .malformed("holdfast.v1.Call"), "\(bytes)")
      // protobuf-c reads a bool of any wire type, cuts numbers down to their bits and knows no rule about ids.
      case (.failure(let error), .success(let theirs)):
        switch error {
        case .noCallID: #expect(theirs.callID == 0, "\(bytes)")
        case .wrongWireType(field: 8, _), .varintTooLong, .fieldNumberZero: break
        default: Issue.record("only protobuf-c takes \(bytes): \(error)")
        }
      case (.failure, .failure): break
      }
    }
    return both
  }

  @Test("calls as they should be")
  func goodCalls() throws {
    var dice = Dice(1)
    for _ in 0..<2000 {
      let call = dice.call()
      #expect(Frames.call(try Frames.encode(call, in: arena)) == .success(call))
    }
  }

  @Test("calls made of any fields in any order")
  func anyFields() {
    var dice = Dice(2)
    var frames: [[UInt8]] = []
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<8, using: &dice) { bytes += dice.field() }
      frames.append(bytes + [0x08, 1])
    }
    #expect(compareCalls(frames) > 2000)
  }

  @Test("calls with bytes changed, cut, doubled and pushed apart")
  func mutatedCalls() throws {
    var dice = Dice(3)
    var frames: [[UInt8]] = []
    for _ in 0..<20_000 {
      let bytes = try Frames.encode(dice.call(), in: arena)
      frames.append(dice.mutate(bytes))
    }
    #expect(compareCalls(frames) > 2000)
  }

  @Test("garbage, short enough that some of it is a call")
  func garbage() {
    var dice = Dice(4)
    let frames = (0..<50_000).map { _ in dice.bytes(upTo: 6) }
    _ = compareCalls(frames)
    // All there is of one and two bytes behind a call id.
    let short = (0...255).flatMap { first in (0...255).map { [0x08, 1, UInt8(first), UInt8($0)] as [UInt8] } }
    #expect(compareCalls(short) > 1000)
  }

  @Test("replies as they should be, changed, and cut at every length")
  func replies() throws {
    var dice = Dice(5)
    var both = 0
    for _ in 0..<10_000 {
      let reply = dice.reply()
      let good = try Frames.encode(reply, in: arena)
      #expect(try Frames.reply(good, in: arena) == reply)
      let bytes = dice.mutate(good)
      arena.reset()
      guard let ours = try? Frames.reply(bytes, in: arena) else { continue }
      if case .success(let theirs) = generated(bytes) as Result<Reply, MessageError> {
        both += 1
        #expect(ours == theirs, "\(bytes)")
      }
    }
    #expect(both > 500)
    let full = try Frames.encode(Frames.fullReply, in: arena)
    for count in 0..<full.count {
      let cut = Array(full[..<count])
      let theirs = try? (generated(cut) as Result<Reply, MessageError>).get()
      #expect((try? Frames.reply(cut, in: arena)) == theirs, "cut at \(count)")
    }
  }

  @Test("a reply with two statuses is refused, because they would have to be merged")
  func twoStatuses() {
    let bytes: [UInt8] = [0x08, 1, 0x12, 2, 0x08, 5, 0x12, 0]
    #expect(throws: WireError.secondStatus) { try Frames.reply(bytes, in: arena) }
  }
}
