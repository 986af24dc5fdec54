/// What the replies of a stream are pulled from, one after the other.
///
/// Used by one thread at a time, not always the same one: between two replies it may be put aside for a while.
package protocol ReplySource<Response>: AnyObject {
  /// What each reply carries.
  associatedtype Response: MessageCodec

  /// The journal sequence of what the replies tell; 0 where they tell of none.
  var sequence: UInt64 { get }

  /// Whether it keeps a snapshot of the state, and with it pages that the state cannot use again, for as long as it lives.
  var holdsSnapshot: Bool { get }

  /// Whether it is known that no reply follows: then the stream ends with the last one, whatever its client takes.
  var isExhausted: Bool { get }

  /// Prepares the next response in `arena`, which is empty; nil after the last. May wait for a disk, but not for a peer.
  func next(in arena: MessageArena) throws(CallFailure) -> PreparedMessage?
}
