internal import ArgumentParser
internal import Messages

/// Sales channels.
struct ChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel", abstract: "Sales channels, and how much of a product each of them may sell.",
    subcommands: [
      ChannelPut.self, ChannelList.self, ChannelStockGet.self, ChannelStockSet.self, ChannelAllocate.self,
      ChannelReallocate.self,
    ])
}

/// Makes or changes a channel.
struct ChannelPut: Verb {
  static let configuration = CommandConfiguration(
    commandName: "put", abstract: "Make a channel, or change one; what is not said stays.",
    discussion: """
      A new channel starts with what its kind has, a safety buffer of 5 % and oversell protection.

      Example: holdfast channel put WEB --kind website --buffer 2.5
      """)
  static let method = Method.channelServicePutChannel

  @Argument(help: "The channel.") var channel: String
  @Option(help: ArgumentHelp("Its name for people.", valueName: "text")) var name: String?
  @Option(help: "What sort it is.") var kind: Choice<ChannelKind>?
  @Option(help: "How it hears of changes.") var mode: Choice<ChannelMode>?
  @Option(help: ArgumentHelp("Time between two digests of a batch channel.", valueName: "time"))
  var interval: SpanArgument?
  @Option(help: ArgumentHelp("0 to 1000, higher is served first.", valueName: "number")) var priority: UInt32?
  @Option(help: ArgumentHelp("What it may not sell, in percent.", valueName: "percent")) var buffer: PercentArgument?
  @Flag(inversion: .prefixedNo, help: "Refuse holds past what it may sell.") var protection: Bool?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> PutChannelRequest {
    PutChannelRequest(
      channelID: channel, name: name ?? "", kind: kind?.value, mode: mode?.value ?? .unspecified,
      batchIntervalSeconds: interval.map { UInt32(clamping: $0.seconds) }, priority: priority,
      safetyBufferBasisPoints: buffer.map { UInt32(clamping: $0.basisPoints) }, oversellProtection: protection)
  }

  func view(of response: Channel) -> View { .channel(response) }
}

/// Channels by id.
struct ChannelList: ListVerb {
  typealias Request = ListChannelsRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Channels in the order of their ids.")
  static let method = Method.channelServiceListChannels

  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListChannelsRequest {
    ListChannelsRequest(pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListChannelsResponse) -> View { .channels(response.channels) }
  static func nextPageToken(_ response: ListChannelsResponse) -> String { response.nextPageToken }
  static func count(_ response: ListChannelsResponse) -> Int { response.channels.count }

  static func append(_ next: ListChannelsResponse, to response: inout ListChannelsResponse) {
    response.channels += next.channels
    response.nextPageToken = next.nextPageToken
  }
}

/// What a channel may sell.
struct ChannelStockGet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: "What a channel may sell of a product now, and why not more.",
    discussion: "Example: holdfast channel stock WEB P-0001")
  static let method = Method.channelServiceGetChannelStock

  @Argument(help: "The channel.") var channel: String
  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetChannelStockRequest {
    GetChannelStockRequest(channelID: channel, productID: product, variantID: variant ?? "")
  }

  func view(of response: ChannelStock) -> View { .channelStock(response) }
}

/// Sets what is allocated to a channel.
struct ChannelStockSet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "set-stock", abstract: "Allocate units of a product to a channel, or take its allocation away.",
    discussion: "Example: holdfast channel set-stock WEB P-0001 --units 200")
  static let method = Method.channelServiceSetChannelStock

  @Argument(help: "The channel.") var channel: String
  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("Units allocated to it.", valueName: "units")) var units: Int64?
  @Flag(help: "No allocation any more: only what is available limits it.") var none = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (units == nil) != none { throw ValidationError("Say how many: --units, or --none.") }
  }

  func request() -> SetChannelStockRequest {
    SetChannelStockRequest(channelID: channel, productID: product, variantID: variant ?? "", allocated: units)
  }

  func view(of response: ChannelStock) -> View { .channelStock(response) }
}

/// Divides a total among channels.
struct ChannelAllocate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Divide a total of one product among channels.",
    discussion: """
      proportional: by the sales of 30 days, after 10 % is withheld; priority: 14 days of demand each, by priority; \
      velocity: the same, the fastest first, after 15 % is withheld; custom: by the weights given.

      Example: holdfast channel allocate P-0001 --strategy custom --weight WEB=3 --weight POS=1
      """)
  static let method = Method.channelServiceAllocateStock

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: "How it is divided.") var strategy: Choice<AllocationStrategy>
  @Option(help: ArgumentHelp("Units to divide (default: what is available).", valueName: "units")) var total: Int64?
  @Option(
    name: .customLong("channel"),
    help: ArgumentHelp("Among these; may be given again (default: all).", valueName: "channel"))
  var channels: [String] = []
  @Option(
    name: .customLong("weight"),
    help: ArgumentHelp("custom: the weight of a channel; may be given again.", valueName: "channel=weight"))
  var weights: [WeightArgument] = []
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (strategy.value == .custom) == weights.isEmpty {
      throw ValidationError("--strategy custom takes weights, and no other does: --weight CHANNEL=WEIGHT.")
    }
  }

  func request() -> AllocateStockRequest {
    AllocateStockRequest(
      productID: product, variantID: variant ?? "", total: total, strategy: strategy.value, channelIDs: channels,
      weights: weights.map(\.weight))
  }

  func view(of response: AllocateStockResponse) -> View { .allocation(response) }
}

/// Moves what a channel has not sold.
struct ChannelReallocate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reallocate",
    abstract: "Move what a channel has not sold to the channels that sell fastest and need it.",
    discussion: "Example: holdfast channel reallocate EBAY --unsold-days 60")
  static let method = Method.channelServiceReallocateUnsold

  @Argument(help: "The channel that has not sold.") var channel: String
  @Option(help: ArgumentHelp("Only this product (default: all that it has an allocation of).", valueName: "product"))
  var product: String?
  @Option(help: ArgumentHelp("The product's variant.", valueName: "variant")) var variant: String?
  @Option(
    name: .customLong("unsold-days"), help: ArgumentHelp("Nothing sold for so long (default: 30).", valueName: "days"))
  var days: UInt32 = 0
  @Option(
    name: .customLong("page-token"),
    help: ArgumentHelp("Where to go on: the last line of the answer before.", valueName: "token"))
  var pageToken: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if variant != nil, product == nil { throw ValidationError("--variant goes with --product.") }
  }

  func request() -> ReallocateUnsoldRequest {
    ReallocateUnsoldRequest(
      channelID: channel, productID: product ?? "", variantID: variant ?? "", unsoldDays: days,
      pageToken: pageToken ?? "")
  }

  func view(of response: ReallocateUnsoldResponse) -> View { .reallocation(response) }
}

/// The weight of a channel as one argument: `CHANNEL=WEIGHT`. The last `=` begins the weight.
struct WeightArgument: ExpressibleByArgument, Equatable {
  /// What was said.
  var weight: ChannelWeight

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex,
      let value = UInt32(argument[argument.index(after: sign)...])
    else { return nil }
    weight = ChannelWeight(channelID: String(argument[..<sign]), weight: value)
  }
}
