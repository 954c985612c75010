#pragma once
#include "today/days.h"
