// Prints the text that importing a file gives, or its error on stderr.
// usage: moxian_import_text FILE

#include <cstdio>

#include "core/base/Messages.h"
#include "core/base/Utf.h"
#include "core/exchange/Import.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto imported = moxian::importFile(argv[1]);
  if (!imported) {
    const auto& error = imported.error();
    std::fprintf(stderr, "%s (%s)\n", std::string(moxian::name(error.code)).c_str(), error.detail.c_str());
    return 1;
  }
  std::fputs(moxian::toUtf8(imported->text).c_str(), stdout);
  for (const auto& loss : imported->losses) std::fprintf(stderr, "%s %zu\n", loss.key.c_str(), loss.count);
  return 0;
}
