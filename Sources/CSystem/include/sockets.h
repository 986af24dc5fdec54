#pragma once
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/types.h>
#include <unistd.h>

/// An IPv4 (first four bytes) or IPv6 address and a port, all as values: bytes in network order, port in host order.
struct holdfast_address {
  uint8_t bytes[16];
  uint32_t scope;
  uint16_t port;
  uint8_t is_ipv6;
};

/// Reads a numeric address ("127.0.0.1", "::1", "fe80::1%eth0"); 0, or -EINVAL.
int holdfast_parse_address(const char *text, uint16_t port, struct holdfast_address *address);

/// Writes the address without its port as text, always terminated.
void holdfast_format_address(const struct holdfast_address *address, char *text, size_t capacity);

/// Looks `host` up (blocks); the number of addresses written, or a negative EAI_ code.
int holdfast_resolve(const char *host, uint16_t port, struct holdfast_address *addresses, int capacity);

/// A listening, non-blocking, close-on-exec TCP socket, or a negative errno.
int holdfast_listen(const struct holdfast_address *address, int backlog, int reuse_port);

/// The address a socket is bound to; 0, or a negative errno.
int holdfast_bound_address(int descriptor, struct holdfast_address *address);

/// The next connection of a listener, non-blocking, close-on-exec, without Nagle's delay, or a negative errno.
int holdfast_accept(int listener, struct holdfast_address *peer);

/// A non-blocking socket that is connecting (or connected) to `address`, or a negative errno.
int holdfast_connect(const struct holdfast_address *address);

/// The error that a socket has pending (SO_ERROR), 0 for none.
int holdfast_socket_error(int descriptor);

/// Takes up to `limit` bytes out of a socket and throws them away; the count, 0 at its end, or a negative errno.
ssize_t holdfast_discard(int descriptor, size_t limit);

/// A non-blocking descriptor that reads the given signals, or a negative errno.
int holdfast_signal_descriptor(const int *signals, int count);

/// The next signal of such a descriptor, 0 when there is none.
int holdfast_next_signal(int descriptor);

/// Blocks (or unblocks) signals for the calling thread and the threads it starts; 0, or a negative errno.
int holdfast_block_signals(const int *signals, int count, int block);

/// Blocks every signal that is not the consequence of a fault, for the calling thread.
void holdfast_block_all_signals(void);

/// Starts a joinable thread, pinned to processor `cpu` unless that is negative; 0, or a negative errno.
int holdfast_start_thread(pthread_t *thread, int cpu, void *(*body)(void *), void *context);

/// Names the calling thread; 15 bytes at most are kept.
void holdfast_name_thread(const char *name);

/// Nanoseconds of the monotonic clock.
uint64_t holdfast_monotonic_nanoseconds(void);

/// The text of an errno, always terminated.
void holdfast_error_text(int code, char *text, size_t capacity);
