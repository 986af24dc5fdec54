import Foundation
import Glibc

/// One thing that a power loss could leave of a ``DiskModel``, chosen by a seed.
struct DiskImage {
  /// How the disk chose among what was not certain.
  enum Choice: CaseIterable {
    /// Nothing of it.
    case nothing
    /// All of it.
    case everything
    /// Each change or not.
    case some
    /// Each sector of 512 bytes or not.
    case sectors
    /// Names, lengths and whatever was under way, but no whole write: metadata first.
    case namesOnly
    /// All but the names.
    case bytesOnly
  }

  private let model: DiskModel
  private var generator: SeededGenerator
  let choice: Choice

  /// The image that `seed` chooses.
  init(_ model: DiskModel, seed: UInt64) {
    self.model = model
    generator = SeededGenerator(seed: seed)
    choice = Choice.allCases.randomElement(using: &generator) ?? .some
  }

  /// Writes the image to a folder that does not exist yet.
  mutating func write(to folder: String) throws {
    var names = model.nodes.map(\.names)
    for naming in model.namings where takesNaming() {
      for change in naming.changes { names[change.folder][change.name] = change.node }
    }
    try write(0, names, to: folder)
    try fitMarker(folder + "/data", names)
  }

  private mutating func takesNaming() -> Bool {
    switch choice {
    case .nothing, .bytesOnly: false
    case .everything, .namesOnly: true
    case .some, .sectors: Bool.random(using: &generator)
    }
  }

  private mutating func write(_ node: Int, _ names: [[String: Int]], to path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, child) in names[node].sorted(by: { $0.key < $1.key }) {
      if model.nodes[child].isFolder {
        try write(child, names, to: "\(path)/\(name)")
      } else {
        try Data(bytes(of: model.nodes[child])).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
      }
    }
  }

  private mutating func bytes(of node: DiskModel.Node) -> [UInt8] {
    var bytes = node.bytes
    for pending in node.pending {
      switch (choice, pending.change) {
      case (.nothing, _): break
      case (.everything, _), (.bytesOnly, _): bytes.apply(pending.change)
      case (.namesOnly, .length), (.namesOnly, .extent): bytes.apply(pending.change)
      case (.namesOnly, .write): break
      case (.sectors, .write(let offset, let written)):
        // A disk may also stop in the middle: the first sectors, or the last.
        let way = Int.random(in: 0..<3, using: &generator)
        let count = (written.count + 511) / 512
        let cut = Int.random(in: 0...count, using: &generator)
        for sector in 0..<count {
          let isTaken = way == 0 ? Bool.random(using: &generator) : way == 1 ? sector < cut : sector >= cut
          let start = written.startIndex + sector * 512
          let end = min(start + 512, written.endIndex)
          if isTaken { bytes.apply(.write(offset: offset + sector * 512, bytes: written[start..<end])) }
        }
      default: if Bool.random(using: &generator) { bytes.apply(pending.change) }
      }
    }
    return bytes
  }

  /// The marker names the state's file by its inode. The copy's inode is another: the marker is told of it where it
  /// spoke of the file that has the name now, and made to fit no file where it did not.
  private func fitMarker(_ data: String, _ names: [[String: Int]]) throws {
    let marker = data + "/marker"
    guard let text = try? String(contentsOfFile: marker, encoding: .utf8) else { return }
    var facts = stat()
    let isThere = stat(data + "/state/data.mdb", &facts) == 0
    let spokenOf = text.split(separator: "\n").first { $0.hasPrefix("inode ") }.flatMap { UInt64($0.dropFirst(6)) }
    let fits = isThere && spokenOf != nil && spokenOf == inodeOfState(names)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.hasPrefix("device ") { return "device \(facts.st_dev)" }
      if line.hasPrefix("inode ") { return fits ? "inode \(facts.st_ino)" : "inode 1" }
      return String(line)
    }
    try lines.joined(separator: "\n").write(toFile: marker, atomically: false, encoding: .utf8)
  }

  /// The recorded inode of what has the name of the state's file in this image.
  private func inodeOfState(_ names: [[String: Int]]) -> UInt64? {
    var node = 0
    for name in ["data", "state", "data.mdb"] {
      guard let next = names[node][name] else { return nil }
      node = next
    }
    return model.nodes[node].inode
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
