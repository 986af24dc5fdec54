// What the load clients of the peers share: options, the time, keys, latencies and the result. A closed loop in one thread,
// as `holdfast load` is with the same words; the result has the names of its JSON.
#pragma once
#include <stdint.h>

struct load_options {
  const char *scenario;
  const char *host;
  const char *certificate_file;
  const char *key_file;
  const char *authority_file;
  const char *json;
  int port;
  int connections;
  int in_flight;
  int server;
  int uses_tls;
  int prepares;
  double seconds;
  double warm_up;
  uint64_t products;
  uint64_t warehouses;
  uint64_t seed;
};

// Reads the options, and ends the program where they are wrong.
struct load_options load_options_read(int argc, char **argv);

// Nanoseconds of a clock that only goes forward.
uint64_t load_now(void);

// A random level: its product and its warehouse, each of at most 15 letters. In the scenario `flash` always the first.
struct load_level {
  char product[16];
  char warehouse[16];
};
struct load_level load_level_next(const struct load_options *options);

// The level with a number below products × warehouses, in the order of their keys.
struct load_level load_level_numbered(const struct load_options *options, uint64_t number);

// A number that no other call of this run or of another has.
uint64_t load_serial(void);

// Begins the clock: the warm-up, then what is measured.
void load_begin(const struct load_options *options);

// Whether calls are still made.
int load_goes_on(void);

// Counts a call that was made at `start`, and is answered now.
void load_answered(uint64_t start, int is_error);

// Says what was measured, in a line and in the file that was asked for; the exit status.
int load_end(const struct load_options *options);

// Says what failed, and ends the program.
void load_fail(const char *what, const char *why) __attribute__((noreturn));
