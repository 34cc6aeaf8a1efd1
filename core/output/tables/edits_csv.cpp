// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/edits_csv.h"

#include "base/whole_file.h"
#include "tables/csv_row.h"
#include "workspace/workspace.h"

namespace sheen {

void writeEditsCsv(const std::vector<Edit>& edits, const QString& path)
{
    QByteArray rows("utc,person,action,slicks,description\n");
    for (const Edit& edit : edits) {
        QStringList ids;
        for (const std::int64_t id : edit.slickIds)
            ids << QString::number(id);
        CsvRow row;
        row.text(edit.time.isValid() ? edit.time.toUTC().toString(Qt::ISODate) : QString());
        row.text(edit.person);
        row.text(edit.action);
        row.text(ids.join(QLatin1Char(' ')));
        row.text(edit.description);
        rows += row.line();
    }
    writeWholeFile(path, rows);
}

}  // namespace sheen
