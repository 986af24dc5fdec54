import Glibc

@testable import holdfast

/// A file in the temporary folder that goes with this object.
final class TemporaryFile {
  let path: String

  init(_ text: String) throws {
    path = "/tmp/holdfast-tool-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try OutputFile(path).write(text)
  }

  deinit { _ = unsafe unlink(path) }
}
