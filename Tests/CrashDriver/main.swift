// What the crash tests run, kill and look at: an engine of its own process. Not for people.
//
//   load DATA ACKNOWLEDGEMENTS SEED FIRST WAVES BOOT MODE stop|go|patient [STATE-BYTES]
//   slots DATA
//   truth DATA
//   check    reads lines "DATA SEED ACKNOWLEDGEMENTS DUE TRUTH BOOT NEXT WAY", tabs between, and answers each with a line
import Engine
import Glibc
import Journal

let arguments = CommandLine.arguments.dropFirst().map { $0 }

func mode(_ name: String) -> JournalOptions.SyncMode {
  name == "buffered" ? .buffered : name == "none" ? .none : .direct
}

switch arguments.first {
case "load":
  var setup = Setup(folder: arguments[1], bootID: arguments[6], syncMode: mode(arguments[7]))
  setup.goesOnAfterRefusal = arguments[8] == "patient"
  if arguments.count > 9, let bytes = Int(arguments[9]) { setup.stateByteLimit = bytes }
  guard let seed = UInt64(arguments[3]), let first = Int(arguments[4]), let waves = Int(arguments[5]) else { exit(2) }
  do {
    try Load(
      setup: setup, acknowledgements: arguments[2], seed: seed, first: first, waves: waves,
      stops: arguments[8] != "go"
    ).run()
  } catch {
    say("failed \(error)")
    exit(1)
  }
case "slots":
  do { try ReaderSlots.fill(Setup(folder: arguments[1], bootID: "first")) } catch { say("failed \(error)") }
case "truth":
  for line in try Truth.lines(folder: arguments[1]) { say(line) }
case "check":
  while let line = readLine() {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 8, let seed = UInt64(parts[1]), let due = Int(parts[3]) else { exit(2) }
    let check = Check(
      setup: Setup(folder: parts[0], bootID: parts[5], syncMode: .none), seed: seed, acknowledgements: parts[2],
      due: due, truth: parts[4].isEmpty ? nil : parts[4], next: Int(parts[6]))
    let look =
      switch parts[7] {
      case "verify": check.verify
      case "serve": check.serve
      case "fingerprint": check.fingerprint
      default: check.run
      }
    do { say("OK \(try look())") } catch { say("FAULT \("\(error)".replacing("\n", with: " "))") }
  }
default:
  exit(2)
}
