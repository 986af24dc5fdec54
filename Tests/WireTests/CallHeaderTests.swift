import Messages
import Testing
import Wire

@Suite("Taking a Call apart")
struct CallHeaderTests {
  let arena = MessageArena(capacity: 1 << 20)

  @Test("every field is found")
  func everyField() throws {
    #expect(Frames.call(try Frames.encode(Frames.fullCall, in: arena)) == .success(Frames.fullCall))
    #expect(Frames.call([0x08, 0x01]) == .success(Call(callID: 1)))
  }

  @Test("the slices lie in the frame itself")
  func slicesLieInTheFrame() throws {
    let bytes = try Frames.encode(Frames.fullCall, in: arena)
    try unsafe bytes.withUnsafeBytes { frame in
      let header = unsafe try CallHeader(frame)
      let start = unsafe try #require(frame.baseAddress)
      let slices = unsafe [header.method, header.commandID, header.actor, header.traceID, header.request]
      for index in unsafe slices.indices {
        let first = unsafe try #require(slices[index].baseAddress)
        let isWithin = unsafe first > start && first + slices[index].count <= start + frame.count
        #expect(isWithin)
      }
    }
  }

  @Test("a frame that is cut anywhere but between fields is refused as cut")
  func cutAtEveryLength() throws {
    let bytes = try Frames.encode(Frames.fullCall, in: arena)
    // Where each field of this message ends, by hand from its sizes.
    var ends: Set<Int> = [0]
    var end = 0
    for size in [2, 2 + 33, 3, 2 + 3, 2 + 9, 2 + 11, 2 + 4, 2, 3] {
      end += size
      ends.insert(end)
    }
    #expect(end == bytes.count)
    for count in 0..<bytes.count {
      let result = Frames.call(Array(bytes[..<count]))
      switch count {
      case 0: #expect(result == .failure(.noCallID))
      case _ where ends.contains(count): #expect((try? result.get()) != nil, "cut at \(count)")
      default: #expect(result == .failure(.truncated), "cut at \(count)")
      }
    }
  }

  @Test("of a field that comes twice the last one counts")
  func lastOneWins() {
    let bytes: [UInt8] = [0x08, 1, 0x3A, 1, 65, 0x2A, 1, 66, 0x08, 2, 0x40, 1, 0x3A, 2, 67, 68, 0x2A, 0, 0x40, 0]
    #expect(Frames.call(bytes) == .success(Call(callID: 2, request: [67, 68])))
  }

  @Test("unknown fields of every wire type are passed over")
  func unknownFields() {
    let bytes: [UInt8] =
      [0x50, 0xFF, 0x01] + [0x51, 1, 2, 3, 4, 5, 6, 7, 8] + [0x52, 2, 9, 9] + [0x55, 1, 2, 3, 4] + [0x08, 3]
      + [0xF8, 0xFF, 0xFF, 0xFF, 0x0F, 0]
    #expect(Frames.call(bytes) == .success(Call(callID: 3)))
  }

  @Test("groups, wire types that do not exist, and the field number 0 are refused", arguments: [3, 4, 6, 7] as [UInt8])
  func badTypes(_ type: UInt8) {
    #expect(Frames.call([0x08, 1, 10 << 3 | type, 0]) == .failure(.unknownWireType(field: 10, type: type)))
    #expect(Frames.call([0x08, 1, 1 << 3 | type, 0]) == .failure(.wrongWireType(field: 1, type: type)))
    #expect(Frames.call([0x08, 1, type, 0]) == .failure(.fieldNumberZero))
  }

  @Test("a known field of another wire type is refused")
  func wrongTypes() {
    for field: UInt8 in 1...9 {
      let own: UInt8 = [1, 3, 8, 9].contains(field) ? 0 : 2
      for type: UInt8 in [0, 1, 2, 5] where type != own {
        let bytes = [0x08, 1, field << 3 | type] + [UInt8](repeating: 0, count: 8)
        #expect(Frames.call(bytes) == .failure(.wrongWireType(field: UInt32(field), type: type)))
      }
    }
  }

