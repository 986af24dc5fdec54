package import Engine
internal import LMDB
internal import Messages

/// Opens the streams, on whatever thread is to pull the first reply. One extension a service.
package final class StreamService: Sendable {
  let engine: Engine

  /// Opens streams of what `engine` keeps.
  package init(_ engine: Engine) { self.engine = engine }

  /// A reader of its own for a stream, with a snapshot that stays the same.
  ///
  /// - Throws: RESOURCE_EXHAUSTED where all reader slots are taken.
  func snapshot() throws(CallFailure) -> Reader {
    let reader: Reader
    do throws(EngineError) {
      reader = try engine.makeReader()
    } catch {
      throw error.readerFailure
    }
    try reader.refresh()
    return reader
  }
}

extension EngineError {
  /// Why there is no reader, as a caller sees it.
  fileprivate var readerFailure: CallFailure {
    if case .state(.readersFull) = self {
      return .resourceExhausted("as many snapshots are read as there may be at once", retryAfterMs: 1000)
    }
    return callFailure
  }
}
