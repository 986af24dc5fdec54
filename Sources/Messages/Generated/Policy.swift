// Made by tools/generate from proto/holdfast/v1/policy.proto. Do not edit.

package import CMessages

/// What an operator may decide about the rules. It is state like everything else: changed by a command, the same on
/// every replica. A field that is absent has the default that its comment names.
public struct Policy: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Policy" }

  /// Weights of the default warehouse score; absent = 100, 30, 100, 30, 10, 2, 20 in the order of the fields.
  public var scoring: ScoringWeights? = nil
  /// Kilometres that goods travel in a day, 1 to 100,000; default 800.
  public var kilometresPerDay: UInt32? = nil
  /// Steps that a search for the best split may take, 1,000 to 1,000,000; default 2,000. The thread that orders
  /// commands takes them too, for Reserve without warehouses.
  public var splitSteps: UInt32? = nil
  /// safety_stock of a level that is made without; default 10.
  public var defaultSafetyStock: Int64? = nil
  /// reorder_point of a level that is made without; default 20.
  public var defaultReorderPoint: Int64? = nil
  /// reorder_quantity of a level that is made without, by ImportStock too; default 100.
  public var defaultReorderQuantity: Int64? = nil
  /// Time to live of a cart's holds that say none, in seconds, 0 = without end, up to ten years; default
  /// 1,800.
  public var cartSeconds: UInt32? = nil
  /// The same of an order's; default 0.
  public var orderSeconds: UInt32? = nil
  /// The same of a transfer's; default 86,400.
  public var transferSeconds: UInt32? = nil
  /// Units of a product in a rolling hour above which HIGH_VELOCITY is raised, at least 1; default 100.
  public var highVelocityUnits: Int64? = nil
  /// Differences of up to this many units are corrected by Reconcile, 0 to 1,000,000; default 5.
  public var reconcileCorrectUpTo: Int64? = nil
  /// For how long the answer to a command with an id is kept, in seconds, 60 to 2,592,000; default 86,400.
  public var commandResultSeconds: UInt32? = nil
  /// How many answers are kept of one principal, 1,000 to 1,000,000,000; default 10,000,000.
  public var commandResultsPerPrincipal: Int64? = nil
  /// For how long the journal is kept, in days, 1 to 36,500; default 400.
  public var journalDays: UInt32? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    scoring: ScoringWeights? = nil, kilometresPerDay: UInt32? = nil, splitSteps: UInt32? = nil,
    defaultSafetyStock: Int64? = nil, defaultReorderPoint: Int64? = nil, defaultReorderQuantity: Int64? = nil,
    cartSeconds: UInt32? = nil, orderSeconds: UInt32? = nil, transferSeconds: UInt32? = nil,
    highVelocityUnits: Int64? = nil, reconcileCorrectUpTo: Int64? = nil, commandResultSeconds: UInt32? = nil,
    commandResultsPerPrincipal: Int64? = nil, journalDays: UInt32? = nil
  ) {
    self.scoring = scoring
    self.kilometresPerDay = kilometresPerDay
    self.splitSteps = splitSteps
    self.defaultSafetyStock = defaultSafetyStock
    self.defaultReorderPoint = defaultReorderPoint
    self.defaultReorderQuantity = defaultReorderQuantity
    self.cartSeconds = cartSeconds
    self.orderSeconds = orderSeconds
    self.transferSeconds = transferSeconds
    self.highVelocityUnits = highVelocityUnits
    self.reconcileCorrectUpTo = reconcileCorrectUpTo
    self.commandResultSeconds = commandResultSeconds
    self.commandResultsPerPrincipal = commandResultsPerPrincipal
    self.journalDays = journalDays
  }
}

