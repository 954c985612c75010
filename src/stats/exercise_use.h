#pragma once
#include "stats/change.h"
