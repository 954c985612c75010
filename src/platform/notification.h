#pragma once
#include "platform/reminders.h"
