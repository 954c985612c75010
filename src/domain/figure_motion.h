// SPDX-License-Identifier: MIT
#pragma once
#include "domain/figure.h"

namespace hipflow {

/// Where the joints are at a share of the rep, 0 to 1. Between two poses each limb turns and keeps
/// its length; a hand or a foot that is in one place in both poses stays there.
Joints joints_at(const Figure& figure, double share);

/// The share of the rep whose pose a hold holds: the middle of the longest stay in one pose; where
/// there is none, half the rep.
double held_share(const Figure& figure);

/// As the other side does it, seen in a mirror: left and right change, and so do the two halves of
/// the box.
Figure mirrored(Figure figure);

/// As the other side does it, seen from where the first was: left and right change, and with them
/// what is near and what is far. For sides that take turns in a view from the side, where a person
/// who turned round with every rep would be hard to follow.
Figure with_sides_changed(Figure figure);

/// The joint that a limb leads to this one from; the pelvis has none, and gives itself.
Joint parent(Joint joint);

double distance(const Point& from, const Point& to);

}  // namespace hipflow
