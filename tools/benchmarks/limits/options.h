// The command line of the programs that answer GetStock.
#pragma once
#include <stdint.h>

struct limit_options {
  const char *certificate_file;
  const char *key_file;
  const char *authority_file;
  // Where the levels are put: a directory that is empty.
  const char *database;
  // 0 = the system chooses one.
  int port;
  uint64_t products;
  uint64_t warehouses;
};

// Reads the options, and ends the program where they are wrong.
struct limit_options limit_options_read(int argc, char **argv);
