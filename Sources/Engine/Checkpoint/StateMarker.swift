internal import Glibc

/// What tells, on opening, whether the state in LMDB can be trusted: it is written without syncs, so after a crash of the
/// machine it cannot, while after one of the process alone the kernel still has it.
struct StateMarker: Equatable {
  /// The machine's run that the state was last open in.
  var bootID: String
  /// Device of `data.mdb`.
  var device: UInt64
  /// Inode of `data.mdb`.
  var inode: UInt64
  /// The state was synced and closed, and nothing was written since.
  var isClean: Bool

  /// The name of the run that this machine is in.
  static func currentBootID() throws(EngineError) -> String {
    let path = "/proc/sys/kernel/random/boot_id"
    guard let bytes = try Files.read(path) else { throw EngineError.directory("there is no \(path)") }
    return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// Whether a state that `data.mdb` holds can be used as it is.
  func isTrusted(bootID: String, dataFile: String) -> Bool {
    guard let file = Files.identity(of: dataFile) else { return false }
    return (isClean || bootID == self.bootID) && file.device == device && file.inode == inode
  }

  private static let title = "holdfast state 1"

  /// The marker in a file; nil where there is none, or none that can be read.
  static func read(_ path: String) throws(EngineError) -> StateMarker? {
    guard let bytes = try Files.read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 5, lines[0] == title else { return nil }
    var values: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    guard let boot = values["boot"], let device = values["device"].flatMap({ UInt64($0) }),
      let inode = values["inode"].flatMap({ UInt64($0) }), let clean = values["clean"]
    else { return nil }
    return StateMarker(bootID: boot, device: device, inode: inode, isClean: clean == "yes")
  }

  /// Writes the marker, durably.
  func write(_ path: String) throws(EngineError) {
    let text = "\(Self.title)\nboot \(bootID)\ndevice \(device)\ninode \(inode)\nclean \(isClean ? "yes" : "no")\n"
    try Files.write([UInt8](text.utf8), to: path)
  }
}
