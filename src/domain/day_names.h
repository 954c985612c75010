#pragma once
#include "domain/names.h"
