#define _GNU_SOURCE
#include "load.h"

#include <dirent.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Values up to 2^40 ns, each known to one part in 128.
enum { precision_bits = 7, steps = 1 << precision_bits, bucket_count = (41 - precision_bits) * steps };

static struct {
  uint64_t buckets[bucket_count];
  uint64_t calls, errors, sum, longest, random, serial;
  uint64_t begins, ends, stopped;
  uint64_t client_before, server_before, client_used, server_used;
  int is_measuring, server;
} run;

void load_fail(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

struct load_options load_options_read(int argc, char **argv) {
  static const struct option names[] = {
      {"host", required_argument, 0, 'h'},       {"port", required_argument, 0, 'p'},
      {"connections", required_argument, 0, 'c'}, {"in-flight", required_argument, 0, 'd'},
      {"duration", required_argument, 0, 't'},   {"warm-up", required_argument, 0, 'u'},
      {"products", required_argument, 0, 'n'},   {"warehouses", required_argument, 0, 'w'},
      {"seed", required_argument, 0, 's'},       {"json", required_argument, 0, 'j'},
      {"server-pid", required_argument, 0, 'i'}, {"certificate", required_argument, 0, 'C'},
      {"key", required_argument, 0, 'K'},        {"authority", required_argument, 0, 'A'},
      {"prepare", no_argument, 0, 'P'},          {0, 0, 0, 0},
  };
  struct load_options options = {.host = "127.0.0.1", .connections = 16, .in_flight = 1, .seconds = 10, .warm_up = 1,
                                 .products = 100000,  .warehouses = 10,  .seed = 1,      .scenario = ""};
  int letter;
  while ((letter = getopt_long(argc, argv, "", names, 0)) != -1) {
    switch (letter) {
      case 'h': options.host = optarg; break;
      case 'p': options.port = atoi(optarg); break;
      case 'c': options.connections = atoi(optarg); break;
      case 'd': options.in_flight = atoi(optarg); break;
      case 't': options.seconds = atof(optarg); break;
      case 'u': options.warm_up = atof(optarg); break;
      case 'n': options.products = strtoull(optarg, 0, 10); break;
      case 'w': options.warehouses = strtoull(optarg, 0, 10); break;
      case 's': options.seed = strtoull(optarg, 0, 10); break;
      case 'j': options.json = optarg; break;
      case 'i': options.server = atoi(optarg); break;
      case 'C': options.certificate_file = optarg, options.uses_tls = 1; break;
      case 'K': options.key_file = optarg; break;
      case 'A': options.authority_file = optarg; break;
      case 'P': options.prepares = 1; break;
      default: exit(2);
    }
  }
  if (optind < argc) options.scenario = argv[optind];
  if (options.connections < 1 || options.connections > 1024 || options.in_flight < 1 || options.in_flight > 1024 ||
      !options.products || !options.warehouses || options.seconds <= 0) {
    load_fail(argv[0], "--connections and --in-flight go from 1 to 1024, the rest begins above 0");
  }
  if (options.uses_tls && (!options.key_file || !options.authority_file)) {
    load_fail(argv[0], "--certificate needs --key and --authority");
  }
  run.random = options.seed;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  run.serial = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
  return options;
}

uint64_t load_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

// SplitMix64, as in `holdfast load`.
static uint64_t random_below(uint64_t bound) {
  uint64_t mixed = run.random += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return (uint64_t)((unsigned __int128)(mixed ^ (mixed >> 31)) * bound >> 64);
}

static void write_digits(char *to, int count, uint64_t number) {
  for (to[count] = 0; count > 0; number /= 10) to[--count] = (char)('0' + number % 10);
}

struct load_level load_level_numbered(const struct load_options *options, uint64_t number) {
  struct load_level level = {.product = "LP", .warehouse = "L"};
  write_digits(level.product + 2, 10, number / options->warehouses);
  write_digits(level.warehouse + 1, 3, number % options->warehouses);
  return level;
}

struct load_level load_level_next(const struct load_options *options) {
  int is_flash = options->scenario[0] == 'f';
  return load_level_numbered(options, is_flash ? 0 : random_below(options->products * options->warehouses));
}

uint64_t load_serial(void) { return ++run.serial; }

// Processor time of a process and of those that it has started, in nanoseconds.
static uint64_t processor_time(int process) {
  char path[300];
  uint64_t sum = 0;
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *folder = opendir(path);
  if (!folder) return 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    int thread = atoi(entry->d_name), child;
    unsigned long long used = 0;
    if (!thread) continue;
    snprintf(path, sizeof path, "/proc/%d/task/%d/schedstat", process, thread);
    FILE *file = fopen(path, "r");
    if (file && fscanf(file, "%llu", &used) == 1) sum += used;
    if (file) fclose(file);
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", process, thread);
    if (!(file = fopen(path, "r"))) continue;
    while (fscanf(file, "%d", &child) == 1) sum += processor_time(child);
    fclose(file);
  }
  closedir(folder);
  return sum;
}

