#pragma once
#include "today/todays_session.h"
