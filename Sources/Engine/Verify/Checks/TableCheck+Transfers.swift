internal import LMDB
internal import Messages

extension TableCheck {
  /// What is on its way to a level is the sum of the lines of all transfers to it; lines and indexes go with their transfers.
  static var transfers: TableCheck {
    TableCheck(subject: "transfers against incoming, indexes: transfers_by_status, transfers_by_warehouse") {
      (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      let destinations = try transfersByNumber(state, findings)
      var incoming: [[UInt8]: Int64] = [:]
      try state.scan(state.tables.transferLines) { (name, value) throws(EngineError) in
        let line = try state.decode(value, as: TransferLine.self, arena)
        guard name.byteCount == 12, let transfer = destinations[name.bigEndianUInt64(at: 0)] else {
          findings.add("state, transfer_lines", shown(name.array), found: "there is no such transfer", expected: "one")
          return
        }
        if line.quantity < 1 || line.receivedQuantity < 0 || line.incomingQuantity < 0 {
          findings.add(
            "state, transfer_lines", shown(name.array),
            found: "sent \(line.quantity), received \(line.receivedQuantity), on its way \(line.incomingQuantity)",
            expected: "at least 1, 0 and 0")
        }
        if [.completed, .cancelled].contains(transfer.status), line.incomingQuantity != 0 {
          findings.add(
            "state, transfer_lines", shown(name.array), found: "\(line.incomingQuantity) on its way",
            expected: "none: the transfer is closed")
        }
        box.key.set(level: line.level(at: transfer.toWarehouseID))
        incoming[box.key.copied, default: 0] &+= line.incomingQuantity
      }
      try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
        guard name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0, value.byteCount == LevelRow.byteCount else {
          return
        }
        findings.require(
          LevelRow(value).incoming, incoming.removeValue(forKey: name.array) ?? 0, "incoming", "state, levels",
          "\(shown(name.array)) against its transfers")
      }
      for (name, units) in incoming.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where units != 0 {
        findings.add("state, levels", shown(name), found: "there is no such level", expected: "incoming \(units)")
      }
      return UInt64(destinations.count)
    }
  }

  /// Every transfer by its number, without lines; its indexes are checked on the way.
  private static func transfersByNumber(_ state: VerifiedState, _ findings: Findings) throws(EngineError)
    -> [UInt64: Transfer]
  {
    let arena = MessageArena()
    let box = KeyBox()
    var transfers: [UInt64: Transfer] = [:]
    try state.scan(state.tables.transfers) { (name, value) throws(EngineError) in
      let transfer = try state.decode(value, as: Transfer.self, arena)
      guard name.byteCount == 8, holdNumber(of: transfer.transferID) == name.bigEndianUInt64(at: 0) else {
        findings.add(
          "state, transfers", shown(name.array), found: "the id \(transfer.transferID)",
          expected: "one that ends with it")
        return
      }
      transfers[name.bigEndianUInt64(at: 0)] = transfer
    }
    func statuses(_ number: UInt64, _ transfer: Transfer) -> [[UInt8]] {
      box.key.set(status: transfer.status, transfer: number)
      return [box.key.copied]
    }
    func warehouses(_ number: UInt64, _ transfer: Transfer) -> [[UInt8]] {
      [transfer.fromWarehouseID, transfer.toWarehouseID].filter { !$0.isEmpty }.map { id in
        box.key.set(warehouse: id, transfer: number)
        return box.key.copied
      }
    }
    let indexes: [(table: Table, name: String, keys: (UInt64, Transfer) -> [[UInt8]])] = [
      (state.tables.transfersByStatus, "transfers_by_status", statuses),
      (state.tables.transfersByWarehouse, "transfers_by_warehouse", warehouses),
    ]
    for index in indexes {
      _ = try state.check(index: index.table, named: index.name, of: state.tables.transfers, findings) {
        (name, _) throws(EngineError) in
        let number = name.byteCount == 8 ? name.bigEndianUInt64(at: 0) : 0
        return transfers[number].map { index.keys(number, $0).map { ($0, []) } } ?? []
      } origin: { (name, _) throws(EngineError) in
        let number = name.byteCount > 8 ? name.bigEndianUInt64(at: name.byteCount - 8) : 0
        return transfers[number].map { index.keys(number, $0).contains(name.array) } ?? false
      }
    }
    return transfers
  }

  /// The indexes of discrepancies have each of them, those of open ones the open ones.
  static var discrepancies: TableCheck {
    TableCheck(subject: "indexes: discrepancies_by_transfer, open_discrepancies") {
      (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      var found: [UInt64: (key: [UInt8], isOpen: Bool)] = [:]
      try state.scan(state.tables.discrepancies) { (name, value) throws(EngineError) in
        let discrepancy = try state.decode(value, as: Discrepancy.self, arena)
        guard name.byteCount == 8, let transfer = holdNumber(of: discrepancy.transferID) else { return }
        let number = name.bigEndianUInt64(at: 0)
        box.key.set(transfer: transfer, discrepancy: number)
        found[number] = (box.key.copied, discrepancy.status != .resolved)
        findings.require(
          discrepancy.difference, discrepancy.received &- discrepancy.expected, "the difference",
          "state, discrepancies", "\(number)")
      }
      let count = try state.check(
        index: state.tables.discrepanciesByTransfer, named: "discrepancies_by_transfer",
        of: state.tables.discrepancies, findings
      ) { (name, _) throws(EngineError) in
        found[name.byteCount == 8 ? name.bigEndianUInt64(at: 0) : 0].map { [($0.key, [])] } ?? []
      } origin: { (name, _) throws(EngineError) in
        name.byteCount == 16 && found[name.bigEndianUInt64(at: 8)]?.key == name.array
      }
      return try count
        + state.check(
          index: state.tables.openDiscrepancies, named: "open_discrepancies", of: state.tables.discrepancies, findings
        ) { (name, _) throws(EngineError) in
          let isOpen = found[name.byteCount == 8 ? name.bigEndianUInt64(at: 0) : 0]?.isOpen ?? false
          return isOpen ? [(name.array, [])] : []
        } origin: { (name, _) throws(EngineError) in
          name.byteCount == 8 && found[name.bigEndianUInt64(at: 0)]?.isOpen == true
        }
    }
  }
}
