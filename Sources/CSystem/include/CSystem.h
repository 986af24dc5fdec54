#pragma once
#include "sockets.h"
#include "files.h"
#include "rows.h"
#include "timers.h"