  @Test("numbers may be padded up to their longest form, and not beyond")
  func paddedNumbers() {
    for count in 1...10 {
      #expect(Frames.call([0x08] + Frames.varint(5, bytes: count)) == .success(Call(callID: 5)), "\(count) bytes")
    }
    #expect(Frames.call([0x08] + Frames.varint(5, bytes: 11)) == .failure(.varintTooLong))
    #expect(Frames.call([0x08] + Frames.varint(.max)) == .success(Call(callID: .max)))
    #expect(Frames.call([0x08] + [UInt8](repeating: 0xFF, count: 9) + [0x02]) == .failure(.varintTooLong))
    #expect(Frames.call([0x08] + [UInt8](repeating: 0x80, count: 500)) == .failure(.varintTooLong))
  }

  @Test("keys and lengths have five bytes and 32 bits at most")
  func longKeysAndLengths() {
    let call: [UInt8] = [0x08, 1]
    #expect(Frames.call(call + Frames.varint(0x3A, bytes: 5) + [1, 65]) == .success(Call(callID: 1, request: [65])))
    #expect(Frames.call(call + Frames.varint(0x3A, bytes: 6) + [1, 65]) == .failure(.varintTooLong))
    #expect(Frames.call(call + [0x3A] + Frames.varint(1, bytes: 5) + [65]) == .success(Call(callID: 1, request: [65])))
    #expect(Frames.call(call + [0x3A] + Frames.varint(1, bytes: 6) + [65]) == .failure(.varintTooLong))
    #expect(Frames.call(call + [0x3A] + Frames.varint(1 << 32) + [65]) == .failure(.varintTooLong))
    #expect(Frames.call(call + [0x3A] + Frames.varint(1 << 32 - 1) + [65]) == .failure(.truncated))
    #expect(Frames.call(call + [0x52] + Frames.varint(1 << 31) + [65]) == .failure(.truncated))
  }

  @Test("numbers of 32 bits take the low ones, as proto3 says")
  func lowBits() {
    #expect(Frames.call([0x08, 1, 0x18] + Frames.varint(1 << 32 | 7)) == .success(Call(callID: 1, timeoutMs: 7)))
    #expect(Frames.call([0x08, 1, 0x40] + Frames.varint(1 << 40)) == .success(Call(callID: 1, cancel: true)))
  }

  @Test("a call without an id is refused, even if it names 0")
  func noCallID() {
    #expect(Frames.call([]) == .failure(.noCallID))
    #expect(Frames.call([0x08, 1, 0x08, 0]) == .failure(.noCallID))
  }

  @Test("fields past a limit or that are no text are named")
  func violations() throws {
    func field(_ call: Call) throws -> String? {
      try unsafe Frames.encode(call, in: arena).withUnsafeBytes { unsafe try CallHeader($0).violation?.field }
    }
    #expect(try field(Frames.fullCall) == nil)
    #expect(try field(Call(callID: 1, commandID: .init(repeating: 0, count: 64))) == nil)
    #expect(try field(Call(callID: 1, commandID: .init(repeating: 0, count: 65))) == "command_id")
    #expect(try field(Call(callID: 1, actor: .init(repeating: "é", count: 64))) == nil)
    #expect(try field(Call(callID: 1, actor: .init(repeating: "é", count: 64) + "x")) == "actor")
    #expect(try field(Call(callID: 1, actor: "a\nb")) == "actor")
    #expect(try field(Call(callID: 1, traceID: "a\u{7F}")) == "trace_id")
    #expect(try field(Call(callID: 1, traceID: .init(repeating: "x", count: 129))) == "trace_id")
    let notText: [UInt8] = [0x08, 1, 0x2A, 2, 0xC3, 0x28]
    #expect(try unsafe notText.withUnsafeBytes { unsafe try CallHeader($0).violation?.field } == "actor")
  }

  @Test("credit is told from a call and from a cancel")
  func addsCredit() throws {
    func adds(_ call: Call) throws -> Bool {
      try unsafe Frames.encode(call, in: arena).withUnsafeBytes { unsafe try CallHeader($0).addsCredit }
    }
    #expect(try adds(Call(callID: 1, credit: 4)))
    #expect(try !adds(Call(callID: 1, method: "m", credit: 4)))
    #expect(try !adds(Call(callID: 1, cancel: true, credit: 4)))
    #expect(try !adds(Call(callID: 1)))
  }
}
