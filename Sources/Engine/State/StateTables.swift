package import LMDB

/// The tables of the state. Each key and value is drawn byte by byte on the storage page of the documentation.
package struct StateTables: Sendable {
  /// product ␀ variant ␀ warehouse → `LevelRow`; the total of all warehouses has an empty warehouse and so stands in
  /// front of its levels.
  package let levels: Table
  /// warehouse ␀ product ␀ variant → nothing.
  package let levelsByWarehouse: Table
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
  /// principal ␀ command id → request hash (16), sequence (8), time (8).
  let commandResults: Table
  /// time, sequence → key of `commandResults`.
  let commandResultsByTime: Table
  /// principal → kept answers (8 bytes).
  let commandResultCounts: Table
  /// name → value: what the state says of itself.
  let metadata: Table

  /// How many tables there are.
  static let count = 17

  /// Opens the tables, making those that are missing.
  init(in transaction: WriteTransaction) throws(LMDBError) {
    levels = try transaction.open(table: "levels", create: true)
    levelsByWarehouse = try transaction.open(table: "levels_by_warehouse", create: true)
    products = try transaction.open(table: "products", create: true)
    skus = try transaction.open(table: "skus", create: true)
    barcodes = try transaction.open(table: "barcodes", create: true)
    warehouses = try transaction.open(table: "warehouses", create: true)
    warehouseCodes = try transaction.open(table: "warehouse_codes", create: true)
    warehouseLoads = try transaction.open(table: "warehouse_loads", create: true)
    holds = try transaction.open(table: "holds", create: true)
    holdsByReference = try transaction.open(table: "holds_by_reference", create: true)
    holdsByLevel = try transaction.open(table: "holds_by_level", create: true)
    holdsByExpiry = try transaction.open(table: "holds_by_expiry", create: true)
    sales = try transaction.open(table: "sales", create: true)
    commandResults = try transaction.open(table: "command_results", create: true)
    commandResultsByTime = try transaction.open(table: "command_results_by_time", create: true)
    commandResultCounts = try transaction.open(table: "command_result_counts", create: true)
    metadata = try transaction.open(table: "metadata", create: true)
  }
}
