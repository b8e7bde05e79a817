#include "ui/Actions.h"

#include <QCoreApplication>
#include <QWidget>

#include "ui/Icons.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

struct Spec {
  Act act;
  const char* text;
  const char* tip;
  const char* keys;  ///< one or several, separated by "; "
  const char* icon;
};

// In the order of Act; the constructor checks.
constexpr std::array specs{
    Spec{Act::New, QT_TRANSLATE_NOOP("moxian::Actions", "新建(&N)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "新建一份空白文稿"), "Ctrl+N", "new"},
    Spec{Act::NewFromSkeleton, QT_TRANSLATE_NOOP("moxian::Actions", "按模板新建(&T)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "填好单位、年份和领域，从一份带提示的提纲写起"),
         "", ""},
    Spec{Act::NewFromLastYear, QT_TRANSLATE_NOOP("moxian::Actions", "沿用去年的文稿(&U)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "用去年的文稿起草今年的：年份顺延，数字、日期和文号留空待填"),
         "", ""},
    Spec{Act::NewWindow, QT_TRANSLATE_NOOP("moxian::Actions", "新建窗口(&W)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "再开一个窗口，可以同时看两份文稿"), "Ctrl+Shift+N",
         ""},
    Spec{Act::Open, QT_TRANSLATE_NOOP("moxian::Actions", "打开(&O)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "打开一份文稿；也可以把文件拖进窗口"), "Ctrl+O",
         "open"},
    Spec{Act::Reload, QT_TRANSLATE_NOOP("moxian::Actions", "恢复到已保存的内容(&V)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "从磁盘重新读入，丢掉没有保存的修改"), "", ""},
    Spec{Act::Save, QT_TRANSLATE_NOOP("moxian::Actions", "保存(&S)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "按原来的编码和换行符保存"), "Ctrl+S", "save"},
    Spec{Act::SaveAs, QT_TRANSLATE_NOOP("moxian::Actions", "另存为(&A)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "用另一个名字保存"), "Ctrl+Shift+S", ""},
    Spec{Act::SaveCopy, QT_TRANSLATE_NOOP("moxian::Actions", "保存副本(&Y)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "另存一份，继续编辑现在这份"), "", ""},
    Spec{Act::Versions, QT_TRANSLATE_NOOP("moxian::Actions", "版本(&H)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "查看、比较和恢复以前保存的版本，取出收存的原件"),
         "Ctrl+Shift+H", ""},
    Spec{Act::Close, QT_TRANSLATE_NOOP("moxian::Actions", "关闭窗口(&C)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "关闭这个窗口"), "Ctrl+W", ""},
    Spec{Act::Quit, QT_TRANSLATE_NOOP("moxian::Actions", "退出(&Q)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "关闭所有窗口并退出"), "Ctrl+Q", ""},
    Spec{Act::Undo, QT_TRANSLATE_NOOP("moxian::Actions", "撤销(&U)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "撤销上一步"), "Ctrl+Z", "undo"},
    Spec{Act::Redo, QT_TRANSLATE_NOOP("moxian::Actions", "重做(&R)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "恢复撤销的一步"), "Ctrl+Y; Ctrl+Shift+Z", "redo"},
    Spec{Act::Cut, QT_TRANSLATE_NOOP("moxian::Actions", "剪切(&T)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "剪切选中的文字"), "Ctrl+X", ""},
    Spec{Act::Copy, QT_TRANSLATE_NOOP("moxian::Actions", "复制(&C)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "复制选中的文字"), "Ctrl+C", ""},
    Spec{Act::Paste, QT_TRANSLATE_NOOP("moxian::Actions", "粘贴(&P)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "粘贴为纯文本"), "Ctrl+V", ""},
    Spec{Act::SelectAll, QT_TRANSLATE_NOOP("moxian::Actions", "全选(&L)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "选中全部文字"), "Ctrl+A", ""},
    Spec{Act::Find, QT_TRANSLATE_NOOP("moxian::Actions", "查找(&F)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "在文稿里查找"), "Ctrl+F", "find"},
    Spec{Act::Replace, QT_TRANSLATE_NOOP("moxian::Actions", "替换(&H)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "查找并替换"), "Ctrl+H", ""},
    Spec{Act::FindNext, QT_TRANSLATE_NOOP("moxian::Actions", "查找下一处(&X)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到下一处"), "F3", ""},
    Spec{Act::FindPrevious, QT_TRANSLATE_NOOP("moxian::Actions", "查找上一处(&V)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到上一处"), "Shift+F3", ""},
    Spec{Act::GoToLine, QT_TRANSLATE_NOOP("moxian::Actions", "转到行(&G)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到指定的行"), "Ctrl+G", ""},
    Spec{Act::Reword, QT_TRANSLATE_NOOP("moxian::Actions", "换个说法(&W)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "在写作建议里列出和所选文字（没有选中时是光标处的一句）意思相近的写法"),
         "Ctrl+Shift+W", ""},
    Spec{Act::LinesToRun, QT_TRANSLATE_NOOP("moxian::Actions", "几行改为“一是……二是……”(&L)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把选中的几行连成一段，用一是、二是排列"), "", ""},
    Spec{Act::RunToLines, QT_TRANSLATE_NOOP("moxian::Actions", "“一是……二是……”改为几行(&U)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把选中的一是、二是各排一行"), "", ""},
    Spec{Act::TableToSentence, QT_TRANSLATE_NOOP("moxian::Actions", "表格改为“其中”句(&T)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把选中的表格写成一句，先说合计，再说其中各项"), "", ""},
    Spec{Act::SentenceToTable, QT_TRANSLATE_NOOP("moxian::Actions", "“其中”句改为表格(&B)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把选中的“其中”句里的数字排成表格"), "", ""},
    Spec{Act::ToSimplified, QT_TRANSLATE_NOOP("moxian::Actions", "转为简体(&J)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把全文转为简体字；台湾用语转为大陆用语。可以一步撤销"), "", ""},
    Spec{Act::ToTraditional, QT_TRANSLATE_NOOP("moxian::Actions", "转为繁体(&F)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把全文转为繁体字，用语不变。可以一步撤销"), "", ""},
    Spec{Act::ToTaiwan, QT_TRANSLATE_NOOP("moxian::Actions", "转为繁体和台湾用语(&T)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "把全文转为繁体字和台湾用语。可以一步撤销"), "", ""},
    Spec{Act::ZoomIn, QT_TRANSLATE_NOOP("moxian::Actions", "放大(&I)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "放大文字；也可以按住 Ctrl 滚动滚轮"),
         "Ctrl++; Ctrl+=", "zoom-in"},
    Spec{Act::ZoomOut, QT_TRANSLATE_NOOP("moxian::Actions", "缩小(&O)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "缩小文字"), "Ctrl+-", "zoom-out"},
    Spec{Act::ZoomReset, QT_TRANSLATE_NOOP("moxian::Actions", "原始大小(&Z)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "恢复默认字号"), "Ctrl+0", ""},
    Spec{Act::PageColumn, QT_TRANSLATE_NOOP("moxian::Actions", "每行 28 字(&P)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "像公文版心一样每行排 28 字；取消后排满窗口"), "",
         ""},
    Spec{Act::Font, QT_TRANSLATE_NOOP("moxian::Actions", "正文字体(&F)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "选择编辑时用的字体；不影响导出"), "", ""},
    Spec{Act::FullScreen, QT_TRANSLATE_NOOP("moxian::Actions", "全屏(&U)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "全屏显示或退出全屏"), "F11", ""},
    Spec{Act::NextPane, QT_TRANSLATE_NOOP("moxian::Actions", "下一个窗格(&N)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "在正文、结构、检查结果和写作建议之间切换"), "F6",
         ""},
    Spec{Act::CheckNow, QT_TRANSLATE_NOOP("moxian::Actions", "显示检查结果(&R)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "打开检查结果；检查在写作时自动进行"), "F7", "check"},
    Spec{Act::NextFinding, QT_TRANSLATE_NOOP("moxian::Actions", "下一个问题(&N)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到下一个问题"), "F8", "next-finding"},
    Spec{Act::PreviousFinding, QT_TRANSLATE_NOOP("moxian::Actions", "上一个问题(&P)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到上一个问题"), "Shift+F8", "previous-finding"},
    Spec{Act::ApplyFix, QT_TRANSLATE_NOOP("moxian::Actions", "自动修改(&F)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "修改光标处的问题"), "Ctrl+.; Alt+Return", "fix"},
    Spec{Act::DismissFinding, QT_TRANSLATE_NOOP("moxian::Actions", "不再提示(&S)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "写明原因，不再提示光标处的问题"), "Ctrl+Shift+D", ""},
    Spec{Act::ShowFigures, QT_TRANSLATE_NOOP("moxian::Actions", "数字台账(&G)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "列出全文的数字和它们所指的事"), "", ""},
    Spec{Act::ShowProblems, QT_TRANSLATE_NOOP("moxian::Actions", "问题与措施(&M)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "看每个问题有没有对应的措施"), "", ""},
    Spec{Act::ComparePrevious, QT_TRANSLATE_NOOP("moxian::Actions", "与上年报告比较(&L)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "找出照抄上年的句子、数字和问题"), "", ""},
    Spec{Act::CheckFolder, QT_TRANSLATE_NOOP("moxian::Actions", "检查文件夹(&D)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "一次检查一个文件夹里的全部文稿"), "", ""},
    Spec{Act::Rules, QT_TRANSLATE_NOOP("moxian::Actions", "检查规则(&U)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "看每条规则的依据和例子，选择不检查的规则"), "", ""},
    Spec{Act::Complete, QT_TRANSLATE_NOOP("moxian::Actions", "续写候选(&C)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "列出接下去可能写的几种，按数字 1 至 5 选用"),
         "Alt+/; Ctrl+Space", ""},
    Spec{Act::Suggest, QT_TRANSLATE_NOOP("moxian::Actions", "选择建议(&S)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到写作建议，回车插入"), "F9", "suggest"},
    Spec{Act::ShowSlots, QT_TRANSLATE_NOOP("moxian::Actions", "待填清单(&L)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "列出还没有填的〔　〕，沿用去年文稿时写着去年的值"), "", ""},
    Spec{Act::NextSlot, QT_TRANSLATE_NOOP("moxian::Actions", "下一个空(&N)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到下一个要填的〔　〕；在有空的段落里也可以按 Tab"),
         "F4", ""},
    Spec{Act::PreviousSlot, QT_TRANSLATE_NOOP("moxian::Actions", "上一个空(&P)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "转到上一个要填的〔　〕"), "Shift+F4", ""},
    Spec{Act::CorpusWindow, QT_TRANSLATE_NOOP("moxian::Actions", "语料库(&C)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "查找句子、收藏、自己的短语和导入过的来源"), "Ctrl+L", ""},
    Spec{Act::ImportFiles, QT_TRANSLATE_NOOP("moxian::Actions", "把文件加入语料库(&F)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "导入往年的文稿，写作建议会用上它们的句子"), "", ""},
    Spec{Act::ImportFolder, QT_TRANSLATE_NOOP("moxian::Actions", "把文件夹加入语料库(&D)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "导入一个文件夹里的全部文稿"), "", ""},
    Spec{Act::ExportDocx, QT_TRANSLATE_NOOP("moxian::Actions", "Word 文档（DOCX）(&W)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "按公文格式导出 Word 文档"), "Ctrl+E", "docx"},
    Spec{Act::ExportPdf, QT_TRANSLATE_NOOP("moxian::Actions", "PDF(&F)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "按公文格式导出 PDF"), "Ctrl+Shift+E", "pdf"},
    Spec{Act::ExportHtml, QT_TRANSLATE_NOOP("moxian::Actions", "网页（HTML）(&H)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "导出网页"), "", ""},
    Spec{Act::ExportText, QT_TRANSLATE_NOOP("moxian::Actions", "纯文本（TXT）(&T)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "导出 UTF-8 纯文本"), "", ""},
    Spec{Act::Preview, QT_TRANSLATE_NOOP("moxian::Actions", "打印预览(&V)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "查看排好的页面"), "Ctrl+Shift+P", "preview"},
    Spec{Act::Print, QT_TRANSLATE_NOOP("moxian::Actions", "打印(&P)…"),
         QT_TRANSLATE_NOOP("moxian::Actions", "按公文格式打印"), "Ctrl+P", "print"},
    Spec{Act::Shortcuts, QT_TRANSLATE_NOOP("moxian::Actions", "快捷键(&K)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "全部快捷键"), "F1", ""},
    Spec{Act::About, QT_TRANSLATE_NOOP("moxian::Actions", "关于墨线(&A)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "版本和使用的组件"), "", ""},
    Spec{Act::AboutQt, QT_TRANSLATE_NOOP("moxian::Actions", "关于 Qt(&Q)"),
         QT_TRANSLATE_NOOP("moxian::Actions", "界面组件 Qt 的版本和许可"), "", ""},
};
static_assert(specs.size() == static_cast<std::size_t>(Act::Count));

QString translated(const char* text) {
  return QCoreApplication::translate("moxian::Actions", text);
}

/// Without the mnemonic and the dots: "打开(&O)…" is 打开.
QString plain(QString text) {
  text.remove(u'…');
  if (const qsizetype mnemonic = text.indexOf(u"(&"_s); mnemonic >= 0) text.remove(mnemonic, 4);
  return text.remove(u'&').trimmed();
}

}  // namespace

Actions::Actions(QWidget& window) : QObject(&window) {
  for (const Spec& spec : specs) {
    const auto place = static_cast<std::size_t>(spec.act);
    Q_ASSERT(&spec == &specs.at(place));
    auto* action = new QAction(&window);
    if (*spec.keys != '\0')
      action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(spec.keys)));
    if (*spec.icon != '\0') action->setIcon(icon(QString::fromLatin1(spec.icon)));
    action->setMenuRole(QAction::NoRole);
    window.addAction(action);
    m_actions.at(place) = action;
  }
  (*this)[Act::PageColumn]->setCheckable(true);
  (*this)[Act::FullScreen]->setCheckable(true);
  retranslate();
}

void Actions::retranslate() {
  for (const Spec& spec : specs) {
    QAction* action = (*this)[spec.act];
    const QString tip = translated(spec.tip);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setText(translated(spec.text));
    action->setIconText(plain(translated(spec.text)));
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? tip : tr("%1（%2）").arg(tip, keys));
  }
}

std::vector<Actions::Keys> Actions::shortcuts() const {
  std::vector<Keys> keys;
  for (const QAction* action : m_actions)
    if (!action->shortcut().isEmpty())
      keys.push_back({plain(action->text()),
                      QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                          .replace(u"; "_s, tr("　或　"))});
  return keys;
}

}  // namespace moxian
