internal import CSystem

/// What a descriptor is ready for, or is to be watched for.
@usableFromInline package struct Readiness: OptionSet, Sendable {
  /// epoll's bits.
  @usableFromInline package let rawValue: UInt32

  /// epoll's bits as they are.
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// There is something to read, or the peer's end of sending.
  @inlinable package static var readable: Readiness { Readiness(rawValue: 0x001) }
  /// There is room to write, or a connect is decided.
  @inlinable package static var writable: Readiness { Readiness(rawValue: 0x004) }
  /// The descriptor failed. Always watched for.
  @inlinable package static var failed: Readiness { Readiness(rawValue: 0x008) }
  /// Both directions are closed. Always watched for.
  @inlinable package static var hungUp: Readiness { Readiness(rawValue: 0x010) }
}

/// Something that a loop calls when its descriptor is ready.
package protocol EventSource: AnyObject {
  /// Called on the loop's thread, once a round at most for each registration; `readiness` is empty when the source itself asked for a
  /// turn with ``EventLoop/runNextRound(_:)``.
  func ready(_ readiness: Readiness)
}

/// A descriptor's place in a loop: says which one is meant, and is never mistaken for a later one.
package struct Registration: Hashable, Sendable {
  let slot: UInt32
  let generation: UInt32

  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  init(data: UInt64) {
    slot = UInt32(truncatingIfNeeded: data >> 32)
    generation = UInt32(truncatingIfNeeded: data)
  }

  var data: UInt64 { UInt64(slot) << 32 | UInt64(generation) }
}
