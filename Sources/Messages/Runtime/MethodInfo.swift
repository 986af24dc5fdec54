internal import Glibc

/// What there is to know of a method.
public struct MethodInfo: Sendable {
  /// The method.
  public let method: Method
  /// Its name on the wire, such as `holdfast.v1.StockService/GetStock`.
  public let name: String
  /// Full name of its service, such as `holdfast.v1.StockService`.
  public let service: String
  /// Name of the rpc, such as `GetStock`.
  public let rpc: String
  /// What it does to the service.
  public let kind: MethodKind
  /// The least role that may call it.
  public let role: Role
  /// Whether a call is answered by a row of replies.
  public let isServerStreaming: Bool
  /// Full name of the request message.
  public let request: String
  /// Full name of the response message.
  public let response: String

  /// What the schema says of it.
  public var documentation: String { MessageRegistry.documentation(name) ?? "" }
}

extension Method {
  /// What there is to know of the method.
  public var info: MethodInfo { Self.table[rawValue] }

  /// The method with this name: in full, or without the package as in `StockService/GetStock`. Nil if there is none.
  public init?(name: String) {
    let match = Self.table.first { $0.name == name || $0.name.hasSuffix("." + name) }
    guard let match else { return nil }
    self = match.method
  }

  /// The slot of a name in the table that the generator made; beyond the table for one that is too short to be in it.
  ///
  /// Takes the name 8 bytes at a time, little-endian; the last 8 may overlap those before. `NameHash` in messagegen does
  /// the same.
  @inline(__always)
  static func hash(_ name: UnsafeRawBufferPointer, multiplier: UInt64, bits: Int) -> UInt64 {
    let count = name.count
    guard count >= 8 else { return .max }
    var hash = UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset &+ 8 < count {
      hash = unsafe mixed(hash, name, offset, multiplier)
      offset &+= 8
    }
    hash = unsafe mixed(hash, name, count &- 8, multiplier)
    return (hash &* multiplier) >> UInt64(64 - bits)
  }

  @inline(__always)
  private static func mixed(
    _ hash: UInt64, _ name: UnsafeRawBufferPointer, _ offset: Int, _ multiplier: UInt64
  ) -> UInt64 {
    let word = unsafe UInt64(littleEndian: name.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let mixed = (hash ^ word) &* multiplier
    return mixed ^ (mixed >> 32)
  }

  /// Whether the bytes are those of `text`.
  @inline(__always)
  static func isEqual(_ name: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount, let start = name.baseAddress else { return false }
    return unsafe memcmp(start, text.utf8Start, name.count) == 0
  }
}
