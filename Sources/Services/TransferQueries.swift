package import Messages

extension QueryService: TransferServiceQueries {
  /// Not built yet.
  package func getTransfer(_ request: GetTransferRequest) throws(CallFailure) -> Transfer {
    throw .unimplemented(.transferServiceGetTransfer)
  }

  /// Not built yet.
  package func listTransfers(_ request: ListTransfersRequest) throws(CallFailure) -> ListTransfersResponse {
    throw .unimplemented(.transferServiceListTransfers)
  }

  /// Not built yet.
  package func listDiscrepancies(_ request: ListDiscrepanciesRequest) throws(CallFailure) -> ListDiscrepanciesResponse {
    throw .unimplemented(.transferServiceListDiscrepancies)
  }
}
