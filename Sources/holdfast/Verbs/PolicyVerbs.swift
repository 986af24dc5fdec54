internal import ArgumentParser
internal import Messages

/// The rules in force.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Look at the rules in force, and change them.",
    subcommands: [PolicyShow.self, PolicySet.self, PolicyReset.self])
}

/// Shows the rules in force.
struct PolicyShow: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The rules in force, by the names that the schema has for them.")
  static let method = Method.adminServiceGetPolicy

  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetPolicyRequest { GetPolicyRequest() }
  func view(of response: Policy) -> View { .policy(response) }
}

/// Changes rules.
struct PolicySet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change rules; what is not said stays. Admins only.",
    discussion: "Example: holdfast policy set --cart-time 45m --kilometres-per-day 600")
  static let method = Method.adminServicePutPolicy

  @OptionGroup var options: PolicyOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if options.policy == Policy(), !options.score.isSaid { throw ValidationError("Say what changes.") }
  }

  func request() -> PutPolicyRequest { request(changing: ScoringWeights()) }

  func run() async throws {
    let reply = try await Session.with(global) { session in
      var old = ScoringWeights()
      if options.score.isSaid {
        // The weights are replaced as a whole: those that are not said are sent as they are.
        let get = try Coding.encode(GetPolicyRequest())
        let policy: Policy = try Coding.decode(
          await session.call(.adminServiceGetPolicy, get, isAside: true).bytes)
        old = policy.scoring ?? old
      }
      return try await session.call(Self.method, Coding.encode(request(changing: old)))
    }
    try show(reply)
  }

  /// What the command line asks for, where the weights in force are `old`.
  func request(changing old: ScoringWeights) -> PutPolicyRequest {
    var policy = options.policy
    if options.score.isSaid { policy.scoring = options.score.changing(old) }
    return PutPolicyRequest(policy: policy)
  }

  func view(of response: Policy) -> View { .policy(response) }
}

/// Gives rules their defaults back.
struct PolicyReset: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Give rules their defaults back. Admins only.",
    discussion: "Example: holdfast policy reset cart_seconds scoring")
  static let method = Method.adminServicePutPolicy

  @Argument(help: ArgumentHelp("The rules, by their names in holdfast policy show.", valueName: "rule"))
  var rules: [String]
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> PutPolicyRequest {
    PutPolicyRequest(resetFields: rules.map { rule in String(rule.map { $0 == "-" ? "_" : $0 }) })
  }

  func view(of response: Policy) -> View { .policy(response) }
}

extension View {
  /// The rules by their names in the schema.
  static func policy(_ policy: Policy) -> View {
    let scoring = policy.scoring ?? ScoringWeights()
    let weights = [
      ("base", scoring.base), ("distance_cap", scoring.distanceCap),
      ("kilometres_per_point", scoring.kilometresPerPoint), ("availability_cap", scoring.availabilityCap),
      ("availability_weight", scoring.availabilityWeight), ("priority_weight", scoring.priorityWeight),
      ("utilization_weight", scoring.utilizationWeight),
    ]
    func span(_ seconds: UInt32?) -> String {
      let seconds = seconds ?? 0
      return "\(Words.number(seconds)) (" + (seconds == 0 ? "without end" : Words.duration(seconds: UInt64(seconds)))
        + ")"
    }
    func number(_ value: some BinaryInteger) -> String { Words.number(value) }
    let facts =
      weights.map { Fact("scoring.\($0.0)", Words.decimal($0.1)) } + [
        Fact("kilometres_per_day", number(policy.kilometresPerDay ?? 0)),
        Fact("split_steps", number(policy.splitSteps ?? 0)),
        Fact("default_safety_stock", number(policy.defaultSafetyStock ?? 0)),
        Fact("default_reorder_point", number(policy.defaultReorderPoint ?? 0)),
        Fact("default_reorder_quantity", number(policy.defaultReorderQuantity ?? 0)),
        Fact("cart_seconds", span(policy.cartSeconds)), Fact("order_seconds", span(policy.orderSeconds)),
        Fact("transfer_seconds", span(policy.transferSeconds)),
        Fact("high_velocity_units", number(policy.highVelocityUnits ?? 0)),
        Fact("reconcile_correct_up_to", number(policy.reconcileCorrectUpTo ?? 0)),
        Fact("command_result_seconds", span(policy.commandResultSeconds)),
        Fact("command_results_per_principal", number(policy.commandResultsPerPrincipal ?? 0)),
        Fact("journal_days", number(policy.journalDays ?? 0)),
      ]
    return View([.facts(facts)])
  }
}
