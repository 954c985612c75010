#pragma once
#include "report/program_text.h"
