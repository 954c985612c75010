#pragma once
#include "catalog/bundled.h"
