#pragma once
#include "terminal/figure_show.h"
