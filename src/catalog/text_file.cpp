// SPDX-License-Identifier: MIT
#include "catalog/text_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <string_view>
#include <system_error>

#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

class Descriptor {
   public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

   private:
    int fd_;
};

std::string failure(const std::string& path, int error) {
    struct stat status {};
    if (error == ENOENT && lstat(path.c_str(), &status) == 0) {
        return "this link points to nothing; point it to a file, or delete it";
    }
    if (error == ENOENT || error == ENOTDIR) return "there is no such file; check the path";
    return fmt::format("cannot be read: {}", std::generic_category().message(error));
}

std::string_view kind(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// Says why an open file is not read; empty if it can be.
std::string objection(const std::string& path, int fd) {
    struct stat status {};
    if (fstat(fd, &status) != 0) return failure(path, errno);
    if (!S_ISREG(status.st_mode)) {
        return fmt::format("this is {}, expected a file with text", kind(status.st_mode));
    }
    if (status.st_size > static_cast<off_t>(longest_file)) {
        return fmt::format("the file has {} bytes, expected at most {}; split it", status.st_size,
                           longest_file);
    }
    return {};
}

/// Reads up to one byte more than a file may have, so that a file that grew meanwhile is noticed.
/// On failure returns nullopt, and errno tells why.
std::optional<std::string> read_all(int fd) {
    std::string text(longest_file + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count = read(fd, &text[size], text.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {};
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

}  // namespace

std::optional<std::string> read_text_file(const std::string& path,
                                          std::vector<Diagnostic>& faults) {
    const auto refuse = [&](std::string message) {
        faults.push_back({path, 0, 0, std::move(message)});
        return std::nullopt;
    };
    // Without O_NONBLOCK, opening a pipe would wait for a writer forever.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): there is no other way to open a file
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) return refuse(failure(path, errno));
    if (auto message = objection(path, file.get()); !message.empty()) {
        return refuse(std::move(message));
    }
    auto text = read_all(file.get());
    if (!text) return refuse(failure(path, errno));
    return text;
}

namespace {

constexpr std::size_t longest_line = 4096;  // bytes
constexpr int most_dots = 32;
constexpr int deepest_nesting = 16;
constexpr std::size_t most_faults = 20;  // a file of random bytes need not be reported in full

/// Collects at most one fault per line: the rest of a line mostly repeats it.
class LineFaults {
   public:
    explicit LineFaults(const std::string& file) : file_(file) {}

    void add(Place place, std::string message) {
        const bool same_line = !list_.empty() && list_.back().line == place.line;
        if (same_line || list_.size() == most_faults) return;
        list_.push_back({file_, place.line, place.column, std::move(message)});
    }
    std::vector<Diagnostic> take() { return std::move(list_); }

   private:
    const std::string& file_;
    std::vector<Diagnostic> list_;
};

Place after(Place place, char32_t value) {
    return value == '\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
}

/// Checks the encoding, and looks for invisible characters and long lines.
std::vector<Diagnostic> scan_characters(std::string_view text, const std::string& file) {
    LineFaults faults(file);
    Place place{1, 1};
    std::size_t line_start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = first_code_point(text.substr(at));
        if (!point) {
            faults.add(place, fmt::format("the byte 0x{:02X} is not UTF-8; save the file as UTF-8",
                                          static_cast<unsigned char>(text[at])));
            return faults.take();  // columns mean nothing from here on
        }
        const bool line_break = text[at] == '\n' || text.substr(at).starts_with("\r\n");
        if (is_control(point->value) && !line_break && text[at] != '\t') {
            faults.add(place, fmt::format("there is an invisible character, U+{:04X}; delete it",
                                          static_cast<std::uint32_t>(point->value)));
        }
        if (at - line_start == longest_line && !line_break) {
            faults.add({place.line, 1},
                       "this line has more than 4096 bytes; break it into several");
        }
        at += point->length;
        if (point->value == '\n') line_start = at;
        place = after(place, point->value);
    }
    return faults.take();
}

/// Walks through TOML just well enough to tell quotes and comments from the rest, and checks the
/// rest.
class StructureScan {
   public:
    StructureScan(std::string_view text, const std::string& file) : rest_(text), faults_(file) {}

    std::vector<Diagnostic> run() {
        while (!rest_.empty()) {
            if (within_ == Within::bare) {
                step_in_bare();
            } else if (within_ == Within::comment) {
                if (take_one() == '\n') within_ = Within::bare;
            } else {
                step_in_quotes();
            }
        }
        return faults_.take();
    }

   private:
    enum class Within { bare, comment, quotes };

    char32_t take_one() {
        // scan_characters has found the whole text to be valid.
        const CodePoint point = first_code_point(rest_).value_or(CodePoint{0xFFFD, 1});
        rest_.remove_prefix(point.length);
        place_ = after(place_, point.value);
        return point.value;
    }

    void take(std::size_t count) {
        for (; count > 0 && !rest_.empty(); --count) take_one();
    }

    void step_in_bare() {
        if (rest_.front() == '"' || rest_.front() == '\'') return open_quotes();
        const Place place = place_;
        const std::string_view here = rest_;
        const char32_t value = take_one();
        if (value == '#') within_ = Within::comment;
        if (value > 0x7F) refuse_letter(place, here.substr(0, here.size() - rest_.size()));
        if (value == '.') count_dot(place);
        if (std::u32string_view(U"\n=,[]{}").find(value) != std::u32string_view::npos) dots_ = 0;
        if (value == '[' || value == '{') open_bracket(place);
        if (value == ']' || value == '}') depth_ = std::max(depth_ - 1, 0);
    }

    void open_quotes() {
        const std::string three(3, rest_.front());
        closing_ = rest_.starts_with(three) ? three : three.substr(0, 1);
        within_ = Within::quotes;
        take(closing_.size());
    }

    void step_in_quotes() {
        if (rest_.front() == '\\' && closing_.front() == '"') return take(2);
        const bool one_line = closing_.size() == 1;
        if (one_line && rest_.front() == '\n') {  // not closed: the parser will say so
            within_ = Within::bare;
            return take(1);
        }
        if (!rest_.starts_with(closing_)) return take(1);
        take(closing_.size());
        // """one quote more"""" belongs to the text, and so does a second.
        for (int extra = 0; !one_line && extra < 2 && rest_.starts_with(closing_.front());
             ++extra) {
            take(1);
        }
        within_ = Within::bare;
    }

    void refuse_letter(Place place, std::string_view letter) {
        faults_.add(place, fmt::format("'{}' is outside quotes; put texts in \"quotes\", and write "
                                       "names with a-z, 0-9, '-' and '_'",
                                       letter));
    }

    void count_dot(Place place) {
        if (++dots_ > most_dots) {
            faults_.add(place,
                        "there are more than 32 dots in a name, expected one such as 'gaps'");
        }
    }

    void open_bracket(Place place) {
        if (++depth_ == deepest_nesting + 1) {
            faults_.add(place, "more than 16 brackets are open here; close some of them first");
        }
    }

    std::string_view rest_;
    Place place_{1, 1};
    Within within_ = Within::bare;
    std::string closing_;
    int dots_ = 0;
    int depth_ = 0;
    LineFaults faults_;
};

}  // namespace

std::vector<Diagnostic> scan_text(std::string_view text, const std::string& file) {
    if (text.size() > longest_file) {
        return {{file, 0, 0,
                 fmt::format("the file has {} bytes, expected at most {}; split it", text.size(),
                             longest_file)}};
    }
    auto faults = scan_characters(text, file);
    if (!faults.empty()) return faults;
    return StructureScan(text, file).run();
}

}  // namespace hipflow::catalog
