// Made by tools/generate from proto/holdfast/v1/channel.proto. Do not edit.

package import CMessages

/// What sort of channel it is; decides the defaults.
public struct ChannelKind: OpenEnum {
  /// Any other: BATCH, priority 0.
  public static let unspecified = Self(rawValue: 0)
  /// A till in a shop: REALTIME, priority 90.
  public static let pos = Self(rawValue: 1)
  /// A website of our own: REALTIME, priority 100.
  public static let website = Self(rawValue: 2)
  /// An app of our own: REALTIME, priority 80.
  public static let mobileApp = Self(rawValue: 3)
  /// Amazon: BATCH, priority 70.
  public static let amazon = Self(rawValue: 4)
  /// eBay: BATCH, priority 60.
  public static let ebay = Self(rawValue: 5)
  /// Walmart: BATCH, priority 50.
  public static let walmart = Self(rawValue: 6)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .pos, .website, .mobileApp, .amazon, .ebay, .walmart]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "CHANNEL_KIND_UNSPECIFIED"
    case 1: "CHANNEL_KIND_POS"
    case 2: "CHANNEL_KIND_WEBSITE"
    case 3: "CHANNEL_KIND_MOBILE_APP"
    case 4: "CHANNEL_KIND_AMAZON"
    case 5: "CHANNEL_KIND_EBAY"
    case 6: "CHANNEL_KIND_WALMART"
    default: "\(rawValue)"
    }
  }
}

/// How a channel hears of changes.
public struct ChannelMode: OpenEnum {
  /// By the kind of channel.
  public static let unspecified = Self(rawValue: 0)
  /// Each change as it happens.
  public static let realtime = Self(rawValue: 1)
  /// One digest an interval.
  public static let batch = Self(rawValue: 2)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .realtime, .batch]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "CHANNEL_MODE_UNSPECIFIED"
    case 1: "CHANNEL_MODE_REALTIME"
    case 2: "CHANNEL_MODE_BATCH"
    default: "\(rawValue)"
    }
  }
}

/// How a total is divided.
public struct AllocationStrategy: OpenEnum {
  /// Must be given.
  public static let unspecified = Self(rawValue: 0)
  /// In proportion to the sales of the last 30 days (UTC, today among them), equal shares where there are none; 10 % of
  /// the total are withheld. Largest remainder; of equal ones the first channel id's.
  public static let proportional = Self(rawValue: 1)
  /// By priority, ties by channel id, each channel up to 14 days of its demand: ⌈14 · sales of the last 30 days / 30⌉.
  public static let priority = Self(rawValue: 2)
  /// 14 days of supply at each channel's daily velocity, as with PRIORITY, fastest first, ties by channel id; 15 % of
  /// the total are withheld.
  public static let velocity = Self(rawValue: 3)
  /// In proportion to weights that the request gives. Largest remainder; of equal ones the first channel id's.
  public static let custom = Self(rawValue: 4)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .proportional, .priority, .velocity, .custom]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ALLOCATION_STRATEGY_UNSPECIFIED"
    case 1: "ALLOCATION_STRATEGY_PROPORTIONAL"
    case 2: "ALLOCATION_STRATEGY_PRIORITY"
    case 3: "ALLOCATION_STRATEGY_VELOCITY"
    case 4: "ALLOCATION_STRATEGY_CUSTOM"
    default: "\(rawValue)"
    }
  }
}

