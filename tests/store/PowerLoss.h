#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/store/Faults.h"

namespace moxian::faults {

/// Files by path: what a disk holds.
using Disk = std::map<std::string, std::string>;

/// What a folder holds now.
[[nodiscard]] Disk diskOf(const std::filesystem::path& folder);

/// A disk as a power cut may leave it after the first `count` operations. What was synced is there.
/// Of the rest: names made, changed and removed since the folder was synced persist up to a random
/// one, in their order; bytes written since their file was synced persist wholly, in part or not at
/// all, whatever became of names.
[[nodiscard]] Disk afterPowerLoss(const Disk& before, const std::map<std::string, ino_t>& inodes,
                                  const std::vector<Operation>& operations, std::size_t count,
                                  std::mt19937& random);

[[nodiscard]] std::map<std::string, ino_t> inodesOf(const std::filesystem::path& folder);

}  // namespace moxian::faults
