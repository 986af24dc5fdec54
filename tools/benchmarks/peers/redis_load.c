// Puts load on Redis: `get` of a packed value, `hmget` of the fields of a level, or `reserve` and `flash`, the script that
// reserves a unit. With --prepare it first makes the levels. Over TLS where a certificate is given.
#define _GNU_SOURCE
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

#include "load.h"

enum { input_capacity = 256 * 1024, output_capacity = 512 * 1024, most_in_flight = 1024, row_bytes = 104 };

struct connection {
  SSL *ssl;
  int descriptor;
  uint32_t events;
  size_t input_count, output_count, written;
  // Redis answers in order: when each call that waits was made.
  uint64_t starts[most_in_flight];
  unsigned first, waiting;
  char input[input_capacity];
  char output[output_capacity];
};

static struct load_options options;
static char script_digest[64];

// What holdfastd's Reserve does at its least: check the level, raise what is reserved, and keep the hold and its history.
static const char script[] =
    "local row = redis.call('HMGET', KEYS[1], 'on_hand', 'reserved', 'quarantined') "
    "if not row[1] or row[1] - row[2] - row[3] < tonumber(ARGV[1]) then return redis.error_reply('not enough') end "
    "redis.call('HINCRBY', KEYS[1], 'reserved', ARGV[1]) redis.call('HINCRBY', KEYS[1], 'version', 1) "
    "redis.call('HSET', KEYS[1], 'updated_at', ARGV[2]) "
    "redis.call('HSET', KEYS[2], 'level', KEYS[1], 'quantity', ARGV[1], 'made_at', ARGV[2]) "
    "redis.call('XADD', KEYS[3], '*', 'level', KEYS[1], 'quantity', ARGV[1], 'order', KEYS[2]) "
    "return 1";

// The end of the reply that begins at `at`, or 0 if it is not all there; says whether it is an error or nothing.
static const char *reply_end(const char *at, const char *end, int *is_error) {
  const char *line = at < end ? memchr(at, '\n', (size_t)(end - at)) : 0;
  if (!line) return 0;
  long count = strtol(at + 1, 0, 10);
  switch (*at) {
    case '+':
    case ':': return line + 1;
    case '-':
      *is_error = 1;
      return line + 1;
    case '$':
      if (count < 0) {
        *is_error = 1;
        return line + 1;
      }
      return end - line - 1 < count + 2 ? 0 : line + 1 + count + 2;
    case '*':
      for (at = line + 1; count > 0 && at; count--) at = reply_end(at, end, is_error);
      return at;
    default: load_fail("Redis", "sent what is no reply");
  }
}

static SSL_CTX *make_context(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  if (!context || !SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) ||
      !SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256") ||
      SSL_CTX_use_certificate_chain_file(context, options.certificate_file) != 1 ||
      SSL_CTX_use_PrivateKey_file(context, options.key_file, SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_load_verify_locations(context, options.authority_file, 0) != 1) {
    ERR_print_errors_fp(stderr);
    load_fail("TLS", "the files of the certificates cannot be used");
  }
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, 0);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_read_ahead(context, 1);
  SSL_CTX_set_default_read_buffer_len(context, 64 * 1024);
  return context;
}

static struct connection *open_connection(SSL_CTX *context) {
  struct connection *connection = calloc(1, sizeof *connection);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port)};
  int on = 1;
  if (!connection || inet_pton(AF_INET, options.host, &address.sin_addr) != 1) load_fail(options.host, "no address");
  connection->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect(connection->descriptor, (struct sockaddr *)&address, sizeof address)) {
    load_fail("connecting", strerror(errno));
  }
  setsockopt(connection->descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (context) {
    connection->ssl = SSL_new(context);
    if (!connection->ssl || !SSL_set_fd(connection->ssl, connection->descriptor) || SSL_connect(connection->ssl) != 1) {
      ERR_print_errors_fp(stderr);
      load_fail("TLS", "the handshake failed");
    }
  }
  fcntl(connection->descriptor, F_SETFL, O_NONBLOCK);
  return connection;
}

// One attempt; −1 = the socket must be waited for.
static ssize_t move_bytes(struct connection *connection, void *bytes, size_t count, int is_write) {
  ssize_t moved;
  if (connection->ssl) {
    ERR_clear_error();
    moved = is_write ? SSL_write(connection->ssl, bytes, (int)count) : SSL_read(connection->ssl, bytes, (int)count);
    if (moved > 0) return moved;
    int error = SSL_get_error(connection->ssl, (int)moved);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return -1;
  } else {
    moved = is_write ? send(connection->descriptor, bytes, count, MSG_NOSIGNAL)
                     : recv(connection->descriptor, bytes, count, 0);
    if (moved > 0) return moved;
    if (moved < 0 && (errno == EAGAIN || errno == EINTR)) return -1;
  }
  load_fail("Redis", "closed the connection");
}

static void flush_output(struct connection *connection) {
  while (connection->written < connection->output_count) {
    ssize_t count = move_bytes(connection, connection->output + connection->written,
                               connection->output_count - connection->written, 1);
    if (count < 0) return;
    connection->written += (size_t)count;
  }
  connection->written = connection->output_count = 0;
}

static void append(struct connection *connection, const void *bytes, size_t count) {
  if (output_capacity - connection->output_count < count) load_fail("Redis", "does not read");
  memcpy(connection->output + connection->output_count, bytes, count);
  connection->output_count += count;
}

static void append_argument(struct connection *connection, const void *bytes, size_t count) {
  char head[32];
  append(connection, head, (size_t)snprintf(head, sizeof head, "$%zu\r\n", count));
  append(connection, bytes, count);
  append(connection, "\r\n", 2);
}

