#include "ui/MergeDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/review/FinalPlaces.h"
#include "core/text/Lines.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t around = 12;  // characters shown before a conflict

enum Column { PlaceColumn, FirstColumn, SecondColumn, ChoiceColumn, ColumnCount };

/// What the draft says there if one side is taken: the words before it, without what was struck
/// out, and its own.
QString shown(const Merged& merged, const MergeSide& side, const MergeSide& other) {
  MarkedDraft draft = merged.draft;
  std::vector<MergeConflict> place{{side, other}};
  if (other.strikes) refuse(other, draft, place);
  const std::u16string text = draft.finalText();
  const MergeConflict& there = place.front();
  // Where both put words, those of the other stand in front of or behind these.
  const std::size_t begin = side.strikes || other.strikes
                                ? there.first.span.begin
                                : std::min(there.first.span.begin, there.second.span.begin);
  const std::size_t end = FinalPlaces(hiddenIn(draft.markup(), true)).inFinal(begin);
  const std::size_t line = text.rfind(u'\n', end == 0 ? 0 : end - 1);
  const std::size_t from =
      std::max(line == std::u16string::npos ? 0 : line + 1, end < around ? 0 : end - around);
  const std::u16string_view lead = Span{from, std::max(from, end)}.of(text);
  const std::size_t word = lead.find_first_not_of(u"）”》。，；：、！？");
  const QString before = toQString(lead.substr(word == lead.npos ? 0 : word));
  const QString words = toQString(wordsOf(side, merged.draft)).replace(u'\n', u'¶');
  return u"…"_s + before + u"【"_s +
         (side.strikes ? MergeDialog::tr("删去：%1").arg(words) : words) + u"】"_s;
}

/// Who made the changes of one copy that are in conflict.
QString reviewers(const Merged& merged, MergeSide MergeConflict::* side) {
  std::unordered_set<std::int64_t> ids;
  for (const MergeConflict& conflict : merged.conflicts) {
    const auto& changes = (conflict.*side).changes;
    ids.insert(changes.begin(), changes.end());
  }
  QStringList names;
  for (const TrackedChange& change : merged.draft.markup().changes())
    if (ids.contains(change.id)) names.append(fromUtf8(change.author));
  names.removeDuplicates();
  return names.join(MergeDialog::tr("、"));
}

}  // namespace

MergeDialog::MergeDialog(Merged merged, const QString& first, const QString& second,
                         QWidget* parent)
    : QDialog(parent), m_merged(std::move(merged)), m_table(new QTableWidget) {
  setObjectName(u"mergeDialog"_s);
  setWindowTitle(tr("合并：两人改得不同的地方"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* column = new QVBoxLayout(this);
  auto* says = new QLabel(tr("有 %1 处两份审阅稿改得不同，改动在【】里。选用哪一份，"
                             "或者都留下，以后在文稿里接受、拒绝。")
                              .arg(m_merged.conflicts.size()));
  says->setWordWrap(true);
  column->addWidget(says);
  column->addWidget(m_table, 1);
  fill(first, second);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("合并"), QDialogButtonBox::AcceptRole)->setObjectName(u"mergeNow"_s);
  buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  resize(860, 420);
}

void MergeDialog::fill(const QString& first, const QString& second) {
  const std::u16string& text = m_merged.draft.text();
  const Lines lines(text);
  m_table->setObjectName(u"conflicts"_s);
  m_table->setAccessibleName(tr("两人改得不同的地方"));
  m_table->setColumnCount(ColumnCount);
  QStringList heads{reviewers(m_merged, &MergeConflict::first),
                    reviewers(m_merged, &MergeConflict::second)};
  if (heads[0] == heads[1])
    heads = {tr("%1（%2）").arg(heads[0], first), tr("%1（%2）").arg(heads[1], second)};
  m_table->setHorizontalHeaderLabels({tr("位置"), heads[0], heads[1], tr("选用")});
  m_table->horizontalHeaderItem(FirstColumn)->setToolTip(first);
  m_table->horizontalHeaderItem(SecondColumn)->setToolTip(second);
  m_table->setRowCount(static_cast<int>(m_merged.conflicts.size()));
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setWordWrap(true);
  m_table->verticalHeader()->hide();
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const MergeConflict& conflict = m_merged.conflicts[static_cast<std::size_t>(row)];
    const std::size_t line = lines.lineAt(conflict.first.span.begin) + 1;
    m_table->setItem(row, PlaceColumn, new QTableWidgetItem(tr("第 %1 行").arg(line)));
    m_table->setItem(row, FirstColumn,
                     new QTableWidgetItem(shown(m_merged, conflict.first, conflict.second)));
    m_table->setItem(row, SecondColumn,
                     new QTableWidgetItem(shown(m_merged, conflict.second, conflict.first)));
    auto* choice = new QComboBox;
    choice->addItems({tr("都留下"), tr("用左边"), tr("用右边")});
    choice->setAccessibleName(tr("选用"));
    m_table->setCellWidget(row, ChoiceColumn, choice);
    m_choices.push_back(choice);
  }
  m_table->horizontalHeader()->setSectionResizeMode(FirstColumn, QHeaderView::Stretch);
  m_table->horizontalHeader()->setSectionResizeMode(SecondColumn, QHeaderView::Stretch);
  m_table->resizeRowsToContents();
}

Merged MergeDialog::settled(const Settler& settler) const {
  Merged out = m_merged;
  for (std::size_t i = out.conflicts.size(); i-- > 0;) {
    const int choice = m_choices[i]->currentIndex();
    if (choice == Both) continue;
    const MergeConflict conflict = out.conflicts[i];
    out.conflicts.erase(out.conflicts.begin() + static_cast<std::ptrdiff_t>(i));
    refuse(choice == First ? conflict.second : conflict.first, out.draft, out.conflicts, settler);
  }
  return out;
}

}  // namespace moxian
