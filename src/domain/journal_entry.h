#pragma once
#include "domain/history.h"
