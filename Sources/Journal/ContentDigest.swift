internal import COpenSSL

/// Computes the SHA-256 of bytes that come in parts.
///
/// `@unchecked Sendable`: it owns its context, which no one else knows.
@safe
package struct ContentDigest: ~Copyable, @unchecked Sendable {
  private let context: OpaquePointer

  /// Of nothing yet.
  package init() {
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex2(context, EVP_sha256(), nil) == 1 else {
      fatalError("OpenSSL has no SHA-256")
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes in more bytes.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let good = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(good == 1, "SHA-256 failed")
  }

  /// The digest as 64 hexadecimal digits; nothing can be added after this.
  package mutating func finish() -> String {
    var bytes = SIMD32<UInt8>()
    unsafe withUnsafeMutableBytes(of: &bytes) { place in
      let good = unsafe EVP_DigestFinal_ex(context, place.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
      precondition(good == 1, "SHA-256 failed")
    }
    return JournalHash(bytes: bytes).description
  }
}
