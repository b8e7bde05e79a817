// Types and saves over the classes that the desktop program uses, to be killed at any moment.
//
// usage: moxian_store_driver type FOLDER SEED [KEYS-A-SECOND]   until it is killed
//        moxian_store_driver look FOLDER                         begins a log for another typist
//        moxian_store_driver verify FOLDER [MILLISECONDS]        after it was; prints a line
//
// FOLDER holds the document (docs/draft.moxian, docs/draft.txt or none, by SEED), the journals and
// what an observer knows, in a file "log": the text that typing began from, each key with its time
// and each save, written before and after it happens. It does not go through the classes under
// test. verify: exit 0 if the document is whole and not older than the last save that was told
// done, and document and journal together give the typed text up to the last second before the
// kill, or the last so many milliseconds: a machine that stands still costs more than the program.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>
#include <thread>

#include "core/base/Utf.h"
#include "core/store/OpenDocument.h"

namespace {

namespace fs = std::filesystem;
using namespace moxian;
using namespace std::chrono_literals;

constexpr std::u16string_view kWords[] = {u"完成",     u"工作", u"云溪县", u"服务群众",
                                          u"，",       u"。\n", u"全年",   u"推进",
                                          u"整改落实", u"12",   u"件",     u"……"};

/// Milliseconds of a clock that nobody sets.
long long now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

[[noreturn]] void stop(const std::string& why) {
  std::cerr << why << '\n';
  std::exit(3);
}

template <class T>
T orStop(Result<T> result, const std::string& what) {
  if (result) return std::move(*result);
  stop(what + ": " + std::to_string(static_cast<int>(result.error().code)) + " " +
       result.error().subject + " " + result.error().detail);
}

struct Places {
  explicit Places(fs::path folder) : root(std::move(folder)) {}
  fs::path root;
  [[nodiscard]] fs::path log() const { return root / "log"; }
  /// Where the draft lies, from a file "kind" that `type` writes first; empty for none.
  [[nodiscard]] fs::path document() const {
    const std::string name = readFile(root / "kind").value_or("");
    return name.empty() ? fs::path() : root / "docs" / name;
  }
  [[nodiscard]] StoreSettings settings() const {
    StoreSettings out;
    out.user = "driver";
    out.journals = root / "journals";
    out.locks = root / "locks";
    out.versions.interval = 0;
    return out;
  }
};

/// Appends lines that are with the system when the call returns. A new log replaces the old one
/// when its first line stands.
class Log {
 public:
  Log(const fs::path& path, const std::u16string& onDisk, const std::u16string& base)
      : m_file(::open((path.string() + ".new").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644)) {
    line("o " + toUtf8(onDisk));
    line("b " + toUtf8(base));
    fs::rename(path.string() + ".new", path);
  }
  void line(std::string whole) {
    std::ranges::replace(whole, '\n', '|');
    whole += '\n';
    if (::write(m_file.get(), whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) {
      stop("the observer cannot write");
    }
  }

 private:
  Descriptor m_file;
};

/// The document or what a kill left of it, and that as the observer's new base.
OpenDocument::Opened begin(const Places& places) {
  auto left = orStop(recoverable(places.root / "journals"), "recoverable");
  const fs::path document = places.document();
  auto opened = [&] {
    if (!left.empty() && left.front().content()) {
      return orStop(OpenDocument::recover(left.front(), places.settings()), "recover");
    }
    if (!document.empty() && fs::exists(document)) {
      return orStop(OpenDocument::open(document, places.settings()), "open");
    }
    return OpenDocument::Opened{OpenDocument::untitled(places.settings()), {}};
  }();
  if (opened.document.readOnly()) stop("the lock of a killed program binds");
  return opened;
}

std::u16string onDisk(const Places& places) {
  const fs::path document = places.document();
  const bool there = !document.empty() && fs::exists(document);
  return there ? orStop(textInFile(document, Encoding::Utf8), "read") : std::u16string();
}

/// Begins the log for the desktop program, in whose window somebody else types. Prints whether it
/// will offer something to recover. A document that should be there and is not is made.
int look(const Places& places) {
  const fs::path document = places.document();
  const auto left = orStop(recoverable(places.root / "journals"), "recoverable");
  const bool offered = !left.empty() && left.front().content();
  if (!document.empty() && !fs::exists(document) && !offered) {
    Draft draft;
    draft.text = u"begin\n";
    (void)orStop(OpenDocument::untitled(places.settings()).saveAs(document, draft), "saveAs");
  }
  const std::u16string text = onDisk(places);
  const Log log(places.log(), text, offered ? left.front().content()->text : text);
  std::cout << left.size() << '\n';
  return 0;
}

void type(const Places& places, unsigned seed, int keysASecond) {
  std::mt19937 random(seed);
  auto opened = begin(places);
  Draft& draft = opened.loaded.draft;
  const fs::path document = places.document();
  Log log(places.log(), onDisk(places), draft.text);
  auto nextSave = std::chrono::steady_clock::now() + std::chrono::milliseconds(random() % 300);
  for (long long edits = 0;; ++edits) {
    const std::u16string_view word = kWords[random() % std::size(kWords)];
    const bool erase = random() % 8 == 0 || draft.text.size() > 60'000;
    const std::size_t offset =
        random() % 50 == 0 ? random() % (draft.text.size() + 1) : draft.text.size();
    const std::size_t from =
        erase ? offset - std::min<std::size_t>(offset, random() % 200) : offset;
    const std::u16string_view inserted = erase ? std::u16string_view() : word;
    std::ostringstream line;
    line << "e " << now() << ' ' << from << ' ' << offset - from << ' ' << toUtf8(inserted);
    log.line(line.str());
    draft.text.replace(from, offset - from, inserted);
    opened.document.edited(from, offset - from, inserted);
    if (!document.empty() && std::chrono::steady_clock::now() >= nextSave) {
      log.line("s " + std::to_string(edits + 1));
      const auto saved = opened.document.named() ? opened.document.save(draft)
                                                 : opened.document.saveAs(document, draft);
      (void)orStop(saved, "save");
      log.line("d " + std::to_string(edits + 1));
      nextSave = std::chrono::steady_clock::now() + std::chrono::milliseconds(random() % 400);
    }
    if (keysASecond > 0) std::this_thread::sleep_for(1'000'000us / keysASecond);
  }
}

/// What the observer knows: the text after each edit, by its hash.
struct Observed {
  Hash onDisk{};             ///< of the document when typing began: older than a recovered draft
  std::vector<Hash> states;  ///< states[n]: after n edits
  std::vector<long long> times;  ///< of edit n
  std::size_t begun = 0;         ///< edits when the last save began
  std::size_t done = 0;          ///< edits in the last save that was told done
};

Observed observed(const Places& places) {
  Observed out;
  std::u16string text;
  std::istringstream log(orStop(readFile(places.log()), "log"));
  for (std::string line; std::getline(log, line) && !log.eof();) {
    std::ranges::replace(line, '|', '\n');
    if (line[0] == 'o') out.onDisk = hashOf(toUtf16(std::string_view(line).substr(2)));
    if (line[0] == 'b') {
      text = toUtf16(std::string_view(line).substr(2));
      out.states.push_back(hashOf(text));
    }
    std::istringstream fields(line.substr(2));
    if (line[0] == 's') fields >> out.begun;
    if (line[0] == 'd') fields >> out.done;
    if (line[0] != 'e') continue;
    long long time = 0;
    std::size_t from = 0;
    std::size_t removed = 0;
    fields >> time >> from >> removed;
    fields.get();
    std::ostringstream inserted;
    inserted << fields.rdbuf();
    text.replace(from, removed, toUtf16(inserted.str()));
    out.times.push_back(time);
    out.states.push_back(hashOf(text));
  }
  return out;
}

/// How many edits a text holds; nothing if it is none that was ever typed. A text can occur twice:
/// the last time counts.
std::optional<std::size_t> editsIn(const Observed& all, const std::u16string& text) {
  const Hash hash = hashOf(text);
  for (std::size_t n = all.states.size(); n-- > 0;) {
    if (all.states[n] == hash) return n;
  }
  return {};
}

/// The document alone: how many edits it holds, nothing if it is older than the draft that typing
/// began from. Throws what is wrong with it.
std::optional<std::size_t> verifyDocument(const Places& places, const Observed& all) {
  const fs::path document = places.document();
  if (document.empty() || !fs::exists(document)) {
    if (all.done > 0) throw std::runtime_error("document lost");
    return editsIn(all, {});
  }
  std::u16string text;
  if (documentFormatOf(document) == DocumentFormat::Moxian) {
    auto opened = MoxianFile::open(document);
    if (!opened) throw std::runtime_error("document damaged: " + opened.error().detail);
    if (opened->file.damage().any()) throw std::runtime_error("document damaged in part");
    for (const VersionInfo& version : opened->file.versions()) {
      if (!opened->file.versionText(version.id)) throw std::runtime_error("version damaged");
    }
    text = opened->draft.text;
  } else {
    auto read = textInFile(document, Encoding::Utf8);
    if (!read) throw std::runtime_error("document unreadable");
    text = std::move(*read);
  }
  const auto edits = editsIn(all, text);
  if (!edits && all.done == 0 && hashOf(text) == all.onDisk) return {};
  if (!edits) throw std::runtime_error("document holds a text that was never typed");
  if (*edits < all.done) throw std::runtime_error("document older than the last save");
  return edits;
}

int verify(const Places& places, long long limit) {
  const Observed all = observed(places);
  const std::size_t typed = all.times.size();
  try {
    std::optional<std::size_t> kept = verifyDocument(places, all);
    auto left = orStop(recoverable(places.root / "journals"), "recoverable");
    if (left.size() > 1) throw std::runtime_error("more than one journal");
    if (!left.empty()) {
      if (!left.front().content()) throw std::runtime_error("journal unreadable");
      const auto edits = editsIn(all, left.front().content()->text);
      if (!edits) throw std::runtime_error("journal holds a text that was never typed");
      const BaseState base = left.front().base();
      if (base == BaseState::Changed || base == BaseState::Missing) {
        throw std::runtime_error("journal does not fit its document");
      }
      kept = std::max(kept.value_or(0), *edits);
    }
    if (!kept) throw std::runtime_error("the draft that typing began from is lost");
    const long long lost = *kept < typed ? all.times.back() - all.times[*kept] : 0;
    std::cout << "edits " << typed << " lost-edits " << typed - *kept << " lost-ms " << lost
              << " during-save " << (all.begun > all.done ? 1 : 0) << '\n';
    if (lost > limit) throw std::runtime_error("more than the last second lost");
    return 0;
  } catch (const std::runtime_error& wrong) {
    std::cout << "WRONG " << wrong.what() << '\n';
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() >= 2 && arguments[0] == "verify") {
    return verify(Places(arguments[1]), arguments.size() > 2 ? std::stoll(arguments[2]) : 1000);
  }
  if (arguments.size() == 2 && arguments[0] == "look") return look(Places(arguments[1]));
  if (arguments.size() < 3 || arguments[0] != "type") return 2;
  const Places places(arguments[1]);
  const unsigned seed = static_cast<unsigned>(std::stoul(arguments[2]));
  type(places, seed, arguments.size() > 3 ? std::stoi(arguments[3]) : 2000);
}
