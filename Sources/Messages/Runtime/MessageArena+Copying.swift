internal import CMessages

/// Out of the C structs that protobuf-c unpacked into the arena, into values of Swift.
extension MessageArena {
  /// The bytes of a string, in place and without the NUL that follows them.
  ///
  /// A string that is absent points to an empty one that protobuf-c keeps elsewhere.
  @inline(__always)
  func bytes(ofText pointer: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
    guard let pointer = unsafe pointer, let size = unsafe size(of: pointer) else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(start: pointer, count: size &- 1)
  }

  /// The bytes of a string in place, found to be UTF-8 without NUL.
  @inline(__always)
  func checkedBytes(
    ofText pointer: UnsafePointer<CChar>?, _ field: StaticString
  ) throws(MessageError) -> UnsafeRawBufferPointer {
    let bytes = unsafe bytes(ofText: pointer)
    switch unsafe TextCheck.check(bytes) {
    case .text: return unsafe bytes
    case .invalidUTF8: throw .invalidUTF8(field.description)
    case .containsNUL: throw .containsNUL(field.description)
    }
  }

  /// A string field.
  func string(_ pointer: UnsafePointer<CChar>?, _ field: StaticString) throws(MessageError) -> String {
    let bytes = try unsafe checkedBytes(ofText: pointer, field)
    guard unsafe !bytes.isEmpty else { return "" }
    return unsafe String(unsafeUninitializedCapacity: bytes.count) { target in
      unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: bytes)
      return bytes.count
    }
  }

  /// A repeated string field.
  func strings(
    _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int, _ field: StaticString
  ) throws(MessageError) -> [String] {
    guard let pointers = unsafe pointers, count > 0 else { return [] }
    var result: [String] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      do throws(MessageError) {
        result.append(try unsafe string(pointers[index], field))
      } catch {
        throw error.indexed(index)
      }
    }
    return result
  }

  /// A bytes field.
  func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
    guard let start = unsafe data.data, unsafe data.len > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: data.len))
  }

  /// A repeated field of numbers.
  func numbers<Number: BitwiseCopyable>(_ start: UnsafeMutablePointer<Number>?, _ count: Int) -> [Number] {
    guard let start = unsafe start, count > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// A repeated enum field. C has its values as unsigned or signed numbers, as the compiler pleases.
  func values<CValue: RawRepresentable, Value: OpenEnum>(
    _ start: UnsafeMutablePointer<CValue>?, _ count: Int
  ) -> [Value] where CValue.RawValue: FixedWidthInteger {
    guard let start = unsafe start, count > 0 else { return [] }
    return unsafe UnsafeBufferPointer(start: start, count: count).map {
      Value(rawValue: Int32(truncatingIfNeeded: $0.rawValue))
    }
  }

  /// A message field; nil where it is absent.
  func message<Value: MessageCodec>(
    _ source: UnsafeRawPointer?, _ field: StaticString
  ) throws(MessageError) -> Value? {
    guard let source = unsafe source else { return nil }
    do throws(MessageError) {
      return try unsafe Value(copying: source, from: self)
    } catch {
      throw error.within(field.description)
    }
  }

  /// A repeated message field.
  func messages<Value: MessageCodec>(
    _ row: UnsafeRawPointer?, _ count: Int, _ field: StaticString
  ) throws(MessageError) -> [Value] {
    guard let sources = unsafe row?.assumingMemoryBound(to: UnsafeRawPointer?.self), count > 0 else { return [] }
    var result: [Value] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      guard let source = unsafe sources[index] else { continue }
      do throws(MessageError) {
        result.append(try unsafe Value(copying: source, from: self))
      } catch {
        throw error.within("\(field)[\(index)]")
      }
    }
    return result
  }
}
