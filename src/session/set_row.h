#pragma once
#include "session/timeline.h"