/// A sales channel.
public struct Channel: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Channel" }

  /// Its id.
  public var channelID: String = ""
  /// Its name for people.
  public var name: String = ""
  /// What sort it is.
  public var kind: ChannelKind = .init(rawValue: 0)
  /// How it hears of changes.
  public var mode: ChannelMode = .init(rawValue: 0)
  /// Seconds between two digests of a BATCH channel.
  public var batchIntervalSeconds: UInt32 = 0
  /// Higher is served first.
  public var priority: UInt32 = 0
  /// What it may not sell, in hundredths of a percent of what is allocated, or of what is available where nothing is:
  /// 500 = 5 %.
  public var safetyBufferBasisPoints: UInt32 = 0
  /// Whether Reserve and ChangeReservation for this channel are refused past what the channel may sell.
  public var oversellProtection: Bool = false
  /// When it was made.
  public var createdAt: Int64 = 0
  /// When it last changed.
  public var updatedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    channelID: String = "", name: String = "", kind: ChannelKind = .init(rawValue: 0),
    mode: ChannelMode = .init(rawValue: 0), batchIntervalSeconds: UInt32 = 0, priority: UInt32 = 0,
    safetyBufferBasisPoints: UInt32 = 0, oversellProtection: Bool = false, createdAt: Int64 = 0, updatedAt: Int64 = 0
  ) {
    self.channelID = channelID
    self.name = name
    self.kind = kind
    self.mode = mode
    self.batchIntervalSeconds = batchIntervalSeconds
    self.priority = priority
    self.safetyBufferBasisPoints = safetyBufferBasisPoints
    self.oversellProtection = oversellProtection
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension Channel: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Channel>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__channel__init(target.assumingMemoryBound(to: Holdfast__V1__Channel.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__channel__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Channel.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.name = try unsafe arena.string(source.pointee.name, "name")
    self.kind = unsafe ChannelKind(rawValue: Int32(bitPattern: source.pointee.kind.rawValue))
    self.mode = unsafe ChannelMode(rawValue: Int32(bitPattern: source.pointee.mode.rawValue))
    self.batchIntervalSeconds = unsafe source.pointee.batch_interval_seconds
    self.priority = unsafe source.pointee.priority
    self.safetyBufferBasisPoints = unsafe source.pointee.safety_buffer_basis_points
    self.oversellProtection = unsafe source.pointee.oversell_protection != 0
    self.createdAt = unsafe source.pointee.created_at
    self.updatedAt = unsafe source.pointee.updated_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Channel.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !name.isEmpty {
      unsafe target.pointee.name = try arena.place(name, "name")
    }
    unsafe target.pointee.kind = .init(rawValue: UInt32(bitPattern: kind.rawValue))
    unsafe target.pointee.mode = .init(rawValue: UInt32(bitPattern: mode.rawValue))
    unsafe target.pointee.batch_interval_seconds = batchIntervalSeconds
    unsafe target.pointee.priority = priority
    unsafe target.pointee.safety_buffer_basis_points = safetyBufferBasisPoints
    unsafe target.pointee.oversell_protection = oversellProtection ? 1 : 0
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.updated_at = updatedAt
  }
}

/// Makes or changes a channel.
public struct PutChannelRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.PutChannelRequest" }

  /// Its id.
  public var channelID: String = ""
  /// Its name for people; empty = as it is, for a new one its id.
  public var name: String = ""
  /// What sort it is; absent = as it is.
  public var kind: ChannelKind? = nil
  /// How it hears of changes; unspecified = as it is, for a new one by the kind.
  public var mode: ChannelMode = .init(rawValue: 0)
  /// Seconds between two digests, 1 to 86,400; absent = as it is, for a new one 900.
  public var batchIntervalSeconds: UInt32? = nil
  /// 0 to 1,000; absent = as it is, for a new one by the kind.
  public var priority: UInt32? = nil
  /// 0 to 10,000; absent = as it is, for a new one 500 (5 %).
  public var safetyBufferBasisPoints: UInt32? = nil
  /// Absent = as it is, for a new one true.
  public var oversellProtection: Bool? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    channelID: String = "", name: String = "", kind: ChannelKind? = nil, mode: ChannelMode = .init(rawValue: 0),
    batchIntervalSeconds: UInt32? = nil, priority: UInt32? = nil, safetyBufferBasisPoints: UInt32? = nil,
    oversellProtection: Bool? = nil
  ) {
    self.channelID = channelID
    self.name = name
    self.kind = kind
    self.mode = mode
    self.batchIntervalSeconds = batchIntervalSeconds
    self.priority = priority
    self.safetyBufferBasisPoints = safetyBufferBasisPoints
    self.oversellProtection = oversellProtection
  }
}

