internal import ArgumentParser
internal import Journal
internal import Messages

/// The journal's files.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look into the files of a journal, and have a server drop what it needs no more.",
    subcommands: [JournalShow.self, JournalCompact.self])
}

/// Prints entries from the files, without a server or beside one.
struct JournalShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the entries of a journal from its files, also while a server writes to it.",
    discussion: "Nothing is locked and nothing is changed. With --json, each entry is a line.")

  @Argument(
    help: ArgumentHelp("The data directory, or its folder journal.", valueName: "directory"), completion: .directory)
  var directory: String
  @Option(help: ArgumentHelp("The first sequence.", valueName: "sequence")) var from: UInt64?
  @Option(help: ArgumentHelp("The last sequence.", valueName: "sequence")) var to: UInt64?
  @Option(help: ArgumentHelp("Entries about this product alone.", valueName: "id")) var product: String?
  @Option(help: "Entries of this type alone.") var type: Choice<EntryType>?
  @OptionGroup var paging: PagingOptions
  @Flag(help: "Print a line of JSON an entry.") var json = false

  func run() throws {
    do throws(JournalError) {
      try show(open())
    } catch {
      throw ToolFailure(.local, "the journal cannot be read: \(error)")
    }
  }

  private func open() throws(JournalError) -> JournalReader {
    let inner = directory + "/journal"
    let path = DataPath.isDirectory(inner) ? inner : directory
    let inspection = try JournalInspection.live(directory: path)
    guard let reader = inspection.reader else {
      throw inspection.damage.first ?? .failed(operation: "find a segment in", path: path, code: 2)
    }
    for damage in inspection.damage { Terminal.writeError("holdfast: \(damage)\n") }
    return reader
  }

  private func show(_ journal: JournalReader) throws(JournalError) {
    let first = journal.facts.firstSequence
    if let from, from < first {
      Terminal.writeError("What lies before sequence \(Words.number(first)) is not in the journal any more.\n")
    }
    var listing = Listing(most: paging.most, json: json)
    let start = max(from ?? first, first)
    if start < journal.endSequence {
      var records = try journal.records(from: start)
      while !listing.isFull, let record = try records.next(), record.firstSequence <= to ?? .max {
        record.forEachEntry(from: start) { stored in
          if stored.sequence <= to ?? .max { listing.add(stored, where: matches) }
        }
      }
    }
    listing.end()
  }

  private func matches(_ entry: Entry) -> Bool {
    if let type, entry.type != type.value { return false }
    guard let product else { return true }
    if let level = entry.level { return level.productID == product }
    if case .product(let subject)? = entry.subject { return subject.productID == product }
    return false
  }
}

/// Entries that are printed: rows of a table that comes at the end, or lines as they come.
private struct Listing {
  private let most: Int?
  private let json: Bool
  private let arena = MessageArena()
  private var count = 0
  private var rows: [[String]] = []
  private(set) var isFull = false

  init(most: Int?, json: Bool) {
    self.most = most
    self.json = json
  }

  mutating func add(_ stored: JournalEntry, where matches: (Entry) -> Bool) {
    if isFull { return }
    arena.reset()
    guard let entry = unsafe try? Entry(decoding: stored.bytes, in: arena) else {
      Terminal.writeError("holdfast: entry \(stored.sequence) cannot be decoded\n")
      return
    }
    guard matches(entry) else { return }
    if let most, count == most {
      isFull = true
      return
    }
    count += 1
    if json { printLine(stored) } else { rows.append(EntryTable.row(stored.sequence, stored.time, entry)) }
  }

  private func printLine(_ stored: JournalEntry) {
    let bytes = unsafe [UInt8](stored.bytes)
    let text = (try? MessageJSON.encode(bytes, as: Entry.fullName, style: .compact)) ?? "null"
    print("{\"sequence\":\"\(stored.sequence)\",\"time\":\"\(stored.time)\",\"entry\":\(text)}")
  }

  /// Prints what was kept for the end.
  func end() {
    let table = EntryTable.table(rows)
    for line in View([.table(table)]).lines(width: Terminal.width, emphasis: Terminal.emphasis) { print(line) }
    if count == 0 { Terminal.writeError("There are none.\n") }
    if isFull { Terminal.writeError("There are more than these \(Words.number(count)): --limit, or --all.\n") }
  }
}