static void append_command(struct connection *connection, int count, const char *const *words) {
  char head[32];
  append(connection, head, (size_t)snprintf(head, sizeof head, "*%d\r\n", count));
  for (int index = 0; index < count; index++) append_argument(connection, words[index], strlen(words[index]));
}

static void sent(struct connection *connection) {
  connection->starts[(connection->first + connection->waiting++) % most_in_flight] = load_now();
}

static void call(struct connection *connection) {
  struct load_level level = load_level_next(&options);
  char key[64], order[64], time[32];
  snprintf(key, sizeof key, "%c:%s:%s", options.scenario[0] == 'g' ? 'p' : 'l', level.product, level.warehouse);
  if (options.scenario[0] == 'g') {
    append_command(connection, 2, (const char *const[]){"GET", key});
  } else if (options.scenario[0] == 'h') {
    append_command(connection, 11, (const char *const[]){"HMGET", key, "on_hand", "reserved", "quarantined", "incoming",
                                                         "safety_stock", "reorder_point", "reorder_quantity", "version",
                                                         "updated_at"});
  } else {
    unsigned long long serial = load_serial();
    snprintf(order, sizeof order, "o:%llu", serial);
    snprintf(time, sizeof time, "%llu", serial / 1000);
    append_command(connection, 8,
                   (const char *const[]){"EVALSHA", script_digest, "3", key, order, "history", "1", time});
  }
  sent(connection);
}

// Reads what there is and counts the answers; returns how many there were.
static int read_answers(struct connection *connection, int must_succeed) {
  int answers = 0;
  for (;;) {
    ssize_t count = move_bytes(connection, connection->input + connection->input_count,
                               input_capacity - connection->input_count, 0);
    if (count < 0) return answers;
    connection->input_count += (size_t)count;
    const char *at = connection->input, *end = connection->input + connection->input_count, *next;
    for (int is_error = 0; connection->waiting && (next = reply_end(at, end, &is_error)); is_error = 0, at = next) {
      if (is_error && must_succeed) load_fail("Redis", strndup(at, (size_t)(next - at)));
      load_answered(connection->starts[connection->first], is_error);
      connection->first = (connection->first + 1) % most_in_flight;
      connection->waiting--;
      answers++;
    }
    connection->input_count = (size_t)(end - at);
    memmove(connection->input, at, connection->input_count);
  }
}

static void wait_for_all(struct connection *connection) {
  while (connection->waiting) {
    flush_output(connection);
    read_answers(connection, 1);
  }
}

static void load_script(struct connection *connection) {
  append_command(connection, 3, (const char *const[]){"SCRIPT", "LOAD", script});
  sent(connection);
  while (connection->waiting) {
    flush_output(connection);
    read_answers(connection, 1);
  }
  // The answer is still where it was read: $40, and the digest.
  memcpy(script_digest, connection->input + 5, 40);
}

static void prepare(struct connection *connection) {
  for (uint64_t number = 0; number < options.products * options.warehouses; number++) {
    struct load_level level = load_level_numbered(&options, number);
    char key[64];
    int64_t row[row_bytes / 8] = {1000000000, 0, 0, 0, 0, 0, 0, 1, 1795580400000000, 1, 0, 0, INT64_MAX};
    snprintf(key, sizeof key, "p:%s:%s", level.product, level.warehouse);
    append(connection, "*3\r\n$3\r\nSET\r\n", 13);
    append_argument(connection, key, strlen(key));
    append_argument(connection, row, sizeof row);
    sent(connection);
    key[0] = 'l';
    append_command(connection, 20,
                   (const char *const[]){"HSET", key, "on_hand", "1000000000", "reserved", "0", "quarantined", "0",
                                         "incoming", "0", "safety_stock", "0", "reorder_point", "0", "reorder_quantity",
                                         "0", "version", "1", "updated_at", "1795580400000000"});
    sent(connection);
    if (connection->waiting > 500) wait_for_all(connection);
  }
  wait_for_all(connection);
}

int main(int argc, char **argv) {
  signal(SIGPIPE, SIG_IGN);
  options = load_options_read(argc, argv);
  SSL_CTX *context = options.uses_tls ? make_context() : 0;
  struct connection *first = open_connection(context);
  if (options.prepares) prepare(first);
  if (!options.scenario[0]) return 0;
  load_script(first);
  int poll = epoll_create1(EPOLL_CLOEXEC), open = options.connections;
  for (int index = 0; index < options.connections; index++) {
    struct connection *connection = index ? open_connection(context) : first;
    struct epoll_event event = {.events = connection->events = EPOLLIN, .data.ptr = connection};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, connection->descriptor, &event)) load_fail("epoll", strerror(errno));
    for (int calls = 0; calls < options.in_flight; calls++) call(connection);
    flush_output(connection);
  }
  load_begin(&options);
  while (open) {
    struct epoll_event events[256];
    int count = epoll_wait(poll, events, 256, 10000), goes_on = load_goes_on();
    if (count == 0) load_fail("Redis", "does not answer");
    for (int index = 0; index < count; index++) {
      struct connection *connection = events[index].data.ptr;
      int answers = read_answers(connection, 0);
      for (; goes_on && answers > 0; answers--) call(connection);
      flush_output(connection);
      uint32_t wanted = EPOLLIN | (connection->output_count ? EPOLLOUT : 0);
      if (wanted != connection->events) {
        struct epoll_event event = {.events = connection->events = wanted, .data.ptr = connection};
        if (epoll_ctl(poll, EPOLL_CTL_MOD, connection->descriptor, &event)) load_fail("epoll", strerror(errno));
      }
      if (!goes_on && !connection->waiting && connection->descriptor >= 0) {
        close(connection->descriptor);
        connection->descriptor = -1;
        open--;
      }
    }
  }
  return load_end(&options);
}
