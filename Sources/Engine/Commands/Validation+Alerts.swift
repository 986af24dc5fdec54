internal import Inventory
internal import Messages

extension AcknowledgeAlertRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.count(alertIDs.count, "alert_ids", 1...100)
    for (index, id) in alertIDs.enumerated() {
      check.identifier(id, "alert_ids[\(index)]")
      check.require(
        !alertIDs[..<index].contains { isSameIdentifier($0, id) }, "alert_ids[\(index)]", "is given twice")
    }
    check.text(note, "note", bytes: 500)
    try check.finish()
  }
}
