internal import COpenSSL

/// Computes ``JournalHash`` values one command after another, in one digest context that is made once.
@safe
struct RunningHash: ~Copyable {
  private let context: OpaquePointer
  private(set) var value: JournalHash

  /// Goes on from `value`.
  init(from value: JournalHash) {
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex2(context, EVP_sha256(), nil) == 1 else {
      fatalError("OpenSSL has no SHA-256")
    }
    unsafe self.context = context
    self.value = value
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Goes back to an earlier value.
  mutating func reset(to value: JournalHash) { self.value = value }

  /// Takes in one command: its time (microseconds) and its framed entries.
  mutating func add(time: Int64, entries: UnsafeRawBufferPointer) {
    var bigEndian = time.bigEndian
    var bytes = value.bytes
    unsafe withUnsafeMutableBytes(of: &bytes) { hash in
      let digest = unsafe hash.baseAddress?.assumingMemoryBound(to: UInt8.self)
      var good = unsafe EVP_DigestInit_ex2(context, nil, nil)
      unsafe good &= EVP_DigestUpdate(context, digest, 32)
      unsafe good &= EVP_DigestUpdate(context, &bigEndian, 8)
      unsafe good &= EVP_DigestUpdate(context, entries.baseAddress, entries.count)
      unsafe good &= EVP_DigestFinal_ex(context, digest, nil)
      precondition(good == 1, "SHA-256 failed")
    }
    value = JournalHash(bytes: bytes)
  }
}
