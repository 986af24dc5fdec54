internal import Messages

/// What a backup says of itself: the last member of its tar file, as JSON.
package struct BackupManifest: Sendable, Equatable {
  /// One of the members before it.
  package struct Member: Sendable, Equatable {
    /// Its name in the tar file.
    package var name: String
    /// Its bytes.
    package var byteCount: Int
    /// SHA-256 of them, 64 hexadecimal digits.
    package var digest: String
  }

  /// The layout that this code writes.
  static let format = "holdfast backup 1"
  /// The name of the member.
  static let name = "manifest.json"

  /// The history id of the journal, hexadecimal.
  package var historyID: String
  /// The first sequence of the journal in it.
  package var firstSequence: UInt64
  /// The last sequence of the journal in it: what a restore brings back.
  package var sequence: UInt64
  /// The journal's running hash there, hexadecimal.
  package var hash: String
  /// The sequence of the copy of the state in it.
  package var stateSequence: UInt64
  /// The sequence of the baseline in it; 0 = there is none.
  package var baselineSequence: UInt64
  /// When the backup began, microseconds since 1970.
  package var createdAt: Int64
  /// The other members, in order.
  package var members: [Member] = []

  /// The manifest as a text.
  var json: [UInt8] {
    // None of the texts has a character that JSON would have to escape: digits, and names of files of ours.
    let members = self.members.map {
      "    {\"name\": \"\($0.name)\", \"bytes\": \($0.byteCount), \"sha256\": \"\($0.digest)\"}"
    }
    let text = """
      {
        "format": "\(Self.format)",
        "history_id": "\(historyID)",
        "first_sequence": \(firstSequence),
        "sequence": \(sequence),
        "hash": "\(hash)",
        "state_sequence": \(stateSequence),
        "baseline_sequence": \(baselineSequence),
        "created_at": \(createdAt),
        "members": [
      \(members.joined(separator: ",\n"))
        ]
      }

      """
    return [UInt8](text.utf8)
  }

  init(
    historyID: String, firstSequence: UInt64, sequence: UInt64, hash: String, stateSequence: UInt64,
    baselineSequence: UInt64, createdAt: Int64
  ) {
    self.historyID = historyID
    self.firstSequence = firstSequence
    self.sequence = sequence
    self.hash = hash
    self.stateSequence = stateSequence
    self.baselineSequence = baselineSequence
    self.createdAt = createdAt
  }

  /// Reads a manifest.
  ///
  /// - Throws: `damaged` where it is none; `mismatch` where another version wrote it.
  init(parsing bytes: [UInt8]) throws(EngineError) {
    let fields: Fields
    do throws(JSONError) {
      fields = Fields(try JSONNode(parsing: bytes))
    } catch {
      throw EngineError.damaged("\(Self.name): \(error)")
    }
    guard let format = fields.text("format") else { throw EngineError.damaged("\(Self.name) has no format") }
    guard format == Self.format else {
      throw EngineError.mismatch("the backup is of the format \(format); this version reads \(Self.format)")
    }
    guard let historyID = fields.text("history_id"), let hash = fields.text("hash"),
      let firstSequence = fields.number("first_sequence", as: UInt64.self),
      let sequence = fields.number("sequence", as: UInt64.self),
      let stateSequence = fields.number("state_sequence", as: UInt64.self),
      let baselineSequence = fields.number("baseline_sequence", as: UInt64.self),
      let createdAt = fields.number("created_at", as: Int64.self), case .array(let members)? = fields.value("members")
    else { throw EngineError.damaged("\(Self.name) lacks a field") }
    self.init(
      historyID: historyID, firstSequence: firstSequence, sequence: sequence, hash: hash, stateSequence: stateSequence,
      baselineSequence: baselineSequence, createdAt: createdAt)
    for node in members {
      let member = Fields(node)
      guard let name = member.text("name"), let byteCount = member.number("bytes", as: Int.self), byteCount >= 0,
        let digest = member.text("sha256")
      else { throw EngineError.damaged("\(Self.name): a member lacks a field") }
      self.members.append(Member(name: name, byteCount: byteCount, digest: digest))
    }
  }

  /// The members of a JSON object by name.
  private struct Fields {
    private let members: [JSONNode.Member]

    init(_ node: JSONNode) {
      if case .object(let members) = node.value { self.members = members } else { members = [] }
    }

    func value(_ name: String) -> JSONNode.Value? { members.first { $0.name == name }?.node.value }

    func text(_ name: String) -> String? {
      if case .string(let text)? = value(name) { text } else { nil }
    }

    func number<Number: FixedWidthInteger>(_ name: String, as type: Number.Type) -> Number? {
      if case .number(let text)? = value(name) { Number(text) } else { nil }
    }
  }
}
