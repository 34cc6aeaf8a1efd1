#include "table_import_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "base/error.h"
#include "column_table.h"
#include "sources/align_table.h"
#include "table/telemetry_table.h"
#include "table_preview.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

bool has(const std::vector<TableColumn>& columns, M meaning)
{
    return std::any_of(columns.begin(), columns.end(),
                       [meaning](const TableColumn& column) { return column.meaning == meaning; });
}

bool tellsFieldOfView(const std::vector<TableColumn>& columns)
{
    return has(columns, M::HorizontalFov) || has(columns, M::FocalLength) ||
           has(columns, M::EquivalentFocalLength);
}

QString signedTime(double seconds)
{
    return seconds < 0 ? QStringLiteral("−") + recordingTime(-seconds) : recordingTime(seconds);
}

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("heading", true);
    return label;
}

}  // namespace

TableImportDialog::TableImportDialog(const QString& path, const TableSettings& settings,
                                     const FlightInfo& flight, const std::vector<TelemetryReading>& seen,
                                     QWidget* parent)
    : QDialog(parent),
      m_path(path),
      m_given(settings),
      m_flight(flight),
      m_columns(new ColumnTable),
      m_preview(new TablePreview(flight, seen)),
      m_shift(new QDoubleSpinBox),
      m_fov(new QDoubleSpinBox),
      m_heading(heading(QFileInfo(path).fileName())),
      m_fovLabel(new QLabel(tr("Horizontal field of view"))),
      m_state(new QLabel),
      m_thread(QStringLiteral("table"))
{
    setWindowTitle(tr("Import Telemetry"));
    m_heading->setToolTip(asPlainText(QDir::toNativeSeparators(path)));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setText(tr("Use This Table"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->addWidget(m_heading);
    column->addWidget(m_columns, 1);
    column->addWidget(makeSettings());
    column->addWidget(heading(tr("Against the recording")));
    column->addWidget(m_preview);
    column->addWidget(m_state);
    column->addWidget(buttons);
    resize(760, 680);
    connect(m_columns, &ColumnTable::changed, this, &TableImportDialog::check);
    load();
}

TableImportDialog::~TableImportDialog()
{
    m_thread.stop();
}

QWidget* TableImportDialog::makeSettings()
{
    m_shift->setObjectName(QStringLiteral("shift"));
    m_shift->setRange(-1e6, 1e6);
    m_shift->setDecimals(2);
    m_shift->setSingleStep(0.1);
    m_shift->setSuffix(tr(" s"));
    m_shift->setValue(m_given.shiftSeconds);
    m_shift->setToolTip(tr("Added to the times of the table, to make them those of the recording"));
    m_fov->setObjectName(QStringLiteral("fov"));
    m_fov->setRange(0, 170);
    m_fov->setDecimals(2);
    m_fov->setSuffix(QStringLiteral("°"));
    m_fov->setSpecialValueText(tr("not known"));
    m_fov->setValue(m_given.horizontalFovDegrees.value_or(0));
    m_fov->setToolTip(tr("Of the camera, because the table tells neither that nor a focal length"));
    connect(m_shift, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &TableImportDialog::showShift);
    connect(m_fov, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &TableImportDialog::check);
    auto* settings = new QWidget;
    auto* row = new QHBoxLayout(settings);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Time shift")));
    row->addWidget(m_shift);
    row->addSpacing(20);
    row->addWidget(m_fovLabel);
    row->addWidget(m_fov);
    row->addStretch(1);
    return settings;
}

void TableImportDialog::load()
{
    m_state->setText(tr("The table is being read…"));
    m_use->setEnabled(false);
    m_thread.post([this, path = m_path] {
        std::shared_ptr<const TableText> text;
        QString problem;
        try {
            text = std::make_shared<const TableText>(TableText::load(path));
        } catch (const std::bad_alloc&) {
            problem = tr("There is not enough memory for this table.");
        } catch (const Error& error) {
            problem = error.sentence();
        }
        QMetaObject::invokeMethod(
            this,
            [this, text, problem] {
                m_text = text;
                if (m_text)
                    showColumns();
                else
                    showTable(nullptr, problem);
            },
            Qt::QueuedConnection);
    });
}

void TableImportDialog::showColumns()
{
    m_heading->setText(
        tr("%1: %2 rows").arg(QFileInfo(m_path).fileName(), QLocale().toString(m_text->rowCount())));
    std::vector<TableColumn> columns;
    try {
        columns = recogniseColumns(*m_text, m_given);
    } catch (const Error&) {
        // Settings of another table.
        columns = recogniseColumns(*m_text);
    }
    m_columns->show(*m_text, columns);
    check();
}

TableSettings TableImportDialog::settings() const
{
    TableSettings settings;
    settings.shiftSeconds = m_shift->value();
    if (!m_text)
        return settings;
    const std::vector<TableColumn> chosen = m_columns->columns();
    const std::vector<TableColumn> recognised = recogniseColumns(*m_text);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i].meaning != recognised[i].meaning)
            settings.meanings[chosen[i].name] = meaningName(chosen[i].meaning);
        if (chosen[i].unit != recognised[i].unit && !chosen[i].unit.isEmpty())
            settings.units[chosen[i].name] = chosen[i].unit;
    }
    if (!tellsFieldOfView(chosen) && m_fov->value() > 0)
        settings.horizontalFovDegrees = m_fov->value();
    return settings;
}

