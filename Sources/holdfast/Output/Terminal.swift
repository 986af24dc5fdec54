internal import Glibc

/// What there is to know of the streams that a person may be looking at.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether standard error is a terminal.
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of standard output: `COLUMNS` where it is set, else the terminal's; nil where nobody looks.
  static var width: Int? { environment("COLUMNS").flatMap(Int.init) ?? columns(STDOUT_FILENO) }

  /// Columns of standard error, for progress.
  static var errorWidth: Int { environment("COLUMNS").flatMap(Int.init) ?? columns(STDERR_FILENO) ?? 80 }

  /// What stands around headings: bold where a person looks and has not said otherwise (`NO_COLOR`).
  static var emphasis: (start: String, end: String) {
    isOutput && environment("NO_COLOR") == nil ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
  }

  /// A variable of the environment; nil if it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes `text` to standard error as it is, after all that was printed before.
  static func writeError(_ text: String) {
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func columns(_ descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
