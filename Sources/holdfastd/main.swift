internal import EventLoop
internal import Foundation
internal import Glibc
internal import Logging
internal import Server

/// Exit codes, as in sysexits.h.
private let failure: Int32 = 1
private let usage: Int32 = 64

private func complain(_ text: String) {
  FileHandle.standardError.write(Data(text.split(separator: "\n").map { "holdfastd: \($0)\n" }.joined().utf8))
}

private func serve(_ configuration: ServerConfiguration, _ file: String?, _ warnings: [ConfigurationProblem]) -> Int32 {
  let logger = Logger(label: "holdfastd") { _ in LineLogHandler(level: configuration.logLevel) }
  logger.info("configuration", metadata: ["file": "\(file ?? "none")"])
  for warning in warnings { logger.warning("configuration", metadata: ["reason": "\(warning)"]) }
  do {
    // The first thing, before any thread is started.
    try SignalSource.block()
    // A log that nobody reads any more must not end the service.
    _ = signal(SIGPIPE, SIG_IGN)
    raiseDescriptorLimit(for: configuration, logger)
    let signals = SignalListener(logger)
    let server = try Server.start(configuration, logger: logger, signals: signals)
    while true {
      switch signals.next() {
      case .reload: server.reloadCertificates()
      case .stop:
        server.stop()
        return 0
      }
    }
  } catch {
    complain("\(error)")
    return failure
  }
}

do {
  switch try Launch.read(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
  {
  case .help: print(Launch.helpText)
  case .version: print("holdfastd \(ServerVersion.current)")
  case .checkConfiguration(let configuration, let file, let warnings):
    for warning in warnings { complain("warning: \(warning)") }
    print("# \(file.map { "with \($0)" } ?? "without a file")\n\(Launch.listing(configuration))", terminator: "")
  case .serve(let configuration, let file, let warnings): exit(serve(configuration, file, warnings))
  }
} catch {
  complain("\(error)")
  exit(usage)
}
