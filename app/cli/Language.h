#pragma once

#include <string>

namespace moxian::cli {

/// The language of the program's sentences: what --lang names, else LC_ALL, LC_MESSAGES or LANG.
/// The locales C and POSIX say nothing about a language; whatever is not English or Traditional
/// Chinese is answered in Simplified Chinese. Result: "zh_CN", "zh_TW" or "en".
[[nodiscard]] std::string language(int argc, const char* const* argv);

}  // namespace moxian::cli
