#include "core/exchange/DocxReaderParts.h"

#include <array>
#include <filesystem>
#include <map>

#include "core/exchange/PackageReader.h"

namespace moxian {
namespace {

/// Targets by the last word of the relationship's type, which Transitional and Strict share.
using Relationships = std::map<std::string, std::string, std::less<>>;

std::string resolved(std::string_view folder, std::string_view target) {
  const std::filesystem::path path(target);
  const auto whole =
      path.is_absolute() ? path.relative_path() : std::filesystem::path(folder) / path;
  return whole.lexically_normal().generic_string();
}

Result<XmlPart> load(PackageReader& package, const std::string& name) {
  auto bytes = package.part(name);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) return nullptr;
  return parseXml(**bytes, package.subject(), name);
}

/// The relationships of the part `folder`/`file`; those that lead out of the package are left out.
Result<Relationships> relationships(PackageReader& package, const std::string& folder,
                                    const std::string& file) {
  const std::string name = resolved(folder, "_rels/" + file + ".rels");
  auto part = load(package, name);
  if (!part) return std::unexpected(part.error());
  Relationships targets;
  if (!*part) return targets;
  for (const pugi::xml_node node : (*part)->first_child().children("rel:Relationship")) {
    if (attribute(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute(node, "Type");
    targets.try_emplace(std::string(type.substr(type.rfind('/') + 1)),
                        resolved(folder, attribute(node, "Target")));
  }
  return targets;
}

Result<std::string> documentName(PackageReader& package) {
  const auto targets = relationships(package, "", "");
  if (!targets) return std::unexpected(targets.error());
  const auto found = targets->find("officeDocument");
  return found == targets->end() ? "word/document.xml" : found->second;
}

struct Wanted {
  std::string_view type;
  std::string_view usual;  ///< where writers put it, for packages that forgot the relationship
  XmlPart DocxParts::* into;
};

constexpr std::array kWanted = {
    Wanted{"styles", "styles.xml", &DocxParts::styles},
    Wanted{"numbering", "numbering.xml", &DocxParts::numbering},
    Wanted{"footnotes", "footnotes.xml", &DocxParts::footnotes},
    Wanted{"endnotes", "endnotes.xml", &DocxParts::endnotes},
    Wanted{"comments", "comments.xml", &DocxParts::comments},
    Wanted{"commentsExtended", "commentsExtended.xml", &DocxParts::commentsExtended},
};

}  // namespace

Result<DocxParts> loadDocxParts(std::string_view bytes, const std::string& subject) {
  auto package = PackageReader::open(bytes, subject);
  if (!package) return std::unexpected(package.error());
  const auto name = documentName(*package);
  if (!name) return std::unexpected(name.error());
  auto document = load(*package, *name);
  if (!document) return std::unexpected(document.error());
  if (!*document || !(*document)->child("w:document")) {
    return fail(ErrorCode::UnknownFormat, subject, "no document of a word processor inside");
  }
  DocxParts parts;
  parts.document = std::move(*document);
  const std::filesystem::path path(*name);
  const std::string folder = path.parent_path().generic_string();
  const auto targets = relationships(*package, folder, path.filename().generic_string());
  if (!targets) return std::unexpected(targets.error());
  for (const Wanted& wanted : kWanted) {
    const auto found = targets->find(wanted.type);
    auto part =
        load(*package, found == targets->end() ? resolved(folder, wanted.usual) : found->second);
    if (!part) return std::unexpected(part.error());
    parts.*wanted.into = std::move(*part);
  }
  const auto settings = targets->find("settings");
  auto part = load(
      *package, settings == targets->end() ? resolved(folder, "settings.xml") : settings->second);
  if (part) parts.settings = std::move(*part);
  return parts;
}

}  // namespace moxian
