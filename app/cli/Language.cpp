#include "app/cli/Language.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace moxian::cli {
namespace {

// The help itself is in the chosen language, so this option is read before all others.
std::string_view givenLanguage(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with("--lang=")) return argument.substr(7);
  }
  return {};
}

std::string_view localeLanguage() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    const std::string_view set = value == nullptr ? "" : value;
    const bool speaks = !set.empty() && set != "C" && !set.starts_with("C.") && set != "POSIX";
    if (speaks) return set;
  }
  return {};
}

}  // namespace

std::string language(int argc, const char* const* argv) {
  const std::string_view given = givenLanguage(argc, argv);
  const std::string_view chosen = given.empty() ? localeLanguage() : given;
  for (const std::string_view traditional :
       {"zh_TW", "zh_HK", "zh_MO", "zh-TW", "zh-HK", "zh-Hant"}) {
    if (chosen.starts_with(traditional)) return "zh_TW";
  }
  return chosen.starts_with("en") ? "en" : "zh_CN";
}

}  // namespace moxian::cli
