internal import Foundation
internal import SwiftProtobuf

/// Reads the descriptor set in the first argument and writes Swift into the directories that follow: of Messages, of
/// HoldfastClient, and of the tests of Messages.
func run(_ arguments: [String]) throws {
  guard arguments.count == 4 else {
    throw SchemaError(
      place: "usage", problem: "messagegen DESCRIPTOR_SET MESSAGES_DIRECTORY CLIENT_DIRECTORY TESTS_DIRECTORY")
  }
  let bytes = try Data(contentsOf: URL(filePath: arguments[0]))
  let schema = try SchemaReader.read(
    Google_Protobuf_FileDescriptorSet(serializedBytes: bytes), package: "holdfast.v1")
  func write(_ source: String, _ directory: String, _ name: String) throws {
    let folder = URL(filePath: directory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(source.utf8).write(to: folder.appending(path: name + ".swift"))
  }
  for file in schema.files where !(file.messages.isEmpty && file.enums.isEmpty) {
    try write(MessageEmitter.source(of: file), arguments[1], file.swiftName)
  }
  try write(MethodsEmitter.source(of: schema), arguments[1], "Methods")
  try write(DispatchEmitter.source(of: schema), arguments[1], "Dispatch")
  try write(RegistryEmitter.source(of: schema), arguments[1], "Registry")
  try write(StubsEmitter.source(of: schema), arguments[2], "Stubs")
  try write(FieldTableEmitter.source(of: schema), arguments[3], "FieldTable")
  try write(HandlersEmitter.source(of: schema), arguments[3], "RefusingHandlers")
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("messagegen: \(error)\n".utf8))
  exit(1)
}
