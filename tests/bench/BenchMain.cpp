// Runs the benchmarks and, beside them in the same run, the programs that people would use instead:
// pandoc (md → docx) and LibreOffice (txt → docx, → pdf), each as a fresh process on the same draft.
// Their times stand beside two of ours: the export as the editor does it, in a process that runs
// already, and a whole run of `moxian-cli export`.
// usage: moxian_bench [Google Benchmark options]
//        moxian_bench import SENTENCES   import and search on a large corpus alone
//        moxian_bench grow [FOLDER]      completion and search at 10,000, 100,000 and 1,000,000
//                                        sentences; FOLDER keeps the corpora for the next run
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "tests/bench/Drafts.h"
#include "tests/bench/GrowthBench.h"
#include "tests/bench/ImportBench.h"
#include "tests/bench/RuleBench.h"

namespace {

namespace fs = std::filesystem;

/// Seconds of the best of three runs of a shell command; negative if it fails.
double seconds(const std::string& command) {
  double best = -1;
  for (int run = 0; run < 3; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) return -1;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (best < 0 || took.count() < best) best = took.count();
  }
  return best;
}

/// Seconds of the best of three exports in this process; negative if one fails.
double secondsHere(const std::u16string& text, const fs::path& file) {
  double best = -1;
  for (int run = 0; run < 3; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const auto outline = moxian::bench::reader().read(text, moxian::Lines(text));
    if (!moxian::exportFile(file, text, outline, {})) return -1;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (best < 0 || took.count() < best) best = took.count();
  }
  return best;
}

struct Ours {
  double here;     ///< in this process
  double process;  ///< as a process of its own
};

void compare(const std::string& what, Ours ours, const std::string& program, double theirs) {
  std::cout << what << ": editor " << ours.here << " s, moxian-cli " << ours.process << " s, "
            << program << ' ';
  if (theirs < 0) {
    std::cout << "is not installed\n";
  } else {
    std::cout << theirs << " s, ratios " << theirs / ours.here << " and " << theirs / ours.process
              << '\n';
  }
}

void compareExports(const fs::path& cli) {
  std::string pattern = (fs::temp_directory_path() / "moxian-bench-XXXXXX").string();
  const fs::path folder = ::mkdtemp(pattern.data());
  // Markdown wants a blank line between paragraphs
  const std::u16string draft = moxian::bench::Drafts().report(60'000);
  const std::string text = moxian::toUtf8(draft);
  std::string markdown;
  for (const char c : text) markdown += c == '\n' ? std::string("\n\n") : std::string(1, c);
  if (!moxian::writeFile(folder / "draft.txt", text) ||
      !moxian::writeFile(folder / "draft.md", markdown)) {
    return;
  }
  const std::string in = "cd " + folder.string() + " && ";
  const std::string office = in + "soffice --headless -env:UserInstallation=file://" +
                             folder.string() + "/profile --convert-to ";
  const Ours docx{secondsHere(draft, folder / "e.docx"),
                  seconds(in + cli.string() + " export draft.txt -o a.docx")};
  const Ours pdf{secondsHere(draft, folder / "e.pdf"),
                 seconds(in + cli.string() + " export draft.txt -o a.pdf")};
  std::cout << "\nOne draft of 60,000 characters, best of three:\n";
  compare("DOCX", docx, "pandoc", seconds(in + "pandoc draft.md -o b.docx"));
  compare("DOCX", docx, "soffice", seconds(office + "docx draft.txt --outdir c"));
  compare("PDF", pdf, "soffice", seconds(office + "pdf a.docx --outdir d"));
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "import") {
    moxian::bench::importMany(std::stoul(argv[2]));
    return 0;
  }
  if (argc >= 2 && std::string(argv[1]) == "grow") {
    moxian::bench::growTo({10'000, 100'000, 1'000'000}, argc > 2 ? argv[2] : "");
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  moxian::bench::registerRules();
  benchmark::RunSpecifiedBenchmarks();
  compareExports(fs::absolute(fs::path(argv[0])).parent_path() / "moxian-cli");
}
