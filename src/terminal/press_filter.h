// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "terminal/input.h"

namespace hipflow::terminal {

/// Tells presses of a key from the repeats of one that is held down. A terminal sends both alike: a
/// held key repeats after 150 to 660 ms, then every 20 to 100 ms, while fingers take 130 ms from
/// one press to the next at least. So the same key again is certain only once nothing has followed
/// it for that long. See docs/design/terminal.md, "Keys".
class PressFilter {
   public:
    /// Takes the next key. Returns the presses that are certain by now, in their order.
    std::vector<KeyPress> take(KeyPress press);
    /// Returns when the press that is not yet certain will be, on the clock of its time; nullopt if
    /// there is none.
    std::optional<Millis> certain_at() const;
    /// Returns the press that has become certain by `now`.
    std::optional<KeyPress> certain_by(Millis now);
    /// Forgets the press that is not yet certain.
    void forget() { doubtful_.reset(); }

   private:
    std::optional<KeyPress> doubtful_;
    bool held_ = false;
};

}  // namespace hipflow::terminal
