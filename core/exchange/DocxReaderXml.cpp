#include "core/exchange/DocxReaderXml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <ranges>
#include <vector>

namespace moxian {
namespace {

using namespace std::string_view_literals;

struct Namespace {
  std::string_view uri;
  std::string_view prefix;
};

// ECMA-376 Transitional and Strict, and the extensions that MS-DOCX 2.2 documents
constexpr std::array kNamespaces = {
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
    Namespace{"http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    Namespace{"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    // what Word wrote before its 2013 version was finished
    Namespace{"http://schemas.microsoft.com/office/word/2010/11/wordml", "w15"},
    Namespace{"urn:schemas-microsoft-com:vml", "v"},
    Namespace{"urn:schemas-microsoft-com:office:office", "o"},
};

bool isUsualPrefix(std::string_view prefix) {
  return std::ranges::find(kNamespaces, prefix, &Namespace::prefix) != kNamespaces.end();
}

/// The prefix that names declared with `prefix` get; empty if they stay as they are. A namespace
/// not listed must not pass for a listed one by its prefix.
std::string_view usualPrefix(std::string_view prefix, std::string_view uri) {
  const auto* found = std::ranges::find(kNamespaces, uri, &Namespace::uri);
  if (found == kNamespaces.end()) return isUsualPrefix(prefix) ? "foreign"sv : ""sv;
  return found->prefix == prefix ? ""sv : found->prefix;
}

/// Gives names their usual prefixes, element by element in document order.
class Renamer {
 public:
  void enter(pugi::xml_node node, std::size_t depth) {
    leave(depth);
    for (const pugi::xml_attribute a : node.attributes()) {
      const std::string_view name = a.name();
      if (name == "xmlns") declare({}, a.value(), depth);
      if (name.starts_with("xmlns:")) declare(name.substr(6), a.value(), depth);
    }
    if (const std::string to = renamed(node.name(), true); !to.empty()) node.set_name(to.c_str());
    for (pugi::xml_attribute a : node.attributes()) {
      if (const std::string to = renamed(a.name(), false); !to.empty()) a.set_name(to.c_str());
    }
  }

 private:
  struct Declaration {
    std::string prefix;
    std::size_t depth;
  };

  void declare(std::string_view prefix, std::string_view uri, std::size_t depth) {
    m_bindings[std::string(prefix)].push_back(usualPrefix(prefix, uri));
    m_declarations.push_back({std::string(prefix), depth});
  }

  /// Forgets what elements that are closed by now declared.
  void leave(std::size_t depth) {
    while (!m_declarations.empty() && m_declarations.back().depth >= depth) {
      m_bindings[m_declarations.back().prefix].pop_back();
      m_declarations.pop_back();
    }
  }

  /// The usual name; empty if the name is usual already or its prefix was never declared.
  std::string renamed(std::string_view name, bool element) const {
    if (name.starts_with("xml")) return {};
    const std::size_t colon = name.find(':');
    if (colon == name.npos && !element) return {};
    const std::string_view prefix = colon == name.npos ? ""sv : name.substr(0, colon);
    const auto found = m_bindings.find(prefix);
    if (found == m_bindings.end() || found->second.empty()) return {};
    const std::string_view usual = found->second.back();
    if (usual.empty()) return {};
    return std::string(usual) + ':' + std::string(name.substr(colon == name.npos ? 0 : colon + 1));
  }

  std::map<std::string, std::vector<std::string_view>, std::less<>> m_bindings;
  std::vector<Declaration> m_declarations;
};

/// Visits elements without recursion; false if they are nested too deeply.
bool renameAll(pugi::xml_document& document) {
  Renamer renamer;
  std::size_t depth = 0;
  for (pugi::xml_node node = document.first_child(); node && node != document;) {
    if (node.type() == pugi::node_element) renamer.enter(node, depth);
    if (node.first_child()) {
      if (++depth > kXmlDepth) return false;
      node = node.first_child();
      continue;
    }
    while (node != document && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node != document) node = node.next_sibling();
  }
  return true;
}

bool hasDoctype(const pugi::xml_document& document) {
  return std::ranges::any_of(
      document.children(), [](pugi::xml_node child) { return child.type() == pugi::node_doctype; });
}

}  // namespace

Result<XmlPart> parseXml(const std::string& bytes, const std::string& subject,
                         const std::string& part) {
  if (static_cast<std::size_t>(std::ranges::count(bytes, '<')) > kXmlTags) {
    return fail(ErrorCode::FileTooLarge, subject, part + " has too many elements");
  }
  auto document = std::make_unique<pugi::xml_document>();
  // text of nothing but spaces counts where it is all that an element holds
  constexpr unsigned kFlags =
      pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  const auto parsed = document->load_buffer(bytes.data(), bytes.size(), kFlags);
  if (hasDoctype(*document)) {
    return fail(ErrorCode::DamagedFile, subject, part + " declares a document type");
  }
  if (!parsed) {
    return fail(ErrorCode::DamagedFile, subject,
                part + ": " + parsed.description() + " at byte " + std::to_string(parsed.offset));
  }
  if (!renameAll(*document)) {
    return fail(ErrorCode::DamagedFile, subject, part + " is nested too deeply");
  }
  return document;
}

std::string_view attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

std::optional<int> number(pugi::xml_node node, const char* name) {
  const std::string_view digits = attribute(node, name);
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || read.ec != std::errc{}) return std::nullopt;
  return value;
}

bool isOn(pugi::xml_node toggle) {
  if (!toggle) return false;
  const std::string_view value = attribute(toggle, "w:val");
  return value != "0" && value != "false" && value != "off";
}

pugi::xml_node chosenBranch(pugi::xml_node alternateContent) {
  for (const pugi::xml_node choice : alternateContent.children("mc:Choice")) {
    // prefixes between spaces; files use the usual ones for what matters here
    auto needed = attribute(choice, "Requires") | std::views::split(' ');
    if (std::ranges::all_of(needed, [](auto prefix) {
          return prefix.empty() || isUsualPrefix(std::string_view(prefix));
        })) {
      return choice;
    }
  }
  const pugi::xml_node fallback = alternateContent.child("mc:Fallback");
  return fallback ? fallback : alternateContent.child("mc:Choice");
}

}  // namespace moxian
