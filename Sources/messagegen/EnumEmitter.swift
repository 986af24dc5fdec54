/// Writes an enum of the schema as an open struct: numbers that this version does not know pass through.
struct EnumEmitter {
  static func write(_ enumeration: EnumModel, to writer: inout SourceWriter) {
    writer.documentation(enumeration.documentation)
    writer.block("public struct \(enumeration.swiftName): OpenEnum") { writer in
      for value in enumeration.values {
        writer.documentation(value.documentation)
        writer.line("public static let \(Names.declared(value.swiftName)) = Self(rawValue: \(value.number))")
      }
      writer.line()
      writer.documentation("Every value that the schema names, in its order.")
      let names = enumeration.values.map { ".\($0.swiftName)" }
      writer.line("public static let allValues: [Self] = [\(names.joined(separator: ", "))]")
      writer.line()
      writer.documentation("The number on the wire.")
      writer.line("public var rawValue: Int32")
      writer.line()
      writer.documentation("The value with this number, whether the schema names it or not.")
      writer.line("public init(rawValue: Int32) { self.rawValue = rawValue }")
      writer.line()
      writer.documentation("The name in the schema; the number where the schema has none.")
      writer.block("public var description: String") { writer in
        writer.block("switch rawValue") { writer in
          for value in enumeration.values { writer.line("case \(value.number): \"\(value.name)\"") }
          writer.line("default: \"\\(rawValue)\"")
        }
      }
    }
    writer.line()
  }
}
