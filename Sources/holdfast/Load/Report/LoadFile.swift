internal import Foundation

/// Results in files.
enum LoadFile {
  /// Writes a result as JSON.
  static func write(_ result: LoadResult, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      try encoder.encode(result).write(to: URL(fileURLWithPath: path))
    } catch {
      throw ToolFailure(.local, "\(path) cannot be written: \(error.localizedDescription)")
    }
  }

  /// Reads a result that an earlier run has written.
  static func read(_ path: String) throws -> LoadResult {
    do {
      return try JSONDecoder().decode(LoadResult.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch is DecodingError {
      throw ToolFailure(.local, "\(path) is no result of `holdfast load --json`")
    } catch {
      throw ToolFailure(.local, "\(path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// Writes text.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw ToolFailure(.local, "\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