QString TableImportDialog::missing() const
{
    const std::vector<TableColumn> columns = m_columns->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].lacksUnit())
            return tr("Choose the unit of the column \"%1\".").arg(columns[i].name);
        for (std::size_t other = 0; other < i && columns[i].meaning != M::Unused; ++other) {
            if (columns[other].meaning == columns[i].meaning)
                return tr("\"%1\" and \"%2\" are both taken for the same: %3.")
                    .arg(columns[other].name, columns[i].name, ColumnTable::title(columns[i].meaning));
        }
    }
    if (!has(columns, M::Latitude) || !has(columns, M::Longitude))
        return tr("Choose the columns of latitude and longitude.");
    if (!has(columns, M::Altitude) && !has(columns, M::EllipsoidHeight) && !has(columns, M::Height))
        return tr("Choose the column of the altitude.");
    if (!has(columns, M::Time) && !has(columns, M::Utc) && !has(columns, M::Frame))
        return tr("Choose the column of the time.");
    if (!tellsFieldOfView(columns) && m_fov->value() == 0)
        return tr(
            "The table tells neither field of view nor focal length: say the camera's field of view above.");
    return {};
}

void TableImportDialog::check()
{
    if (!m_text)
        return;
    const int request = ++m_checks;
    const bool tellsFov = tellsFieldOfView(m_columns->columns());
    m_fov->setVisible(!tellsFov);
    m_fovLabel->setVisible(!tellsFov);
    if (const QString sentence = missing(); !sentence.isEmpty()) {
        showTable(nullptr, sentence);
        return;
    }
    m_use->setEnabled(false);
    m_thread.post([this, request, text = m_text, columns = m_columns->columns(), settings = settings()] {
        std::shared_ptr<TelemetryTable> table;
        QString problem;
        try {
            table = std::make_shared<TelemetryTable>(*text, columns, settings);
        } catch (const std::bad_alloc&) {
            problem = tr("There is not enough memory for this table.");
        } catch (const Error& error) {
            problem = error.sentence();
        }
        QMetaObject::invokeMethod(
            this,
            [this, request, table, problem] {
                if (request == m_checks)
                    showTable(table, problem);
            },
            Qt::QueuedConnection);
    });
}

void TableImportDialog::showTable(std::shared_ptr<TelemetryTable> table, const QString& problem)
{
    m_table = std::move(table);
    m_use->setEnabled(m_table != nullptr);
    m_state->setProperty("warning", m_table == nullptr);
    m_state->setStyleSheet(m_table ? QString() : QStringLiteral("color: #c0392b;"));
    if (!m_table) {
        m_preview->showNothing();
        m_state->setText(problem);
        Q_EMIT checked();
        return;
    }
    align(*m_table, m_flight);
    m_shift->setEnabled(!m_table->countsFrames());
    showShift();
    Q_EMIT checked();
}

void TableImportDialog::showShift()
{
    if (!m_table)
        return;
    m_table->setShift(m_shift->value());
    m_preview->show(*m_table);
    m_state->setText(summary());
}

QString TableImportDialog::summary() const
{
    QStringList sentences;
    const auto [first, last] = m_table->span();
    const QString recording = recordingTime(m_flight.durationSeconds);
    if (m_preview->matched() == 0)
        sentences << tr("The table says nothing of the times above. Shift it.");
    if (last < 1e7 && first > -1e7 && !m_table->countsFrames())
        sentences << tr("The table goes from %1 to %2 of the recording, which is %3 long.")
                         .arg(signedTime(first), signedTime(last), recording);
    if (const auto distance = m_preview->meanDistanceMetres())
        sentences << tr("On average it is %1 m from what the picture says.")
                         .arg(QLocale().toString(*distance, 'f', 0));
    if (m_table->assumesStraightDown())
        sentences << tr("It does not say where the camera looks: straight down is assumed.");
    if (m_table->assumesTakeOffAtSea())
        sentences << tr("Its heights are above the take-off, which is taken to lie at sea level.");
    return sentences.join(QLatin1Char(' '));
}

}  // namespace sheen
