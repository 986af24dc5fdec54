internal import SwiftProtobuf

/// Every message and enum of the package by its full name, so that fields can be given their Swift types.
struct TypeTable {
  private var messages: [String: String] = [:]
  private var enums: [String: (swiftPath: String, hasNegativeValues: Bool)] = [:]

  init(_ files: [Google_Protobuf_FileDescriptorProto]) throws(SchemaError) {
    for file in files {
      for message in file.messageType { add(message, within: Scope(file.package)) }
      for enumeration in file.enumType { add(enumeration, within: Scope(file.package)) }
    }
  }

  private mutating func add(_ message: Google_Protobuf_DescriptorProto, within scope: Scope) {
    let inner = scope.appending(message.name)
    messages[inner.fullName] = inner.swiftPath
    for nested in message.nestedType { add(nested, within: inner) }
    for enumeration in message.enumType { add(enumeration, within: inner) }
  }

  private mutating func add(_ enumeration: Google_Protobuf_EnumDescriptorProto, within scope: Scope) {
    let inner = scope.appending(enumeration.name)
    enums[inner.fullName] = (inner.swiftPath, enumeration.value.contains { $0.number < 0 })
  }

  /// The message of an rpc, by the name that its descriptor gives (`.holdfast.v1.StockLevel`).
  func message(_ typeName: String, _ place: String) throws(SchemaError) -> MethodModel.TypeName {
    let fullName = String(typeName.drop { $0 == "." })
    guard let path = messages[fullName] else {
      throw SchemaError(place: place, problem: "\(fullName) is not a message of this package")
    }
    return MethodModel.TypeName(fullName: fullName, swiftPath: path)
  }

  /// The type of a field's value, or of its elements.
  func type(of field: Google_Protobuf_FieldDescriptorProto, _ place: String) throws(SchemaError) -> FieldType {
    switch field.type {
    case .string: return .string
    case .bytes: return .bytes
    case .int32: return .int32
    case .int64: return .int64
    case .uint32: return .uint32
    case .uint64: return .uint64
    case .double: return .double
    case .bool: return .bool
    case .message: return .message(swiftPath: try message(field.typeName, place).swiftPath)
    case .enum:
      guard let entry = enums[String(field.typeName.dropFirst())] else {
        throw SchemaError(place: place, problem: "\(field.typeName) is not an enum of this package")
      }
      return .enumeration(swiftPath: entry.swiftPath, hasNegativeValues: entry.hasNegativeValues)
    case .group: throw SchemaError(place: place, problem: "groups are not supported; use a message")
    case .float: throw SchemaError(place: place, problem: "use `double` instead of `float`")
    case .sint32, .sint64, .fixed32, .fixed64, .sfixed32, .sfixed64:
      throw SchemaError(place: place, problem: "use int64, uint64, int32 or uint32")
    }
  }
}
