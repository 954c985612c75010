#pragma once
#include "domain/figure.h"
