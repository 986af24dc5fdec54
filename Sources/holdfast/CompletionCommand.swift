internal import ArgumentParser

/// Completion of command lines.
struct CompletionCommand: ParsableCommand {
  /// A shell that can complete.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Print the script with which a shell completes verbs, options, rpcs and profiles.",
    discussion: """
      bash: holdfast completion bash > ~/.local/share/bash-completion/completions/holdfast
      zsh:  holdfast completion zsh > ~/.zfunc/_holdfast, with `fpath+=(~/.zfunc)` before `compinit` in ~/.zshrc
      fish: holdfast completion fish > ~/.config/fish/completions/holdfast.fish
      """)

  @Argument(help: "Which shell.") var shell: Shell

  func run() { print(Self.script(for: shell)) }

  /// The script for a shell.
  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: Holdfast.completionScript(for: .bash)
    case .zsh: Holdfast.completionScript(for: .zsh)
    case .fish: Holdfast.completionScript(for: .fish)
    }
  }
}
