import Messages
import Wire

/// Bytes, and what became of them in one decoder and in the other.
enum Frames {
  /// A call with every field set.
  static let fullCall = Call(
    callID: 7, method: "holdfast.v1.StockService/GetStock", timeoutMs: 1500, commandID: [1, 0, 255], actor: "Ada Łoś",
    traceID: "00-4bf92f35", request: [0x0A, 0x02, 0x50, 0x31], cancel: true, credit: 300)

  /// A reply with every field set.
  static let fullReply = Reply(
    callID: 1 << 40,
    status: Status(code: 9, message: "not enough", refusals: [Refusal(productID: "P1", requested: -1)]),
    sequence: 123_456_789, response: [0x0A, 0x01, 0x58], more: true, repeated: true)

  static func encode(_ message: some MessageCodec, in arena: MessageArena) throws -> [UInt8] {
    arena.reset()
    return try message.encoded(in: arena)
  }

  /// The frame that the message makes: its length and its bytes.
  static func frame(_ message: some MessageCodec, in arena: MessageArena) throws -> [UInt8] {
    let bytes = try encode(message, in: arena)
    return (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
  }

  /// What `CallHeader` makes of the bytes, as a message.
  static func call(_ bytes: [UInt8]) -> Result<Call, WireError> {
    unsafe bytes.withUnsafeBytes { frame in
      Result { () throws(WireError) in
        let header = unsafe try CallHeader(frame)
        return Call(
          callID: header.callID, method: unsafe String(decoding: header.method, as: UTF8.self),
          timeoutMs: header.timeoutMs, commandID: unsafe Array(header.commandID),
          actor: unsafe String(decoding: header.actor, as: UTF8.self),
          traceID: unsafe String(decoding: header.traceID, as: UTF8.self), request: unsafe Array(header.request),
          cancel: header.cancel, credit: header.credit)
      }
    }
  }

  /// What `ReplyHeader` makes of the bytes, as a message; its status is decoded by the generated code.
  static func reply(_ bytes: [UInt8], in arena: MessageArena) throws -> Reply {
    try unsafe bytes.withUnsafeBytes { frame in
      let header = unsafe try ReplyHeader(frame)
      return Reply(
        callID: header.callID, status: try unsafe header.status.map { try unsafe Status(decoding: $0, in: arena) },
        sequence: header.sequence, response: unsafe Array(header.response), more: header.more,
        repeated: header.isRepeated)
    }
  }

  /// What is written into an output, as bytes.
  static func written(_ body: (inout OutputBuffer) -> Void) -> [UInt8] {
    var output = OutputBuffer()
    body(&output)
    return unsafe output.withBytes { unsafe Array($0) }
  }

  /// A varint, padded to at least `bytes`.
  static func varint(_ value: UInt64, bytes least: Int = 1) -> [UInt8] {
    var result: [UInt8] = []
    var rest = value
    while rest >= 0x80 || result.count + 1 < least {
      result.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return result + [UInt8(rest)]
  }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of any size, small ones and the ends of ranges as likely as others.
  mutating func number() -> UInt64 {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: 0
    case 1: .random(in: 0..<300, using: &self)
    case 2: .max
    case 3: UInt64(UInt32.max)
    default: next() >> UInt64.random(in: 0..<64, using: &self)
    }
  }

  mutating func bytes(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in UInt8.random(in: 0 ... .max, using: &self) }
  }

  mutating func text(upTo count: Int) -> String {
    String(
      (0..<Int.random(in: 0...count, using: &self)).map { _ in
        Character(["a", "Z", "/", "é", "庫"].randomElement(using: &self) ?? "a")
      })
  }

  mutating func call() -> Call {
    Call(
      callID: max(1, number()), method: text(upTo: 40), timeoutMs: UInt32(truncatingIfNeeded: number()),
      commandID: bytes(upTo: 20), actor: text(upTo: 6), traceID: text(upTo: 6), request: bytes(upTo: 200),
      cancel: Bool.random(using: &self), credit: UInt32(truncatingIfNeeded: number()))
  }

  mutating func reply() -> Reply {
    let status = Status(
      code: UInt32.random(in: 0...20, using: &self), message: text(upTo: 50),
      violations: [FieldViolation(field: text(upTo: 5), message: text(upTo: 5))],
      retryAfterMs: UInt32(truncatingIfNeeded: number()))
    return Reply(
      callID: number(), status: Bool.random(using: &self) ? status : nil, sequence: number(),
      response: bytes(upTo: 200),
      more: Bool.random(using: &self), repeated: Bool.random(using: &self))
  }

  /// A field as anybody could send it: any number, any wire type, sometimes padded, sometimes false.
  mutating func field() -> [UInt8] {
    let number = Int.random(in: 0..<20, using: &self) == 0 ? next() >> 36 : UInt64.random(in: 1...11, using: &self)
    // The type that is the field's own, most of the time.
    let own: UInt64 = [1, 3, 8, 9].contains(number) ? 0 : number < 8 ? 2 : UInt64.random(in: 0..<8, using: &self)
    let type = Int.random(in: 0..<12, using: &self) == 0 ? UInt64.random(in: 0..<8, using: &self) : own
    let key = Frames.varint(number << 3 | type, bytes: Int.random(in: 0..<10, using: &self) == 0 ? 4 : 1)
    switch type {
    case 0: return key + Frames.varint(self.number(), bytes: Int.random(in: 1...10, using: &self))
    case 1: return key + (0..<8).map { _ in 0xAB }
    case 5: return key + (0..<4).map { _ in 0xAB }
    default:
      let content = Bool.random(using: &self) ? Array(text(upTo: 8).utf8) : bytes(upTo: 8)
      let lie = Int.random(in: 0..<20, using: &self) == 0 ? Int.random(in: 0...40, using: &self) : content.count
      return key + Frames.varint(UInt64(lie), bytes: Int.random(in: 1...5, using: &self)) + content
    }
  }

  /// The bytes with some of them changed, cut, doubled or pushed apart.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where !result.isEmpty {
      let at = Int.random(in: 0..<result.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: result[at] = UInt8.random(in: 0 ... .max, using: &self)
      case 1: result[at] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 2: result.removeSubrange(at...)
      case 3: result.insert(contentsOf: field(), at: at)
      default: result += result[at...]
      }
    }
    return result
  }
}
