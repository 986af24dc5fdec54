#include "timers.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <time.h>

int holdfast_timer_descriptor(void) {
  int descriptor = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  return descriptor < 0 ? -errno : descriptor;
}

int holdfast_set_timer(int descriptor, uint64_t nanoseconds) {
  struct itimerspec setting = {0};
  setting.it_value.tv_sec = (time_t)(nanoseconds / 1000000000u);
  setting.it_value.tv_nsec = (long)(nanoseconds % 1000000000u);
  return timerfd_settime(descriptor, TFD_TIMER_ABSTIME, &setting, NULL) == 0 ? 0 : -errno;
}
