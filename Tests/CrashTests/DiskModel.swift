import Foundation
import Glibc

/// A disk behind a page cache: what is on it for certain, and what was written since and may be there or not.
///
/// As strict as POSIX lets a file system be: a write is certain when it was made with O_DSYNC, or when a sync of its
/// file that began after it returned; a name, a rename or a removal is certain when a sync of its folder returned.
/// Syncing a file says nothing of its name.
final class DiskModel {
  /// A change of a file that may not be on the disk.
  enum Change {
    case write(offset: Int, bytes: ArraySlice<UInt8>)
    case length(Int)
    /// At least this long.
    case extent(Int)
  }

  struct Pending {
    let serial: Int
    let change: Change
    /// The recorder's number, where it is a write.
    let number: UInt64?
    /// Whether the call returned: a sync that begins now covers it.
    var isMade: Bool
  }

  /// A file or folder, whatever it is called.
  final class Node {
    let isFolder: Bool
    /// What the file system called it while it was recorded.
    var inode: UInt64
    var bytes: [UInt8] = []
    var pending: [Pending] = []
    /// Names that are certain, and names as a running process sees them.
    var names: [String: Int] = [:]
    var seen: [String: Int] = [:]

    init(isFolder: Bool, inode: UInt64) {
      self.isFolder = isFolder
      self.inode = inode
    }
  }

  /// A change of names that may not be on the disk: all of it is, or nothing.
  struct Naming {
    let serial: Int
    /// Folder, name and what it names from then on; nil = nothing.
    let changes: [(folder: Int, name: String, node: Int?)]
  }

  private(set) var nodes: [Node] = [Node(isFolder: true, inode: 0)]
  private(set) var namings: [Naming] = []
  private let root: String
  private var open: [Int32: (node: Int, isSynced: Bool)] = [:]
  private var writes: [UInt64: (node: Int, isSynced: Bool, offset: Int, bytes: ArraySlice<UInt8>)] = [:]
  /// Syncs under way, and the serials of the changes that each of them covers.
  private var syncs: [UInt64: (node: Int, covered: Set<Int>)] = [:]
  private var serials = 0
  /// Acknowledgements so far.
  private(set) var notes = 0

  /// An empty folder `root`.
  init(root: String) { self.root = root }

  /// What lies in a folder, all of it certain, to be recorded under the name `root`.
  convenience init(root: String, holding folder: String) throws {
    self.init(root: root)
    try add(folder, to: 0)
  }

