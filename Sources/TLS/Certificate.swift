internal import COpenSSL

/// An X.509 certificate; freed with its last reference.
///
/// Sendable: never changed once it is shared, and OpenSSL's own count of references is atomic.
@safe
final class Certificate: @unchecked Sendable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe X509_free(pointer) }

  /// The certificate as PEM.
  func pem() throws(TLSConfigurationError) -> [UInt8] {
    unsafe try PEM.text("writing a certificate") { bio in unsafe PEM_write_bio_X509(bio, pointer) }
  }

  /// What the certificate says of itself.
  var facts: CertificateFacts { unsafe CertificateFacts(of: pointer) }
}

/// What a certificate says of itself, for status, metrics and logs.
package struct CertificateFacts: Sendable, Hashable {
  /// Whom it is about, as in RFC 2253: `CN=server,O=Holdfast`.
  package let subject: String
  /// Who signed it, in the same form.
  package let issuer: String
  /// The serial number in upper-case hexadecimal digits.
  package let serial: String
  /// The first second of its life, UTC since 1970.
  package let notBeforeSeconds: Int
  /// The last second of its life, UTC since 1970.
  package let notAfterSeconds: Int

  /// The facts of every certificate in a PEM file, in order, at least one.
  package static func read(file: String) throws(TLSConfigurationError) -> [CertificateFacts] {
    try PEM.certificates(in: file).map(\.facts)
  }

  /// Reads an `X509 *`.
  init(of certificate: OpaquePointer) {
    subject = unsafe Self.text(of: X509_get_subject_name(certificate))
    issuer = unsafe Self.text(of: X509_get_issuer_name(certificate))
    serial = unsafe Self.hexadecimal(X509_get0_serialNumber(certificate))
    // Malformed times never pass verification; the end of time and its start make them visible.
    notBeforeSeconds = unsafe Timestamp.seconds(X509_get0_notBefore(certificate)) ?? .max
    notAfterSeconds = unsafe Timestamp.seconds(X509_get0_notAfter(certificate)) ?? .min
  }

  /// The first second of its life, UTC microseconds since 1970.
  package var notBeforeMicroseconds: Int64 { Int64(notBeforeSeconds).saturatingMicroseconds }

  /// The last second of its life, UTC microseconds since 1970.
  package var notAfterMicroseconds: Int64 { Int64(notAfterSeconds).saturatingMicroseconds }

  /// Whole days, rounded down, from `nowSeconds` until it expires; negative afterwards.
  package func daysLeft(nowSeconds: Int) -> Int {
    let (left, overflow) = notAfterSeconds.subtractingReportingOverflow(nowSeconds)
    return overflow ? Int.min / 86_400 : Int((Double(left) / 86_400).rounded(.down))
  }

  static func hexadecimal(_ number: UnsafePointer<ASN1_INTEGER>?) -> String {
    guard let big = unsafe ASN1_INTEGER_to_BN(number, nil) else { return "" }
    defer { unsafe BN_free(big) }
    guard let text = unsafe BN_bn2hex(big) else { return "" }
    defer { unsafe holdfast_free(text) }
    return unsafe String(cString: text)
  }

  private static func text(of name: OpaquePointer?) -> String {
    guard let name = unsafe name, let bio = unsafe BIO_new(BIO_s_mem()) else { return "" }
    defer { unsafe BIO_free_all(bio) }
    guard unsafe X509_NAME_print_ex(bio, name, 0, HOLDFAST_NAME_FLAGS) >= 0 else { return "" }
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe holdfast_bio_memory(bio, &start)
    return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

extension Int64 {
  fileprivate var saturatingMicroseconds: Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: 1_000_000)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}
