internal import COpenSSL

/// Who a client is, by its certificate; the configuration says what that identity may do.
///
/// The rule: if there are URIs among the subject alternative names there must be exactly one, and it is the identity (SPIFFE ids are URIs).
/// Otherwise, if there are DNS names there must be exactly one. Otherwise it is the subject's one common name.
/// Two of the deciding kind are refused, because which of them the roles are written for would be a matter of order.
package struct PeerIdentity: Sendable, Hashable {
  /// Where the name stood in the certificate.
  package enum Kind: String, Sendable, CaseIterable {
    /// A subject alternative name of kind URI.
    case uri
    /// A subject alternative name of kind DNS.
    case dns
    /// The subject's common name.
    case commonName
  }

  /// Where the name stood in the certificate; the same name of another kind is another identity.
  package let kind: Kind
  /// The name, byte for byte as in the certificate: UTF-8, 1 to 255 bytes, no control characters.
  package let name: String

  package init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension PeerIdentity: CustomStringConvertible {
  package var description: String { "\(kind.rawValue):\(name)" }
}

/// Why a certificate gives no identity.
package enum IdentityRefusal: Error, Sendable, Equatable {
  /// The session has no peer certificate.
  case noCertificate
  /// The extended key usage is missing or does not hold client authentication.
  case notForClients
  /// The subject alternative names hold more than one URI.
  case severalURIs
  /// The subject alternative names hold no URI and more than one DNS name.
  case severalDNSNames
  /// There are no alternative names to go by and more than one common name.
  case severalCommonNames
  /// There is no name of any kind.
  case noName
  /// The deciding name is empty, too long, not UTF-8, or holds a NUL or another control character.
  case malformedName
  /// The subject alternative names cannot be read or occur twice.
  case malformedExtension
}

extension PeerIdentity {
  /// The longest name in bytes.
  static let longestName = 255

  /// The identity in an `X509 *`, by the rule above.
  init(of certificate: OpaquePointer) throws(IdentityRefusal) {
    // Without the extension a certificate is good for everything, which is more than anyone meant to sign.
    guard unsafe X509_get_extension_flags(certificate) & UInt32(EXFLAG_XKUSAGE) != 0,
      unsafe X509_get_extended_key_usage(certificate) & UInt32(XKU_SSL_CLIENT) != 0
    else { throw .notForClients }
    let names = unsafe try AlternativeNames(of: certificate)
    if names.uris.count > 1 { throw .severalURIs }
    if let uri = names.uris.first {
      self = try PeerIdentity(.uri, uri)
      return
    }
    if names.dnsNames.count > 1 { throw .severalDNSNames }
    if let dnsName = names.dnsNames.first {
      self = try PeerIdentity(.dns, dnsName)
      return
    }
    self = unsafe try PeerIdentity(.commonName, commonName(of: certificate))
  }

  private init(_ kind: Kind, _ bytes: [UInt8]) throws(IdentityRefusal) {
    guard (1...Self.longestName).contains(bytes.count), let name = String(validating: bytes, as: UTF8.self),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .malformedName }
    self.kind = kind
    self.name = name
  }
}

/// The names of the two kinds that an identity can come from, as bytes: nothing is believed of them yet.
private struct AlternativeNames {
  var uris: [[UInt8]] = []
  var dnsNames: [[UInt8]] = []

  init(of certificate: OpaquePointer) throws(IdentityRefusal) {
    var critical: Int32 = 0
    let found = unsafe X509_get_ext_d2i(certificate, NID_subject_alt_name, &critical, nil)
    guard let decoded = unsafe found else {
      // -1: there is none; anything else: it is there, twice or malformed.
      if critical == -1 { return }
      throw .malformedExtension
    }
    let names = OpaquePointer(decoded)
    defer { unsafe GENERAL_NAMES_free(names) }
    for index in 0..<(unsafe OPENSSL_sk_num(names)) {
      guard let entry = unsafe OPENSSL_sk_value(names, index) else { continue }
      var type: Int32 = 0
      let name = unsafe entry.assumingMemoryBound(to: GENERAL_NAME.self)
      guard let value = unsafe GENERAL_NAME_get0_value(name, &type) else { continue }
      guard type == GEN_URI || type == GEN_DNS else { continue }
      let bytes = unsafe stringBytes(value.assumingMemoryBound(to: ASN1_STRING.self))
      if type == GEN_URI { uris.append(bytes) } else { dnsNames.append(bytes) }
    }
  }
}

private func commonName(of certificate: OpaquePointer) throws(IdentityRefusal) -> [UInt8] {
  let subject = unsafe X509_get_subject_name(certificate)
  let index = unsafe X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
  guard index >= 0 else { throw .noName }
  guard unsafe X509_NAME_get_index_by_NID(subject, NID_commonName, index) < 0 else { throw .severalCommonNames }
  var utf8: UnsafeMutablePointer<UInt8>?
  let length = unsafe ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)))
  guard length >= 0, let start = unsafe utf8 else { throw .malformedName }
  defer { unsafe holdfast_free(start) }
  return unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(length)))
}

private func stringBytes(_ string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
  unsafe [UInt8](UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(ASN1_STRING_length(string))))
}
