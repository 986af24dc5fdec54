#include "include/sockets.h"
