#pragma once
#include "domain/routine.h"
