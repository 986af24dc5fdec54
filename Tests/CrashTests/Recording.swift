import Foundation

/// What a process did to its files, in order, as `tools/faults/faults.c` recorded it.
struct Recording {
  /// One thing that happened.
  enum Event {
    /// A process began: no file is open.
    case start
    case open(descriptor: Int32, path: String, flags: OpenFlags, inode: UInt64)
    case close(descriptor: Int32)
    /// A write was about to be made.
    case write(descriptor: Int32, number: UInt64, offset: Int, bytes: ArraySlice<UInt8>)
    /// It was made, or failed.
    case written(number: UInt64, count: Int)
    case sync(descriptor: Int32, number: UInt64)
    case synced(number: UInt64, isDone: Bool)
    case rename(from: String, to: String)
    case unlink(String)
    case makeFolder(String)
    case removeFolder(String)
    case truncate(descriptor: Int32, length: Int)
    case allocate(descriptor: Int32, end: Int)
    /// The process told the world something: here, lines of acknowledgements.
    case note(lines: Int)
  }

  /// How a file was opened.
  struct OpenFlags: OptionSet {
    let rawValue: UInt8
    static let made = OpenFlags(rawValue: 1)
    static let emptied = OpenFlags(rawValue: 2)
    static let syncedWrites = OpenFlags(rawValue: 4)
    static let folder = OpenFlags(rawValue: 8)
  }

  private(set) var events: [Event] = []

  enum Failure: Error { case damaged(offset: Int) }

  /// Reads a record.
  init(file: String) throws {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    var offset = 0
    func number<N: FixedWidthInteger>(_ place: Int, _: N.Type) -> N {
      data[(offset + place)..<(offset + place + MemoryLayout<N>.size)].reversed().reduce(0) { $0 << 8 | N($1) }
    }
    // A process that was killed may have left part of an event.
    while offset + 40 <= data.count {
      guard number(0, UInt32.self) == 0x5446_4148 else { throw Failure.damaged(offset: offset) }
      let (kind, flags) = (data[offset + 4], data[offset + 5])
      let pathLength = Int(number(6, UInt16.self))
      let descriptor = Int32(truncatingIfNeeded: number(8, UInt32.self))
      let dataLength = Int(number(12, UInt32.self))
      let place = Int(number(16, UInt64.self))
      let value = Int(truncatingIfNeeded: Int64(bitPattern: number(24, UInt64.self)))
      let id = number(32, UInt64.self)
      let pathStart = offset + 40
      let end = pathStart + pathLength + dataLength
      guard end <= data.count else { break }
      let paths = data[pathStart..<pathStart + pathLength].split(separator: 0).map {
        String(decoding: $0, as: UTF8.self)
      }
      let path = paths.first ?? ""
      let bytes = data[pathStart + pathLength..<end]
      switch kind {
      case 1: events.append(.start)
      case 2:
        events.append(
          .open(
            descriptor: descriptor, path: path, flags: OpenFlags(rawValue: flags),
            inode: UInt64(bitPattern: Int64(value))))
      case 3: events.append(.close(descriptor: descriptor))
      case 4: events.append(.write(descriptor: descriptor, number: id, offset: place, bytes: bytes))
      case 5: events.append(.written(number: id, count: value))
      case 6: events.append(.sync(descriptor: descriptor, number: id))
      case 7: events.append(.synced(number: id, isDone: value == 0))
      case 8: events.append(.rename(from: path, to: paths.last ?? ""))
      case 9: events.append(.unlink(path))
      case 10: events.append(.makeFolder(path))
      case 11: events.append(.removeFolder(path))
      case 12: events.append(.truncate(descriptor: descriptor, length: value))
      case 13: events.append(.allocate(descriptor: descriptor, end: place + value))
      case 14: events.append(.note(lines: bytes.count { $0 == 10 }))
      default: throw Failure.damaged(offset: offset)
      }
      offset = end
    }
  }
}
