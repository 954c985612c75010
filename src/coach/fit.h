#pragma once
#include "coach/prescribe.h"
