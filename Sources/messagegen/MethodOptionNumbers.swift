internal import SwiftProtobuf

/// The numbers of the two options that every rpc has, `kind` and `role`, and the names of the roles.
///
/// The options are extensions that this program was not built with, so their values lie among the unknown fields.
struct MethodOptionNumbers {
  private var kind: UInt64?
  private var role: UInt64?
  private var roles: [UInt64: String] = [:]

  /// Finds both options by their names in the files themselves.
  init(_ files: [Google_Protobuf_FileDescriptorProto]) throws(SchemaError) {
    for file in files {
      for option in file.extension where option.extendee == ".google.protobuf.MethodOptions" {
        switch option.name {
        case "kind": kind = UInt64(option.number)
        case "role": role = UInt64(option.number)
        default:
          throw SchemaError(place: option.name, problem: "method options other than kind and role are not supported")
        }
      }
      for enumeration in file.enumType where enumeration.name == "Role" {
        for value in enumeration.value where value.number > 0 {
          roles[UInt64(value.number)] = Names.enumValue(value.name, of: "Role")
        }
      }
    }
  }

  /// What the rpc says of itself.
  func values(
    of method: Google_Protobuf_MethodDescriptorProto, _ place: String
  ) throws(SchemaError) -> (kind: MethodModel.Kind, role: String) {
    let values = try Self.varints(in: Array(method.options.unknownFields.data), place)
    guard let number = kind.flatMap({ values[$0] }), let kind = MethodModel.Kind(rawValue: Int(number)) else {
      throw SchemaError(place: place, problem: "say what it is: `option (kind) = METHOD_KIND_…;`")
    }
    guard let role = role.flatMap({ values[$0] }).flatMap({ roles[$0] }) else {
      throw SchemaError(place: place, problem: "say who may call it: `option (role) = ROLE_…;`")
    }
    return (kind, role)
  }

  /// Fields of a message that has only varints, by number.
  private static func varints(in bytes: [UInt8], _ place: String) throws(SchemaError) -> [UInt64: UInt64] {
    var rest = bytes[...]
    func varint() -> UInt64? {
      var value: UInt64 = 0
      for shift in stride(from: 0, to: 64, by: 7) {
        guard let byte = rest.popFirst() else { return nil }
        value |= UInt64(byte & 0x7F) << UInt64(shift)
        if byte < 0x80 { return value }
      }
      return nil
    }
    var values: [UInt64: UInt64] = [:]
    while !rest.isEmpty {
      guard let tag = varint(), tag & 7 == 0, let value = varint() else {
        throw SchemaError(place: place, problem: "it has an option other than kind and role")
      }
      values[tag >> 3] = value
    }
    return values
  }
}
