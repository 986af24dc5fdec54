/* Made by tools/generate: every message of proto/. */
#pragma once
#include "holdfast/v1/admin.pb-c.h"
#include "holdfast/v1/journal.pb-c.h"
#include "holdfast/v1/options.pb-c.h"
#include "holdfast/v1/reservation.pb-c.h"
#include "holdfast/v1/stock.pb-c.h"
#include "holdfast/v1/types.pb-c.h"
#include "holdfast/v1/warehouse.pb-c.h"
#include "holdfast/v1/wire.pb-c.h"
