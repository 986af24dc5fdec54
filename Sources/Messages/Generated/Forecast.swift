// Made by tools/generate from proto/holdfast/v1/forecast.proto. Do not edit.

package import CMessages

/// Asks how fast a product sells.
public struct GetVelocityRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetVelocityRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Only through this channel; absent = all together, empty = sales that name no channel.
  public var channelID: String? = nil
  /// How many days back, 1 to 400; 0 = 30.
  public var windowDays: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(productID: String = "", variantID: String = "", channelID: String? = nil, windowDays: UInt32 = 0) {
    self.productID = productID
    self.variantID = variantID
    self.channelID = channelID
    self.windowDays = windowDays
  }
}

extension GetVelocityRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetVelocityRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_velocity_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetVelocityRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_velocity_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetVelocityRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    if unsafe source.pointee.optional_channel_id_case.rawValue == 3 {
      self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    }
    self.windowDays = unsafe source.pointee.window_days
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetVelocityRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if let channelID {
      unsafe target.pointee.optional_channel_id_case = .init(rawValue: 3)
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.window_days = windowDays
  }
}

/// What one channel sold in the window.
public struct ChannelVelocity: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ChannelVelocity" }

  /// The channel; empty = sales that name none.
  public var channelID: String = ""
  /// Units sold.
  public var sold: Int64 = 0
  /// Units that came back.
  public var returned: Int64 = 0
  /// sold a day, over the window.
  public var unitsPerDay: Double = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channelID: String = "", sold: Int64 = 0, returned: Int64 = 0, unitsPerDay: Double = 0) {
    self.channelID = channelID
    self.sold = sold
    self.returned = returned
    self.unitsPerDay = unitsPerDay
  }
}

extension ChannelVelocity: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ChannelVelocity>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__channel_velocity__init(target.assumingMemoryBound(to: Holdfast__V1__ChannelVelocity.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__channel_velocity__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ChannelVelocity.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.sold = unsafe source.pointee.sold
    self.returned = unsafe source.pointee.returned
    self.unitsPerDay = unsafe source.pointee.units_per_day
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ChannelVelocity.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.sold = sold
    unsafe target.pointee.returned = returned
    unsafe target.pointee.units_per_day = unitsPerDay
  }
}

/// How fast a product sells.
public struct GetVelocityResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetVelocityResponse" }

  /// First day of the window, at its begin.
  public var from: Int64 = 0
  /// End of the window: the begin of the day after its last.
  public var until: Int64 = 0
  /// Units sold.
  public var sold: Int64 = 0
  /// Units that came back.
  public var returned: Int64 = 0
  /// sold a day, over the window.
  public var unitsPerDay: Double = 0
  /// The same a channel, by id.
  public var channels: [ChannelVelocity] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    from: Int64 = 0, until: Int64 = 0, sold: Int64 = 0, returned: Int64 = 0, unitsPerDay: Double = 0,
    channels: [ChannelVelocity] = []
  ) {
    self.from = from
    self.until = until
    self.sold = sold
    self.returned = returned
    self.unitsPerDay = unitsPerDay
    self.channels = channels
  }
}

extension GetVelocityResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetVelocityResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_velocity_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetVelocityResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_velocity_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetVelocityResponse.self)
    self.from = unsafe source.pointee.from
    self.until = unsafe source.pointee.until
    self.sold = unsafe source.pointee.sold
    self.returned = unsafe source.pointee.returned
    self.unitsPerDay = unsafe source.pointee.units_per_day
    self.channels = try unsafe arena.messages(source.pointee.channels, source.pointee.n_channels, "channels")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetVelocityResponse.self)
    unsafe target.pointee.from = from
    unsafe target.pointee.until = until
    unsafe target.pointee.sold = sold
    unsafe target.pointee.returned = returned
    unsafe target.pointee.units_per_day = unitsPerDay
    unsafe target.pointee.n_channels = channels.count
    unsafe target.pointee.channels = try arena.place(channels, "channels")
  }
}

