// SPDX-License-Identifier: MIT
#pragma once

namespace hipflow {

/// Where something stands in its file. Lines and columns count from 1; 0 means nowhere.
struct Place {
    unsigned line = 0;
    unsigned column = 0;
    bool operator==(const Place&) const = default;
};

}  // namespace hipflow
