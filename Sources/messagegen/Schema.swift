/// What the proto files say, reduced to what the emitters need: names are resolved, comments are attached, and everything
/// that the generated code cannot express has been refused.
struct Schema {
  var files: [SchemaFile]

  /// Every message, in the order of files and then of declaration, nested ones after the one that holds them.
  var messages: [MessageModel] { files.flatMap { $0.messages.flatMap(\.withNested) } }

  /// Every enum, nested ones after those of their file.
  var enums: [EnumModel] {
    files.flatMap { file in file.enums + file.messages.flatMap(\.withNested).flatMap(\.enums) }
  }

  /// Every service, in the order of files and then of declaration.
  var services: [ServiceModel] { files.flatMap(\.services) }

  /// Every method, in the order of the services: its place in this list is its raw value.
  var methods: [MethodModel] { services.flatMap(\.methods) }
}

/// One proto file.
struct SchemaFile {
  /// Its path, such as `holdfast/v1/stock.proto`.
  var path: String
  /// The name of the Swift file, such as `Stock`.
  var swiftName: String
  var messages: [MessageModel]
  var enums: [EnumModel]
  var services: [ServiceModel]
}

/// One message.
struct MessageModel {
  /// Name with package, such as `holdfast.v1.StockLevel`.
  var fullName: String
  /// Name of the Swift struct where it is declared, such as `StockLevel`.
  var swiftName: String
  /// Name of the Swift struct from anywhere in the module, such as `Notice.Part`.
  var swiftPath: String
  var documentation: String
  var members: [Member]
  var enums: [EnumModel]
  var messages: [MessageModel]

  /// The message and all that it holds.
  var withNested: [MessageModel] { [self] + messages.flatMap(\.withNested) }

  /// All fields, those of oneofs among them, by declaration.
  var fields: [Field] {
    members.flatMap { member in
      switch member {
      case .field(let field), .optional(_, let field): [field]
      case .choice(let choice): choice.fields
      }
    }
  }
}

/// One stored property of a message.
enum Member {
  /// A plain field.
  case field(Field)
  /// A oneof of a single field: a field whose absence matters. With the oneof's proto name.
  case optional(oneof: String, Field)
  /// A oneof of several fields.
  case choice(Choice)
}

/// A oneof of several fields.
struct Choice {
  /// Name in the proto, such as `key`.
  var name: String
  /// Name of the property, such as `key`.
  var swiftName: String
  /// Name of the enum, such as `Key`.
  var typeName: String
  var documentation: String
  var fields: [Field]
}

/// One field.
struct Field {
  /// Name in the proto, such as `product_id`.
  var name: String
  /// Name of the property, such as `productID`.
  var swiftName: String
  var number: Int
  var type: FieldType
  var isRepeated: Bool
  var documentation: String
}

/// The type of a field's value, or of its elements.
enum FieldType: Equatable {
  case string, bytes, int32, int64, uint32, uint64, double, bool
  /// An enum, by its path in Swift.
  case enumeration(swiftPath: String, hasNegativeValues: Bool)
  /// A message, by its path in Swift.
  case message(swiftPath: String)
}

/// One enum.
struct EnumModel {
  var fullName: String
  var swiftName: String
  var documentation: String
  var values: [EnumValue]
}

/// One value of an enum.
struct EnumValue {
  /// Name in the proto, such as `RESERVE_MODE_ALL_OR_NOTHING`.
  var name: String
  /// Name in Swift, such as `allOrNothing`.
  var swiftName: String
  var number: Int32
  var documentation: String
}

/// One service.
struct ServiceModel {
  var fullName: String
  /// Name without package, such as `StockService`.
  var name: String
  var documentation: String
  var methods: [MethodModel]
}

/// One rpc.
struct MethodModel {
  /// Name on the wire, such as `holdfast.v1.StockService/GetStock`.
  var fullName: String
  /// Name of the rpc, such as `GetStock`.
  var name: String
  /// Name of the Swift function, such as `getStock`.
  var swiftName: String
  /// Name of the case of `Method`, such as `stockServiceGetStock`.
  var caseName: String
  var kind: Kind
  /// Swift name of the role, such as `reader`.
  var role: String
  var isServerStreaming: Bool
  var request: TypeName
  var response: TypeName
  var documentation: String

  /// What an rpc does to the service: the values of `holdfast.v1.MethodKind`.
  enum Kind: Int {
    case query = 1
    case command, operation
  }

  /// A message by both of its names.
  struct TypeName { var fullName, swiftPath: String }
}
