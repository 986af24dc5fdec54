package import LMDB
package import Messages

/// A page of a list: what it holds, and where the next one begins.
package struct Page<Element> {
  /// What is on the page.
  package var elements: [Element] = []
  /// Key that the next page begins at; nil = this is the last.
  package var next: [UInt8]?

  /// A page that holds nothing yet.
  package init(next: [UInt8]? = nil) { self.next = next }
}

extension Reader {
  /// Keys that one call looks at, at most. A page of a filtered list that has looked at so many ends there, with a token for
  /// the rest: no call makes the others on its thread wait.
  static var lookLimit: Int { 2000 }

  /// Walks `table` over the keys that start with `prefix`, from the key `start` on (nil = from the first).
  ///
  /// - Parameters:
  ///   - size: elements on a page, at most.
  ///   - isDescending: whether the walk goes from the last key to the first: newest first, where keys are numbers.
  ///   - isSpent: whether the page has cost so much that it ends with what it has looked at; asked before each key but the
  ///     first.
  ///   - take: makes an element of a key and its value; nil = the key is not on the list. Must not use the reader's key.
  package func page<Element>(
    _ table: Table, prefix: borrowing KeyBuffer, start: [UInt8]?, size: Int, isDescending: Bool = false,
    isSpent: () -> Bool = { false },
    take: (RawSpan, RawSpan) throws(CallFailure) -> Element?
  ) throws(CallFailure) -> Page<Element> {
    do {
      return try walk(table, prefix, start, size, isDescending, isSpent, take)
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .stored(let error):
        fault = .state(error)
        throw EngineError.state(error).callFailure
      }
    }
  }

  private enum Interruption: Error {
    case refused(CallFailure)
    case stored(LMDBError)
  }

  private func walk<Element>(
    _ table: Table, _ prefix: borrowing KeyBuffer, _ start: [UInt8]?, _ size: Int, _ isDescending: Bool,
    _ isSpent: () -> Bool, _ take: (RawSpan, RawSpan) throws(CallFailure) -> Element?
  ) throws(Interruption) -> Page<Element> {
    var page = Page<Element>()
    var looked = 0
    var refusal: CallFailure?
    do throws(LMDBError) {
      var cursor = try Cursor(transaction, table)
      var found =
        try isDescending ? beginLast(&cursor, prefix, start) : begin(&cursor, prefix, start)
      while found {
        if page.elements.count == size || looked == Self.lookLimit || (looked > 0 && isSpent()) {
          page.next = cursor.key.array
          return page
        }
        looked += 1
        let element: Element?
        do {
          element = try take(cursor.key, cursor.value)
        } catch {
          refusal = error
          break
        }
        if let element { page.elements.append(element) }
        found = try (isDescending ? cursor.previous() : cursor.next()) && cursor.key.starts(with: prefix.bytes)
      }
    } catch {
      throw .stored(error)
    }
    if let refusal { throw .refused(refusal) }
    return page
  }

  private func begin(_ cursor: inout Cursor, _ prefix: borrowing KeyBuffer, _ start: [UInt8]?) throws(LMDBError) -> Bool
  {
    guard let start else { return try cursor.seek(prefix: prefix) }
    var from = KeyBuffer()
    unsafe from.append(bytes: start.span.bytes)
    return try cursor.seek(from) && cursor.key.starts(with: prefix.bytes)
  }

  /// Goes to the last key with the prefix that is not after `start`.
  private func beginLast(_ cursor: inout Cursor, _ prefix: borrowing KeyBuffer, _ start: [UInt8]?) throws(LMDBError)
    -> Bool
  {
    var end = KeyBuffer()
    if let start {
      // The least key after it.
      unsafe end.append(bytes: start.span.bytes)
      end.append(byte: 0)
    } else if prefix.count > 0 {
      // No key goes on with eight such bytes: identifiers are UTF-8, and no number is as great.
      end.append(bytes: prefix.bytes)
      end.append(bigEndian: UInt64.max)
    }
    let found = try end.count == 0 ? cursor.last() : cursor.seek(before: end)
    return found && cursor.key.starts(with: prefix.bytes)
  }
}
