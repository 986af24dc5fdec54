internal import COpenSSL
internal import Glibc

/// Reading PEM files: each is read once, as a whole, and never asks anybody for a password.
enum PEM {
  /// No file of certificates that anybody means to use is larger.
  static let largestFile = 4 * 1024 * 1024

  /// The bytes of `file`.
  static func bytes(of file: String) throws(TLSConfigurationError) -> [UInt8] {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: file, reason: systemText(errno)) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(file: file, reason: systemText(errno))
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > largestFile { throw .unreadable(file: file, reason: "larger than \(largestFile) bytes") }
    }
  }

  /// Every certificate in `file`, in order, at least one.
  static func certificates(in file: String) throws(TLSConfigurationError) -> [Certificate] {
    let certificates = unsafe try objects(in: file, "certificate") { bio in
      unsafe PEM_read_bio_X509(bio, nil, noPassword, nil).map { unsafe Certificate(owning: $0) }
    }
    if certificates.isEmpty { throw .malformed(file: file, reason: "holds no certificate") }
    return certificates
  }

  /// Every revocation list in `file`, in order, at least one.
  static func revocationLists(in file: String) throws(TLSConfigurationError) -> [RevocationList] {
    let lists = unsafe try objects(in: file, "revocation list") { bio in
      unsafe PEM_read_bio_X509_CRL(bio, nil, noPassword, nil).map { unsafe RevocationList(owning: $0) }
    }
    if lists.isEmpty { throw .malformed(file: file, reason: "holds no revocation list") }
    return lists
  }

  /// The private key in `file`.
  static func privateKey(in file: String) throws(TLSConfigurationError) -> PrivateKey {
    let keys = unsafe try objects(in: file, "private key", atMost: 1) { bio in
      unsafe PEM_read_bio_PrivateKey(bio, nil, noPassword, nil).map { unsafe PrivateKey(owning: $0) }
    }
    guard let key = keys.first else { throw .malformed(file: file, reason: "holds no private key") }
    return key
  }

  /// PEM text of what `write` puts into a memory BIO; `write` returns 1 when it is done.
  static func text(_ action: String, _ write: (OpaquePointer) -> Int32) throws(TLSConfigurationError) -> [UInt8] {
    ERR_clear_error()
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw .openSSL(action) }
    defer { unsafe BIO_free_all(bio) }
    guard unsafe write(bio) == 1 else { throw .openSSL(action) }
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe holdfast_bio_memory(bio, &start)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  private static func objects<Object>(
    in file: String, _ kind: String, atMost limit: Int = 10_000, _ next: (OpaquePointer) -> Object?
  ) throws(TLSConfigurationError) -> [Object] {
    var objects: [Object] = []
    let bytes = try bytes(of: file)
    guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN ") else { return [] }
    ERR_clear_error()
    let complete = unsafe bytes.withUnsafeBytes { bytes in
      guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1), Int32(bytes.count))
      else {
        return false
      }
      defer { unsafe BIO_free_all(bio) }
      while objects.count < limit {
        guard let object = unsafe next(bio) else {
          // The end of the file looks like an error; so does a block that is cut off, with another reason.
          let error = ERR_peek_last_error()
          return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE
        }
        objects.append(object)
      }
      return true
    }
    guard complete else { throw .malformed(file: file, reason: "holds no proper \(kind): \(takeErrorText())") }
    ERR_clear_error()
    return objects
  }

}

/// Without this OpenSSL would ask for a password on the terminal.
private func noPassword(
  _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32, _: UnsafeMutableRawPointer?
) -> Int32 { -1 }

extension TLSConfigurationError {
  /// An error of OpenSSL's, with the text of its queue, which is empty afterwards.
  static func openSSL(_ action: String) -> TLSConfigurationError { .library(action: action, reason: takeErrorText()) }
}

/// The oldest error in this thread's queue in OpenSSL's words; the queue is empty afterwards.
func takeErrorText() -> String {
  let code = ERR_peek_error()
  ERR_clear_error()
  guard code != 0 else { return "no reason given" }
  guard let text = unsafe ERR_reason_error_string(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}

/// The system's words for an `errno`.
func systemText(_ error: Int32) -> String {
  unsafe strerror(error).map { unsafe String(cString: $0) } ?? "errno \(error)"
}
