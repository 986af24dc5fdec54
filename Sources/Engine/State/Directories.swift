internal import Glibc

/// Makes the directory of the data and that of the state.
func makeDirectories(_ path: String) throws(EngineError) {
  var made = ""
  for part in "\(path)/state".split(separator: "/", omittingEmptySubsequences: false) {
    made += made.isEmpty && part.isEmpty ? "" : (made.isEmpty || made == "/" ? String(part) : "/\(part)")
    if part.isEmpty {
      if made.isEmpty { made = "/" }
      continue
    }
    if unsafe mkdir(made, 0o750) != 0, errno != EEXIST {
      throw EngineError.directory("cannot make \(made): \(unsafe String(cString: strerror(errno)))")
    }
  }
}
