internal import Messages

/// What a server answered, as bytes.
struct CallResult {
  /// The response message.
  var bytes: [UInt8]
  /// The journal sequence that goes with it.
  var sequence: UInt64
  /// Whether it is the first answer to the same command, given again.
  var repeated: Bool
}

/// Messages as bytes and back.
enum Coding {
  /// The bytes of `message`.
  ///
  /// - Throws: ``ToolFailure`` for a string that cannot be sent.
  static func encode(_ message: some MessageCodec) throws -> [UInt8] {
    do throws(MessageError) {
      return try message.encoded(in: MessageArena())
    } catch {
      switch error {
      case .containsNUL(let path): throw ToolFailure(.usage, "\(path): must not contain a NUL character")
      default: throw ToolFailure(.usage, "the request is too large")
      }
    }
  }

  /// The message in `bytes`, which a server sent.
  ///
  /// - Throws: ``ToolFailure`` for bytes that are no such message.
  static func decode<Value: MessageCodec>(_ bytes: [UInt8], as type: Value.Type = Value.self) throws -> Value {
    do throws(MessageError) {
      return try Value(decoding: bytes, in: MessageArena(capacity: 256 << 20))
    } catch {
      throw ToolFailure(.fault, "the server's answer is not a well-formed \(Value.fullName)")
    }
  }

  /// The message in `bytes` as JSON on one line.
  static func line(_ bytes: [UInt8], as fullName: String) throws -> String {
    do throws(JSONError) {
      return try MessageJSON.encode(bytes, as: fullName)
    } catch {
      throw ToolFailure(.fault, "the server's answer cannot be shown as JSON: \(error)")
    }
  }

  /// The message in `bytes` as JSON for people and scripts.
  static func json(_ bytes: [UInt8], as fullName: String) throws -> String {
    do throws(JSONError) {
      return try MessageJSON.encode(bytes, as: fullName, style: .pretty)
    } catch {
      throw ToolFailure(.fault, "the server's answer cannot be shown as JSON: \(error)")
    }
  }
}
