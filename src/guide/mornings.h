#pragma once
#include "today/mornings.h"