/// Asks what a product will sell.
public struct ForecastDemandRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ForecastDemandRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Only through this channel; absent = all together, empty = sales that name no channel.
  public var channelID: String? = nil
  /// How many days from today on, 1 to 90; 0 = 28.
  public var days: UInt32 = 0
  /// How many days of sales are learned from, 14 to 400; 0 = 182.
  public var historyDays: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", channelID: String? = nil, days: UInt32 = 0, historyDays: UInt32 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.channelID = channelID
    self.days = days
    self.historyDays = historyDays
  }
}

extension ForecastDemandRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ForecastDemandRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__forecast_demand_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ForecastDemandRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__forecast_demand_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ForecastDemandRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    if unsafe source.pointee.optional_channel_id_case.rawValue == 3 {
      self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    }
    self.days = unsafe source.pointee.days
    self.historyDays = unsafe source.pointee.history_days
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ForecastDemandRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if let channelID {
      unsafe target.pointee.optional_channel_id_case = .init(rawValue: 3)
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.days = days
    unsafe target.pointee.history_days = historyDays
  }
}

/// The forecast of one day.
public struct DailyForecast: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.DailyForecast" }

  /// The day, at its begin.
  public var day: Int64 = 0
  /// Units expected.
  public var expected: Double = 0
  /// 80 % of outcomes are expected at or above this.
  public var low: Double = 0
  /// 80 % of outcomes are expected at or below this; `low` to `high` is thus a range of 60 %.
  public var high: Double = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(day: Int64 = 0, expected: Double = 0, low: Double = 0, high: Double = 0) {
    self.day = day
    self.expected = expected
    self.low = low
    self.high = high
  }
}

extension DailyForecast: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__DailyForecast>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__daily_forecast__init(target.assumingMemoryBound(to: Holdfast__V1__DailyForecast.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__daily_forecast__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__DailyForecast.self)
    self.day = unsafe source.pointee.day
    self.expected = unsafe source.pointee.expected
    self.low = unsafe source.pointee.low
    self.high = unsafe source.pointee.high
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__DailyForecast.self)
    unsafe target.pointee.day = day
    unsafe target.pointee.expected = expected
    unsafe target.pointee.low = low
    unsafe target.pointee.high = high
  }
}

/// What a product will sell.
public struct ForecastDemandResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ForecastDemandResponse" }

  /// A day at a time.
  public var days: [DailyForecast] = []
  /// Units expected in all.
  public var total: Double = 0
  /// Days of sales that it was learned from, since the first sale.
  public var historyDays: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(days: [DailyForecast] = [], total: Double = 0, historyDays: UInt32 = 0) {
    self.days = days
    self.total = total
    self.historyDays = historyDays
  }
}

extension ForecastDemandResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ForecastDemandResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__forecast_demand_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ForecastDemandResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__forecast_demand_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ForecastDemandResponse.self)
    self.days = try unsafe arena.messages(source.pointee.days, source.pointee.n_days, "days")
    self.total = unsafe source.pointee.total
    self.historyDays = unsafe source.pointee.history_days
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ForecastDemandResponse.self)
    unsafe target.pointee.n_days = days.count
    unsafe target.pointee.days = try arena.place(days, "days")
    unsafe target.pointee.total = total
    unsafe target.pointee.history_days = historyDays
  }
}

