#include "core/corpus/StarterFile.h"

#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

/// Reads one file line by line and keeps the first error.
class StarterReader {
 public:
  explicit StarterReader(const std::string& name) : m_name(name) {}

  Result<StarterFile> read(std::u16string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(u'\n', begin), text.size());
      ++m_line;
      if (auto done = line(text.substr(begin, end - begin)); !done) {
        return std::unexpected(done.error());
      }
      begin = end + 1;
    }
    if (m_file.field.empty()) return wrong("the file is empty");
    if (m_file.office.empty()) return wrong("line 2 must be '# 机关：…'");
    if (m_file.sentences.empty()) return wrong("no sentence");
    return std::move(m_file);
  }

 private:
  [[nodiscard]] std::unexpected<Error> wrong(const std::string& what) const {
    return fail(ErrorCode::ResourceInvalid, m_name, "line " + std::to_string(m_line) + ": " + what);
  }

  Result<void> line(std::u16string_view raw) {
    if (m_line == 1) return header(raw, u"# 领域：", m_file.field, "# 领域：…");
    if (m_line == 2) return header(raw, u"# 机关：", m_file.office, "# 机关：…");
    if (raw.find(u'\r') != raw.npos) return wrong("lines must end with LF alone");
    const std::u16string_view text = trimmed(raw);
    if (text.empty() || text.starts_with(u'#')) return {};
    if (text.starts_with(u'[')) return section(text);
    return sentence(text);
  }

  Result<void> header(std::u16string_view raw, std::u16string_view key, std::u16string& value,
                      const char* form) {
    if (raw.starts_with(key)) value = trimmed(raw.substr(key.size()));
    if (value.empty()) return wrong(std::string("expected '") + form + "'");
    return {};
  }

  Result<void> section(std::u16string_view text) {
    using Section = std::pair<std::u16string_view, Role>;
    static constexpr Section kSections[] = {
        {u"[intro]", Role::Intro},
        {u"[work_done]", Role::WorkDone},
        {u"[problems]", Role::Problems},
        {u"[next_steps]", Role::NextSteps},
        {u"[closing]", Role::Closing}};
    const auto* found = std::ranges::find(kSections, text, &Section::first);
    if (found == std::end(kSections)) return wrong("unknown section " + toUtf8(text));
    m_role = found->second;
    return {};
  }

  Result<void> sentence(std::u16string_view text) {
    if (!m_role) return wrong("a sentence before the first section");
    if (!text.ends_with(u'。') && !text.ends_with(u'；')) return wrong("no 。 or ； at the end");
    StarterSentence made{.role = *m_role, .text = {}, .slots = {}, .line = m_line};
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == u'〕') return wrong("〕 without 〔");
      if (text[at] != u'〔') {
        made.text += text[at];
        continue;
      }
      const std::size_t end = text.find(u'〕', at);
      if (end == text.npos) return wrong("〔 without 〕");
      if (auto done = slot(text.substr(at + 1, end - at - 1), made); !done) return done;
      at = end;
    }
    m_file.sentences.push_back(std::move(made));
    return {};
  }

  Result<void> slot(std::u16string_view inside, StarterSentence& into) {
    const std::size_t colon = inside.find(u':');
    if (colon == inside.npos) return wrong("slot without kind: " + toUtf8(inside));
    const std::string kind = toUtf8(inside.substr(0, colon));
    const std::u16string_view hint = inside.substr(colon + 1);
    if (!isSlotKind(kind)) return wrong("unknown slot kind '" + kind + "'");
    if (isBlank(hint) || hint.find(u'〔') != hint.npos) return wrong("slot without hint word");
    const std::size_t begin = into.text.size();
    into.text += u'〔';
    into.text += hint;
    into.text += u'〕';
    into.slots.push_back({{begin, into.text.size()}, kind});
    return {};
  }

  const std::string& m_name;
  StarterFile m_file;
  std::optional<Role> m_role;
  std::size_t m_line = 0;
};

}  // namespace

Result<StarterFile> parseStarter(std::string_view utf8, const std::string& name) {
  const std::u16string text = toUtf16(utf8);
  if (text.find(u'\uFFFD') != text.npos) {
    return fail(ErrorCode::ResourceInvalid, name, "not UTF-8");
  }
  return StarterReader(name).read(text);
}

Result<std::vector<fs::path>> starterFiles(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  fs::directory_iterator each(folder, error);
  for (const fs::directory_iterator end; !error && each != end; each.increment(error)) {
    if (each->path().extension() == ".txt") files.push_back(each->path());
  }
  if (error) return fail(ErrorCode::ResourceMissing, folder.string(), error.message());
  std::ranges::sort(files);
  return files;
}

}  // namespace moxian
