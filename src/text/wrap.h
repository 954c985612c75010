#pragma once
#include "text/layout.h"
