// A thousand random corruptions of a document: each must be harmless or reported.
#include <array>
#include <iostream>
#include <random>

#include "core/store/MoxianFile.h"
#include "core/store/Salvage.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::fullDraft;
using test::ok;

constexpr std::size_t kPage = 4096;
constexpr std::uint32_t kVersions = 6;

class CorruptionTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    path = folder / "a.moxian";
    const std::string original(9000, 'o');
    SaveRequest request;
    request.attachments = {{"b.docx", std::as_bytes(std::span(original))}};
    Draft draft = fullDraft(12000);
    auto file = MoxianFile::create(path, draft, request);
    ASSERT_TRUE(ok(file));
    for (std::uint32_t i = 0; i < kVersions; ++i) {
      draft.text.insert(i * 1700, u"第几次修改，补充情况。");
      texts.push_back(draft.text);
      request = {};
      request.version = NewVersion{VersionKind::Named, "第" + std::to_string(i) + "稿", {}, {}};
      ASSERT_TRUE(ok(file->save(draft, request)));
    }
    saved = draft;
    versions = file->versions();
    whole = bytes(path);
  }

  /// A place in the file: the header, the list of tables, the start of a page or anywhere.
  std::size_t place() {
    switch (random() % 4) {
      case 0:
        return random() % 100;
      case 1:
        return random() % kPage;
      case 2:
        return random() % (whole.size() / kPage) * kPage + random() % 64;
      default:
        return random() % whole.size();
    }
  }

  std::string corrupted() {
    std::string out = whole;
    switch (random() % 6) {
      case 0:
      case 1:  // a flipped bit
        out[place()] ^= static_cast<char>(1U << random() % 8);
        break;
      case 2:  // a sector of zeros
        for (std::size_t i = place() / 512 * 512, end = std::min(i + 512, out.size()); i < end;
             ++i) {
          out[i] = 0;
        }
        break;
      case 3:  // a run of other bytes
        for (std::size_t i = place(), end = std::min(i + 1 + random() % 64, out.size()); i < end;
             ++i) {
          out[i] = static_cast<char>(random());
        }
        break;
      case 4:  // a shorter file
        out.resize(place());
        break;
      default: {  // two pages changed round
        const std::size_t pages = out.size() / kPage;
        const std::size_t a = random() % pages * kPage;
        const std::size_t b = random() % pages * kPage;
        std::swap_ranges(out.begin() + static_cast<std::ptrdiff_t>(a),
                         out.begin() + static_cast<std::ptrdiff_t>(a + kPage),
                         out.begin() + static_cast<std::ptrdiff_t>(b));
      }
    }
    return out;
  }

  /// What opening gives that is neither the truth nor told to be doubtful; empty if nothing.
  std::string silentlyWrong(const MoxianFile::Opened& opened) {
    const DocumentDamage& damage = opened.file.damage();
    if (opened.draft.text != saved.text) return "text";
    if (!damage.properties && opened.draft.properties != saved.properties) return "properties";
    if (!damage.changes && opened.draft.marks.changes != saved.marks.changes) return "changes";
    if (!damage.comments && opened.draft.marks.comments != saved.marks.comments) return "comments";
    if (!damage.dismissals && opened.draft.marks.dismissals != saved.marks.dismissals) {
      return "dismissals";
    }
    if (!damage.review && (opened.draft.marks.signOffs != saved.marks.signOffs ||
                           opened.draft.marks.tracking != saved.marks.tracking ||
                           opened.draft.marks.settled != saved.marks.settled)) {
      return "review";
    }
    if (!damage.versionList && opened.file.versions() != versions) return "versions";
    for (std::size_t i = 0; !damage.versionList && i < versions.size(); ++i) {
      const auto text = opened.file.versionText(versions[i].id);
      if (text && *text != texts[i]) return "version text";
      if (!text && !std::ranges::contains(damage.versions, versions[i].id)) return "lost version";
    }
    if (!damage.attachmentList && damage.attachments.empty() &&
        opened.file.attachment(1) != std::string(9000, 'o')) {
      return "attachment";
    }
    return {};
  }

  bool isATextOfOurs(const std::u16string& text) const {
    return text == fullDraft(12000).text || std::ranges::contains(texts, text);
  }

  fs::path path;
  Draft saved;
  std::vector<std::u16string> texts;
  std::vector<VersionInfo> versions;
  std::string whole;
  std::mt19937 random{20240601};
};

