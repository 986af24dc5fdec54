// Puts load on PostgreSQL: `reserve` and `flash` in one statement of common table expressions, `transaction` in one
// transaction of two round trips, as an application does that must see the level before it goes on.
#define _GNU_SOURCE
#include <errno.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "load.h"

enum { most_in_flight = 1024 };

// A step of a call that waits for its end.
struct step {
  uint64_t start;
  char order[24];
  struct load_level level;
  int is_first_of_two;
};

struct connection {
  PGconn *link;
  uint32_t events;
  struct step steps[most_in_flight];
  unsigned first, waiting;
  // What has come of the oldest step so far.
  int rows, is_error;
};

static struct load_options options;

static const char *const statements[][2] = {
    {"take",
     "UPDATE levels SET reserved = reserved + $3, version = version + 1, updated_at = now() WHERE product = $1 "
     "AND warehouse = $2 AND on_hand - reserved - quarantined >= $3::bigint RETURNING version"},
    {"hold",
     "INSERT INTO reservations (order_id, product, warehouse, quantity) VALUES ($4, $1, $2, $3::bigint) RETURNING id"},
    {"note", "INSERT INTO history (order_id, product, warehouse, quantity) VALUES ($4, $1, $2, $3::bigint)"},
    {"reserve",
     "WITH taken AS (UPDATE levels SET reserved = reserved + $3, version = version + 1, updated_at = now() "
     "WHERE product = $1 AND warehouse = $2 AND on_hand - reserved - quarantined >= $3::bigint "
     "RETURNING product, warehouse), "
     "noted AS (INSERT INTO history (order_id, product, warehouse, quantity) "
     "SELECT $4, product, warehouse, $3::bigint FROM taken) "
     "INSERT INTO reservations (order_id, product, warehouse, quantity) "
     "SELECT $4, product, warehouse, $3::bigint FROM taken RETURNING id"},
};

static void refuse(const struct connection *connection) { load_fail("PostgreSQL", PQerrorMessage(connection->link)); }

static struct connection *open_connection(void) {
  struct connection *connection = calloc(1, sizeof *connection);
  char words[200];
  snprintf(words, sizeof words, "host=%s port=%d user=holdfast dbname=postgres sslmode=disable", options.host,
           options.port);
  if (!connection) load_fail("memory", strerror(errno));
  connection->link = PQconnectdb(words);
  if (PQstatus(connection->link) != CONNECTION_OK) refuse(connection);
  for (size_t index = 0; index < sizeof statements / sizeof *statements; index++) {
    PGresult *result = PQprepare(connection->link, statements[index][0], statements[index][1], 0, 0);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) refuse(connection);
    PQclear(result);
  }
  if (PQsetnonblocking(connection->link, 1) || !PQenterPipelineMode(connection->link)) refuse(connection);
  return connection;
}

static void send_statement(struct connection *connection, const char *name, const struct step *step, int parameters) {
  const char *values[] = {step->level.product, step->level.warehouse, "1", step->order};
  if (!PQsendQueryPrepared(connection->link, name, parameters, values, 0, 0, 0)) refuse(connection);
}

static void send_word(struct connection *connection, const char *word) {
  if (!PQsendQueryParams(connection->link, word, 0, 0, 0, 0, 0, 0)) refuse(connection);
}

static void call(struct connection *connection) {
  struct step *step = &connection->steps[(connection->first + connection->waiting++) % most_in_flight];
  step->level = load_level_next(&options);
  step->start = load_now();
  step->is_first_of_two = options.scenario[0] == 't';
  snprintf(step->order, sizeof step->order, "%llu", (unsigned long long)load_serial());
  if (step->is_first_of_two) {
    send_word(connection, "BEGIN");
    send_statement(connection, "take", step, 3);
  } else {
    send_statement(connection, "reserve", step, 4);
  }
  if (!PQpipelineSync(connection->link)) refuse(connection);
}

// The second round trip of a transaction, which is the only call of its connection.
static void go_on(struct connection *connection, struct step *step) {
  step->is_first_of_two = 0;
  connection->rows = 0;
  if (connection->is_error) {
    send_word(connection, "ROLLBACK");
  } else {
    send_statement(connection, "hold", step, 4);
    send_statement(connection, "note", step, 4);
    send_word(connection, "COMMIT");
  }
  if (!PQpipelineSync(connection->link)) refuse(connection);
}

static void synchronised(struct connection *connection) {
  struct step *step = &connection->steps[connection->first];
  if (connection->rows == 0) connection->is_error = 1;
  if (step->is_first_of_two) {
    go_on(connection, step);
    return;
  }
  load_answered(step->start, connection->is_error);
  connection->first = (connection->first + 1) % most_in_flight;
  connection->waiting--;
  connection->rows = connection->is_error = 0;
}

static void read_results(struct connection *connection) {
  if (!PQconsumeInput(connection->link)) refuse(connection);
  // A NULL stands between two statements; with nothing in flight there is nothing but NULL.
  while (connection->waiting && !PQisBusy(connection->link)) {
    PGresult *result = PQgetResult(connection->link);
    if (!result) continue;
    switch (PQresultStatus(result)) {
      case PGRES_PIPELINE_SYNC: synchronised(connection); break;
      case PGRES_TUPLES_OK: connection->rows += PQntuples(result); break;
      case PGRES_COMMAND_OK: break;
      default:
        if (!connection->is_error) fprintf(stderr, "PostgreSQL: %s", PQresultErrorMessage(result));
        connection->is_error = 1;
    }
    PQclear(result);
  }
}

static void flush_output(int poll, struct connection *connection) {
  int state = PQflush(connection->link);
  if (state < 0) refuse(connection);
  uint32_t wanted = EPOLLIN | (state ? EPOLLOUT : 0);
  if (wanted == connection->events) return;
  struct epoll_event event = {.events = wanted, .data.ptr = connection};
  int operation = connection->events ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
  if (epoll_ctl(poll, operation, PQsocket(connection->link), &event)) load_fail("epoll", strerror(errno));
  connection->events = wanted;
}

int main(int argc, char **argv) {
  options = load_options_read(argc, argv);
  if (options.scenario[0] == 't' && options.in_flight > 1) {
    load_fail(argv[0], "a connection has one transaction at a time");
  }
  static struct connection *connections[1024];
  int poll = epoll_create1(EPOLL_CLOEXEC), open = options.connections;
  for (int index = 0; index < options.connections; index++) connections[index] = open_connection();
  load_begin(&options);
  for (int index = 0; index < options.connections; index++) {
    for (int calls = 0; calls < options.in_flight; calls++) call(connections[index]);
    flush_output(poll, connections[index]);
  }
  while (open) {
    struct epoll_event events[256];
    int count = epoll_wait(poll, events, 256, 30000), goes_on = load_goes_on();
    if (count == 0) load_fail("PostgreSQL", "does not answer");
    for (int index = 0; index < count; index++) {
      struct connection *connection = events[index].data.ptr;
      unsigned before = connection->waiting;
      read_results(connection);
      for (unsigned answers = before - connection->waiting; goes_on && answers > 0; answers--) call(connection);
      flush_output(poll, connection);
      if (!goes_on && !connection->waiting && connection->link) {
        PQfinish(connection->link);
        connection->link = 0;
        open--;
      }
    }
  }
  return load_end(&options);
}
