extension LoadPlan {
  /// The plan for reports and files, by name.
  var settings: [String: String] {
    var settings = [
      "scenario": scenario.rawValue, "load": loadWords, "products": "\(dataset.products)",
      "warehouses": "\(dataset.warehouses)", "connections": "\(connections)", "inFlight": "\(inFlight)",
      "threads": "\(threads)", "seed": "\(seed)", "warmUpSeconds": "\(Double(warmUpNanoseconds) / 1e9)",
      "rampSeconds": "\(Double(rampNanoseconds) / 1e9)", "durationSeconds": "\(Double(durationNanoseconds) / 1e9)",
    ]
    if case .zipf(let exponent) = keys { settings["zipf"] = "\(exponent)" }
    if let rate = arrivals.perSecond { settings["rate"] = "\(rate)" }
    if case .poisson = arrivals { settings["arrivals"] = "poisson" }
    if case .constant = arrivals { settings["arrivals"] = "constant" }
    if scenario == .mixed { settings["readPercent"] = "\(readPercent)" }
    if scenario != .read, scenario != .connect { settings["commandIDs"] = "\(sendsCommandIDs)" }
    if !processors.isEmpty { settings["processors"] = processors.map(String.init).joined(separator: ",") }
    if let count { settings["count"] = "\(count)" }
    return settings
  }

  /// How calls come, in a line.
  private var loadWords: String {
    let connections = Words.count(self.connections, "connection")
    switch arrivals {
    case .closedLoop: return "closed loop, \(connections), \(inFlight) in flight on each"
    case .constant(let rate): return "\(Words.decimal(rate, digits: 0))/s at equal intervals, \(connections)"
    case .poisson(let rate): return "\(Words.decimal(rate, digits: 0))/s at random, \(connections)"
    }
  }
}
