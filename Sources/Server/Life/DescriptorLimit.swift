internal import Glibc
package import Logging

/// Lets the process open as many descriptors as the connections take, as far as the system allows; says so where it does not.
package func raiseDescriptorLimit(for configuration: ServerConfiguration, _ logger: Logger) {
  var limits = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else { return }
  // Files of the store, listeners and the like.
  let wanted = rlim_t(configuration.connectionLimit + 256)
  if limits.rlim_cur < wanted {
    limits.rlim_cur = min(wanted, limits.rlim_max)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
  }
  if limits.rlim_cur < wanted {
    logger.warning(
      "fewer descriptors than connections: raise the limit on open files, or lower connections",
      metadata: ["descriptors": "\(limits.rlim_cur)", "connections": "\(configuration.connectionLimit)"])
  }
}
