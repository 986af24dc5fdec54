internal import COpenSSL

/// A private key of any kind that OpenSSL knows; freed with its last reference.
///
/// Sendable: never changed after it is made, and OpenSSL's own count of references is atomic.
@safe
final class PrivateKey: @unchecked Sendable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// A new ECDSA key on P-256.
  static func generate() throws(TLSConfigurationError) -> PrivateKey {
    ERR_clear_error()
    guard let key = unsafe holdfast_generate_p256() else { throw .openSSL("making a key") }
    return unsafe PrivateKey(owning: key)
  }

  /// The key as PKCS#8 PEM, not encrypted.
  func pem() throws(TLSConfigurationError) -> [UInt8] {
    unsafe try PEM.text("writing a key") { bio in
      unsafe PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil)
    }
  }
}
