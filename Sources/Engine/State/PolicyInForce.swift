package import Inventory
package import Messages

/// The rules in force: what the stored policy sets, and a default for each field that it leaves out.
package struct PolicyInForce: Equatable, Sendable {
  /// Sequence of the entry that set it; 0 where none ever did.
  var version: UInt64 = .max
  /// Weights of the warehouse score, where a request brings none of its own.
  package var weights = Inventory.ScoringWeights()
  /// How transit times are estimated.
  package var delivery = DeliveryPolicy()
  /// Steps that a search for the best split may take.
  package var splitSteps = defaultSearchSteps
  /// safety_stock of a level that SetStock, MoveStock or a transfer makes without.
  package var safetyStock: Int64 = 10
  /// The same for reorder_point.
  package var reorderPoint: Int64 = 20
  /// The same for reorder_quantity, also for a level that ImportStock makes.
  package var reorderQuantity: Int64 = 100
  /// Time to live of a cart's holds that say none, in seconds; 0 = without end.
  package var cartSeconds: Int64 = 1_800
  /// The same of an order's.
  package var orderSeconds: Int64 = 0
  /// The same of a transfer's.
  package var transferSeconds: Int64 = 86_400
  /// Units of a product in a rolling hour above which HIGH_VELOCITY is raised.
  package var highVelocityUnits: Int64 = 100
  /// Differences of up to this many units are corrected by Reconcile.
  package var reconcileCorrectUpTo: Int64 = 5
  /// For how long the answer to a command with an id is kept, in seconds.
  package var commandResultSeconds: Int64 = 86_400
  /// How many answers are kept of one principal: past that its new ids are refused, and none is forgotten early.
  package var commandResultsPerPrincipal: Int64 = 10_000_000
  /// For how long the journal is kept, in days.
  package var journalDays: Int64 = 400

  /// The defaults.
  package init() {}

  /// What `policy` sets, and the defaults for the rest.
  package init(_ policy: Policy) {
    if let scoring = policy.scoring { weights = Inventory.ScoringWeights(scoring) }
    if let kilometres = policy.kilometresPerDay { delivery.kilometresPerDay = Int64(kilometres) }
    splitSteps = policy.splitSteps.map { Int($0) } ?? splitSteps
    safetyStock = policy.defaultSafetyStock ?? safetyStock
    reorderPoint = policy.defaultReorderPoint ?? reorderPoint
    reorderQuantity = policy.defaultReorderQuantity ?? reorderQuantity
    cartSeconds = policy.cartSeconds.map { Int64($0) } ?? cartSeconds
    orderSeconds = policy.orderSeconds.map { Int64($0) } ?? orderSeconds
    transferSeconds = policy.transferSeconds.map { Int64($0) } ?? transferSeconds
    highVelocityUnits = policy.highVelocityUnits ?? highVelocityUnits
    reconcileCorrectUpTo = policy.reconcileCorrectUpTo ?? reconcileCorrectUpTo
    commandResultSeconds = policy.commandResultSeconds.map { Int64($0) } ?? commandResultSeconds
    commandResultsPerPrincipal = policy.commandResultsPerPrincipal ?? commandResultsPerPrincipal
    journalDays = policy.journalDays.map { Int64($0) } ?? journalDays
  }

  /// The policy with every field set.
  package var message: Policy {
    Policy(
      scoring: Messages.ScoringWeights(weights), kilometresPerDay: UInt32(clamping: delivery.kilometresPerDay),
      splitSteps: UInt32(clamping: splitSteps), defaultSafetyStock: safetyStock, defaultReorderPoint: reorderPoint,
      defaultReorderQuantity: reorderQuantity, cartSeconds: UInt32(clamping: cartSeconds),
      orderSeconds: UInt32(clamping: orderSeconds), transferSeconds: UInt32(clamping: transferSeconds),
      highVelocityUnits: highVelocityUnits, reconcileCorrectUpTo: reconcileCorrectUpTo,
      commandResultSeconds: UInt32(clamping: commandResultSeconds),
      commandResultsPerPrincipal: commandResultsPerPrincipal, journalDays: UInt32(clamping: journalDays))
  }

  /// For how long the answer to a command with an id is kept, in microseconds.
  var commandResultWindow: Int64 { commandResultSeconds * 1_000_000 }

  /// How long a hold for this sort of thing lives where the caller says nothing, in seconds; 0 = without end.
  package func timeToLiveSeconds(_ type: ReferenceType) -> Int64 {
    switch type {
    case .cart: cartSeconds
    case .order: orderSeconds
    case .transfer: transferSeconds
    default: 0
    }
  }
}

extension StateView {
  /// The rules in force, read anew where they have changed.
  package final func policy() throws(CallFailure) -> PolicyInForce {
    try reading { () throws(EngineError) in try currentPolicy() }
  }

  final func currentPolicy() throws(EngineError) -> PolicyInForce {
    if policyInForce.version != facts.lastPolicyChange {
      policyInForce = PolicyInForce(try storedPolicy())
      policyInForce.version = facts.lastPolicyChange
    }
    return policyInForce
  }

  /// The fields that are set; the others have their defaults.
  final func storedPolicy() throws(EngineError) -> Policy {
    key.set(text: StateFacts.policyName)
    return try message(tables.metadata) { "the policy" } ?? Policy()
  }
}

extension Inventory.ScoringWeights {
  /// The weights that a message says.
  package init(_ weights: Messages.ScoringWeights) {
    self.init(
      base: weights.base, distanceLimit: weights.distanceCap, kilometresPerPoint: weights.kilometresPerPoint,
      stockLimit: weights.availabilityCap, stockPoints: weights.availabilityWeight,
      priorityPoints: weights.priorityWeight, idlePoints: weights.utilizationWeight)
  }
}

extension Messages.ScoringWeights {
  /// The weights as a message says them.
  init(_ weights: Inventory.ScoringWeights) {
    self.init(
      base: weights.base, distanceCap: weights.distanceLimit, kilometresPerPoint: weights.kilometresPerPoint,
      availabilityCap: weights.stockLimit, availabilityWeight: weights.stockPoints,
      priorityWeight: weights.priorityPoints, utilizationWeight: weights.idlePoints)
  }
}
