#pragma once
#include "exchange/json.h"
