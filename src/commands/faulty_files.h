#pragma once
#include "today/library_lists.h"
