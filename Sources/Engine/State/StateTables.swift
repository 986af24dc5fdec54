package import LMDB

/// The tables of the state. Each key and value is drawn byte by byte on the storage page of the documentation.
package struct StateTables: Sendable {
  /// product ␀ variant ␀ warehouse → `LevelRow`; the total of all warehouses has an empty warehouse and so stands in
  /// front of its levels.
  package let levels: Table
  /// warehouse ␀ product ␀ variant → nothing.
  package let levelsByWarehouse: Table
  /// component's product ␀ kit's product → nothing.
  let kitsByComponent: Table
  /// product → `Product`.
  package let products: Table
  /// SKU → product ␀ variant.
  let skus: Table
  /// barcode → product ␀ variant.
  let barcodes: Table
  /// warehouse → `Warehouse`.
  package let warehouses: Table
  /// code → warehouse.
  let warehouseCodes: Table
  /// warehouse → open reserved units (8 bytes).
  let warehouseLoads: Table
  /// number → `Reservation`.
  package let holds: Table
  /// type, id ␀ → `ReferenceRow`; type, id ␀ number → nothing: the end of a reference's history, and its open holds
  /// right after it.
  package let holdsByReference: Table
  /// product ␀ variant ␀ warehouse ␀ expiry, number → nothing.
  package let holdsByLevel: Table
  /// expiry, number → nothing; only holds that expire.
  package let holdsByExpiry: Table
  /// product ␀ variant ␀ channel ␀ day → units sold, units returned (8 bytes each).
  let sales: Table
  /// channel → `Channel`.
  package let channels: Table
  /// product ␀ variant ␀ channel → `ChannelRow`.
  let channelStock: Table
  /// channel ␀ product ␀ variant → nothing; only what is allocated.
  let allocationsByChannel: Table
  /// number → `Transfer` without its lines.
  package let transfers: Table
  /// number, place → `TransferLine`.
  let transferLines: Table
  /// status, number → nothing.
  package let transfersByStatus: Table
  /// warehouse ␀ number → nothing; once for each end.
  package let transfersByWarehouse: Table
  /// number → `Discrepancy`.
  package let discrepancies: Table
  /// number of the transfer, number → nothing.
  package let discrepanciesByTransfer: Table
  /// number → nothing; only those that nobody has resolved.
  package let openDiscrepancies: Table
  /// reconciliation → `ReconciliationReport`.
  let reconciliations: Table
  /// number → `Review`.
  package let reviews: Table
  /// number → nothing; only open ones.
  package let openReviews: Table
  /// product ␀ variant ␀ warehouse → number of the level's open review (8).
  package let reviewsByLevel: Table
  /// product ␀ variant ␀ warehouse → last counted, counts, differences (8 bytes each).
  let counts: Table
  /// warehouse ␀ last counted, product ␀ variant → nothing; every level, with 0 where it was never counted.
  package let levelsByCount: Table
  /// product → what was sold of it in the last hour, a `RollingHourRow`.
  let rollingHours: Table
  /// time, product → nothing: when what was sold in an hour falls to the limit of the product's open HIGH_VELOCITY.
  let velocityFalls: Table
  /// number → `Alert`, for those that are open.
  package let alerts: Table
  /// what it is about → number.
  let alertsBySubject: Table
  /// principal ␀ command id → request hash (16), sequence (8), time (8).
  let commandResults: Table
  /// time, sequence → key of `commandResults`.
  let commandResultsByTime: Table
  /// principal → kept answers (8 bytes).
  let commandResultCounts: Table
  /// name → value: what the state says of itself.
  let metadata: Table

  /// How many tables a state may have.
  static let limit = 64

  /// Opens the tables, making those that are missing.
  init(in transaction: WriteTransaction) throws(LMDBError) {
    try self.init { (name) throws(LMDBError) in try transaction.open(table: name, create: true) }
  }

  /// Opens the tables of a state that cannot be written.
  ///
  /// - Throws: `mismatch` that names the table which is missing: a state of an older version.
  init(reading environment: Environment) throws(EngineError) {
    var missing: String?
    do throws(LMDBError) {
      try self.init { (name) throws(LMDBError) in
        if let table = try environment.openTable(name) { return table }
        missing = name
        throw .other(.openTable, code: 0)
      }
    } catch {
      guard let missing else { throw EngineError.state(error) }
      throw EngineError.mismatch(
        "the state has no table \(missing): an older holdfastd wrote it; start this one on it once")
    }
  }

  private init(_ open: (String) throws(LMDBError) -> Table) throws(LMDBError) {
    levels = try open("levels")
    levelsByWarehouse = try open("levels_by_warehouse")
    kitsByComponent = try open("kits_by_component")
    products = try open("products")
    skus = try open("skus")
    barcodes = try open("barcodes")
    warehouses = try open("warehouses")
    warehouseCodes = try open("warehouse_codes")
    warehouseLoads = try open("warehouse_loads")
    holds = try open("holds")
    holdsByReference = try open("holds_by_reference")
    holdsByLevel = try open("holds_by_level")
    holdsByExpiry = try open("holds_by_expiry")
    sales = try open("sales")
    channels = try open("channels")
    channelStock = try open("channel_stock")
    allocationsByChannel = try open("allocations_by_channel")
    transfers = try open("transfers")
    transferLines = try open("transfer_lines")
    transfersByStatus = try open("transfers_by_status")
    transfersByWarehouse = try open("transfers_by_warehouse")
    discrepancies = try open("discrepancies")
    discrepanciesByTransfer = try open("discrepancies_by_transfer")
    openDiscrepancies = try open("open_discrepancies")
    reconciliations = try open("reconciliations")
    reviews = try open("reviews")
    openReviews = try open("open_reviews")
    reviewsByLevel = try open("reviews_by_level")
    counts = try open("counts")
    levelsByCount = try open("levels_by_count")
    rollingHours = try open("rolling_hours")
    velocityFalls = try open("velocity_falls")
    alerts = try open("alerts")
    alertsBySubject = try open("alerts_by_subject")
    commandResults = try open("command_results")
    commandResultsByTime = try open("command_results_by_time")
    commandResultCounts = try open("command_result_counts")
    metadata = try open("metadata")
  }
}
