#pragma once
#include "platform/signals.h"
