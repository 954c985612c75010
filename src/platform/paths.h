#pragma once
#include "platform/environment.h"
