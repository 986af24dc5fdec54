internal import Engine
package import Messages

extension StreamService: AdminServiceStreams {
  /// A copy of all that is on disk.
  package func backup(_ request: BackupRequest) throws(CallFailure) -> any ReplySource<BackupResponse> {
    do throws(EngineError) {
      return BackupReplies(try engine.makeBackup())
    } catch {
      throw error.callFailure
    }
  }
}

/// Pulls the bytes of a backup. It reads from files that stay as they are, and holds no snapshot of the state.
final class BackupReplies: ReplySource {
  typealias Response = BackupResponse

  /// Bytes of a reply, at most.
  static let chunkBytes = 256 << 10

  var sequence: UInt64 { reader.manifest.sequence }
  var holdsSnapshot: Bool { false }
  // The length of the manifest at the end is not known beforehand.
  var isExhausted: Bool { false }

  private let reader: BackupReader
  private var offset: UInt64 = 0

  init(_ reader: BackupReader) { self.reader = reader }

  deinit { reader.close() }

  func next(in arena: MessageArena) throws(CallFailure) -> PreparedMessage? {
    let data: [UInt8]
    do throws(EngineError) { data = try reader.read(upTo: Self.chunkBytes) } catch { throw error.callFailure }
    guard !data.isEmpty else { return nil }
    let response = BackupResponse(facts: offset == 0 ? facts : nil, offset: offset, data: data)
    offset += UInt64(data.count)
    do throws(MessageError) { return try response.prepare(in: arena) } catch { throw CallFailure(encoding: error) }
  }

  private var facts: BackupFacts {
    let manifest = reader.manifest
    return BackupFacts(
      historyID: manifest.historyID, firstSequence: manifest.firstSequence, sequence: manifest.sequence,
      stateSequence: manifest.stateSequence, baselineSequence: manifest.baselineSequence,
      createdAt: manifest.createdAt, byteCount: UInt64(max(0, reader.byteCount)))
  }
}
