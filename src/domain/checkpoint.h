#pragma once
#include "domain/records.h"
