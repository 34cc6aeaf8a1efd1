// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/ais_files.h"

#include <QFile>

#include "ais_collector.h"
#include "ais_sentences.h"
#include "ais_table.h"
#include "base/error.h"
#include "ships_text.h"

namespace sheen {

namespace {

constexpr qint64 longestLine = 64 * 1024;
constexpr int linesBetweenLooks = 4096;  //!< at cancel

/** Lines of one file; which of the kinds it is, the first line that is one tells. */
class AisFile
{
public:
    AisFile(const QString& path, AisCollector& collector)
        : m_path(path), m_file(path), m_collector(collector), m_sentences(collector)
    {}

    void read(const Cancel* cancel)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            throw Error(
                ShipsText::tr("The file of AIS \"%1\" cannot be read: %2.").arg(m_path, m_file.errorString()),
                ErrorKind::Unreadable);
        for (int line = 0; !m_file.atEnd(); ++line) {
            if (line % linesBetweenLooks == 0 && cancel && cancel->requested())
                throw Error(ShipsText::tr("Cancelled."), ErrorKind::Cancelled);
            take(m_file.readLine(longestLine));
            if (!m_isKnown && line > mostForeignLines)
                break;
        }
        m_sentences.finish();
        if (!m_isKnown)
            throw Error(
                ShipsText::tr("\"%1\" is no AIS that Sheen reads. Give a table with the columns of the "
                              "Danish Maritime Authority or of MarineCadastre, or a file with !AIVDM "
                              "sentences.")
                    .arg(m_path),
                ErrorKind::Unreadable);
    }

private:
    static constexpr int mostForeignLines = 1000;  //!< before a file counts as none of these

    void take(const QByteArray& line)
    {
        if (m_table) {
            if (!line.trimmed().isEmpty())
                m_table->take(line, m_collector);
            return;
        }
        if (holdsAisSentence(line)) {
            m_isKnown = true;
            m_sentences.take(line);
        } else if (!m_isKnown) {
            m_table = AisTable::fromHeader(line);
            m_isKnown = m_table.has_value();
        }
    }

    QString m_path;
    QFile m_file;
    AisCollector& m_collector;
    AisSentences m_sentences;
    std::optional<AisTable> m_table;
    bool m_isKnown = false;
};

}  // namespace

AisShips readAisFiles(const QStringList& paths, const AisWindow& window, const Cancel* cancel)
{
    AisCollector collector(window);
    for (const QString& path : paths)
        AisFile(path, collector).read(cancel);
    AisShips result;
    result.ships = collector.takeShips();
    result.faults = collector.faults;
    return result;
}

}  // namespace sheen
