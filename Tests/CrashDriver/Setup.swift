import Engine
import Glibc
import Journal

/// How the engine of a crash test is opened: small everywhere, so that everything happens often.
struct Setup {
  var folder: String
  var bootID: String
  var syncMode = JournalOptions.SyncMode.direct
  var stateByteLimit = 64 << 20
  /// Whether commands are sent on after one was not taken.
  var goesOnAfterRefusal = false

  var options: Engine.Options {
    var options = Engine.Options(directory: folder)
    options.bootID = bootID
    options.stateByteLimit = stateByteLimit
    options.residentByteLimit = 1 << 20
    options.readerLimit = 8
    options.diskReserveBytes = 0
    options.acceptsTimeJump = true
    options.journal.syncMode = syncMode
    options.journal.segmentByteCount = 64 << 10
    options.checkpointByteInterval = 96 << 10
    options.checkpointBytesPerSecond = .max
    return options
  }
}

/// Writes a line to standard output at once: whoever waits for it gets it although this process may end any moment.
func say(_ line: String) {
  let text = line + "\n"
  _ = write(1, text, text.utf8.count)
}
