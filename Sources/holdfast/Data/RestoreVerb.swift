internal import ArgumentParser
internal import Engine

/// Makes a data directory of a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a data directory of a backup.",
    discussion: """
      Checks every byte of the backup first, and refuses a directory that has data. The restored journal goes on under a new \
      history id, so that no sequence and no reservation's id is ever given twice; readers with a cursor from before are told. \
      Then: `holdfast verify DIRECTORY`, and `holdfastd --data DIRECTORY`.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file()) var file: String
  @Argument(help: ArgumentHelp("Where to; made if need be.", valueName: "directory"), completion: .directory)
  var directory: String
  @Flag(name: .shortAndLong, help: "Print nothing.") var quiet = false

  func run() throws {
    var bar = Progress(unit: "bytes checked", total: nil, isShown: !quiet)
    let manifest: BackupManifest
    do throws(EngineError) {
      manifest = try Restore.restore(file, into: directory) { done, total in
        bar.update(UInt64(done), fraction: total == 0 ? 1 : Double(done) / Double(total))
      }
    } catch {
      bar.clear()
      throw ToolFailure(error)
    }
    bar.clear()
    if quiet { return }
    let view = View([
      .facts([
        Fact("Restored", directory), Fact("Backup of", Words.time(manifest.createdAt)),
        Fact("Journal", "sequence \(Words.number(manifest.firstSequence)) to \(Words.number(manifest.sequence))"),
        Fact("Old history", manifest.historyID),
      ])
    ])
    for line in view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
  }
}
