import Testing

@testable import Messages

@Suite("Hostile JSON")
struct JSONHostileTests {
  static let sample = #"""
    { "f0": -12, "f3": "900", "f11": 1.5e-3, "f12": true, "f13": "a\"é\uD83D\uDE00\\", "f14": "SGk=",
      "f15": "DEEP_RED", "child": {"f12": false, "child": {}}, "list0": [1, 2], "children": [{}, {"f13": null}] }
    """#

  @Test("text that is cut short anywhere is malformed")
  func truncated() throws {
    let bytes = Array(Self.sample.utf8)
    #expect(throws: Never.self) { try MessageJSON.decode(utf8: bytes, as: EveryMessage.schema) }
    for count in 0..<bytes.count {
      let error = try #require(throws: JSONError.self) {
        try MessageJSON.decode(utf8: Array(bytes.prefix(count)), as: EveryMessage.schema)
      }
      #expect(error.problem == .malformed, "\(count): \(error)")
    }
  }

  @Test("whatever stands in the place of a byte, there is an answer")
  func replaced() {
    let bytes = Array(Self.sample.utf8)
    for place in bytes.indices {
      for replacement in Array("\"\\{}[],:0e.-+tn u'/\u{0}\u{1F}".utf8) + [0x80, 0xC0, 0xED, 0xF4, 0xFF] {
        var changed = bytes
        changed[place] = replacement
        let result = Result { try MessageJSON.decode(utf8: changed, as: EveryMessage.schema) }
        guard case .success(let message) = result else { continue }
        #expect(throws: Never.self) { try EveryMessage.encode(message) }
      }
    }
  }

  @Test(
    "what only resembles JSON is malformed",
    arguments: [
      "", " ", "{", "}", "{}}", "{} {}", "{},", "{,}", #"{"f0"}"#, #"{"f0":}"#, #"{"f0":1,}"#, #"{"f0":1 "f1":1}"#,
      #"{"f0":01}"#, #"{"f0":+1}"#, #"{"f0":-}"#, #"{"f0":1.}"#, #"{"f0":.5}"#, #"{"f0":1e}"#, #"{"f0":1e+}"#,
      #"{"f0":0x1}"#, #"{"f0":1_000}"#, #"{"f0":--1}"#, #"{"f0":1.2.3}"#, #"{"f0":Infinity}"#, #"{"f0":-Infinity}"#,
      #"{"list0":[1,]}"#, #"{"list0":[,1]}"#, #"{"list0":[1 2]}"#, #"{"list0":[1}"#, #"{"list0":[1]]"#,
      #"{"f12":tru}"#, #"{"f12":True}"#, #"{"f12":truee}"#, #"{"f0":nul}"#, #"{"f0":undefined}"#, #"{f0:1}"#,
      #"{'f0':1}"#, #"{"f13":'a'}"#, #"{"f13":"a}"#, #"{"f13":"\"}"#, #"{"f13":"\u00"}"#, #"{"f13":"\u{41}"}"#,
      #"{/* */"f0":1}"#, "{\"f0\":1 // one\n}", "\u{FEFF}{}", "{\u{A0}}", "{\"f13\":\"\n\"}", "{\u{0}}",
    ])
  func malformed(json: String) throws {
    let error = try #require(throws: JSONError.self) { try EveryMessage.decode(json) }
    #expect(error.problem == .malformed, "\(error)")
  }

  @Test(
    "bytes that are not UTF-8 are refused with their position",
    arguments: [[0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) throws {
    let json = Array("{\n\"f13\":\"é".utf8) + bytes + Array("\"}".utf8)
    let error = try #require(throws: JSONError.self) { try MessageJSON.decode(utf8: json, as: EveryMessage.schema) }
    #expect(error.problem == .malformed)
    #expect(error.position == JSONError.Position(line: 2, column: 9))
  }

  @Test("nesting ends at the limit, and far beyond it")
  func deep() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: #"{"child":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    }
    let limit = JSONReader.depthLimit
    #expect(throws: Never.self) { try EveryMessage.decode(nested(limit - 1)) }
    for json in [nested(limit), nested(200_000), String(repeating: #"{"children":["#, count: 200_000)] {
      let error = try #require(throws: JSONError.self) { try EveryMessage.decode(json) }
      #expect(error.problem == .tooDeep)
    }
    for opening in ["[", "{", "{\"a\":", #"{"list0":["#, #"{"f0":["#] {
      #expect(throws: JSONError.self) { try EveryMessage.decode(String(repeating: opening, count: 100_000)) }
    }
  }

  @Test("numbers of a million digits have an answer")
  func huge() throws {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(try EveryMessage.decode("{\"f0\":0.\(zeros)1e1000001}").hexadecimal == "0801")
    #expect(try EveryMessage.decode("{\"f0\":7\(zeros)e-1000000}").hexadecimal == "0807")
    #expect(try EveryMessage.decode("{\"f11\":\"1.\(zeros)\"}").hexadecimal == "61000000000000f03f")
    for json in ["{\"f0\":1\(zeros)}", "{\"f11\":1\(zeros)}", "{\"f8\":1e\(zeros)9\(zeros)}"] {
      let error = try #require(throws: JSONError.self) { try EveryMessage.decode(json) }
      #expect(error.problem == .outOfRange)
      #expect(error.message.utf8.count < 300, "an error must not repeat the number")
    }
  }

  @Test("names and words of any length and content are named in short")
  func longNames() throws {
    let name = String(repeating: "\\u001b", count: 100_000)
    let error = try #require(throws: JSONError.self) { try EveryMessage.decode("{\"\(name)\":1}") }
    #expect(error.problem == .unknownField)
    #expect(error.message.utf8.count < 1000)
    #expect(!error.message.unicodeScalars.contains("\u{1B}"), "a terminal must not be steered by it")
  }

  @Test("damaged messages encode or are refused")
  func damagedMessages() throws {
    let bytes = try EveryMessage.decode(Self.sample)
    for place in bytes.indices {
      _ = try? EveryMessage.encode(Array(bytes.prefix(place)))
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        do throws(JSONError) {
          let json = try EveryMessage.encode(changed)
          #expect(throws: Never.self) { try EveryMessage.decode(json) }
        } catch {
          #expect(error.problem == .badMessage || error.problem == .tooLarge)
        }
      }
    }
  }
}