extension PutChannelRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__PutChannelRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__put_channel_request__init(target.assumingMemoryBound(to: Holdfast__V1__PutChannelRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__put_channel_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__PutChannelRequest.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.name = try unsafe arena.string(source.pointee.name, "name")
    if unsafe source.pointee.optional_kind_case.rawValue == 3 {
      self.kind = unsafe ChannelKind(rawValue: Int32(bitPattern: source.pointee.kind.rawValue))
    }
    self.mode = unsafe ChannelMode(rawValue: Int32(bitPattern: source.pointee.mode.rawValue))
    if unsafe source.pointee.optional_batch_interval_seconds_case.rawValue == 5 {
      self.batchIntervalSeconds = unsafe source.pointee.batch_interval_seconds
    }
    if unsafe source.pointee.optional_priority_case.rawValue == 6 {
      self.priority = unsafe source.pointee.priority
    }
    if unsafe source.pointee.optional_safety_buffer_basis_points_case.rawValue == 7 {
      self.safetyBufferBasisPoints = unsafe source.pointee.safety_buffer_basis_points
    }
    if unsafe source.pointee.optional_oversell_protection_case.rawValue == 8 {
      self.oversellProtection = unsafe source.pointee.oversell_protection != 0
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__PutChannelRequest.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !name.isEmpty {
      unsafe target.pointee.name = try arena.place(name, "name")
    }
    if let kind {
      unsafe target.pointee.optional_kind_case = .init(rawValue: 3)
      unsafe target.pointee.kind = .init(rawValue: UInt32(bitPattern: kind.rawValue))
    }
    unsafe target.pointee.mode = .init(rawValue: UInt32(bitPattern: mode.rawValue))
    if let batchIntervalSeconds {
      unsafe target.pointee.optional_batch_interval_seconds_case = .init(rawValue: 5)
      unsafe target.pointee.batch_interval_seconds = batchIntervalSeconds
    }
    if let priority {
      unsafe target.pointee.optional_priority_case = .init(rawValue: 6)
      unsafe target.pointee.priority = priority
    }
    if let safetyBufferBasisPoints {
      unsafe target.pointee.optional_safety_buffer_basis_points_case = .init(rawValue: 7)
      unsafe target.pointee.safety_buffer_basis_points = safetyBufferBasisPoints
    }
    if let oversellProtection {
      unsafe target.pointee.optional_oversell_protection_case = .init(rawValue: 8)
      unsafe target.pointee.oversell_protection = oversellProtection ? 1 : 0
    }
  }
}

/// Asks for channels.
public struct ListChannelsRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListChannelsRequest" }

  /// How many, 1 to 1,000; 0 = 100.
  public var pageSize: UInt32 = 0
  /// From the page before.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(pageSize: UInt32 = 0, pageToken: String = "") {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

extension ListChannelsRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListChannelsRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_channels_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListChannelsRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_channels_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListChannelsRequest.self)
    self.pageSize = unsafe source.pointee.page_size
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListChannelsRequest.self)
    unsafe target.pointee.page_size = pageSize
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// A page of channels.
public struct ListChannelsResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ListChannelsResponse" }

  /// Channels by id.
  public var channels: [Channel] = []
  /// For the next page; empty = this was the last.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channels: [Channel] = [], nextPageToken: String = "") {
    self.channels = channels
    self.nextPageToken = nextPageToken
  }
}

extension ListChannelsResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ListChannelsResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__list_channels_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ListChannelsResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__list_channels_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ListChannelsResponse.self)
    self.channels = try unsafe arena.messages(source.pointee.channels, source.pointee.n_channels, "channels")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ListChannelsResponse.self)
    unsafe target.pointee.n_channels = channels.count
    unsafe target.pointee.channels = try arena.place(channels, "channels")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}

/// The weight of one channel in a CUSTOM allocation.
public struct ChannelWeight: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ChannelWeight" }

  /// The channel.
  public var channelID: String = ""
  /// Its weight, 0 to 1,000,000.
  public var weight: UInt32 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channelID: String = "", weight: UInt32 = 0) {
    self.channelID = channelID
    self.weight = weight
  }
}

extension ChannelWeight: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ChannelWeight>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__channel_weight__init(target.assumingMemoryBound(to: Holdfast__V1__ChannelWeight.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__channel_weight__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ChannelWeight.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.weight = unsafe source.pointee.weight
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ChannelWeight.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.weight = weight
  }
}

