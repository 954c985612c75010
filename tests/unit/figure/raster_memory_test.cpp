// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "figure/raster.h"
#include "made_figures.h"

// A sanitizer has an operator new of its own, which finds more than this one counts.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HIPFLOW_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define HIPFLOW_SANITIZED
#endif

#ifndef HIPFLOW_SANITIZED
namespace {

std::atomic<std::size_t> allocations{
    0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)

namespace hipflow::figure {
namespace {

TEST(RasterMemory, IsTakenOnceForAMovement) {
    Pose bent = base_pose(Base::all_fours);
    bent.angles.hip.left.flex = 40;
    Figure figure = figure_of(Base::all_fours, {base_pose(Base::all_fours), bent});
    figure.scene.band = true;
    const Movement movement(figure);
    const std::size_t at_first = allocations.load();
    Raster raster(movement, grain_of_cells(38, 11));
    EXPECT_GT(allocations.load(), at_first);
    const std::size_t before = allocations.load();
    for (int i = 0; i <= 10; ++i) raster.draw(movement.at(i / 10.0));
    EXPECT_EQ(allocations.load(), before);
}

}  // namespace
}  // namespace hipflow::figure
#endif
