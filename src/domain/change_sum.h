#pragma once
#include "domain/day_totals.h"
