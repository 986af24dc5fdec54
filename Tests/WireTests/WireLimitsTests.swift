import Messages
import Testing
import Wire

@Suite("The limits of the wire fit each other")
struct WireLimitsTests {
  let arena = MessageArena(capacity: 1 << 20)

  @Test("every header fits in the room that is kept for it")
  func headersFit() throws {
    let call = Call(
      callID: .max, method: .init(repeating: "m", count: WireLimits.maximumMethodBytes), timeoutMs: .max,
      commandID: .init(repeating: 1, count: WireLimits.maximumCommandIDBytes),
      actor: .init(repeating: "a", count: WireLimits.maximumActorBytes),
      traceID: .init(repeating: "t", count: WireLimits.maximumTraceIDBytes), cancel: true, credit: .max)
    // The key and the length of the request come on top.
    #expect(try Frames.encode(call, in: arena).count + 6 <= WireLimits.headerBytes)
    let reply = Reply(callID: .max, sequence: .max, more: true, repeated: true)
    #expect(try Frames.encode(reply, in: arena).count + 6 <= WireLimits.headerBytes)
    #expect(WireLimits.maximumMessageBytes + WireLimits.headerBytes == WireLimits.maximumFrameBytes)
    #expect(WireLimits.maximumFrameBytes <= Int(UInt32.max))
  }

  @Test("every method's name fits")
  func methodsFit() {
    for method in Method.allCases { #expect(method.info.name.utf8.count <= WireLimits.maximumMethodBytes) }
  }

  @Test("a frame of the longest length can be decoded within the memory of a call")
  func longestFrameFits() {
    #expect(WireLimits.maximumFrameBytes < MessageArena.defaultCapacity)
  }
}