TEST_F(CorruptionTest, AThousandCorruptionsAreHarmlessOrReported) {
  int harmless = 0;
  int refused = 0;
  int told = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string bytes = corrupted();
    ASSERT_TRUE(test::plainWrite(path, bytes));
    const auto opened = MoxianFile::open(path);
    if (!opened) {
      ++refused;
      continue;
    }
    EXPECT_EQ(silentlyWrong(*opened), "") << "corruption " << i;
    ++(opened->file.damage().any() ? told : harmless);
  }
  std::cout << "1000 corruptions: " << harmless << " harmless, " << told
            << " opened with the damage told, " << refused
            << " refused with a sentence, silently wrong text: 0\n";
}

TEST_F(CorruptionTest, ASilentBitFlipInTheTextIsReported) {
  const std::u16string& last = texts.back();
  int read = 0;
  for (int i = 0; i < 40; ++i) {
    // Eight characters of the newest text, wherever passages of it lie.
    const std::u16string words = last.substr(random() % (last.size() - 8), 8);
    const std::string_view searched(reinterpret_cast<const char*>(words.data()), 16);
    const std::size_t at = whole.find(searched);
    if (at == whole.npos) continue;  // cut by the end of a page
    std::string bytes = whole;
    bytes[at + random() % 16] ^= static_cast<char>(1U << random() % 8);
    ASSERT_TRUE(test::plainWrite(path, bytes));
    const auto opened = MoxianFile::open(path);
    ++read;
    if (opened) {
      EXPECT_EQ(silentlyWrong(*opened), "") << "flip " << i;
      EXPECT_TRUE(opened->file.damage().any()) << "flip " << i;
    } else {
      EXPECT_EQ(opened.error().code, ErrorCode::DamagedDocument);
      const auto rest = salvage(path);
      ASSERT_TRUE(ok(rest));
      EXPECT_FALSE(rest->draft.whole);
      EXPECT_EQ(rest->draft.doubtful, 1U);
    }
  }
  EXPECT_GT(read, 20);
}

TEST_F(CorruptionTest, SavingOverADamagedFileHarmsNoText) {
  for (int i = 0; i < 60; ++i) {
    ASSERT_TRUE(test::plainWrite(path, corrupted()));
    auto opened = MoxianFile::open(path);
    if (!opened) continue;
    Draft next = saved;
    next.text.insert(100, u"又改一处。");
    if (!opened->file.save(next)) continue;
    const auto again = MoxianFile::open(path);
    ASSERT_TRUE(ok(again)) << "corruption " << i;
    EXPECT_EQ(again->draft.text, next.text);
    EXPECT_FALSE(again->file.damage().any()) << "corruption " << i;
  }
}

TEST_F(CorruptionTest, AFileDamagedWhileItIsOpenIsNotSavedAsWhole) {
  int savedWhole = 0;
  for (int i = 0; i < 60; ++i) {
    ASSERT_TRUE(test::plainWrite(path, whole));
    auto opened = MoxianFile::open(path);
    ASSERT_TRUE(ok(opened));
    ASSERT_TRUE(test::plainWrite(path, corrupted()));
    Draft next = saved;
    next.text.insert(100, u"又改一处。");
    if (!opened->file.save(next)) continue;
    const auto again = MoxianFile::open(path);
    // A save that is told to have succeeded keeps the text, whatever lies around it.
    ASSERT_TRUE(ok(again)) << "corruption " << i;
    EXPECT_EQ(again->draft.text, next.text);
    ++savedWhole;
  }
  EXPECT_GT(savedWhole, 0);
}

TEST_F(CorruptionTest, SalvageCallsNoTextWholeThatIsNot) {
  int withDraft = 0;
  int withGoodVersion = 0;
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(test::plainWrite(path, corrupted()));
    const auto all = salvage(path);
    if (!all) continue;
    if (all->draft.whole) {
      EXPECT_EQ(all->draft.text, saved.text) << "corruption " << i;
      ++withDraft;
    }
    for (const SalvagedVersion& version : all->versions) {
      EXPECT_TRUE(!version.text.whole || isATextOfOurs(version.text.text)) << "corruption " << i;
    }
    if (all->lastGood() != nullptr) ++withGoodVersion;
  }
  std::cout << "100 corruptions salvaged: draft whole in " << withDraft << ", a good version in "
            << withGoodVersion << '\n';
}

}  // namespace
}  // namespace moxian
