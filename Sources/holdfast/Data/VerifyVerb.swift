internal import ArgumentParser
internal import Engine
internal import Glibc

/// Checks every promise of a data directory or a backup, without a server.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every promise of a data directory that no server has open, or of a backup.",
    discussion: """
      Reads the whole journal with its checksums and running hash; adds its entries up and compares every stock level, \
      reservation and sale with them; holds every table against its indexes and sums; and folds the journal anew into a second \
      state that must be the same byte for byte. Nothing is changed. Each fault is named on standard error.

      Memory: about 200 bytes a stock level, 60 an open reservation and 80 a day's sales of a product. The second state takes as much room as the first, in \
      --scratch.
      """)

  @Argument(
    help: ArgumentHelp("The data directory, or the file of a backup.", valueName: "path"), completion: .file())
  var path: String

  @Option(help: ArgumentHelp("Where the second state is folded; removed at the end.", valueName: "directory"))
  var scratch: String?

  @Flag(name: .customLong("no-fold"), help: "Leave out the second state, which takes longest.") var skipsFolding = false
  @Option(help: ArgumentHelp("How many faults to name.", valueName: "count")) var faults = 100
  @Flag(help: "Print the report as JSON.") var json = false
  @Flag(name: .shortAndLong, help: "Print nothing but faults.") var quiet = false

  func validate() throws {
    if faults < 1 { throw ValidationError("--faults takes a number from 1 on.") }
  }

  func run() throws {
    var options = Verifier.Options()
    options.scratchDirectory = scratch ?? Terminal.environment("TMPDIR") ?? options.scratchDirectory
    options.folds = !skipsFolding
    options.faultLimit = faults
    let bar = StepBar(isShown: !quiet)
    let report: VerifyReport
    do throws(EngineError) {
      report =
        DataPath.isDirectory(path)
        ? try Verifier.verify(directory: path, options) { bar.show($0) }
        : try Verifier.verify(backup: path, options) { bar.show($0) }
    } catch {
      bar.clear()
      throw ToolFailure(error)
    }
    bar.clear()
    if json {
      print(report.json)
    } else if !quiet {
      for line in report.view.lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
    }
    if report.isSound { return }
    var lines = report.faults.map(\.description)
    if report.faultCount > UInt64(lines.count) {
      lines.append("and \(Words.number(report.faultCount - UInt64(lines.count))) more")
    }
    throw ToolFailure(.fault, "\(path): \(Words.count(report.faultCount, "fault"))", details: lines)
  }
}

extension VerifyReport {
  /// The report for people.
  var view: View {
    let table = Table(
      [.prose("CHECKED"), .number("COUNT"), .number("FAULTS")],
      rows: checks.map { [$0.subject, Words.number($0.count), Words.number($0.faults)] })
    var blocks: [View.Block] = [.table(table)]
    blocks += notes.map { .prose($0.prefix(1).uppercased() + $0.dropFirst() + ".") }
    let state = stateSequence.map { ", state at \(Words.number($0))" } ?? ""
    let verdict = isSound ? "Sound" : "Not sound"
    blocks += [.line(""), .line("\(verdict): journal up to sequence \(Words.number(sequence))\(state).")]
    return View(blocks)
  }

  /// The report for scripts.
  var json: String {
    let checks = checks.map {
      "{\"subject\": \(JSONText.quoted($0.subject)), \"count\": \($0.count), \"faults\": \($0.faults)}"
    }
    let faults = faults.map {
      "{\"place\": \(JSONText.quoted($0.place)), \"key\": \(JSONText.quoted($0.key)), "
        + "\"found\": \(JSONText.quoted($0.found)), \"expected\": \(JSONText.quoted($0.expected))}"
    }
    func list(_ items: [String]) -> String {
      items.isEmpty ? "[]" : "[\n    \(items.joined(separator: ",\n    "))\n  ]"
    }
    return """
      {
        "sound": \(isSound),
        "sequence": \(sequence),
        "stateSequence": \(stateSequence.map { "\($0)" } ?? "null"),
        "faultCount": \(faultCount),
        "checks": \(list(checks)),
        "faults": \(list(faults)),
        "notes": \(list(notes.map { JSONText.quoted($0) }))
      }
      """
  }
}

/// A progress bar for work of several steps.
final class StepBar {
  private let isShown: Bool
  private var step = ""
  private var bar: Progress?

  init(isShown: Bool) { self.isShown = isShown }

  /// Shows how far a step has got.
  func show(_ progress: VerifyProgress) {
    if progress.step != step {
      clear()
      step = progress.step
      bar = Progress(unit: step, total: progress.total, isShown: isShown)
    }
    bar?.update(
      progress.done, fraction: progress.total.map { $0 == 0 ? 1 : Double(progress.done) / Double($0) })
  }

  /// Takes the bar away.
  func clear() { bar?.clear() }
}

/// Text as JSON has it.
enum JSONText {
  /// The text between quotes, with escapes where JSON wants them.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

/// Where data lies.
enum DataPath {
  /// Whether the path is that of a directory.
  static func isDirectory(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}

extension ToolFailure {
  /// The failure of work on files of the engine.
  init(_ error: EngineError) {
    let exit: ExitStatus =
      switch error {
      case .damaged, .mismatch: .fault
      default: .local
      }
    self.init(exit, error.description)
  }
}
