#pragma once
#include "today/routine_source.h"
