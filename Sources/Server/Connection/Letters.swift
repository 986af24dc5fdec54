internal import Engine
internal import Messages

/// What became of a command, on its way from the writing thread. It names its connection and holds on to nothing: the connection may be gone.
struct CommandLetter: Sendable {
  let connection: UInt64
  let callID: UInt64
  let answer: OrderedAnswer
}

/// What became of an operation, on its way from the thread that did it: the response, encoded.
struct OperationLetter: Sendable {
  let connection: UInt64
  let callID: UInt64
  let result: Result<[UInt8], CallFailure>
}
