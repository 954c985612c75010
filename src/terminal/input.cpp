// SPDX-License-Identifier: MIT
#include "terminal/input.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "platform/signals.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr Millis lone_escape = 50ms;  // what comes later is another key
// A sequence may come in parts, but one that never ends, as after Alt-], must not swallow keys.
constexpr Millis broken_sequence = 500ms;
constexpr std::size_t longest_sequence = 256;

std::optional<std::string_view> arrow(char final_byte) {
    if (final_byte == 'A') return key_up;
    if (final_byte == 'B') return key_down;
    if (final_byte == 'C') return key_right;
    if (final_byte == 'D') return key_left;
    return std::nullopt;
}

bool is_final(char c) { return c >= 0x40 && c <= 0x7E; }

}  // namespace

std::vector<KeyPress> KeyParser::feed(std::string_view bytes, Millis now) {
    if (bytes.empty()) return {};
    const Millis patience = state_ == State::escape ? lone_escape : broken_sequence;
    if (now - last_ > patience) state_ = State::ground;
    last_ = now;
    std::vector<KeyPress> keys;
    for (const char c : bytes) byte(c, keys);
    for (auto& press : keys) press.at = now;
    return keys;
}

std::optional<Millis> KeyParser::escape_at() const {
    return state_ == State::escape ? std::optional(last_ + lone_escape) : std::nullopt;
}

bool KeyParser::take_escape(Millis now) {
    const auto at = escape_at();
    if (!at || now < *at) return false;
    state_ = State::ground;
    return true;
}

void KeyParser::byte(char c, std::vector<KeyPress>& keys) {
    switch (state_) {
        case State::ground:
            return plain(c, keys);
        case State::escape:
            parameters_.clear();
            state_ = after_escape(c);
            return;
        case State::csi:
            return in_csi(c, keys);
        case State::ss3:
            state_ = State::ground;
            if (const auto key = arrow(c)) keys.push_back({std::string(*key)});
            return;
        case State::string:
            if (c == '\a') state_ = State::ground;
            if (c == '\x1b') state_ = State::string_escape;
            return;
        case State::string_escape:
            state_ = c == '\\' ? State::ground : State::string;
            return;
    }
}

/// Returns what an Escape followed by `c` begins. An ordinary key after it was Alt, which means
/// nothing.
KeyParser::State KeyParser::after_escape(char c) {
    constexpr std::string_view strings = "]P_^X";  // OSC, DCS, APC, PM, SOS
    if (strings.find(c) != std::string_view::npos) return State::string;
    if (c == '[') return State::csi;
    if (c == 'O') return State::ss3;
    return c == '\x1b' ? State::escape : State::ground;
}

void KeyParser::in_csi(char c, std::vector<KeyPress>& keys) {
    if (c == '\x1b') {
        state_ = State::escape;
        return;
    }
    if (is_final(c)) return end_csi(c, keys);
    parameters_ += c;
    if (parameters_.size() > longest_sequence) state_ = State::ground;
}

void KeyParser::plain(char c, std::vector<KeyPress>& keys) {
    if (c == '\x1b') {
        state_ = State::escape;
        return;
    }
    if (c == '\r' || c == '\n') return keys.push_back({std::string(key_enter), pasting_});
    if (c == '\x7f' || c == '\b') return keys.push_back({std::string(key_backspace), pasting_});
    const auto value = static_cast<unsigned char>(c);
    if (value < 0x20) return;
    const bool continues = (value & 0xC0U) == 0x80U;
    if (!continues) character_.clear();
    character_ += c;
    const auto point = first_code_point(character_);
    if (point && !is_control(point->value)) keys.push_back({character_, pasting_});
    constexpr std::size_t longest_character = 4;
    if (point || character_.size() >= longest_character) character_.clear();
}

void KeyParser::end_csi(char final_byte, std::vector<KeyPress>& keys) {
    state_ = State::ground;
    if (final_byte == '~' && parameters_ == "200") pasting_ = true;
    if (final_byte == '~' && parameters_ == "201") pasting_ = false;
    const auto key = arrow(final_byte);
    if (key && parameters_.empty()) keys.push_back({std::string(*key)});
}

namespace {

constexpr std::size_t longest_line = 4096;  // more is dropped

}  // namespace

LineWake LineInput::wait(std::optional<std::chrono::nanoseconds> patience) {
    while (true) {
        if (const auto signal = signals_->take()) return SignalCame{*signal};
        if (auto line = take_line()) return *std::move(line);
        if (ended_) return EndOfInput{};
        std::array<pollfd, 2> sources = {
            {{signals_->descriptor(), POLLIN, 0}, {descriptor_, POLLIN, 0}}};
        const int ready = platform::wait_for(sources, patience);
        if (ready == 0) return TimeIsUp{};
        if (ready > 0 && sources[1].revents != 0) {
            read_more();
        } else if (const auto signal = signals_->take()) {
            return SignalCame{*signal};
        } else {
            return TimeIsUp{};  // a child has ended, and the caller decides how long to wait now
        }
    }
}

std::optional<LineTyped> LineInput::take_line() {
    const auto newline = buffered_.find('\n');
    if (newline == std::string::npos) return std::nullopt;
    LineTyped line{buffered_.substr(0, newline)};
    buffered_.erase(0, newline + 1);
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    return line;
}

void LineInput::read_more() {
    std::array<char, 256> bytes{};
    const auto count = read(descriptor_, bytes.data(), bytes.size());
    if (count > 0) {
        buffered_.append(bytes.data(), static_cast<std::size_t>(count));
        if (buffered_.size() > longest_line) buffered_.clear();
        return;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    ended_ = true;  // a closed terminal reads as an error
}

}  // namespace hipflow::terminal
