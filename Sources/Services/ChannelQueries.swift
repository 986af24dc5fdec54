package import Messages

extension QueryService: ChannelServiceQueries {
  /// Not built yet.
  package func listChannels(_ request: ListChannelsRequest) throws(CallFailure) -> ListChannelsResponse {
    throw .unimplemented(.channelServiceListChannels)
  }

  /// Not built yet.
  package func getChannelStock(_ request: GetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    throw .unimplemented(.channelServiceGetChannelStock)
  }
}
