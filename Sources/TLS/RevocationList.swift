internal import COpenSSL
internal import Glibc

/// A certificate revocation list; freed with its last reference.
///
/// Sendable: never changed once it is shared, and OpenSSL's own count of references is atomic.
@safe
final class RevocationList: @unchecked Sendable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe X509_CRL_free(pointer) }

  /// When the list was made, seconds since 1970.
  var lastUpdateSeconds: Int? { unsafe Timestamp.seconds(X509_CRL_get0_lastUpdate(pointer)) }

  /// When the next list is due, seconds since 1970; `nil` if the list does not say.
  var nextUpdateSeconds: Int? { unsafe Timestamp.seconds(X509_CRL_get0_nextUpdate(pointer)) }

  /// The list as PEM.
  func pem() throws(TLSConfigurationError) -> [UInt8] {
    unsafe try PEM.text("writing a revocation list") { bio in unsafe PEM_write_bio_X509_CRL(bio, pointer) }
  }
}

/// Times between OpenSSL's form, seconds since 1970 and text.
enum Timestamp {
  /// Seconds since 1970 of an ASN.1 time, or `nil` if there is none or it is malformed.
  static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
    guard let time = unsafe time else { return nil }
    var parts = unsafe tm()
    guard unsafe ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    return unsafe timegm(&parts)
  }

  /// `YYYY-MM-DD HH:MM:SSZ`.
  static func text(_ seconds: Int) -> String {
    var time: time_t = seconds
    var parts = unsafe tm()
    unsafe gmtime_r(&time, &parts)
    func pad(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return unsafe "\(parts.tm_year + 1900)-\(pad(parts.tm_mon + 1))-\(pad(parts.tm_mday)) "
      + "\(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec))Z"
  }
}
