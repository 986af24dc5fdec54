/// The version of the software.
package enum ServerVersion {
  /// As in `holdfastd --version`.
  package static let current = "0.1.0"
}
