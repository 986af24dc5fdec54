package import Messages

extension HoldfastClient {
  /// Calls a method with its request and gives its response; for the generated stubs, which know the types that belong together.
  ///
  /// - Throws: ``HoldfastError``, or `CancellationError` when the task is cancelled.
  package func call<Request: MessageCodec, Response: MessageCodec>(
    _ method: Method, _ request: Request, options: CallOptions
  ) async throws -> Answer<Response> {
    let bytes = try encode(request, method)
    let answer = try await call(method, bytes: bytes, options: options)
    return Answer(
      message: try arenas.decode(answer.message, method), sequence: answer.sequence, isRepeated: answer.isRepeated)
  }

  /// Opens a stream with its request; for the generated stubs.
  ///
  /// - Throws: ``HoldfastError`` for a request that cannot be sent.
  package func stream<Request: MessageCodec, Response: MessageCodec>(
    _ method: Method, _ request: Request, options: CallOptions
  ) throws -> AnswerStream<Response> {
    let arenas = arenas
    let reading = try open(method, encode(request, method), options)
    return AnswerStream(reading: reading) { bytes in try arenas.decode(bytes, method) }
  }

  private func encode(_ request: some MessageCodec, _ method: Method) throws -> [UInt8] {
    do throws(MessageError) {
      return try arenas.withArena { arena throws(MessageError) in try request.encoded(in: arena) }
    } catch {
      throw HoldfastError.unusableRequest(error, method)
    }
  }

}

extension ArenaPool {
  fileprivate func decode<Response: MessageCodec>(_ bytes: [UInt8], _ method: Method) throws -> Response {
    do throws(MessageError) {
      return try withArena { arena throws(MessageError) in try Response(decoding: bytes, in: arena) }
    } catch {
      throw HoldfastError.unreadableResponse(error, method)
    }
  }
}

extension HoldfastError {
  fileprivate static func unusableRequest(_ error: MessageError, _ method: Method) -> HoldfastError {
    var failure =
      switch error {
      case .containsNUL(let path): violation(path, "must not contain a NUL character")
      case .invalidUTF8(let path): violation(path, "must be valid UTF-8")
      case .tooLarge, .malformed: HoldfastError(.invalidArgument, "the request is too large; send less at once")
      }
    failure.method = method.info.name
    return failure
  }

  fileprivate static func unreadableResponse(_ error: MessageError, _ method: Method) -> HoldfastError {
    let reason =
      switch error {
      case .containsNUL(let path): "\(path) contains a NUL character"
      case .invalidUTF8(let path): "\(path) is not valid UTF-8"
      case .malformed(let name): "it is not a well-formed \(name)"
      case .tooLarge: "it takes too much memory when decoded; ask for less at once"
      }
    var failure = HoldfastError(.internal, "the server's answer cannot be read: \(reason)")
    failure.method = method.info.name
    return failure
  }

  /// INVALID_ARGUMENT about one field.
  static func violation(_ field: String, _ message: String) -> HoldfastError {
    var failure = HoldfastError(.invalidArgument, "\(field) \(message)")
    failure.violations = [FieldViolation(field: field, message: message)]
    return failure
  }
}
