internal import CMessages

/// What the schema says of a message, for people.
package struct MessageDescription: Sendable {
  /// Such as `holdfast.v1.StockLevel`.
  package let fullName: String
  /// Its fields, by number.
  package let fields: [FieldDescription]
}

/// What the schema says of a field.
package struct FieldDescription: Sendable {
  /// As in the proto file, such as `product_id`.
  package let name: String
  /// As in JSON, such as `productId`.
  package let jsonName: String
  /// Its number on the wire.
  package let number: UInt32
  /// Name of its type: a scalar's as in the proto file, a message's or an enum's in full.
  package let type: String
  /// Whether it is a list.
  package let isRepeated: Bool
  /// Whether its absence is something else than zero.
  package let isOptional: Bool
  /// The fields of which only one can be set, itself among them; empty where it stands alone.
  package let alternatives: [String]
}

/// What the schema says of an enum.
package struct EnumDescription: Sendable {
  /// Such as `holdfast.v1.ReserveMode`.
  package let fullName: String
  /// Names and numbers, by number.
  package let values: [(name: String, number: Int32)]
}

extension MessageRegistry {
  /// The message of that full name; nil if there is none.
  package static func description(of fullName: String) -> MessageDescription? {
    guard let descriptor = unsafe descriptor(fullName) else { return nil }
    let schema = unsafe MessageSchema(descriptor)
    let fields = schema.fields.map { field in
      let alternatives = schema.alternatives(to: field)
      return FieldDescription(
        name: field.name, jsonName: field.jsonName, number: field.number, type: field.kind.protoName,
        isRepeated: field.isRepeated, isOptional: field.oneof != nil && alternatives.count == 1,
        alternatives: alternatives.count > 1 ? alternatives.map(\.name) : [])
    }
    return MessageDescription(fullName: fullName, fields: fields)
  }

  /// Every enum that a field has, by name.
  package static var enums: [EnumDescription] {
    var found: [String: EnumDescription] = [:]
    for name in messageNames {
      guard let descriptor = unsafe descriptor(name) else { continue }
      for case .enumeration(let schema) in unsafe MessageSchema(descriptor).fields.map(\.kind) {
        found[schema.fullName] = EnumDescription(fullName: schema.fullName, values: schema.values)
      }
    }
    return found.values.sorted { $0.fullName < $1.fullName }
  }

  /// The one of `names` that a person who typed `word` may have meant; nil if none is near.
  package static func nearest(to word: String, among names: [String]) -> String? { suggestion(for: word, among: names) }
}

extension FieldKind {
  /// The type's name as in the proto file; a message's or an enum's in full.
  fileprivate var protoName: String {
    switch self {
    case .int32: "int32"
    case .sint32: "sint32"
    case .sfixed32: "sfixed32"
    case .int64: "int64"
    case .sint64: "sint64"
    case .sfixed64: "sfixed64"
    case .uint32: "uint32"
    case .fixed32: "fixed32"
    case .uint64: "uint64"
    case .fixed64: "fixed64"
    case .float: "float"
    case .double: "double"
    case .bool: "bool"
    case .string: "string"
    case .bytes: "bytes"
    case .enumeration(let schema): schema.fullName
    case .message(let reference): reference.name
    }
  }
}
