#pragma once
#include "report/calendar.h"