  private func add(_ folder: String, to node: Int) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      var facts = stat()
      guard stat(path, &facts) == 0 else { continue }
      let isFolder = facts.st_mode & S_IFMT == S_IFDIR
      nodes.append(Node(isFolder: isFolder, inode: UInt64(facts.st_ino)))
      let child = nodes.count - 1
      nodes[node].names[name] = child
      nodes[node].seen[name] = child
      if isFolder {
        try add(path, to: child)
      } else {
        nodes[child].bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      }
    }
  }

  /// Whether a crash now could leave more than one thing.
  var isUncertain: Bool { !namings.isEmpty || nodes.contains { !$0.pending.isEmpty } }

  /// Goes on by one event.
  func take(_ event: Recording.Event) {
    switch event {
    case .start:
      // What was under way when the process was killed may have been made or not, and no sync of another tells which.
      open = [:]
      writes = [:]
      syncs = [:]
    case .open(let descriptor, let path, let flags, let inode):
      guard let node = opened(path, flags, inode) else { return }
      open[descriptor] = (node, flags.contains(.syncedWrites))
    case .close(let descriptor): open[descriptor] = nil
    case .write(let descriptor, let number, let offset, let bytes):
      guard let (node, isSynced) = open[descriptor] else { return }
      add(.write(offset: offset, bytes: bytes), to: node, number: number)
      writes[number] = (node, isSynced, offset, bytes)
    case .written(let number, let count): made(number, count)
    case .sync(let descriptor, let number):
      guard let (node, _) = open[descriptor] else { return }
      // Not what is under way in another thread.
      let changes = nodes[node].pending.filter(\.isMade).map(\.serial)
      let names = namings.filter { $0.changes.contains { $0.folder == node } }.map(\.serial)
      syncs[number] = (node, Set(changes + names))
    case .synced(let number, let isDone):
      guard let (node, covered) = syncs.removeValue(forKey: number), isDone else { return }
      for pending in nodes[node].pending where covered.contains(pending.serial) {
        nodes[node].bytes.apply(pending.change)
      }
      nodes[node].pending.removeAll { covered.contains($0.serial) }
      for naming in namings where covered.contains(naming.serial) {
        for change in naming.changes { nodes[change.folder].names[change.name] = change.node }
      }
      namings.removeAll { covered.contains($0.serial) }
    case .rename(let from, let to):
      guard let (oldFolder, oldName) = place(of: from), let (folder, name) = place(of: to),
        let node = nodes[oldFolder].seen[oldName]
      else { return }
      rename([(oldFolder, oldName, nil), (folder, name, node)])
    case .unlink(let path), .removeFolder(let path):
      guard let (folder, name) = place(of: path) else { return }
      rename([(folder, name, nil)])
    case .makeFolder(let path): _ = make(path, isFolder: true, inode: 0)
    case .truncate(let descriptor, let length):
      guard let (node, _) = open[descriptor] else { return }
      add(.length(length), to: node)
    case .allocate(let descriptor, let end):
      guard let (node, _) = open[descriptor] else { return }
      add(.extent(end), to: node)
    case .note(let lines): notes += lines
    }
  }

  private func opened(_ path: String, _ flags: Recording.OpenFlags, _ inode: UInt64) -> Int? {
    let node = resolve(path) ?? make(path, isFolder: flags.contains(.folder), inode: inode)
    guard let node else { return nil }
    nodes[node].inode = inode
    if flags.contains(.emptied), !flags.contains(.made) {
      add(.length(0), to: node)
    }
    return node
  }

  private func made(_ number: UInt64, _ count: Int) {
    guard let (node, isSynced, offset, bytes) = writes.removeValue(forKey: number),
      let index = nodes[node].pending.firstIndex(where: { $0.number == number })
    else { return }
    // A write that failed, or fell short, may have left anything of itself.
    guard count == bytes.count else { return }
    nodes[node].pending[index].isMade = true
    guard isSynced else { return }
    nodes[node].pending.remove(at: index)
    nodes[node].bytes.apply(.write(offset: offset, bytes: bytes))
  }

  private func add(_ change: Change, to node: Int, number: UInt64? = nil) {
    serials += 1
    nodes[node].pending.append(Pending(serial: serials, change: change, number: number, isMade: number == nil))
  }

  private func rename(_ changes: [(folder: Int, name: String, node: Int?)]) {
    for change in changes { nodes[change.folder].seen[change.name] = change.node }
    serials += 1
    namings.append(Naming(serial: serials, changes: changes))
  }

  private func make(_ path: String, isFolder: Bool, inode: UInt64) -> Int? {
    guard let (folder, name) = place(of: path) else { return nil }
    nodes.append(Node(isFolder: isFolder, inode: inode))
    rename([(folder, name, nodes.count - 1)])
    return nodes.count - 1
  }

  /// The parts of a path below the root.
  private func parts(_ path: String) -> [Substring]? {
    guard path.hasPrefix(root) else { return nil }
    var parts: [Substring] = []
    for part in path.dropFirst(root.count).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  private func resolve(_ path: String) -> Int? {
    guard let parts = parts(path) else { return nil }
    var node = 0
    for part in parts {
      guard let next = nodes[node].seen[String(part)] else { return nil }
      node = next
    }
    return node
  }

  private func place(of path: String) -> (folder: Int, name: String)? {
    guard var parts = parts(path), let name = parts.popLast() else { return nil }
    guard let folder = resolve(root + parts.map { "/" + $0 }.joined()) else { return nil }
    return (folder, String(name))
  }
}

extension [UInt8] {
  /// Changes a file's bytes.
  mutating func apply(_ change: DiskModel.Change) {
    switch change {
    case .write(let offset, let bytes):
      extend(to: offset + bytes.count)
      replaceSubrange(offset..<offset + bytes.count, with: bytes)
    case .length(let length):
      extend(to: length)
      removeLast(count - length)
    case .extent(let end): extend(to: end)
    }
  }

  private mutating func extend(to length: Int) {
    if count < length { append(contentsOf: repeatElement(0, count: length - count)) }
  }
}
