import Messages

/// A field somewhere in a request, with the way to it.
struct Site: CustomStringConvertible, Sendable {
  let method: Messages.Method
  let path: [FieldDescription]

  /// The field itself.
  var field: FieldDescription { path[path.count - 1] }

  /// As violations name it, such as `items[0].product_id`.
  var name: String { path.map { $0.isRepeated ? "\($0.name)[0]" : $0.name }.joined(separator: ".") }

  var description: String { "\(method.info.rpc) \(name)" }

  /// Every field of every request, by the schema; those that hold messages too.
  static let all: [Site] = Messages.Method.allCases.flatMap { method in
    below(method.info.request).map { Site(method: method, path: $0) }
  }

  /// Those whose field is of one of these types.
  static func of(_ types: String...) -> [Site] { all.filter { types.contains($0.field.type) } }

  private static func below(_ message: String) -> [[FieldDescription]] {
    fields(message).flatMap { field in [[field]] + below(field.type).map { [field] + $0 } }
  }

  fileprivate static func fields(_ message: String) -> [FieldDescription] {
    MessageRegistry.description(of: message)?.fields ?? []
  }
}

/// Fills requests by the schema and by the fields' names, so that a new method needs nothing here unless it has new names.
struct RequestShape {
  /// What is put into a field of that name; without one, a number is 1 and a text `x`.
  var values: [String: ProtoBytes.Value] = [
    "product_id": .text("P1"), "warehouse_id": .text("W1"), "from_warehouse_id": .text("W1"),
    "to_warehouse_id": .text("W2"), "warehouse_code": .text("W1"), "code": .text("W1"), "sku": .text("S1"),
    "barcode": .text("B1"), "currency": .text("USD"), "timezone": .text("UTC"), "update_mask": .text("name"),
    "expires_at": .number(4_000_000_000_000_000), "expires_before": .number(4_000_000_000_000_000),
    "reset_fields": .text("cart_seconds"), "history_days": .varint(30), "AllocateStockRequest.strategy": .varint(4),
    "allow_oversold": .varint(0), "is_active": .varint(1), "strategy": .varint(0), "page_size": .varint(10),
  ]
  /// Fields that a good request of this kind leaves out, unless they are what a test is about.
  var leftOut: Set<String> = [
    "variant_id", "channel_id", "expected_version", "page_token", "opening_holds", "in_quarantine", "dry_run",
    "created_at", "updated_at", "pickup_warehouse_id", "existing", "mode", "reason", "barcodes", "variants",
    "components", "ListDiscrepanciesRequest.transfer_id", "PutPolicyRequest.policy",
  ]
  /// Messages that are about a channel, and so name one.
  var needsChannel: Set<String> = [
    "PutChannelRequest", "SetChannelStockRequest", "GetChannelStockRequest", "ReallocateUnsoldRequest", "ChannelWeight",
  ]
  /// Fields that contradict each other though the schema lets them stand together.
  var rivals: [Set<String>] = [
    ["reservation_ids", "reference", "cart_id"], ["lines", "reference"],
    ["GetHistoryRequest.product_id", "GetHistoryRequest.reference"],
    ["SnapshotRow.product_id", "SnapshotRow.sku"], ["SnapshotRow.warehouse_id", "SnapshotRow.warehouse_code"],
    ["CreateTransferRequest.from_warehouse_id", "CreateTransferRequest.supplier"],
    ["CreateTransferRequest.from_warehouse_id", "CreateTransferRequest.purchase_reference"],
  ]

  /// The request of `method`, with everything in it that goes together.
  func request(of method: Messages.Method) -> [UInt8] { message(method.info.request, [], nil) }

  /// The request with `value` in one field; nil leaves that field out.
  func request(_ site: Site, with value: ProtoBytes.Value?) -> [UInt8] {
    message(site.method.info.request, site.path[...], value)
  }

  private func message(
    _ name: String, _ path: ArraySlice<FieldDescription>, _ value: ProtoBytes.Value?
  ) -> [UInt8] {
    var bytes = ProtoBytes()
    let type = String(name.split(separator: ".").last ?? "")
    var taken: [String] = []
    if let first = path.first { taken += [first.name, "\(type).\(first.name)"] }
    for field in Site.fields(name) {
      if let first = path.first, field.number == first.number {
        if path.count > 1 {
          bytes.add(field.number, .bytes(message(field.type, path.dropFirst(), value)))
        } else if let value {
          bytes.add(field.number, value)
        }
      } else if !isLeftOut(field, of: type), !isRival(field, in: type, of: taken) {
        taken += [field.name, "\(type).\(field.name)"]
        bytes.add(field.number, sample(field, in: type))
      }
    }
    return bytes.bytes
  }

  private func isLeftOut(_ field: FieldDescription, of type: String) -> Bool {
    if type == "Variant" || field.name == "channel_id" && needsChannel.contains(type) { return false }
    return leftOut.contains(field.name) || leftOut.contains("\(type).\(field.name)")
  }

  private func isRival(_ field: FieldDescription, in type: String, of taken: [String]) -> Bool {
    taken.contains { other in
      field.alternatives.contains(other)
        || rivals.contains { $0.contains(other) && ($0.contains(field.name) || $0.contains("\(type).\(field.name)")) }
    }
  }

  private func sample(_ field: FieldDescription, in type: String) -> ProtoBytes.Value {
    if let value = values["\(type).\(field.name)"] ?? values[field.name] { return value }
    return switch field.type {
    case "string": .text("x")
    case "bytes": .bytes([1])
    case "double": .double(1)
    case "float": .fixed32(Float(1).bitPattern)
    case "fixed64", "sfixed64": .fixed64(1)
    case "fixed32", "sfixed32": .fixed32(1)
    case let type where type.hasPrefix("holdfast."):
      Site.fields(type).isEmpty ? .varint(1) : .bytes(message(type, [], nil))
    default: .varint(1)
    }
  }
}
