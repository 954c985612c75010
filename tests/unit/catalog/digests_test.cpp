// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catalog/bundled.h"
#include "catalog/library.h"
#include "support/test_data.h"
#include "today/library_lists.h"
#include "today/routine_source.h"

namespace hipflow::catalog {
namespace {

// Writes the digests of the bundled routines, src/catalog/bundled_digests.cpp.

constexpr std::string_view beginning =
    R"(// SPDX-License-Identifier: MIT
// Written by tests/unit/catalog/digests_test.cpp: HIPFLOW_UPDATE_GOLDEN=1 writes it anew.
#include <algorithm>
#include <array>

#include "catalog/bundled.h"

namespace hipflow::catalog {{
namespace {{

constexpr std::string_view digested_content =
    "{}";

// clang-format off
constexpr std::array<RoutineDigest, {}> digests{{{{
)";

constexpr std::string_view ending = R"(}};
// clang-format on

}  // namespace

std::span<const RoutineDigest> bundled_digests() {
    if (bundled_content_hash() != digested_content) return {};
    return digests;
}

const RoutineDigest* find_digest(std::string_view id) {
    const auto all = bundled_digests();
    const auto found = std::ranges::find(all, id, &RoutineDigest::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace hipflow::catalog
)";

std::string row_of(const Library& library, std::string_view id) {
    const RoutineFile& source = library.routine_source(id);
    const Routine& routine = source.routine;
    const Prescription session = today::prescription_of(library, Settings{}, source, {});
    const session::Timeline timeline = today::timeline_of(library, Settings{}, source, session);
    std::vector<Exercise> exercises;
    std::vector<std::string_view> positions;
    for (const auto& step : session.steps) {
        exercises.push_back(step.work.exercise);
        const auto position = word(step.work.exercise.position);
        if (std::ranges::count(positions, position) == 0) positions.push_back(position);
    }
    return fmt::format(
        "    {{\"{}\", R\"({})\",\n     R\"({})\",\n     {}, {}, {}, {}, {}, "
        "\"{}\", \"{}\"}},\n",
        id, routine.name, routine.summary, routine.level, routine.counts, session.steps.size(),
        timeline.total.count(), timeline.work.count(),
        fmt::join(today::things_needed(exercises), ","), fmt::join(positions, ","));
}

std::string digests() {
    const Library library("");
    std::string text = fmt::format(beginning, bundled_content_hash(), library.routines().size());
    for (const auto& entry : library.routines()) text += row_of(library, entry.id);
    return text.append(ending);
}

TEST(BundledDigests, SayWhatTheFilesSay) {
    const auto path = support::test_data() / "../../src/catalog/bundled_digests.cpp";
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::ofstream(path) << digests();
        return;
    }
    std::ifstream file(path);
    std::stringstream written;
    written << file.rdbuf();
    EXPECT_EQ(written.str(), digests()) << "HIPFLOW_UPDATE_GOLDEN=1 writes the digests anew";
}

TEST(BundledDigests, HoldForTheBundledFiles) {
    EXPECT_EQ(bundled_digests().size(), bundled_routines().size());
    EXPECT_EQ(find_digest("no-such"), nullptr);
}

TEST(BundledRoutines, AreShortEnoughAtTheTopOfTheirBands) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        EXPECT_NO_THROW(
            today::require_length(library, Settings{}, library.routine_source(entry.id)))
            << entry.id;
    }
}

}  // namespace
}  // namespace hipflow::catalog
