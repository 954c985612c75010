// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/records.h"
#include "domain/restriction.h"
#include "today/desk.h"

namespace hipflow::today {

/// The restrictions and avoided exercises that hold for this user. Restrictions in the
/// configuration replace all those given as answers; avoided exercises add up, those that there are
/// not (yet, or any more) included. Throws Error for a restriction that this version does not know,
/// and for an avoided exercise whose id is nearly that of another: what is meant would be given.
Person person_of(Desk& desk, const std::vector<Preference>& preferences);

/// The same, with the preferences in the history, if there is one.
Person person_of(Desk& desk);

/// Warns of each exercise that the configuration avoids and that is not there any more, such as a
/// drill that went with its routine. "/home/…/config.toml:3: 'avoid': there is no …".
std::vector<std::string> unknown_avoided(Desk& desk);

}  // namespace hipflow::today
