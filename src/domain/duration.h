#pragma once
#include "domain/time.h"
