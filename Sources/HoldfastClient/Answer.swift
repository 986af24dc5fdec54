/// What a call was answered with. The fields of the message can be reached through it: `answer.available` is `answer.message.available`.
@dynamicMemberLookup
public struct Answer<Message: Sendable>: Sendable {
  /// The response.
  public let message: Message
  /// To a command: the journal sequence at which it took effect. To a query: that of the snapshot that it saw.
  public let sequence: UInt64
  /// Whether the command had been carried out before, and this is its first answer given again.
  public let isRepeated: Bool

  /// A field of the message.
  public subscript<Value>(dynamicMember field: KeyPath<Message, Value>) -> Value { message[keyPath: field] }
}

extension Answer: Equatable where Message: Equatable {}
extension Answer: Hashable where Message: Hashable {}
