#define _GNU_SOURCE
#include "include/sockets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <time.h>

static socklen_t to_system(const struct holdfast_address *address, struct sockaddr_storage *system) {
  memset(system, 0, sizeof *system);
  if (address->is_ipv6) {
    struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)system;
    in6->sin6_family = AF_INET6;
    in6->sin6_port = htons(address->port);
    in6->sin6_scope_id = address->scope;
    memcpy(&in6->sin6_addr, address->bytes, 16);
    return sizeof *in6;
  }
  struct sockaddr_in *in = (struct sockaddr_in *)system;
  in->sin_family = AF_INET;
  in->sin_port = htons(address->port);
  memcpy(&in->sin_addr, address->bytes, 4);
  return sizeof *in;
}

static int from_system(const struct sockaddr_storage *system, struct holdfast_address *address) {
  memset(address, 0, sizeof *address);
  if (system->ss_family == AF_INET) {
    const struct sockaddr_in *in = (const struct sockaddr_in *)system;
    memcpy(address->bytes, &in->sin_addr, 4);
    address->port = ntohs(in->sin_port);
    return 0;
  }
  if (system->ss_family != AF_INET6) return -EAFNOSUPPORT;
  const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *)system;
  address->port = ntohs(in6->sin6_port);
  // An IPv4 peer of a dual-stack listener is the same peer as one of an IPv4 listener.
  if (IN6_IS_ADDR_V4MAPPED(&in6->sin6_addr)) {
    memcpy(address->bytes, in6->sin6_addr.s6_addr + 12, 4);
    return 0;
  }
  memcpy(address->bytes, &in6->sin6_addr, 16);
  address->scope = in6->sin6_scope_id;
  address->is_ipv6 = 1;
  return 0;
}

static int look_up(const char *host, uint16_t port, int flags, struct holdfast_address *addresses, int capacity) {
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = flags};
  struct addrinfo *found = NULL;
  int failure = getaddrinfo(host, NULL, &hints, &found);
  if (failure != 0) return failure < 0 ? failure : -failure;
  int count = 0;
  for (struct addrinfo *each = found; each != NULL && count < capacity; each = each->ai_next) {
    struct sockaddr_storage system = {0};
    memcpy(&system, each->ai_addr, each->ai_addrlen);
    if (from_system(&system, &addresses[count]) != 0) continue;
    addresses[count++].port = port;
  }
  freeaddrinfo(found);
  return count;
}

int holdfast_parse_address(const char *text, uint16_t port, struct holdfast_address *address) {
  return look_up(text, port, AI_NUMERICHOST, address, 1) == 1 ? 0 : -EINVAL;
}

int holdfast_resolve(const char *host, uint16_t port, struct holdfast_address *addresses, int capacity) {
  return look_up(host, port, 0, addresses, capacity);
}

void holdfast_format_address(const struct holdfast_address *address, char *text, size_t capacity) {
  if (capacity == 0) return;
  text[0] = 0;
  if (inet_ntop(address->is_ipv6 ? AF_INET6 : AF_INET, address->bytes, text, (socklen_t)capacity) == NULL) text[0] = 0;
  char interface[IF_NAMESIZE];
  if (address->scope != 0 && if_indextoname(address->scope, interface) != NULL) {
    size_t used = strlen(text);
    snprintf(text + used, capacity - used, "%%%s", interface);
  }
}

static int failed(int descriptor) {
  int code = errno;
  close(descriptor);
  return -code;
}

static int open_stream(const struct holdfast_address *address) {
  int family = address->is_ipv6 ? AF_INET6 : AF_INET;
  int descriptor = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  return descriptor < 0 ? -errno : descriptor;
}

int holdfast_listen(const struct holdfast_address *address, int backlog, int reuse_port) {
  struct sockaddr_storage system;
  socklen_t length = to_system(address, &system);
  int descriptor = open_stream(address), one = 1;
  if (descriptor < 0) return descriptor;
  if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) != 0) return failed(descriptor);
  if (reuse_port && setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one) != 0) return failed(descriptor);
  if (bind(descriptor, (struct sockaddr *)&system, length) != 0) return failed(descriptor);
  if (listen(descriptor, backlog) != 0) return failed(descriptor);
  return descriptor;
}

int holdfast_bound_address(int descriptor, struct holdfast_address *address) {
  struct sockaddr_storage system = {0};
  socklen_t length = sizeof system;
  if (getsockname(descriptor, (struct sockaddr *)&system, &length) != 0) return -errno;
  return from_system(&system, address);
}

int holdfast_accept(int listener, struct holdfast_address *peer) {
  struct sockaddr_storage system = {0};
  socklen_t length = sizeof system;
  int descriptor = accept4(listener, (struct sockaddr *)&system, &length, SOCK_NONBLOCK | SOCK_CLOEXEC), one = 1;
  if (descriptor < 0) return -errno;
  // A peer that is already gone may make this fail: reading from the connection tells so.
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  from_system(&system, peer);
  return descriptor;
}

int holdfast_connect(const struct holdfast_address *address) {
  struct sockaddr_storage system;
  socklen_t length = to_system(address, &system);
  int descriptor = open_stream(address), one = 1;
  if (descriptor < 0) return descriptor;
  if (setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) != 0) return failed(descriptor);
  if (connect(descriptor, (struct sockaddr *)&system, length) != 0 && errno != EINPROGRESS && errno != EINTR)
    return failed(descriptor);
  return descriptor;
}

int holdfast_socket_error(int descriptor) {
  int code = 0;
  socklen_t length = sizeof code;
  return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0 ? code : errno;
}

ssize_t holdfast_discard(int descriptor, size_t limit) {
  ssize_t count = recv(descriptor, NULL, limit, MSG_TRUNC | MSG_DONTWAIT);
  return count < 0 ? -errno : count;
}

static void fill(sigset_t *set, const int *signals, int count) {
  sigemptyset(set);
  for (int i = 0; i < count; i++) sigaddset(set, signals[i]);
}

int holdfast_signal_descriptor(const int *signals, int count) {
  sigset_t set;
  fill(&set, signals, count);
  int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  return descriptor < 0 ? -errno : descriptor;
}

int holdfast_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int holdfast_block_signals(const int *signals, int count, int block) {
  sigset_t set;
  fill(&set, signals, count);
  return -pthread_sigmask(block ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

void holdfast_block_all_signals(void) {
  sigset_t set;
  sigfillset(&set);
  int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS, SIGPROF};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&set, faults[i]);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int holdfast_start_thread(pthread_t *thread, int cpu, void *(*body)(void *), void *context) {
  if (cpu >= CPU_SETSIZE) return -EINVAL;
  pthread_attr_t attributes;
  int code = pthread_attr_init(&attributes);
  if (code != 0) return -code;
  if (cpu >= 0) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    code = pthread_attr_setaffinity_np(&attributes, sizeof set, &set);
  }
  if (code == 0) code = pthread_create(thread, &attributes, body, context);
  pthread_attr_destroy(&attributes);
  return -code;
}

void holdfast_name_thread(const char *name) {
  char kept[16] = {0};
  strncpy(kept, name, sizeof kept - 1);
  pthread_setname_np(pthread_self(), kept);
}

uint64_t holdfast_monotonic_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void holdfast_error_text(int code, char *text, size_t capacity) {
  if (capacity == 0) return;
  const char *description = strerrordesc_np(code);
  snprintf(text, capacity, "%s", description != NULL ? description : "unknown error");
}
