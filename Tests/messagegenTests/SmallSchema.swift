import SwiftProtobuf
import Testing

@testable import messagegen

/// A schema of one file that has one of everything, sound or with one fault.
struct SmallSchema {
  private var file: Google_Protobuf_FileDescriptorProto

  /// Something that a schema must not have, and what is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    /// Where the error points.
    let place: String
    /// Words that it says.
    let words: String
    let change: @Sendable (inout Google_Protobuf_FileDescriptorProto) -> Void

    init(
      _ place: String, _ words: String,
      _ change: @escaping @Sendable (inout Google_Protobuf_FileDescriptorProto) -> Void
    ) {
      self.place = place
      self.words = words
      self.change = change
    }

    var testDescription: String { "\(place): \(words)" }
  }

  /// Every fault that the reader knows.
  static let faults: [Fault] = [
    Fault("holdfast/v1/finder.proto", "proto3") { $0.syntax = "proto2" },
    Fault("holdfast.v1.FindRequest.depth", "oneof optional_depth") { $0.messageType[0].field[3].proto3Optional = true },
    Fault("holdfast.v1.FindRequest", "maps") { $0.messageType[0].options.mapEntry = true },
    Fault("holdfast.v1.FindRequest.product_ids", "groups") { $0.messageType[0].field[0].type = .group },
    Fault("holdfast.v1.FindRequest.product_ids", "double") { $0.messageType[0].field[0].type = .float },
    Fault("holdfast.v1.FindRequest.product_ids", "int64") { $0.messageType[0].field[0].type = .fixed64 },
    Fault("holdfast.v1.FindRequest.product_ids", "repeated bool or bytes") { $0.messageType[0].field[0].type = .bytes },
    Fault("holdfast.v1.FindResponse", "recursion") {
      $0.messageType[1].field[0].typeName = ".holdfast.v1.FindResponse"
    },
    Fault("holdfast.v1.FindRequest", "comment") { $0.sourceCodeInfo.location.removeFirst() },
    Fault("holdfast.v1.State.IN_USE", "begin with the enum's name") { $0.enumType[0].value[1].name = "IN_USE" },
    Fault("holdfast.v1.State", "same number") { $0.enumType[0].options.allowAlias = true },
    Fault("holdfast.v1.Finder", "must end with `Service`") { $0.service[0].name = "Finder" },
    Fault("holdfast.v1.FinderService/Find", "streams from the client") {
      $0.service[0].method[0].clientStreaming = true
    },
    Fault("holdfast.v1.FinderService/Find", "option (kind)") {
      $0.service[0].method[0].options = Google_Protobuf_MethodOptions()
    },
    Fault("holdfast.v1.FinderService/Find", "not a message of this package") {
      $0.service[0].method[0].outputType = ".google.protobuf.Empty"
    },
  ]

  init(_ fault: Fault? = nil) throws {
    file = try Google_Protobuf_FileDescriptorProto(textFormatString: Self.text)
    // What `option (kind) = …; option (role) = …;` becomes where the options' own file is not built in.
    file.service[0].method[0].options = try Google_Protobuf_MethodOptions(
      serializedBytes: [0x88, 0xB5, 0x18, 1, 0x90, 0xB5, 0x18, 1])
    fault?.change(&file)
  }

  func read() throws -> Schema {
    var set = Google_Protobuf_FileDescriptorSet()
    set.file = [file]
    return try SchemaReader.read(set, package: "holdfast.v1")
  }

  private static let text = #"""
    name: "holdfast/v1/finder.proto" package: "holdfast.v1" syntax: "proto3"
    message_type {
      name: "FindRequest"
      field { name: "product_ids" number: 1 label: LABEL_REPEATED type: TYPE_STRING }
      field { name: "code" number: 2 label: LABEL_OPTIONAL type: TYPE_STRING oneof_index: 0 }
      field { name: "state" number: 3 label: LABEL_OPTIONAL type: TYPE_ENUM type_name: ".holdfast.v1.State" oneof_index: 0 }
      field { name: "depth" number: 4 label: LABEL_OPTIONAL type: TYPE_INT64 oneof_index: 1 }
      oneof_decl { name: "by" }
      oneof_decl { name: "optional_depth" }
    }
    message_type {
      name: "FindResponse"
      field { name: "request" number: 1 label: LABEL_OPTIONAL type: TYPE_MESSAGE type_name: ".holdfast.v1.FindRequest" }
    }
    enum_type {
      name: "State"
      value { name: "STATE_UNSPECIFIED" number: 0 }
      value { name: "STATE_IN_USE" number: 1 }
    }
    enum_type {
      name: "Role"
      value { name: "ROLE_UNSPECIFIED" number: 0 }
      value { name: "ROLE_READER" number: 1 }
    }
    service {
      name: "FinderService"
      method { name: "Find" input_type: ".holdfast.v1.FindRequest" output_type: ".holdfast.v1.FindResponse" }
    }
    extension {
      name: "kind" number: 50001 label: LABEL_OPTIONAL type: TYPE_INT32 extendee: ".google.protobuf.MethodOptions"
    }
    extension {
      name: "role" number: 50002 label: LABEL_OPTIONAL type: TYPE_INT32 extendee: ".google.protobuf.MethodOptions"
    }
    source_code_info {
      location { path: [4, 0] leading_comments: " Asks.\n\n In two paragraphs.\n" }
      location { path: [4, 0, 2, 0] leading_comments: " Products.\n" }
      location { path: [4, 0, 2, 1] leading_comments: " Code.\n" }
      location { path: [4, 0, 2, 2] leading_comments: " State.\n" }
      location { path: [4, 0, 2, 3] leading_comments: " Depth.\n" }
      location { path: [4, 1] leading_comments: " Answers.\n" }
      location { path: [4, 1, 2, 0] leading_comments: " The request.\n" }
      location { path: [5, 0] leading_comments: " State.\n" }
      location { path: [5, 0, 2, 0] leading_comments: " Not said.\n" }
      location { path: [5, 0, 2, 1] leading_comments: " In use.\n" }
      location { path: [5, 1] leading_comments: " Role.\n" }
      location { path: [5, 1, 2, 0] leading_comments: " None.\n" }
      location { path: [5, 1, 2, 1] leading_comments: " Reads.\n" }
      location { path: [6, 0] leading_comments: " Finds.\n" }
      location { path: [6, 0, 2, 0] leading_comments: " Finds it.\n" }
    }
    """#
}
