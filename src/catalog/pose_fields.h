// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/content_files.h"
#include "catalog/table_reader.h"
#include "domain/figure.h"

namespace hipflow::catalog {

// What a joint may be written as at all; figure/limits.h has what a body can do.
inline constexpr Limits<double> any_angle{-180, 180};
// Heights of the body: further away nothing would be seen.
inline constexpr Limits<double> any_place{-2, 2};
inline constexpr Limits<double> any_size{0.005, 2};

/// Reads "contact": one or two parts that carry the body.
std::vector<Contact> read_contact(TableReader& fields);

/// The poses of a figure, each written as what differs from the one that it begins with. Must not
/// outlive the reader of the figure.
class PoseReader {
   public:
    /// Finds every [figure.pose.NAME]. `first` is the pose of the first frame.
    PoseReader(TableReader& figure, Base base, std::string first);

    /// Reads them all, the first pose first.
    std::vector<Pose> read();
    /// Returns their names, in the same order.
    std::vector<std::string> names() const;
    /// Returns where each of them is.
    std::vector<Place> places() const;
    /// Refuses poses that are neither in a frame nor begin another one: they are misspelt, or not
    /// needed.
    void refuse_unused(const std::vector<FigureFrame>& frames);

   private:
    struct Table {
        std::string name;
        TableReader reader;
        bool begins_another = false;
        std::optional<Pose> pose;
        bool is_open = false;  // being read: a pose that begins with itself
    };
    Pose pose_of(Table& table);
    Pose beginning_of(Table& table);
    Pose named(Table& asking, const std::string& name, std::string_view key);

    TableReader* figure_;
    Base base_;
    std::string first_;
    std::vector<Table> tables_;
};

}  // namespace hipflow::catalog
