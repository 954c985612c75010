#pragma once
#include "report/measured_text.h"
