// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catalog/settings.h"
#include "catalog/settings_table.h"
#include "support/test_data.h"
#include "text/layout.h"

namespace hipflow::catalog {
namespace {

// Writes the settings of hipflow-config(5) from the table of settings, as mdoc.

constexpr int widest = 78;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) result += c == '"' ? std::string("\\(dq") : std::string(1, c);
    return result;
}

/// Running text: a sentence begins a line of its own.
std::string running(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const auto stop = text.find(". ");
        const auto end = stop == std::string_view::npos ? text.size() : stop + 2;
        std::string sentence = escaped(text.substr(0, end));
        sentence.erase(0, sentence.find_first_not_of(' '));
        if (!sentence.empty()) lines += paragraph(sentence, widest);
        text.remove_prefix(end);
    }
    return lines;
}

/// What stands between backquotes: an option, a setting or a command, or else a literal.
std::string marked(std::string_view token) {
    const bool is_name =
        token.starts_with("hipflow ") ||
        std::ranges::find(all_settings(), token, &Setting::key) != all_settings().end();
    if (token.starts_with("--")) return fmt::format(".Fl {}", token.substr(1));
    return fmt::format("{} {}", is_name ? ".Ic" : ".Ql", escaped(token));
}

/// Takes the punctuation that follows a macro, to stand on its line.
std::string take_punctuation(std::string_view& text) {
    const auto end = std::min(text.find_first_not_of(".,:;)"), text.size());
    std::string taken;
    for (const char c : text.substr(0, end)) taken += fmt::format(" {}", c);
    text.remove_prefix(end);
    return taken;
}

std::string mdoc(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const auto open = std::min(text.find('`'), text.size());
        lines += running(text.substr(0, open));
        text.remove_prefix(open);
        if (text.empty()) break;
        const auto close = text.find('`', 1);
        lines += marked(text.substr(1, close - 1));
        text.remove_prefix(close + 1);
        lines += take_punctuation(text) + '\n';
    }
    return lines;
}

std::string manual_of(const SettingTable& table, const Settings& defaults) {
    std::string page = table.name.empty() ? std::string(".Ss Top level\n")
                                          : fmt::format(".Ss Table {}\n", table.name);
    page += mdoc(table.opening) + ".Bl -tag -width Ds\n";
    for (const Setting& setting : all_settings()) {
        if (setting.table != table.name) continue;
        page += fmt::format(".It Ic {}\n{}Default:\n.Ql {} .\n", setting.key, mdoc(setting.meaning),
                            escaped(setting.kind->show(defaults)));
    }
    page += ".El\n";
    if (!table.closing.empty()) page += ".Pp\n" + mdoc(table.closing);
    return page;
}

std::string manual() {
    const Settings defaults = default_settings();
    std::string page;
    for (const SettingTable& table : setting_tables()) page += manual_of(table, defaults);
    return page;
}

TEST(SettingsTable, HasARowForEachKeyOfEachTable) {
    for (const Setting& setting : all_settings()) {
        EXPECT_TRUE(std::ranges::count(setting_tables(), setting.table, &SettingTable::name));
        EXPECT_EQ(std::ranges::count(all_settings(), setting.dotted(), &Setting::dotted), 1);
        EXPECT_TRUE(setting.meaning.ends_with('.')) << setting.dotted();
    }
}

TEST(SettingsTable, IsWhatTheManualPageLists) {
    const auto path = support::test_data() / "../../docs/hipflow-config.5";
    std::ifstream file(path);
    std::stringstream content;
    content << file.rdbuf();
    const std::string page = content.str();
    constexpr std::string_view begin = ".\\\" From here on written from the table of settings.\n";
    constexpr std::string_view end = ".\\\" Up to here.\n";
    const auto first = page.find(begin) + begin.size();
    const auto last = page.find(end);
    ASSERT_NE(page.find(begin), std::string::npos);
    ASSERT_NE(last, std::string::npos);
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::ofstream(path) << page.substr(0, first) << manual() << page.substr(last);
        return;
    }
    EXPECT_EQ(page.substr(first, last - first), manual())
        << "HIPFLOW_UPDATE_GOLDEN=1 writes the list anew";
}

}  // namespace
}  // namespace hipflow::catalog
