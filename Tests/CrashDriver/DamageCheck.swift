import Engine

/// The three ways in which a flipped byte can show: a verification, serving, and the rows themselves.
extension Check {
  /// What a verification says: `sound`, or how many faults it found and the first of them.
  func verify() throws -> String {
    var options = Verifier.Options()
    options.scratchDirectory = setup.folder + "/.."
    let report = try Verifier.verify(directory: setup.folder, options)
    return report.isSound ? "sound" : "\(report.faultCount) faults: \(report.faults.first?.description ?? "")"
  }

  /// Opens the data, gives every answer again, takes new commands and reads every level.
  func serve() throws -> String {
    let repeated = try withWriter { try repeatAcknowledged(on: $0) }
    if let next { try goOn(from: next) }
    let engine = try Engine.open(setup.options)
    defer { engine.stop() }
    let reader = try engine.makeReader()
    try reader.refresh()
    for product in CommandStream.products {
      for warehouse in CommandStream.warehouses {
        _ = try reader.level(LevelKey(product: product, variant: "", warehouse: warehouse))
      }
    }
    return "\(repeated)"
  }

  /// A number that two states share only if they have the same rows.
  func fingerprint() throws -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for row in try StateDump(folder: setup.folder + "/state").rows {
      for byte in row.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return "\(hash)"
  }
}
