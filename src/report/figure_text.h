#pragma once
#include "report/library_text.h"
