#include "ui/ExportController.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "core/exchange/OpenElsewhere.h"
#include "core/review/ReviewSheet.h"
#include "ui/Busy.h"
#include "ui/PreviewDialog.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr double printerDpi = 300;
const QString exportTopic = u"export"_s;

QString ending(Format format) {
  switch (format) {
    case Format::Txt:
      return u"txt"_s;
    case Format::Docx:
      return u"docx"_s;
    case Format::Pdf:
      return u"pdf"_s;
    case Format::Html:
      return u"html"_s;
  }
  return {};
}

Outline read(const ReportReader& reader, const std::u16string& text, const std::string& profile) {
  return reader.read(text, Lines(text), profile);
}

QString unfilled(const ExportController::Draft& draft) {
  return draft.unfilled > 0 ? ExportController::tr("还有 %1 处未填内容").arg(draft.unfilled)
                            : QString();
}

/// The final text of a draft whose rivals nobody chose among reads wrong there.
QString joined(const ExportController::Draft& draft, bool original) {
  const auto rivals =
      draft.marked == nullptr || original ? std::nullopt : joinedRivals(draft.marked->markup());
  if (!rivals) return {};
  constexpr qsizetype shown = 30;
  const std::u16string text = draft.marked->finalText();
  QString words = toQString(rivals->first.of(text)).replace(u'\n', u'¶');
  if (words.size() > shown) words = words.left(shown) + u"……"_s;
  return ExportController::tr(
             "有 %1 处改得不同的修订还没有选定，几种写法连在了一起，第一处是第 %2 "
             "行的“%3”；请在审阅栏标着“二选一”的修订里各接受一个，再重新导出。")
      .arg(rivals->places)
      .arg(Lines(text).lineAt(rivals->first.begin) + 1)
      .arg(words);
}

/// Sentences, one a line.
QString lines(QStringList all) {
  all.removeAll(QString());
  return all.join(u'\n');
}

}  // namespace

ExportController::ExportController(Services& services, NoticeBar& notices, QWidget* window)
    : QObject(window), m_services(services), m_notices(notices), m_window(window) {}

bool ExportController::exportAs(const Draft& draft, Format format) {
  const std::optional<Copy> copy = chooseCopy(draft, format);
  if (!copy) return false;
  const QString path = choosePath(draft, {format});
  return !path.isEmpty() && mayReplace(path) && write(draft, *copy, path);
}

bool ExportController::exportSheet(const Draft& sheet) {
  const QString path = choosePath(sheet, {Format::Docx, Format::Pdf, Format::Html, Format::Txt});
  return !path.isEmpty() && mayReplace(path) && write(sheet, copyOf(sheet, false), path);
}

std::u16string ExportController::withSheet(const std::u16string& text, const Draft& draft) const {
  if (draft.sheet.empty()) return text;
  return withReviewSheet(text, draft.sheet, m_services.language.messages());
}

ExportController::Copy ExportController::copyOf(const Draft& draft, bool original) const {
  if (draft.marked == nullptr)
    return {withSheet(draft.text, draft), nullptr, draft.tracking, {}, {}};
  const std::size_t changes = draft.marked->markup().count({});
  const QString said = changes == 0 ? tr("批注没有带出")
                                    : (original ? tr("是修订前的文字（%1 处修订按拒绝处理）")
                                                : tr("是修订后的文字（%1 处修订按接受处理）"))
                                          .arg(changes);
  const std::u16string text = original ? draft.marked->originalText() : draft.marked->finalText();
  return {withSheet(text, draft), nullptr, false, said, joined(draft, original)};
}

ExportController::Copy ExportController::markedCopyOf(const Draft& draft) const {
  return {withSheet(draft.marked->text(), draft),
          &draft.marked->markup(),
          draft.tracking,
          tr("带修订和批注"),
          {}};
}

std::optional<ExportController::Copy> ExportController::chooseCopy(const Draft& draft,
                                                                   Format format) {
  const bool shows = format == Format::Docx || format == Format::Html;
  if (draft.marked == nullptr || !shows) return copyOf(draft, draft.original);
  const Markup& markup = draft.marked->markup();
  const qsizetype answer = m_services.dialogs->ask(
      m_window, {tr("导出修订"),
                 tr("文稿里有 %1 处修订、%2 条批注。导出哪一种？")
                     .arg(markup.count({}))
                     .arg(markup.commentPlaces().size()),
                 {tr("修订后的文字"), tr("带修订和批注"), tr("修订前的文字"), tr("取消")}});
  if (answer == 1) return markedCopyOf(draft);
  if (answer != 0 && answer != 2) return {};
  return copyOf(draft, answer == 2);
}

