import Testing

@testable import Messages

@Suite("Messages to JSON")
struct JSONEncodingTests {
  @Test(
    "every type is written by the rules of proto3 JSON",
    arguments: [
      ("", "{}"),
      ("08ffffffffffffffffff01", #"{"f0":-1}"#),
      ("1001", #"{"f1":-1}"#),
      ("1dfeffffff", #"{"f2":-2}"#),
      ("20ffffffffffffffff7f", #"{"f3":"9223372036854775807"}"#),
      ("2801", #"{"f4":"-1"}"#),
      ("31feffffffffffffff", #"{"f5":"-2"}"#),
      ("38ffffffff0f", #"{"f6":4294967295}"#),
      ("4501000000", #"{"f7":1}"#),
      ("48ffffffffffffffffff01", #"{"f8":"18446744073709551615"}"#),
      ("510201000000000000", #"{"f9":"258"}"#),
      ("5dcdcccc3d", #"{"f10":0.1}"#),
      ("5dffff7f7f", #"{"f10":3.4028235e+38}"#),
      ("619a9999999999b93f", #"{"f11":0.1}"#),
      ("61000000000000f03f", #"{"f11":1}"#),
      ("610100000000000000", #"{"f11":5e-324}"#),
      ("610000000000000080", #"{"f11":-0.0}"#),
      ("61000000000000f87f", #"{"f11":"NaN"}"#),
      ("61000000000000f0ff", #"{"f11":"-Infinity"}"#),
      ("6801", #"{"f12":true}"#),
      ("7203610062", #"{"f13":"a\u0000b"}"#),
      ("720122", #"{"f13":"\""}"#),
      ("720a" + "5c2f080c0a0d091f7f20", #"{"f13":"\\/\b\f\n\r\t\u001f\u007f "}"#),
      ("7208" + "c29b" + "e280a8" + "e280a9", "{\"f13\":\"\\u009b\u{2028}\u{2029}\"}"),
      ("7a0100", #"{"f14":"AA=="}"#),
      ("7a03fbffbf", #"{"f14":"+/+/"}"#),
      ("7a024869", #"{"f14":"SGk="}"#),
      ("8001fbffffffffffffffff01", #"{"f15":"COLOUR_BELOW"}"#),
      ("80014d", #"{"f15":77}"#),
      ("8a0100", #"{"child":{}}"#),
      ("8a01038a0100", #"{"child":{"child":{}}}"#),
      ("aa0103000102", #"{"list0":[0,1,2]}"#),
      ("a801" + "01" + "a801" + "02", #"{"list0":[1,2]}"#),
      ("92020092020161", #"{"list13":["","a"]}"#),
      ("9a02009a020100", #"{"list14":["","AA=="]}"#),
      ("8a02020100", #"{"list12":[true,false]}"#),
      ("aa0200aa02020801", #"{"children":[{},{"f0":1}]}"#),
      // Fields of newer versions are passed over; of a field given twice the last one holds.
      ("9206017a0801", #"{"f0":1}"#),
      ("08010802", #"{"f0":2}"#),
    ])
  func table(hexadecimal: String, json: String) throws {
    #expect(try EveryMessage.encode([UInt8](hexadecimal: hexadecimal)) == json)
  }

  @Test("defaults are written on demand, absent messages and unset oneofs never")
  func defaults() throws {
    let json = try MessageJSON.encode([], as: "holdfast.v1.ReserveRequest", emitDefaults: true)
    #expect(
      json == #"{"items":[],"channelId":"","mode":"RESERVE_MODE_UNSPECIFIED","existing":"EXISTING_HOLDS_UNSPECIFIED","#
        + #""strategy":"SPLIT_STRATEGY_UNSPECIFIED","pickupWarehouseId":""}"#)
    #expect(try MessageJSON.encode([0x28, 0], as: "holdfast.v1.ReserveRequest") == #"{"timeToLiveSeconds":0}"#)
    let every = try EveryMessage.encode([], emitDefaults: true)
    #expect(every.hasPrefix(#"{"f0":0,"f1":0,"f2":0,"f3":"0","f4":"0","f5":"0","f6":0"#))
    #expect(every.contains(#""f10":0,"f11":0,"f12":false,"f13":"","f14":"","f15":"COLOUR_UNSPECIFIED","list0":[]"#))
  }

  @Test("64-bit integers may be written as numbers")
  func numbers() throws {
    let bytes = [UInt8](hexadecimal: "20ffffffffffffffff7f48ffffffffffffffffff01")
    #expect(
      try EveryMessage.encode(bytes, numbersAsText: false) == #"{"f3":9223372036854775807,"f8":18446744073709551615}"#)
  }

  @Test("pretty JSON is indented by two spaces")
  func pretty() throws {
    let json = try MessageJSON.decode(
      json: #"{"items":[{"productId":"P","quantity":1},{}],"reference":{}}"#, as: "holdfast.v1.ReserveRequest")
    #expect(
      try MessageJSON.encode(json, as: "holdfast.v1.ReserveRequest", style: .pretty) == """
        {
          "reference": {},
          "items": [
            {
              "productId": "P",
              "quantity": "1"
            },
            {}
          ]
        }
        """)
    #expect(
      try MessageJSON.encode([], as: "holdfast.v1.BatchGetStockRequest", style: .pretty, emitDefaults: true) == """
        {
          "keys": []
        }
        """)
  }

  @Test("a string that is not UTF-8 is an error with its path")
  func notUTF8() throws {
    let error = try #require(throws: JSONError.self) { try EveryMessage.encode([UInt8](hexadecimal: "aa02037201ff")) }
    #expect(error == JSONError(problem: .badMessage, path: "children[0].f_13", position: nil, message: error.message))
  }

  @Test("bytes that are no message are an error")
  func damaged() throws {
    for bytes: [UInt8] in [[0x0A], [0x0A, 5, 1], [0x07, 1], [0x80], [0x00, 0x00]] {
      let error = try #require(throws: JSONError.self) { try MessageJSON.encode(bytes, as: "holdfast.v1.StockLevel") }
      #expect(error.problem == .badMessage)
    }
  }

  @Test("what would unpack to more than the limit is refused")
  func tooLarge() throws {
    // Two bytes each, and the size of a whole structure each once unpacked.
    let bytes = [[UInt8]](repeating: [0x0A, 0], count: 10_000).flatMap(\.self)
    let error = try #require(throws: JSONError.self) {
      try MessageJSON.encode(bytes, as: "holdfast.v1.BatchGetStockRequest", memoryLimit: 100_000)
    }
    #expect(error.problem == .tooLarge)
    #expect(try MessageJSON.encode(bytes, as: "holdfast.v1.BatchGetStockRequest").utf8.count == 30_010)
  }
}
