internal import CSystem
internal import Glibc

/// The signals that a service listens to.
package enum Signal: CaseIterable, Sendable {
  /// SIGTERM: stop.
  case terminate
  /// SIGINT: stop.
  case interrupt
  /// SIGHUP: read certificates again.
  case hangUp

  var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .hangUp: SIGHUP
    }
  }
}

/// Signals, read from a descriptor like everything else instead of breaking in.
package final class SignalSource: EventSource {
  private let loop: EventLoop
  private let handler: (Signal) -> Void
  private var descriptor: Descriptor?
  private var registration: Registration?

  /// Keeps the signals from breaking in on this thread and those that it starts: to be called by the first thread, before it starts any.
  package static func block() throws(SystemError) {
    var numbers = Signal.allCases.map(\.number)
    let code = unsafe holdfast_block_signals(&numbers, Int32(numbers.count), 1)
    guard code == 0 else { throw .watchingSignals(errno: -code) }
  }

  /// Has `handler` called on the loop's thread for each signal, once ``block()`` was called. To be made on the loop's thread.
  package init(_ loop: EventLoop, handler: @escaping (Signal) -> Void) throws(SystemError) {
    var numbers = Signal.allCases.map(\.number)
    let number = unsafe holdfast_signal_descriptor(&numbers, Int32(numbers.count))
    guard number >= 0 else { throw .watchingSignals(errno: -number) }
    self.loop = loop
    self.handler = handler
    descriptor = Descriptor(owning: number)
    registration = try loop.register(number, self, .readable)
  }

  /// Stops reading signals; they stay blocked.
  package func close() {
    if let registration { loop.remove(registration) }
    registration = nil
    descriptor = nil
  }

  package func ready(_ readiness: Readiness) {
    while let descriptor = descriptor?.number {
      let number = holdfast_next_signal(descriptor)
      guard number != 0 else { return }
      if let signal = Signal.allCases.first(where: { $0.number == number }) { handler(signal) }
    }
  }
}
