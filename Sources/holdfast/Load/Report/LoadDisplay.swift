/// Shows a run while it goes on, on standard error: one line that changes where a person looks, a line each second
/// elsewhere.
struct LoadDisplay {
  let isShown: Bool

  /// Shows a second that has passed.
  func show(_ second: LoadResult.Second) {
    guard isShown else { return }
    if Terminal.isError {
      Terminal.writeError("\r\u{1B}[2K" + LoadLine.text(second, width: Terminal.errorWidth - 1))
    } else {
      Terminal.writeError(LoadLine.text(second) + "\n")
    }
  }

  /// Takes the line away.
  func clear() {
    if isShown, Terminal.isError { Terminal.writeError("\r\u{1B}[2K") }
  }
}
