#include "include/files.h"