QString ExportController::choosePath(const Draft& draft, const std::vector<Format>& formats) {
  const QString usual = ending(formats.front());
  const QFileInfo source(draft.path);
  const QString suggested = source.dir().filePath(source.completeBaseName() + u'.' + usual);
  QStringList filters;
  for (const Format format : formats)
    filters.append(tr("%1 文件").arg(ending(format).toUpper()) + u" (*.%1)"_s.arg(ending(format)));
  const QString chosen =
      m_services.dialogs->saveFile(m_window, tr("导出"), suggested, filters.join(u";;"_s));
  const auto asked = formatOf(toPath(chosen));
  if (chosen.isEmpty() || (asked && std::ranges::contains(formats, *asked))) return chosen;
  // 总结v1.2 has an ending that is none, and a Word file must not be called .pdf.
  const QString path = chosen + u'.' + usual;
  const QFileInfo file(path);
  // The dialog has asked about the name without the ending only.
  const bool replace =
      !file.exists() ||
      m_services.dialogs->ask(m_window, {tr("文件已存在"),
                                         tr("“%1”已经存在。要覆盖吗？").arg(file.fileName()),
                                         {tr("覆盖"), tr("取消")}}) == 0;
  return replace ? path : QString();
}

/// Asks where another program has the file open: it would not notice, and write over it in turn.
bool ExportController::mayReplace(const QString& path) {
  const auto there = openElsewhere(toPath(path));
  if (!there) return true;
  const QString program = fromUtf8(there->program);
  const QString who = there->user.empty() ? tr("有人")
                      : there->host.empty()
                          ? fromUtf8(there->user)
                          : tr("%1（电脑 %2）").arg(fromUtf8(there->user), fromUtf8(there->host));
  const QString name = QFileInfo(path).fileName();
  const QString other = fromPath(there->orThis.filename());
  const bool certain = other.isEmpty();
  return m_services.dialogs->ask(
             m_window,
             {certain ? tr("文件正在别处打开") : tr("文件可能正在别处打开"),
              certain
                  ? tr("%1正在用 %2 编辑“%3”。覆盖以后，对方再保存会把导出的内容盖掉。"
                       "先在那里关掉它，或换个名字导出；如果那边其实没有打开，可以覆盖。")
                        .arg(who, program, name)
                  : tr("%1正在用 %2 编辑“%3”或“%4”，从留下的标记看不出是哪一个。如果打开的是“%3”，"
                       "覆盖以后，对方再保存会把导出的内容盖掉；如果是“%4”，可以覆盖。")
                        .arg(who, program, name, other),
              {tr("仍要覆盖"), tr("取消")},
              false,
              true}) == 0;
}

bool ExportController::write(const Draft& draft, const Copy& copy, const QString& path) {
  ExportOptions options;
  options.markup = copy.markup;
  options.tracking = copy.tracking;
  options.titled = draft.titled;
  using Notes = Result<std::vector<ExportNote>>;
  const Notes notes = busyResult<Notes>(
      m_window, tr("正在导出“%1”…").arg(QFileInfo(path).fileName()), [&](JobGate& gate) {
        return exportFile(toPath(path), copy.text,
                          read(m_services.reader, copy.text, draft.profile), options,
                          [&gate](double share) { return gate.report(share); });
      });
  if (notes)
    announce(draft, copy, path, *notes);
  else
    tell(notes.error());
  return notes.has_value();
}

void ExportController::announce(const Draft& draft, const Copy& copy, const QString& path,
                                const std::vector<ExportNote>& notes) {
  const QFileInfo file(path);
  QString done = tr("已导出 %1").arg(QDir::toNativeSeparators(path));
  if (!copy.said.isEmpty()) done = tr("%1，%2").arg(done, copy.said);
  const QString warning = lines({unfilled(draft), copy.joined});
  const Severity severity = warning.isEmpty() ? Severity::Hint : Severity::Warning;
  if (!warning.isEmpty()) done += u'\n' + warning;
  Notice notice{done, severity, {}, exportTopic};
  const auto open = [](const QString& target) {
    return [target] { QDesktopServices::openUrl(QUrl::fromLocalFile(target)); };
  };
  if (!notes.empty()) {
    const Notice whole{done + u'\n' + sentences(notes), severity, {}, exportTopic};
    notice.choices.push_back({tr("排版说明"), [this, whole] { m_notices.post(whole); }});
  }
  notice.choices.push_back({tr("打开文件"), open(file.absoluteFilePath())});
  notice.choices.push_back({tr("打开文件夹"), open(file.absolutePath())});
  m_notices.post(notice);
  m_fresh = true;
}

