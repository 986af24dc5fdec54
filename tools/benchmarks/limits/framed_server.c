#define _GNU_SOURCE
#include "framed_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { input_capacity = 128 * 1024, longest_frame = 64 * 1024, high_water = 1 << 20, events_at_once = 256 };

struct connection {
  SSL *ssl;
  int descriptor;
  // Nothing is read while the peer does not take what was answered.
  int is_full;
  size_t input_count;
  struct output output;
  size_t written;
  uint8_t input[input_capacity];
};

static void __attribute__((noreturn)) fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "failed");
  ERR_print_errors_fp(stderr);
  exit(1);
}

uint8_t *output_room(struct output *output, size_t count) {
  if (output->capacity - output->count < count) {
    output->capacity = (output->count + count) * 2 + 4096;
    output->bytes = realloc(output->bytes, output->capacity);
    if (!output->bytes) fail("memory");
  }
  return output->bytes + output->count;
}

static int select_protocol(SSL *ssl, const unsigned char **chosen, unsigned char *count, const unsigned char *offered,
                           unsigned int offered_count, void *context) {
  (void)ssl, (void)context;
  static const unsigned char ours[] = "\x0aholdfast/1";
  unsigned char *match;
  if (SSL_select_next_proto(&match, count, ours, sizeof ours - 1, offered, offered_count) != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *chosen = match;
  return SSL_TLSEXT_ERR_OK;
}

// The same settings as those of holdfastd: Sources/TLS/ContextBuilder.swift.
static SSL_CTX *make_context(const struct limit_options *options) {
  SSL_CTX *context = SSL_CTX_new(TLS_server_method());
  if (!context || !SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) ||
      !SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256") ||
      SSL_CTX_use_certificate_chain_file(context, options->certificate_file) != 1 ||
      SSL_CTX_use_PrivateKey_file(context, options->key_file, SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_load_verify_locations(context, options->authority_file, 0) != 1) {
    fail("TLS");
  }
  SSL_CTX_set_client_CA_list(context, SSL_load_client_CA_file(options->authority_file));
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, 0);
  SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
  SSL_CTX_set_num_tickets(context, 0);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_read_ahead(context, 1);
  SSL_CTX_set_default_read_buffer_len(context, 64 * 1024);
  SSL_CTX_set_alpn_select_cb(context, select_protocol, 0);
  return context;
}

static int listen_on(int port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(descriptor, (struct sockaddr *)&address, length) || listen(descriptor, 512) ||
      getsockname(descriptor, (struct sockaddr *)&address, &length)) {
    fail("listening");
  }
  printf("listening %d\n", ntohs(address.sin_port));
  fflush(stdout);
  return descriptor;
}

static void watch(int poll, int operation, struct connection *connection, uint32_t events) {
  struct epoll_event event = {.events = events, .data.ptr = connection};
  if (epoll_ctl(poll, operation, connection->descriptor, &event)) fail("epoll");
}

static void close_connection(struct connection *connection) {
  ERR_clear_error();
  SSL_free(connection->ssl);
  close(connection->descriptor);
  free(connection->output.bytes);
  free(connection);
}

static void accept_all(int listener, int poll, SSL_CTX *context) {
  int descriptor;
  while ((descriptor = accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct connection *connection = calloc(1, sizeof *connection);
    if (!connection) fail("memory");
    connection->descriptor = descriptor;
    connection->ssl = SSL_new(context);
    if (!connection->ssl || !SSL_set_fd(connection->ssl, descriptor)) fail("TLS");
    SSL_set_accept_state(connection->ssl);
    watch(poll, EPOLL_CTL_ADD, connection, EPOLLIN);
  }
}

// Answers all whole frames of the input; 0 = close.
static int answer_frames(struct connection *connection, answer_function *answer, void *context) {
  size_t start = 0;
  while (connection->input_count - start >= 4) {
    const uint8_t *bytes = connection->input + start;
    size_t count = (size_t)bytes[0] << 24 | (size_t)bytes[1] << 16 | (size_t)bytes[2] << 8 | bytes[3];
    if (count > longest_frame) return 0;
    if (connection->input_count - start - 4 < count) break;
    if (!answer(context, bytes + 4, count, &connection->output)) return 0;
    start += 4 + count;
  }
  connection->input_count -= start;
  if (start && connection->input_count) memmove(connection->input, connection->input + start, connection->input_count);
  return 1;
}

// Whether TLS only waits for its socket.
static int is_waiting(SSL *ssl, int result) {
  int error = SSL_get_error(ssl, result);
  return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

// Writes what waits; 0 = close.
static int flush_output(struct connection *connection) {
  struct output *output = &connection->output;
  while (connection->written < output->count) {
    int count =
        SSL_write(connection->ssl, output->bytes + connection->written, (int)(output->count - connection->written));
    if (count <= 0) return is_waiting(connection->ssl, count);
    connection->written += (size_t)count;
  }
  connection->written = output->count = 0;
  return 1;
}

// Reads until the socket has no more, answers, and writes all answers at once; 0 = close.
static int turn(struct connection *connection, answer_function *answer, void *context) {
  ERR_clear_error();
  if (!flush_output(connection)) return 0;
  while (connection->output.count - connection->written < high_water) {
    int count = SSL_read(connection->ssl, connection->input + connection->input_count,
                         (int)(input_capacity - connection->input_count));
    if (count <= 0) {
      if (!is_waiting(connection->ssl, count)) return 0;
      break;
    }
    connection->input_count += (size_t)count;
    if (!answer_frames(connection, answer, context)) return 0;
  }
  return flush_output(connection);
}

void serve(const struct limit_options *options, answer_function *answer, round_function *begin, round_function *end,
           void *context) {
  signal(SIGPIPE, SIG_IGN);
  SSL_CTX *tls = make_context(options);
  int poll = epoll_create1(EPOLL_CLOEXEC), listener = listen_on(options->port);
  struct epoll_event events[events_at_once], accepting = {.events = EPOLLIN, .data.ptr = 0};
  if (poll < 0 || epoll_ctl(poll, EPOLL_CTL_ADD, listener, &accepting)) fail("epoll");
  for (;;) {
    int count = epoll_wait(poll, events, events_at_once, -1);
    if (count < 0 && errno != EINTR) fail("epoll");
    if (begin && count > 0) begin(context);
    for (int index = 0; index < count; index++) {
      struct connection *connection = events[index].data.ptr;
      if (!connection) {
        accept_all(listener, poll, tls);
      } else if (!turn(connection, answer, context)) {
        close_connection(connection);
      } else {
        int is_full = connection->written < connection->output.count;
        if (is_full != connection->is_full) {
          connection->is_full = is_full;
          watch(poll, EPOLL_CTL_MOD, connection, is_full ? EPOLLOUT : EPOLLIN);
        }
      }
    }
    if (end && count > 0) end(context);
  }
}
