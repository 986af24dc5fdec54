internal import Engine
package import Messages

extension QueryService {
  /// The rules in force.
  package func getPolicy(_ request: GetPolicyRequest) throws(CallFailure) -> Policy {
    try reader.policy().message
  }
}