void ExportController::draftEdited() {
  if (std::exchange(m_fresh, false))
    m_notices.remark(exportTopic, tr("导出以后文稿又改过了，需要的话请重新导出。"));
}

QString ExportController::sentences(const std::vector<ExportNote>& notes) const {
  QStringList lines;
  for (const ExportNote& note : notes)
    lines.append(
        fromUtf8(m_services.language.messages().text("export." + note.key, note.arguments)));
  lines.removeDuplicates();
  return lines.join(u'\n');
}

std::optional<ExportController::Pages> ExportController::makePages(const Draft& draft) {
  struct Made {
    Result<std::string> bytes = fail(ErrorCode::Cancelled);
    std::vector<ExportNote> notes;
  };
  const Copy copy = copyOf(draft, draft.original);
  Made made = busyResult<Made>(m_window, tr("正在排版…"), [&](JobGate& gate) {
    Made result;
    result.bytes = toPdf(copy.text, read(m_services.reader, copy.text, draft.profile), {},
                         result.notes, [&gate](double share) { return gate.report(share); });
    return result;
  });
  Result<PdfPages> pdf = made.bytes ? PdfPages::load(std::move(*made.bytes))
                                    : Result<PdfPages>(std::unexpected(made.bytes.error()));
  if (!pdf) {
    tell(pdf.error());
    return {};
  }
  return Pages{std::move(*pdf), lines({copy.said, sentences(made.notes)}),
               lines({unfilled(draft), copy.joined})};
}

void ExportController::preview(const Draft& draft) {
  std::optional<Pages> pages = makePages(draft);
  if (!pages) return;
  PreviewDialog dialog(std::move(pages->pdf), pages->notes, pages->warning, m_window);
  connect(&dialog, &PreviewDialog::printRequested, this,
          [&] { print(dialog.pages(), QFileInfo(draft.path).completeBaseName(), &dialog); });
  connect(&dialog, &PreviewDialog::exportRequested, this, [&] {
    if (exportAs(draft, Format::Pdf)) dialog.accept();
  });
  dialog.exec();
}

void ExportController::print(const Draft& draft) {
  if (const std::optional<Pages> pages = makePages(draft))
    print(pages->pdf, QFileInfo(draft.path).completeBaseName(), m_window);
}

void ExportController::print(const PdfPages& pages, const QString& name, QWidget* parent) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setDocName(name);
  printer.setPageSize(QPageSize(QPageSize::A4));
  printer.setFullPage(true);
  printer.setFromTo(1, pages.count());
  if (!m_services.dialogs->askPrinter(parent, printer)) return;
  const int first = std::max(printer.fromPage(), 1);
  const int last = printer.toPage() > 0 ? std::min(printer.toPage(), pages.count()) : pages.count();
  QPainter painter;
  if (!painter.begin(&printer)) {
    m_services.dialogs->tell(parent, tr("打印没有成功"),
                             tr("打印机没有响应。请检查打印机，或者先导出 PDF。"));
    return;
  }
  bool printed = true;
  runBusy(parent, tr("正在打印…"), [&](JobGate& gate) {
    for (int page = first; page <= last; ++page) {
      if (!gate.report(static_cast<double>(page - first) / (last - first + 1))) {
        printer.abort();
        break;
      }
      const QImage sheet = pages.render(page - 1, printerDpi);
      printed = !sheet.isNull() && (page == first || printer.newPage());
      if (!printed) {
        printer.abort();
        break;
      }
      painter.drawImage(QRectF(painter.viewport()), sheet);
    }
  });
  painter.end();
  if (!printed)
    m_services.dialogs->tell(parent, tr("打印没有成功"),
                             tr("没有打印完。请检查打印机，或者先导出 PDF。"));
}

void ExportController::tell(const Error& error) {
  if (error.code == ErrorCode::Cancelled) return;
  m_services.dialogs->tell(m_window, tr("导出没有成功"), m_services.language.sentence(error));
}

}  // namespace moxian