/// Divides a total among channels.
public struct AllocateStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AllocateStockRequest" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// How many units are divided; absent = what is available over all warehouses.
  public var total: Int64? = nil
  /// How.
  public var strategy: AllocationStrategy = .init(rawValue: 0)
  /// Among which channels, up to 100; empty = all, for CUSTOM those that have a weight.
  public var channelIDs: [String] = []
  /// CUSTOM: the weights, at least one of them above 0; channels in `channel_ids` without one have weight 0.
  public var weights: [ChannelWeight] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", total: Int64? = nil,
    strategy: AllocationStrategy = .init(rawValue: 0), channelIDs: [String] = [], weights: [ChannelWeight] = []
  ) {
    self.productID = productID
    self.variantID = variantID
    self.total = total
    self.strategy = strategy
    self.channelIDs = channelIDs
    self.weights = weights
  }
}

extension AllocateStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AllocateStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__allocate_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__AllocateStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__allocate_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AllocateStockRequest.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    if unsafe source.pointee.optional_total_case.rawValue == 3 {
      self.total = unsafe source.pointee.total
    }
    self.strategy = unsafe AllocationStrategy(rawValue: Int32(bitPattern: source.pointee.strategy.rawValue))
    self.channelIDs = try unsafe arena.strings(source.pointee.channel_ids, source.pointee.n_channel_ids, "channel_ids")
    self.weights = try unsafe arena.messages(source.pointee.weights, source.pointee.n_weights, "weights")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AllocateStockRequest.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if let total {
      unsafe target.pointee.optional_total_case = .init(rawValue: 3)
      unsafe target.pointee.total = total
    }
    unsafe target.pointee.strategy = .init(rawValue: UInt32(bitPattern: strategy.rawValue))
    unsafe target.pointee.n_channel_ids = channelIDs.count
    unsafe target.pointee.channel_ids = try arena.place(channelIDs, "channel_ids")
    unsafe target.pointee.n_weights = weights.count
    unsafe target.pointee.weights = try arena.place(weights, "weights")
  }
}

/// What one channel was given.
public struct Allocation: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Allocation" }

  /// The channel.
  public var channelID: String = ""
  /// Units.
  public var allocated: Int64 = 0
  /// Units that were allocated before.
  public var previouslyAllocated: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channelID: String = "", allocated: Int64 = 0, previouslyAllocated: Int64 = 0) {
    self.channelID = channelID
    self.allocated = allocated
    self.previouslyAllocated = previouslyAllocated
  }
}

extension Allocation: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Allocation>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__allocation__init(target.assumingMemoryBound(to: Holdfast__V1__Allocation.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__allocation__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Allocation.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.allocated = unsafe source.pointee.allocated
    self.previouslyAllocated = unsafe source.pointee.previously_allocated
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Allocation.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    unsafe target.pointee.allocated = allocated
    unsafe target.pointee.previously_allocated = previouslyAllocated
  }
}

/// How a total was divided: the allocations, the buffer and what is left add up to it.
public struct AllocateStockResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.AllocateStockResponse" }

  /// What each channel was given, by id.
  public var allocations: [Allocation] = []
  /// What was divided.
  public var total: Int64 = 0
  /// What the strategy withheld.
  public var buffer: Int64 = 0
  /// What no channel takes.
  public var left: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(allocations: [Allocation] = [], total: Int64 = 0, buffer: Int64 = 0, left: Int64 = 0) {
    self.allocations = allocations
    self.total = total
    self.buffer = buffer
    self.left = left
  }
}

extension AllocateStockResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__AllocateStockResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__allocate_stock_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__AllocateStockResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__allocate_stock_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__AllocateStockResponse.self)
    self.allocations = try unsafe arena.messages(
      source.pointee.allocations, source.pointee.n_allocations, "allocations")
    self.total = unsafe source.pointee.total
    self.buffer = unsafe source.pointee.buffer
    self.left = unsafe source.pointee.left
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__AllocateStockResponse.self)
    unsafe target.pointee.n_allocations = allocations.count
    unsafe target.pointee.allocations = try arena.place(allocations, "allocations")
    unsafe target.pointee.total = total
    unsafe target.pointee.buffer = buffer
    unsafe target.pointee.left = left
  }
}

