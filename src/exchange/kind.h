#pragma once
#include "exchange/fields.h"
