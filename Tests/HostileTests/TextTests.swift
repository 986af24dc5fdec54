import Messages
import Support
import Testing

/// Every string field of every request, found by the schema.
@Suite("Text that is none") struct TextTests {
  /// Texts for people: they may hold what an identifier may not.
  private static let forPeople: Set<String> = [
    "reason", "value", "street", "city", "state", "postal_code", "country", "note", "resolution", "discrepancy_reason",
    "principal",
  ]

  private static func isForPeople(_ site: Site) -> Bool {
    forPeople.contains(site.field.name)
      || site.field.name == "name" && (site.name.hasPrefix("product.") || site.method == .channelServicePutChannel)
  }

  /// ImportStock answers for each row: what is wrong with one is said there, by the names of a file's columns.
  private func complaints(_ answer: CallClient.Answer, _ site: Site) throws -> [String] {
    guard site.method == .stockServiceImportStock, answer.code == .ok else { return answer.wrongFields }
    let columns = [
      "SKU": "sku", "ProductID": "product_id", "VariantID": "variant_id", "WarehouseCode": "warehouse_code",
    ]
    return try answer.decode(ImportStockResponse.self).errors.map { "rows[0].\(columns[$0.field] ?? $0.field)" }
  }

  @Test(
    "bad UTF-8 and NULs are INVALID_ARGUMENT that names the field, in every string of every request",
    arguments: [
      ("a lone continuation", [0x61, 0x80]), ("a cut character", [0x61, 0xE2, 0x82]),
      ("an overlong slash", [0xC0, 0xAF]),
      ("a surrogate", [0xED, 0xA0, 0x80]), ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("0xFF", [0xFF]),
      ("a NUL", [0]), ("a hidden rest", [0x50, 0x31, 0, 0x61]), ("a NUL and bad UTF-8", [0x50, 0, 0xFF]),
    ] as [(String, [UInt8])])
  func undecodable(_ name: String, _ bytes: [UInt8]) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let before = try World.status(client).sequence
    let sites = Site.of("string")
    #expect(sites.count > 80)
    for site in sites {
      let answer = try client.call(site.method, raw: shape.request(site, with: .bytes(bytes)))
      #expect(answer.code == .invalidArgument, "\(site), \(name): \(answer.summary)")
      #expect(answer.wrongFields == [site.name], "\(site), \(name): \(answer.summary)")
      #expect(answer.response.isEmpty)
    }
    #expect(try World.status(client).sequence == before, "nothing was taken")
  }

  @Test(
    "control characters are refused by name in every identifier, and harm nothing in texts for people",
    arguments: ["a\u{1}b", "a\nb", "a\r\nlevel=error", "\u{1B}[31m", "a\u{7F}", "a\u{85}b", "\t"])
  func controlCharacters(_ text: String) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    for site in Site.of("string") {
      let answer = try client.call(site.method, raw: shape.request(site, with: .text(text)))
      #expect(!answer.isFault, "\(site): \(answer.summary)")
      guard !Self.isForPeople(site) else { continue }
      #expect(try complaints(answer, site).contains(site.name), "\(site): \(answer.summary)")
    }
    #expect(try World.level(client).onHand <= World.onHand)
    #expect(try World.status(client).acceptsCommands)
  }

  @Test(
    "a text of one byte too many is refused by name, and one of a MiB is not sent back",
    arguments: [129, 1025, 1 << 20])
  func tooLong(_ count: Int) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let text = again([UInt8]("é".utf8), upTo: count) + (count % 2 == 0 ? [] : [UInt8(ascii: "x")])
    for site in Site.of("string") {
      guard count > 1024 || !Self.isForPeople(site) else { continue }
      let answer = try client.call(site.method, raw: shape.request(site, with: .bytes(text)))
      let complaints = try complaints(answer, site)
      #expect(
        answer.code == .invalidArgument || answer.code == .ok && !complaints.isEmpty, "\(site): \(answer.summary)")
      #expect(complaints.contains(site.name), "\(site): \(answer.summary)")
      #expect(answer.byteCount < 8192, "\(site): an answer of \(answer.byteCount) bytes")
    }
    #expect(try World.level(client).onHand == World.onHand)
  }

  @Test("page tokens that no list gave are refused by name")
  func pageTokens() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let sites = Site.of("string").filter { $0.field.name == "page_token" }
    #expect(sites.count >= 4)
    let tokens = ["0", "zz", "ABCD", " ", "../../etc/passwd", "%00", String(repeating: "f", count: 1024), "ПП"]
    for site in sites {
      for token in tokens {
        let answer = try client.call(site.method, raw: shape.request(site, with: .text(token)))
        #expect(answer.wrongFields == ["page_token"], "\(site) \(token): \(answer.summary)")
      }
      // Well-formed ones that somebody made up lead to some page or to none.
      for token in ["00", "ff", "5031", "503100", "50310000", String(repeating: "ff", count: 511)] {
        let answer = try client.call(site.method, raw: shape.request(site, with: .text(token)))
        #expect(!answer.isFault, "\(site) \(token): \(answer.summary)")
      }
    }
  }
}
