#pragma once

#include <string>

#include "core/store/OpenDocument.h"
#include "ui/Settings.h"

namespace moxian {

/// What all documents of the program have in common: the user's name, the folders of journals and
/// locks, backups as chosen. Without a home folder there is no journal, which windows tell.
[[nodiscard]] StoreSettings storeSettings(const Settings& settings);

/// Who saves versions: the reviewer by the name that the user gave, else the user of the account.
[[nodiscard]] std::string versionAuthor(const Settings& settings);

/// The full name of the account; empty if it has none.
[[nodiscard]] QString accountName();

}  // namespace moxian
