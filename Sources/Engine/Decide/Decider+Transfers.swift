package import Messages

extension Decider: TransferServiceCommands {
  /// Not built yet.
  package func createTransfer(_ request: CreateTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceCreateTransfer)
  }

  /// Not built yet.
  package func shipTransfer(_ request: ShipTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceShipTransfer)
  }

  /// Not built yet.
  package func receiveTransfer(_ request: ReceiveTransferRequest) throws(CallFailure) -> ReceiveTransferResponse {
    throw .unimplemented(.transferServiceReceiveTransfer)
  }

  /// Not built yet.
  package func cancelTransfer(_ request: CancelTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceCancelTransfer)
  }

  /// Not built yet.
  package func resolveDiscrepancy(_ request: ResolveDiscrepancyRequest) throws(CallFailure) -> Discrepancy {
    throw .unimplemented(.transferServiceResolveDiscrepancy)
  }
}
