#include "ui/CorpusWindow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/Busy.h"
#include "ui/ImportController.h"
#include "ui/Labels.h"
#include "ui/NoticeBar.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum Scope { everything, favourites, ownPhrases };
constexpr std::size_t shown = 100;  // sentences of a search
constexpr Role roles[] = {Role::Intro, Role::WorkDone, Role::Problems, Role::NextSteps,
                          Role::Closing};

Result<Corpus> reading() {
  return CorpusService::open(Corpus::Mode::ReadOnly);
}

}  // namespace

CorpusWindow::CorpusWindow(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_notices(new NoticeBar),
      m_import(new ImportController(services, *m_notices, this)) {
  setObjectName(u"corpusWindow"_s);
  m_notices->setObjectName(u"corpusNotices"_s);
  setWindowTitle(tr("语料库"));
  auto* tabs = new QTabWidget;
  tabs->addTab(searchPage(), tr("句子"));
  tabs->addTab(sourcesPage(), tr("来源"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_notices);
  column->addWidget(tabs);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
  column->addWidget(buttons);
  connect(services.corpus.get(), &CorpusService::ready, this, &CorpusWindow::changed);
  changed();
  resize(760, 560);
}

void CorpusWindow::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  m_query->setFocus(Qt::OtherFocusReason);
}

QPushButton* CorpusWindow::button(const QString& text, const QString& name,
                                  std::function<void()> act) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setAutoDefault(false);
  connect(made, &QPushButton::clicked, this, std::move(act));
  return made;
}

QWidget* CorpusWindow::searchPage() {
  auto* page = new QWidget;
  m_query = new QLineEdit;
  m_query->setObjectName(u"corpusQuery"_s);
  m_query->setPlaceholderText(tr("字词，可用空格隔开；也可以打拼音或首字母，如 zwgk"));
  m_query->setAccessibleName(tr("查找"));
  m_query->setClearButtonEnabled(true);
  m_scope = new QComboBox;
  m_scope->setObjectName(u"corpusScope"_s);
  m_scope->setAccessibleName(tr("范围"));
  m_scope->addItems({tr("全部"), tr("收藏"), tr("我的短语")});
  m_role = new QComboBox;
  m_role->setAccessibleName(tr("部分"));
  m_role->addItem(tr("各部分"));
  for (const Role role : roles) m_role->addItem(label(role), static_cast<int>(role));
  auto* row = new QHBoxLayout;
  row->addWidget(m_query, 1);
  row->addWidget(m_scope);
  row->addWidget(m_role);
  m_list = new QListWidget;
  m_list->setObjectName(u"corpusSentences"_s);
  m_list->setAccessibleName(tr("句子"));
  m_list->setWordWrap(true);
  m_list->setAlternatingRowColors(true);
  m_state = new QLabel;
  m_state->setWordWrap(true);
  m_insert = button(tr("插入到文稿(&I)"), u"insertSentence"_s, [this] { insert(); });
  m_favourite = button(tr("收藏(&F)"), u"turnFavourite"_s, [this] { turnFavourite(); });
  m_report = button(tr("查看出处(&R)"), u"showReport"_s, [this] { showReport(); });
  m_removePhrase = button(tr("删除短语(&D)"), u"removePhrase"_s, [this] { removePhrase(); });
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_insert);
  acts->addWidget(m_favourite);
  acts->addWidget(m_report);
  acts->addStretch();
  acts->addWidget(button(tr("新短语(&N)…"), u"addPhrase"_s, [this] { addPhrase(); }));
  acts->addWidget(m_removePhrase);
  auto* column = new QVBoxLayout(page);
  column->addLayout(row);
  column->addWidget(m_list, 1);
  column->addWidget(m_state);
  column->addLayout(acts);
  connect(m_query, &QLineEdit::textChanged, this, &CorpusWindow::search);
  connect(m_scope, &QComboBox::currentIndexChanged, this, &CorpusWindow::search);
  connect(m_role, &QComboBox::currentIndexChanged, this, &CorpusWindow::search);
  connect(m_list, &QListWidget::currentRowChanged, this, &CorpusWindow::updateButtons);
  connect(m_list, &QListWidget::itemActivated, this, &CorpusWindow::insert);
  return page;
}

