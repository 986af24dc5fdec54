internal import Messages

/// What stands in the examples of `holdfast describe`.
enum ExampleValues {
  private static let texts: [String: String] = [
    "product_id": "P-0001", "variant_id": "RED", "warehouse_id": "DC-CHI", "from_warehouse_id": "DC-CHI",
    "to_warehouse_id": "DC-DAL", "warehouse_code": "CHI", "pickup_warehouse_id": "DC-CHI", "code": "CHI",
    "sku": "BAG-R",
    "name": "Canvas bag", "barcode": "4006381333931", "barcodes": "4006381333931",
    "reservation_id": "139397665ba70f20-11829",
    "reservation_ids": "139397665ba70f20-11829", "cart_id": "c-77", "order_id": "o-1", "transfer_id": "t-1",
    "id": "c-77",
    "channel_id": "web", "alert_ids": "9f3c62d1b07a4e58-5038", "reconciliation_id": "2026-11-25",
    "reference_id": "po-12",
    "reason": "opening count", "note": "ordered at the supplier", "supplier": "Acme", "currency": "USD",
    "city": "Chicago",
    "street": "1 Main St", "state": "IL", "postal_code": "60601", "country": "US", "time_zone": "America/Chicago",
    "key": "source",
    "value": "web", "update_mask": "name", "reset_fields": "cart_seconds",
  ]
  private static let numbers: [String: String] = [
    "quantity": "2", "on_hand": "100", "counted": "98", "safety_stock": "10", "reorder_point": "20",
    "reorder_quantity": "100", "time_to_live_seconds": "900", "page_size": "100", "latitude": "41.88",
    "longitude": "-87.63",
    "priority": "1", "row_number": "2",
  ]

  /// The JSON of an example for a text or number, by the field's name in the proto file; nil = none that says more than empty or 0.
  static func json(_ field: String) -> String? { texts[field].map(JSONText.quoted) ?? numbers[field] }
}
