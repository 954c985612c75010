// SPDX-License-Identifier: MIT
// The list of which the live screen has one entry chosen.
#include <algorithm>

#include "terminal/chooser.h"
#include "terminal/live_face.h"

namespace hipflow::terminal {

std::optional<std::size_t> LiveFace::choose(const ChoiceList& list) {
    help_ = false;
    notice_.reset();
    filter_.forget();
    Chooser chooser{list, list.chosen};
    while (true) {
        figures_.hide();
        present(draw_chooser(chooser, size_));
        const auto press = wait_in_list();
        if (!press || press->pasted) continue;
        if (const auto chosen = press_in(chooser, press->key)) return chosen->entry;
    }
}

/// Waits for a key, an Escape too. Returns nullopt where the screen is to be drawn again.
std::optional<KeyPress> LiveFace::wait_in_list() {
    if (auto press = take_press()) return press;
    if (parser_.take_escape(TtyDevice::now())) return KeyPress{std::string(key_escape)};
    if (gone_) throw Interrupted{std::nullopt};
    if (const auto signal = signals_->take()) {
        obey_signal(*signal);
        return std::nullopt;
    }
    auto patience = until_certain(attended(std::nullopt));
    if (const auto escape = parser_.escape_at()) {
        const std::chrono::nanoseconds left =
            std::max<Millis>(*escape - TtyDevice::now(), Millis{0});
        patience = std::min(patience.value_or(left), left);
    }
    gone_ = !tty_.wait(*signals_, patience);
    read_keys();
    return std::nullopt;
}

}  // namespace hipflow::terminal
