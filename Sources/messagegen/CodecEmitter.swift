/// Writes the bridge between a message and the struct that `protoc-c` made for it.
struct CodecEmitter {
  static func write(_ message: MessageModel, to writer: inout SourceWriter) {
    let prefix = Names.cPrefix(message.fullName)
    let type = Names.cType(message.fullName)
    writer.block("extension \(message.swiftPath): MessageCodec") { writer in
      writer.line("package static var structSize: Int { unsafe MemoryLayout<\(type)>.size }")
      writer.line()
      writer.block("package static func initialize(_ target: UnsafeMutableRawPointer)") { writer in
        writer.line("unsafe \(prefix)__init(target.assumingMemoryBound(to: \(type).self))")
      }
      writer.line()
      writer.line("package static func unpack(")
      writer.line("  _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>")
      writer.block(") -> UnsafeRawPointer?") { writer in
        let start = "bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)"
        writer.line("unsafe UnsafeRawPointer(\(prefix)__unpack(allocator, bytes.count, \(start)))")
      }
      writer.line()
      let isEmpty = message.members.isEmpty
      writer.block(
        "package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError)"
      ) { writer in
        if !isEmpty { writer.line("let source = unsafe source.assumingMemoryBound(to: \(type).self)") }
        for member in message.members { writeCopy(of: member, to: &writer) }
      }
      writer.line()
      writer.block(
        "package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError)"
      ) { writer in
        if !isEmpty { writer.line("let target = unsafe target.assumingMemoryBound(to: \(type).self)") }
        for member in message.members { writeFill(of: member, to: &writer) }
      }
    }
    writer.line()
  }

  private static func writeCopy(of member: Member, to writer: inout SourceWriter) {
    switch member {
    case .field(let field):
      writer.line("self.\(field.swiftName) = \(copied(field))")
    case .optional(let oneof, let field):
      writer.block("if unsafe source.pointee.\(oneof)_case.rawValue == \(field.number)") { writer in
        writer.line("self.\(field.swiftName) = \(copied(field))")
      }
    case .choice(let choice):
      writer.block("switch unsafe source.pointee.\(choice.name)_case.rawValue") { writer in
        for field in choice.fields {
          // A chosen message is always there; an empty one stands in so that nothing needs to be unwrapped.
          let absent = if case .message(let path) = field.type { " ?? \(path)()" } else { "" }
          writer.line("case \(field.number):")
          writer.line("  let value = \(copied(field))\(absent)")
          writer.line("  self.\(choice.swiftName) = .\(field.swiftName)(value)")
        }
        writer.line("default: break")
      }
    }
  }

  /// The expression that copies a field's value out of the C struct.
  private static func copied(_ field: Field) -> String {
    let slot = "source.pointee.\(Names.cMember(field.name))"
    if field.isRepeated {
      let arguments = "\(slot), source.pointee.n_\(Names.cMember(field.name)), \"\(field.name)\""
      return switch field.type {
      case .string: "try unsafe arena.strings(\(arguments))"
      case .message: "try unsafe arena.messages(\(arguments))"
      case .enumeration: "unsafe arena.values(\(slot), source.pointee.n_\(Names.cMember(field.name)))"
      default: "unsafe arena.numbers(\(slot), source.pointee.n_\(Names.cMember(field.name)))"
      }
    }
    return switch field.type {
    case .string: "try unsafe arena.string(\(slot), \"\(field.name)\")"
    case .bytes: "unsafe arena.bytes(\(slot))"
    case .message: "try unsafe arena.message(\(slot), \"\(field.name)\")"
    case .bool: "unsafe \(slot) != 0"
    case .enumeration(let path, false): "unsafe \(path)(rawValue: Int32(bitPattern: \(slot).rawValue))"
    case .enumeration(let path, true): "unsafe \(path)(rawValue: \(slot).rawValue)"
    case .int32, .int64, .uint32, .uint64, .double: "unsafe \(slot)"
    }
  }

  private static func writeFill(of member: Member, to writer: inout SourceWriter) {
    switch member {
    case .field(let field) where field.isRepeated:
      let slot = "target.pointee.\(Names.cMember(field.name))"
      let count = "target.pointee.n_\(Names.cMember(field.name))"
      writer.line("unsafe \(count) = \(field.swiftName).count")
      switch field.type {
      case .string, .message:
        writer.line("unsafe \(slot) = try arena.place(\(field.swiftName), \"\(field.name)\")")
      default:
        writer.line("unsafe \(slot) = try arena.place(\(field.swiftName))")
      }
    case .field(let field):
      switch field.type {
      case .string:
        writer.block("if !\(field.swiftName).isEmpty") { writer in
          writer.line(filled(field, with: field.swiftName))
        }
      case .message:
        writer.block("if let \(field.swiftName)") { writer in
          writer.line(filled(field, with: field.swiftName))
        }
      default:
        writer.line(filled(field, with: field.swiftName))
      }
    case .optional(let oneof, let field):
      writer.block("if let \(Names.declared(field.swiftName))") { writer in
        writer.line("unsafe target.pointee.\(oneof)_case = .init(rawValue: \(field.number))")
        writer.line(filled(field, with: field.swiftName))
      }
    case .choice(let choice):
      writer.block("switch \(choice.swiftName)") { writer in
        for field in choice.fields {
          writer.line("case .\(field.swiftName)(let value):")
          writer.line("  unsafe target.pointee.\(choice.name)_case = .init(rawValue: \(field.number))")
          writer.line("  " + filled(field, with: "value"))
        }
        writer.line("case nil: break")
      }
    }
  }

  /// The statement that puts a value into the C struct.
  private static func filled(_ field: Field, with value: String) -> String {
    let slot = "unsafe target.pointee.\(Names.cMember(field.name))"
    return switch field.type {
    case .string, .message: "\(slot) = try arena.place(\(value), \"\(field.name)\")"
    case .bytes: "\(slot) = try arena.place(\(value))"
    case .bool: "\(slot) = \(value) ? 1 : 0"
    case .enumeration(_, false): "\(slot) = .init(rawValue: UInt32(bitPattern: \(value).rawValue))"
    case .enumeration(_, true): "\(slot) = .init(rawValue: \(value).rawValue)"
    case .int32, .int64, .uint32, .uint64, .double: "\(slot) = \(value)"
    }
  }
}
