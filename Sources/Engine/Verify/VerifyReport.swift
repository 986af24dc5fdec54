/// Something that is not as it must be.
package struct VerifyFault: Sendable, Equatable, CustomStringConvertible {
  /// Where: a file, or a table of the state.
  package var place: String
  /// Which of its keys, sequences or offsets; empty = the place as a whole.
  package var key: String
  /// What is there.
  package var found: String
  /// What should be there.
  package var expected: String

  /// The fault in one line.
  package var description: String {
    (key.isEmpty ? "\(place): " : "\(place), \(key): ") + (expected.isEmpty ? found : "\(found), should be \(expected)")
  }
}

/// What a verification looked at, and what it found.
package struct VerifyReport: Sendable {
  /// One kind of thing that was checked.
  package struct Check: Sendable, Equatable {
    /// What, for people.
    package var subject: String
    /// How many.
    package var count: UInt64
    /// How many faults it found.
    package var faults: UInt64
  }

  /// What was checked, in order.
  package internal(set) var checks: [Check] = []
  /// The first faults.
  package internal(set) var faults: [VerifyFault] = []
  /// All of them, also those that are too many to keep.
  package internal(set) var faultCount: UInt64 = 0
  /// What is not wrong, but worth knowing; and what could not be checked.
  package internal(set) var notes: [String] = []
  /// The last sequence of the journal.
  package internal(set) var sequence: UInt64 = 0
  /// The sequence that the state has reached; nil where it was not looked at.
  package internal(set) var stateSequence: UInt64?

  /// Whether nothing is wrong.
  package var isSound: Bool { faultCount == 0 }
}

/// How far a verification has got.
package struct VerifyProgress: Sendable {
  /// What is being done.
  package var step: String
  /// How much of it is done.
  package var done: UInt64
  /// Of how much; nil where that is not known.
  package var total: UInt64?
}

/// Faults and counts as they come up. Belongs to one thread.
final class Findings {
  private(set) var report = VerifyReport()
  private let limit: Int
  private let listener: (VerifyProgress) -> Void

  /// Keeps up to `limit` faults, and tells `listener` how far things have got.
  init(limit: Int, listener: @escaping (VerifyProgress) -> Void) {
    self.limit = limit
    self.listener = listener
  }

  /// Notes a fault.
  func add(_ place: String, _ key: @autoclosure () -> String = "", found: String, expected: String = "") {
    report.faultCount += 1
    guard report.faults.count < limit else { return }
    report.faults.append(VerifyFault(place: place, key: key(), found: found, expected: expected))
  }

  /// Notes a fault where two values differ.
  @inline(__always)
  func require<Value: Equatable>(
    _ found: Value, _ expected: Value, _ what: @autoclosure () -> String, _ place: @autoclosure () -> String,
    _ key: @autoclosure () -> String
  ) {
    if found == expected { return }
    add(place(), key(), found: "\(what()) is \(found)", expected: "\(expected)")
  }

  /// Does one check, which returns how many things it looked at.
  func check(_ subject: String, _ body: () throws(EngineError) -> UInt64) {
    let before = report.faultCount
    var count: UInt64 = 0
    progress(subject, 0, nil)
    do throws(EngineError) {
      count = try body()
    } catch {
      add(subject, found: error.description)
    }
    report.checks.append(.init(subject: subject, count: count, faults: report.faultCount - before))
  }

  /// Notes something that is not wrong.
  func note(_ text: String) { report.notes.append(text) }

  /// Says what the journal and the state have reached.
  func reached(journal: UInt64, state: UInt64?) {
    report.sequence = journal
    report.stateSequence = state
  }

  /// Tells how far things have got.
  func progress(_ step: String, _ done: UInt64, _ total: UInt64?) {
    listener(VerifyProgress(step: step, done: done, total: total))
  }
}
