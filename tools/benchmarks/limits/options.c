#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

struct limit_options limit_options_read(int argc, char **argv) {
  static const struct option names[] = {
      {"certificate", required_argument, 0, 'c'}, {"key", required_argument, 0, 'k'},
      {"authority", required_argument, 0, 'a'},   {"port", required_argument, 0, 'p'},
      {"database", required_argument, 0, 'd'},    {"products", required_argument, 0, 'n'},
      {"warehouses", required_argument, 0, 'w'},  {0, 0, 0, 0},
  };
  struct limit_options options = {.products = 100000, .warehouses = 10};
  int letter;
  while ((letter = getopt_long(argc, argv, "", names, 0)) != -1) {
    switch (letter) {
      case 'c': options.certificate_file = optarg; break;
      case 'k': options.key_file = optarg; break;
      case 'a': options.authority_file = optarg; break;
      case 'p': options.port = atoi(optarg); break;
      case 'd': options.database = optarg; break;
      case 'n': options.products = strtoull(optarg, 0, 10); break;
      case 'w': options.warehouses = strtoull(optarg, 0, 10); break;
      default: exit(2);
    }
  }
  if (!options.certificate_file || !options.key_file || !options.authority_file) {
    fprintf(stderr, "%s needs --certificate, --key and --authority\n", argv[0]);
    exit(2);
  }
  return options;
}
