internal import COpenSSL
internal import Glibc

/// An X.509 certificate while it is being made. Extensions are built as structures, never from text, so no name can add another.
struct CertificateBuilder {
  private let certificate: Certificate

  /// A certificate for `key`, with a random serial number and nothing else.
  init(key: PrivateKey) throws(TLSConfigurationError) {
    ERR_clear_error()
    guard let pointer = unsafe X509_new() else { throw .openSSL(Self.action) }
    certificate = unsafe Certificate(owning: pointer)
    guard let serial = unsafe BN_new() else { throw .openSSL(Self.action) }
    defer { unsafe BN_free(serial) }
    // 127 bits: positive, and in no more than 16 bytes.
    guard unsafe BN_rand(serial, 127, 0, 0) == 1,
      unsafe BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(pointer)) != nil
    else { throw .openSSL(Self.action) }
    unsafe try check(X509_set_version(pointer, Int(X509_VERSION_3)))
    unsafe try check(X509_set_pubkey(pointer, key.pointer))
  }

  /// Sets the subject: the common name alone.
  func setSubject(_ request: CertificateRequest) throws(TLSConfigurationError) {
    guard !request.commonName.isEmpty else { return }
    let name = Array(request.commonName.utf8)
    let subject = unsafe X509_get_subject_name(certificate.pointer)
    unsafe try check(
      X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_FLAG, name, Int32(clamping: name.count), -1, 0))
  }

  /// Sets the first and the last second.
  func setLife(_ request: CertificateRequest) throws(TLSConfigurationError) {
    // One that has expired must still have lived.
    let start = min(request.startSeconds, request.lifetimeSeconds - 3600)
    var now = time(nil)
    let notBefore = unsafe X509_getm_notBefore(certificate.pointer)
    let notAfter = unsafe X509_getm_notAfter(certificate.pointer)
    guard unsafe X509_time_adj_ex(notBefore, 0, start, &now) != nil,
      unsafe X509_time_adj_ex(notAfter, 0, request.lifetimeSeconds, &now) != nil
    else { throw .openSSL(Self.action) }
  }

  /// An authority that may sign certificates of leaves and revocation lists, and no other authority.
  func addAuthorityExtensions() throws(TLSConfigurationError) {
    try addConstraints(isAuthority: true)
    try addKeyUsage(UInt8(KU_KEY_CERT_SIGN | KU_CRL_SIGN))
    try addSubjectKeyIdentifier()
  }

  /// The purposes and names of `request`.
  func addLeafExtensions(_ request: CertificateRequest) throws(TLSConfigurationError) {
    try addConstraints(isAuthority: false)
    try addKeyUsage(UInt8(KU_DIGITAL_SIGNATURE))
    try addSubjectKeyIdentifier()
    try addPurposes(request.purposes)
    try addNames(request)
  }

  /// The finished certificate, signed with `key` in the name of `issuer`, or of itself.
  func sign(issuer: Certificate?, key: PrivateKey) throws(TLSConfigurationError) -> Certificate {
    let issuer = issuer ?? certificate
    unsafe try check(X509_set_issuer_name(certificate.pointer, X509_get_subject_name(issuer.pointer)))
    if let identifier = try KeyIdentifier(of: issuer) {
      unsafe try add(NID_authority_key_identifier, identifier.pointer)
    }
    guard unsafe X509_sign(certificate.pointer, key.pointer, EVP_sha256()) > 0 else { throw .openSSL(Self.action) }
    // Reading it back makes the copy that is used exactly what others will read.
    guard let copy = unsafe X509_dup(certificate.pointer) else { throw .openSSL(Self.action) }
    return unsafe Certificate(owning: copy)
  }

  private func addConstraints(isAuthority: Bool) throws(TLSConfigurationError) {
    guard let constraints = unsafe BASIC_CONSTRAINTS_new() else { throw .openSSL(Self.action) }
    defer { unsafe BASIC_CONSTRAINTS_free(constraints) }
    if isAuthority {
      guard let length = unsafe ASN1_INTEGER_new() else { throw .openSSL(Self.action) }
      unsafe constraints.pointee.ca = 0xFF
      unsafe constraints.pointee.pathlen = length
      unsafe try check(ASN1_INTEGER_set(length, 0))
    }
    unsafe try add(NID_basic_constraints, constraints, critical: true)
  }

  private func addKeyUsage(_ bits: UInt8) throws(TLSConfigurationError) {
    guard let usage = unsafe ASN1_BIT_STRING_new() else { throw .openSSL(Self.action) }
    defer { unsafe ASN1_BIT_STRING_free(usage) }
    var bits = bits
    unsafe try check(ASN1_BIT_STRING_set(usage, &bits, 1))
    unsafe try add(NID_key_usage, usage, critical: true)
  }

  private func addSubjectKeyIdentifier() throws(TLSConfigurationError) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    unsafe try check(X509_pubkey_digest(certificate.pointer, EVP_sha1(), &digest, &length))
    guard let identifier = unsafe ASN1_OCTET_STRING_new() else { throw .openSSL(Self.action) }
    defer { unsafe ASN1_OCTET_STRING_free(identifier) }
    unsafe try check(ASN1_OCTET_STRING_set(identifier, digest, Int32(length)))
    unsafe try add(NID_subject_key_identifier, identifier)
  }

  private func addPurposes(_ purposes: [CertificateRequest.Purpose]) throws(TLSConfigurationError) {
    guard !purposes.isEmpty else { return }
    let list = unsafe OPENSSL_sk_new_null()
    // The objects are static: only the list is freed.
    defer { unsafe OPENSSL_sk_free(list) }
    for purpose in purposes {
      let object = unsafe OBJ_nid2obj(purpose == .server ? NID_server_auth : NID_client_auth)
      guard unsafe OPENSSL_sk_push(list, UnsafeRawPointer(object)) > 0 else { throw .openSSL(Self.action) }
    }
    unsafe try add(NID_ext_key_usage, list.map { unsafe UnsafeMutableRawPointer($0) })
  }

  private func addNames(_ request: CertificateRequest) throws(TLSConfigurationError) {
    var names: [(type: Int32, bytes: [UInt8])] = []
    names += request.dnsNames.map { (GEN_DNS, Array($0.utf8)) }
    for address in request.addresses {
      guard let bytes = ServerName.addressBytes(address) else {
        throw .contradiction(reason: "\"\(address)\" is not an IP address")
      }
      names.append((GEN_IPADD, bytes))
    }
    names += request.uris.map { (GEN_URI, Array($0.utf8)) }
    guard !names.isEmpty else { return }
    guard let list = unsafe OPENSSL_sk_new_null() else { throw .openSSL(Self.action) }
    defer { unsafe GENERAL_NAMES_free(list) }
    for (type, bytes) in names {
      let string = unsafe type == GEN_IPADD ? ASN1_OCTET_STRING_new() : ASN1_IA5STRING_new()
      let name = unsafe GENERAL_NAME_new()
      guard let string = unsafe string, let name = unsafe name,
        unsafe ASN1_STRING_set(string, bytes, Int32(clamping: bytes.count)) == 1,
        unsafe OPENSSL_sk_push(list, name) > 0
      else { throw .openSSL(Self.action) }
      unsafe GENERAL_NAME_set0_value(name, type, string)
    }
    // Without a subject the names must be marked critical (RFC 5280, 4.2.1.6).
    unsafe try add(NID_subject_alt_name, UnsafeMutableRawPointer(list), critical: request.commonName.isEmpty)
  }

  private func add(
    _ identifier: Int32, _ value: UnsafeMutableRawPointer?, critical: Bool = false
  ) throws(TLSConfigurationError) {
    unsafe try check(
      X509_add1_ext_i2d(certificate.pointer, identifier, value, critical ? 1 : 0, UInt(X509V3_ADD_DEFAULT)))
  }

  private func check(_ result: Int32) throws(TLSConfigurationError) {
    guard result > 0 else { throw .openSSL(Self.action) }
  }

  private static let action = "making a certificate"
}

/// An authority key identifier extension that points at an issuer's key.
@safe
final class KeyIdentifier {
  let pointer: UnsafeMutablePointer<AUTHORITY_KEYID>

  /// `nil` if the issuer has no subject key identifier.
  init?(of issuer: Certificate) throws(TLSConfigurationError) {
    guard let subject = unsafe X509_get0_subject_key_id(issuer.pointer) else { return nil }
    guard let pointer = unsafe AUTHORITY_KEYID_new() else { throw .openSSL("making a key identifier") }
    unsafe self.pointer = pointer
    unsafe pointer.pointee.keyid = ASN1_OCTET_STRING_dup(subject)
  }

  deinit { unsafe AUTHORITY_KEYID_free(pointer) }
}
