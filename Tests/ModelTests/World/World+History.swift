import Messages

extension World {
  /// One entry in the history of a level.
  struct Past: Equatable {
    var type: EntryType
    var time: Int64
    var after: LevelState
  }

  /// What a level holds, as entries say it.
  func state(_ place: Place) -> LevelState? {
    levels[place].map {
      LevelState(
        onHand: $0.onHand, reserved: reserved(place), quarantined: $0.quarantined, incoming: $0.incoming,
        safetyStock: $0.safetyStock, reorderPoint: $0.reorderPoint, reorderQuantity: $0.reorderQuantity)
    }
  }

  /// Counts an entry about a reference.
  mutating func note(_ reference: Thing) { mentions[reference, default: 0] += 1 }
}
