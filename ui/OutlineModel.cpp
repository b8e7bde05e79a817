#include "ui/OutlineModel.h"

#include <algorithm>

#include "ui/Strings.h"

namespace moxian {
namespace {

QString headingText(const Block& block, std::u16string_view text) {
  Span shown = block.headText.empty() ? block.span : block.headText;
  if (block.number) shown.begin = block.number->span.begin;
  return toQString(shown.of(text)).simplified();
}

}  // namespace

std::vector<OutlineModel::Entry> OutlineModel::entries(const Outline& outline,
                                                       std::u16string_view text) {
  std::vector<Entry> entries;
  for (const Report& report : outline.reports) {
    if (outline.reports.size() > 1 && !report.blocks.empty()) {
      const QString title = report.title.empty() ? tr("（无标题）") : toQString(report.title);
      entries.push_back({0, static_cast<int>(report.blocks.front().span.begin), title});
    }
    for (const Block& block : report.blocks)
      if (block.kind == BlockKind::Heading)
        entries.push_back({std::max(block.level, 1), static_cast<int>(block.span.begin),
                           headingText(block, text)});
  }
  return entries;
}

bool OutlineModel::setOutline(const Outline& outline, std::u16string_view text) {
  std::vector<Entry> now = entries(outline, text);
  const bool same = std::ranges::equal(now, m_entries, [](const Entry& a, const Entry& b) {
    return a.level == b.level && a.text == b.text;
  });
  m_entries = std::move(now);
  if (!same) build();
  for (std::size_t i = 0; same && i < m_items.size(); ++i)
    m_items[i]->setData(m_entries[i].offset, OffsetRole);
  return !same;
}

void OutlineModel::build() {
  clear();
  m_items.clear();
  std::vector<std::pair<int, QStandardItem*>> path{{-1, invisibleRootItem()}};
  for (const Entry& entry : m_entries) {
    while (path.back().first >= entry.level) path.pop_back();
    auto* item = new QStandardItem(entry.text);
    item->setEditable(false);
    item->setToolTip(entry.text);
    item->setData(entry.offset, OffsetRole);
    path.back().second->appendRow(item);
    path.emplace_back(entry.level, item);
    m_items.push_back(item);
  }
}

QModelIndex OutlineModel::at(int offset) const {
  const auto after = std::ranges::upper_bound(m_entries, offset, {}, &Entry::offset);
  if (after == m_entries.begin()) return {};
  return indexFromItem(m_items[static_cast<std::size_t>(after - m_entries.begin()) - 1]);
}

}  // namespace moxian
