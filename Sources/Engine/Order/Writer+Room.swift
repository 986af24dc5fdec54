internal import LMDB
internal import Messages

/// How much room the state's map has left, so that a full one refuses what it must, no more, and not for ever.
extension Writer {
  /// Which commands there is room for, and what a commit has to set aside.
  struct Room {
    enum Extent {
      /// The end of the map is far.
      case ample
      /// Free pages make up for what is missing at the end.
      case reused
      /// Enough for what gives room back.
      case releases
      /// Not even for that.
      case none
    }

    let extent: Extent
    /// Pages that are taken before the record is synced and given back before the commit, so that its own books, which LMDB
    /// writes last, find room.
    let ballast: Int

    /// Whether there is room for the command.
    func takes(_ command: Command) -> Bool {
      switch extent {
      case .ample, .reused: true
      case .releases: command.request.givesRoomBack
      case .none: false
      }
    }
  }

  /// Pages that must be left before a batch is begun.
  private func reserve(of pages: Int) -> Int { min(max(pages / 16, 64), 65_536) }

  /// The room for a batch with this stamp.
  func room(at time: Int64) -> Room {
    let information = environment.information
    let pages = information.mapSize / information.pageSize
    let reserve = reserve(of: pages)
    let end = pages - 1 - information.lastPage
    if end >= reserve { return Room(extent: .ample, ballast: 0) }
    let left = end + usablePages(atLeast: reserve - end, information.lastTransaction, at: time)
    let extent: Room.Extent = left >= reserve ? .reused : left >= reserve / 4 ? .releases : .none
    return Room(extent: extent, ballast: min(64, reserve / 8))
  }

  /// Free pages that can be taken, counted up to `needed`. Where they did not suffice they are not counted again before a tenth of a second
  /// of record time has passed: a count walks through all of them.
  private func usablePages(atLeast needed: Int, _ transaction: Int, at time: Int64) -> Int {
    if let counted {
      let isEnough = counted.pages.usable >= needed
      let age = time.subtractingReportingOverflow(counted.time).partialValue
      if isEnough ? counted.transaction == transaction : age >= 0 && age < 100_000 { return counted.pages.usable }
    }
    var pages = countFreePages(atLeast: needed)
    if pages.usable < needed, pages.count >= needed, advance() { pages = countFreePages(atLeast: needed) }
    counted = (pages, environment.information.lastTransaction, time)
    return pages.usable
  }

  private func countFreePages(atLeast needed: Int) -> Environment.FreePages {
    // What cannot be counted is not relied on.
    (try? environment.freePages(atLeast: needed)) ?? Environment.FreePages()
  }

  /// Commits a transaction that changes nothing: what the last one freed can be taken only by the one after the next.
  private func advance() -> Bool {
    do {
      let transaction = try begin()
      try evolver.store(in: transaction)
      try view.stored { () throws(LMDBError) in try transaction.commit() }
      return true
    } catch {
      return false
    }
  }
}

extension CommandRequest {
  /// Whether the command makes the state smaller: it is taken even where there is no room for others.
  fileprivate var givesRoomBack: Bool {
    switch self {
    case .release, .fulfill: true
    default: false
    }
  }
}
