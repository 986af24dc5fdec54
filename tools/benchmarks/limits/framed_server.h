// A server of frames over TLS, as small as one can be in C: one thread, epoll, OpenSSL on the socket. What an answer is, is
// up to the program that uses it.
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "options.h"

// Bytes that wait to be written; grown by whoever answers.
struct output {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
};

// Makes room for `count` more bytes and returns where they begin. They count once `count` of the output is raised.
uint8_t *output_room(struct output *output, size_t count);

// Answers one frame, given without its length; 0 = it is no call, and the connection is closed.
typedef int answer_function(void *context, const uint8_t *frame, size_t count, struct output *output);

// Called before the frames of one round of events are answered, and after.
typedef void round_function(void *context);

// Serves until the process is ended. Prints a line with the port when it listens.
void serve(const struct limit_options *options, answer_function *answer, round_function *begin, round_function *end,
           void *context);
