#pragma once
#include "guide/measure.h"
