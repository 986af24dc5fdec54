/// A Reply, taken apart in place: nothing is copied, nothing allocated. The slices are good as long as the frame is.
@safe
package struct ReplyHeader {
  /// The call that is answered; 0 for the server's own voice, whose ``response`` is a Notice.
  package private(set) var callID: UInt64 = 0
  /// The Status, encoded; nil means OK.
  package private(set) var status: UnsafeRawBufferPointer?
  /// The journal sequence of the command, or of the query's snapshot.
  package private(set) var sequence: UInt64 = 0
  /// The response message, encoded.
  package private(set) var response: UnsafeRawBufferPointer
  /// Whether more replies to this call follow.
  package private(set) var more = false
  /// Whether this is the first answer to the same command, given again.
  package private(set) var isRepeated = false

  /// Takes apart a frame, which comes without its length.
  package init(_ frame: UnsafeRawBufferPointer) throws(WireError) {
    unsafe status = nil
    unsafe response = UnsafeRawBufferPointer(start: nil, count: 0)
    var reader = unsafe FieldReader(frame)
    while let key = unsafe try reader.nextKey() {
      switch key.number {
      case 1: callID = unsafe try reader.number(key)
      case 2:
        // Two of them would have to be merged.
        guard unsafe status == nil else { throw .secondStatus }
        unsafe status = try reader.bytes(key)
      case 3: sequence = unsafe try reader.number(key)
      case 4: unsafe response = try reader.bytes(key)
      case 5: more = unsafe try reader.number(key) != 0
      case 6: isRepeated = unsafe try reader.number(key) != 0
      default: unsafe try reader.skip(key)
      }
    }
  }
}
