internal import Glibc

/// What the system knows of the server's process, where it runs on this machine.
struct ServerProcess {
  /// Its process id.
  let id: Int32

  /// Processor time that its threads have used, in nanoseconds; nil when there is no such process or it may not be
  /// looked at. Threads that are over no longer count.
  var nanoseconds: UInt64? {
    guard let folder = unsafe opendir("/proc/\(id)/task") else { return nil }
    defer { unsafe closedir(folder) }
    var sum: UInt64 = 0
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let thread = Int32(name) else { continue }
      sum += Self.nanoseconds(ofTask: "/proc/\(id)/task/\(thread)/schedstat")
    }
    return sum
  }

  private static func nanoseconds(ofTask path: String) -> UInt64 {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return text.split(separator: " ").first.flatMap { UInt64($0) } ?? 0
  }
}
