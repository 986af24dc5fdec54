#include "include/tls.h"
