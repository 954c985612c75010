#pragma once
#include "terminal/input.h"
