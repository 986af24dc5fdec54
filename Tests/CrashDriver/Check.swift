import Engine
import Foundation
import Journal
import Messages

/// Looks at what a crash left: opens it, and holds it against what was acknowledged and what really happened.
struct Check {
  /// What is wrong, for people.
  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  var setup: Setup
  let seed: UInt64
  /// The file of acknowledgements, and how many of its lines are due.
  let acknowledgements: String
  let due: Int
  /// File of "sequence hash" for every record that was ever on the disk; nil where nothing is to be compared.
  let truth: String?
  /// The number of the first command that was never sent: more are sent from here, to see that the work goes on.
  let next: Int?

  /// Checks everything; returns what was found, or throws what is wrong.
  func run() throws -> String {
    let (sequence, repeated) = try withWriter { writer in
      try compareWithTruth(writer)
      return (writer.facts.sequence, try repeatAcknowledged(on: writer))
    }
    try compareWithJournal()
    try audit()
    if let next {
      try goOn(from: next)
      try compareWithJournal()
      try audit()
    }
    return "sequence \(sequence), \(repeated) answers repeated"
  }

  /// Runs `body` on the data, and lets go of them.
  func withWriter<R>(_ body: (Writer) throws -> R) throws -> R {
    let writer: Writer
    do { writer = try Engine.openWriter(setup.options) } catch { throw Fault("refused: \(error)") }
    return try body(writer)
  }

  /// The journal must be a beginning of the one that there really was: whole commands, in their order, none changed.
  private func compareWithTruth(_ writer: Writer) throws {
    guard let truth else { return }
    let text = try String(contentsOfFile: truth, encoding: .utf8)
    let here = "\(writer.facts.sequence) \(Self.hex(writer.facts.hash))"
    if writer.facts.sequence == 0 { return }
    guard text.split(separator: "\n").contains(where: { $0 == here }) else {
      throw Fault("the journal ends at \(here), where no record ended")
    }
  }

  /// Every answer that was given must be given again.
  func repeatAcknowledged(on writer: Writer) throws -> Int {
    let text = try String(contentsOfFile: acknowledgements, encoding: .utf8)
    let lines = text.split(separator: "\n").prefix(due)
    let stream = CommandStream(seed: seed)
    var commands: [Command] = []
    var answers: [(number: Int, sequence: UInt64, fingerprint: UInt64)] = []
    for line in lines {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let number = Int(parts[0]), let sequence = UInt64(parts[1]),
        let fingerprint = UInt64(parts[2])
      else { throw Fault("not an acknowledgement: \(line)") }
      answers.append((number, sequence, fingerprint))
      commands.append(try stream.command(number))
    }
    if commands.isEmpty { return 0 }
    let outcomes = try writer.process(Batch(commands, time: writer.facts.time))
    for (answer, outcome) in zip(answers, outcomes) {
      guard outcome.isRepeated, outcome.sequence == answer.sequence, outcome.fingerprint == answer.fingerprint else {
        throw Fault(
          "command \(answer.number) was answered at sequence \(answer.sequence), and its repeat is "
            + (outcome.isRepeated ? "another answer" : "done again") + " at \(outcome.sequence)")
      }
    }
    return answers.count
  }

  /// The state must be what the journal's entries add up to, to the byte.
  private func compareWithJournal() throws {
    let here = try StateDump(folder: setup.folder + "/state")
    let there = try replayed()
    if here != there { throw Fault("the state is not what the journal adds up to: \(here.differences(from: there))") }
  }

  /// The state that the journal alone adds up to.
  private func replayed() throws -> StateDump {
    let copy = setup.folder + "-replay"
    let files = FileManager.default
    try? files.removeItem(atPath: copy)
    try files.createDirectory(atPath: copy, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: copy) }
    try files.copyItem(atPath: setup.folder + "/journal", toPath: copy + "/journal")
    var replaying = setup
    replaying.folder = copy
    replaying.syncMode = .none
    _ = try Engine.openWriter(replaying.options)
    return try StateDump(folder: copy + "/state")
  }

  /// Every entry must follow from the one before it on its level, and sell nothing twice.
  private func audit() throws {
    var options = setup.options.journal
    options.verification = .everything
    let journal = try Journal.open(directory: setup.folder + "/journal", options: options)
    var records = try journal.reader.records(from: 1)
    let arena = MessageArena()
    var levels: [String: LevelState] = [:]
    while let record = try records.next() {
      try record.forEachEntry { stored in
        arena.reset()
        let entry = try Entry(decoding: stored.bytes, in: arena)
        guard let change = entry.level else { return }
        let key = "\(change.productID) at \(change.warehouseID)"
        guard let after = change.after else { throw Fault("entry \(stored.sequence) does not say what \(key) is now") }
        if change.before != levels[key] {
          throw Fault("entry \(stored.sequence): \(key) was not what the entry before it left")
        }
        if after.reserved < 0 || after.quarantined < 0 || after.reserved + after.quarantined > after.onHand {
          throw Fault("entry \(stored.sequence): \(key) is oversold: \(after)")
        }
        levels[key] = after
      }
    }
  }

  /// New commands are taken, and are there after one more opening.
  func goOn(from next: Int) throws {
    let stream = CommandStream(seed: seed)
    let before = try withWriter { writer in
      let count = writer.facts.sequence == 0 ? CommandStream.setupCount : 0
      let numbers = Array(0..<count) + Array(next..<next + 8)
      for half in [numbers.prefix(numbers.count / 2), numbers.suffix(numbers.count - numbers.count / 2)] {
        let commands = try half.map { try stream.command($0) }
        let outcomes = try writer.process(Batch(commands, time: writer.facts.time + 1))
        if outcomes.contains(where: { $0.failure?.code == 13 || $0.failure?.code == 14 }) {
          throw Fault("commands after the crash: \(outcomes.compactMap(\.failure))")
        }
      }
      return writer.facts
    }
    let after = try withWriter { $0.facts }
    if after != before { throw Fault("after one more opening: \(after), not \(before)") }
  }

  /// Bytes as hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// What records there are: a line "sequence hash" for the end of each.
enum Truth {
  static func lines(folder: String) throws -> [String] {
    var options = JournalOptions()
    options.verification = .everything
    options.syncMode = .none
    let journal = try Journal.open(directory: folder + "/journal", options: options)
    var records = try journal.reader.records(from: 1)
    var lines: [String] = []
    while let record = try records.next() {
      lines.append("\(record.endSequence - 1) \(Check.hex((0..<32).map { record.hash.bytes[$0] }))")
    }
    return lines
  }
}
