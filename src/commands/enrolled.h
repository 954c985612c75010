#pragma once
#include "today/enrolment.h"
