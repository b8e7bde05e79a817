#include "core/exchange/DocxReaderContext.h"

#include <algorithm>
#include <array>

#include "core/base/Utf.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

struct ActName {
  std::string_view element;
  DocxChange::Act act;
};
constexpr std::array kActs = {
    ActName{"w:ins", DocxChange::Act::Insert}, ActName{"w:del", DocxChange::Act::Delete},
    ActName{"w:moveFrom", DocxChange::Act::MoveFrom}, ActName{"w:moveTo", DocxChange::Act::MoveTo}};

struct LossName {
  std::string_view element;
  Loss loss;
};
constexpr std::array kLosses = {
    LossName{"pic:pic", Loss::Pictures},
    LossName{"v:imagedata", Loss::Pictures},
    LossName{"c:chart", Loss::Charts},
    LossName{"cx:chart", Loss::Charts},
    LossName{"dgm:relIds", Loss::Diagrams},
    LossName{"m:oMath", Loss::Equations},
    LossName{"w:object", Loss::Objects},
    LossName{"w:altChunk", Loss::Embedded},
    LossName{"w:subDoc", Loss::Embedded},
    LossName{"w:headerReference", Loss::HeadersFooters},
    LossName{"w:footerReference", Loss::HeadersFooters},
    LossName{"w:ruby", Loss::Phonetics},
    LossName{"w:rPrChange", Loss::FormattingChanges},
    LossName{"w:pPrChange", Loss::FormattingChanges},
    LossName{"w:sectPrChange", Loss::FormattingChanges},
    LossName{"w:tblPrChange", Loss::FormattingChanges},
    LossName{"w:tblPrExChange", Loss::FormattingChanges},
    LossName{"w:tblGridChange", Loss::FormattingChanges},
    LossName{"w:trPrChange", Loss::FormattingChanges},
    LossName{"w:tcPrChange", Loss::FormattingChanges},
    LossName{"w:numberingChange", Loss::FormattingChanges},
    LossName{"w:cellIns", Loss::FormattingChanges},
    LossName{"w:cellDel", Loss::FormattingChanges},
    LossName{"w:cellMerge", Loss::FormattingChanges},
};

constexpr std::array kFormats = {"w:b", "w:i", "w:u", "w:strike", "w:highlight", "w:vertAlign"};

/// True if a run looks otherwise than its paragraph by its own properties.
bool isFormatted(pugi::xml_node run) {
  const pugi::xml_node properties = run.child("w:rPr");
  const std::string_view colour = attribute(properties.child("w:color"), "w:val");
  if (!colour.empty() && colour != "auto" && colour != "000000") return true;
  return std::ranges::any_of(kFormats, [&](const char* name) {
    const pugi::xml_node toggle = properties.child(name);
    return isOn(toggle) && attribute(toggle, "w:val") != "none";
  });
}

bool isMerged(pugi::xml_node cell) {
  const pugi::xml_node properties = cell.child("w:tcPr");
  return number(properties.child("w:gridSpan"), "w:val").value_or(1) > 1 ||
         attribute(properties.child("w:vMerge"), "w:val") == "restart";
}

void countElement(pugi::xml_node node, ImportLosses& losses) {
  const std::string_view name = node.name();
  if (name == "w:r" && isFormatted(node)) losses.add(Loss::Formatting);
  if (name == "w:tc" && isMerged(node)) losses.add(Loss::MergedCells);
  const auto* found = std::ranges::find(kLosses, name, &LossName::element);
  if (found != kLosses.end()) losses.add(found->loss);
}

}  // namespace

void countLosses(pugi::xml_node parent, ImportLosses& losses) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() != pugi::node_element) continue;
    countElement(node, losses);
    const std::string_view name = node.name();
    if (name == "w:object") continue;  // its picture only stands for it
    countLosses(name == "mc:AlternateContent" ? chosenBranch(node) : node, losses);
  }
}

DocxChange changeOf(pugi::xml_node node, DocxChange::Target target) {
  const auto* found = std::ranges::find(kActs, std::string_view(node.name()), &ActName::element);
  return {.act = found == kActs.end() ? DocxChange::Act::Insert : found->act,
          .target = target,
          .author = toUtf16(attribute(node, "w:author")),
          .date = std::string(attribute(node, "w:date"))};
}

std::vector<DocxChange> changesIn(pugi::xml_node properties, DocxChange::Target target) {
  std::vector<DocxChange> changes;
  for (const pugi::xml_node node : properties.children()) {
    const std::string_view name = node.name();
    if (std::ranges::find(kActs, name, &ActName::element) != kActs.end()) {
      changes.push_back(changeOf(node, target));
    }
  }
  return changes;
}

}  // namespace moxian
