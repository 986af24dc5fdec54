/// Something in the proto files that the generated code cannot express, or that the house rules forbid.
struct SchemaError: Error, CustomStringConvertible {
  /// Where: a full name of the proto.
  var place: String
  /// What is wrong and what would be right.
  var problem: String

  var description: String { "\(place): \(problem)" }
}
