internal import CMessages
internal import Glibc

/// The request of GetStock, decoded into `arena` and handed to `body` as bytes in place: nothing is allocated on the heap.
///
/// Agrees with ``GetStockRequest`` in what it takes and in what it throws. The bytes are UTF-8 without NUL, and good until
/// the arena's next reset.
@inlinable @inline(__always)
package func withGetStockRequest<Result>(
  _ bytes: UnsafeRawBufferPointer, in arena: MessageArena,
  _ body: (
    _ product: UnsafeRawBufferPointer, _ variant: UnsafeRawBufferPointer, _ warehouse: UnsafeRawBufferPointer
  ) -> Result
) throws(MessageError) -> Result {
  let request = unsafe try GetStockRequestBytes(decoding: bytes, in: arena)
  return unsafe body(request.product, request.variant, request.warehouse)
}

/// The fields of a GetStock request as bytes in an arena.
@unsafe @usableFromInline
struct GetStockRequestBytes {
  @usableFromInline let product: UnsafeRawBufferPointer
  @usableFromInline let variant: UnsafeRawBufferPointer
  @usableFromInline let warehouse: UnsafeRawBufferPointer

  @usableFromInline
  init(decoding bytes: UnsafeRawBufferPointer, in arena: MessageArena) throws(MessageError) {
    let source = try unsafe GetStockRequest.unpacked(bytes, in: arena)
      .assumingMemoryBound(to: Holdfast__V1__GetStockRequest.self)
    unsafe product = try arena.checkedBytes(ofText: source.pointee.product_id, "product_id")
    unsafe variant = try arena.checkedBytes(ofText: source.pointee.variant_id, "variant_id")
    unsafe warehouse = try arena.checkedBytes(ofText: source.pointee.warehouse_id, "warehouse_id")
  }
}

/// Packs the answers of GetStock, one at a time, from a C struct that is made once: nothing is allocated on the heap.
///
/// Agrees byte for byte with ``StockLevel``. Not `Sendable`: each thread has its own.
@safe
package struct StockLevelWriter: ~Copyable {
  private let level: UnsafeMutablePointer<Holdfast__V1__StockLevel>
  /// The three identifiers, each with a NUL behind it, then the packed answer.
  private var room: UnsafeMutableRawBufferPointer
  private var packed = unsafe UnsafeRawBufferPointer(start: nil, count: 0)

  /// What tags, lengths and numbers take at most: 3 strings with 1 and 5 bytes, 10 numbers with 1 and 10.
  private static let overhead = 3 * (1 + 5) + 10 * (1 + 10)

  /// A writer with room for three identifiers of full length.
  package init() {
    unsafe level = .allocate(capacity: 1)
    unsafe holdfast__v1__stock_level__init(level)
    unsafe room = .allocate(byteCount: 3 * 129 + 3 * 128 + Self.overhead, alignment: 1)
  }

  deinit {
    unsafe level.deallocate()
    unsafe room.deallocate()
  }

  /// Packs the next answer and returns its size in bytes. The identifiers are copied; they must not contain a NUL.
  ///
  /// It is packed at once and kept: finding the size alone takes protobuf-c as long as packing.
  package mutating func set(
    product: UnsafeRawBufferPointer, variant: UnsafeRawBufferPointer, warehouse: UnsafeRawBufferPointer,
    onHand: Int64, reserved: Int64, quarantined: Int64, available: Int64, incoming: Int64,
    safetyStock: Int64, reorderPoint: Int64, reorderQuantity: Int64, version: UInt64, updatedAt: Int64
  ) -> Int {
    let texts = product.count + variant.count + warehouse.count
    let needed = 2 * texts + 3 + Self.overhead
    if unsafe needed > room.count {
      unsafe room.deallocate()
      unsafe room = .allocate(byteCount: needed, alignment: 1)
    }
    var offset = 0
    unsafe level.pointee.product_id = place(product, &offset)
    unsafe level.pointee.variant_id = place(variant, &offset)
    unsafe level.pointee.warehouse_id = place(warehouse, &offset)
    unsafe level.pointee.on_hand = onHand
    unsafe level.pointee.reserved = reserved
    unsafe level.pointee.quarantined = quarantined
    unsafe level.pointee.available = available
    unsafe level.pointee.incoming = incoming
    unsafe level.pointee.safety_stock = safetyStock
    unsafe level.pointee.reorder_point = reorderPoint
    unsafe level.pointee.reorder_quantity = reorderQuantity
    unsafe level.pointee.version = version
    unsafe level.pointee.updated_at = updatedAt
    let target = unsafe room.baseAddress.unsafelyUnwrapped + offset
    let size = unsafe holdfast__v1__stock_level__pack(level, target.assumingMemoryBound(to: UInt8.self))
    unsafe packed = UnsafeRawBufferPointer(start: target, count: size)
    return size
  }

  /// Writes the answer that was set last to `target`, which must have room for the size that came back.
  package func pack(to target: UnsafeMutableRawPointer) {
    unsafe UnsafeMutableRawBufferPointer(start: target, count: packed.count).copyMemory(from: packed)
  }

  @inline(__always)
  private func place(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UnsafeMutablePointer<CChar> {
    let target = unsafe room.baseAddress.unsafelyUnwrapped + offset
    if let start = bytes.baseAddress { unsafe target.copyMemory(from: start, byteCount: bytes.count) }
    unsafe target.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    offset &+= bytes.count &+ 1
    return unsafe target.assumingMemoryBound(to: CChar.self)
  }
}
