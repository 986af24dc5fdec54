internal import CSystem
internal import Glibc
internal import LMDB

/// A durable, checked copy of the state at a sequence: a folder `<sequence>` with `data.mdb` and its `checksum`.
struct Checkpoint: Sendable, Equatable {
  /// The sequence that it holds.
  let sequence: UInt64
  /// Its folder.
  let path: String

  /// The checkpoints in a folder, oldest first. What is still being made is not among them.
  static func all(in folder: String) -> [Checkpoint] {
    Files.names(in: folder).compactMap { name in
      guard name.utf8.count == 20, let sequence = UInt64(name) else { return nil }
      return Checkpoint(sequence: sequence, path: "\(folder)/\(name)")
    }.sorted { $0.sequence < $1.sequence }
  }

  static func name(_ sequence: UInt64) -> String {
    let digits = String(sequence)
    return String(repeating: "0", count: 20 - digits.count) + digits
  }

  /// Copies the checkpoint to where the state belongs, checking every byte; returns false where it is damaged.
  func restore(to dataFile: String) throws(EngineError) -> Bool {
    guard let stored = try Files.read("\(path)/checksum"),
      let expected = UInt32(String(decoding: stored, as: UTF8.self))
    else { return false }
    let source = unsafe open("\(path)/data.mdb", O_RDONLY | O_CLOEXEC)
    if source < 0 { return false }
    defer { close(source) }
    guard try Files.copy(source, to: dataFile) == expected else {
      try Files.remove(dataFile)
      return false
    }
    try Files.syncFolder(of: dataFile)
    return true
  }

  /// Whether every byte is what its checksum says.
  func isWhole() throws(EngineError) -> Bool {
    guard let stored = try Files.read("\(path)/checksum"),
      let expected = UInt32(String(decoding: stored, as: UTF8.self))
    else { return false }
    return try Files.checksum(of: "\(path)/data.mdb") == expected
  }

  /// Makes a checkpoint of what has been committed, through a pipe that is read at most at `bytesPerSecond`, so that
  /// the journal's syncs find the disk free. The pages that it reads are pinned until it is done.
  ///
  /// - Parameter isCancelled: asked all the time; where it says so, what there is of it is removed, and nil returned.
  static func make(
    of environment: Environment, in folder: String, bytesPerSecond: Int, isCancelled: () -> Bool
  ) throws(EngineError) -> Checkpoint? {
    let temporary = "\(folder)/making"
    try Files.removeFolder(temporary)
    try Files.makeFolder(temporary)
    var reading: Int32 = -1
    var writing: Int32 = -1
    let code = unsafe holdfast_make_pipe(&reading, &writing)
    if code != 0 { throw Files.failure("make a pipe for", temporary, -code) }
    let copied = Handover<LMDBError?>()
    let copier = EngineThread(name: "checkpoint") { [writing] in
      holdfast_lower_priority()
      // LMDB writes to the pipe whether or not anybody reads it still: that must be an error, not the end of the process.
      blockBrokenPipe()
      do throws(LMDBError) {
        try environment.copy(toDescriptor: writing)
        copied.give(nil)
      } catch {
        copied.give(error)
      }
      close(writing)
    }
    guard let copier else {
      close(reading)
      close(writing)
      throw EngineError.directory("the system gives no thread to make a checkpoint on")
    }
    let checksum: Result<UInt32?, EngineError>
    do throws(EngineError) {
      checksum = .success(
        try Files.copy(
          reading, to: "\(temporary)/data.mdb", bytesPerSecond: bytesPerSecond, isCancelled: isCancelled))
    } catch {
      checksum = .failure(error)
    }
    // Ends a copy that nobody reads any more.
    close(reading)
    copier.join()
    guard let sum = try checksum.get() else {
      try Files.removeFolder(temporary)
      return nil
    }
    if case .some(.some(let error)) = copied.take() { throw EngineError.state(error) }
    try Files.write([UInt8](String(sum).utf8), to: "\(temporary)/checksum")
    let sequence = try check(temporary)
    let checkpoint = Checkpoint(sequence: sequence, path: "\(folder)/\(name(sequence))")
    try Files.removeFolder(checkpoint.path)
    try Files.rename(temporary, to: checkpoint.path)
    return checkpoint
  }

  /// Makes a checkpoint that nobody gives up.
  static func make(of environment: Environment, in folder: String, bytesPerSecond: Int) throws(EngineError)
    -> Checkpoint
  {
    let made = try make(of: environment, in: folder, bytesPerSecond: bytesPerSecond) { false }
    guard let made else { throw EngineError.directory("the checkpoint in \(folder) was given up") }
    return made
  }

  /// Has the calling thread told of a pipe that nobody reads by an error alone.
  private static func blockBrokenPipe() {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGPIPE)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Opens a copy and reads the sequence that it holds.
  private static func check(_ folder: String) throws(EngineError) -> UInt64 {
    let facts = try Checkpoint.facts(in: folder)
    try Files.remove("\(folder)/lock.mdb")
    guard let facts else { throw EngineError.damaged("the copy in \(folder) says nothing of itself") }
    return facts.sequence
  }

  /// What the state in a folder says of itself, read without changing it.
  static func facts(in folder: String) throws(EngineError) -> StateFacts? {
    do throws(LMDBError) {
      let environment = try Environment(
        path: folder, mapSize: 0, maximumTables: StateTables.limit, options: [.readOnly])
      guard let metadata = try environment.openTable("metadata") else { return nil }
      let transaction = try ReadTransaction(environment)
      var key = KeyBuffer()
      key.set(text: StateFacts.name)
      guard let bytes = try transaction.get(metadata, key) else { return nil }
      return StateFacts(bytes)
    } catch {
      throw EngineError.state(error)
    }
  }

  /// Keeps the last `count` checkpoints and removes the others.
  static func prune(in folder: String, keeping count: Int) throws(EngineError) {
    for old in all(in: folder).dropLast(count) { try Files.removeFolder(old.path) }
  }
}