/// What a channel may sell of a product.
public struct ChannelStock: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ChannelStock" }

  /// The channel.
  public var channelID: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Whether the channel has an allocation of it.
  public var isAllocated: Bool = false
  /// What is allocated. Fulfill of the channel's holds and SALE with its name lower it, not below 0; RETURN does not
  /// raise it.
  public var allocated: Int64 = 0
  /// What of it, or of what is available where nothing is allocated, the channel may not sell.
  public var buffer: Int64 = 0
  /// What the channel holds: units of its open reservations.
  public var held: Int64 = 0
  /// What is available over all warehouses.
  public var available: Int64 = 0
  /// What it may sell now, never negative: allocated − buffer − held, and at most what is available; without an
  /// allocation available − buffer.
  public var sellable: Int64 = 0
  /// When the channel last sold of it; 0 = never.
  public var lastSoldAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    channelID: String = "", productID: String = "", variantID: String = "", isAllocated: Bool = false,
    allocated: Int64 = 0, buffer: Int64 = 0, held: Int64 = 0, available: Int64 = 0, sellable: Int64 = 0,
    lastSoldAt: Int64 = 0
  ) {
    self.channelID = channelID
    self.productID = productID
    self.variantID = variantID
    self.isAllocated = isAllocated
    self.allocated = allocated
    self.buffer = buffer
    self.held = held
    self.available = available
    self.sellable = sellable
    self.lastSoldAt = lastSoldAt
  }
}

extension ChannelStock: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ChannelStock>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__channel_stock__init(target.assumingMemoryBound(to: Holdfast__V1__ChannelStock.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__channel_stock__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ChannelStock.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.isAllocated = unsafe source.pointee.is_allocated != 0
    self.allocated = unsafe source.pointee.allocated
    self.buffer = unsafe source.pointee.buffer
    self.held = unsafe source.pointee.held
    self.available = unsafe source.pointee.available
    self.sellable = unsafe source.pointee.sellable
    self.lastSoldAt = unsafe source.pointee.last_sold_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ChannelStock.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.is_allocated = isAllocated ? 1 : 0
    unsafe target.pointee.allocated = allocated
    unsafe target.pointee.buffer = buffer
    unsafe target.pointee.held = held
    unsafe target.pointee.available = available
    unsafe target.pointee.sellable = sellable
    unsafe target.pointee.last_sold_at = lastSoldAt
  }
}

/// Sets what is allocated to one channel.
public struct SetChannelStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.SetChannelStockRequest" }

  /// The channel.
  public var channelID: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// Units; absent = the channel has no allocation of it any more.
  public var allocated: Int64? = nil

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channelID: String = "", productID: String = "", variantID: String = "", allocated: Int64? = nil) {
    self.channelID = channelID
    self.productID = productID
    self.variantID = variantID
    self.allocated = allocated
  }
}

extension SetChannelStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__SetChannelStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__set_channel_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__SetChannelStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__set_channel_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__SetChannelStockRequest.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    if unsafe source.pointee.optional_allocated_case.rawValue == 4 {
      self.allocated = unsafe source.pointee.allocated
    }
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__SetChannelStockRequest.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if let allocated {
      unsafe target.pointee.optional_allocated_case = .init(rawValue: 4)
      unsafe target.pointee.allocated = allocated
    }
  }
}

/// Asks what a channel may sell.
public struct GetChannelStockRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetChannelStockRequest" }

  /// The channel.
  public var channelID: String = ""
  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(channelID: String = "", productID: String = "", variantID: String = "") {
    self.channelID = channelID
    self.productID = productID
    self.variantID = variantID
  }
}

extension GetChannelStockRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetChannelStockRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_channel_stock_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetChannelStockRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_channel_stock_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetChannelStockRequest.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetChannelStockRequest.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
  }
}

/// Moves what a channel has not sold.
public struct ReallocateUnsoldRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReallocateUnsoldRequest" }

  /// The channel that has not sold.
  public var channelID: String = ""
  /// Only this product; empty = all that are allocated to the channel.
  public var productID: String = ""
  /// Its variant; empty = the product itself. Read with `product_id` only.
  public var variantID: String = ""
  /// For how many days nothing was sold, 1 to 400; 0 = 30. What the channel never sold counts as unsold.
  public var unsoldDays: UInt32 = 0
  /// From the answer before: where to go on. A call moves up to 100 products, and looks at a bounded number.
  public var pageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    channelID: String = "", productID: String = "", variantID: String = "", unsoldDays: UInt32 = 0,
    pageToken: String = ""
  ) {
    self.channelID = channelID
    self.productID = productID
    self.variantID = variantID
    self.unsoldDays = unsoldDays
    self.pageToken = pageToken
  }
}

