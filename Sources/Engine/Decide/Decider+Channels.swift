package import Messages

extension Decider: ChannelServiceCommands {
  /// Not built yet.
  package func putChannel(_ request: PutChannelRequest) throws(CallFailure) -> Channel {
    throw .unimplemented(.channelServicePutChannel)
  }

  /// Not built yet.
  package func allocateStock(_ request: AllocateStockRequest) throws(CallFailure) -> AllocateStockResponse {
    throw .unimplemented(.channelServiceAllocateStock)
  }

  /// Not built yet.
  package func setChannelStock(_ request: SetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    throw .unimplemented(.channelServiceSetChannelStock)
  }

  /// Not built yet.
  package func reallocateUnsold(_ request: ReallocateUnsoldRequest) throws(CallFailure) -> ReallocateUnsoldResponse {
    throw .unimplemented(.channelServiceReallocateUnsold)
  }
}
