#pragma once
#include "stats/period.h"
