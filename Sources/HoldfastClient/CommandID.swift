internal import Glibc
internal import Wire

/// The caller's idempotency key of a command: 1 to 64 bytes.
///
/// A command that is sent again with the same id and the same request takes effect once, and gets the first answer again. The client gives
/// every command an id of its own by default, so that its own repeats are safe. Give one yourself (an order number, say) where your
/// program may repeat the call after a restart.
public struct CommandID: Sendable, Hashable {
  /// The bytes of the id.
  public let bytes: [UInt8]

  /// The id with these bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The id with the UTF-8 of this text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// No id at all: the command is never repeated when it is unknown whether it took effect.
  public static let omitted = CommandID(bytes: [])

  /// A new id: a UUID version 7 (RFC 9562), which begins with the time and is random otherwise.
  public static func unique() -> CommandID {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    return unique(milliseconds: milliseconds, random: (.random(in: 0 ... .max), .random(in: 0 ... .max)))
  }

  /// The UUID version 7 of this time (UTC since 1970) and these random bits.
  static func unique(milliseconds: UInt64, random: (UInt64, UInt64)) -> CommandID {
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 1 << 63 | random.1 & (1 << 62 - 1)
    return CommandID(
      bytes: [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } })
  }

  /// Whether a server takes it.
  var isWithinLimits: Bool { bytes.count <= WireLimits.maximumCommandIDBytes }
}

extension CommandID: ExpressibleByStringLiteral {
  /// The id with the UTF-8 of this text.
  public init(stringLiteral text: String) { self.init(text) }
}

extension CommandID: CustomStringConvertible {
  /// The text if it is one of printable ASCII, a UUID if it has 16 bytes, and hexadecimal digits otherwise.
  public var description: String {
    if !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if bytes.count == 16, [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
