internal import COpenSSL

/// SHA-256 of bytes that come in pieces.
@safe
final class Digest {
  private let context: OpaquePointer?
  private var isGood: Bool

  init() {
    unsafe context = EVP_MD_CTX_new()
    isGood = unsafe context != nil && EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  func update(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    let result = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    isGood = isGood && result == 1
  }

  /// The digest as 64 hexadecimal digits; nothing can be added after this.
  ///
  /// - Throws: ``ToolFailure`` when OpenSSL has no SHA-256 to offer.
  func hexadecimal() throws -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    isGood = unsafe isGood && EVP_DigestFinal_ex(context, &bytes, &count) == 1
    guard isGood, count == 32 else { throw ToolFailure(.local, "OpenSSL cannot make a SHA-256 digest") }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The digest of `bytes`.
  static func hexadecimal(of bytes: some Collection<UInt8>) throws -> String {
    let digest = Digest()
    digest.update(bytes)
    return try digest.hexadecimal()
  }
}
