#pragma once
#include "stats/hip_rotation.h"