extension ReallocateUnsoldRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReallocateUnsoldRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reallocate_unsold_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reallocate_unsold_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldRequest.self)
    self.channelID = try unsafe arena.string(source.pointee.channel_id, "channel_id")
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.unsoldDays = unsafe source.pointee.unsold_days
    self.pageToken = try unsafe arena.string(source.pointee.page_token, "page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldRequest.self)
    if !channelID.isEmpty {
      unsafe target.pointee.channel_id = try arena.place(channelID, "channel_id")
    }
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    unsafe target.pointee.unsold_days = unsoldDays
    if !pageToken.isEmpty {
      unsafe target.pointee.page_token = try arena.place(pageToken, "page_token")
    }
  }
}

/// What moved between two channels.
public struct Reallocation: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.Reallocation" }

  /// The product.
  public var productID: String = ""
  /// Its variant; empty = the product itself.
  public var variantID: String = ""
  /// From which channel.
  public var fromChannelID: String = ""
  /// To which channel.
  public var toChannelID: String = ""
  /// Units.
  public var quantity: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    productID: String = "", variantID: String = "", fromChannelID: String = "", toChannelID: String = "",
    quantity: Int64 = 0
  ) {
    self.productID = productID
    self.variantID = variantID
    self.fromChannelID = fromChannelID
    self.toChannelID = toChannelID
    self.quantity = quantity
  }
}

extension Reallocation: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__Reallocation>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reallocation__init(target.assumingMemoryBound(to: Holdfast__V1__Reallocation.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reallocation__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__Reallocation.self)
    self.productID = try unsafe arena.string(source.pointee.product_id, "product_id")
    self.variantID = try unsafe arena.string(source.pointee.variant_id, "variant_id")
    self.fromChannelID = try unsafe arena.string(source.pointee.from_channel_id, "from_channel_id")
    self.toChannelID = try unsafe arena.string(source.pointee.to_channel_id, "to_channel_id")
    self.quantity = unsafe source.pointee.quantity
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__Reallocation.self)
    if !productID.isEmpty {
      unsafe target.pointee.product_id = try arena.place(productID, "product_id")
    }
    if !variantID.isEmpty {
      unsafe target.pointee.variant_id = try arena.place(variantID, "variant_id")
    }
    if !fromChannelID.isEmpty {
      unsafe target.pointee.from_channel_id = try arena.place(fromChannelID, "from_channel_id")
    }
    if !toChannelID.isEmpty {
      unsafe target.pointee.to_channel_id = try arena.place(toChannelID, "to_channel_id")
    }
    unsafe target.pointee.quantity = quantity
  }
}

/// What moved.
public struct ReallocateUnsoldResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReallocateUnsoldResponse" }

  /// What moved, in the order of products and then of the receiving channels.
  public var reallocations: [Reallocation] = []
  /// Where to go on; empty = all was looked at.
  public var nextPageToken: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(reallocations: [Reallocation] = [], nextPageToken: String = "") {
    self.reallocations = reallocations
    self.nextPageToken = nextPageToken
  }
}

extension ReallocateUnsoldResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReallocateUnsoldResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reallocate_unsold_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reallocate_unsold_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldResponse.self)
    self.reallocations = try unsafe arena.messages(
      source.pointee.reallocations, source.pointee.n_reallocations, "reallocations")
    self.nextPageToken = try unsafe arena.string(source.pointee.next_page_token, "next_page_token")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReallocateUnsoldResponse.self)
    unsafe target.pointee.n_reallocations = reallocations.count
    unsafe target.pointee.reallocations = try arena.place(reallocations, "reallocations")
    if !nextPageToken.isEmpty {
      unsafe target.pointee.next_page_token = try arena.place(nextPageToken, "next_page_token")
    }
  }
}
