/// Shows a run while it goes on, on standard error: one line that changes where a person looks, a line each second elsewhere.
struct LoadDisplay {
  let isShown: Bool

  /// Shows a second that has passed.
  func show(_ second: LoadResult.Second) {
    guard isShown else { return }
    let line = LoadLine.text(second)
    if Terminal.isError {
      Terminal.writeError("\r\u{1B}[2K" + DisplayWidth.truncate(line, to: Terminal.errorWidth - 1))
    } else {
      Terminal.writeError(line + "\n")
    }
  }

  /// Takes the line away.
  func clear() {
    if isShown, Terminal.isError { Terminal.writeError("\r\u{1B}[2K") }
  }
}
