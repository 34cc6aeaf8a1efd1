#include "column_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalBlocker>
#include <algorithm>

#include "table/table_text.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

enum ColumnPlace { NamePlace, SamplePlace, MeaningPlace, UnitPlace };

}  // namespace

QString ColumnTable::title(ColumnMeaning meaning)
{
    switch (meaning) {
        case ColumnMeaning::Unused:
            return tr("not used");
        case ColumnMeaning::Frame:
            return tr("Frame number");
        case ColumnMeaning::Time:
            return tr("Time of the recording");
        case ColumnMeaning::Utc:
            return tr("Date and time (UTC)");
        case ColumnMeaning::Latitude:
            return tr("Latitude");
        case ColumnMeaning::Longitude:
            return tr("Longitude");
        case ColumnMeaning::Altitude:
            return tr("Altitude above the sea");
        case ColumnMeaning::EllipsoidHeight:
            return tr("Height above the ellipsoid");
        case ColumnMeaning::Height:
            return tr("Height above take-off");
        case ColumnMeaning::Heading:
            return tr("Aircraft heading");
        case ColumnMeaning::Pitch:
            return tr("Aircraft pitch");
        case ColumnMeaning::Roll:
            return tr("Aircraft roll");
        case ColumnMeaning::GimbalYaw:
            return tr("Gimbal yaw (true)");
        case ColumnMeaning::GimbalPitch:
            return tr("Gimbal pitch (true)");
        case ColumnMeaning::GimbalRoll:
            return tr("Gimbal roll (true)");
        case ColumnMeaning::RelativeAzimuth:
            return tr("Camera azimuth, to the aircraft");
        case ColumnMeaning::RelativeElevation:
            return tr("Camera elevation, to the aircraft");
        case ColumnMeaning::RelativeRoll:
            return tr("Camera roll, to the aircraft");
        case ColumnMeaning::CameraBearing:
            return tr("Camera bearing (true)");
        case ColumnMeaning::CameraDepression:
            return tr("Camera depression");
        case ColumnMeaning::CameraRoll:
            return tr("Camera roll");
        case ColumnMeaning::HorizontalFov:
            return tr("Horizontal field of view");
        case ColumnMeaning::FocalLength:
            return tr("Focal length");
        case ColumnMeaning::EquivalentFocalLength:
            return tr("Focal length on 35 mm film");
        case ColumnMeaning::Sensor:
            return tr("Sensor");
        case ColumnMeaning::TargetLatitude:
            return tr("Target latitude");
        case ColumnMeaning::TargetLongitude:
            return tr("Target longitude");
        case ColumnMeaning::TargetElevation:
            return tr("Target elevation");
        case ColumnMeaning::TargetBearing:
            return tr("Target bearing");
        case ColumnMeaning::SlantRange:
            return tr("Slant range");
        case ColumnMeaning::Recording:
            return tr("Whether the camera records");
        case ColumnMeaning::LocalTime:
            return tr("Date and time (zone not known)");
    }
    return {};
}

ColumnTable::ColumnTable(QWidget* parent) : QTableWidget(0, 4, parent)
{
    setHorizontalHeaderLabels({tr("Column"), tr("First value"), tr("Taken for"), tr("Unit")});
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setSectionResizeMode(NamePlace, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(SamplePlace, QHeaderView::Stretch);
    // As wide as their boxes, see fitBoxes(): by itself a view does not look at what fills them later.
    horizontalHeader()->setSectionResizeMode(MeaningPlace, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(UnitPlace, QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setShowGrid(false);
}

void ColumnTable::show(const TableText& text, const std::vector<TableColumn>& columns)
{
    m_columns = columns;
    m_rows.clear();
    setRowCount(0);
    for (const bool recognised : {true, false}) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if ((columns[i].meaning != ColumnMeaning::Unused) == recognised)
                addRow(text, i);
        }
    }
    fitBoxes();
}

void ColumnTable::fitBoxes()
{
    int meaning = 0;
    int unit = 0;
    for (const Row& row : m_rows) {
        meaning = std::max(meaning, row.meaning->sizeHint().width());
        unit = std::max(unit, row.unit->sizeHint().width());
    }
    setColumnWidth(MeaningPlace, std::max(meaning, horizontalHeader()->sectionSizeHint(MeaningPlace)));
    setColumnWidth(UnitPlace, std::max(unit, horizontalHeader()->sectionSizeHint(UnitPlace)));
}

void ColumnTable::addRow(const TableText& text, std::size_t column)
{
    const int at = rowCount();
    insertRow(at);
    const Row row{column, new QComboBox, new QComboBox};
    const TableColumn& shown = m_columns[column];
    auto* name = new QTableWidgetItem(shown.name);
    auto* sample = new QTableWidgetItem(text.sample(int(column)));
    sample->setForeground(QColor(0x5b, 0x6a, 0x73));
    for (QTableWidgetItem* item : {name, sample})
        item->setToolTip(asPlainText(item->text()));
    setItem(at, NamePlace, name);
    setItem(at, SamplePlace, sample);
    for (std::size_t i = 0; i < columnMeaningCount; ++i)
        row.meaning->addItem(title(static_cast<ColumnMeaning>(i)), int(i));
    row.meaning->setCurrentIndex(int(shown.meaning));
    row.meaning->setToolTip(asPlainText(tr("What the column \"%1\" says").arg(shown.name)));
    row.unit->setToolTip(asPlainText(tr("The unit of the column \"%1\"").arg(shown.name)));
    // Scrolling the list must not change what the mouse happens to be over.
    for (QComboBox* box : {row.meaning, row.unit})
        box->setFocusPolicy(Qt::StrongFocus);
    row.unit->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setCellWidget(at, MeaningPlace, row.meaning);
    setCellWidget(at, UnitPlace, row.unit);
    fillUnits(row);
    connect(row.meaning, qOverload<int>(&QComboBox::currentIndexChanged), this, [this, row](int index) {
        m_columns[row.column].meaning = static_cast<ColumnMeaning>(index);
        if (!unitsOf(m_columns[row.column].meaning).contains(m_columns[row.column].unit))
            m_columns[row.column].unit.clear();
        fillUnits(row);
        fitBoxes();
        Q_EMIT changed();
    });
    connect(row.unit, qOverload<int>(&QComboBox::currentIndexChanged), this, [this, row] {
        m_columns[row.column].unit = row.unit->currentData().toString();
        markUnit(row);
        Q_EMIT changed();
    });
    m_rows.push_back(row);
}

void ColumnTable::fillUnits(const Row& row)
{
    const QSignalBlocker quiet(row.unit);
    const TableColumn& column = m_columns[row.column];
    const QStringList units = unitsOf(column.meaning);
    row.unit->clear();
    if (column.unit.isEmpty() && !units.isEmpty())
        row.unit->addItem(tr("choose…"), QString());
    for (const QString& unit : units)
        row.unit->addItem(unit == QLatin1String("deg") ? QStringLiteral("°") : unit, unit);
    row.unit->setCurrentIndex(row.unit->findData(column.unit));
    row.unit->setEnabled(!units.isEmpty());  // hiding would not last: a view shows the widgets of its cells
    markUnit(row);
}

void ColumnTable::markUnit(const Row& row) const
{
    const bool missing = m_columns[row.column].lacksUnit();
    row.unit->setStyleSheet(missing ? QStringLiteral("QComboBox { border: 1px solid #c0392b; }") : QString());
}

std::vector<TableColumn> ColumnTable::columns() const
{
    return m_columns;
}

}  // namespace sheen
