#pragma once
#include "coach/gate.h"