QWidget* CorpusWindow::sourcesPage() {
  auto* page = new QWidget;
  m_sources = new QTreeWidget;
  m_sources->setObjectName(u"corpusSources"_s);
  m_sources->setAccessibleName(tr("来源"));
  m_sources->setHeaderLabels({tr("来源"), tr("报告"), tr("句子")});
  m_sources->setRootIsDecorated(false);
  m_sources->setAlternatingRowColors(true);
  m_sources->header()->setStretchLastSection(false);
  m_sources->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_removeSource = button(tr("移除(&D)…"), u"removeSource"_s, [this] { removeSource(); });
  auto* acts = new QHBoxLayout;
  acts->addWidget(button(tr("加入文件(&F)…"), u"addFiles"_s, [this] { m_import->importFiles(); }));
  acts->addWidget(
      button(tr("加入文件夹(&L)…"), u"addFolder"_s, [this] { m_import->importFolder(); }));
  acts->addStretch();
  acts->addWidget(m_removeSource);
  auto* column = new QVBoxLayout(page);
  column->addWidget(m_sources, 1);
  column->addLayout(acts);
  connect(m_sources, &QTreeWidget::currentItemChanged, this, &CorpusWindow::updateButtons);
  return page;
}

Result<const Corpus*> CorpusWindow::Lookup::opened() {
  if (!corpus) {
    auto found = reading();
    if (!found) return std::unexpected(found.error());
    corpus.emplace(std::move(*found));
  }
  return &*corpus;
}

void CorpusWindow::changed() {
  m_lookup = std::make_shared<Lookup>();  // the file may be another one
  search();
  fillSources();
}

void CorpusWindow::search() {
  m_removePhrase->setVisible(m_scope->currentIndex() == ownPhrases);
  if (m_searching) {
    m_again = true;
    return;
  }
  std::optional<Role> role;
  if (m_role->currentIndex() > 0) role = static_cast<Role>(m_role->currentData().toInt());
  m_searching = true;
  m_worker.run(
      [lookup = m_lookup, role, scope = m_scope->currentIndex(),
       query = std::u16string(utf16(m_query->text()))]() -> Result<std::vector<CorpusSentence>> {
        const auto corpus = lookup->opened();
        if (!corpus) return std::unexpected(corpus.error());
        switch (scope) {
          case favourites:
            return (*corpus)->favourites();
          case ownPhrases:
            return (*corpus)->phrases();
          default:
            return (*corpus)->search(query, role, shown);
        }
      },
      [this](Result<std::vector<CorpusSentence>> found) { searched(std::move(found)); },
      [this](const QString& reason) {
        m_searching = false;
        Worker::report(reason);
      });
}

void CorpusWindow::searched(Result<std::vector<CorpusSentence>> found) {
  m_searching = false;
  if (std::exchange(m_again, false)) return search();
  showSentences(found);
}

void CorpusWindow::showSentences(const Result<std::vector<CorpusSentence>>& found) {
  m_sentences = found ? *found : std::vector<CorpusSentence>{};
  m_list->clear();
  for (const CorpusSentence& each : m_sentences) {
    QStringList about{label(each.role)};
    if (!each.title.empty()) about.append(toQString(each.title));
    if (each.count > 1) about.append(tr("%1 篇里有").arg(each.count));
    m_list->addItem((each.favourite ? u"★ "_s : QString()) + toQString(each.text) + u'\n' +
                    about.join(u" · "_s));
  }
  if (!found) {
    m_state->setText(m_services.language.sentence(found.error()));
  } else if (!m_sentences.empty()) {
    m_state->clear();
  } else {
    m_state->setText(m_query->text().isEmpty() && m_scope->currentIndex() == everything
                         ? tr("输入字词开始查找。")
                         : tr("没有找到。"));
  }
  const int row = std::min(std::exchange(m_row, 0), m_list->count() - 1);
  if (!m_sentences.empty()) m_list->setCurrentRow(row);
  updateButtons();
}

void CorpusWindow::fillSources() {
  m_sources->clear();
  const auto corpus = reading();
  const auto sources = corpus ? corpus->sources() : std::unexpected(corpus.error());
  if (!sources) return;  // told on the page of sentences
  for (const CorpusSource& source : *sources) {
    const QString name = toQString(source.name);
    QString shownName = name.startsWith(u"starter:"_s) ? tr("自带语料：%1").arg(name.mid(8)) : name;
    if (source.name == kOwnPhrases) shownName = tr("我的短语");
    auto* item = new QTreeWidgetItem(
        {shownName, QString::number(source.reports), QString::number(source.sentences)});
    item->setData(0, Qt::UserRole, name);
    item->setToolTip(0, shownName);
    m_sources->addTopLevelItem(item);
  }
  updateButtons();
}

void CorpusWindow::updateButtons() {
  const CorpusSentence* sentence = chosen();
  for (QPushButton* each : {m_insert, m_favourite, m_report, m_removePhrase}) {
    each->setEnabled(sentence != nullptr);
  }
  m_favourite->setText(sentence != nullptr && sentence->favourite ? tr("取消收藏(&F)")
                                                                  : tr("收藏(&F)"));
  const QTreeWidgetItem* item = m_sources == nullptr ? nullptr : m_sources->currentItem();
  if (m_removeSource == nullptr) return;
  // the starter corpus would come back at the next start
  m_removeSource->setEnabled(item != nullptr &&
                             !item->data(0, Qt::UserRole).toString().startsWith(u"starter:"_s));
}

