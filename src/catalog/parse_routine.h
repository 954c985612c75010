#pragma once
#include "catalog/content_files.h"
