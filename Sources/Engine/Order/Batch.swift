/// One batch of commands in their order: all that the engine is given. Who orders them, the in-process queue, a simulator
/// or a replicated log, is not its business.
package struct Batch: Sendable {
  /// The commands.
  package var commands: [Command]
  /// The batch's time stamp, microseconds since 1970; never less than that of the batch before.
  package var time: Int64
  /// After the commands, up to so many due holds are released, and so many alerts about fast sales closed.
  package var sweepLimit: Int

  /// A batch.
  package init(_ commands: [Command], time: Int64, sweepLimit: Int = 0) {
    self.commands = commands
    self.time = time
    self.sweepLimit = sweepLimit
  }
}
