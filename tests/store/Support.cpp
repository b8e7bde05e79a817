#include "tests/store/Support.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "core/base/Utf.h"

namespace moxian::test {
namespace {

namespace fs = std::filesystem;

constexpr std::u16string_view kSentences[] = {
    u"云溪县政务服务中心全年受理事项",
    u"件，按时办结率保持在百分之九十九以上。",
    u"青岚区推进老旧小区改造，完成楼栋整修",
    u"处，群众满意度明显提升。",
    u"开展安全生产检查",
    u"次，督促整改隐患，未发生较大以上事故。",
    u"一是基层力量仍显不足，个别窗口等候时间偏长。",
    u"二是部分制度落实不够到位，需要持续跟进。",
    u"下一步，将健全台账管理，每季度通报进度。",
    u"临澜市建成便民服务点",
};

}  // namespace

void StoreTest::SetUp() {
  std::string name = (fs::temp_directory_path() / "moxian-store-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder = name;
}

void StoreTest::TearDown() {
  std::error_code ignored;
  fs::permissions(folder, fs::perms::owner_all, ignored);
  fs::remove_all(folder, ignored);
}

std::string StoreTest::bytes(const fs::path& path) const {
  return readFile(path).value_or("(unreadable)");
}

std::string StoreTest::listing() const {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  std::string out;
  for (const std::string& name : names) out += name + " ";
  return out;
}

ReadOnlyFolder::ReadOnlyFolder(const fs::path& folder) : m_folder(folder) {
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
}

ReadOnlyFolder::~ReadOnlyFolder() {
  std::error_code ignored;
  fs::permissions(m_folder, fs::perms::owner_all, ignored);
}

bool plainWrite(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(file.flush());
}

std::u16string report(std::size_t length, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::u16string out = u"云溪县政务服务局年度工作总结\n";
  while (out.size() < length) {
    for (auto left = 1 + random() % 5; left > 0; --left) {
      out += kSentences[random() % std::size(kSentences)];
      out += toUtf16(std::to_string(random() % 10000));
    }
    out += u"\n";
  }
  return out;
}

Draft fullDraft(std::size_t length, std::uint32_t seed) {
  Draft draft;
  draft.text = report(length, seed);
  draft.properties = {Script::Traditional, Encoding::Gb18030,  true, LineEnding::CrLf,
                      "annual-summary",    "云溪县政务服务局", 2024};
  draft.marks.changes = {{1, ChangeKind::Insertion, {3, 9}, "周同志", 1700000000000, 2},
                         {2, ChangeKind::Deletion, {9, 12}, "周同志", 1700000000001, 1}};
  draft.marks.comments = {
      {1, 0, {4, 8}, "吴科长", 1700000000002, u"数字请核对。", u"政务服务", CommentState::Open},
      {2, 1, {4, 8}, "周同志", 1700000000003, u"已核对。", u"", CommentState::Resolved}};
  draft.marks.dismissals = {{"style.slogan", u"再上新台阶", u"力争再上新台阶。", "周同志",
                             1700000000004, u"领导讲话原文"}};
  draft.marks.signOffs = {{SignLevel::First, "吴科长", 1700000000005, u"同意"},
                          {SignLevel::Final, "周局长", 1700000000006, u""}};
  draft.marks.tracking = true;
  draft.marks.settled = {
      {{u"数字|", u"数据", false, "周同志", 1700000000007},
       u"一、主要工作",
       true,
       "吴科长",
       1700000000008},
      {{u"移走的一句。", u"", true, "周同志", 1700000000009}, u"", false, "吴科长", 1700000000010}};
  return draft;
}

}  // namespace moxian::test
