// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <optional>
#include <string>

#include "terminal/caption.h"
#include "terminal/face.h"
#include "terminal/figure_screen.h"
#include "terminal/frame.h"
#include "terminal/input.h"
#include "terminal/letters.h"
#include "terminal/page.h"
#include "terminal/press_filter.h"
#include "terminal/scene.h"
#include "terminal/tty_device.h"

namespace hipflow::terminal {

/// The live screen, large enough to be read from the floor. Holds the terminal while it lives.
class LiveFace final : public Face {
   public:
    LiveFace(TtyDevice tty, platform::SignalWatch& signals, Pen pen, Blocks blocks,
             const FigureOutput& figures);

    void say(std::string_view text) override;
    void tell(std::string_view text) override;
    std::string ask(const Question& question) override;
    std::optional<std::size_t> choose(const ChoiceList& list) override;
    std::optional<int> passing_rows() const override { return size_.rows; }
    void show(const session::Event& event, const session::Player& player) override;
    void draw(const session::Player& player, Millis now) override;
    std::optional<Millis> next_draw(const session::Player& player, Millis now) const override;
    Wake wait(std::optional<std::chrono::nanoseconds> patience) override;
    void stop() override;
    void continued() override;

   private:
    struct Notice {
        std::string text;
        std::optional<Millis> until;  // on the session's clock; none: until something else happens
        bool offers_undo = false;     // shown while there is something to take back
    };

    void signal(Millis at);
    void present(const Frame& frame);
    void resized();
    std::optional<Wake> take_signal();
    void read_keys();
    void take_in(const TtyDevice::Typed& typed);
    std::optional<KeyPress> take_key();
    std::optional<KeyPress> take_press();
    std::optional<std::chrono::nanoseconds> until_certain(
        std::optional<std::chrono::nanoseconds> patience) const;
    std::optional<Wake> obey_key(const KeyPress& press);
    void obey_signal(int signal);
    std::optional<KeyPress> wait_for_key(const Page& page, std::optional<Millis> until);
    std::optional<KeyPress> wait_in_list();
    bool turns_page(const KeyPress& press, Page& page);
    bool is_habit(const KeyPress& press);
    std::optional<std::string> answer_of(const KeyPress& press, Page& page,
                                         const Question& question);
    std::optional<std::string> answer_by_key(const KeyPress& press, Page& page,
                                             const Question& question);
    void note(std::string text, std::optional<Millis> until, bool offers_undo = false);

    TtyDevice tty_;
    platform::SignalWatch* signals_;
    TerminalGuard guard_;  // gives the terminal back before the device closes
    Pen pen_;
    Blocks blocks_;
    Size size_;
    std::optional<Frame> shown_;  // none: what is on the terminal is unknown
    KeyParser parser_;
    std::deque<KeyPress> keys_;
    PressFilter filter_;
    std::deque<KeyPress> presses_;  // that count, in a session
    std::string last_key_;
    Millis last_key_at_{};
    std::optional<Millis> answered_at_;  // by one key
    Millis asked_at_{};                  // when the question appeared
    bool gone_ = false;
    bool help_ = false;
    std::string unread_;
    std::optional<Notice> notice_;
    Caption caption_;
    std::optional<Millis> flashed_;  // when the digits last began to flash, on the session's clock
    mutable FigureScreen figures_;   // remembers what it draws
};

}  // namespace hipflow::terminal
