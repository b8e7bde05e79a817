#include "ui/OutlineDock.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum PartRole { EvidenceRole = Qt::UserRole + 1, PresenceRole, WhichRole };

QIcon presenceIcon(Presence presence, const QPalette& palette) {
  return icon(fromUtf8(name(presence)), colourOf(presence, palette));
}

/// Rows with some air.
class RoomyRows : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
  }
};

QLabel* caption() {
  auto* label = new QLabel;
  QFont font = label->font();
  font.setBold(true);
  label->setFont(font);
  label->setContentsMargins(8, 8, 8, 2);
  return label;
}

}  // namespace

OutlineDock::OutlineDock(const Profiles& profiles, QWidget* parent)
    : QDockWidget(parent),
      m_profiles(profiles),
      m_outline(std::make_shared<Outline>()),
      m_model(new OutlineModel(this)),
      m_profile(new QComboBox),
      m_profileLabel(caption()),
      m_subject(new QLabel),
      m_partsLabel(caption()),
      m_parts(new QListWidget),
      m_headingsLabel(caption()),
      m_tree(new QTreeView),
      m_hint(new QLabel) {
  setObjectName(u"outlineDock"_s);
  m_parts->setObjectName(u"parts"_s);
  m_tree->setObjectName(u"headings"_s);
  m_profile->setObjectName(u"profile"_s);
  build();
  retranslate();
  showParts();
  const auto jumpToHeading = [this](const QModelIndex& index) {
    Q_EMIT jump(index.data(OutlineModel::OffsetRole).toInt());
  };
  connect(m_tree, &QTreeView::clicked, this, jumpToHeading);
  connect(m_tree, &QTreeView::activated, this, jumpToHeading);
  const auto choosePart = [this](const QListWidgetItem* item) {
    const auto presence = static_cast<Presence>(item->data(PresenceRole).toInt());
    if (presence == Presence::Missing)
      Q_EMIT missingChosen(static_cast<moxian::Role>(item->data(WhichRole).toInt()));
    else
      Q_EMIT jump(item->data(EvidenceRole).toInt());
  };
  connect(m_parts, &QListWidget::itemClicked, this, choosePart);
  connect(m_parts, &QListWidget::itemActivated, this, choosePart);
  connect(m_profile, &QComboBox::activated, this,
          [this] { Q_EMIT profileChosen(m_profile->currentData().toString()); });
}

void OutlineDock::build() {
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* kind = new QVBoxLayout;
  kind->setContentsMargins(8, 2, 8, 4);
  kind->addWidget(m_profile);
  kind->addWidget(m_subject);
  m_subject->setWordWrap(true);
  m_subject->setForegroundRole(QPalette::PlaceholderText);
  m_profileLabel->setBuddy(m_profile);
  column->addWidget(m_profileLabel);
  column->addLayout(kind);
  m_parts->setFrameShape(QFrame::NoFrame);
  m_parts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_parts->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  column->addWidget(m_partsLabel);
  column->addWidget(m_parts);
  m_parts->setItemDelegate(new RoomyRows(m_parts));
  m_tree->setItemDelegate(new RoomyRows(m_tree));
  m_tree->setModel(m_model);
  m_tree->setHeaderHidden(true);
  m_tree->setFrameShape(QFrame::NoFrame);
  m_tree->setIndentation(14);
  m_tree->setUniformRowHeights(true);
  m_tree->setTextElideMode(Qt::ElideRight);
  m_hint->setWordWrap(true);
  m_hint->setAlignment(Qt::AlignCenter);
  m_hint->setMargin(16);
  m_hint->setForegroundRole(QPalette::PlaceholderText);
  m_hint->setBackgroundRole(QPalette::Base);
  m_hint->setAutoFillBackground(true);
  column->addWidget(m_headingsLabel);
  column->addWidget(m_tree, 1);
  column->addWidget(m_hint, 1);
  m_tree->hide();
  setWidget(body);
}

void OutlineDock::setOutline(std::shared_ptr<const Outline> outline, std::u16string_view text,
                             bool waiting) {
  m_waiting = waiting;
  m_outline = std::move(outline);
  if (m_model->setOutline(*m_outline, text)) m_tree->expandAll();
  m_tree->setVisible(m_model->rowCount() > 0);
  m_hint->setVisible(m_model->rowCount() == 0);
  showHint();
  showParts();
}

