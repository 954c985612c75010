// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <vector>

#include "domain/figure.h"

namespace hipflow::figure {

/// The pages that a movement is shown with where every one is prepared. A way back shows the pages
/// of the way out, and every pose has one.
class Flipbook {
   public:
    /// At most so many pages, unless there are more poses.
    static constexpr std::size_t most_pages = 40;

    /// The figure must have frames.
    explicit Flipbook(const Figure& figure);

    std::size_t size() const { return shares_.size(); }
    /// The page at a share of the rep, 0 to 1.
    std::size_t page_at(double share) const;
    /// A share of the rep that a page shows.
    double share_of(std::size_t page) const { return shares_[page]; }

   private:
    /// The way between two frames. It goes forward from the pose with the smaller number.
    struct Way {
        double begins = 0;
        double ends = 0;
        bool forward = true;
        std::vector<std::size_t> pages;  // from the smaller number to the larger one
    };
    /// Adds so many pages of a way between its two poses.
    void add_pages_between(std::vector<std::size_t>& pages, const Way& way, std::size_t count);

    std::vector<Way> ways_;
    std::vector<double> shares_;
};

}  // namespace hipflow::figure
