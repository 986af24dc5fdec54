internal import Messages

/// What there is in the schema, by the names that people type.
enum Schema {
  /// The package of every name.
  static let package = "holdfast.v1."

  /// The rpc of that name: `StockService/GetStock`, with the package or without, or `GetStock` alone where that is enough.
  ///
  /// - Throws: ``ToolFailure`` that says what is near.
  static func method(_ name: String) throws -> Method {
    if let method = methods(named: name).first { return method }
    let near = MessageRegistry.nearest(
      to: name, among: Method.allCases.flatMap { [shortName($0.info.name), $0.info.rpc] })
    throw ToolFailure(
      .usage, "there is no rpc \"\(name)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
      advice: "`holdfast list` names them all.")
  }

  /// The rpcs of that name, in any case.
  static func methods(named name: String) -> [Method] {
    let wanted = shortName(name).lowercased()
    return Method.allCases.filter { method in
      let info = method.info
      return shortName(info.name).lowercased() == wanted || info.rpc.lowercased() == wanted
    }
  }

  /// Full names of all services, in their order.
  static var services: [String] {
    var services: [String] = []
    for method in Method.allCases where !services.contains(method.info.service) { services.append(method.info.service) }
    return services
  }

  /// A name without the package.
  static func shortName(_ name: String) -> String {
    name.hasPrefix(package) ? String(name.dropFirst(package.count)) : name
  }

  /// The first sentence of a comment.
  static func firstSentence(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    var index = line.startIndex
    while let stop = line[index...].firstIndex(where: { $0 == "." }) {
      let next = line.index(after: stop)
      if next == line.endIndex || line[next] == " " { return String(line[...stop]) }
      index = next
    }
    return line
  }
}
