internal import Messages
internal import Wire

/// The frame of a call, encoded once: only the ids in it are written anew for each call.
///
/// It is made by the same code that any client uses, with placeholders, which are then looked for. A class, so that
/// using it copies nothing.
final class FrameTemplate: Sendable {
  /// All that follows the call's id.
  private let tail: [UInt8]
  private let productOffset: Int?
  private let warehouseOffset: Int?
  private let serialOffsets: [Int]
  private let commandOffset: Int?

  /// The most digits of a serial, hexadecimal.
  static let serialDigits = 12
  /// The placeholder for a serial in the text of a request.
  static let serialPlaceholder = String(repeating: "f", count: serialDigits)
  /// The placeholder for a product's id.
  static let productPlaceholder = Dataset.productID(9_999_999_999)
  /// The placeholder for a warehouse's id.
  static let warehousePlaceholder = Dataset.warehouseID(999)

  private static let commandSerialBytes = 6

  /// The frame of a call of `method` with `request`, in which the placeholders stand.
  ///
  /// - Parameter commandPrefix: what the command id begins with, a serial following; nil for a call without command id.
  init(_ method: Method, _ request: some MessageCodec, timeoutMs: UInt32, commandPrefix: [UInt8]? = nil)
    throws(MessageError)
  {
    let bytes = try request.encoded(in: MessageArena(capacity: 1 << 16))
    var output = OutputBuffer()
    let marker = [UInt8](repeating: 0xFF, count: Self.commandSerialBytes)
    unsafe CallFrame.write(
      callID: 1, method: method.info.name, timeoutMs: timeoutMs, commandID: commandPrefix.map { $0 + marker } ?? [],
      requestSize: bytes.count, into: &output,
      pack: { target in unsafe UnsafeMutableRawBufferPointer(start: target, count: bytes.count).copyBytes(from: bytes) }
    )
    // The length, the key of the id and the id, which is one byte here.
    let tail = unsafe output.withBytes { unsafe Array($0.dropFirst(WireLimits.lengthBytes + 2)) }
    self.tail = tail
    let products = Self.offsets(of: Array(Self.productPlaceholder.utf8), in: tail)
    productOffset = products.first.map { $0 + Dataset.productPrefix.utf8.count }
    let warehouses = Self.offsets(of: Array(Self.warehousePlaceholder.utf8), in: tail)
    warehouseOffset = warehouses.first.map { $0 + Dataset.warehousePrefix.utf8.count }
    serialOffsets = Self.offsets(of: Array(Self.serialPlaceholder.utf8), in: tail)
    commandOffset = commandPrefix.flatMap { prefix in
      Self.offsets(of: prefix + marker, in: tail).first.map { $0 + prefix.count }
    }
  }

  /// Writes the frame of one call. Nothing is allocated but what the output lacks.
  func write(callID: UInt64, _ subject: Subject, into output: inout OutputBuffer) {
    let size = 1 + Self.varintSize(callID) + tail.count
    var cursor = unsafe output.reserve(WireLimits.lengthBytes + size)
    unsafe cursor.storeBytes(of: UInt32(truncatingIfNeeded: size).bigEndian, as: UInt32.self)
    unsafe cursor.storeBytes(of: 0x08, toByteOffset: WireLimits.lengthBytes, as: UInt8.self)
    unsafe cursor += WireLimits.lengthBytes + 1
    var rest = callID
    while rest >= 0x80 {
      unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
      unsafe cursor += 1
      rest >>= 7
    }
    unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    unsafe cursor += 1
    unsafe tail.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { unsafe cursor.copyMemory(from: start, byteCount: bytes.count) }
    }
    if let productOffset {
      unsafe Digits.write(UInt64(subject.product), Dataset.productDigits, to: cursor + productOffset)
    }
    if let warehouseOffset {
      unsafe Digits.write(UInt64(subject.warehouse), Dataset.warehouseDigits, to: cursor + warehouseOffset)
    }
    for offset in serialOffsets { unsafe Digits.writeHexadecimal(subject.serial, to: cursor + offset) }
    if let commandOffset {
      unsafe Digits.writeBigEndian(subject.serial, Self.commandSerialBytes, to: cursor + commandOffset)
    }
    output.advance(by: WireLimits.lengthBytes + size)
  }

  private static func varintSize(_ value: UInt64) -> Int { ((64 - (value | 1).leadingZeroBitCount) * 9 + 64) >> 6 }

  private static func offsets(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard pattern.count <= bytes.count else { return [] }
    return (0...bytes.count - pattern.count).filter { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}

/// What one call is about.
struct Subject: Equatable, Sendable {
  /// The product's number.
  var product: UInt32 = 0
  /// The warehouse's number.
  var warehouse: UInt32 = 0
  /// Makes its order, cart and command ids its own; 48 bits at most.
  var serial: UInt64 = 0
}

/// Numbers as text of fixed width, in place.
enum Digits {
  /// Writes the last `count` decimal digits of `value`.
  @inline(__always)
  static func write(_ value: UInt64, _ count: Int, to target: UnsafeMutableRawPointer) {
    var rest = value
    var index = count
    while index > 0 {
      index &-= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe target.storeBytes(of: 0x30 | UInt8(truncatingIfNeeded: digit), toByteOffset: index, as: UInt8.self)
      rest = quotient
    }
  }

  /// The number that `count` decimal digits at `offset` make, all of which must lie in `bytes`; nil if one is none.
  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> UInt64? {
    var value: UInt64 = 0
    for index in offset..<offset &+ count {
      let digit = unsafe bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return value
  }

  /// Writes the last 12 hexadecimal digits of `value`.
  @inline(__always)
  static func writeHexadecimal(_ value: UInt64, to target: UnsafeMutableRawPointer) {
    var rest = value
    var index = FrameTemplate.serialDigits
    while index > 0 {
      index &-= 1
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      let letter = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
      unsafe target.storeBytes(of: letter, toByteOffset: index, as: UInt8.self)
      rest >>= 4
    }
  }

  /// Writes the last `count` bytes of `value`, the highest first.
  @inline(__always)
  static func writeBigEndian(_ value: UInt64, _ count: Int, to target: UnsafeMutableRawPointer) {
    for index in 0..<count {
      let byte = UInt8(truncatingIfNeeded: value >> UInt64(8 &* (count &- 1 &- index)))
      unsafe target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
  }
}
