#pragma once
#include "commands/range.h"
#include "report/schedule_text.h"
#include "today/schedule.h"
