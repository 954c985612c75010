#pragma once
#include "coach/safety.h"
