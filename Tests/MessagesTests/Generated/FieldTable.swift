// Made by tools/generate from proto/. Do not edit.

/// Every message with its fields: number, name, type, label.
let fieldTable: [String: [String]] = [
  "holdfast.v1.GetStatusRequest": [],
  "holdfast.v1.CertificateStatus": [
    "1 purpose string plain", "2 subject string plain", "3 not_before int64 plain", "4 not_after int64 plain",
  ],
  "holdfast.v1.ServerStatus": [
    "1 version string plain", "2 history_id string plain", "3 sequence uint64 plain", "4 last_batch_at int64 plain",
    "5 started_at int64 plain", "6 uptime_seconds uint64 plain", "7 first_sequence uint64 plain",
    "8 journal_bytes uint64 plain", "9 journal_segments uint32 plain", "10 state_bytes uint64 plain",
    "11 state_limit_bytes uint64 plain", "12 stock_levels uint64 plain", "13 products uint64 plain",
    "14 warehouses uint64 plain", "15 open_reservations uint64 plain", "16 resident_levels uint64 plain",
    "17 resident_bytes uint64 plain", "18 queued_commands uint32 plain", "19 connections uint32 plain",
    "20 accepts_commands bool plain", "21 refusing_because string plain",
    "22 certificates message CertificateStatus repeated", "23 command_results uint64 plain",
    "24 command_result_seconds uint64 plain",
  ],
  "holdfast.v1.LevelState": [
    "1 on_hand int64 plain", "2 reserved int64 plain", "3 quarantined int64 plain", "4 incoming int64 plain",
    "5 safety_stock int64 plain", "6 reorder_point int64 plain", "7 reorder_quantity int64 plain",
  ],
  "holdfast.v1.LevelChange": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain",
    "4 before message LevelState plain", "5 after message LevelState plain", "6 ordinal uint64 plain",
    "7 previous uint64 plain", "8 skip uint64 plain",
  ],
  "holdfast.v1.Entry": [
    "1 type enum EntryType plain", "2 quantity int64 plain", "3 level message LevelChange plain",
    "4 hold message Reservation plain", "5 previous_reference message Reference plain",
    "6 previous_expires_at int64 plain", "7 hold_sequence uint64 plain", "8 channel_id string plain",
    "9 reason string plain", "10 reference_id string plain", "11 principal string plain", "12 actor string plain",
    "13 source enum EntrySource plain", "14 metadata message Metadata repeated", "15 warehouse message Warehouse plain",
    "16 product message Product plain", "17 command_result message CommandResult plain",
    "18 other_warehouse_id string plain",
  ],
  "holdfast.v1.CommandResult": [
    "1 command_id bytes plain", "2 method string plain", "3 request_hash bytes plain", "4 status message Status plain",
    "5 response bytes plain", "6 sequence uint64 plain",
  ],
  "holdfast.v1.ReserveRequest": [
    "1 reference message Reference plain", "2 items message OrderItem repeated", "3 channel_id string plain",
    "4 ship_to message Address plain", "5 time_to_live_seconds uint32 oneof", "6 mode enum ReserveMode plain",
    "7 existing enum ExistingHolds plain", "8 strategy enum SplitStrategy plain", "9 pickup_warehouse_id string plain",
  ],
  "holdfast.v1.ReserveResponse": [
    "1 reservations message Reservation repeated", "2 failures message Refusal repeated",
    "3 is_proven_optimal bool plain",
  ],
  "holdfast.v1.ReleaseRequest": [
    "1 reservation_ids string repeated", "2 reference message Reference plain", "3 reason string plain",
  ],
  "holdfast.v1.ReleaseResponse": ["1 released message Reservation repeated"],
  "holdfast.v1.ExtendRequest": [
    "1 reservation_ids string repeated", "2 reference message Reference plain", "3 expires_at int64 oneof",
    "4 time_to_live_seconds uint32 oneof",
  ],
  "holdfast.v1.ExtendResponse": ["1 reservations message Reservation repeated"],
  "holdfast.v1.ConvertReservationRequest": [
    "1 reservation_ids string repeated", "2 cart_id string plain", "3 order_id string plain",
    "4 existing enum ExistingHolds plain",
  ],
  "holdfast.v1.ConvertReservationResponse": ["1 reservations message Reservation repeated"],
  "holdfast.v1.ChangeReservationRequest": [
    "1 reservation_id string plain", "2 quantity int64 oneof", "3 warehouse_id string plain",
  ],
  "holdfast.v1.FulfillLine": ["1 reservation_id string plain", "2 quantity int64 plain"],
  "holdfast.v1.FulfillRequest": [
    "1 lines message FulfillLine repeated", "2 reference message Reference plain",
    "3 metadata message Metadata repeated",
  ],
  "holdfast.v1.FulfillResponse": ["1 reservations message Reservation repeated"],
  "holdfast.v1.GetReservationRequest": ["1 reservation_id string plain"],
  "holdfast.v1.ReservationStockFilter": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain",
  ],
  "holdfast.v1.ListReservationsRequest": [
    "1 reference message Reference oneof", "2 stock message ReservationStockFilter oneof",
    "3 warehouse_id string oneof", "4 expires_before int64 oneof", "5 page_size uint32 plain",
    "6 page_token string plain",
  ],
  "holdfast.v1.ListReservationsResponse": [
    "1 reservations message Reservation repeated", "2 next_page_token string plain",
  ],
  "holdfast.v1.GetStockRequest": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain",
  ],
  "holdfast.v1.BatchGetStockRequest": ["1 keys message StockKey repeated"],
  "holdfast.v1.StockResult": ["1 level message StockLevel plain", "2 missing bool plain"],
  "holdfast.v1.BatchGetStockResponse": ["1 results message StockResult repeated"],
  "holdfast.v1.ListStockRequest": [
    "1 product_id string oneof", "2 warehouse_id string oneof", "3 below_safety_stock bool plain",
    "4 below_reorder_point bool plain", "5 out_of_stock bool plain", "6 page_size uint32 plain",
    "7 page_token string plain",
  ],
  "holdfast.v1.ListStockResponse": ["1 levels message StockLevel repeated", "2 next_page_token string plain"],
  "holdfast.v1.Variant": [
    "1 variant_id string plain", "2 name string plain", "3 sku string plain", "4 barcodes string repeated",
  ],
  "holdfast.v1.Product": [
    "1 product_id string plain", "2 name string plain", "3 sku string plain", "4 variants message Variant repeated",
    "5 barcodes string repeated", "6 created_at int64 plain", "7 updated_at int64 plain",
  ],
  "holdfast.v1.PutProductRequest": ["1 product message Product plain"],
  "holdfast.v1.GetProductRequest": ["1 product_id string oneof", "2 sku string oneof", "3 barcode string oneof"],
  "holdfast.v1.ListProductsRequest": ["1 page_size uint32 plain", "2 page_token string plain"],
  "holdfast.v1.ListProductsResponse": ["1 products message Product repeated", "2 next_page_token string plain"],
  "holdfast.v1.OpeningHold": [
    "1 reference message Reference plain", "2 quantity int64 plain", "3 expires_at int64 plain",
    "4 channel_id string plain",
  ],
  "holdfast.v1.StockSetting": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain", "4 on_hand int64 oneof",
    "5 safety_stock int64 oneof", "6 reorder_point int64 oneof", "7 reorder_quantity int64 oneof",
    "8 expected_version uint64 oneof", "9 opening_holds message OpeningHold repeated",
  ],
  "holdfast.v1.SetStockRequest": [
    "1 settings message StockSetting repeated", "2 reason string plain", "3 reference_id string plain",
    "4 allow_oversold bool plain", "5 metadata message Metadata repeated",
  ],
  "holdfast.v1.SetStockResponse": ["1 levels message StockLevel repeated"],
  "holdfast.v1.AdjustmentLine": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain",
    "4 type enum AdjustmentType plain", "5 quantity int64 plain", "6 in_quarantine bool plain",
    "7 channel_id string plain", "8 expected_version uint64 oneof",
  ],
  "holdfast.v1.AdjustStockRequest": [
    "1 lines message AdjustmentLine repeated", "2 reason string plain", "3 reference_id string plain",
    "4 allow_oversold bool plain", "5 metadata message Metadata repeated",
  ],
  "holdfast.v1.AdjustStockResponse": ["1 levels message StockLevel repeated"],
  "holdfast.v1.MoveStockRequest": [
    "1 product_id string plain", "2 variant_id string plain", "3 from_warehouse_id string plain",
    "4 to_warehouse_id string plain", "5 quantity int64 plain", "6 reason string plain", "7 reference_id string plain",
  ],
  "holdfast.v1.MoveStockResponse": ["1 from message StockLevel plain", "2 to message StockLevel plain"],
  "holdfast.v1.ImportRow": [
    "1 row_number uint64 plain", "2 sku string plain", "3 product_id string plain", "4 variant_id string plain",
    "5 warehouse_code string plain", "6 quantity int64 plain", "7 safety_stock int64 oneof",
    "8 reorder_point int64 oneof",
  ],
  "holdfast.v1.ImportStockRequest": ["1 rows message ImportRow repeated", "2 dry_run bool plain"],
  "holdfast.v1.ImportError": ["1 row_number uint64 plain", "2 field string plain", "3 message string plain"],
  "holdfast.v1.ImportStockResponse": [
    "1 changed uint32 plain", "2 unchanged uint32 plain", "3 errors message ImportError repeated",
  ],
  "holdfast.v1.StockLevel": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain", "4 on_hand int64 plain",
    "5 reserved int64 plain", "6 quarantined int64 plain", "7 available int64 plain", "8 incoming int64 plain",
    "9 safety_stock int64 plain", "10 reorder_point int64 plain", "11 reorder_quantity int64 plain",
    "12 version uint64 plain", "13 updated_at int64 plain",
  ],
  "holdfast.v1.StockKey": ["1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain"],
  "holdfast.v1.Address": [
    "1 street string plain", "2 city string plain", "3 state string plain", "4 postal_code string plain",
    "5 country string plain", "6 latitude double oneof", "7 longitude double oneof",
  ],
  "holdfast.v1.Reference": ["1 type enum ReferenceType plain", "2 id string plain"],
  "holdfast.v1.Reservation": [
    "1 reservation_id string plain", "2 reference message Reference plain", "3 product_id string plain",
    "4 variant_id string plain", "5 warehouse_id string plain", "6 quantity int64 plain",
    "7 fulfilled_quantity int64 plain", "8 channel_id string plain", "9 created_at int64 plain",
    "10 expires_at int64 plain",
  ],
  "holdfast.v1.OrderItem": [
    "1 product_id string plain", "2 variant_id string plain", "3 quantity int64 plain", "4 warehouse_id string plain",
  ],
  "holdfast.v1.Metadata": ["1 key string plain", "2 value string plain"],
  "holdfast.v1.ScoringWeights": [
    "1 base double plain", "2 distance_cap double plain", "3 kilometres_per_point double plain",
    "4 availability_cap double plain", "5 availability_weight double plain", "6 priority_weight double plain",
    "7 utilization_weight double plain",
  ],
  "holdfast.v1.ShippingRate": [
    "1 base_micros int64 plain", "2 per_unit_micros int64 plain", "3 per_unit_km_micros int64 plain",
    "4 currency string plain",
  ],
  "holdfast.v1.Warehouse": [
    "1 warehouse_id string plain", "2 code string plain", "3 name string plain", "4 address message Address plain",
    "5 timezone string plain", "6 is_active bool plain", "7 priority uint32 plain",
    "8 capabilities enum Capability repeated", "9 daily_capacity int64 plain", "10 cut_off_minutes uint32 oneof",
    "11 handling_hours uint32 oneof", "12 shipping_rate message ShippingRate plain", "13 created_at int64 plain",
    "14 updated_at int64 plain",
  ],
  "holdfast.v1.CreateWarehouseRequest": ["1 warehouse message Warehouse plain"],
  "holdfast.v1.UpdateWarehouseRequest": ["1 warehouse message Warehouse plain", "2 update_mask string repeated"],
  "holdfast.v1.GetWarehouseRequest": ["1 warehouse_id string oneof", "2 code string oneof"],
  "holdfast.v1.ListWarehousesRequest": [
    "1 page_size uint32 plain", "2 page_token string plain", "3 only_active bool plain",
    "4 capability enum Capability plain",
  ],
  "holdfast.v1.ListWarehousesResponse": ["1 warehouses message Warehouse repeated", "2 next_page_token string plain"],
  "holdfast.v1.DeactivateWarehouseRequest": ["1 warehouse_id string plain"],
  "holdfast.v1.SelectWarehouseRequest": [
    "1 product_id string plain", "2 variant_id string plain", "3 quantity int64 plain",
    "4 ship_to message Address plain", "5 weights message ScoringWeights plain",
  ],
  "holdfast.v1.ScoreParts": [
    "1 base double plain", "2 distance double plain", "3 availability double plain", "4 priority double plain",
    "5 utilization double plain",
  ],
  "holdfast.v1.WarehouseCandidate": [
    "1 warehouse_id string plain", "2 code string plain", "3 score double plain", "4 parts message ScoreParts plain",
    "5 available int64 plain", "6 distance_metres int64 oneof", "7 cost_micros int64 plain", "8 currency string plain",
    "9 ships_at int64 plain", "10 delivers_at int64 plain",
  ],
  "holdfast.v1.SelectWarehouseResponse": ["1 candidates message WarehouseCandidate repeated"],
  "holdfast.v1.SplitOrderRequest": [
    "1 items message OrderItem repeated", "2 ship_to message Address plain", "3 strategy enum SplitStrategy plain",
    "4 allow_partial bool plain", "5 pickup_warehouse_id string plain",
  ],
  "holdfast.v1.ShipmentItem": [
    "1 product_id string plain", "2 variant_id string plain", "3 quantity int64 plain", "4 item_index uint32 plain",
  ],
  "holdfast.v1.Shipment": [
    "1 warehouse_id string plain", "2 code string plain", "3 items message ShipmentItem repeated",
    "4 cost_micros int64 plain", "5 currency string plain", "6 distance_metres int64 oneof", "7 ships_at int64 plain",
    "8 delivers_at int64 plain",
  ],
  "holdfast.v1.UnmetItem": [
    "1 product_id string plain", "2 variant_id string plain", "3 requested int64 plain", "4 unmet int64 plain",
    "5 item_index uint32 plain",
  ],
  "holdfast.v1.SplitOrderResponse": [
    "1 shipments message Shipment repeated", "2 unmet message UnmetItem repeated", "3 is_proven_optimal bool plain",
    "4 total_cost_micros int64 plain", "5 currency string plain", "6 search_steps uint64 plain",
  ],
  "holdfast.v1.Call": [
    "1 call_id uint64 plain", "2 method string plain", "3 timeout_ms uint32 plain", "4 command_id bytes plain",
    "5 actor string plain", "6 trace_id string plain", "7 request bytes plain", "8 cancel bool plain",
    "9 credit uint32 plain",
  ],
  "holdfast.v1.Reply": [
    "1 call_id uint64 plain", "2 status message Status plain", "3 sequence uint64 plain", "4 response bytes plain",
    "5 more bool plain", "6 repeated bool plain",
  ],
  "holdfast.v1.Status": [
    "1 code uint32 plain", "2 message string plain", "3 violations message FieldViolation repeated",
    "4 refusals message Refusal repeated", "5 retry_after_ms uint32 plain",
  ],
  "holdfast.v1.FieldViolation": ["1 field string plain", "2 message string plain"],
  "holdfast.v1.Refusal": [
    "1 product_id string plain", "2 variant_id string plain", "3 warehouse_id string plain", "4 requested int64 plain",
    "5 available int64 plain", "6 current_version uint64 plain", "7 reason enum RefusalReason plain",
    "8 reservation_id string plain",
  ],
  "holdfast.v1.Notice": ["1 kind enum Notice.Kind plain", "2 message string plain"],
]
