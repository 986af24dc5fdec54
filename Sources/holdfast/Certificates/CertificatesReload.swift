internal import ArgumentParser
internal import Messages

/// Has the server read its certificates again.
struct CertificatesReload: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reload", abstract: "Have the server read its certificates again, as after SIGHUP.",
    discussion: """
      New connections use them from then on; live ones go on. Where anything is wrong with them the old ones stay in use, and \
      this says what it is. Needs the role admin.

      Example: holdfast certs reload --identity admin
      """)
  static let method = Method.adminServiceReloadCertificates

  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ReloadCertificatesRequest { ReloadCertificatesRequest() }

  func view(of response: ReloadCertificatesResponse) -> View {
    let now = WallClock.microseconds
    let table = Table(
      [.text("IN USE NOW"), .text("SUBJECT"), .whole("VALID UNTIL"), .number("DAYS LEFT")],
      rows: response.certificates.map { certificate in
        [
          certificate.purpose, certificate.subject, Words.time(certificate.notAfter),
          Words.number((certificate.notAfter - now) / 86_400_000_000),
        ]
      })
    return View([.table(table)])
  }
}
