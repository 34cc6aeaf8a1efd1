#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "data/telemetry.h"
#include "flight/flight.h"
#include "table/table_settings.h"
#include "ui/session/work_thread.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace sheen {

class ColumnTable;
class TablePreview;
class TableText;
class TelemetryTable;

/**
 * How a table of telemetry beside the recording is to be read: what each column is taken for, units that its
 * names do not say, the shift in time, seen against the recording. The table is read on a thread of its own.
 */
class TableImportDialog : public QDialog
{
    Q_OBJECT

public:
    /** `seen`: what was read of the recording so far, ascending. */
    TableImportDialog(const QString& path, const TableSettings& settings, const FlightInfo& flight,
                      const std::vector<TelemetryReading>& seen, QWidget* parent = nullptr);
    ~TableImportDialog() override;

    const QString& path() const { return m_path; }
    TableSettings settings() const;
    bool isReady() const { return m_table != nullptr; }  //!< the table can be used as it is set now

Q_SIGNALS:
    void checked();  //!< after each change: the table was tried as it is set now

private:
    QWidget* makeSettings();
    void load();
    void showColumns();
    void check();
    void showTable(std::shared_ptr<TelemetryTable> table, const QString& problem);
    void showShift();
    QString missing() const;
    QString summary() const;

    QString m_path;
    TableSettings m_given;
    FlightInfo m_flight;
    std::shared_ptr<const TableText> m_text;
    std::shared_ptr<TelemetryTable> m_table;  //!< nullptr: it cannot be used yet
    int m_checks = 0;                         //!< only the latest counts

    ColumnTable* m_columns;
    TablePreview* m_preview;
    QDoubleSpinBox* m_shift;
    QDoubleSpinBox* m_fov;
    QLabel* m_heading;
    QLabel* m_fovLabel;
    QLabel* m_state;
    QPushButton* m_use = nullptr;
    WorkThread m_thread;
};

}  // namespace sheen
