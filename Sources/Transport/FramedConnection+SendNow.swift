extension FramedConnection {
  /// Sends the output that waits at once and not at the end of the round: for a caller whose peer should get to work
  /// while it handles the other connections of the round.
  package func sendNow() { flush() }
}
