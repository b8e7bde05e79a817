#pragma once

#include <expected>
#include <string>

namespace moxian {

/// What went wrong, in terms a user can act on. The name of each value is its key in
/// resources/messages/*.toml ([errors] table), where its sentence stands.
enum class ErrorCode {
  FileMissing,         ///< nothing at the path
  FileUnreadable,      ///< exists, but may not be read
  FileTooLarge,        ///< over the limit of the reader
  FolderUnwritable,    ///< the folder takes no new file
  FileUnwritable,      ///< the file may not be written or replaced
  DiskFull,            ///< no space left
  ReadFailed,          ///< the device failed while reading
  WriteFailed,         ///< the device failed while writing
  BinaryFile,          ///< not a text file
  EncryptedFile,       ///< protected by a password
  DamagedFile,         ///< the format is known, the content is broken
  TextMissing,         ///< a document of nothing but pictures, such as a scan
  UnknownFormat,       ///< a file type that is not supported
  WrongEncoding,       ///< bytes that are invalid in the encoding that was forced
  NotEncodable,        ///< the text holds characters that the target encoding lacks
  NotADatabase,        ///< not an SQLite file
  ForeignDatabase,     ///< an SQLite file of another program
  NewerDatabase,       ///< written by a newer version
  DamagedDatabase,     ///< the database is broken
  DatabaseBusy,        ///< locked by another program
  DatabaseFailed,      ///< any other failure of the database
  ResourceInvalid,     ///< a file in resources/ or of the user is not as documented
  ResourceMissing,     ///< a file in resources/ is not there
  ProfileUnknown,      ///< no profile of that name
  FontMissing,         ///< no face on this system can show the text
  ExportFailed,        ///< the exporter could not produce the file
  NotADocument,        ///< not a .moxian document
  DamagedDocument,     ///< a .moxian document whose text cannot be proven whole
  FileChanged,         ///< somebody else wrote the file since it was read
  FileLocked,          ///< somebody else has the file open for writing
  UsageInvalid,        ///< arguments out of range
  Cancelled,           ///< the user stopped it
};

/// An expected failure. `subject` is what it is about (a path, a name; UTF-8) and stands in the
/// sentence; `detail` is for the log and for developers, in English, and may be empty.
struct Error {
  ErrorCode code;
  std::string subject;
  std::string detail;
};

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for `return std::unexpected(Error{...})`.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string subject = {},
                                                 std::string detail = {}) {
  return std::unexpected(Error{code, std::move(subject), std::move(detail)});
}

}  // namespace moxian
