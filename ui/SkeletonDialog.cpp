#include "ui/SkeletonDialog.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include "core/base/Resources.h"
#include "core/text/Characters.h"
#include "ui/Labels.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int summaryMonth = 7;  // before it a report speaks of the year before

int yearOfReport(const QDate& today) {
  return today.month() < summaryMonth ? today.year() - 1 : today.year();
}

}  // namespace

SkeletonDialog::SkeletonDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_kind(new QComboBox),
      m_unit(new QLineEdit(services.settings.get(settings::unit))),
      m_year(new QSpinBox),
      m_topic(new QLineEdit) {
  setObjectName(u"skeletonDialog"_s);
  setWindowTitle(tr("按模板新建"));
  m_kind->setObjectName(u"skeletonKind"_s);
  m_unit->setObjectName(u"skeletonUnit"_s);
  m_year->setObjectName(u"skeletonYear"_s);
  m_topic->setObjectName(u"skeletonTopic"_s);
  m_unit->setPlaceholderText(tr("例如：青岚区民政局"));
  m_topic->setPlaceholderText(tr("例如：政务公开；可以不填"));
  m_year->setRange(1949, 2100);
  m_year->setValue(yearOfReport(QDate::currentDate()));
  fillKinds(services);
  auto* form = new QFormLayout(this);
  form->addRow(tr("文种(&K)："), m_kind);
  form->addRow(tr("单位(&U)："), m_unit);
  form->addRow(tr("年份(&Y)："), m_year);
  form->addRow(tr("领域(&F)："), m_topic);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("新建"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("取消"));
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  (m_unit->text().isEmpty() ? static_cast<QWidget*>(m_unit) : m_topic)->setFocus();
  setMinimumWidth(420);
}

void SkeletonDialog::fillKinds(const Services& services) {
  const auto folder = userConfigFolder();
  for (const auto& [name, profile] : services.reader.profiles().all()) {
    if (hasSkeleton(name, folder.value_or(std::filesystem::path())))
      m_kind->addItem(label(profile), fromUtf8(name));
  }
}

std::string SkeletonDialog::profile() const {
  return m_kind->currentData().toString().toStdString();
}

SkeletonFacts SkeletonDialog::facts() const {
  return {std::u16string(trimmed(utf16(m_unit->text()))), m_year->value(),
          std::u16string(trimmed(utf16(m_topic->text())))};
}

}  // namespace moxian
