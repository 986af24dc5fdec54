internal import COpenSSL
internal import Glibc

/// The name that a server must prove.
enum ServerName {
  /// Makes `ssl` accept only a certificate whose subject alternative names hold `name`, and asks for that certificate.
  ///
  /// The common name is never looked at, and a wildcard stands for exactly one whole label. Returns `false` if `name` is no name.
  static func require(_ name: String, of ssl: OpaquePointer) -> Bool {
    guard !name.isEmpty, !name.utf8.contains(0), let parameters = unsafe SSL_get0_param(ssl) else { return false }
    if isAddress(name) { return unsafe X509_VERIFY_PARAM_set1_ip_asc(parameters, name) == 1 }
    unsafe X509_VERIFY_PARAM_set_hostflags(
      parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
    return unsafe X509_VERIFY_PARAM_set1_host(parameters, name, name.utf8.count) == 1
      && holdfast_ssl_set_server_name(ssl, name) == 1
  }

  /// Whether `name` is an IPv4 or IPv6 address in text.
  static func isAddress(_ name: String) -> Bool {
    addressBytes(name) != nil
  }

  /// The 4 or 16 bytes of an address in text, or `nil`.
  static func addressBytes(_ name: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, name, &bytes) == 1 { return Array(bytes[..<4]) }
    return unsafe inet_pton(AF_INET6, name, &bytes) == 1 ? bytes : nil
  }
}
