import Foundation
import Messages
import Testing
import Wire

/// The page about the wire protocol shows one call byte by byte: these must be the bytes that the code writes.
@Suite("The frames on the page about the wire protocol")
struct DocumentedFramesTests {
  let arena = MessageArena()

  @Test("the call is what the code writes")
  func call() throws {
    let request = GetStockRequest(productID: "P-1001", warehouseID: "DC-001")
    let bytes = try request.encoded(in: arena)
    let written = Frames.written { output in
      unsafe CallFrame.write(
        callID: 7, method: Method.stockServiceGetStock.info.name, timeoutMs: 250, traceID: "4bf92f35",
        requestSize: bytes.count, into: &output, pack: copy(bytes))
    }
    #expect(try written == shown("call"))
  }

  @Test("the reply is what the code writes")
  func reply() throws {
    let level = StockLevel(
      productID: "P-1001", warehouseID: "DC-001", onHand: 120, reserved: 7, quarantined: 2, available: 111,
      safetyStock: 10, reorderPoint: 20, reorderQuantity: 100, version: 42, updatedAt: 1_795_580_400_000_000)
    let bytes = try level.encoded(in: arena)
    let written = Frames.written { output in
      unsafe ReplyFrame.write(
        callID: 7, sequence: 5038, responseSize: bytes.count, into: &output, pack: copy(bytes))
    }
    #expect(try written == shown("reply"))
  }

  private func copy(_ bytes: [UInt8]) -> (UnsafeMutableRawPointer) -> Void {
    { target in unsafe UnsafeMutableRawBufferPointer(start: target, count: bytes.count).copyBytes(from: bytes) }
  }

  /// The bytes of the page's block with this name: what stands before the first wide gap of each line.
  private func shown(_ block: String) throws -> [UInt8] {
    let page = URL(filePath: #filePath).appending(path: "../../../Sources/Wire/Wire.docc/WireProtocol.md").standardized
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "```hex \(block)"))
    let end = try #require(lines[start...].firstIndex(of: "```"))
    var bytes: [UInt8] = []
    for line in lines[start + 1..<end] {
      let text = line.trimmingCharacters(in: .whitespaces)
      let dump = text.range(of: "   ").map { text[..<$0.lowerBound] } ?? text[...]
      for pair in dump.split(separator: " ") { bytes.append(try #require(UInt8(pair, radix: 16))) }
    }
    return bytes
  }
}
