#pragma once
#include "platform/program.h"