/// Asks what to order where.
public struct SuggestReordersRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SuggestReordersRequest" }

  /// Only this warehouse; empty = all.
  public var warehouseID: String = ""
  /// Only this product; empty = all.
  public var productID: String = ""
  /// Days from order to arrival, 1 to 365; 0 = 7.
  public var leadTimeDays: UInt32 = 0
  /// For how many days after arrival the order shall last, 1 to 365; 0 = 14.
  public var coverDays: UInt32 = 0
  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    warehouseID: String = "", productID: String = "", leadTimeDays: UInt32 = 0, coverDays: UInt32 = 0,
    pageSize: UInt32 = 0, pageToken: String = ""
  ) {
    self.warehouseID = warehouseID
    self.productID = productID
    self.leadTimeDays = leadTimeDays
    self.coverDays = coverDays
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension SuggestReordersRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SuggestReordersRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__suggest_reorders_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__SuggestReordersRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__suggest_reorders_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SuggestReordersRequest.self)
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.leadTimeDays = unsafe source.pointee.lead_time_days
    self.coverDays = unsafe source.pointee.cover_days
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SuggestReordersRequest.self)
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    unsafe target.pointee.lead_time_days = leadTimeDays
    unsafe target.pointee.cover_days = coverDays
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// One suggestion.
public struct ReorderSuggestion: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReorderSuggestion" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// The warehouse.
  public var warehouseID: String = ""
  /// How many units to order: up to safety_stock + lead_time_demand + cover_demand, and reorder_quantity at least.
  public var quantity: Int64 = 0
  /// What is available now.
  public var available: Int64 = 0
  /// What is on its way.
  public var incoming: Int64 = 0
  /// What is expected to be sold there until an order arrives.
  public var leadTimeDemand: Double = 0
  /// What is expected to be sold there from then until the order is used up.
  public var coverDemand: Double = 0
  /// The level's setting.
  public var safetyStock: Int64 = 0
  /// The day, at its begin, by whose end nothing will be available if nothing arrives, also not what is incoming; 0 =
  /// not within lead time and cover.
  public var outOfStockAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", warehouseID: String = "", quantity: Int64 = 0, available: Int64 = 0,
    incoming: Int64 = 0, leadTimeDemand: Double = 0, coverDemand: Double = 0, safetyStock: Int64 = 0,
    outOfStockAt: Int64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.warehouseID = warehouseID
    self.quantity = quantity
    self.available = available
    self.incoming = incoming
    self.leadTimeDemand = leadTimeDemand
    self.coverDemand = coverDemand
    self.safetyStock = safetyStock
    self.outOfStockAt = outOfStockAt
  }
}

extension ReorderSuggestion: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReorderSuggestion>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reorder_suggestion__init(target.assumingMemoryBound(to: Holdfast__V1__ReorderSuggestion.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reorder_suggestion__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReorderSuggestion.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.warehouseID = try unsafe arena.string(source.pointee.warehouse_id, "warehouse_id")
    self.quantity = unsafe source.pointee.quantity
    self.available = unsafe source.pointee.available
    self.incoming = unsafe source.pointee.incoming
    self.leadTimeDemand = unsafe source.pointee.lead_time_demand
    self.coverDemand = unsafe source.pointee.cover_demand
    self.safetyStock = unsafe source.pointee.safety_stock
    self.outOfStockAt = unsafe source.pointee.out_of_stock_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReorderSuggestion.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !warehouseID.isEmpty {
      unsafe target.pointee.warehouse_id = try arena.place(warehouseID, "warehouse_id")
    }
    unsafe target.pointee.quantity = quantity
    unsafe target.pointee.available = available
    unsafe target.pointee.incoming = incoming
    unsafe target.pointee.lead_time_demand = leadTimeDemand
    unsafe target.pointee.cover_demand = coverDemand
    unsafe target.pointee.safety_stock = safetyStock
    unsafe target.pointee.out_of_stock_at = outOfStockAt
  }
}

/// A page of suggestions.
public struct SuggestReordersResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SuggestReordersResponse" }

  /// In the order of products, variants and warehouses. A page may be short, or empty, before the last one.
  public var suggestions: [ReorderSuggestion] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(suggestions: [ReorderSuggestion] = [], nextPageToken: String = "") {
    self.suggestions = suggestions
    self.nextPageToken = nextPageToken
  }
}

extension SuggestReordersResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SuggestReordersResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__suggest_reorders_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__SuggestReordersResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__suggest_reorders_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SuggestReordersResponse.self)
    self.suggestions = try unsafe arena.messages(
      source.pointee.suggestions, source.pointee.n_suggestions, "suggestions")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SuggestReordersResponse.self)
    unsafe target.pointee.n_suggestions = suggestions.count
    unsafe target.pointee.suggestions = try arena.place(suggestions, "suggestions")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}
