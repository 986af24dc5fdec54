import Foundation
import Testing

extension EndToEnd {
  @Suite("Exporting stock and importing it again") struct ToolExportTests {
    /// Names that a spreadsheet, a CSV reader or a shell could take for something else.
    private static let names = [
      "=cmd|'/C calc'!A0", "+1", "-1", "@A1", "'x", "'=x", " x", "x ", "a,b", "a\"b", "＝1", "é", "e\u{301}", "=\u{301}",
      "007",
    ]

    private func json(_ object: Any) throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    @Test(
      "an export that is imported again changes nothing, whatever products are called, and makes the same file anew")
    func roundTrip() async throws {
      let daemon = try Daemon(["--config=certs/dev/holdfast.json"])
      var holdfast = Tool(directory: daemon.directory)
      #expect(try await holdfast("certs", "init").status == 0)
      try await daemon.start()
      holdfast.options = ["--server", "127.0.0.1:\(daemon.port)", "--identity", "admin"]

      let empty = try await holdfast("stock", "export")
      #expect(empty.status == 0 && empty.output.split(separator: "\r\n").count == 1)

      for (place, code) in ["W-1", "=W", "' W"].enumerated() {
        let warehouse = ["warehouseId": "ID-\(place)", "code": code, "name": code]
        let made = try await holdfast("call", "CreateWarehouse", json(["warehouse": warehouse]))
        #expect(made.status == 0, "\(made.errors)")
      }
      var settings: [[String: Any]] = []
      for (index, name) in Self.names.enumerated() {
        let product: [String: Any] = [
          "productId": name, "name": name + "\r\n\"=\(name)\t", "sku": "S" + name,
          "variants": [["variantId": name, "name": name, "sku": name]],
        ]
        let made = try await holdfast("call", "PutProduct", json(["product": product]))
        #expect(made.status == 0, "\(made.errors)")
        for variant in ["", name] {
          settings += (0..<3).map { place in
            [
              "productId": name, "variantId": variant, "warehouseId": "ID-\(place)", "onHand": 10 + index * place,
              "safetyStock": index, "reorderPoint": place,
            ]
          }
        }
      }
      #expect(try await holdfast("call", "SetStock", json(["settings": settings])).status == 0)
      #expect(try await holdfast("reserve", "--order", "O-1", "--item", "007x4").status == 0)

      let exported = try await holdfast("stock", "export", "stock.csv", "--json")
      #expect(exported.status == 0, "\(exported.errors)")
      #expect(try exported.number("rows") == Int64(settings.count))
      #expect(try exported.number("sequence") > 0)
      let again = try await holdfast("stock", "export", "stock.csv")
      #expect(again.status == 4 && again.errors.contains("--force"))

      let imported = try await holdfast("stock", "import", "stock.csv", "--json")
      #expect(imported.status == 0, "\(imported.errors)")
      #expect(try imported.number("changed") == 0)
      #expect(try imported.number("unchanged") == Int64(settings.count))
      let printed = try await holdfast("stock", "export", "--quiet")
      let file = URL(fileURLWithPath: daemon.directory).appendingPathComponent("stock.csv")
      #expect(try Data(contentsOf: file) == Data(printed.output.utf8))
      #expect(printed.output.contains("'=cmd|"))

      let part = try await holdfast("stock", "export", "part.csv", "--warehouse", "ID-1", "--product", "007", "--json")
      #expect(try part.number("rows") == 2)
      let unknown = try await holdfast("stock", "export", "none.csv", "--product", "nothing")
      #expect(unknown.status == 3)
      let files = try FileManager.default.contentsOfDirectory(atPath: daemon.directory)
      #expect(!files.contains { $0.hasPrefix("none.csv") }, "a file of an export that failed stays behind")

      #expect(await daemon.terminate() == 0)
    }
  }
}
