internal import Engine
package import Messages

extension QueryService: ChannelServiceQueries {
  /// Channels by id.
  package func listChannels(_ request: ListChannelsRequest) throws(CallFailure) -> ListChannelsResponse {
    let size = try PageToken.size(request.pageSize)
    let start = try PageToken.key(request.pageToken, prefix: [])
    let channels = try reader.channels()
    let first = start.flatMap { key in
      channels.firstIndex { !$0.channelID.utf8.lexicographicallyPrecedes(key) }
    }
    let rest = channels[(start == nil ? 0 : first ?? channels.count)...]
    let next = rest.dropFirst(size).first.map { [UInt8]($0.channelID.utf8) }
    return ListChannelsResponse(channels: Array(rest.prefix(size)), nextPageToken: PageToken.token(next))
  }

  /// What a channel may sell.
  package func getChannelStock(_ request: GetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    var check = RequestCheck()
    check.identifier(request.channelID, "channel_id")
    check.identifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID, "variant_id")
    try check.finish()
    let channel = try reader.existingChannel(request.channelID)
    let product = LevelKey(product: request.productID, variant: request.variantID, warehouse: "")
    if let refusal = try reader.unknownPart(product) { throw CallFailure.notFound(refusal.message, [refusal]) }
    let (limit, lastSoldAt) = try reader.limit(of: channel, product: product.product, variant: product.variant)
    let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
    return ChannelStock(name, limit, lastSoldAt: lastSoldAt)
  }
}
