#pragma once
#include "terminal/capabilities.h"
