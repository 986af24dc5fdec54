internal import ArgumentParser

/// `holdfast load`: puts load on a server and measures how it bears it.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Put load on a server and measure how it bears it.",
    discussion: """
      A closed loop (the default) keeps --connections times --in-flight calls going. An open loop (--rate) makes calls at a fixed rate whatever the \
      server does, and counts latency from the time a call was due, so that a server that stalls is seen to stall.

      The products and warehouses that calls are about are made with --prepare; later runs find them by themselves.
      """)

  @OptionGroup var target: LoadTargetOptions
  @OptionGroup(title: "What is called") var calls: LoadCallOptions
  @OptionGroup(title: "How fast and how long") var pace: LoadPaceOptions
  @OptionGroup(title: "What becomes of it") var output: LoadOutputOptions

  func run() throws {
    var plan = try pace.plan()
    calls.apply(to: &plan)
    let target = try LoadTarget(ConnectionTarget(target.settings))
    let preparation = DatasetPreparation(target: target, showsProgress: !output.quiet)
    if calls.prepare {
      let dataset = Dataset(products: calls.products ?? 100_000, warehouses: calls.warehouses ?? 10)
      try preparation.prepare(dataset, stock: calls.stock)
      if !output.quiet { Terminal.writeError("\(Words.number(dataset.levels)) levels are there.\n") }
      if calls.scenario == nil { return }
    }
    plan.dataset = try preparation.find(products: calls.products, warehouses: calls.warehouses)
    // Read before the run: a name that is wrong shall not be told after it.
    let before = try output.compare.map(LoadFile.read)
    let run = LoadRun(plan: plan, target: target, server: output.serverPid.map(ServerProcess.init(id:)))
    let display = LoadDisplay(isShown: !output.quiet)
    let result: LoadResult
    do {
      defer { display.clear() }
      result = try run.run(watch: display.show)
    }
    try output.write(result, before: before)
    if result.errorRate > output.maxErrorRate {
      throw ToolFailure(
        .fault,
        "\(LoadReport.percent(result.errorRate, digits: 3)) of the calls ended in an error"
          + (LoadReport.commonestError(result).map { ", most often with \"\($0)\"" } ?? ""),
        advice: "--max-error-rate says how many are taken.")
    }
  }
}
