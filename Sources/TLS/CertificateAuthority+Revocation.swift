internal import COpenSSL
internal import Glibc

extension CertificateAuthority {
  /// The serial number of the certificate in `certificateFile`, which must be one that this authority has signed.
  ///
  /// - Throws: `contradiction` when it is another's; `unreadable`, `malformed`.
  package func serial(ofCertificateFile certificateFile: String) throws(TLSConfigurationError) -> String {
    let leaf = try PEM.certificates(in: certificateFile)[0]
    guard unsafe X509_verify(leaf.pointer, X509_get0_pubkey(certificate.pointer)) == 1 else {
      ERR_clear_error()
      throw .contradiction(reason: "\(certificateFile): was not issued by \(facts.subject)")
    }
    return leaf.facts.serial
  }

  /// Adds `serials` (hexadecimal, as in ``CertificateFacts/serial``) to this authority's revocation list in `listFile`, or makes the list;
  /// without serials it renews the list. Lists of other authorities in the file stay as they are.
  ///
  /// - Parameter nextUpdateSeconds: seconds from now until the list must have been renewed; from then on servers refuse every certificate.
  /// - Throws: `contradiction` when a serial is no number, `malformed` when the file's list in this authority's name is not of its making,
  ///   `unreadable`, `unwritable`.
  package func revoke(
    serials: [String], listFile: String, nextUpdateSeconds: Int
  ) throws(TLSConfigurationError) {
    let lists = CertificateFile.exists(listFile) ? try PEM.revocationLists(in: listFile) : []
    let issuer = unsafe X509_get_subject_name(certificate.pointer)
    var old: RevocationList?
    var pem: [UInt8] = []
    for list in lists {
      if unsafe X509_NAME_cmp(X509_CRL_get_issuer(list.pointer), issuer) == 0 {
        guard unsafe X509_CRL_verify(list.pointer, key.pointer) == 1 else {
          throw .malformed(file: listFile, reason: "\(facts.subject) has not signed its list: \(takeErrorText())")
        }
        old = list
      } else {
        pem += try list.pem()
      }
    }
    let list = try revocationList(after: old, serials, nextUpdateSeconds)
    pem += try list.pem()
    try CertificateFile.write(pem, to: listFile, mode: CertificateFile.publicMode, replacing: true)
  }

  private func revocationList(
    after old: RevocationList?, _ serials: [String], _ nextUpdateSeconds: Int
  ) throws(TLSConfigurationError) -> RevocationList {
    ERR_clear_error()
    guard let pointer = unsafe old.map({ unsafe X509_CRL_dup($0.pointer) }) ?? X509_CRL_new() else {
      throw .openSSL(action)
    }
    let list = unsafe RevocationList(owning: pointer)
    unsafe try check(X509_CRL_set_version(pointer, Int(X509_CRL_VERSION_2)))
    unsafe try check(X509_CRL_set_issuer_name(pointer, X509_get_subject_name(certificate.pointer)))
    // A reader whose clock is a little behind must be able to use it at once.
    let start = unsafe try timestamp(min(-300, nextUpdateSeconds - 3600))
    let end = unsafe try timestamp(nextUpdateSeconds)
    let now = unsafe try timestamp(0)
    defer {
      unsafe ASN1_TIME_free(start)
      unsafe ASN1_TIME_free(end)
      unsafe ASN1_TIME_free(now)
    }
    unsafe try check(X509_CRL_set1_lastUpdate(pointer, start))
    unsafe try check(X509_CRL_set1_nextUpdate(pointer, end))
    for serial in serials { unsafe try add(serial, to: pointer, now) }
    unsafe try check(X509_CRL_sort(pointer))
    unsafe try addExtensions(to: pointer)
    guard unsafe X509_CRL_sign(pointer, key.pointer, EVP_sha256()) > 0 else { throw .openSSL(action) }
    return list
  }

  private func add(
    _ serial: String, to list: OpaquePointer, _ now: UnsafeMutablePointer<ASN1_TIME>
  ) throws(TLSConfigurationError) {
    var number: OpaquePointer?
    let digits = unsafe BN_hex2bn(&number, serial)
    defer { unsafe BN_free(number) }
    guard digits > 0, Int(digits) == serial.utf8.count else {
      throw .contradiction(reason: "\"\(serial)\" is not a serial number")
    }
    guard let value = unsafe BN_to_ASN1_INTEGER(number, nil) else { throw .openSSL(action) }
    defer { unsafe ASN1_INTEGER_free(value) }
    var found: OpaquePointer?
    if unsafe X509_CRL_get0_by_serial(list, &found, value) == 1 { return }
    guard let entry = unsafe X509_REVOKED_new() else { throw .openSSL(action) }
    guard unsafe X509_REVOKED_set_serialNumber(entry, value) == 1,
      unsafe X509_REVOKED_set_revocationDate(entry, now) == 1,
      unsafe X509_CRL_add0_revoked(list, entry) == 1
    else {
      unsafe X509_REVOKED_free(entry)
      throw .openSSL(action)
    }
  }

  private func addExtensions(to list: OpaquePointer) throws(TLSConfigurationError) {
    var critical: Int32 = 0
    let previous = unsafe X509_CRL_get_ext_d2i(list, NID_crl_number, &critical, nil)
    let old = unsafe previous?.assumingMemoryBound(to: ASN1_INTEGER.self)
    defer { unsafe ASN1_INTEGER_free(old) }
    guard let number = unsafe ASN1_INTEGER_new() else { throw .openSSL(action) }
    defer { unsafe ASN1_INTEGER_free(number) }
    unsafe try check(ASN1_INTEGER_set(number, ASN1_INTEGER_get(old) + 1))
    let replace = UInt(X509V3_ADD_REPLACE)
    unsafe try check(X509_CRL_add1_ext_i2d(list, NID_crl_number, number, 0, replace))
    if let identifier = try KeyIdentifier(of: certificate) {
      unsafe try check(X509_CRL_add1_ext_i2d(list, NID_authority_key_identifier, identifier.pointer, 0, replace))
    }
  }

  private func timestamp(_ secondsFromNow: Int) throws(TLSConfigurationError) -> UnsafeMutablePointer<ASN1_TIME> {
    var now = time(nil)
    guard let stamp = unsafe X509_time_adj_ex(nil, 0, secondsFromNow, &now) else { throw .openSSL(action) }
    return unsafe stamp
  }

  private func check(_ result: Int32) throws(TLSConfigurationError) {
    guard result > 0 else { throw .openSSL(action) }
  }

  private var action: String { "making a revocation list" }
}
