// SPDX-License-Identifier: MIT
#pragma once
#include "domain/figure.h"
#include "figure/body.h"

namespace hipflow::figure {

/// A figure as a body that moves. Placing goes in this order: angles; contacts; anchor; feet that
/// reach, and none under the floor; hands that reach.
class Movement {
   public:
    explicit Movement(Figure figure);

    const Figure& figure() const { return figure_; }
    /// The body at the beginning: what stays, stays where it is there.
    const Body& first() const { return first_; }
    /// The body at a share of the rep, 0 to 1. Bones keep their lengths.
    Body at(double share) const;

   private:
    Figure figure_;
    Body first_;
};

/// The height of what carries a contact: what it says, the seat, or the floor.
double surface_of(const Contact& contact, const Figure& figure);

/// The place of the anchor in a body.
Vec anchor_of(const Body& body, BodyPoint anchor);

}  // namespace hipflow::figure
