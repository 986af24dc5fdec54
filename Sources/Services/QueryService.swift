package import Engine
internal import LMDB
package import Messages
internal import Wire

/// Answers the queries of one network thread. One extension a service. Not `Sendable`.
package final class QueryService {
  /// Reads the state for this thread.
  let reader: Reader
  /// Tells what the server knows of itself.
  let server: any ServerFactsSource
  /// Who asks, while a query is answered.
  private(set) var principal: Principal?
  private var stockLevel = StockLevelWriter()
  var localTime = LocalTime()

  /// Answers from what `reader` reads.
  package init(reader: Reader, server: any ServerFactsSource) {
    self.reader = reader
    self.server = server
  }

  /// Answers any query, asked by `principal`.
  ///
  /// - Returns: the response message in the arena, good until its next reset, and the sequence of its snapshot.
  /// - Throws: what is to be replied instead.
  package func answer(
    _ method: Messages.Method, request: UnsafeRawBufferPointer, by principal: Principal? = nil, in arena: MessageArena
  ) throws(CallFailure) -> (message: PreparedMessage, sequence: UInt64) {
    arena.reset()
    self.principal = principal
    try reader.refresh()
    let message = try unsafe QueryDispatch.answer(method, request: request, with: self, in: arena)
    return (message, reader.facts.sequence)
  }

  /// The sequence that the last query's snapshot had.
  package var sequence: UInt64 { reader.facts.sequence }

  /// Answers a GetStock with a whole framed reply, written to `output`: the hot path, which allocates nothing on the heap.
  ///
  /// - Throws: what is to be replied instead; nothing is written then.
  package func getStock(
    callID: UInt64, request: UnsafeRawBufferPointer, in arena: MessageArena, into output: inout OutputBuffer
  ) throws(CallFailure) {
    arena.reset()
    let found: Result<Bool, CallFailure>
    do {
      found = try unsafe withGetStockRequest(request, in: arena) { product, variant, warehouse in
        do throws(CallFailure) {
          guard let read = try unsafe reader.stock(product: product, variant: variant, warehouse: warehouse) else {
            return .success(false)
          }
          unsafe reply(callID, read, product, variant, warehouse, &output)
          return .success(true)
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw CallFailure(decoding: error)
    }
    if try found.get() { return }
    // It is not there: the long way says what of it is unknown.
    let (message, sequence) = try unsafe answer(.stockServiceGetStock, request: request, in: arena)
    unsafe ReplyFrame.write(callID: callID, sequence: sequence, responseSize: message.size, into: &output) { target in
      unsafe message.pack(to: target)
    }
  }

  @inline(__always)
  private func reply(
    _ callID: UInt64, _ read: StockRead, _ product: UnsafeRawBufferPointer, _ variant: UnsafeRawBufferPointer,
    _ warehouse: UnsafeRawBufferPointer, _ output: inout OutputBuffer
  ) {
    let size = unsafe stockLevel.set(
      product: product, variant: variant, warehouse: warehouse, onHand: read.onHand, reserved: read.reserved,
      quarantined: read.quarantined, available: read.available, incoming: read.incoming, safetyStock: read.safetyStock,
      reorderPoint: read.reorderPoint, reorderQuantity: read.reorderQuantity, version: read.version,
      updatedAt: read.updatedAt)
    unsafe ReplyFrame.write(callID: callID, sequence: read.sequence, responseSize: size, into: &output) { target in
      unsafe stockLevel.pack(to: target)
    }
  }

  /// Lets go of the snapshot; to be called before the thread waits.
  package func endRound() { reader.endRound() }
}

/// What the server knows of itself, for GetStatus.
package struct ServerFacts: Sendable {
  /// Version of the software.
  package var version: String
  /// When the server started, microseconds since 1970.
  package var startedAt: Int64
  /// Open connections.
  package var connections: UInt32
  /// Streams that are open.
  package var openStreams: UInt32 = 0
  /// Snapshots that streams hold.
  package var heldSnapshots: UInt32 = 0
  /// The certificates in use.
  package var certificates: [CertificateStatus]
  /// Figures of the engine.
  package var engine: EngineFigures

  /// Facts.
  package init(
    version: String, startedAt: Int64, connections: UInt32, certificates: [CertificateStatus], engine: EngineFigures
  ) {
    self.version = version
    self.startedAt = startedAt
    self.connections = connections
    self.certificates = certificates
    self.engine = engine
  }
}

/// Who knows what the server is like.
package protocol ServerFactsSource: Sendable {
  /// The facts as they are now.
  func serverFacts() -> ServerFacts
  /// The state was found to differ from its journal: no more commands, and the next start builds it anew.
  func stop(becauseOf fault: String)
}
