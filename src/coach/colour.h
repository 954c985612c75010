#pragma once
#include "coach/exposure.h"
