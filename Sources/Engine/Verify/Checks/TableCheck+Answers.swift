internal import LMDB
internal import Messages

extension TableCheck {
  /// Kept answers are found by time, and counted by principal.
  static var answers: TableCheck {
    TableCheck(subject: "kept answers, index: command_results_by_time, counts") {
      (state, findings) throws(EngineError) in
      let tables = state.tables
      let box = KeyBox()
      var counts: [[UInt8]: Int64] = [:]
      var count: UInt64 = 0
      try state.scan(tables.commandResults) { (name, value) throws(EngineError) in
        count += 1
        let bytes = name.array
        guard value.byteCount == KeptResult.byteCount, let end = bytes.firstIndex(of: 0) else {
          findings.add(
            "state, command_results", shown(bytes), found: "\(value.byteCount) bytes",
            expected: "principal ␀ command id with \(KeptResult.byteCount) bytes")
          return
        }
        counts[Array(bytes[..<end]), default: 0] += 1
        box.key.set(time: value.int64(at: 24), sequence: value.uint64(at: 16))
        let named = try state.value(tables.commandResultsByTime, box.key) { $0.array }
        if named != bytes {
          findings.add(
            "state, command_results_by_time", shown(box.key.copied),
            found: named.map { shown($0) } ?? "nothing is there",
            expected: shown(bytes))
        }
      }
      try state.scan(tables.commandResultsByTime) { (name, value) throws(EngineError) in
        // An id that was used again after its window is in here twice until the older one is forgotten.
        box.key.set(bytes: value.array)
        let sequence = try state.value(tables.commandResults, box.key) { $0.byteCount == 32 ? $0.uint64(at: 16) : 0 }
        let own = name.byteCount == 16 ? name.bigEndianUInt64(at: 8) : .max
        if sequence.map({ $0 < own }) ?? true {
          findings.add(
            "state, command_results_by_time", shown(name.array),
            found: "it names \(shown(value.array)), kept at \(sequence ?? 0)",
            expected: "an answer that is kept")
        }
      }
      try state.scan(tables.commandResultCounts) { (name, value) throws(EngineError) in
        findings.require(
          value.byteCount == 8 ? value.int64(at: 0) : -1, counts.removeValue(forKey: name.array) ?? 0,
          "the number of kept answers", "state, command_result_counts", shown(name.array))
      }
      for (name, number) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        findings.add("state, command_result_counts", shown(name), found: "nothing is there", expected: "\(number)")
      }
      return count
    }
  }
}