void OutlineDock::setCursor(int offset, int line) {
  const QModelIndex heading = m_model->at(offset);
  if (heading != m_tree->currentIndex()) m_tree->setCurrentIndex(heading);
  const Report* before = reportHere();
  m_line = line;
  if (reportHere() != before) showParts();
}

const Report* OutlineDock::reportHere() const {
  const auto& reports = m_outline->reports;
  const auto after = std::ranges::upper_bound(reports, static_cast<std::size_t>(m_line), {},
                                              &Report::firstLine);
  if (after != reports.begin()) return &*(after - 1);
  return reports.size() == 1 ? &reports.front() : nullptr;
}

void OutlineDock::showHint() {
  m_hint->setText(m_waiting ? tr("正在检查…")
                            : tr("以“一、”“（一）”“1.”开头的标题会列在这里"));
}

void OutlineDock::setProfile(const QString& name) {
  m_profile->setCurrentIndex(std::max(m_profile->findData(name), 0));
}

void OutlineDock::showParts() {
  m_parts->clear();
  const Report* report = reportHere();
  QStringList subject;
  if (report != nullptr) {
    if (!report->unit.empty()) subject.append(toQString(report->unit));
    if (report->year) subject.append(tr("%1 年").arg(*report->year));
    for (const RequiredPart& part : report->required) {
      auto* item = new QListWidgetItem(presenceIcon(part.presence, palette()),
                                       tr("%1：%2").arg(label(part.role), label(part.presence)));
      item->setForeground(colourOf(part.presence, palette()));
      item->setData(EvidenceRole, static_cast<int>(part.evidence.begin));
      item->setData(PresenceRole, static_cast<int>(part.presence));
      item->setData(WhichRole, static_cast<int>(part.role));
      item->setToolTip(part.presence == Presence::Missing ? tr("点击查看这一部分的建议")
                                                          : tr("点击转到这一部分"));
      m_parts->addItem(item);
    }
  }
  m_subject->setText(subject.join(u" · "_s));
  m_subject->setVisible(!subject.isEmpty());
  const QString automatic = report != nullptr && m_profiles.find(report->profile) != nullptr
                                ? tr("自动（%1）").arg(labelOf(report->profile))
                                : tr("自动");
  m_profile->setItemText(0, automatic);
  if (m_parts->count() == 0) {
    const QString nothing = m_waiting ? tr("正在检查…") : tr("写下标题和正文后显示");
    auto* none = new QListWidgetItem(report == nullptr ? nothing : tr("这类文稿没有规定的部分"));
    none->setFlags(Qt::NoItemFlags);
    m_parts->addItem(none);
  }
  m_parts->setFixedHeight(m_parts->sizeHintForRow(0) * m_parts->count() + 6);
}

QString OutlineDock::labelOf(const std::string& profile) const {
  const Profile* found = m_profiles.find(profile);
  return found == nullptr ? fromUtf8(profile) : label(*found);
}

void OutlineDock::fillProfiles() {
  const QSignalBlocker quiet(m_profile);
  const QString before = m_profile->currentData().toString();
  m_profile->clear();
  m_profile->addItem(tr("自动"), u"auto"_s);
  for (const auto& [name, profile] : m_profiles.all())
    m_profile->addItem(label(profile), fromUtf8(name));
  m_profile->addItem(tr("不按类型检查"), u"none"_s);
  setProfile(before.isEmpty() ? u"auto"_s : before);
}

void OutlineDock::changeEvent(QEvent* event) {
  QDockWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) showParts();
}

void OutlineDock::retranslate() {
  setWindowTitle(tr("结构"));
  m_profileLabel->setText(tr("文稿类型"));
  m_profile->setToolTip(tr("按哪一类文稿的要求检查"));
  m_profile->setAccessibleName(tr("文稿类型"));
  m_partsLabel->setText(tr("必备部分"));
  m_parts->setAccessibleName(tr("必备部分"));
  m_headingsLabel->setText(tr("标题"));
  m_tree->setAccessibleName(tr("标题"));
  showHint();
  fillProfiles();
  showParts();
}

}  // namespace moxian
