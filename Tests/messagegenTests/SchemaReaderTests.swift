import SwiftProtobuf
import Testing

@testable import messagegen

@Suite("Reading a schema")
struct SchemaReaderTests {
  @Test("takes names, members, comments and options as they are meant")
  func reading() throws {
    let schema = try SmallSchema().read()
    let request = try #require(schema.messages.first)
    #expect(request.fullName == "holdfast.v1.FindRequest")
    #expect(request.documentation == "Asks.\n\nIn two paragraphs.")
    #expect(request.members.map(\.swiftName) == ["productIDs", "by", "depth"])
    #expect(request.members.map(\.typeName) == ["[String]", "By?", "Int64?"])
    #expect(schema.enums.first?.values.map(\.swiftName) == ["unspecified", "inUse"])
    let method = try #require(schema.methods.first)
    #expect(method.fullName == "holdfast.v1.FinderService/Find")
    #expect(method.caseName == "finderServiceFind")
    #expect(method.kind == .query)
    #expect(method.role == "reader")
  }

  @Test(
    "refuses what the generated code cannot express, and says where and what to write", arguments: SmallSchema.faults)
  func refusals(_ fault: SmallSchema.Fault) {
    let error = #expect(throws: SchemaError.self) { try SmallSchema(fault).read() }
    #expect(error?.place == fault.place)
    #expect(error?.problem.contains(fault.words) == true, "\(String(describing: error))")
  }
}

@Suite("Writing Swift")
struct EmitterTests {
  @Test("gives the same text every time, whatever the order of the files")
  func deterministic() throws {
    let schema = try SmallSchema().read()
    let again = try SmallSchema().read()
    #expect(MessageEmitter.source(of: schema.files[0]) == MessageEmitter.source(of: again.files[0]))
    #expect(try MethodsEmitter.source(of: schema) == MethodsEmitter.source(of: again))
    #expect(DispatchEmitter.source(of: schema) == DispatchEmitter.source(of: again))
  }

  @Test("names properties, types and C members by the rules")
  func names() {
    #expect(Names.property("product_id") == "productID")
    #expect(Names.property("reservation_ids") == "reservationIDs")
    #expect(Names.property("id") == "id")
    #expect(Names.property("per_unit_km_micros") == "perUnitKmMicros")
    #expect(Names.enumValue("RESERVE_MODE_ALL_OR_NOTHING", of: "ReserveMode") == "allOrNothing")
    #expect(Names.enumValue("MODE_ALL", of: "ReserveMode") == nil)
    #expect(Names.cType("holdfast.v1.GetStockRequest") == "Holdfast__V1__GetStockRequest")
    #expect(Names.cPrefix("holdfast.v1.GetStockRequest") == "holdfast__v1__get_stock_request")
    #expect(Names.cMember("default") == "default_")
    #expect(Names.declared("return") == "`return`")
  }

  @Test("keeps the lines of comments where they fit, and fills them anew where not")
  func comments() {
    var writer = SourceWriter(from: "nothing")
    let long = String(repeating: "word ", count: 30).dropLast()
    writer.documentation("a =\n  b\n\n\(long)")
    let lines = writer.text.split(separator: "\n")
    #expect(lines[1...3] == ["/// a =", "///   b", "///"])
    #expect(lines.allSatisfy { $0.count <= 120 })
    #expect(lines[4...].map { $0.dropFirst(4) }.joined(separator: " ") == long)
  }

  @Test("gives every name a slot of its own")
  func hash() throws {
    let names = (0..<200).map { "holdfast.v1.SomeService/Method\($0)" }
    let hash = try NameHash.search(names)
    #expect(Set(names.map(hash.slot)).count == names.count)
    #expect(names.allSatisfy { hash.slot(of: $0) < 1 << UInt64(hash.bits) })
    #expect(throws: SchemaError.self) { try NameHash.search(["a/b"]) }
  }
}
