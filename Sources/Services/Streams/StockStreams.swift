internal import Engine
internal import LMDB
package import Messages

extension StreamService: StockServiceStreams {
  /// Every level of one snapshot, or those of one product, of one warehouse, or of both.
  package func exportStock(
    _ request: ExportStockRequest
  ) throws(CallFailure) -> any ReplySource<ExportStockResponse> {
    var check = RequestCheck()
    check.optionalIdentifier(request.productID, "product_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    try check.finish()
    let reader = try snapshot()
    if !request.productID.isEmpty || !request.warehouseID.isEmpty {
      let name = LevelKey(product: request.productID, variant: "", warehouse: request.warehouseID)
      if !request.productID.isEmpty, try reader.product(request.productID) == nil { throw try reader.unknown(name) }
      if !request.warehouseID.isEmpty, try reader.warehouse(request.warehouseID) == nil {
        throw .notFound(
          "there is no warehouse \(request.warehouseID)",
          [Refusal(warehouseID: request.warehouseID, reason: .unknownWarehouse)])
      }
    }
    return try ExportSource(reader, request)
  }
}

/// Pulls the levels of a snapshot, in the order of (product, variant, warehouse).
final class ExportSource: ReplySource {
  typealias Response = ExportStockResponse

  let sequence: UInt64
  var holdsSnapshot: Bool { true }
  var isExhausted: Bool { walk.isOver }

  private let reader: Reader
  private var walk: ExportWalk

  /// Begins with the levels that `request` asks for, in the snapshot of `reader`.
  init(_ reader: Reader, _ request: ExportStockRequest) throws(CallFailure) {
    self.reader = reader
    sequence = reader.facts.sequence
    do throws(LMDBError) {
      walk = try ExportWalk(reader, request)
    } catch {
      throw EngineError.state(error).callFailure
    }
  }

  func next(in arena: MessageArena) throws(CallFailure) -> PreparedMessage? {
    do throws(ExportFault) {
      return try walk.next(in: arena)
    } catch {
      throw error.callFailure
    }
  }
}

/// Why an export cannot go on.
enum ExportFault: Error {
  /// The state cannot be read.
  case stored(LMDBError)
  /// A product or a reply cannot be decoded or laid out.
  case message(MessageError)
  /// A level has no product, or a key has not its parts.
  case damaged(String)

  var callFailure: CallFailure {
    switch self {
    case .stored(let error): EngineError.state(error).callFailure
    case .message(let error): CallFailure(encoding: error)
    case .damaged(let text): EngineError.damaged(text).callFailure
    }
  }
}
