#pragma once
#include "domain/body.h"
