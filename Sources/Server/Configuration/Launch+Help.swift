extension Launch {
  /// What `--help` shows.
  package static var helpText: String {
    let defaults = ServerConfiguration()
    var text = """
      holdfastd \(ServerVersion.current), the stock service

      Usage: holdfastd [--config FILE] [SETTING…]

      Every setting can stand in a JSON file (listen_port), in the environment (HOLDFAST_LISTEN_PORT) and on the command line
      (--listen-port); each overrides the one before. Relative paths in a file are relative to that file.

      --config FILE
          The JSON file. By default \(defaultFiles.joined(separator: ", else ")), if there is one. Also HOLDFAST_CONFIG.
      --check-config
          Say whether the configuration is good and what it comes to, and do nothing else.
      --version
          Say the version.
      --help, -h
          Show this.

      """
    for section in ServerConfiguration.sections {
      text += "\n\(section.title)\n\n"
      for setting in section.settings {
        let value = setting.value(in: defaults)
        text += "\(setting.flag) \(setting.placeholder)\n"
        text += wrapped(setting.help + " Default: \(value.isEmpty ? "not set" : value).", indent: "    ")
        text += wrapped("Must be \(setting.rule).", indent: "    ")
      }
    }
    return text
  }

  /// A configuration as lines of `name = value`.
  package static func listing(_ configuration: ServerConfiguration) -> String {
    ServerConfiguration.settings.map { "\($0.name) = \($0.value(in: configuration))\n" }.joined()
  }

  /// `text` in lines of up to 100 characters.
  private static func wrapped(_ text: String, indent: String) -> String {
    var lines = [indent]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count >= 100, lines[lines.count - 1] != indent { lines.append(indent) }
      lines[lines.count - 1] += (lines[lines.count - 1] == indent ? "" : " ") + word
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
