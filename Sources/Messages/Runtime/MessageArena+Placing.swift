internal import CMessages

/// Out of values of Swift, into C structs in the arena that protobuf-c can pack.
extension MessageArena {
  /// A string with a NUL behind it. C cannot express one that contains a NUL: it would be cut short.
  func place(_ text: String, _ field: StaticString) throws(MessageError) -> UnsafeMutablePointer<CChar> {
    let count = text.utf8.count
    let target = unsafe UnsafeMutableRawBufferPointer(start: try allocate(count + 1), count: count + 1)
    unsafe target.copyBytes(from: text.utf8)
    unsafe target[count] = 0
    guard unsafe !target[..<count].contains(0) else { throw .containsNUL(field.description) }
    return unsafe target.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self)
  }

  /// A row of pointers to strings; nil where there are none.
  func place(
    _ texts: [String], _ field: StaticString
  ) throws(MessageError) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard !texts.isEmpty else { return nil }
    let rows = try unsafe allocate(texts.count * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
      .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, text) in texts.enumerated() {
      do throws(MessageError) {
        unsafe rows[index] = try place(text, field)
      } catch {
        throw error.indexed(index)
      }
    }
    return unsafe rows
  }

  /// Bytes.
  func place(_ bytes: [UInt8]) throws(MessageError) -> ProtobufCBinaryData {
    guard !bytes.isEmpty else { return unsafe ProtobufCBinaryData(len: 0, data: nil) }
    return unsafe ProtobufCBinaryData(len: bytes.count, data: try placeCopy(of: bytes))
  }

  /// A row of numbers; nil where there are none.
  func place<Number: BitwiseCopyable>(_ numbers: [Number]) throws(MessageError) -> UnsafeMutablePointer<Number>? {
    numbers.isEmpty ? nil : try unsafe placeCopy(of: numbers)
  }

  /// A row of enum values; nil where there are none.
  func place<CValue: RawRepresentable, Value: OpenEnum>(
    _ values: [Value]
  ) throws(MessageError) -> UnsafeMutablePointer<CValue>? where CValue.RawValue: FixedWidthInteger {
    guard !values.isEmpty else { return nil }
    let numbers = try unsafe placeCopy(of: values.map(\.rawValue))
    return unsafe UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: CValue.self)
  }

  /// A message, as the C struct that its field holds.
  func place<Value: MessageCodec, CMessage>(
    _ message: Value, _ field: StaticString
  ) throws(MessageError) -> UnsafeMutablePointer<CMessage> {
    do throws(MessageError) {
      return try unsafe message.placed(in: self).assumingMemoryBound(to: CMessage.self)
    } catch {
      throw error.within(field.description)
    }
  }

  /// A row of pointers to messages; nil where there are none.
  func place<Value: MessageCodec, CMessage>(
    _ messages: [Value], _ field: StaticString
  ) throws(MessageError) -> UnsafeMutablePointer<UnsafeMutablePointer<CMessage>?>? {
    guard !messages.isEmpty else { return nil }
    let rows = try unsafe allocate(messages.count * MemoryLayout<UnsafeMutablePointer<CMessage>?>.stride)
      .assumingMemoryBound(to: UnsafeMutablePointer<CMessage>?.self)
    for (index, message) in messages.enumerated() {
      do throws(MessageError) {
        unsafe rows[index] = try message.placed(in: self).assumingMemoryBound(to: CMessage.self)
      } catch {
        throw error.within("\(field)[\(index)]")
      }
    }
    return unsafe rows
  }

  private func placeCopy<Element: BitwiseCopyable>(
    of elements: [Element]
  ) throws(MessageError) -> UnsafeMutablePointer<Element> {
    let size = elements.count * MemoryLayout<Element>.stride
    let target = unsafe UnsafeMutableRawBufferPointer(start: try allocate(size), count: size)
    unsafe elements.withUnsafeBytes { source in unsafe target.copyMemory(from: source) }
    return unsafe target.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Element.self)
  }
}
