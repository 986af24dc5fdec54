internal import SwiftProtobuf

/// Turns a `FileDescriptorSet` into a ``Schema``, and refuses what the generated code cannot express.
struct SchemaReader {
  private let files: [Google_Protobuf_FileDescriptorProto]
  private let types: TypeTable
  private let options: MethodOptionNumbers

  /// Reads the whole set; files outside of `package` (descriptor.proto) only serve as what options refer to.
  static func read(_ set: Google_Protobuf_FileDescriptorSet, package: String) throws(SchemaError) -> Schema {
    let files = set.file.filter { $0.package == package }.sorted { $0.name < $1.name }
    let reader = SchemaReader(
      files: files, types: try TypeTable(files), options: try MethodOptionNumbers(files))
    var result: [SchemaFile] = []
    for file in files { result.append(try reader.read(file)) }
    let schema = Schema(files: result)
    try refuseRecursion(in: schema)
    return schema
  }

  private func read(_ file: Google_Protobuf_FileDescriptorProto) throws(SchemaError) -> SchemaFile {
    guard file.syntax == "proto3" else {
      throw SchemaError(place: file.name, problem: "only proto3 is supported; write `syntax = \"proto3\";`")
    }
    let comments = Comments(file)
    var messages: [MessageModel] = []
    for (index, message) in file.messageType.enumerated() {
      messages.append(try read(message, within: Scope(file.package), at: [4, Int32(index)], comments))
    }
    var enums: [EnumModel] = []
    for (index, enumeration) in file.enumType.enumerated() {
      enums.append(try read(enumeration, within: Scope(file.package), at: [5, Int32(index)], comments))
    }
    var services: [ServiceModel] = []
    for (index, service) in file.service.enumerated() {
      services.append(try read(service, package: file.package, at: [6, Int32(index)], comments))
    }
    let base = file.name.split(separator: "/").last.map { $0.split(separator: ".")[0] } ?? ""
    return SchemaFile(
      path: file.name, swiftName: Names.type(String(base)), messages: messages, enums: enums, services: services)
  }

  private func read(
    _ message: Google_Protobuf_DescriptorProto, within scope: Scope, at path: [Int32], _ comments: Comments
  ) throws(SchemaError) -> MessageModel {
    let inner = scope.appending(message.name)
    guard !message.options.mapEntry else {
      throw SchemaError(
        place: inner.fullName, problem: "maps are not supported; use a repeated message with key and value")
    }
    var enums: [EnumModel] = []
    for (index, enumeration) in message.enumType.enumerated() {
      enums.append(try read(enumeration, within: inner, at: path + [4, Int32(index)], comments))
    }
    var messages: [MessageModel] = []
    for (index, nested) in message.nestedType.enumerated() {
      messages.append(try read(nested, within: inner, at: path + [3, Int32(index)], comments))
    }
    return MessageModel(
      fullName: inner.fullName, swiftName: message.name, swiftPath: inner.swiftPath,
      documentation: try comments.required(at: path, inner.fullName),
      members: try members(of: message, inner, at: path, comments), enums: enums, messages: messages)
  }

  /// The stored properties, in the order of declaration; a oneof stands where its first field does.
  private func members(
    of message: Google_Protobuf_DescriptorProto, _ scope: Scope, at path: [Int32], _ comments: Comments
  ) throws(SchemaError) -> [Member] {
    var byOneof: [Int32: [Field]] = [:]
    var order: [(oneof: Int32?, field: Field)] = []
    for (index, descriptor) in message.field.enumerated() {
      let field = try read(descriptor, within: scope, at: path + [2, Int32(index)], comments)
      if descriptor.hasOneofIndex {
        if byOneof[descriptor.oneofIndex] == nil { order.append((descriptor.oneofIndex, field)) }
        byOneof[descriptor.oneofIndex, default: []].append(field)
      } else {
        order.append((nil, field))
      }
    }
    return order.map { entry in
      guard let index = entry.oneof, let fields = byOneof[index] else { return .field(entry.field) }
      let name = message.oneofDecl[Int(index)].name
      if fields.count == 1 { return .optional(oneof: name, entry.field) }
      return .choice(
        Choice(
          name: name, swiftName: Names.property(name), typeName: Names.type(name),
          documentation: comments.optional(at: path + [8, index]) ?? "One of these, or none.", fields: fields))
    }
  }

