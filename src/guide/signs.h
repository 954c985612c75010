#pragma once
#include "today/signs.h"
