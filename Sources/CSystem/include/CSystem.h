#pragma once
#include "tls.h"
#include "sockets.h"
#include "files.h"
#include "rows.h"