  private func read(
    _ field: Google_Protobuf_FieldDescriptorProto, within scope: Scope, at path: [Int32], _ comments: Comments
  ) throws(SchemaError) -> Field {
    let place = scope.fullName + "." + field.name
    guard !field.proto3Optional else {
      throw SchemaError(
        place: place, problem: "protoc-c has no proto3 `optional`; write `oneof optional_\(field.name) { … }`")
    }
    let isRepeated = field.label == .repeated
    if isRepeated, field.type == .bool || field.type == .bytes {
      throw SchemaError(place: place, problem: "repeated bool or bytes are not supported; use a repeated message")
    }
    return Field(
      name: field.name, swiftName: Names.property(field.name), number: Int(field.number),
      type: try types.type(of: field, place), isRepeated: isRepeated,
      documentation: try comments.required(at: path, place))
  }

  private func read(
    _ enumeration: Google_Protobuf_EnumDescriptorProto, within scope: Scope, at path: [Int32], _ comments: Comments
  ) throws(SchemaError) -> EnumModel {
    let fullName = scope.appending(enumeration.name).fullName
    guard !enumeration.options.allowAlias else {
      throw SchemaError(place: fullName, problem: "enum values with the same number are not supported")
    }
    var values: [EnumValue] = []
    for (index, value) in enumeration.value.enumerated() {
      let place = fullName + "." + value.name
      guard let swiftName = Names.enumValue(value.name, of: enumeration.name) else {
        throw SchemaError(place: place, problem: "the value's name must begin with the enum's name")
      }
      values.append(
        EnumValue(
          name: value.name, swiftName: swiftName, number: value.number,
          documentation: try comments.required(at: path + [2, Int32(index)], place)))
    }
    return EnumModel(
      fullName: fullName, swiftName: enumeration.name, documentation: try comments.required(at: path, fullName),
      values: values)
  }

  private func read(
    _ service: Google_Protobuf_ServiceDescriptorProto, package: String, at path: [Int32], _ comments: Comments
  ) throws(SchemaError) -> ServiceModel {
    let fullName = package + "." + service.name
    guard service.name.hasSuffix("Service") else {
      throw SchemaError(place: fullName, problem: "the name of a service must end with `Service`")
    }
    var methods: [MethodModel] = []
    for (index, method) in service.method.enumerated() {
      let place = fullName + "/" + method.name
      guard !method.clientStreaming else {
        throw SchemaError(place: place, problem: "streams from the client are not supported")
      }
      let (kind, role) = try options.values(of: method, place)
      methods.append(
        MethodModel(
          fullName: place, name: method.name, swiftName: Names.function(method.name),
          caseName: Names.function(service.name) + method.name, kind: kind, role: role,
          isServerStreaming: method.serverStreaming, request: try types.message(method.inputType, place),
          response: try types.message(method.outputType, place),
          documentation: try comments.required(at: path + [2, Int32(index)], place)))
    }
    return ServiceModel(
      fullName: fullName, name: service.name, documentation: try comments.required(at: path, fullName),
      methods: methods)
  }

  /// Unpacking recurses once a level, without a limit of its own: only a schema without cycles bounds its depth.
  private static func refuseRecursion(in schema: Schema) throws(SchemaError) {
    let messages = schema.messages
    var parts: [String: [String]] = [:]
    for message in messages {
      parts[message.swiftPath] = message.fields.compactMap { field in
        if case .message(let path) = field.type { path } else { nil }
      }
    }
    // Whatever is left when messages whose parts are all gone have been taken away, over and over, is in a cycle or holds one.
    var remaining = messages
    while !remaining.isEmpty {
      let names = Set(remaining.map(\.swiftPath))
      let next = remaining.filter { message in parts[message.swiftPath, default: []].contains(where: names.contains) }
      if next.count == remaining.count {
        throw SchemaError(
          place: remaining[0].fullName,
          problem: "the message contains itself or one that does; recursion is not supported")
      }
      remaining = next
    }
  }
}

/// Where a declaration stands: the package and the messages around it.
struct Scope {
  let package: String
  private(set) var names: [String] = []

  init(_ package: String) { self.package = package }

  var fullName: String { ([package] + names).joined(separator: ".") }
  var swiftPath: String { names.joined(separator: ".") }

  func appending(_ name: String) -> Scope {
    var copy = self
    copy.names.append(name)
    return copy
  }
}
