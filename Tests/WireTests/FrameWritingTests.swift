import Messages
import Testing
import Wire

@Suite("Writing frames")
struct FrameWritingTests {
  let arena = MessageArena(capacity: 8 << 20)

  private func copy(_ bytes: [UInt8]) -> (UnsafeMutableRawPointer) -> Void {
    { target in unsafe UnsafeMutableRawBufferPointer(start: target, count: bytes.count).copyBytes(from: bytes) }
  }

  private func written(_ reply: Reply) -> [UInt8] {
    Frames.written { output in
      if let status = reply.status {
        ReplyFrame.write(
          callID: reply.callID, status: status, sequence: reply.sequence, isRepeated: reply.repeated, in: arena,
          into: &output)
      } else {
        unsafe ReplyFrame.write(
          callID: reply.callID, sequence: reply.sequence, isRepeated: reply.repeated, more: reply.more,
          responseSize: reply.response.count, into: &output, pack: copy(reply.response))
      }
    }
  }

  private func written(_ call: Call) -> [UInt8] {
    Frames.written { output in
      unsafe CallFrame.write(
        callID: call.callID, method: call.method, timeoutMs: call.timeoutMs, commandID: call.commandID,
        actor: call.actor, traceID: call.traceID, credit: call.credit, requestSize: call.request.count, into: &output,
        pack: copy(call.request))
    }
  }

  @Test("replies are byte for byte what protobuf-c makes of them")
  func repliesAreTheSame() throws {
    var dice = Dice(11)
    for _ in 0..<3000 {
      var reply = dice.reply()
      if reply.status != nil {
        reply.response = []
        reply.more = false
      }
      #expect(written(reply) == (try Frames.frame(reply, in: arena)))
    }
    #expect(written(Reply()) == [0, 0, 0, 0])
    let empty = Reply(callID: 1, status: Status())
    #expect(written(empty) == (try Frames.frame(empty, in: arena)))
  }

  @Test("calls are byte for byte what protobuf-c makes of them")
  func callsAreTheSame() throws {
    var dice = Dice(12)
    for _ in 0..<3000 {
      var call = dice.call()
      call.cancel = false
      #expect(written(call) == (try Frames.frame(call, in: arena)))
    }
  }

  @Test("sizes are right on both sides of each step of a varint")
  func varintSteps() throws {
    for bits in stride(from: 7, through: 63, by: 7) {
      for value in [UInt64(1) << UInt64(bits) - 1, 1 << UInt64(bits)] {
        let reply = Reply(callID: value, sequence: value)
        #expect(written(reply) == (try Frames.frame(reply, in: arena)), "\(value)")
      }
    }
    for count in [1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152] {
      let reply = Reply(callID: 1, response: .init(repeating: 7, count: count))
      #expect(written(reply) == (try Frames.frame(reply, in: arena)), "\(count)")
    }
  }

  @Test("words about a call in flight are calls with an id and that one field")
  func words() throws {
    let cancel = Frames.written { CallFrame.writeCancel(callID: 300, into: &$0) }
    #expect(cancel == (try Frames.frame(Call(callID: 300, cancel: true), in: arena)))
    let credit = Frames.written { CallFrame.writeCredit(callID: 5, 1000, into: &$0) }
    #expect(credit == (try Frames.frame(Call(callID: 5, credit: 1000), in: arena)))
  }

  @Test("a notice is a reply to call 0")
  func notices() throws {
    let notice = Notice(kind: .goingAway, message: "stopping")
    let bytes = Frames.written { ReplyFrame.write(notice: notice, in: arena, into: &$0) }
    let reply = Reply(response: try Frames.encode(notice, in: arena))
    #expect(bytes == (try Frames.frame(reply, in: arena)))
    let wordless = Frames.written {
      ReplyFrame.write(notice: Notice(kind: .ping, message: "a\0b"), in: arena, into: &$0)
    }
    #expect(wordless == (try Frames.frame(Reply(response: [0x08, 2]), in: arena)))
  }

  @Test("a status that cannot be encoded keeps its code")
  func statusOfLastResort() throws {
    let bytes = written(Reply(callID: 3, status: Status(code: 13, message: "a\0b"), sequence: 9))
    #expect(bytes == (try Frames.frame(Reply(callID: 3, status: Status(code: 13), sequence: 9), in: arena)))
    let long = String(repeating: "x", count: WireLimits.maximumFrameBytes)
    let short = written(Reply(callID: 3, status: Status(code: 13, message: long)))
    #expect(short == (try Frames.frame(Reply(callID: 3, status: Status(code: 13)), in: arena)))
  }

  @Test("frames follow each other in one output")
  func manyFrames() throws {
    let bytes = Frames.written { output in
      for id: UInt64 in 1...100 {
        unsafe ReplyFrame.write(callID: id, responseSize: 2, into: &output, pack: copy([1, 2]))
      }
    }
    let expected = try (1...100).flatMap { try Frames.frame(Reply(callID: $0, response: [1, 2]), in: arena) }
    #expect(bytes == expected)
  }
}
