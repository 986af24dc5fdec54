import FaultInjection
import Foundation

/// A folder with the data of an engine, and what is known of the commands that were sent to it. It goes away with this
/// object, unless something was wrong.
final class Scene {
  let folder: String
  let seed: UInt64
  /// The number of the next command.
  private(set) var next = 0
  /// Processes that were started.
  private(set) var starts = 0
  /// Those that were killed at a point that was named.
  private(set) var kills = 0
  var isKept = false

  /// The name of the machine's run.
  var boot = "first"

  init(seed: UInt64) throws {
    self.seed = seed
    // Disk images are many and small: memory holds them, where there is such a file system.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: memory.path)
    folder =
      (isThere ? memory : FileManager.default.temporaryDirectory)
      .appendingPathComponent("holdfast-crash-\(seed)-\(UInt32.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    report(acknowledged, "commands answered")
    report(kills, "kills at points")
    if !isKept { try? FileManager.default.removeItem(atPath: folder) }
  }

  var root: String { folder + "/disk" }
  var data: String { root + "/data" }
  var acknowledgements: String { folder + "/acknowledgements" }
  var record: String { folder + "/record" }
  var truth: String { folder + "/truth" }

  /// How many commands were acknowledged.
  var acknowledged: Int {
    (try? Data(contentsOf: URL(fileURLWithPath: acknowledgements)))?.count { $0 == 10 } ?? 0
  }

  /// Sends commands, repeating the last of those before, until the waves are over or the process is killed.
  @discardableResult
  func load(
    waves: Int, mode: String = "direct", ending: String = "go", fault: String = "", isRecorded: Bool = false,
    stateBytes: Int? = nil
  ) throws -> Driver.Ending {
    var environment = [
      "LD_PRELOAD": try FaultLibrary.path.get(), "HOLDFAST_FAULT_FOLDER": root,
      "HOLDFAST_FAULT_NOTES": acknowledgements,
    ]
    if isRecorded { environment["HOLDFAST_FAULT_RECORD"] = record }
    if !fault.isEmpty { environment["HOLDFAST_FAULT"] = fault }
    let ended = try Driver.run(
      ["load", data, acknowledgements, "\(seed)", "\(max(0, next - 30))", "\(waves)", boot, mode, ending]
        + (stateBytes.map { ["\($0)"] } ?? []), environment)
    starts += 1
    if ended.isKilled { kills += 1 }
    if let said = ended["next"].flatMap({ Int($0) }) {
      next = max(next, said)
    } else {
      let text = (try? String(contentsOfFile: acknowledgements, encoding: .utf8)) ?? ""
      let last = text.split(separator: "\n").compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }.max()
      // No wave is larger.
      next = max(next, (last ?? -1) + 26)
    }
    return ended
  }

  /// Writes down what records there are.
  func writeTruth() throws {
    let ended = try Driver.run(["truth", data])
    try (ended.lines.joined(separator: "\n") + "\n").write(toFile: truth, atomically: true, encoding: .utf8)
  }

  /// All acknowledged commands, for a checker.
  func subject(next: Int? = nil) -> Checker.Subject {
    Checker.Subject(
      data: data, seed: seed, acknowledgements: acknowledgements, due: acknowledged, boot: boot, next: next)
  }
}
