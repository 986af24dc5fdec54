internal import Messages

/// The frames of all that a run calls.
struct LoadFrames: Sendable {
  private let templates: [FrameTemplate?]

  /// Encodes a frame for each operation of the plan.
  init(_ plan: LoadPlan) throws(MessageError) {
    var templates: [FrameTemplate?] = Array(repeating: nil, count: Operation.allCases.count)
    for operation in plan.scenario.operations { templates[operation.rawValue] = try Self.template(operation, plan) }
    self.templates = templates
  }

  /// Writes the frame of one call.
  @inline(__always)
  func write(_ operation: Operation, callID: UInt64, _ subject: Subject, into output: inout OutputBuffer) {
    templates[operation.rawValue]?.write(callID: callID, subject, into: &output)
  }

  private static func template(_ operation: Operation, _ plan: LoadPlan) throws(MessageError) -> FrameTemplate {
    let run = hexadecimal(plan.run)
    let cart = "C\(run)-\(FrameTemplate.serialPlaceholder)"
    let order = "O\(run)-\(FrameTemplate.serialPlaceholder)"
    let item = OrderItem(
      productID: FrameTemplate.productPlaceholder, quantity: 1,
      warehouseID: plan.serverChoosesWarehouse ? "" : FrameTemplate.warehousePlaceholder)
    let prefix = plan.sendsCommandIDs ? Array("load\(run)".utf8) + [UInt8(operation.rawValue)] : nil
    switch operation {
    case .read:
      let request = GetStockRequest(
        productID: FrameTemplate.productPlaceholder, warehouseID: FrameTemplate.warehousePlaceholder)
      return try FrameTemplate(.stockServiceGetStock, request, timeoutMs: plan.timeoutMs)
    case .reserve:
      let request = ReserveRequest(reference: Reference(type: .order, id: order), items: [item])
      return try FrameTemplate(
        .reservationServiceReserve, request, timeoutMs: plan.timeoutMs, commandPrefix: prefix)
    case .hold:
      let request = ReserveRequest(reference: Reference(type: .cart, id: cart), items: [item])
      return try FrameTemplate(
        .reservationServiceReserve, request, timeoutMs: plan.timeoutMs, commandPrefix: prefix)
    case .convert:
      return try FrameTemplate(
        .reservationServiceConvertReservation, ConvertReservationRequest(cartID: cart, orderID: order),
        timeoutMs: plan.timeoutMs, commandPrefix: prefix)
    case .fulfill:
      return try FrameTemplate(
        .reservationServiceFulfill, FulfillRequest(reference: Reference(type: .order, id: order)),
        timeoutMs: plan.timeoutMs, commandPrefix: prefix)
    case .handshake:
      return try FrameTemplate(.adminServiceGetStatus, GetStatusRequest(), timeoutMs: plan.timeoutMs)
    }
  }

  private static func hexadecimal(_ run: UInt32) -> String {
    let digits = String(run, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
