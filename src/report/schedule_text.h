#pragma once
#include "report/stats_words.h"
