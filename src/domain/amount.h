#pragma once
#include "domain/dose.h"