static uint64_t own_time(void) {
  struct timespec used;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return (uint64_t)used.tv_sec * 1000000000 + (uint64_t)used.tv_nsec;
}

void load_begin(const struct load_options *options) {
  run.server = options->server;
  run.begins = load_now() + (uint64_t)(options->warm_up * 1e9);
  run.ends = run.begins + (uint64_t)(options->seconds * 1e9);
}

int load_goes_on(void) {
  uint64_t now = load_now();
  if (!run.is_measuring && !run.stopped && now >= run.begins) {
    run.is_measuring = 1;
    run.begins = now;
    run.client_before = own_time();
    run.server_before = run.server ? processor_time(run.server) : 0;
  }
  if (run.is_measuring && now >= run.ends) {
    run.is_measuring = 0;
    run.stopped = now;
    run.client_used = own_time() - run.client_before;
    run.server_used = run.server ? processor_time(run.server) - run.server_before : 0;
  }
  return now < run.ends;
}

static int bucket_of(uint64_t value) {
  if (value < steps) return (int)value;
  if (value >= (uint64_t)1 << 40) return bucket_count - 1;
  int shift = 63 - __builtin_clzll(value) - precision_bits;
  return (shift + 1) * steps + (int)((value >> shift) - steps);
}

static uint64_t value_of(int bucket) {
  int shift = bucket / steps - 1;
  if (shift < 0) return (uint64_t)bucket;
  return ((uint64_t)(bucket % steps + steps + 1) << shift) - 1;
}

void load_answered(uint64_t start, int is_error) {
  if (!run.is_measuring) return;
  uint64_t latency = load_now() - start;
  run.buckets[bucket_of(latency)]++;
  run.calls++;
  run.sum += latency;
  if (is_error) run.errors++;
  if (latency > run.longest) run.longest = latency;
}

static uint64_t percentile(double part) {
  uint64_t wanted = (uint64_t)(part * (double)run.calls + 0.5), seen = 0;
  for (int bucket = 0; bucket < bucket_count; bucket++) {
    seen += run.buckets[bucket];
    if (seen && seen >= wanted) return value_of(bucket);
  }
  return run.longest;
}

int load_end(const struct load_options *options) {
  double seconds = (double)(run.stopped - run.begins) / 1e9, calls = run.calls ? (double)run.calls : 1;
  printf("%.0f calls a second, p50 %.1f us, p99 %.1f us, %llu errors\n", (double)run.calls / seconds,
         (double)percentile(0.5) / 1e3, (double)percentile(0.99) / 1e3, (unsigned long long)run.errors);
  FILE *file = options->json ? fopen(options->json, "w") : 0;
  if (options->json && !file) load_fail(options->json, "cannot be written");
  if (!file) return run.errors != 0;
  fprintf(file, "{\"seconds\": %.6f, \"answeredPerSecond\": %.3f, \"calls\": %llu, \"errors\": %llu, ", seconds,
          (double)run.calls / seconds, (unsigned long long)run.calls, (unsigned long long)run.errors);
  fprintf(file, "\"latency\": {\"mean\": %.1f, \"p50\": %llu, \"p90\": %llu, \"p99\": %llu, \"p999\": %llu, ",
          (double)run.sum / calls, (unsigned long long)percentile(0.5), (unsigned long long)percentile(0.9),
          (unsigned long long)percentile(0.99), (unsigned long long)percentile(0.999));
  fprintf(file, "\"max\": %llu}, \"client\": {\"shares\": [%.4f], \"nanosecondsPerCall\": %.1f}",
          (unsigned long long)run.longest, (double)run.client_used / 1e9 / seconds, (double)run.client_used / calls);
  if (run.server_used) {
    fprintf(file, ", \"server\": {\"share\": %.4f, \"nanosecondsPerCall\": %.1f}",
            (double)run.server_used / 1e9 / seconds, (double)run.server_used / calls);
  }
  fprintf(file, "}\n");
  if (fclose(file)) load_fail(options->json, "cannot be written");
  return run.errors != 0;
}
