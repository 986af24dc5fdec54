/// Why a frame is not a Call or a Reply. Whoever sent it does not speak the protocol: the connection is of no more use.
package enum WireError: Error, Hashable {
  /// The frame ends within a field.
  case truncated
  /// A number has more than 64 bits, or a key or a length more than 32.
  case varintTooLong
  /// A field has the number 0.
  case fieldNumberZero
  /// A field is a group, or of a wire type that does not exist.
  case unknownWireType(field: UInt32, type: UInt8)
  /// A field that is known is not of its wire type.
  case wrongWireType(field: UInt32, type: UInt8)
  /// A Call has no `call_id`, so that it could not be answered.
  case noCallID
  /// A Reply has more than one `status`.
  case secondStatus
}

extension WireError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated: "the frame ends within a field"
    case .varintTooLong: "the frame holds a number with too many bits"
    case .fieldNumberZero: "the frame holds a field with the number 0"
    case .unknownWireType(let field, let type): "field \(field) has the wire type \(type), which is not in use"
    case .wrongWireType(let field, let type): "field \(field) has the wire type \(type), which is not its own"
    case .noCallID: "the call has no call_id"
    case .secondStatus: "the reply has more than one status"
    }
  }
}