const CorpusSentence* CorpusWindow::chosen() const {
  const auto row = static_cast<std::size_t>(m_list->currentRow());
  return row < m_sentences.size() ? &m_sentences[row] : nullptr;
}

void CorpusWindow::insert() {
  const CorpusSentence* sentence = chosen();
  if (sentence == nullptr) return;
  Suggestion suggestion;
  suggestion.role = sentence->role;
  suggestion.source = sentence->title;
  suggestion.text = sentence->text;
  suggestion.slots = writtenSlots(sentence->text);
  // figures and names of another unit come as empty slots
  if (const auto finder = SlotFinder::load(); finder && suggestion.slots.empty()) {
    suggestion.text = finder->emptied(sentence->text, suggestion.slots);
  }
  Q_EMIT insertRequested(suggestion);
}

void CorpusWindow::turnFavourite() {
  const CorpusSentence* sentence = chosen();
  if (sentence == nullptr) return;
  const int row = m_list->currentRow();
  auto corpus = CorpusService::open(Corpus::Mode::ReadWrite);
  if (!corpus) return tell(corpus.error());
  if (!told(corpus->setFavourite(sentence->id, !sentence->favourite))) return;
  m_row = row;
  search();
}

void CorpusWindow::showReport() {
  const CorpusSentence* sentence = chosen();
  if (sentence == nullptr) return;
  const auto corpus = reading();
  const auto report = corpus ? corpus->reportOf(sentence->id) : std::unexpected(corpus.error());
  if (!report) return tell(report.error());
  if (!*report) return;
  QDialog dialog(this);
  dialog.setObjectName(u"reportDialog"_s);
  dialog.setWindowTitle(toQString((*report)->title));
  auto* text = new QPlainTextEdit(toQString((*report)->text));
  text->setReadOnly(true);
  text->setObjectName(u"reportText"_s);
  auto* column = new QVBoxLayout(&dialog);
  auto* source = new QLabel(toQString((*report)->source));
  source->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(source);
  column->addWidget(text, 1);
  const std::size_t at = (*report)->text.find(sentence->text);
  if (at != std::u16string::npos) {
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(static_cast<int>(at));
    cursor.setPosition(static_cast<int>(at + sentence->text.size()), QTextCursor::KeepAnchor);
    text->setTextCursor(cursor);
  }
  dialog.resize(640, 520);
  dialog.exec();
}

void CorpusWindow::addPhrase() {
  const auto text = m_services.dialogs->askText(
      this, tr("新短语"), tr("短语；要填的地方写成〔数量〕这样的空"), QString());
  if (!text || text->trimmed().isEmpty()) return;
  auto corpus = CorpusService::open(Corpus::Mode::ReadWrite);
  if (!corpus) return tell(corpus.error());
  const Role role = m_role->currentIndex() > 0 ? static_cast<Role>(m_role->currentData().toInt())
                                               : Role::WorkDone;
  const QString phrase = text->trimmed();
  if (const auto added = corpus->addPhrase(role, utf16(phrase)); !added) return tell(added.error());
  m_scope->setCurrentIndex(ownPhrases);
  changed();
}

void CorpusWindow::removePhrase() {
  const CorpusSentence* sentence = chosen();
  if (sentence == nullptr) return;
  auto corpus = CorpusService::open(Corpus::Mode::ReadWrite);
  if (!corpus) return tell(corpus.error());
  if (told(corpus->removePhrase(sentence->id))) changed();
}

void CorpusWindow::removeSource() {
  const QTreeWidgetItem* item = m_sources->currentItem();
  if (item == nullptr) return;
  const Question question{
      tr("移除来源"),
      tr("从语料库里移除“%1”？只有它才有的句子一起移除，原来的文件不动。").arg(item->text(0)),
      {tr("移除"), tr("取消")}};
  if (m_services.dialogs->ask(this, question) != 0) return;
  const std::u16string name = toU16(item->data(0, Qt::UserRole).toString());
  const auto removed =
      busyResult<Result<bool>>(this, tr("正在移除…"), [&](JobGate&) -> Result<bool> {
        auto corpus = CorpusService::open(Corpus::Mode::ReadWrite);
        if (!corpus) return std::unexpected(corpus.error());
        return corpus->remove(name);
      });
  if (!removed) return tell(removed.error());
  changed();
  m_services.corpus->start();
}

bool CorpusWindow::told(const Result<void>& done) {
  if (!done) tell(done.error());
  return done.has_value();
}

void CorpusWindow::tell(const Error& error) {
  m_services.dialogs->tell(this, tr("语料库"), m_services.language.sentence(error));
}

}  // namespace moxian
