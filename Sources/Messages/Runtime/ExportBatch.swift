internal import CMessages
internal import Glibc

/// The rows of one reply of ExportStock, laid out in an arena as C structs: nothing is allocated on the heap for a row.
///
/// Identifiers come as bytes without NUL. Good until the arena's next reset.
@safe
package struct ExportBatch {
  /// Rows of a reply, at most.
  package static let rowLimit = 500
  /// Past about so many bytes a reply takes no further row.
  package static let byteLimit = 64 << 10
  /// What tags, lengths and 10 numbers of a usual size take in a row, about.
  private static let rowOverhead = 60

  private typealias Row = Holdfast__V1__ExportRow

  private let arena: MessageArena
  private let response: UnsafeMutablePointer<Holdfast__V1__ExportStockResponse>
  private let rows: UnsafeMutablePointer<UnsafeMutablePointer<Row>?>
  private var product: UnsafePointer<Holdfast__V1__Product>?
  private var byteCount = 0

  /// How many rows there are.
  package private(set) var count = 0

  /// Begins in `arena`, which is empty.
  package init(in arena: MessageArena) throws(MessageError) {
    self.arena = arena
    unsafe product = nil
    unsafe response = try arena.allocate(MemoryLayout<Holdfast__V1__ExportStockResponse>.size)
      .assumingMemoryBound(to: Holdfast__V1__ExportStockResponse.self)
    unsafe holdfast__v1__export_stock_response__init(response)
    unsafe rows = try arena.allocate(Self.rowLimit * MemoryLayout<UnsafeMutablePointer<Row>?>.stride)
      .assumingMemoryBound(to: UnsafeMutablePointer<Row>?.self)
  }

  /// Whether the reply takes no further row.
  package var isFull: Bool { count == Self.rowLimit || byteCount >= Self.byteLimit }

  /// Whether the rows that follow have a product already.
  package var hasProduct: Bool { unsafe product != nil }

  /// Takes a stored product, whose levels follow.
  package mutating func begin(product stored: UnsafeRawBufferPointer) throws(MessageError) {
    unsafe product = try UnsafePointer(
      Product.unpacked(stored, in: arena).assumingMemoryBound(to: Holdfast__V1__Product.self))
  }

  /// Forgets the product: another one follows.
  package mutating func endProduct() { unsafe product = nil }

  /// Adds a level of the product that was begun. The warehouse's id and code are copied.
  package mutating func add(
    variant: UnsafeRawBufferPointer, warehouse: UnsafeRawBufferPointer, code: UnsafeRawBufferPointer,
    _ level: ExportLevel
  ) throws(MessageError) {
    guard let product = unsafe product else { return }
    let row = try unsafe arena.allocate(MemoryLayout<Row>.size).assumingMemoryBound(to: Row.self)
    unsafe holdfast__v1__export_row__init(row)
    unsafe row.pointee.product_id = product.pointee.product_id
    unsafe row.pointee.product_name = product.pointee.name
    unsafe row.pointee.sku = variant.isEmpty ? product.pointee.sku : sku(of: variant, product)
    if unsafe !variant.isEmpty { unsafe row.pointee.variant_id = try place(variant) }
    unsafe row.pointee.warehouse_id = try place(warehouse)
    unsafe row.pointee.warehouse_code = try place(code)
    unsafe row.pointee.on_hand = level.onHand
    unsafe row.pointee.reserved = level.reserved
    unsafe row.pointee.quarantined = level.quarantined
    unsafe row.pointee.available = level.available
    unsafe row.pointee.incoming = level.incoming
    unsafe row.pointee.safety_stock = level.safetyStock
    unsafe row.pointee.reorder_point = level.reorderPoint
    unsafe row.pointee.reorder_quantity = level.reorderQuantity
    unsafe row.pointee.version = level.version
    unsafe row.pointee.updated_at = level.updatedAt
    unsafe rows[count] = row
    count += 1
    byteCount += Self.rowOverhead + variant.count + warehouse.count + code.count
    byteCount += unsafe strlen(product.pointee.product_id) + strlen(product.pointee.name) + strlen(row.pointee.sku)
  }

  /// The reply, ready to be packed.
  package consuming func prepared() -> PreparedMessage {
    unsafe response.pointee.n_rows = count
    unsafe response.pointee.rows = rows
    return unsafe PreparedMessage(
      UnsafeRawPointer(response).assumingMemoryBound(to: ProtobufCMessage.self), in: arena)
  }

  /// The SKU of a variant; empty where the product has no such variant any more.
  private func sku(
    of variant: UnsafeRawBufferPointer, _ product: UnsafePointer<Holdfast__V1__Product>
  ) -> UnsafeMutablePointer<CChar>? {
    for index in 0..<(unsafe product.pointee.n_variants) {
      guard let known = unsafe product.pointee.variants[index], let name = unsafe known.pointee.variant_id,
        let start = variant.baseAddress
      else { continue }
      if unsafe strncmp(name, start.assumingMemoryBound(to: CChar.self), variant.count) == 0,
        unsafe name[variant.count] == 0
      {
        return unsafe known.pointee.sku
      }
    }
    return unsafe empty
  }

  /// What protobuf-c takes for a string that is not set.
  private var empty: UnsafeMutablePointer<CChar>? { unsafe product?.pointee.sku.map { unsafe $0 + strlen($0) } }

  private func place(_ bytes: UnsafeRawBufferPointer) throws(MessageError) -> UnsafeMutablePointer<CChar> {
    let target = try unsafe arena.allocate(bytes.count + 1)
    if let start = bytes.baseAddress { unsafe target.copyMemory(from: start, byteCount: bytes.count) }
    unsafe target.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    return unsafe target.assumingMemoryBound(to: CChar.self)
  }
}

/// The numbers of a row of ExportStock.
package struct ExportLevel {
  /// Units in the building.
  package var onHand: Int64
  /// Units held.
  package var reserved: Int64
  /// Units in quarantine.
  package var quarantined: Int64
  /// on_hand − reserved − quarantined.
  package var available: Int64
  /// Units on their way here.
  package var incoming: Int64
  /// The level's setting of that name.
  package var safetyStock: Int64
  /// The level's setting of that name.
  package var reorderPoint: Int64
  /// The level's setting of that name.
  package var reorderQuantity: Int64
  /// How many changes the level has seen.
  package var version: UInt64
  /// When it last changed, microseconds since 1970.
  package var updatedAt: Int64

  /// The numbers of one level.
  package init(
    onHand: Int64, reserved: Int64, quarantined: Int64, available: Int64, incoming: Int64, safetyStock: Int64,
    reorderPoint: Int64, reorderQuantity: Int64, version: UInt64, updatedAt: Int64
  ) {
    self.onHand = onHand
    self.reserved = reserved
    self.quarantined = quarantined
    self.available = available
    self.incoming = incoming
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
    self.reorderQuantity = reorderQuantity
    self.version = version
    self.updatedAt = updatedAt
  }
}
