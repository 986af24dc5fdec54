/// A call that does not end well, as its caller will be told.
package struct CallFailure: Error, Hashable {
  /// What the reply carries.
  package var status: Status

  /// The failure with this status.
  package init(_ status: Status) { self.status = status }

  /// The failure with this code and message.
  package init(_ code: StatusCode, _ message: String, refusals: [Refusal] = []) {
    status = Status(code: UInt32(bitPattern: code.rawValue), message: message, refusals: refusals)
  }

  /// Its code.
  package var code: StatusCode { status.statusCode }
}

extension Status {
  /// The code by its name. A number beyond the enum's range counts as UNKNOWN.
  public var statusCode: StatusCode { Int32(exactly: code).map(StatusCode.init(rawValue:)) ?? .unknown }
}

extension CallFailure {
  /// INVALID_ARGUMENT: fields of the request are wrong, whatever the state is. The message names the first of them.
  package static func invalid(_ violations: [FieldViolation]) -> CallFailure {
    var status = Status(code: UInt32(StatusCode.invalidArgument.rawValue), violations: violations)
    if let first = violations.first { status.message = "\(first.field) \(first.message)" }
    return CallFailure(status)
  }

  /// INVALID_ARGUMENT: one field of the request is wrong.
  package static func invalid(_ field: String, _ message: String) -> CallFailure {
    invalid([FieldViolation(field: field, message: message)])
  }

  /// NOT_FOUND: what the request names does not exist.
  package static func notFound(_ message: String, _ refusals: [Refusal] = []) -> CallFailure {
    CallFailure(.notFound, message, refusals: refusals)
  }

  /// ALREADY_EXISTS: what would be made exists, or the command id was used for another request.
  package static func alreadyExists(_ message: String, _ refusals: [Refusal] = []) -> CallFailure {
    CallFailure(.alreadyExists, message, refusals: refusals)
  }

  /// FAILED_PRECONDITION: the state does not allow it.
  package static func failedPrecondition(_ message: String, _ refusals: [Refusal] = []) -> CallFailure {
    CallFailure(.failedPrecondition, message, refusals: refusals)
  }

  /// ABORTED: the expected version does not match.
  package static func aborted(_ message: String, _ refusals: [Refusal] = []) -> CallFailure {
    CallFailure(.aborted, message, refusals: refusals)
  }

  /// OUT_OF_RANGE: a quantity would leave the range of signed 64-bit.
  package static func outOfRange(_ message: String) -> CallFailure { CallFailure(.outOfRange, message) }

  /// PERMISSION_DENIED: the caller's role does not allow it.
  package static func permissionDenied(_ message: String) -> CallFailure { CallFailure(.permissionDenied, message) }

  /// DEADLINE_EXCEEDED: the deadline passed before the call was taken.
  package static func deadlineExceeded(_ message: String) -> CallFailure { CallFailure(.deadlineExceeded, message) }

  /// RESOURCE_EXHAUSTED: a limit or a full queue; worth another try after so many milliseconds, 0 = not said.
  package static func resourceExhausted(_ message: String, retryAfterMs: UInt32 = 0) -> CallFailure {
    var failure = CallFailure(.resourceExhausted, message)
    failure.status.retryAfterMs = retryAfterMs
    return failure
  }

  /// UNAVAILABLE: the server takes no commands or is going away; worth another try after so many milliseconds.
  package static func unavailable(_ message: String, retryAfterMs: UInt32 = 0) -> CallFailure {
    var failure = CallFailure(.unavailable, message)
    failure.status.retryAfterMs = retryAfterMs
    return failure
  }

  /// INTERNAL: a fault of the server.
  package static func `internal`(_ message: String) -> CallFailure { CallFailure(.internal, message) }

  /// UNIMPLEMENTED: the method does not exist, or not in this way.
  package static func unimplemented(_ method: Method) -> CallFailure {
    CallFailure(.unimplemented, "\(method.info.name) cannot be called in this way")
  }
}

extension CallFailure {
  /// What the caller is told of a request that cannot be decoded.
  package init(decoding error: MessageError) {
    self =
      switch error {
      case .malformed(let name): CallFailure(.invalidArgument, "the request is not a well-formed \(name)")
      case .tooLarge: CallFailure(.invalidArgument, "the request takes too much memory when decoded; send less at once")
      case .invalidUTF8(let path): .invalid(path, "must be valid UTF-8")
      case .containsNUL(let path): .invalid(path, "must not contain a NUL character")
      }
  }

  /// What the caller is told of an answer that cannot be encoded.
  package init(encoding error: MessageError) {
    self =
      switch error {
      case .tooLarge: .resourceExhausted("the answer is too large; ask for less at once")
      case .malformed(let name): .internal("the answer is not a well-formed \(name)")
      case .invalidUTF8(let path), .containsNUL(let path): .internal("the answer's \(path) cannot be sent")
      }
  }
}

extension MessageCodec {
  /// Decodes the request of a call; what is wrong with it becomes the call's INVALID_ARGUMENT.
  init(call bytes: UnsafeRawBufferPointer, in arena: MessageArena) throws(CallFailure) {
    do throws(MessageError) {
      try unsafe self.init(decoding: bytes, in: arena)
    } catch {
      throw CallFailure(decoding: error)
    }
  }

  /// Prepares the answer of a call.
  func prepareAnswer(in arena: MessageArena) throws(CallFailure) -> PreparedMessage {
    do throws(MessageError) {
      return try prepare(in: arena)
    } catch {
      throw CallFailure(encoding: error)
    }
  }
}
