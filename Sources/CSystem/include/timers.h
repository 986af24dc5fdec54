#pragma once
#include <stdint.h>

/// A non-blocking descriptor that becomes readable when its timer is due, or a negative errno.
int holdfast_timer_descriptor(void);

/// Sets such a timer to `nanoseconds` of the monotonic clock, 0 for never; 0, or a negative errno.
int holdfast_set_timer(int descriptor, uint64_t nanoseconds);
