#pragma once
#include "store/backup.h"
