#include "ui/SkeletonController.h"

#include "core/base/Resources.h"
#include "ui/DraftEditor.h"
#include "ui/FileController.h"
#include "ui/SkeletonDialog.h"
#include "ui/Strings.h"

namespace moxian {

SkeletonController::SkeletonController(DraftEditor& editor, FileController& files,
                                       Services& services, QWidget* window)
    : QObject(window), m_editor(editor), m_files(files), m_services(services), m_window(window) {}

void SkeletonController::start() {
  auto* dialog = new SkeletonDialog(m_services, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    m_services.settings.set(settings::unit, toQString(dialog->facts().unit));
    make(dialog->profile(), dialog->facts());
  });
  dialog->open();
}

void SkeletonController::make(const std::string& profile, const SkeletonFacts& facts) {
  const auto folder = userConfigFolder();
  const auto text = skeletonOf(profile, facts, folder.value_or(std::filesystem::path()));
  if (!text) {
    m_services.dialogs->tell(m_window, tr("不能按模板新建"),
                             m_services.language.sentence(text.error()));
    return;
  }
  if (!m_files.newDraft()) return;
  m_editor.apply({{Span{0, 0}, *text}});
  m_editor.moveCursor(QTextCursor::Start);
  m_editor.goToSlot(true);
  m_editor.setFocus();
}

}  // namespace moxian
