#include "core/exchange/PageTemplate.h"

#include <format>
#include <optional>
#include <toml++/toml.hpp>

#include "core/base/Files.h"
#include "core/base/Resources.h"

namespace moxian {
namespace {

/// Reads values of a template and remembers the first key that is missing or of the wrong kind.
class TemplateReader {
 public:
  TemplateReader(const toml::table& root, Script script)
      : m_root(root),
        m_faces(script == Script::Traditional ? "faces.traditional." : "faces.simplified.") {}

  PageTemplate read() {
    PageTemplate page;
    readPage(page);
    readSizes(page);
    readFaces(page);
    return page;
  }
  [[nodiscard]] const std::optional<std::string>& firstProblem() const { return m_problem; }

 private:
  void readPage(PageTemplate& page) {
    page.width = length("page.width", 1);
    page.height = length("page.height", 1);
    page.top = length("page.top", 0);
    page.right = length("page.right", 0);
    page.bottom = length("page.bottom", 0);
    page.left = length("page.left", 0);
    page.footer = length("page.footer", 0);
    page.lines = length("grid.lines", 0);
    page.characters = length("grid.characters", 0);
    page.linePitch = length("grid.line_pitch", 100);
    page.characterSpacing = length("grid.character_spacing", -100);
    if (page.left + page.right + 1440 > page.width) complain("page.width");
    if (page.top + page.bottom + 2 * page.linePitch > page.height) complain("page.height");
  }

  void readSizes(PageTemplate& page) {
    page.bodySize = size("sizes.body");
    page.titleSize = size("sizes.title");
    for (std::size_t i = 0; i < PageTemplate::kLevels; ++i) {
      page.headingSizes.at(i) = size(std::format("sizes.headings[{}]", i));
    }
    page.pageNumberSize = size("sizes.page_number");
    page.tableSize = size("sizes.table");
    page.tablePitch = length("sizes.table_pitch", 100);
  }

  void readFaces(PageTemplate& page) {
    page.body = faceOf("parts.body");
    page.title = faceOf("parts.title");
    page.subtitle = faceOf("parts.subtitle");
    for (std::size_t i = 0; i < PageTemplate::kLevels; ++i) {
      page.headings.at(i) = faceOf(std::format("parts.headings[{}]", i));
    }
    page.attachmentMark = faceOf("parts.attachment_mark");
    page.tableHead = faceOf("parts.table_head");
    page.pageNumber = faceOf("parts.page_number");
    page.latin = faceOf("parts.latin");
  }

  Face faceOf(const std::string& part) {
    const std::string key = m_faces + text(part);
    Face face;
    face.document = text(key + ".document");
    face.installed = texts(key + ".installed");
    face.standIns = texts(key + ".stand_ins");
    face.boldStandIn = m_root.at_path(key + ".bold_stand_in").value_or(false);
    face.boldDocument = m_root.at_path(key + ".bold_document").value_or(false);
    return face;
  }

  int length(const std::string& key, int least) {
    const auto value = m_root.at_path(key).value<int>();
    if (!value || *value < least || *value > 40000) complain(key);
    return value.value_or(least);
  }
  double size(const std::string& key) {
    const auto value = m_root.at_path(key).value<double>();
    if (!value || *value < 4 || *value > 96) complain(key);
    return value.value_or(4);
  }
  std::string text(const std::string& key) {
    const auto value = m_root.at_path(key).value<std::string>();
    if (!value) complain(key);
    return value.value_or("");
  }
  std::vector<std::string> texts(const std::string& key) {
    std::vector<std::string> all;
    const auto* array = m_root.at_path(key).as_array();
    if (array == nullptr) complain(key);
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      all.push_back(text(std::format("{}[{}]", key, i)));
    }
    return all;
  }
  void complain(const std::string& key) {
    if (!m_problem) m_problem = key;
  }

  const toml::table& m_root;
  std::string m_faces;
  std::optional<std::string> m_problem;
};

}  // namespace

Result<PageTemplate> PageTemplate::load(Layout layout, Script script) {
  const char* file = layout == Layout::Gb9704 ? "gb9704.toml" : "plain.toml";
  const auto path = resourceRoot() / "templates" / file;
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  try {
    const toml::table root = toml::parse(*bytes);
    TemplateReader reader(root, script);
    PageTemplate page = reader.read();
    if (reader.firstProblem()) {
      return fail(ErrorCode::ResourceInvalid, path.string(), *reader.firstProblem());
    }
    return page;
  } catch (const toml::parse_error& e) {
    return fail(ErrorCode::ResourceInvalid, path.string(),
                std::format("line {}: {}", e.source().begin.line, e.description()));
  }
}

}  // namespace moxian
