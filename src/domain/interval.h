#pragma once
#include "domain/number.h"