extension Policy: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Policy>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__policy__init(target.assumingMemoryBound(to: Holdfast__V1__Policy.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__policy__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Policy.self)
    self.scoring = try unsafe arena.message(source.pointee.scoring, "scoring")
    if unsafe source.pointee.optional_kilometres_per_day_case.rawValue == 2 {
      self.kilometresPerDay = unsafe source.pointee.kilometres_per_day
    }
    if unsafe source.pointee.optional_split_steps_case.rawValue == 3 {
      self.splitSteps = unsafe source.pointee.split_steps
    }
    if unsafe source.pointee.optional_default_safety_stock_case.rawValue == 4 {
      self.defaultSafetyStock = unsafe source.pointee.default_safety_stock
    }
    if unsafe source.pointee.optional_default_reorder_point_case.rawValue == 5 {
      self.defaultReorderPoint = unsafe source.pointee.default_reorder_point
    }
    if unsafe source.pointee.optional_default_reorder_quantity_case.rawValue == 6 {
      self.defaultReorderQuantity = unsafe source.pointee.default_reorder_quantity
    }
    if unsafe source.pointee.optional_cart_seconds_case.rawValue == 7 {
      self.cartSeconds = unsafe source.pointee.cart_seconds
    }
    if unsafe source.pointee.optional_order_seconds_case.rawValue == 8 {
      self.orderSeconds = unsafe source.pointee.order_seconds
    }
    if unsafe source.pointee.optional_transfer_seconds_case.rawValue == 9 {
      self.transferSeconds = unsafe source.pointee.transfer_seconds
    }
    if unsafe source.pointee.optional_high_velocity_units_case.rawValue == 10 {
      self.highVelocityUnits = unsafe source.pointee.high_velocity_units
    }
    if unsafe source.pointee.optional_reconcile_correct_up_to_case.rawValue == 11 {
      self.reconcileCorrectUpTo = unsafe source.pointee.reconcile_correct_up_to
    }
    if unsafe source.pointee.optional_command_result_seconds_case.rawValue == 12 {
      self.commandResultSeconds = unsafe source.pointee.command_result_seconds
    }
    if unsafe source.pointee.optional_command_results_per_principal_case.rawValue == 13 {
      self.commandResultsPerPrincipal = unsafe source.pointee.command_results_per_principal
    }
    if unsafe source.pointee.optional_journal_days_case.rawValue == 14 {
      self.journalDays = unsafe source.pointee.journal_days
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Policy.self)
    if let scoring {
      unsafe target.pointee.scoring = try arena.place(scoring, "scoring")
    }
    if let kilometresPerDay {
      unsafe target.pointee.optional_kilometres_per_day_case = .init(rawValue: 2)
      unsafe target.pointee.kilometres_per_day = kilometresPerDay
    }
    if let splitSteps {
      unsafe target.pointee.optional_split_steps_case = .init(rawValue: 3)
      unsafe target.pointee.split_steps = splitSteps
    }
    if let defaultSafetyStock {
      unsafe target.pointee.optional_default_safety_stock_case = .init(rawValue: 4)
      unsafe target.pointee.default_safety_stock = defaultSafetyStock
    }
    if let defaultReorderPoint {
      unsafe target.pointee.optional_default_reorder_point_case = .init(rawValue: 5)
      unsafe target.pointee.default_reorder_point = defaultReorderPoint
    }
    if let defaultReorderQuantity {
      unsafe target.pointee.optional_default_reorder_quantity_case = .init(rawValue: 6)
      unsafe target.pointee.default_reorder_quantity = defaultReorderQuantity
    }
    if let cartSeconds {
      unsafe target.pointee.optional_cart_seconds_case = .init(rawValue: 7)
      unsafe target.pointee.cart_seconds = cartSeconds
    }
    if let orderSeconds {
      unsafe target.pointee.optional_order_seconds_case = .init(rawValue: 8)
      unsafe target.pointee.order_seconds = orderSeconds
    }
    if let transferSeconds {
      unsafe target.pointee.optional_transfer_seconds_case = .init(rawValue: 9)
      unsafe target.pointee.transfer_seconds = transferSeconds
    }
    if let highVelocityUnits {
      unsafe target.pointee.optional_high_velocity_units_case = .init(rawValue: 10)
      unsafe target.pointee.high_velocity_units = highVelocityUnits
    }
    if let reconcileCorrectUpTo {
      unsafe target.pointee.optional_reconcile_correct_up_to_case = .init(rawValue: 11)
      unsafe target.pointee.reconcile_correct_up_to = reconcileCorrectUpTo
    }
    if let commandResultSeconds {
      unsafe target.pointee.optional_command_result_seconds_case = .init(rawValue: 12)
      unsafe target.pointee.command_result_seconds = commandResultSeconds
    }
    if let commandResultsPerPrincipal {
      unsafe target.pointee.optional_command_results_per_principal_case = .init(rawValue: 13)
      unsafe target.pointee.command_results_per_principal = commandResultsPerPrincipal
    }
    if let journalDays {
      unsafe target.pointee.optional_journal_days_case = .init(rawValue: 14)
      unsafe target.pointee.journal_days = journalDays
    }
  }
}
