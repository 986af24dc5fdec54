internal import Foundation
internal import Glibc
package import Logging

/// Writes each event as one line of `key=value` pairs to standard error: `time=… level=info event="…" peer=127.0.0.1:51234`.
///
/// Values are quoted where they hold anything but plain characters, line breaks escaped: what a peer sends cannot forge a line.
package struct LineLogHandler: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?

  /// Writes events of `level` and above.
  package init(level: Logger.Level) { logLevel = level }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let line = Self.line(time: Date.now, event.level, "\(event.message)", all)
    // One call a line, so that lines of several threads do not mix.
    _ = unsafe line.utf8CString.withUnsafeBufferPointer { bytes in unsafe write(2, bytes.baseAddress, bytes.count - 1) }
  }

  static func line(time: Date, _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) -> String {
    let stamp = time.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
    var line = "time=\(stamp)Z level=\(level) event=\(quoted(message))"
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(quoted("\(value)"))" }
    return line + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3D && $0 != 0x5C }
    return isPlain ? text : text.debugDescription
  }
}
