internal import ArgumentParser
internal import Messages

/// The rules that can be changed.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("kilometres-per-day"),
    help: ArgumentHelp("Kilometres that goods travel in a day.", valueName: "kilometres"))
  var kilometresPerDay: UInt32?
  @Option(
    name: .customLong("split-steps"),
    help: ArgumentHelp("Steps that a search for the best split may take.", valueName: "steps"))
  var splitSteps: UInt32?
  @Option(
    name: .customLong("safety-stock"),
    help: ArgumentHelp("safety_stock of a level that is made without.", valueName: "units"))
  var safetyStock: Int64?
  @Option(
    name: .customLong("reorder-point"),
    help: ArgumentHelp("reorder_point of a level that is made without.", valueName: "units"))
  var reorderPoint: Int64?
  @Option(
    name: .customLong("reorder-quantity"),
    help: ArgumentHelp("reorder_quantity of a level that is made without.", valueName: "units"))
  var reorderQuantity: Int64?
  @Option(
    name: .customLong("cart-time"),
    help: ArgumentHelp("For how long a cart holds, 0 = without end.", valueName: "time"))
  var cart: SpanArgument?
  @Option(
    name: .customLong("order-time"), help: ArgumentHelp("For how long an order holds.", valueName: "time"))
  var order: SpanArgument?
  @Option(
    name: .customLong("transfer-time"), help: ArgumentHelp("For how long a transfer holds.", valueName: "time"))
  var transfer: SpanArgument?
  @Option(
    name: .customLong("high-velocity"),
    help: ArgumentHelp("Units of a product in an hour that are an alert.", valueName: "units"))
  var highVelocity: Int64?
  @Option(
    name: .customLong("correct-up-to"),
    help: ArgumentHelp("Differences that a reconciliation corrects.", valueName: "units"))
  var correctUpTo: Int64?
  @Option(
    name: .customLong("answer-time"),
    help: ArgumentHelp("For how long answers to commands with ids are kept.", valueName: "time"))
  var answers: SpanArgument?
  @Option(
    name: .customLong("answers"), help: ArgumentHelp("How many are kept of one principal.", valueName: "count"))
  var answerCount: Int64?
  @Option(
    name: .customLong("journal-days"), help: ArgumentHelp("For how long the journal is kept.", valueName: "days"))
  var journalDays: UInt32?
  @OptionGroup(title: "Weights of the warehouse score") var score: ScoreOptions

  /// What was said, but for the weights.
  var policy: Policy {
    Policy(
      kilometresPerDay: kilometresPerDay, splitSteps: splitSteps, defaultSafetyStock: safetyStock,
      defaultReorderPoint: reorderPoint, defaultReorderQuantity: reorderQuantity, cartSeconds: seconds(cart),
      orderSeconds: seconds(order), transferSeconds: seconds(transfer), highVelocityUnits: highVelocity,
      reconcileCorrectUpTo: correctUpTo, commandResultSeconds: seconds(answers),
      commandResultsPerPrincipal: answerCount, journalDays: journalDays)
  }

  private func seconds(_ span: SpanArgument?) -> UInt32? { span.map { UInt32(clamping: $0.seconds) } }
}

/// The weights of the score.
struct ScoreOptions: ParsableArguments {
  @Option(name: .customLong("score-base"), help: ArgumentHelp("What every warehouse begins with.", valueName: "points"))
  var base: Double?
  @Option(
    name: .customLong("score-distance-cap"), help: ArgumentHelp("The most that distance costs.", valueName: "points"))
  var distanceCap: Double?
  @Option(
    name: .customLong("score-kilometres-per-point"),
    help: ArgumentHelp("Kilometres that cost a point.", valueName: "kilometres"))
  var kilometresPerPoint: Double?
  @Option(
    name: .customLong("score-availability-cap"), help: ArgumentHelp("The most that stock adds.", valueName: "points"))
  var availabilityCap: Double?
  @Option(
    name: .customLong("score-availability"),
    help: ArgumentHelp("Points for having what is asked for.", valueName: "points"))
  var availability: Double?
  @Option(name: .customLong("score-priority"), help: ArgumentHelp("Points a step of priority.", valueName: "points"))
  var priority: Double?
  @Option(
    name: .customLong("score-utilization"), help: ArgumentHelp("Points of an idle warehouse.", valueName: "points"))
  var utilization: Double?

  /// Whether any was said.
  var isSaid: Bool {
    [base, distanceCap, kilometresPerPoint, availabilityCap, availability, priority, utilization].contains { $0 != nil }
  }

  /// The weights `old` with what was said in place of theirs.
  func changing(_ old: ScoringWeights) -> ScoringWeights {
    ScoringWeights(
      base: base ?? old.base, distanceCap: distanceCap ?? old.distanceCap,
      kilometresPerPoint: kilometresPerPoint ?? old.kilometresPerPoint,
      availabilityCap: availabilityCap ?? old.availabilityCap,
      availabilityWeight: availability ?? old.availabilityWeight, priorityWeight: priority ?? old.priorityWeight,
      utilizationWeight: utilization ?? old.utilizationWeight)
  }
}
