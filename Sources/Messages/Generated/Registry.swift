// Made by tools/generate from proto/. Do not edit.

package import CMessages

/// Every message of the schema by its name, and what the schema says of everything in it.
package enum MessageRegistry {
  /// Full names of all messages, sorted.
  package static let messageNames: [String] = [
    "holdfast.v1.AcknowledgeAlertRequest",
    "holdfast.v1.AcknowledgeAlertResponse",
    "holdfast.v1.Address",
    "holdfast.v1.AdjustStockRequest",
    "holdfast.v1.AdjustStockResponse",
    "holdfast.v1.AdjustmentLine",
    "holdfast.v1.Alert",
    "holdfast.v1.AllocateStockRequest",
    "holdfast.v1.AllocateStockResponse",
    "holdfast.v1.Allocation",
    "holdfast.v1.AllocationChange",
    "holdfast.v1.BackupFacts",
    "holdfast.v1.BackupRequest",
    "holdfast.v1.BackupResponse",
    "holdfast.v1.BatchGetStockRequest",
    "holdfast.v1.BatchGetStockResponse",
    "holdfast.v1.Call",
    "holdfast.v1.CancelTransferRequest",
    "holdfast.v1.CertificateStatus",
    "holdfast.v1.ChangeReservationRequest",
    "holdfast.v1.Channel",
    "holdfast.v1.ChannelStock",
    "holdfast.v1.ChannelVelocity",
    "holdfast.v1.ChannelWeight",
    "holdfast.v1.CommandResult",
    "holdfast.v1.CompactJournalRequest",
    "holdfast.v1.CompactJournalResponse",
    "holdfast.v1.Comparison",
    "holdfast.v1.ConvertReservationRequest",
    "holdfast.v1.ConvertReservationResponse",
    "holdfast.v1.CountLine",
    "holdfast.v1.CountProposal",
    "holdfast.v1.CountResult",
    "holdfast.v1.CreateTransferRequest",
    "holdfast.v1.CreateWarehouseRequest",
    "holdfast.v1.DailyForecast",
    "holdfast.v1.DeactivateWarehouseRequest",
    "holdfast.v1.Discrepancy",
    "holdfast.v1.Entry",
    "holdfast.v1.ExportRow",
    "holdfast.v1.ExportStockRequest",
    "holdfast.v1.ExportStockResponse",
    "holdfast.v1.ExtendRequest",
    "holdfast.v1.ExtendResponse",
    "holdfast.v1.FieldViolation",
    "holdfast.v1.ForecastDemandRequest",
    "holdfast.v1.ForecastDemandResponse",
    "holdfast.v1.FulfillLine",
    "holdfast.v1.FulfillRequest",
    "holdfast.v1.FulfillResponse",
    "holdfast.v1.GetChannelStockRequest",
    "holdfast.v1.GetCommandResultRequest",
    "holdfast.v1.GetCommandResultResponse",
    "holdfast.v1.GetHistoryRequest",
    "holdfast.v1.GetHistoryResponse",
    "holdfast.v1.GetPolicyRequest",
    "holdfast.v1.GetProductRequest",
    "holdfast.v1.GetReconciliationRequest",
    "holdfast.v1.GetReservationRequest",
    "holdfast.v1.GetStatusRequest",
    "holdfast.v1.GetStockRequest",
    "holdfast.v1.GetTransferRequest",
    "holdfast.v1.GetVelocityRequest",
    "holdfast.v1.GetVelocityResponse",
    "holdfast.v1.GetWarehouseRequest",
    "holdfast.v1.HistoryEntry",
    "holdfast.v1.ImportError",
    "holdfast.v1.ImportRow",
    "holdfast.v1.ImportStockRequest",
    "holdfast.v1.ImportStockResponse",
    "holdfast.v1.KitComponent",
    "holdfast.v1.LevelChange",
    "holdfast.v1.LevelState",
    "holdfast.v1.ListAlertsRequest",
    "holdfast.v1.ListAlertsResponse",
    "holdfast.v1.ListChannelsRequest",
    "holdfast.v1.ListChannelsResponse",
    "holdfast.v1.ListDiscrepanciesRequest",
    "holdfast.v1.ListDiscrepanciesResponse",
    "holdfast.v1.ListProductsRequest",
    "holdfast.v1.ListProductsResponse",
    "holdfast.v1.ListReservationsRequest",
    "holdfast.v1.ListReservationsResponse",
    "holdfast.v1.ListReviewsRequest",
    "holdfast.v1.ListReviewsResponse",
    "holdfast.v1.ListStockRequest",
    "holdfast.v1.ListStockResponse",
    "holdfast.v1.ListTransfersRequest",
    "holdfast.v1.ListTransfersResponse",
    "holdfast.v1.ListWarehousesRequest",
    "holdfast.v1.ListWarehousesResponse",
    "holdfast.v1.Metadata",
    "holdfast.v1.MoveStockRequest",
    "holdfast.v1.MoveStockResponse",
    "holdfast.v1.NextCountsRequest",
    "holdfast.v1.NextCountsResponse",
    "holdfast.v1.Notice",
    "holdfast.v1.OpeningHold",
    "holdfast.v1.OrderItem",
    "holdfast.v1.Policy",
    "holdfast.v1.Product",
    "holdfast.v1.PutChannelRequest",
    "holdfast.v1.PutPolicyRequest",
    "holdfast.v1.PutProductRequest",
    "holdfast.v1.ReallocateUnsoldRequest",
    "holdfast.v1.ReallocateUnsoldResponse",
    "holdfast.v1.Reallocation",
    "holdfast.v1.ReceiptLine",
    "holdfast.v1.ReceiveTransferRequest",
    "holdfast.v1.ReceiveTransferResponse",
    "holdfast.v1.ReconcileRequest",
    "holdfast.v1.ReconcileResponse",
    "holdfast.v1.ReconciliationReport",
    "holdfast.v1.Reference",
    "holdfast.v1.ReferenceLink",
    "holdfast.v1.Refusal",
    "holdfast.v1.ReleaseRequest",
    "holdfast.v1.ReleaseResponse",
    "holdfast.v1.ReloadCertificatesRequest",
    "holdfast.v1.ReloadCertificatesResponse",
    "holdfast.v1.ReorderSuggestion",
    "holdfast.v1.Reply",
    "holdfast.v1.Reservation",
    "holdfast.v1.ReservationStockFilter",
    "holdfast.v1.ReserveRequest",
    "holdfast.v1.ReserveResponse",
    "holdfast.v1.ResolveDiscrepancyRequest",
    "holdfast.v1.ResolveReviewRequest",
    "holdfast.v1.ResolveReviewResponse",
    "holdfast.v1.Review",
    "holdfast.v1.ScoreParts",
    "holdfast.v1.ScoringWeights",
    "holdfast.v1.SelectWarehouseRequest",
    "holdfast.v1.SelectWarehouseResponse",
    "holdfast.v1.ServerStatus",
    "holdfast.v1.SetChannelStockRequest",
    "holdfast.v1.SetStockRequest",
    "holdfast.v1.SetStockResponse",
    "holdfast.v1.ShipTransferRequest",
    "holdfast.v1.Shipment",
    "holdfast.v1.ShipmentItem",
    "holdfast.v1.ShippingRate",
    "holdfast.v1.SnapshotRow",
    "holdfast.v1.SplitOrderRequest",
    "holdfast.v1.SplitOrderResponse",
    "holdfast.v1.Status",
    "holdfast.v1.StockFault",
    "holdfast.v1.StockKey",
    "holdfast.v1.StockLevel",
    "holdfast.v1.StockResult",
    "holdfast.v1.StockSetting",
    "holdfast.v1.SubmitCountRequest",
    "holdfast.v1.SubmitCountResponse",
    "holdfast.v1.SuggestReordersRequest",
    "holdfast.v1.SuggestReordersResponse",
    "holdfast.v1.Transfer",
    "holdfast.v1.TransferLine",
    "holdfast.v1.UnmetItem",
    "holdfast.v1.UpdateWarehouseRequest",
    "holdfast.v1.Variant",
    "holdfast.v1.VerifyStockRequest",
    "holdfast.v1.VerifyStockResponse",
    "holdfast.v1.Warehouse",
    "holdfast.v1.WarehouseCandidate",
  ]

  /// The descriptor that `protoc-c` made of the message with this full name; nil if there is none.
  package static func descriptor(_ fullName: String) -> UnsafePointer<ProtobufCMessageDescriptor>? {
    switch fullName {
    case "holdfast.v1.AcknowledgeAlertRequest": unsafe AcknowledgeAlertRequest.descriptor
    case "holdfast.v1.AcknowledgeAlertResponse": unsafe AcknowledgeAlertResponse.descriptor
    case "holdfast.v1.Address": unsafe Address.descriptor
    case "holdfast.v1.AdjustStockRequest": unsafe AdjustStockRequest.descriptor
    case "holdfast.v1.AdjustStockResponse": unsafe AdjustStockResponse.descriptor
    case "holdfast.v1.AdjustmentLine": unsafe AdjustmentLine.descriptor
    case "holdfast.v1.Alert": unsafe Alert.descriptor
    case "holdfast.v1.AllocateStockRequest": unsafe AllocateStockRequest.descriptor
    case "holdfast.v1.AllocateStockResponse": unsafe AllocateStockResponse.descriptor
    case "holdfast.v1.Allocation": unsafe Allocation.descriptor
    case "holdfast.v1.AllocationChange": unsafe AllocationChange.descriptor
    case "holdfast.v1.BackupFacts": unsafe BackupFacts.descriptor
    case "holdfast.v1.BackupRequest": unsafe BackupRequest.descriptor
    case "holdfast.v1.BackupResponse": unsafe BackupResponse.descriptor
    case "holdfast.v1.BatchGetStockRequest": unsafe BatchGetStockRequest.descriptor
    case "holdfast.v1.BatchGetStockResponse": unsafe BatchGetStockResponse.descriptor
    case "holdfast.v1.Call": unsafe Call.descriptor
    case "holdfast.v1.CancelTransferRequest": unsafe CancelTransferRequest.descriptor
    case "holdfast.v1.CertificateStatus": unsafe CertificateStatus.descriptor
    case "holdfast.v1.ChangeReservationRequest": unsafe ChangeReservationRequest.descriptor
    case "holdfast.v1.Channel": unsafe Channel.descriptor
    case "holdfast.v1.ChannelStock": unsafe ChannelStock.descriptor
    case "holdfast.v1.ChannelVelocity": unsafe ChannelVelocity.descriptor
    case "holdfast.v1.ChannelWeight": unsafe ChannelWeight.descriptor
    case "holdfast.v1.CommandResult": unsafe CommandResult.descriptor
    case "holdfast.v1.CompactJournalRequest": unsafe CompactJournalRequest.descriptor
    case "holdfast.v1.CompactJournalResponse": unsafe CompactJournalResponse.descriptor
    case "holdfast.v1.Comparison": unsafe Comparison.descriptor
    case "holdfast.v1.ConvertReservationRequest": unsafe ConvertReservationRequest.descriptor
    case "holdfast.v1.ConvertReservationResponse": unsafe ConvertReservationResponse.descriptor
    case "holdfast.v1.CountLine": unsafe CountLine.descriptor
    case "holdfast.v1.CountProposal": unsafe CountProposal.descriptor
    case "holdfast.v1.CountResult": unsafe CountResult.descriptor
    case "holdfast.v1.CreateTransferRequest": unsafe CreateTransferRequest.descriptor
    case "holdfast.v1.CreateWarehouseRequest": unsafe CreateWarehouseRequest.descriptor
    case "holdfast.v1.DailyForecast": unsafe DailyForecast.descriptor
    case "holdfast.v1.DeactivateWarehouseRequest": unsafe DeactivateWarehouseRequest.descriptor
    case "holdfast.v1.Discrepancy": unsafe Discrepancy.descriptor
    case "holdfast.v1.Entry": unsafe Entry.descriptor
    case "holdfast.v1.ExportRow": unsafe ExportRow.descriptor
    case "holdfast.v1.ExportStockRequest": unsafe ExportStockRequest.descriptor
    case "holdfast.v1.ExportStockResponse": unsafe ExportStockResponse.descriptor
    case "holdfast.v1.ExtendRequest": unsafe ExtendRequest.descriptor
    case "holdfast.v1.ExtendResponse": unsafe ExtendResponse.descriptor
    case "holdfast.v1.FieldViolation": unsafe FieldViolation.descriptor
    case "holdfast.v1.ForecastDemandRequest": unsafe ForecastDemandRequest.descriptor
    case "holdfast.v1.ForecastDemandResponse": unsafe ForecastDemandResponse.descriptor
    case "holdfast.v1.FulfillLine": unsafe FulfillLine.descriptor
    case "holdfast.v1.FulfillRequest": unsafe FulfillRequest.descriptor
    case "holdfast.v1.FulfillResponse": unsafe FulfillResponse.descriptor
    case "holdfast.v1.GetChannelStockRequest": unsafe GetChannelStockRequest.descriptor
    case "holdfast.v1.GetCommandResultRequest": unsafe GetCommandResultRequest.descriptor
    case "holdfast.v1.GetCommandResultResponse": unsafe GetCommandResultResponse.descriptor
    case "holdfast.v1.GetHistoryRequest": unsafe GetHistoryRequest.descriptor
    case "holdfast.v1.GetHistoryResponse": unsafe GetHistoryResponse.descriptor
    case "holdfast.v1.GetPolicyRequest": unsafe GetPolicyRequest.descriptor
    case "holdfast.v1.GetProductRequest": unsafe GetProductRequest.descriptor
    case "holdfast.v1.GetReconciliationRequest": unsafe GetReconciliationRequest.descriptor
    case "holdfast.v1.GetReservationRequest": unsafe GetReservationRequest.descriptor
    case "holdfast.v1.GetStatusRequest": unsafe GetStatusRequest.descriptor
    case "holdfast.v1.GetStockRequest": unsafe GetStockRequest.descriptor
    case "holdfast.v1.GetTransferRequest": unsafe GetTransferRequest.descriptor
    case "holdfast.v1.GetVelocityRequest": unsafe GetVelocityRequest.descriptor
    case "holdfast.v1.GetVelocityResponse": unsafe GetVelocityResponse.descriptor
    case "holdfast.v1.GetWarehouseRequest": unsafe GetWarehouseRequest.descriptor
    case "holdfast.v1.HistoryEntry": unsafe HistoryEntry.descriptor
    case "holdfast.v1.ImportError": unsafe ImportError.descriptor
    case "holdfast.v1.ImportRow": unsafe ImportRow.descriptor
    case "holdfast.v1.ImportStockRequest": unsafe ImportStockRequest.descriptor
    case "holdfast.v1.ImportStockResponse": unsafe ImportStockResponse.descriptor
    case "holdfast.v1.KitComponent": unsafe KitComponent.descriptor
    case "holdfast.v1.LevelChange": unsafe LevelChange.descriptor
    case "holdfast.v1.LevelState": unsafe LevelState.descriptor
    case "holdfast.v1.ListAlertsRequest": unsafe ListAlertsRequest.descriptor
    case "holdfast.v1.ListAlertsResponse": unsafe ListAlertsResponse.descriptor
    case "holdfast.v1.ListChannelsRequest": unsafe ListChannelsRequest.descriptor
    case "holdfast.v1.ListChannelsResponse": unsafe ListChannelsResponse.descriptor
    case "holdfast.v1.ListDiscrepanciesRequest": unsafe ListDiscrepanciesRequest.descriptor
    case "holdfast.v1.ListDiscrepanciesResponse": unsafe ListDiscrepanciesResponse.descriptor
    case "holdfast.v1.ListProductsRequest": unsafe ListProductsRequest.descriptor
    case "holdfast.v1.ListProductsResponse": unsafe ListProductsResponse.descriptor
    case "holdfast.v1.ListReservationsRequest": unsafe ListReservationsRequest.descriptor
    case "holdfast.v1.ListReservationsResponse": unsafe ListReservationsResponse.descriptor
    case "holdfast.v1.ListReviewsRequest": unsafe ListReviewsRequest.descriptor
    case "holdfast.v1.ListReviewsResponse": unsafe ListReviewsResponse.descriptor
    case "holdfast.v1.ListStockRequest": unsafe ListStockRequest.descriptor
    case "holdfast.v1.ListStockResponse": unsafe ListStockResponse.descriptor
    case "holdfast.v1.ListTransfersRequest": unsafe ListTransfersRequest.descriptor
    case "holdfast.v1.ListTransfersResponse": unsafe ListTransfersResponse.descriptor
    case "holdfast.v1.ListWarehousesRequest": unsafe ListWarehousesRequest.descriptor
    case "holdfast.v1.ListWarehousesResponse": unsafe ListWarehousesResponse.descriptor
    case "holdfast.v1.Metadata": unsafe Metadata.descriptor
    case "holdfast.v1.MoveStockRequest": unsafe MoveStockRequest.descriptor
    case "holdfast.v1.MoveStockResponse": unsafe MoveStockResponse.descriptor
    case "holdfast.v1.NextCountsRequest": unsafe NextCountsRequest.descriptor
    case "holdfast.v1.NextCountsResponse": unsafe NextCountsResponse.descriptor
    case "holdfast.v1.Notice": unsafe Notice.descriptor
    case "holdfast.v1.OpeningHold": unsafe OpeningHold.descriptor
    case "holdfast.v1.OrderItem": unsafe OrderItem.descriptor
    case "holdfast.v1.Policy": unsafe Policy.descriptor
    case "holdfast.v1.Product": unsafe Product.descriptor
    case "holdfast.v1.PutChannelRequest": unsafe PutChannelRequest.descriptor
    case "holdfast.v1.PutPolicyRequest": unsafe PutPolicyRequest.descriptor
    case "holdfast.v1.PutProductRequest": unsafe PutProductRequest.descriptor
    case "holdfast.v1.ReallocateUnsoldRequest": unsafe ReallocateUnsoldRequest.descriptor
    case "holdfast.v1.ReallocateUnsoldResponse": unsafe ReallocateUnsoldResponse.descriptor
    case "holdfast.v1.Reallocation": unsafe Reallocation.descriptor
    case "holdfast.v1.ReceiptLine": unsafe ReceiptLine.descriptor
    case "holdfast.v1.ReceiveTransferRequest": unsafe ReceiveTransferRequest.descriptor
    case "holdfast.v1.ReceiveTransferResponse": unsafe ReceiveTransferResponse.descriptor
    case "holdfast.v1.ReconcileRequest": unsafe ReconcileRequest.descriptor
    case "holdfast.v1.ReconcileResponse": unsafe ReconcileResponse.descriptor
    case "holdfast.v1.ReconciliationReport": unsafe ReconciliationReport.descriptor
    case "holdfast.v1.Reference": unsafe Reference.descriptor
    case "holdfast.v1.ReferenceLink": unsafe ReferenceLink.descriptor
    case "holdfast.v1.Refusal": unsafe Refusal.descriptor
    case "holdfast.v1.ReleaseRequest": unsafe ReleaseRequest.descriptor
    case "holdfast.v1.ReleaseResponse": unsafe ReleaseResponse.descriptor
    case "holdfast.v1.ReloadCertificatesRequest": unsafe ReloadCertificatesRequest.descriptor
    case "holdfast.v1.ReloadCertificatesResponse": unsafe ReloadCertificatesResponse.descriptor
    case "holdfast.v1.ReorderSuggestion": unsafe ReorderSuggestion.descriptor
    case "holdfast.v1.Reply": unsafe Reply.descriptor
    case "holdfast.v1.Reservation": unsafe Reservation.descriptor
    case "holdfast.v1.ReservationStockFilter": unsafe ReservationStockFilter.descriptor
    case "holdfast.v1.ReserveRequest": unsafe ReserveRequest.descriptor
    case "holdfast.v1.ReserveResponse": unsafe ReserveResponse.descriptor
    case "holdfast.v1.ResolveDiscrepancyRequest": unsafe ResolveDiscrepancyRequest.descriptor
    case "holdfast.v1.ResolveReviewRequest": unsafe ResolveReviewRequest.descriptor
    case "holdfast.v1.ResolveReviewResponse": unsafe ResolveReviewResponse.descriptor
    case "holdfast.v1.Review": unsafe Review.descriptor
    case "holdfast.v1.ScoreParts": unsafe ScoreParts.descriptor
    case "holdfast.v1.ScoringWeights": unsafe ScoringWeights.descriptor
    case "holdfast.v1.SelectWarehouseRequest": unsafe SelectWarehouseRequest.descriptor
    case "holdfast.v1.SelectWarehouseResponse": unsafe SelectWarehouseResponse.descriptor
    case "holdfast.v1.ServerStatus": unsafe ServerStatus.descriptor
    case "holdfast.v1.SetChannelStockRequest": unsafe SetChannelStockRequest.descriptor
    case "holdfast.v1.SetStockRequest": unsafe SetStockRequest.descriptor
    case "holdfast.v1.SetStockResponse": unsafe SetStockResponse.descriptor
    case "holdfast.v1.ShipTransferRequest": unsafe ShipTransferRequest.descriptor
    case "holdfast.v1.Shipment": unsafe Shipment.descriptor
    case "holdfast.v1.ShipmentItem": unsafe ShipmentItem.descriptor
    case "holdfast.v1.ShippingRate": unsafe ShippingRate.descriptor
    case "holdfast.v1.SnapshotRow": unsafe SnapshotRow.descriptor
    case "holdfast.v1.SplitOrderRequest": unsafe SplitOrderRequest.descriptor
    case "holdfast.v1.SplitOrderResponse": unsafe SplitOrderResponse.descriptor
    case "holdfast.v1.Status": unsafe Status.descriptor
    case "holdfast.v1.StockFault": unsafe StockFault.descriptor
    case "holdfast.v1.StockKey": unsafe StockKey.descriptor
    case "holdfast.v1.StockLevel": unsafe StockLevel.descriptor
    case "holdfast.v1.StockResult": unsafe StockResult.descriptor
    case "holdfast.v1.StockSetting": unsafe StockSetting.descriptor
    case "holdfast.v1.SubmitCountRequest": unsafe SubmitCountRequest.descriptor
    case "holdfast.v1.SubmitCountResponse": unsafe SubmitCountResponse.descriptor
    case "holdfast.v1.SuggestReordersRequest": unsafe SuggestReordersRequest.descriptor
    case "holdfast.v1.SuggestReordersResponse": unsafe SuggestReordersResponse.descriptor
    case "holdfast.v1.Transfer": unsafe Transfer.descriptor
    case "holdfast.v1.TransferLine": unsafe TransferLine.descriptor
    case "holdfast.v1.UnmetItem": unsafe UnmetItem.descriptor
    case "holdfast.v1.UpdateWarehouseRequest": unsafe UpdateWarehouseRequest.descriptor
    case "holdfast.v1.Variant": unsafe Variant.descriptor
    case "holdfast.v1.VerifyStockRequest": unsafe VerifyStockRequest.descriptor
    case "holdfast.v1.VerifyStockResponse": unsafe VerifyStockResponse.descriptor
    case "holdfast.v1.Warehouse": unsafe Warehouse.descriptor
    case "holdfast.v1.WarehouseCandidate": unsafe WarehouseCandidate.descriptor
    default: nil
    }
  }

  /// Names, each after `= `, and what the schema says of them.
  static let comments = #"""
    = holdfast.v1.AcknowledgeAlertRequest
    Says that alerts were seen.
    = holdfast.v1.AcknowledgeAlertRequest.alert_ids
    Which, 1 to 100.
    = holdfast.v1.AcknowledgeAlertRequest.note
    A word about it, up to 500 bytes.
    = holdfast.v1.AcknowledgeAlertResponse
    What was acknowledged.
    = holdfast.v1.AcknowledgeAlertResponse.alerts
    The alerts now, in the order of the request.
    = holdfast.v1.Address
    A place in the world.
    = holdfast.v1.Address.city
    Town.
    = holdfast.v1.Address.country
    Country, ISO 3166-1 alpha-2, such as `US`.
    = holdfast.v1.Address.latitude
    Degrees north, −90 to 90. With longitude, or not at all.
    = holdfast.v1.Address.longitude
    Degrees east, −180 to 180. With latitude, or not at all.
    = holdfast.v1.Address.postal_code
    Postal code.
    = holdfast.v1.Address.state
    State, province or region.
    = holdfast.v1.Address.street
    Street and house number.
    = holdfast.v1.AdjustStockRequest
    Asks to change levels.
    = holdfast.v1.AdjustStockRequest.allow_oversold
    Let on_hand fall below reserved + quarantined. Admins only.
    = holdfast.v1.AdjustStockRequest.lines
    1 to 1,000 lines, applied in their order, all or none.
    = holdfast.v1.AdjustStockRequest.metadata
    Facts for the journal, up to 16.
    = holdfast.v1.AdjustStockRequest.reason
    Why, for the journal.
    = holdfast.v1.AdjustStockRequest.reference_id
    What for, for the journal.
    = holdfast.v1.AdjustStockResponse
    The levels after the change.
    = holdfast.v1.AdjustStockResponse.levels
    In the order of the lines; a level that several lines change stands as it is after the last of them.
    = holdfast.v1.AdjustmentLine
    One change of one level.
    = holdfast.v1.AdjustmentLine.channel_id
    SALE and RETURN: the sales channel, if any.
    = holdfast.v1.AdjustmentLine.expected_version
    The version that the caller saw before this command. ABORTED if it is another.
    = holdfast.v1.AdjustmentLine.in_quarantine
    RETURN: the goods go to quarantine. DAMAGE: they are taken out of quarantine.
    = holdfast.v1.AdjustmentLine.product_id
    The product.
    = holdfast.v1.AdjustmentLine.quantity
    Units, with the sign that the type asks for; not 0.
    = holdfast.v1.AdjustmentLine.type
    What kind of change.
    = holdfast.v1.AdjustmentLine.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.AdjustmentLine.warehouse_id
    The warehouse. The level must exist.
    = holdfast.v1.AdjustmentType
    What kind of change a line of AdjustStock is.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_ADJUSTMENT
    A correction, either sign.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_DAMAGE
    Goods that are lost or broken, negative.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_QUARANTINE
    From available to quarantined, positive.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_RETURN
    Goods that came back, positive; counts in the channel's statistics.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_SALE
    Goods that were sold, negative; counts in the channel's statistics.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_UNQUARANTINE
    From quarantined to available, positive.
    = holdfast.v1.AdjustmentType.ADJUSTMENT_TYPE_UNSPECIFIED
    Not said: refused.
    = holdfast.v1.AdminService
    About this server.
    = holdfast.v1.AdminService/Backup
    A hot, consistent copy of state, baseline and journal, as the bytes of a tar file with a manifest at its end: a stream.
    Commands go on meanwhile. It is whole when the stream ends well, and worth nothing otherwise.
    = holdfast.v1.AdminService/CompactJournal
    Drops or archives the segments of the journal that nothing needs any more, and keeps a verified baseline in their
    place.
    = holdfast.v1.AdminService/GetCommandResult
    What became of a command of the caller's own, by its command id. NOT_FOUND where none is kept: it was never ordered,
    its answer is not one that is kept, or it is older than the window.
    = holdfast.v1.AdminService/GetPolicy
    The rules in force, defaults filled in.
    = holdfast.v1.AdminService/GetStatus
    How the server is: version, sequence, sizes, uptime, certificate expiry.
    = holdfast.v1.AdminService/PutPolicy
    Changes rules: fields that are given; the others stay as they are.
    = holdfast.v1.AdminService/ReloadCertificates
    Reads the certificates, the key and the revocation lists again, as SIGHUP does: new connections use them from when this
    is answered, live ones go on. FAILED_PRECONDITION says what is wrong with them; the old ones stay in use then.
    = holdfast.v1.Alert
    One alert.
    = holdfast.v1.Alert.acknowledged_at
    When somebody said that it was seen; 0 = nobody did.
    = holdfast.v1.Alert.acknowledged_by
    Who said so.
    = holdfast.v1.Alert.alert_id
    Its id.
    = holdfast.v1.Alert.kind
    What it is about.
    = holdfast.v1.Alert.product_id
    The product.
    = holdfast.v1.Alert.raised_at
    When it was raised.
    = holdfast.v1.Alert.reorder_quantity
    REORDER_NEEDED: how many units to order.
    = holdfast.v1.Alert.severity
    How bad it is.
    = holdfast.v1.Alert.status
    How far it has got.
    = holdfast.v1.Alert.subject_id
    The discrepancy or review that it is about.
    = holdfast.v1.Alert.threshold
    What it was measured against: 0, safety stock, reorder point, the policy's limit, units expected.
    = holdfast.v1.Alert.updated_at
    When it was raised, changed its kind, was acknowledged or closed.
    = holdfast.v1.Alert.value
    What was measured when it was raised, changed its kind or closed: available units; units sold in the hour; the
    difference.
    = holdfast.v1.Alert.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.Alert.warehouse_id
    The warehouse; empty for a product's velocity.
    = holdfast.v1.AlertKind
    What an alert is about.
    = holdfast.v1.AlertKind.ALERT_KIND_HIGH_VELOCITY
    More units of a product, of all variants and warehouses together, were sold in an hour than the policy allows: MEDIUM.
    The hour is the minute of the sale and the 59 before it. Closes when no more than the limit is left of it.
    = holdfast.v1.AlertKind.ALERT_KIND_LOW_STOCK
    No more than the safety stock is available at a level: MEDIUM.
    = holdfast.v1.AlertKind.ALERT_KIND_OUT_OF_STOCK
    Nothing is available at a level: HIGH.
    = holdfast.v1.AlertKind.ALERT_KIND_RECONCILE_REVIEW
    A count or a reconciliation differs by more than is corrected by itself: MEDIUM. Closes when the review is resolved.
    = holdfast.v1.AlertKind.ALERT_KIND_REORDER_NEEDED
    No more than the reorder point is available at a level: LOW, with the quantity to order.
    = holdfast.v1.AlertKind.ALERT_KIND_TRANSFER_DISCREPANCY
    A transfer arrived with more or less than was sent: MEDIUM. Closes when the discrepancy is resolved.
    = holdfast.v1.AlertKind.ALERT_KIND_UNSPECIFIED
    Any, where a list is asked for; never the kind of an alert.
    = holdfast.v1.AlertService
    Alerts, raised and closed by the very change that causes them.

    Of OUT_OF_STOCK, LOW_STOCK and REORDER_NEEDED only the most severe is open for a level, one alert a level; it changes
    or closes itself when the level does. An alert that changes keeps its id and its place in lists. One that gets worse is
    open again, whoever had acknowledged it; one that gets better stays acknowledged.
    = holdfast.v1.AlertService/AcknowledgeAlert
    Says that somebody has seen open alerts and deals with them: all or none; NOT_FOUND names each that is not open. What is
    about a level, a product's velocity, a discrepancy or a review closes when its cause goes, not by this. Who acknowledges
    an alert again changes nothing.
    = holdfast.v1.AlertService/ListAlerts
    Alerts, the last one raised first, a page at a time.
    = holdfast.v1.AlertSeverity
    How bad it is.
    = holdfast.v1.AlertSeverity.ALERT_SEVERITY_HIGH
    At once.
    = holdfast.v1.AlertSeverity.ALERT_SEVERITY_LOW
    Can wait.
    = holdfast.v1.AlertSeverity.ALERT_SEVERITY_MEDIUM
    Soon.
    = holdfast.v1.AlertSeverity.ALERT_SEVERITY_UNSPECIFIED
    Any, where a list is asked for; never the severity of an alert.
    = holdfast.v1.AlertStatus
    How far an alert has got.
    = holdfast.v1.AlertStatus.ALERT_STATUS_ACKNOWLEDGED
    Somebody has.
    = holdfast.v1.AlertStatus.ALERT_STATUS_CLOSED
    Its cause is gone. Closed alerts are in the history, not in lists.
    = holdfast.v1.AlertStatus.ALERT_STATUS_OPEN
    Nobody has seen it.
    = holdfast.v1.AlertStatus.ALERT_STATUS_UNSPECIFIED
    Open or acknowledged, where a list is asked for; never the status of an alert.
    = holdfast.v1.AllocateStockRequest
    Divides a total among channels.
    = holdfast.v1.AllocateStockRequest.channel_ids
    Among which channels, up to 100; empty = all, for CUSTOM those that have a weight.
    = holdfast.v1.AllocateStockRequest.product_id
    The product.
    = holdfast.v1.AllocateStockRequest.strategy
    How.
    = holdfast.v1.AllocateStockRequest.total
    How many units are divided; absent = what is available over all warehouses.
    = holdfast.v1.AllocateStockRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.AllocateStockRequest.weights
    CUSTOM: the weights, at least one of them above 0; channels in `channel_ids` without one have weight 0.
    = holdfast.v1.AllocateStockResponse
    How a total was divided: the allocations, the buffer and what is left add up to it.
    = holdfast.v1.AllocateStockResponse.allocations
    What each channel was given, by id.
    = holdfast.v1.AllocateStockResponse.buffer
    What the strategy withheld.
    = holdfast.v1.AllocateStockResponse.left
    What no channel takes.
    = holdfast.v1.AllocateStockResponse.total
    What was divided.
    = holdfast.v1.Allocation
    What one channel was given.
    = holdfast.v1.Allocation.allocated
    Units.
    = holdfast.v1.Allocation.channel_id
    The channel.
    = holdfast.v1.Allocation.previously_allocated
    Units that were allocated before.
    = holdfast.v1.AllocationChange
    What is allocated to a channel, before and after.
    = holdfast.v1.AllocationChange.allocated_after
    What is allocated.
    = holdfast.v1.AllocationChange.allocated_before
    What was allocated.
    = holdfast.v1.AllocationChange.channel_id
    The channel.
    = holdfast.v1.AllocationChange.is_allocated
    Whether anything is allocated.
    = holdfast.v1.AllocationChange.product_id
    The product.
    = holdfast.v1.AllocationChange.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.AllocationChange.was_allocated
    Whether anything was allocated.
    = holdfast.v1.AllocationStrategy
    How a total is divided.
    = holdfast.v1.AllocationStrategy.ALLOCATION_STRATEGY_CUSTOM
    In proportion to weights that the request gives. Largest remainder; of equal ones the first channel id's.
    = holdfast.v1.AllocationStrategy.ALLOCATION_STRATEGY_PRIORITY
    By priority, ties by channel id, each channel up to 14 days of its demand: ⌈14 · sales of the last 30 days / 30⌉.
    = holdfast.v1.AllocationStrategy.ALLOCATION_STRATEGY_PROPORTIONAL
    In proportion to the sales of the last 30 days (UTC, today among them), equal shares where there are none; 10 % of
    the total are withheld. Largest remainder; of equal ones the first channel id's.
    = holdfast.v1.AllocationStrategy.ALLOCATION_STRATEGY_UNSPECIFIED
    Must be given.
    = holdfast.v1.AllocationStrategy.ALLOCATION_STRATEGY_VELOCITY
    14 days of supply at each channel's daily velocity, as with PRIORITY, fastest first, ties by channel id; 15 % of the
    total are withheld.
    = holdfast.v1.AuditService
    What happened, whether it adds up, and whether it is what lies on the shelf.
    = holdfast.v1.AuditService/GetHistory
    Journal entries about a product, a level, a reference, or everything in a range of time; newest or oldest first.
    = holdfast.v1.AuditService/GetReconciliation
    What a reconciliation has found so far, in all its calls.
    = holdfast.v1.AuditService/ListReviews
    Differences that wait for somebody to decide, newest first, a page at a time.
    = holdfast.v1.AuditService/NextCounts
    What to count next at a warehouse: longest not counted, fastest moving, with differences before.

    A warehouse can have a million levels, so a call looks at the 500 that were not counted for longest (never counted
    ones first, in the order of their products), and gives the most urgent of these first; fewer where sales are kept for
    very many channels. Their further pages follow, then the next 500. score = days since the last count (365 where there
    was none, and at most that) + 100 · s / (s + 100) for s units sold in the last 30 days + 20 for each difference found
    before (at most 200).
    = holdfast.v1.AuditService/Reconcile
    Compares levels with an outside snapshot, up to 1,000 rows a call: small differences are corrected, large ones, and
    those that would leave less than reserved + quarantined, are flagged for review.

    A level has one open review at most: a later finding takes the place of an earlier one in it, and a row that agrees with
    the book or is corrected dismisses it.
    = holdfast.v1.AuditService/ResolveReview
    Decides a review: the difference is corrected, or the book stands.
    = holdfast.v1.AuditService/SubmitCount
    Takes a physical count. on_hand changes by counted − book, so that what was sold meanwhile stays sold; a result below
    reserved + quarantined goes to review and changes nothing. Each counted level gets an entry, also where book and count
    agree. A count is the newest word about its level: an open review of it is dismissed, or says from now on what the
    count has found.
    = holdfast.v1.AuditService/VerifyStock
    Compares levels with what their journal entries add up to, a page at a time. A difference is a fault of the store: it
    is reported, commands stop, and the next start rebuilds the state from the journal.
    = holdfast.v1.BackupFacts
    What is being backed up.
    = holdfast.v1.BackupFacts.baseline_sequence
    The sequence of the baseline in it; 0 = there is none.
    = holdfast.v1.BackupFacts.byte_count
    How many bytes there will be, but for those of the manifest at the end.
    = holdfast.v1.BackupFacts.created_at
    When it was begun.
    = holdfast.v1.BackupFacts.first_sequence
    The first sequence of the journal in it.
    = holdfast.v1.BackupFacts.history_id
    Names the run of the journal. Hexadecimal.
    = holdfast.v1.BackupFacts.sequence
    The last sequence of the journal in it: what a restore brings back.
    = holdfast.v1.BackupFacts.state_sequence
    The sequence of the copy of the state in it.
    = holdfast.v1.BackupRequest
    Asks for a backup.
    = holdfast.v1.BackupResponse
    Some bytes of a backup.
    = holdfast.v1.BackupResponse.data
    The next ones, 256 KiB at most.
    = holdfast.v1.BackupResponse.facts
    What it is; in the first reply alone.
    = holdfast.v1.BackupResponse.offset
    How many bytes came before.
    = holdfast.v1.BatchGetStockRequest
    Asks for many levels.
    = holdfast.v1.BatchGetStockRequest.keys
    1 to 1,000 of them.
    = holdfast.v1.BatchGetStockResponse
    Many levels.
    = holdfast.v1.BatchGetStockResponse.results
    In the order of the keys.
    = holdfast.v1.Call
    From the client: one call, or a word about a call in flight.
    = holdfast.v1.Call.actor
    The person on whose behalf the service calls, as it says. Goes into the journal.
    = holdfast.v1.Call.call_id
    The caller's number for this call, unique among its calls in flight on the connection. Not 0.
    = holdfast.v1.Call.cancel
    Ends the call `call_id`, which is in flight. Only `call_id` is looked at besides.
    = holdfast.v1.Call.command_id
    Idempotency key of a command, 1 to 64 bytes: the same id and the same request take effect at most once.
    = holdfast.v1.Call.credit
    How many replies of a stream the caller takes (more). The opening call grants the first, where 0 means 16; a later one
    with its `call_id` and nothing but `credit` adds to them. Replies with `more` are counted, the last one is not.
    = holdfast.v1.Call.method
    Service and rpc, such as `holdfast.v1.StockService/GetStock`.
    = holdfast.v1.Call.request
    The request message of the method.
    = holdfast.v1.Call.timeout_ms
    How long the caller waits, in milliseconds from when the server reads the call. 0 = no deadline.
    = holdfast.v1.Call.trace_id
    Joins the log lines of one request across services.
    = holdfast.v1.CancelTransferRequest
    Gives up a transfer.
    = holdfast.v1.CancelTransferRequest.reason
    Why, up to 500 bytes.
    = holdfast.v1.CancelTransferRequest.transfer_id
    The transfer.
    = holdfast.v1.Capability
    What a warehouse can do.
    = holdfast.v1.Capability.CAPABILITY_PICKUP
    Customers collect orders there.
    = holdfast.v1.Capability.CAPABILITY_RECEIVING
    Takes deliveries.
    = holdfast.v1.Capability.CAPABILITY_RETURNS
    Takes goods back.
    = holdfast.v1.Capability.CAPABILITY_SHIPPING
    Ships orders.
    = holdfast.v1.Capability.CAPABILITY_STORAGE
    Keeps stock.
    = holdfast.v1.Capability.CAPABILITY_UNSPECIFIED
    Not said.
    = holdfast.v1.CertificateStatus
    A certificate that the server uses.
    = holdfast.v1.CertificateStatus.not_after
    When it expires.
    = holdfast.v1.CertificateStatus.not_before
    When it becomes valid.
    = holdfast.v1.CertificateStatus.purpose
    What it is for: `server`, or `client CA`.
    = holdfast.v1.CertificateStatus.subject
    Its subject.
    = holdfast.v1.ChangeReservationRequest
    Asks to change one hold.
    = holdfast.v1.ChangeReservationRequest.quantity
    Units to hold, at least 1.
    = holdfast.v1.ChangeReservationRequest.reservation_id
    The reservation.
    = holdfast.v1.ChangeReservationRequest.warehouse_id
    The warehouse to hold at; empty = where it is.
    = holdfast.v1.Channel
    A sales channel.
    = holdfast.v1.Channel.batch_interval_seconds
    Seconds between two digests of a BATCH channel.
    = holdfast.v1.Channel.channel_id
    Its id.
    = holdfast.v1.Channel.created_at
    When it was made.
    = holdfast.v1.Channel.kind
    What sort it is.
    = holdfast.v1.Channel.mode
    How it hears of changes.
    = holdfast.v1.Channel.name
    Its name for people.
    = holdfast.v1.Channel.oversell_protection
    Whether Reserve and ChangeReservation for this channel are refused past what the channel may sell.
    = holdfast.v1.Channel.priority
    Higher is served first.
    = holdfast.v1.Channel.safety_buffer_basis_points
    What it may not sell, in hundredths of a percent of what is allocated, or of what is available where nothing is:
    500 = 5 %.
    = holdfast.v1.Channel.updated_at
    When it last changed.
    = holdfast.v1.ChannelKind
    What sort of channel it is; decides the defaults.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_AMAZON
    Amazon: BATCH, priority 70.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_EBAY
    eBay: BATCH, priority 60.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_MOBILE_APP
    An app of our own: REALTIME, priority 80.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_POS
    A till in a shop: REALTIME, priority 90.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_UNSPECIFIED
    Any other: BATCH, priority 0.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_WALMART
    Walmart: BATCH, priority 50.
    = holdfast.v1.ChannelKind.CHANNEL_KIND_WEBSITE
    A website of our own: REALTIME, priority 100.
    = holdfast.v1.ChannelMode
    How a channel hears of changes.
    = holdfast.v1.ChannelMode.CHANNEL_MODE_BATCH
    One digest an interval.
    = holdfast.v1.ChannelMode.CHANNEL_MODE_REALTIME
    Each change as it happens.
    = holdfast.v1.ChannelMode.CHANNEL_MODE_UNSPECIFIED
    By the kind of channel.
    = holdfast.v1.ChannelService
    Sales channels, and how much of a product each of them may sell.
    = holdfast.v1.ChannelService/AllocateStock
    Divides a total of one product among channels, in place of what was allocated to them. Every unit goes to a channel,
    to the buffer, or is reported as left.
    = holdfast.v1.ChannelService/GetChannelStock
    What a channel may sell of a product now.
    = holdfast.v1.ChannelService/ListChannels
    Channels by id, a page at a time.
    = holdfast.v1.ChannelService/PutChannel
    Makes a channel, or changes one: absent fields of an existing channel stay as they are. There are up to 1,000.
    Reservations and sales may name a channel that was never put: it counts in statistics, and is not limited.
    = holdfast.v1.ChannelService/ReallocateUnsold
    Moves what a channel has not sold for a while to the channels that sell fastest and need it: of what is allocated to
    it and not held, to others that have an allocation of the product too, up to 14 days of their sales each.
    = holdfast.v1.ChannelService/SetChannelStock
    Sets what is allocated to one channel, or takes the allocation away.
    = holdfast.v1.ChannelStock
    What a channel may sell of a product.
    = holdfast.v1.ChannelStock.allocated
    What is allocated. Fulfill of the channel's holds and SALE with its name lower it, not below 0; RETURN does not raise
    it.
    = holdfast.v1.ChannelStock.available
    What is available over all warehouses.
    = holdfast.v1.ChannelStock.buffer
    What of it, or of what is available where nothing is allocated, the channel may not sell.
    = holdfast.v1.ChannelStock.channel_id
    The channel.
    = holdfast.v1.ChannelStock.held
    What the channel holds: units of its open reservations.
    = holdfast.v1.ChannelStock.is_allocated
    Whether the channel has an allocation of it.
    = holdfast.v1.ChannelStock.last_sold_at
    When the channel last sold of it; 0 = never.
    = holdfast.v1.ChannelStock.product_id
    The product.
    = holdfast.v1.ChannelStock.sellable
    What it may sell now, never negative: allocated − buffer − held, and at most what is available; without an allocation
    available − buffer.
    = holdfast.v1.ChannelStock.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ChannelVelocity
    What one channel sold in the window.
    = holdfast.v1.ChannelVelocity.channel_id
    The channel; empty = sales that name none.
    = holdfast.v1.ChannelVelocity.returned
    Units that came back.
    = holdfast.v1.ChannelVelocity.sold
    Units sold.
    = holdfast.v1.ChannelVelocity.units_per_day
    sold a day, over the window.
    = holdfast.v1.ChannelWeight
    The weight of one channel in a CUSTOM allocation.
    = holdfast.v1.ChannelWeight.channel_id
    The channel.
    = holdfast.v1.ChannelWeight.weight
    Its weight, 0 to 1,000,000.
    = holdfast.v1.CommandResult
    The answer to a command with a command id, kept so that a repeat gets it again.
    = holdfast.v1.CommandResult.command_id
    The caller's idempotency key.
    = holdfast.v1.CommandResult.method
    The method, such as `holdfast.v1.ReservationService/Reserve`.
    = holdfast.v1.CommandResult.request_hash
    First 16 bytes of SHA-256 over method, a zero byte and the request.
    = holdfast.v1.CommandResult.response
    The response message, if it ended well.
    = holdfast.v1.CommandResult.sequence
    The sequence that the answer carries.
    = holdfast.v1.CommandResult.status
    How it ended; absent = OK.
    = holdfast.v1.CompactJournalRequest
    Asks to drop what the journal needs no more.
    = holdfast.v1.CompactJournalRequest.dry_run
    Say what would be dropped, and drop nothing.
    = holdfast.v1.CompactJournalResponse
    What was dropped.
    = holdfast.v1.CompactJournalResponse.baseline_sequence
    Sequence of the baseline that stands for what was dropped; 0 = nothing ever was.
    = holdfast.v1.CompactJournalResponse.bytes
    Their bytes.
    = holdfast.v1.CompactJournalResponse.first_sequence
    The first sequence that the journal still has.
    = holdfast.v1.CompactJournalResponse.kept_because
    What keeps the oldest segment that is left, for people.
    = holdfast.v1.CompactJournalResponse.segments
    Segments that were dropped or archived.
    = holdfast.v1.Comparison
    What became of one row.
    = holdfast.v1.Comparison.book
    on_hand by the book, before any correction.
    = holdfast.v1.Comparison.counted
    on_hand by the outside.
    = holdfast.v1.Comparison.difference
    counted − book.
    = holdfast.v1.Comparison.message
    For people, where the row is MOVED or UNKNOWN.
    = holdfast.v1.Comparison.outcome
    What became of it.
    = holdfast.v1.Comparison.product_id
    The product.
    = holdfast.v1.Comparison.review_id
    The review of the level, where somebody has to decide; empty in a dry run where none is open yet.
    = holdfast.v1.Comparison.row
    Which row or line of the request it is about, from 0.
    = holdfast.v1.Comparison.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.Comparison.warehouse_id
    The warehouse.
    = holdfast.v1.ComparisonOutcome
    What became of a row or a counted line.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_CORRECTED
    on_hand was corrected.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_EQUAL
    Book and count agree.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_MOVED
    The level has changed since the outside looked: look again.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_REVIEW
    Somebody has to decide: a review was opened, or the open review of the level says now what was found.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_UNKNOWN
    The product, variant, warehouse or level is unknown here.
    = holdfast.v1.ComparisonOutcome.COMPARISON_OUTCOME_UNSPECIFIED
    Never sent.
    = holdfast.v1.ConvertReservationRequest
    Asks to make a cart's holds an order's: by ids or by cart.
    = holdfast.v1.ConvertReservationRequest.cart_id
    All holds of this cart.
    = holdfast.v1.ConvertReservationRequest.existing
    What if the order already has holds: ADD keeps both; otherwise it is ALREADY_EXISTS.
    = holdfast.v1.ConvertReservationRequest.order_id
    The order they become.
    = holdfast.v1.ConvertReservationRequest.reservation_ids
    These reservations of carts, up to 1,000.
    = holdfast.v1.ConvertReservationResponse
    The order's holds.
    = holdfast.v1.ConvertReservationResponse.reservations
    With their new reference, without expiry.
    = holdfast.v1.CountLine
    One line of a count.
    = holdfast.v1.CountLine.book_on_hand
    on_hand that it was counted against: as NextCounts or GetStock said it when the counting began.
    = holdfast.v1.CountLine.counted
    Units that lie there, 0 or more.
    = holdfast.v1.CountLine.product_id
    The product.
    = holdfast.v1.CountLine.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.CountProposal
    One level that should be counted.
    = holdfast.v1.CountProposal.book_on_hand
    on_hand by the book: what the count is to be submitted against.
    = holdfast.v1.CountProposal.differences
    Counts and reconciliations that found a difference; a review counts once for each finding about it.
    = holdfast.v1.CountProposal.last_counted_at
    When it was last counted; 0 = never.
    = holdfast.v1.CountProposal.product_id
    The product.
    = holdfast.v1.CountProposal.score
    What the order is made of; the documentation has the formula.
    = holdfast.v1.CountProposal.sold_units
    Units that it sold in the last 30 days, over all warehouses.
    = holdfast.v1.CountProposal.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.CountResult
    What a count or a reconciliation found at a level.
    = holdfast.v1.CountResult.book_on_hand
    on_hand that it was counted against; of a reconciliation: by the book.
    = holdfast.v1.CountResult.count_id
    Names the count or the reconciliation.
    = holdfast.v1.CountResult.counted
    Units that lay there; of a reconciliation: by the outside.
    = holdfast.v1.CreateTransferRequest
    Asks for a transfer.
    = holdfast.v1.CreateTransferRequest.expected_at
    When it is expected; absent = computed when the call comes in, from the source's handling hours, cut-off and
    timezone, and the distance; for a supplier absent = 0.
    = holdfast.v1.CreateTransferRequest.from_warehouse_id
    Where from: an active warehouse. Empty = from outside, then `supplier` is needed.
    = holdfast.v1.CreateTransferRequest.lines
    What is sent, 1 to 100 lines; lines of one product and variant are added up. A kit has no stock of its own: its
    components are sent.
    = holdfast.v1.CreateTransferRequest.purchase_reference
    The purchase order or the like, where it comes from outside.
    = holdfast.v1.CreateTransferRequest.reason
    Why, up to 500 bytes.
    = holdfast.v1.CreateTransferRequest.supplier
    The supplier, where it comes from outside.
    = holdfast.v1.CreateTransferRequest.time_to_live_seconds
    For how long the stock is held at the source, in seconds; absent = the policy's `transfer_seconds`, 24 hours by
    default; 0 = without end. Not for a supplier's.
    = holdfast.v1.CreateTransferRequest.to_warehouse_id
    Where to: an active warehouse with RECEIVING. A level that it does not have yet is made with the defaults, when the
    goods are on their way.
    = holdfast.v1.CreateWarehouseRequest
    Asks for a new warehouse.
    = holdfast.v1.CreateWarehouseRequest.warehouse
    The warehouse. `code` and `name` are needed; without `warehouse_id` the service makes one; is_active, created_at and
    updated_at are set by the service.
    = holdfast.v1.DailyForecast
    The forecast of one day.
    = holdfast.v1.DailyForecast.day
    The day, at its begin.
    = holdfast.v1.DailyForecast.expected
    Units expected.
    = holdfast.v1.DailyForecast.high
    80 % of outcomes are expected at or below this; `low` to `high` is thus a range of 60 %.
    = holdfast.v1.DailyForecast.low
    80 % of outcomes are expected at or above this.
    = holdfast.v1.DeactivateWarehouseRequest
    Asks that a warehouse take no new holds.
    = holdfast.v1.DeactivateWarehouseRequest.warehouse_id
    The warehouse.
    = holdfast.v1.Discrepancy
    Received differs from expected: of one line of a transfer, which has one at most.
    = holdfast.v1.Discrepancy.created_at
    When it was found out.
    = holdfast.v1.Discrepancy.difference
    received − expected.
    = holdfast.v1.Discrepancy.discrepancy_id
    Its id.
    = holdfast.v1.Discrepancy.expected
    Units that were sent.
    = holdfast.v1.Discrepancy.product_id
    The product.
    = holdfast.v1.Discrepancy.reason
    Why, as far as is known; `UNKNOWN` where nobody said.
    = holdfast.v1.Discrepancy.received
    Units that arrived in all.
    = holdfast.v1.Discrepancy.resolution
    What was found.
    = holdfast.v1.Discrepancy.resolved_at
    When it was resolved; 0 = not yet.
    = holdfast.v1.Discrepancy.status
    How far the search for the cause has got.
    = holdfast.v1.Discrepancy.transfer_id
    The transfer.
    = holdfast.v1.Discrepancy.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.Discrepancy.warehouse_id
    Where the goods arrived.
    = holdfast.v1.DiscrepancyStatus
    How far the search for the cause of a discrepancy has got.
    = holdfast.v1.DiscrepancyStatus.DISCREPANCY_STATUS_PENDING_INVESTIGATION
    Nobody has said yet what became of it.
    = holdfast.v1.DiscrepancyStatus.DISCREPANCY_STATUS_RESOLVED
    Somebody has.
    = holdfast.v1.DiscrepancyStatus.DISCREPANCY_STATUS_UNSPECIFIED
    Any, where a list is asked for; never the status of a discrepancy.
    = holdfast.v1.Entry
    One entry of the journal. Its sequence and time are the record's.
    = holdfast.v1.Entry.actor
    The person on whose behalf it called.
    = holdfast.v1.Entry.alert
    ALERT: as it is now.
    = holdfast.v1.Entry.allocation
    CHANNEL_STOCK: what is allocated, before and after.
    = holdfast.v1.Entry.channel
    CHANNEL: as it is now.
    = holdfast.v1.Entry.channel_id
    The sales channel of a SALE or RETURN without a hold.
    = holdfast.v1.Entry.command_result
    COMMAND_RESULT: the answer.
    = holdfast.v1.Entry.count
    COUNT, and RECONCILE by a reconciliation: what was counted.
    = holdfast.v1.Entry.discrepancy
    DISCREPANCY: as it is now.
    = holdfast.v1.Entry.hold
    The hold after the change, if the entry is about one; quantity 0 = it is closed. Product, variant and warehouse are
    the level's and not repeated, but for a kit's hold, which names them.
    = holdfast.v1.Entry.hold_sequence
    The sequence that is the hold's number: of the RESERVE entry that made it. 0 = this entry made it.
    = holdfast.v1.Entry.kit_part
    Of a kit's hold, whose levels change one entry each: which of its components this level is, from 1. The entry of the
    last component changes the hold as a whole.
    = holdfast.v1.Entry.level
    The level that changed, if one did.
    = holdfast.v1.Entry.metadata
    Facts that the caller attached.
    = holdfast.v1.Entry.other_warehouse_id
    The other warehouse of TRANSFER_OUT, TRANSFER_IN and of a CHANGE that moved a hold.
    = holdfast.v1.Entry.policy
    POLICY: the fields that are set, defaults left out.
    = holdfast.v1.Entry.previous_expires_at
    The expiry that the hold had before the change, where it had one.
    = holdfast.v1.Entry.previous_reference
    The reference that the hold had before CONVERT; in the first of the two entries of a CHANGE that moved a hold to
    another warehouse, which is about the level that it left, the hold's reference.
    = holdfast.v1.Entry.previous_reference_link
    Where it stands among those about `previous_reference`.
    = holdfast.v1.Entry.principal
    The calling service.
    = holdfast.v1.Entry.product
    PRODUCT: as it is now.
    = holdfast.v1.Entry.quantity
    Units: the change of on_hand, or the units held, given back or moved.
    = holdfast.v1.Entry.reason
    Why, in the caller's words.
    = holdfast.v1.Entry.reconciliation
    RECONCILIATION: as it is now.
    = holdfast.v1.Entry.reference
    What the entry is about, where it has no hold that says so: the transfer of TRANSFER_OUT, TRANSFER_IN and INCOMING,
    with a hold too, and of TRANSFER.
    = holdfast.v1.Entry.reference_id
    What for, in the caller's words.
    = holdfast.v1.Entry.reference_link
    Where the entry stands among those about its reference: the hold's, or else `reference`.
    = holdfast.v1.Entry.review
    REVIEW: as it is now.
    = holdfast.v1.Entry.source
    Who made the change.
    = holdfast.v1.Entry.transfer
    TRANSFER: as it is now.
    = holdfast.v1.Entry.type
    What it is about.
    = holdfast.v1.Entry.warehouse
    WAREHOUSE: as it is now.
    = holdfast.v1.EntrySource
    Who made a change.
    = holdfast.v1.EntrySource.ENTRY_SOURCE_API
    A calling service.
    = holdfast.v1.EntrySource.ENTRY_SOURCE_IMPORT
    A file.
    = holdfast.v1.EntrySource.ENTRY_SOURCE_MANUAL
    A person, through the client tool.
    = holdfast.v1.EntrySource.ENTRY_SOURCE_SYSTEM
    The service itself.
    = holdfast.v1.EntrySource.ENTRY_SOURCE_UNSPECIFIED
    Not said.
    = holdfast.v1.EntryType
    What an entry is about.
    = holdfast.v1.EntryType.ENTRY_TYPE_ADJUSTMENT
    A correction.
    = holdfast.v1.EntryType.ENTRY_TYPE_ALERT
    An alert was raised, changed, acknowledged or closed.
    = holdfast.v1.EntryType.ENTRY_TYPE_CHANGE
    The quantity of a hold was changed, or it came from another warehouse.
    = holdfast.v1.EntryType.ENTRY_TYPE_CHANNEL
    A channel was made or changed.
    = holdfast.v1.EntryType.ENTRY_TYPE_CHANNEL_STOCK
    What is allocated to a channel changed.
    = holdfast.v1.EntryType.ENTRY_TYPE_COMMAND_RESULT
    The answer to a command with a command id.
    = holdfast.v1.EntryType.ENTRY_TYPE_CONVERT
    A cart's hold became an order's.
    = holdfast.v1.EntryType.ENTRY_TYPE_COUNT
    A level was counted; the quantity is the correction, 0 where book and count agree.
    = holdfast.v1.EntryType.ENTRY_TYPE_DAMAGE
    Goods are lost or broken.
    = holdfast.v1.EntryType.ENTRY_TYPE_DISCREPANCY
    A discrepancy was found or resolved.
    = holdfast.v1.EntryType.ENTRY_TYPE_EXPIRE
    A hold was due and was released.
    = holdfast.v1.EntryType.ENTRY_TYPE_EXTEND
    The expiry of a hold was moved.
    = holdfast.v1.EntryType.ENTRY_TYPE_INCOMING
    Units on their way to a level became more or less, and none arrived.
    = holdfast.v1.EntryType.ENTRY_TYPE_POLICY
    The rules changed.
    = holdfast.v1.EntryType.ENTRY_TYPE_PRODUCT
    A product was made or changed.
    = holdfast.v1.EntryType.ENTRY_TYPE_QUARANTINE
    From available to quarantined.
    = holdfast.v1.EntryType.ENTRY_TYPE_RECONCILE
    A level was corrected by a reconciliation or a review.
    = holdfast.v1.EntryType.ENTRY_TYPE_RECONCILIATION
    What a reconciliation has found so far.
    = holdfast.v1.EntryType.ENTRY_TYPE_RELEASE
    A hold was given back.
    = holdfast.v1.EntryType.ENTRY_TYPE_RESERVE
    A hold was made.
    = holdfast.v1.EntryType.ENTRY_TYPE_RETURN
    Goods came back.
    = holdfast.v1.EntryType.ENTRY_TYPE_REVIEW
    A review was opened or decided.
    = holdfast.v1.EntryType.ENTRY_TYPE_SALE
    Goods left for a customer.
    = holdfast.v1.EntryType.ENTRY_TYPE_SET
    A level was set.
    = holdfast.v1.EntryType.ENTRY_TYPE_TRANSFER
    A transfer was made, shipped, received or cancelled.
    = holdfast.v1.EntryType.ENTRY_TYPE_TRANSFER_IN
    Came from another warehouse.
    = holdfast.v1.EntryType.ENTRY_TYPE_TRANSFER_OUT
    Left for another warehouse.
    = holdfast.v1.EntryType.ENTRY_TYPE_UNQUARANTINE
    From quarantined to available.
    = holdfast.v1.EntryType.ENTRY_TYPE_UNSPECIFIED
    Never written.
    = holdfast.v1.EntryType.ENTRY_TYPE_WAREHOUSE
    A warehouse was made or changed.
    = holdfast.v1.ExistingHolds
    What becomes of holds that the reference already has.
    = holdfast.v1.ExistingHolds.EXISTING_HOLDS_ADD
    They stay. A reference may have up to 10,000 open reservations: what would make more is FAILED_PRECONDITION.
    = holdfast.v1.ExistingHolds.EXISTING_HOLDS_REPLACE
    They are given back in the same step and never stand in the way of the new ones; a refusal keeps them.
    = holdfast.v1.ExistingHolds.EXISTING_HOLDS_UNSPECIFIED
    A cart replaces them; for anything else it is ALREADY_EXISTS if there are any.
    = holdfast.v1.ExportRow
    One level, with what it takes to read it without looking anything up.
    = holdfast.v1.ExportRow.available
    on_hand − reserved − quarantined.
    = holdfast.v1.ExportRow.incoming
    Units on their way to the warehouse.
    = holdfast.v1.ExportRow.on_hand
    Units in the building.
    = holdfast.v1.ExportRow.product_id
    The product.
    = holdfast.v1.ExportRow.product_name
    The product's name.
    = holdfast.v1.ExportRow.quarantined
    Units damaged, in quality control, or returned and unchecked.
    = holdfast.v1.ExportRow.reorder_point
    At this many available units it is time to order.
    = holdfast.v1.ExportRow.reorder_quantity
    How many units to order then.
    = holdfast.v1.ExportRow.reserved
    Units held for carts, orders and transfers.
    = holdfast.v1.ExportRow.safety_stock
    Below this many available units stock is low.
    = holdfast.v1.ExportRow.sku
    The variant's SKU, or the product's where variant_id is empty; may be empty.
    = holdfast.v1.ExportRow.updated_at
    When it last changed.
    = holdfast.v1.ExportRow.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ExportRow.version
    How many changes the level has seen.
    = holdfast.v1.ExportRow.warehouse_code
    The warehouse's code.
    = holdfast.v1.ExportRow.warehouse_id
    The warehouse.
    = holdfast.v1.ExportStockRequest
    Asks for every level.
    = holdfast.v1.ExportStockRequest.product_id
    Only this product, all its variants; empty = all products.
    = holdfast.v1.ExportStockRequest.warehouse_id
    Only this warehouse; empty = all warehouses.
    = holdfast.v1.ExportStockResponse
    Some of the levels.
    = holdfast.v1.ExportStockResponse.rows
    The next ones: up to 500, and about 64 KiB.
    = holdfast.v1.ExtendRequest
    Asks to move the expiry of holds: by ids or by reference.
    = holdfast.v1.ExtendRequest.expires_at
    Hold until this instant.
    = holdfast.v1.ExtendRequest.reference
    All holds of this reference.
    = holdfast.v1.ExtendRequest.reservation_ids
    These reservations, up to 1,000.
    = holdfast.v1.ExtendRequest.time_to_live_seconds
    Hold for this long from now; 0 = without expiry.
    = holdfast.v1.ExtendResponse
    The holds after the change.
    = holdfast.v1.ExtendResponse.reservations
    With their new expiry.
    = holdfast.v1.FieldViolation
    One field of the request that is wrong.
    = holdfast.v1.FieldViolation.field
    Path of the field, such as `items[2].quantity`.
    = holdfast.v1.FieldViolation.message
    What is wrong with it and what would be right.
    = holdfast.v1.ForecastDemandRequest
    Asks what a product will sell.
    = holdfast.v1.ForecastDemandRequest.channel_id
    Only through this channel; absent = all together, empty = sales that name no channel.
    = holdfast.v1.ForecastDemandRequest.days
    How many days from today on, 1 to 90; 0 = 28.
    = holdfast.v1.ForecastDemandRequest.history_days
    How many days of sales are learned from, 14 to 400; 0 = 182.
    = holdfast.v1.ForecastDemandRequest.product_id
    The product.
    = holdfast.v1.ForecastDemandRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ForecastDemandResponse
    What a product will sell.
    = holdfast.v1.ForecastDemandResponse.days
    A day at a time.
    = holdfast.v1.ForecastDemandResponse.history_days
    Days of sales that it was learned from, since the first sale.
    = holdfast.v1.ForecastDemandResponse.total
    Units expected in all.
    = holdfast.v1.ForecastService
    What will be sold, from what was: the daily sales that the journal's SALE and RETURN entries add up to. Days are UTC.
    = holdfast.v1.ForecastService/ForecastDemand
    What a product will sell, a day at a time, with a range. The documentation names the method.
    = holdfast.v1.ForecastService/GetVelocity
    How fast a product sells: units a day over a window that ends with yesterday.
    = holdfast.v1.ForecastService/SuggestReorders
    What to order where: from forecast, lead time, safety stock and what is on its way. A page at a time. The warehouses of
    a product share its forecast as their levels have sold lately; inactive ones take no part. A level is suggested where
    available + incoming is at most max(reorder_point, demand until an order arrives + safety_stock).
    = holdfast.v1.FulfillLine
    How much of a hold has left.
    = holdfast.v1.FulfillLine.quantity
    Units that left; 0 = all that is held.
    = holdfast.v1.FulfillLine.reservation_id
    The reservation.
    = holdfast.v1.FulfillRequest
    Says that goods have left: by lines or by reference.
    = holdfast.v1.FulfillRequest.lines
    These holds, each once, up to 1,000.
    = holdfast.v1.FulfillRequest.metadata
    Facts for the journal, up to 16.
    = holdfast.v1.FulfillRequest.reference
    All holds of this reference, wholly.
    = holdfast.v1.FulfillResponse
    What is left of the holds.
    = holdfast.v1.FulfillResponse.reservations
    As they are now; quantity 0 = wholly fulfilled and closed.
    = holdfast.v1.GetChannelStockRequest
    Asks what a channel may sell.
    = holdfast.v1.GetChannelStockRequest.channel_id
    The channel.
    = holdfast.v1.GetChannelStockRequest.product_id
    The product.
    = holdfast.v1.GetChannelStockRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.GetCommandResultRequest
    Asks what became of a command.
    = holdfast.v1.GetCommandResultRequest.command_id
    Its command id, 1 to 64 bytes.
    = holdfast.v1.GetCommandResultRequest.principal
    Whose command; empty = the caller's. Another's needs the role admin.
    = holdfast.v1.GetCommandResultResponse
    What became of a command.
    = holdfast.v1.GetCommandResultResponse.decided_at
    When.
    = holdfast.v1.GetCommandResultResponse.method
    The method, such as `holdfast.v1.ReservationService/Reserve`.
    = holdfast.v1.GetCommandResultResponse.response
    The response message, as the method's first answer had it; empty if it failed.
    = holdfast.v1.GetCommandResultResponse.sequence
    The journal sequence at which it took effect or was decided.
    = holdfast.v1.GetCommandResultResponse.status
    How it ended; absent = OK.
    = holdfast.v1.GetHistoryRequest
    Asks what happened. With `product_id` the history of the product, of one variant, or of one level; with `reference` that
    of a cart, order or transfer; with neither, everything, by time.
    = holdfast.v1.GetHistoryRequest.from
    Only entries at or after this time; 0 = from the first.
    = holdfast.v1.GetHistoryRequest.order
    In which order.
    = holdfast.v1.GetHistoryRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.GetHistoryRequest.page_token
    From the page before.
    = holdfast.v1.GetHistoryRequest.product_id
    Only this product.
    = holdfast.v1.GetHistoryRequest.reference
    Only entries about this reference.
    = holdfast.v1.GetHistoryRequest.types
    Only entries of these types; empty = all.
    = holdfast.v1.GetHistoryRequest.until
    Only entries before this time; 0 = to the last.
    = holdfast.v1.GetHistoryRequest.variant_id
    Only this variant; read with `product_id`. Absent = all variants, empty = the product itself.
    = holdfast.v1.GetHistoryRequest.warehouse_id
    Only this warehouse.
    = holdfast.v1.GetHistoryResponse
    A page of history.
    = holdfast.v1.GetHistoryResponse.entries
    Entries. A filtered page may be short, or empty, before the last one.
    = holdfast.v1.GetHistoryResponse.is_cut_off
    Whether entries older than the journal goes back would belong to the answer: they are in archived segments.
    = holdfast.v1.GetHistoryResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.GetPolicyRequest
    Asks for the rules in force.
    = holdfast.v1.GetProductRequest
    Asks for one product.
    = holdfast.v1.GetProductRequest.barcode
    One of its barcodes or of a variant's.
    = holdfast.v1.GetProductRequest.product_id
    Its id.
    = holdfast.v1.GetProductRequest.sku
    Its SKU or that of a variant.
    = holdfast.v1.GetReconciliationRequest
    Asks what a reconciliation has found.
    = holdfast.v1.GetReconciliationRequest.reconciliation_id
    Its id.
    = holdfast.v1.GetReservationRequest
    Asks for one reservation.
    = holdfast.v1.GetReservationRequest.reservation_id
    The reservation.
    = holdfast.v1.GetStatusRequest
    Asks how the server is.
    = holdfast.v1.GetStockRequest
    Asks for one level or one total.
    = holdfast.v1.GetStockRequest.product_id
    The product.
    = holdfast.v1.GetStockRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.GetStockRequest.warehouse_id
    The warehouse; empty = the total over all warehouses.
    = holdfast.v1.GetTransferRequest
    Asks for one transfer.
    = holdfast.v1.GetTransferRequest.transfer_id
    The transfer.
    = holdfast.v1.GetVelocityRequest
    Asks how fast a product sells.
    = holdfast.v1.GetVelocityRequest.channel_id
    Only through this channel; absent = all together, empty = sales that name no channel.
    = holdfast.v1.GetVelocityRequest.product_id
    The product.
    = holdfast.v1.GetVelocityRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.GetVelocityRequest.window_days
    How many days back, 1 to 400; 0 = 30.
    = holdfast.v1.GetVelocityResponse
    How fast a product sells.
    = holdfast.v1.GetVelocityResponse.channels
    The same a channel, by id.
    = holdfast.v1.GetVelocityResponse.from
    First day of the window, at its begin.
    = holdfast.v1.GetVelocityResponse.returned
    Units that came back.
    = holdfast.v1.GetVelocityResponse.sold
    Units sold.
    = holdfast.v1.GetVelocityResponse.units_per_day
    sold a day, over the window.
    = holdfast.v1.GetVelocityResponse.until
    End of the window: the begin of the day after its last.
    = holdfast.v1.GetWarehouseRequest
    Asks for one warehouse.
    = holdfast.v1.GetWarehouseRequest.code
    Its code.
    = holdfast.v1.GetWarehouseRequest.warehouse_id
    Its id.
    = holdfast.v1.HistoryEntry
    One entry of the journal, as its history shows it.
    = holdfast.v1.HistoryEntry.entry
    What happened, with before and after. The kept answers to commands are not shown.
    = holdfast.v1.HistoryEntry.sequence
    Its sequence.
    = holdfast.v1.HistoryEntry.time
    Its time.
    = holdfast.v1.HistoryOrder
    In which order entries come.
    = holdfast.v1.HistoryOrder.HISTORY_ORDER_NEWEST_FIRST
    Newest first.
    = holdfast.v1.HistoryOrder.HISTORY_ORDER_OLDEST_FIRST
    Oldest first.
    = holdfast.v1.HistoryOrder.HISTORY_ORDER_UNSPECIFIED
    Newest first.
    = holdfast.v1.ImportError
    Why a row was not imported.
    = holdfast.v1.ImportError.field
    The field that is wrong.
    = holdfast.v1.ImportError.message
    What is wrong with it.
    = holdfast.v1.ImportError.row_number
    The row's number in the file.
    = holdfast.v1.ImportRow
    One row of a file.
    = holdfast.v1.ImportRow.product_id
    The product; may be empty where sku is given.
    = holdfast.v1.ImportRow.quantity
    on_hand shall be this, not negative.
    = holdfast.v1.ImportRow.reorder_point
    Not negative; a new level starts at 0.
    = holdfast.v1.ImportRow.row_number
    Its number in the file, for the report.
    = holdfast.v1.ImportRow.safety_stock
    Not negative; a new level starts at 0.
    = holdfast.v1.ImportRow.sku
    The product's SKU or that of a variant: finds the product where product_id is empty, must agree with it otherwise.
    = holdfast.v1.ImportRow.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ImportRow.warehouse_code
    The warehouse, by its code.
    = holdfast.v1.ImportStockRequest
    Asks to import rows.
    = holdfast.v1.ImportStockRequest.dry_run
    Check only: nothing is changed.
    = holdfast.v1.ImportStockRequest.rows
    1 to 1,000 rows, applied in their order.
    = holdfast.v1.ImportStockResponse
    What became of the rows.
    = holdfast.v1.ImportStockResponse.changed
    Rows that changed a level.
    = holdfast.v1.ImportStockResponse.errors
    Rows that were not imported.
    = holdfast.v1.ImportStockResponse.unchanged
    Good rows that changed nothing.
    = holdfast.v1.KitComponent
    One part of a kit.
    = holdfast.v1.KitComponent.product_id
    The product: not a kit itself.
    = holdfast.v1.KitComponent.quantity
    How many units one kit takes, 1 to 1,000,000.
    = holdfast.v1.KitComponent.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.LevelChange
    A change of one level.
    = holdfast.v1.LevelChange.after
    As it is.
    = holdfast.v1.LevelChange.before
    As it was; absent = the level was made by this entry.
    = holdfast.v1.LevelChange.ordinal
    Which entry of this level this is, from 1: the level's version.
    = holdfast.v1.LevelChange.previous
    Sequence of the level's entry before this one; 0 = none.
    = holdfast.v1.LevelChange.product_id
    The product.
    = holdfast.v1.LevelChange.skip
    Sequence of an earlier entry of the level, further back: of the last one before this whose ordinal is a multiple of
    64, or, where this entry's own ordinal is a multiple of 64, of the last whose ordinal is a multiple of 4,096.
    0 = none.
    = holdfast.v1.LevelChange.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.LevelChange.warehouse_id
    The warehouse.
    = holdfast.v1.LevelState
    All quantities and settings of a level.
    = holdfast.v1.LevelState.incoming
    Units on their way here.
    = holdfast.v1.LevelState.on_hand
    Units in the building.
    = holdfast.v1.LevelState.quarantined
    Units in quarantine.
    = holdfast.v1.LevelState.reorder_point
    The level's setting of that name.
    = holdfast.v1.LevelState.reorder_quantity
    The level's setting of that name.
    = holdfast.v1.LevelState.reserved
    Units held.
    = holdfast.v1.LevelState.safety_stock
    The level's setting of that name.
    = holdfast.v1.ListAlertsRequest
    Asks for alerts.
    = holdfast.v1.ListAlertsRequest.kind
    Only of this kind.
    = holdfast.v1.ListAlertsRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.ListAlertsRequest.page_token
    From the page before.
    = holdfast.v1.ListAlertsRequest.product_id
    Only about this product.
    = holdfast.v1.ListAlertsRequest.severity
    Only of this severity.
    = holdfast.v1.ListAlertsRequest.status
    Only with this status.
    = holdfast.v1.ListAlertsRequest.warehouse_id
    Only about this warehouse.
    = holdfast.v1.ListAlertsResponse
    A page of alerts.
    = holdfast.v1.ListAlertsResponse.alerts
    Alerts, the last one raised first. A page may be short, or empty, before the last one.
    = holdfast.v1.ListAlertsResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.ListChannelsRequest
    Asks for channels.
    = holdfast.v1.ListChannelsRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.ListChannelsRequest.page_token
    From the page before.
    = holdfast.v1.ListChannelsResponse
    A page of channels.
    = holdfast.v1.ListChannelsResponse.channels
    Channels by id.
    = holdfast.v1.ListChannelsResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.ListDiscrepanciesRequest
    Asks for discrepancies.
    = holdfast.v1.ListDiscrepanciesRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.ListDiscrepanciesRequest.page_token
    From the page before.
    = holdfast.v1.ListDiscrepanciesRequest.status
    Only those with this status.
    = holdfast.v1.ListDiscrepanciesRequest.transfer_id
    Only those of this transfer.
    = holdfast.v1.ListDiscrepanciesResponse
    A page of discrepancies.
    = holdfast.v1.ListDiscrepanciesResponse.discrepancies
    Discrepancies, newest first. A page may be short, or empty, before the last one.
    = holdfast.v1.ListDiscrepanciesResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.ListProductsRequest
    Asks for a page of products.
    = holdfast.v1.ListProductsRequest.page_size
    How many at most, 1 to 1000; 0 = 100.
    = holdfast.v1.ListProductsRequest.page_token
    next_page_token of the page before; empty = the first page.
    = holdfast.v1.ListProductsResponse
    A page of products.
    = holdfast.v1.ListProductsResponse.next_page_token
    Asks for the next page; empty = this is the last.
    = holdfast.v1.ListProductsResponse.products
    In the order of their ids.
    = holdfast.v1.ListReservationsRequest
    Asks for a page of reservations.
    = holdfast.v1.ListReservationsRequest.expires_before
    Those that expire before this instant, soonest first.
    = holdfast.v1.ListReservationsRequest.page_size
    How many at most, 1 to 1000; 0 = 100.
    = holdfast.v1.ListReservationsRequest.page_token
    next_page_token of the page before; empty = the first page.
    = holdfast.v1.ListReservationsRequest.reference
    Those of this reference.
    = holdfast.v1.ListReservationsRequest.stock
    Those of this product, in one warehouse or in all.
    = holdfast.v1.ListReservationsRequest.warehouse_id
    Those at this warehouse.
    = holdfast.v1.ListReservationsResponse
    A page of reservations.
    = holdfast.v1.ListReservationsResponse.next_page_token
    Asks for the next page; empty = this is the last.
    = holdfast.v1.ListReservationsResponse.reservations
    By reference and by warehouse, the oldest first; by product, by (variant, warehouse, expiry); by expiry, the soonest
    first. A page may hold fewer than were asked for, and still have a next one.
    = holdfast.v1.ListReviewsRequest
    Asks for reviews.
    = holdfast.v1.ListReviewsRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.ListReviewsRequest.page_token
    From the page before.
    = holdfast.v1.ListReviewsRequest.product_id
    Only about this product.
    = holdfast.v1.ListReviewsRequest.status
    Only with this status.
    = holdfast.v1.ListReviewsRequest.warehouse_id
    Only about this warehouse.
    = holdfast.v1.ListReviewsResponse
    A page of reviews.
    = holdfast.v1.ListReviewsResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.ListReviewsResponse.reviews
    Reviews, newest first. A page may be short, or empty, before the last one.
    = holdfast.v1.ListStockRequest
    Asks for a page of levels. Filters that are set must all hold.
    = holdfast.v1.ListStockRequest.below_reorder_point
    available ≤ reorder_point.
    = holdfast.v1.ListStockRequest.below_safety_stock
    available < safety_stock.
    = holdfast.v1.ListStockRequest.out_of_stock
    available ≤ 0.
    = holdfast.v1.ListStockRequest.page_size
    How many at most, 1 to 1000; 0 = 100.
    = holdfast.v1.ListStockRequest.page_token
    next_page_token of the page before; empty = the first page.
    = holdfast.v1.ListStockRequest.product_id
    All warehouses of this product, all variants.
    = holdfast.v1.ListStockRequest.warehouse_id
    All products of this warehouse.
    = holdfast.v1.ListStockResponse
    A page of levels. A page of a filtered list may hold fewer than were asked for, and still have a next one.
    = holdfast.v1.ListStockResponse.levels
    By (product, variant, warehouse).
    = holdfast.v1.ListStockResponse.next_page_token
    Asks for the next page; empty = this is the last.
    = holdfast.v1.ListTransfersRequest
    Asks for transfers.
    = holdfast.v1.ListTransfersRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.ListTransfersRequest.page_token
    From the page before.
    = holdfast.v1.ListTransfersRequest.status
    Only those with this status.
    = holdfast.v1.ListTransfersRequest.warehouse_id
    Only those from or to this warehouse.
    = holdfast.v1.ListTransfersResponse
    A page of transfers.
    = holdfast.v1.ListTransfersResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.ListTransfersResponse.transfers
    Transfers, newest first. A page may be short, or empty, before the last one.
    = holdfast.v1.ListWarehousesRequest
    Asks for a page of warehouses.
    = holdfast.v1.ListWarehousesRequest.capability
    Only those that can do this.
    = holdfast.v1.ListWarehousesRequest.only_active
    Only those that take new holds.
    = holdfast.v1.ListWarehousesRequest.page_size
    How many at most, 1 to 1000; 0 = 100.
    = holdfast.v1.ListWarehousesRequest.page_token
    next_page_token of the page before; empty = the first page.
    = holdfast.v1.ListWarehousesResponse
    A page of warehouses.
    = holdfast.v1.ListWarehousesResponse.next_page_token
    Asks for the next page; empty = this is the last.
    = holdfast.v1.ListWarehousesResponse.warehouses
    In the order of their ids.
    = holdfast.v1.Metadata
    One fact that the caller attaches to a change; goes into the journal.
    = holdfast.v1.Metadata.key
    Its name, 1 to 128 bytes.
    = holdfast.v1.Metadata.value
    Its value, up to 1,024 bytes.
    = holdfast.v1.MethodKind
    What an rpc does to the service.
    = holdfast.v1.MethodKind.METHOD_KIND_COMMAND
    Put in order with all other commands, decided, recorded in the journal, then answered.
    = holdfast.v1.MethodKind.METHOD_KIND_OPERATION
    About this server and not about stock: local, not ordered, not journalled.
    = holdfast.v1.MethodKind.METHOD_KIND_QUERY
    Answered at once from a read-only snapshot; changes nothing.
    = holdfast.v1.MethodKind.METHOD_KIND_UNSPECIFIED
    Never used: every rpc names its kind.
    = holdfast.v1.MoveStockRequest
    Asks to move stock.
    = holdfast.v1.MoveStockRequest.from_warehouse_id
    From where.
    = holdfast.v1.MoveStockRequest.product_id
    The product.
    = holdfast.v1.MoveStockRequest.quantity
    Units, at least 1.
    = holdfast.v1.MoveStockRequest.reason
    Why, for the journal.
    = holdfast.v1.MoveStockRequest.reference_id
    What for, for the journal.
    = holdfast.v1.MoveStockRequest.to_warehouse_id
    To where; the level is made if there is none.
    = holdfast.v1.MoveStockRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.MoveStockResponse
    Both levels after the move.
    = holdfast.v1.MoveStockResponse.from
    The level it left.
    = holdfast.v1.MoveStockResponse.to
    The level it went to.
    = holdfast.v1.NextCountsRequest
    Asks what to count next.
    = holdfast.v1.NextCountsRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.NextCountsRequest.page_token
    From the page before.
    = holdfast.v1.NextCountsRequest.warehouse_id
    Where.
    = holdfast.v1.NextCountsResponse
    What to count next.
    = holdfast.v1.NextCountsResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.NextCountsResponse.proposals
    Most urgent first.
    = holdfast.v1.Notice
    What the server says of itself, in a Reply with call_id 0.
    = holdfast.v1.Notice.Kind
    The kinds of notice.
    = holdfast.v1.Notice.Kind.KIND_GOING_AWAY
    The server finishes what is in flight and closes: send nothing new on this connection.
    = holdfast.v1.Notice.Kind.KIND_PING
    Are you there? Needs no answer.
    = holdfast.v1.Notice.Kind.KIND_UNSPECIFIED
    Never sent.
    = holdfast.v1.Notice.kind
    What it is.
    = holdfast.v1.Notice.message
    For people: why.
    = holdfast.v1.OpeningHold
    A hold that a new level brings along.
    = holdfast.v1.OpeningHold.channel_id
    The sales channel it was made for, if any.
    = holdfast.v1.OpeningHold.expires_at
    When it expires; 0 = never.
    = holdfast.v1.OpeningHold.quantity
    Units, at least 1.
    = holdfast.v1.OpeningHold.reference
    What it is for.
    = holdfast.v1.OrderItem
    Something to order: a product and how many.
    = holdfast.v1.OrderItem.product_id
    The product.
    = holdfast.v1.OrderItem.quantity
    Units, at least 1.
    = holdfast.v1.OrderItem.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.OrderItem.warehouse_id
    The warehouse to take it from; empty = the service chooses.
    = holdfast.v1.Policy
    What an operator may decide about the rules. It is state like everything else: changed by a command, the same on every
    replica. A field that is absent has the default that its comment names.
    = holdfast.v1.Policy.cart_seconds
    Time to live of a cart's holds that say none, in seconds, 0 = without end, up to ten years; default
    1,800.
    = holdfast.v1.Policy.command_result_seconds
    For how long the answer to a command with an id is kept, in seconds, 60 to 2,592,000; default 86,400.
    = holdfast.v1.Policy.command_results_per_principal
    How many answers are kept of one principal, 1,000 to 1,000,000,000; default 10,000,000.
    = holdfast.v1.Policy.default_reorder_point
    reorder_point of a level that is made without; default 20.
    = holdfast.v1.Policy.default_reorder_quantity
    reorder_quantity of a level that is made without, by ImportStock too; default 100.
    = holdfast.v1.Policy.default_safety_stock
    safety_stock of a level that is made without; default 10.
    = holdfast.v1.Policy.high_velocity_units
    Units of a product in a rolling hour above which HIGH_VELOCITY is raised, at least 1; default 100.
    = holdfast.v1.Policy.journal_days
    For how long the journal is kept, in days, 1 to 36,500; default 400.
    = holdfast.v1.Policy.kilometres_per_day
    Kilometres that goods travel in a day, 1 to 100,000; default 800.
    = holdfast.v1.Policy.order_seconds
    The same of an order's; default 0.
    = holdfast.v1.Policy.reconcile_correct_up_to
    Differences of up to this many units are corrected by Reconcile, 0 to 1,000,000; default 5.
    = holdfast.v1.Policy.scoring
    Weights of the default warehouse score; absent = 100, 30, 100, 30, 10, 2, 20 in the order of the fields.
    = holdfast.v1.Policy.split_steps
    Steps that a search for the best split may take, 1,000 to 1,000,000; default 2,000. The thread that orders
    commands takes them too, for Reserve without warehouses.
    = holdfast.v1.Policy.transfer_seconds
    The same of a transfer's; default 86,400.
    = holdfast.v1.Product
    What is stocked.
    = holdfast.v1.Product.barcodes
    Its barcodes, each unique among all products and variants, up to 20.
    = holdfast.v1.Product.components
    What it is made of, if it is a kit: 1 to 20 components, one level deep. A kit has no stock of its own and no variants.
    Whether a product is a kit cannot change while it has levels or open reservations.
    = holdfast.v1.Product.created_at
    When it was made.
    = holdfast.v1.Product.name
    Its name for people.
    = holdfast.v1.Product.product_id
    Its id.
    = holdfast.v1.Product.sku
    Its scannable code, unique among all products and variants; empty = none.
    = holdfast.v1.Product.updated_at
    When it last changed.
    = holdfast.v1.Product.variants
    Its variants, up to 200.
    = holdfast.v1.PutChannelRequest
    Makes or changes a channel.
    = holdfast.v1.PutChannelRequest.batch_interval_seconds
    Seconds between two digests, 1 to 86,400; absent = as it is, for a new one 900.
    = holdfast.v1.PutChannelRequest.channel_id
    Its id.
    = holdfast.v1.PutChannelRequest.kind
    What sort it is; absent = as it is.
    = holdfast.v1.PutChannelRequest.mode
    How it hears of changes; unspecified = as it is, for a new one by the kind.
    = holdfast.v1.PutChannelRequest.name
    Its name for people; empty = as it is, for a new one its id.
    = holdfast.v1.PutChannelRequest.oversell_protection
    Absent = as it is, for a new one true.
    = holdfast.v1.PutChannelRequest.priority
    0 to 1,000; absent = as it is, for a new one by the kind.
    = holdfast.v1.PutChannelRequest.safety_buffer_basis_points
    0 to 10,000; absent = as it is, for a new one 500 (5 %).
    = holdfast.v1.PutPolicyRequest
    Changes rules.
    = holdfast.v1.PutPolicyRequest.policy
    The fields to change. `scoring` is replaced as a whole.
    = holdfast.v1.PutPolicyRequest.reset_fields
    Names of fields that go back to their default, such as `cart_seconds`.
    = holdfast.v1.PutProductRequest
    Asks to make or replace a product.
    = holdfast.v1.PutProductRequest.product
    The product; created_at and updated_at are set by the service.
    = holdfast.v1.ReallocateUnsoldRequest
    Moves what a channel has not sold.
    = holdfast.v1.ReallocateUnsoldRequest.channel_id
    The channel that has not sold.
    = holdfast.v1.ReallocateUnsoldRequest.page_token
    From the answer before: where to go on. A call moves up to 100 products, and looks at a bounded number.
    = holdfast.v1.ReallocateUnsoldRequest.product_id
    Only this product; empty = all that are allocated to the channel.
    = holdfast.v1.ReallocateUnsoldRequest.unsold_days
    For how many days nothing was sold, 1 to 400; 0 = 30. What the channel never sold counts as unsold.
    = holdfast.v1.ReallocateUnsoldRequest.variant_id
    Its variant; empty = the product itself. Read with `product_id` only.
    = holdfast.v1.ReallocateUnsoldResponse
    What moved.
    = holdfast.v1.ReallocateUnsoldResponse.next_page_token
    Where to go on; empty = all was looked at.
    = holdfast.v1.ReallocateUnsoldResponse.reallocations
    What moved, in the order of products and then of the receiving channels.
    = holdfast.v1.Reallocation
    What moved between two channels.
    = holdfast.v1.Reallocation.from_channel_id
    From which channel.
    = holdfast.v1.Reallocation.product_id
    The product.
    = holdfast.v1.Reallocation.quantity
    Units.
    = holdfast.v1.Reallocation.to_channel_id
    To which channel.
    = holdfast.v1.Reallocation.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ReceiptLine
    What arrived of one product.
    = holdfast.v1.ReceiptLine.discrepancy_reason
    Why it differs from what was expected, if it does, up to 500 bytes; empty = UNKNOWN.
    = holdfast.v1.ReceiptLine.product_id
    The product.
    = holdfast.v1.ReceiptLine.quantity
    Units that arrived now, 0 or more.
    = holdfast.v1.ReceiptLine.quarantine_quantity
    Of these, units that go to quarantine.
    = holdfast.v1.ReceiptLine.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ReceiveTransferRequest
    Says that goods of a transfer arrived.
    = holdfast.v1.ReceiveTransferRequest.final
    Nothing more is to come: what is missing makes a discrepancy and is on its way no longer. What turns up later is
    AdjustStock's or a count's matter.
    = holdfast.v1.ReceiveTransferRequest.lines
    What arrived, up to 100 lines, each of another product or variant of the transfer. Empty and not final = all that is
    still on its way.
    = holdfast.v1.ReceiveTransferRequest.transfer_id
    The transfer.
    = holdfast.v1.ReceiveTransferResponse
    What became of a receipt.
    = holdfast.v1.ReceiveTransferResponse.discrepancies
    The discrepancies that it made or changed, in the order of the transfer's lines.
    = holdfast.v1.ReceiveTransferResponse.transfer
    The transfer now.
    = holdfast.v1.ReconcileRequest
    Compares levels with rows of an outside snapshot.
    = holdfast.v1.ReconcileRequest.correct_up_to
    Differences of up to this many units, either way, are corrected; absent = the policy's, which is 5 by default.
    = holdfast.v1.ReconcileRequest.dry_run
    Report only: nothing is corrected and nothing flagged, and the report is of this call alone and not kept.
    = holdfast.v1.ReconcileRequest.reason
    Where the snapshot comes from, up to 500 bytes.
    = holdfast.v1.ReconcileRequest.reconciliation_id
    Names the reconciliation that the rows belong to: all calls with one id make one report. Give each call a command id,
    so that a call that is repeated counts once.
    = holdfast.v1.ReconcileRequest.rows
    Rows, 1 to 1,000, each about another level.
    = holdfast.v1.ReconcileResponse
    What became of the rows of one call.
    = holdfast.v1.ReconcileResponse.comparisons
    Every row that is not EQUAL, in the order of the request.
    = holdfast.v1.ReconcileResponse.report
    The reconciliation so far, this call included. Of a dry run: this call alone.
    = holdfast.v1.ReconciliationReport
    What a reconciliation has found.

    A row that is sent again, with another command id, is compared again and counts again: as equal, where it was corrected
    before. One that finds the review that this reconciliation has opened, with the same difference, counts as compared
    alone.
    = holdfast.v1.ReconciliationReport.compared
    Rows compared, MOVED and UNKNOWN ones included.
    = holdfast.v1.ReconciliationReport.corrected
    Of these, corrected.
    = holdfast.v1.ReconciliationReport.different
    Of these, rows that differ.
    = holdfast.v1.ReconciliationReport.missing_units
    Units that the outside has less, summed likewise.
    = holdfast.v1.ReconciliationReport.moved
    Rows whose level had changed meanwhile.
    = holdfast.v1.ReconciliationReport.reconciliation_id
    Its id.
    = holdfast.v1.ReconciliationReport.started_at
    When its first rows came.
    = holdfast.v1.ReconciliationReport.surplus_units
    Units that the outside has more than the book, summed over rows that differ so.
    = holdfast.v1.ReconciliationReport.to_review
    Of these, flagged for review.
    = holdfast.v1.ReconciliationReport.unknown
    Rows about something unknown.
    = holdfast.v1.ReconciliationReport.updated_at
    When its last rows came.
    = holdfast.v1.Reference
    Names what a reservation or a change is for, in the caller's words.
    = holdfast.v1.Reference.id
    The caller's id of it.
    = holdfast.v1.Reference.type
    The kind of thing.
    = holdfast.v1.ReferenceLink
    Where an entry stands among the entries about one reference; as `LevelChange` says it of a level.
    = holdfast.v1.ReferenceLink.ordinal
    Which entry about the reference this is, from 1.
    = holdfast.v1.ReferenceLink.previous
    Sequence of the one before it; 0 = none.
    = holdfast.v1.ReferenceLink.skip
    Sequence of one further back, by the rule of `LevelChange.skip`; 0 = none.
    = holdfast.v1.ReferenceType
    What a reservation is for.
    = holdfast.v1.ReferenceType.REFERENCE_TYPE_CART
    A shopping cart: its holds expire, and are replaced when it reserves again.
    = holdfast.v1.ReferenceType.REFERENCE_TYPE_ORDER
    An order: its holds stay.
    = holdfast.v1.ReferenceType.REFERENCE_TYPE_TRANSFER
    A transfer between warehouses.
    = holdfast.v1.ReferenceType.REFERENCE_TYPE_UNSPECIFIED
    Not said.
    = holdfast.v1.Refusal
    One item that the state does not allow, so that a program can act on "not enough" without reading prose.
    = holdfast.v1.Refusal.alert_id
    The alert that the refusal is about, if any.
    = holdfast.v1.Refusal.available
    Units there were.
    = holdfast.v1.Refusal.channel_id
    The channel that the refusal is about, if any.
    = holdfast.v1.Refusal.current_version
    The level's version now.
    = holdfast.v1.Refusal.product_id
    The product asked for.
    = holdfast.v1.Refusal.reason
    Why.
    = holdfast.v1.Refusal.requested
    Units asked for.
    = holdfast.v1.Refusal.reservation_id
    The reservation that the refusal is about, if any.
    = holdfast.v1.Refusal.variant_id
    Its variant, if any.
    = holdfast.v1.Refusal.warehouse_id
    The warehouse, or empty where the service was to choose.
    = holdfast.v1.RefusalReason
    Why an item was refused.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_BELOW_HELD
    on_hand would fall below reserved + quarantined.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_CHANNEL_LIMIT
    More than the channel may sell, which is `available`.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_EXPIRED
    The hold has expired.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_KIT
    The product is a kit, which has no stock of its own.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_NOT_ENOUGH_STOCK
    `available` is less than `requested`.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_ALERT
    There is no such open alert.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_CHANNEL
    There is no such channel.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_LEVEL
    The product was never stocked at that warehouse.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_PRODUCT
    There is no such product.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_RESERVATION
    There is no such open reservation.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_VARIANT
    The product has no such variant.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNKNOWN_WAREHOUSE
    There is no such warehouse.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_UNSPECIFIED
    Never sent.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_VERSION_MISMATCH
    `current_version` is not the expected one.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_WAREHOUSE_DOES_NOT_RECEIVE
    The warehouse does not receive goods.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_WAREHOUSE_DOES_NOT_SHIP
    The warehouse does not ship.
    = holdfast.v1.RefusalReason.REFUSAL_REASON_WAREHOUSE_INACTIVE
    The warehouse takes no new holds.
    = holdfast.v1.ReleaseRequest
    Asks to give holds back: by ids or by reference.
    = holdfast.v1.ReleaseRequest.reason
    Why, for the journal.
    = holdfast.v1.ReleaseRequest.reference
    All holds of this reference; none is OK.
    = holdfast.v1.ReleaseRequest.reservation_ids
    These reservations, up to 1,000.
    = holdfast.v1.ReleaseResponse
    What was given back.
    = holdfast.v1.ReleaseResponse.released
    As they were before.
    = holdfast.v1.ReloadCertificatesRequest
    Asks to read the certificates again.
    = holdfast.v1.ReloadCertificatesResponse
    The certificates in use from now on.
    = holdfast.v1.ReloadCertificatesResponse.certificates
    The server's own, and the authorities of its clients.
    = holdfast.v1.ReorderSuggestion
    One suggestion.
    = holdfast.v1.ReorderSuggestion.available
    What is available now.
    = holdfast.v1.ReorderSuggestion.cover_demand
    What is expected to be sold there from then until the order is used up.
    = holdfast.v1.ReorderSuggestion.incoming
    What is on its way.
    = holdfast.v1.ReorderSuggestion.lead_time_demand
    What is expected to be sold there until an order arrives.
    = holdfast.v1.ReorderSuggestion.out_of_stock_at
    The day, at its begin, by whose end nothing will be available if nothing arrives, also not what is incoming; 0 = not
    within lead time and cover.
    = holdfast.v1.ReorderSuggestion.product_id
    The product.
    = holdfast.v1.ReorderSuggestion.quantity
    How many units to order: up to safety_stock + lead_time_demand + cover_demand, and reorder_quantity at least.
    = holdfast.v1.ReorderSuggestion.safety_stock
    The level's setting.
    = holdfast.v1.ReorderSuggestion.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ReorderSuggestion.warehouse_id
    The warehouse.
    = holdfast.v1.Reply
    From the server: one answer. Answers come in any order.
    = holdfast.v1.Reply.call_id
    The call that is answered. 0 = the server's own voice: `response` is a Notice.
    = holdfast.v1.Reply.more
    This is one of the replies of a stream, and others follow. The last one has no response, and says how the stream ended.
    = holdfast.v1.Reply.repeated
    This is the first answer to the same command, given again.
    = holdfast.v1.Reply.response
    The response message of the method.
    = holdfast.v1.Reply.sequence
    To a command: the journal sequence at which it took effect, or was decided. To a query: that of its snapshot.
    = holdfast.v1.Reply.status
    How it ended. Absent means OK.
    = holdfast.v1.Reservation
    A hold on stock at one warehouse.
    = holdfast.v1.Reservation.channel_id
    The sales channel it was made for, if any.
    = holdfast.v1.Reservation.components
    What one unit was made of when it was held, if the product is a kit.
    = holdfast.v1.Reservation.created_at
    When it was made.
    = holdfast.v1.Reservation.expires_at
    From this instant on the hold is due to be released; 0 = never.
    = holdfast.v1.Reservation.fulfilled_quantity
    Units that have left under this reservation.
    = holdfast.v1.Reservation.product_id
    The product held.
    = holdfast.v1.Reservation.quantity
    Units held now; of a kit, kits.
    = holdfast.v1.Reservation.reference
    What it is for.
    = holdfast.v1.Reservation.reservation_id
    Made by the service; never given twice.
    = holdfast.v1.Reservation.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.Reservation.warehouse_id
    Where it is held.
    = holdfast.v1.ReservationService
    Holds on stock for carts, orders and transfers, so that nothing is sold twice.

    Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a sweeper
    releases the rest within a second.
    = holdfast.v1.ReservationService/ChangeReservation
    Gives a hold another quantity or another warehouse, checked like a new one.
    = holdfast.v1.ReservationService/ConvertReservation
    Makes a cart's holds an order's, all at once, no longer expiring. An order may have up to 10,000 open reservations.
    = holdfast.v1.ReservationService/Extend
    Moves the expiry of holds.
    = holdfast.v1.ReservationService/Fulfill
    The goods left: on_hand and reserved go down together, wholly or in part.
    = holdfast.v1.ReservationService/GetReservation
    One open reservation. NOT_FOUND once it was released, has expired or is wholly fulfilled: see its history.
    = holdfast.v1.ReservationService/ListReservations
    Open reservations, a page at a time.
    = holdfast.v1.ReservationService/Release
    Gives holds back, by ids (all of them or none) or by reference.
    = holdfast.v1.ReservationService/Reserve
    Holds stock. FAILED_PRECONDITION names every item that is short, or says that the reference would have more than 10,000
    open reservations.
    = holdfast.v1.ReservationStockFilter
    Names the stock that reservations are listed for.
    = holdfast.v1.ReservationStockFilter.product_id
    The product.
    = holdfast.v1.ReservationStockFilter.variant_id
    Its variant; empty = the product itself, or without a warehouse all variants.
    = holdfast.v1.ReservationStockFilter.warehouse_id
    The warehouse; empty = all.
    = holdfast.v1.ReserveMode
    What happens when something is short.
    = holdfast.v1.ReserveMode.RESERVE_MODE_ALL_OR_NOTHING
    Every item or none.
    = holdfast.v1.ReserveMode.RESERVE_MODE_BEST_EFFORT
    Each item on its own, wholly or not at all. Where none can be held, holds that were to be replaced stay.
    = holdfast.v1.ReserveMode.RESERVE_MODE_UNSPECIFIED
    The default: ALL_OR_NOTHING.
    = holdfast.v1.ReserveRequest
    Asks to hold stock.
    = holdfast.v1.ReserveRequest.channel_id
    The sales channel, if any.
    = holdfast.v1.ReserveRequest.existing
    What becomes of holds that the reference already has.
    = holdfast.v1.ReserveRequest.items
    What, 1 to 100 items. Lines of one (product, variant, warehouse) are added up first.
    = holdfast.v1.ReserveRequest.mode
    All or nothing, or best effort.
    = holdfast.v1.ReserveRequest.pickup_warehouse_id
    Take from this warehouse first: the customer collects there. One that is not active or does not ship takes no part.
    = holdfast.v1.ReserveRequest.reference
    What for.
    = holdfast.v1.ReserveRequest.ship_to
    Where to, for choosing warehouses.
    = holdfast.v1.ReserveRequest.strategy
    How to choose warehouses for items that name none; default FEWEST_SHIPMENTS.
    = holdfast.v1.ReserveRequest.time_to_live_seconds
    How long to hold, up to ten years; 0 = without expiry. Default: CART 1,800, ORDER none, TRANSFER 86,400.
    = holdfast.v1.ReserveResponse
    What is held.
    = holdfast.v1.ReserveResponse.failures
    BEST_EFFORT: the items that are not held, and why.
    = holdfast.v1.ReserveResponse.is_proven_optimal
    Whether the choice of warehouses is proven optimal by the strategy's own measure.
    = holdfast.v1.ReserveResponse.reservations
    The new holds.
    = holdfast.v1.ResolveDiscrepancyRequest
    Says what became of a discrepancy.
    = holdfast.v1.ResolveDiscrepancyRequest.discrepancy_id
    The discrepancy.
    = holdfast.v1.ResolveDiscrepancyRequest.resolution
    What was found, 1 to 500 bytes.
    = holdfast.v1.ResolveReviewRequest
    Decides a review.
    = holdfast.v1.ResolveReviewRequest.allow_oversold
    Correct even where on_hand falls below reserved + quarantined. Needs the role admin.
    = holdfast.v1.ResolveReviewRequest.correct
    Whether the difference is added to on_hand, as it is by now. False = the book stands.
    = holdfast.v1.ResolveReviewRequest.note
    A word about it, up to 500 bytes.
    = holdfast.v1.ResolveReviewRequest.review_id
    Which.
    = holdfast.v1.ResolveReviewResponse
    How it was decided.
    = holdfast.v1.ResolveReviewResponse.level
    The level now.
    = holdfast.v1.ResolveReviewResponse.review
    The review now.
    = holdfast.v1.Review
    A difference that somebody has to decide.

    A level has one open review at most. A later finding about the level that somebody has to decide takes the place of the
    earlier one in it; a later finding that agrees with the book, or that is corrected, dismisses it, because the difference
    that it names is no longer what lies on the shelf.
    = holdfast.v1.Review.book
    on_hand by the book, when it was found.
    = holdfast.v1.Review.cause
    Why it was opened.
    = holdfast.v1.Review.counted
    on_hand by the outside.
    = holdfast.v1.Review.created_at
    When it was opened.
    = holdfast.v1.Review.difference
    counted − book: what a correction adds to on_hand.
    = holdfast.v1.Review.found_at
    When its difference was found.
    = holdfast.v1.Review.found_by
    The reconciliation or the count that found it last.
    = holdfast.v1.Review.note
    A word by who decided.
    = holdfast.v1.Review.product_id
    The product.
    = holdfast.v1.Review.resolved_at
    When it was decided; 0 = not yet.
    = holdfast.v1.Review.review_id
    Its id.
    = holdfast.v1.Review.status
    How it was decided.
    = holdfast.v1.Review.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.Review.warehouse_id
    The warehouse.
    = holdfast.v1.ReviewCause
    Why a review was opened.
    = holdfast.v1.ReviewCause.REVIEW_CAUSE_COUNT
    A count would fall below reserved + quarantined.
    = holdfast.v1.ReviewCause.REVIEW_CAUSE_RECONCILE
    A reconciliation found a large difference, or one that would fall below what is held.
    = holdfast.v1.ReviewCause.REVIEW_CAUSE_UNSPECIFIED
    Never sent.
    = holdfast.v1.ReviewStatus
    How a review was decided.
    = holdfast.v1.ReviewStatus.REVIEW_STATUS_CORRECTED
    The difference was corrected.
    = holdfast.v1.ReviewStatus.REVIEW_STATUS_DISMISSED
    The book stands.
    = holdfast.v1.ReviewStatus.REVIEW_STATUS_OPEN
    Nobody has decided.
    = holdfast.v1.ReviewStatus.REVIEW_STATUS_UNSPECIFIED
    Open, where a list is asked for; never the status of a review.
    = holdfast.v1.Role
    What a calling service may do. Each role may do all that the ones before it may.
    = holdfast.v1.Role.ROLE_ADMIN
    Everything: policies, certificates, backup, journal, allow_oversold.
    = holdfast.v1.Role.ROLE_OPERATOR
    Seller, and stock, warehouses, products, transfers, channels, counts, reviews, alerts, webhooks, subscriptions.
    = holdfast.v1.Role.ROLE_READER
    Queries and watching.
    = holdfast.v1.Role.ROLE_SELLER
    Reader, and reservations and orders.
    = holdfast.v1.Role.ROLE_UNSPECIFIED
    No role: nothing is allowed.
    = holdfast.v1.ScoreParts
    What a score is made of.
    = holdfast.v1.ScoreParts.availability
    What availability adds.
    = holdfast.v1.ScoreParts.base
    What every warehouse starts from.
    = holdfast.v1.ScoreParts.distance
    What distance takes away; not above 0.
    = holdfast.v1.ScoreParts.priority
    What priority adds.
    = holdfast.v1.ScoreParts.utilization
    What free capacity adds.
    = holdfast.v1.ScoringWeights
    The weights of a warehouse's score:
    score = base − min(distance_cap, km / kilometres_per_point) + min(availability_cap, availability_weight · available / quantity)
            + priority_weight · priority + utilization_weight · (1 − utilization).
    = holdfast.v1.ScoringWeights.availability_cap
    The most that availability can add; default 30.
    = holdfast.v1.ScoringWeights.availability_weight
    Points for having exactly what is asked for; default 10.
    = holdfast.v1.ScoringWeights.base
    What every warehouse starts from; default 100.
    = holdfast.v1.ScoringWeights.distance_cap
    The most that distance can cost, and what an unknown distance costs; default 30.
    = holdfast.v1.ScoringWeights.kilometres_per_point
    Kilometres that cost one point; default 100.
    = holdfast.v1.ScoringWeights.priority_weight
    Points for each step of priority; default 2.
    = holdfast.v1.ScoringWeights.utilization_weight
    Points for an idle warehouse; default 20.
    = holdfast.v1.SelectWarehouseRequest
    Asks which warehouse should ship a product.
    = holdfast.v1.SelectWarehouseRequest.product_id
    The product.
    = holdfast.v1.SelectWarehouseRequest.quantity
    Units, at least 1.
    = holdfast.v1.SelectWarehouseRequest.ship_to
    Where to. Without coordinates every distance is unknown.
    = holdfast.v1.SelectWarehouseRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.SelectWarehouseRequest.weights
    Other weights than the policy's, all of them: one that is left out is 0. Each from -1000000 to 1000000.
    = holdfast.v1.SelectWarehouseResponse
    The ranking.
    = holdfast.v1.SelectWarehouseResponse.candidates
    Best score first; ties by warehouse id. Never empty.
    = holdfast.v1.ServerStatus
    How the server is.
    = holdfast.v1.ServerStatus.accepts_commands
    Whether commands are taken.
    = holdfast.v1.ServerStatus.baseline_sequence
    Sequence of the baseline that stands for what was dropped; 0 = nothing ever was, or nobody has looked since the start.
    = holdfast.v1.ServerStatus.bytes_since_checkpoint
    Bytes of journal since then: what a start after a crash of the machine would fold in.
    = holdfast.v1.ServerStatus.certificates
    The certificates in use.
    = holdfast.v1.ServerStatus.checkpoint_at
    When it was made, if since the start.
    = holdfast.v1.ServerStatus.checkpoint_failure
    Why the last try to make a checkpoint failed; empty = it did not fail.
    = holdfast.v1.ServerStatus.checkpoint_sequence
    Sequence of the last checkpoint of the state; 0 = there is none.
    = holdfast.v1.ServerStatus.clock_ahead_micros
    How far the wall clock is ahead of the stamps of batches, in µs; negative = behind. Stamps never jump: they follow it by a
    tenth of the time that passes. More than a minute means that somebody has set the clock.
    = holdfast.v1.ServerStatus.command_result_seconds
    For how long an answer is kept, in seconds.
    = holdfast.v1.ServerStatus.command_results
    Kept answers to commands with ids.
    = holdfast.v1.ServerStatus.compacted_at
    When the journal was last looked through for segments that nothing needs any more; 0 = not since the start.
    = holdfast.v1.ServerStatus.compacted_bytes
    Their bytes.
    = holdfast.v1.ServerStatus.compacted_segments
    Segments that went then.
    = holdfast.v1.ServerStatus.compaction_failure
    Why the last look failed; empty = it did not fail.
    = holdfast.v1.ServerStatus.compaction_kept_because
    What kept the oldest segment that was left, for people.
    = holdfast.v1.ServerStatus.connections
    Open connections.
    = holdfast.v1.ServerStatus.entries_since_checkpoint
    Entries of the journal since the last checkpoint: what a start after a crash of the machine would fold in.
    = holdfast.v1.ServerStatus.first_sequence
    The first sequence that the journal still has.
    = holdfast.v1.ServerStatus.held_snapshots
    Snapshots of the state that they hold: what was freed since cannot be used again while they do.
    = holdfast.v1.ServerStatus.history_id
    Names this run of the journal; a restore begins a new one. Hexadecimal.
    = holdfast.v1.ServerStatus.journal_bytes
    Bytes of the journal's segments.
    = holdfast.v1.ServerStatus.journal_segments
    How many segments.
    = holdfast.v1.ServerStatus.last_batch_at
    Time stamp of the last batch.
    = holdfast.v1.ServerStatus.open_reservations
    Open reservations.
    = holdfast.v1.ServerStatus.open_streams
    Streams that are open.
    = holdfast.v1.ServerStatus.products
    Products.
    = holdfast.v1.ServerStatus.queued_bytes
    Bytes of the requests of the commands that wait to be ordered.
    = holdfast.v1.ServerStatus.queued_commands
    Commands that wait to be ordered.
    = holdfast.v1.ServerStatus.recovery_seconds
    An estimate of how long such a start would take, in seconds.
    = holdfast.v1.ServerStatus.refusing_because
    Why not, if they are not.
    = holdfast.v1.ServerStatus.resident_bytes
    Memory that they take, in bytes.
    = holdfast.v1.ServerStatus.resident_levels
    Rows kept in memory for single reads, totals among them.
    = holdfast.v1.ServerStatus.sequence
    The journal sequence that readers see.
    = holdfast.v1.ServerStatus.started_at
    When the server started.
    = holdfast.v1.ServerStatus.state_bytes
    Bytes of the state in use.
    = holdfast.v1.ServerStatus.state_free_bytes
    Bytes among state_bytes that are free: they are used again before the state grows.
    = holdfast.v1.ServerStatus.state_limit_bytes
    Bytes that the state may grow to.
    = holdfast.v1.ServerStatus.stock_levels
    Levels, totals not counted.
    = holdfast.v1.ServerStatus.uptime_seconds
    Seconds since then.
    = holdfast.v1.ServerStatus.version
    Version of the software.
    = holdfast.v1.ServerStatus.warehouses
    Warehouses.
    = holdfast.v1.SetChannelStockRequest
    Sets what is allocated to one channel.
    = holdfast.v1.SetChannelStockRequest.allocated
    Units; absent = the channel has no allocation of it any more.
    = holdfast.v1.SetChannelStockRequest.channel_id
    The channel.
    = holdfast.v1.SetChannelStockRequest.product_id
    The product.
    = holdfast.v1.SetChannelStockRequest.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.SetStockRequest
    Asks to set levels.
    = holdfast.v1.SetStockRequest.allow_oversold
    Let on_hand fall below reserved + quarantined. Admins only.
    = holdfast.v1.SetStockRequest.metadata
    Facts for the journal, up to 16.
    = holdfast.v1.SetStockRequest.reason
    Why, for the journal.
    = holdfast.v1.SetStockRequest.reference_id
    What for, for the journal.
    = holdfast.v1.SetStockRequest.settings
    1 to 1,000 of them, each level once.
    = holdfast.v1.SetStockResponse
    The levels after the change.
    = holdfast.v1.SetStockResponse.levels
    In the order of the settings.
    = holdfast.v1.ShipTransferRequest
    Says that the goods of a transfer left.
    = holdfast.v1.ShipTransferRequest.tracking_number
    The carrier's number.
    = holdfast.v1.ShipTransferRequest.transfer_id
    The transfer.
    = holdfast.v1.Shipment
    What one warehouse ships.
    = holdfast.v1.Shipment.code
    Its code.
    = holdfast.v1.Shipment.cost_micros
    Shipping cost in micros.
    = holdfast.v1.Shipment.currency
    Its currency.
    = holdfast.v1.Shipment.delivers_at
    When it would arrive.
    = holdfast.v1.Shipment.distance_metres
    Great-circle distance; absent where either place has no coordinates.
    = holdfast.v1.Shipment.items
    What it ships.
    = holdfast.v1.Shipment.ships_at
    When it would leave.
    = holdfast.v1.Shipment.warehouse_id
    The warehouse.
    = holdfast.v1.ShipmentItem
    What one warehouse ships of an item.
    = holdfast.v1.ShipmentItem.item_index
    Which item of the request, from 0.
    = holdfast.v1.ShipmentItem.product_id
    The product.
    = holdfast.v1.ShipmentItem.quantity
    Units.
    = holdfast.v1.ShipmentItem.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.ShippingRate
    What shipping costs:
    cost = base + per_unit · units + per_unit_km · units · metres / 1000, in integers, rounded up once.
    = holdfast.v1.ShippingRate.base_micros
    A shipment, in micros of the currency.
    = holdfast.v1.ShippingRate.currency
    ISO 4217 code, such as `USD`. Needed where any rate is above 0.
    = holdfast.v1.ShippingRate.per_unit_km_micros
    Each unit and kilometre, in micros.
    = holdfast.v1.ShippingRate.per_unit_micros
    Each unit, in micros.
    = holdfast.v1.SnapshotRow
    One row of an outside snapshot.
    = holdfast.v1.SnapshotRow.counted
    on_hand by the outside, 0 or more.
    = holdfast.v1.SnapshotRow.expected_version
    The level's version when the outside looked, if it is known: a level that has changed since is reported as MOVED and
    left alone.
    = holdfast.v1.SnapshotRow.product_id
    The product; empty = `sku` names it.
    = holdfast.v1.SnapshotRow.sku
    The product's or variant's SKU, where `product_id` is empty.
    = holdfast.v1.SnapshotRow.variant_id
    Its variant; empty = the product itself, or what `sku` names.
    = holdfast.v1.SnapshotRow.warehouse_code
    The warehouse's code, where `warehouse_id` is empty.
    = holdfast.v1.SnapshotRow.warehouse_id
    The warehouse; empty = `warehouse_code` names it.
    = holdfast.v1.SplitOrderRequest
    Asks how to ship an order.
    = holdfast.v1.SplitOrderRequest.allow_partial
    Plan what there is, instead of refusing when something is short.
    = holdfast.v1.SplitOrderRequest.items
    What is ordered, 1 to 100 items.
    = holdfast.v1.SplitOrderRequest.pickup_warehouse_id
    Ship from this warehouse first: the customer collects there. One that is not active or does not ship takes no part.
    = holdfast.v1.SplitOrderRequest.ship_to
    Where to. Without coordinates every distance is unknown.
    = holdfast.v1.SplitOrderRequest.strategy
    How to choose; default FEWEST_SHIPMENTS.
    = holdfast.v1.SplitOrderResponse
    A plan.
    = holdfast.v1.SplitOrderResponse.currency
    Its currency.
    = holdfast.v1.SplitOrderResponse.is_proven_optimal
    Whether no better plan exists by the strategy's own measure.
    = holdfast.v1.SplitOrderResponse.search_steps
    Search steps that the plan took, out of the policy's budget.
    = holdfast.v1.SplitOrderResponse.shipments
    One for each warehouse that takes part, in the order of their ids.
    = holdfast.v1.SplitOrderResponse.total_cost_micros
    Cost of all shipments, in micros.
    = holdfast.v1.SplitOrderResponse.unmet
    What cannot be met; empty unless allow_partial.
    = holdfast.v1.SplitStrategy
    How the warehouses of an order are chosen.
    = holdfast.v1.SplitStrategy.SPLIT_STRATEGY_FEWEST_SHIPMENTS
    Fewest shipments first, then lowest cost, then best score.
    = holdfast.v1.SplitStrategy.SPLIT_STRATEGY_LOWEST_COST
    The least shipping cost in all.
    = holdfast.v1.SplitStrategy.SPLIT_STRATEGY_NEAREST
    Walk the warehouses by distance, nearest first.
    = holdfast.v1.SplitStrategy.SPLIT_STRATEGY_PRIORITY
    Walk the warehouses by priority, highest first.
    = holdfast.v1.SplitStrategy.SPLIT_STRATEGY_UNSPECIFIED
    The default: FEWEST_SHIPMENTS.
    = holdfast.v1.Status
    How a call ended.
    = holdfast.v1.Status.code
    A StatusCode.
    = holdfast.v1.Status.message
    For people: what was wrong, where, what would be right.
    = holdfast.v1.Status.refusals
    Why the state does not allow it, an item at a time.
    = holdfast.v1.Status.retry_after_ms
    When to try again, in milliseconds. 0 = the server does not say.
    = holdfast.v1.Status.violations
    What is wrong with the request, a field at a time.
    = holdfast.v1.StatusCode
    The canonical status codes, with the numbers that gRPC gives them.
    = holdfast.v1.StatusCode.STATUS_CODE_ABORTED
    `expected_version` does not match; `refusals` says the current one.
    = holdfast.v1.StatusCode.STATUS_CODE_ALREADY_EXISTS
    What would be made exists, or the command id was used for another request.
    = holdfast.v1.StatusCode.STATUS_CODE_CANCELLED
    The caller ended the call.
    = holdfast.v1.StatusCode.STATUS_CODE_DATA_LOSS
    What was stored is damaged.
    = holdfast.v1.StatusCode.STATUS_CODE_DEADLINE_EXCEEDED
    The deadline passed before the call was taken; it was not applied.
    = holdfast.v1.StatusCode.STATUS_CODE_FAILED_PRECONDITION
    The state does not allow it: not enough stock, an expired hold, an inactive warehouse; `refusals` says what.
    = holdfast.v1.StatusCode.STATUS_CODE_INTERNAL
    A fault of the server.
    = holdfast.v1.StatusCode.STATUS_CODE_INVALID_ARGUMENT
    The request is wrong whatever the state is; `violations` says where.
    = holdfast.v1.StatusCode.STATUS_CODE_NOT_FOUND
    What the request names does not exist.
    = holdfast.v1.StatusCode.STATUS_CODE_OK
    It went well.
    = holdfast.v1.StatusCode.STATUS_CODE_OUT_OF_RANGE
    A quantity would leave the range of signed 64-bit.
    = holdfast.v1.StatusCode.STATUS_CODE_PERMISSION_DENIED
    The caller's role does not allow it.
    = holdfast.v1.StatusCode.STATUS_CODE_RESOURCE_EXHAUSTED
    A limit or a full queue; try again after `retry_after_ms`.
    = holdfast.v1.StatusCode.STATUS_CODE_UNAUTHENTICATED
    The certificate maps to no role.
    = holdfast.v1.StatusCode.STATUS_CODE_UNAVAILABLE
    The server takes no commands, or is going away; try again.
    = holdfast.v1.StatusCode.STATUS_CODE_UNIMPLEMENTED
    The method does not exist here.
    = holdfast.v1.StatusCode.STATUS_CODE_UNKNOWN
    Nobody knows: a status of another kind.
    = holdfast.v1.StockFault
    A level that is not what its entries add up to.
    = holdfast.v1.StockFault.expected
    What the entries, or for a total the levels, add up to.
    = holdfast.v1.StockFault.message
    For people: what is wrong, and where.
    = holdfast.v1.StockFault.product_id
    The product.
    = holdfast.v1.StockFault.stored
    What the state says.
    = holdfast.v1.StockFault.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.StockFault.warehouse_id
    The warehouse; empty = the product's total.
    = holdfast.v1.StockKey
    Names one stock level.
    = holdfast.v1.StockKey.product_id
    The product.
    = holdfast.v1.StockKey.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.StockKey.warehouse_id
    The warehouse; empty = the total over all warehouses.
    = holdfast.v1.StockLevel
    One (product, variant, warehouse), or a product's total over all warehouses.
    = holdfast.v1.StockLevel.available
    on_hand − reserved − quarantined.
    = holdfast.v1.StockLevel.incoming
    Units on their way here.
    = holdfast.v1.StockLevel.on_hand
    Units in the building.
    = holdfast.v1.StockLevel.product_id
    The product.
    = holdfast.v1.StockLevel.quarantined
    Units damaged, in quality control, or returned and unchecked.
    = holdfast.v1.StockLevel.reorder_point
    At or below this many available units it is time to order. 0 in a total.
    = holdfast.v1.StockLevel.reorder_quantity
    How many units to order then. 0 in a total.
    = holdfast.v1.StockLevel.reserved
    Units held for carts, orders and transfers.
    = holdfast.v1.StockLevel.safety_stock
    Below or at this many available units stock is low. 0 in a total.
    = holdfast.v1.StockLevel.updated_at
    When it last changed.
    = holdfast.v1.StockLevel.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.StockLevel.version
    How many changes the level has seen. In a total: those of all its levels.
    = holdfast.v1.StockLevel.warehouse_id
    The warehouse; empty = the total over all warehouses.
    = holdfast.v1.StockResult
    One answer of many.
    = holdfast.v1.StockResult.level
    The level; where it is missing only its key is set.
    = holdfast.v1.StockResult.missing
    There is no such level.
    = holdfast.v1.StockService
    Products, and how much of them each warehouse has.
    = holdfast.v1.StockService/AdjustStock
    Changes levels by a number of units, with a type and a reason, all lines or none.
    = holdfast.v1.StockService/BatchGetStock
    Up to 1,000 levels from one snapshot. A missing level is marked, not an error.
    = holdfast.v1.StockService/ExportStock
    Every level of one snapshot, in the order of (product, variant, warehouse): a stream. RESOURCE_EXHAUSTED if its replies
    are taken so slowly that the snapshot would be held for too long.
    = holdfast.v1.StockService/GetProduct
    One product, by id, SKU or barcode (its own or a variant's).
    = holdfast.v1.StockService/GetStock
    One level, or a product's total over all warehouses. NOT_FOUND says whether the product, the warehouse or the level
    is unknown; the total of a product without levels is zeros.
    = holdfast.v1.StockService/ImportStock
    Sets on_hand from rows of a file, each good or bad on its own.
    = holdfast.v1.StockService/ListProducts
    Products by id, a page at a time.
    = holdfast.v1.StockService/ListStock
    Levels of one product or of one warehouse, a page at a time.
    = holdfast.v1.StockService/MoveStock
    Moves available stock from one warehouse to another, at once.
    = holdfast.v1.StockService/PutProduct
    Makes a product, or replaces all that is said of it. ALREADY_EXISTS if one of its SKUs or barcodes is another's.
    A variant that has levels cannot be left out.
    = holdfast.v1.StockService/SetStock
    Sets levels, all or none of them. Makes a level that does not exist; an absent field leaves an existing one alone.
    = holdfast.v1.StockSetting
    What one level shall be.
    = holdfast.v1.StockSetting.expected_version
    The version that the caller saw; 0 = the level does not exist. ABORTED if it is another.
    = holdfast.v1.StockSetting.on_hand
    Units in the building, not negative; a new level starts at 0.
    = holdfast.v1.StockSetting.opening_holds
    Holds that a new level brings along, up to 100; FAILED_PRECONDITION for a level that exists, or where a reference would
    have more than 10,000 open reservations.
    = holdfast.v1.StockSetting.product_id
    The product.
    = holdfast.v1.StockSetting.reorder_point
    Not negative; a new level starts at 20.
    = holdfast.v1.StockSetting.reorder_quantity
    Not negative; a new level starts at 100.
    = holdfast.v1.StockSetting.safety_stock
    Not negative; a new level starts at 10.
    = holdfast.v1.StockSetting.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.StockSetting.warehouse_id
    The warehouse.
    = holdfast.v1.SubmitCountRequest
    Takes a count.
    = holdfast.v1.SubmitCountRequest.count_id
    Names the count, such as a sheet or a round; 1 to 128 bytes.
    = holdfast.v1.SubmitCountRequest.lines
    What was counted, 1 to 1,000 lines, each about another product or variant.
    = holdfast.v1.SubmitCountRequest.reason
    A word about it, up to 500 bytes.
    = holdfast.v1.SubmitCountRequest.warehouse_id
    Where.
    = holdfast.v1.SubmitCountResponse
    What became of a count.
    = holdfast.v1.SubmitCountResponse.comparisons
    Every line, in the order of the request.
    = holdfast.v1.SuggestReordersRequest
    Asks what to order where.
    = holdfast.v1.SuggestReordersRequest.cover_days
    For how many days after arrival the order shall last, 1 to 365; 0 = 14.
    = holdfast.v1.SuggestReordersRequest.lead_time_days
    Days from order to arrival, 1 to 365; 0 = 7.
    = holdfast.v1.SuggestReordersRequest.page_size
    How many, 1 to 1,000; 0 = 100.
    = holdfast.v1.SuggestReordersRequest.page_token
    From the page before.
    = holdfast.v1.SuggestReordersRequest.product_id
    Only this product; empty = all.
    = holdfast.v1.SuggestReordersRequest.warehouse_id
    Only this warehouse; empty = all.
    = holdfast.v1.SuggestReordersResponse
    A page of suggestions.
    = holdfast.v1.SuggestReordersResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.SuggestReordersResponse.suggestions
    In the order of products, variants and warehouses. A page may be short, or empty, before the last one.
    = holdfast.v1.Transfer
    Stock on its way.
    = holdfast.v1.Transfer.closed_at
    When it was completed or cancelled; 0 = not yet.
    = holdfast.v1.Transfer.created_at
    When it was made.
    = holdfast.v1.Transfer.expected_at
    When it is expected to arrive; 0 = not known.
    = holdfast.v1.Transfer.from_warehouse_id
    Where from; empty = from outside.
    = holdfast.v1.Transfer.holds_expire_at
    Until when its stock is held at the source; 0 = without end, or nothing is held: it is shipped, closed, or comes from
    outside. A time that has passed: the holds have expired.
    = holdfast.v1.Transfer.lines
    What is sent.
    = holdfast.v1.Transfer.purchase_reference
    The purchase order or the like, where it comes from outside.
    = holdfast.v1.Transfer.reason
    Why, in the caller's words.
    = holdfast.v1.Transfer.shipped_at
    When it was shipped; 0 = not yet.
    = holdfast.v1.Transfer.status
    How far it has got.
    = holdfast.v1.Transfer.supplier
    The supplier, where it comes from outside.
    = holdfast.v1.Transfer.to_warehouse_id
    Where to.
    = holdfast.v1.Transfer.tracking_number
    The carrier's number, once shipped.
    = holdfast.v1.Transfer.transfer_id
    Its id.
    = holdfast.v1.TransferLine
    One product of a transfer.
    = holdfast.v1.TransferLine.incoming_quantity
    Units still on their way. Not read in a request.
    = holdfast.v1.TransferLine.product_id
    The product.
    = holdfast.v1.TransferLine.quantity
    Units that are sent, at least 1.
    = holdfast.v1.TransferLine.received_quantity
    Units that arrived so far. Not read in a request.
    = holdfast.v1.TransferLine.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.TransferService
    Stock on its way from one warehouse to another, or from a supplier to a warehouse.

    A transfer between warehouses holds its stock at the source until it is shipped. Its holds have the reference
    TRANSFER with the transfer's id and change only through this service: Release, Extend, ChangeReservation and Fulfill
    of them are FAILED_PRECONDITION, and no other hold can be made with such a reference. When they expire the transfer
    stays PENDING.

    What is on its way is `incoming` of the destination's level: the sum of `incoming_quantity` over the lines of all
    transfers to it. For each line, from the moment it is on its way:
    received + incoming + missing = sent + surplus, where a line is either missing units or has a surplus.
    = holdfast.v1.TransferService/CancelTransfer
    Gives up a transfer that is still PENDING: its holds are given back, a supplier's incoming goes down.
    = holdfast.v1.TransferService/CreateTransfer
    Makes a transfer, PENDING. Between warehouses it holds every line at the source, all or none; from a supplier
    nothing is held, and `incoming` of the destination goes up at once.
    = holdfast.v1.TransferService/GetTransfer
    One transfer.
    = holdfast.v1.TransferService/ListDiscrepancies
    Differences between what was sent and what arrived, newest first, a page at a time.
    = holdfast.v1.TransferService/ListTransfers
    Transfers, newest first, a page at a time.
    = holdfast.v1.TransferService/ReceiveTransfer
    Goods arrived, all of them or a part: incoming goes down, on_hand goes up. Completed when nothing is on its way any
    more. A transfer between warehouses must be IN_TRANSIT; a supplier's may be PENDING, and is IN_TRANSIT from then on.

    What arrives is taken, also where it is more than was on its way: on_hand goes up by all of it, incoming down to 0
    and never below. A discrepancy is made for a line that has got more than was sent, at once, and for a line that has
    got less, when the receipt is final. A line has one discrepancy at most: when further parts come it says what has
    arrived by then, and is open again if it was resolved.
    = holdfast.v1.TransferService/ResolveDiscrepancy
    Says what became of a discrepancy. Stock is not changed by it: missing units have left the source already, surplus
    units are on hand.
    = holdfast.v1.TransferService/ShipTransfer
    The goods left: the source's on_hand and reserved go down, the destination's incoming goes up. Where the holds have
    expired it takes available stock again, or refuses. A supplier's transfer is only marked: its incoming counts already.
    = holdfast.v1.TransferStatus
    How far a transfer has got.
    = holdfast.v1.TransferStatus.TRANSFER_STATUS_CANCELLED
    Given up before it was shipped.
    = holdfast.v1.TransferStatus.TRANSFER_STATUS_COMPLETED
    All is accounted for.
    = holdfast.v1.TransferStatus.TRANSFER_STATUS_IN_TRANSIT
    On its way.
    = holdfast.v1.TransferStatus.TRANSFER_STATUS_PENDING
    Made, and not shipped.
    = holdfast.v1.TransferStatus.TRANSFER_STATUS_UNSPECIFIED
    Any, where a list is asked for; never the status of a transfer.
    = holdfast.v1.UnmetItem
    What of an item cannot be met.
    = holdfast.v1.UnmetItem.item_index
    Which item of the request, from 0.
    = holdfast.v1.UnmetItem.product_id
    The product.
    = holdfast.v1.UnmetItem.requested
    Units asked for.
    = holdfast.v1.UnmetItem.unmet
    Units that are short.
    = holdfast.v1.UnmetItem.variant_id
    Its variant; empty = the product itself.
    = holdfast.v1.UpdateWarehouseRequest
    Asks for a change of a warehouse.
    = holdfast.v1.UpdateWarehouseRequest.update_mask
    Names of the fields to change, such as `name` or `address`. Empty = those that are set in `warehouse`.
    = holdfast.v1.UpdateWarehouseRequest.warehouse
    The warehouse, by warehouse_id, with its new values.
    = holdfast.v1.Variant
    A variant of a product, such as a size.
    = holdfast.v1.Variant.barcodes
    Its barcodes, each unique among all products and variants.
    = holdfast.v1.Variant.name
    Its name for people.
    = holdfast.v1.Variant.sku
    Its scannable code, unique among all products and variants; empty = none.
    = holdfast.v1.Variant.variant_id
    Its id, unique within the product.
    = holdfast.v1.VerifyStockRequest
    Asks whether levels are what their entries add up to.
    = holdfast.v1.VerifyStockRequest.page_token
    From the page before.
    = holdfast.v1.VerifyStockRequest.product_id
    Only this product; empty = all.
    = holdfast.v1.VerifyStockRequest.warehouse_id
    Only this warehouse; empty = all.
    = holdfast.v1.VerifyStockResponse
    What was verified.
    = holdfast.v1.VerifyStockResponse.entries
    Entries that it has looked at.
    = holdfast.v1.VerifyStockResponse.faults
    What is wrong.
    = holdfast.v1.VerifyStockResponse.levels
    Levels that this call has verified.
    = holdfast.v1.VerifyStockResponse.next_page_token
    For the next page; empty = this was the last.
    = holdfast.v1.Warehouse
    A place that holds stock.
    = holdfast.v1.Warehouse.address
    Where it is.
    = holdfast.v1.Warehouse.capabilities
    What it can do; at creation none means SHIPPING, RECEIVING, STORAGE and RETURNS.
    = holdfast.v1.Warehouse.code
    Its unique code, such as `DC-001`.
    = holdfast.v1.Warehouse.created_at
    When it was made.
    = holdfast.v1.Warehouse.cut_off_minutes
    Orders before this minute after local midnight are handled the same day, 0 to 1439; default 960 (16:00).
    = holdfast.v1.Warehouse.daily_capacity
    Units it can ship a day; 0 = unlimited.
    = holdfast.v1.Warehouse.handling_hours
    Hours from the start of handling until goods leave, 0 to 720; default 24.
    = holdfast.v1.Warehouse.is_active
    Whether it takes new holds.
    = holdfast.v1.Warehouse.name
    Its name for people.
    = holdfast.v1.Warehouse.priority
    0 to 10, higher is preferred.
    = holdfast.v1.Warehouse.shipping_rate
    What shipping from here costs; absent = nothing.
    = holdfast.v1.Warehouse.timezone
    IANA name of its timezone, such as `America/Chicago`; default `UTC`.
    = holdfast.v1.Warehouse.updated_at
    When it last changed.
    = holdfast.v1.Warehouse.warehouse_id
    Its id: the caller's at creation, or made by the service.
    = holdfast.v1.WarehouseCandidate
    One warehouse that could ship.
    = holdfast.v1.WarehouseCandidate.available
    Units available there.
    = holdfast.v1.WarehouseCandidate.code
    Its code.
    = holdfast.v1.WarehouseCandidate.cost_micros
    Shipping cost in micros.
    = holdfast.v1.WarehouseCandidate.currency
    Its currency.
    = holdfast.v1.WarehouseCandidate.delivers_at
    When it would arrive.
    = holdfast.v1.WarehouseCandidate.distance_metres
    Great-circle distance, R = 6371 km; absent where either place has no coordinates.
    = holdfast.v1.WarehouseCandidate.parts
    The parts, which add up to the score.
    = holdfast.v1.WarehouseCandidate.score
    Higher is better.
    = holdfast.v1.WarehouseCandidate.ships_at
    When it would leave.
    = holdfast.v1.WarehouseCandidate.warehouse_id
    The warehouse.
    = holdfast.v1.WarehouseService
    Warehouses, and which of them an order ships from.
    = holdfast.v1.WarehouseService/CreateWarehouse
    Makes a warehouse. ALREADY_EXISTS if its id or code is taken.
    = holdfast.v1.WarehouseService/DeactivateWarehouse
    Stops new holds at a warehouse. Existing ones may still ship. Nothing is deleted.
    = holdfast.v1.WarehouseService/GetWarehouse
    One warehouse, by id or by code.
    = holdfast.v1.WarehouseService/ListWarehouses
    Warehouses by id, a page at a time.
    = holdfast.v1.WarehouseService/SelectWarehouse
    Ranks the warehouses that can ship a product: the first candidate is the choice. FAILED_PRECONDITION if there is
    none, with what each warehouse has.
    = holdfast.v1.WarehouseService/SplitOrder
    Plans from which warehouses an order ships. Holds nothing: Reserve plans and holds in one step.
    = holdfast.v1.WarehouseService/UpdateWarehouse
    Changes a warehouse: the fields named in `update_mask`.
    """#
}
