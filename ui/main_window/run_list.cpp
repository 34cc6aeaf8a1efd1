#include "run_list.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

enum Column { Begun, File, Model, Frames, Slicks, Accepted, Rejected, Reviewed, ColumnCount };

QString framesText(const RunFacts& facts)
{
    if (facts.framesDone == 0)
        return RunList::tr("broken off");
    const QString done = QLocale().toString(facts.framesDone);
    return facts.cancelled || facts.brokenOff ? RunList::tr("%1, not to the end").arg(done) : done;
}

/** What the run was told, a line each, for the tool tip. */
QString settingsText(const RunFacts& facts)
{
    QStringList lines;
    for (auto one = facts.settings.begin(); one != facts.settings.end(); ++one) {
        if (!one->isObject() && !one->isArray() && !one->isNull())
            lines << QStringLiteral("%1: %2").arg(one.key(), one->toVariant().toString());
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

RunList::RunList(QWidget* parent) : QDialog(parent), m_table(new QTableWidget(0, ColumnCount))
{
    setObjectName(QStringLiteral("runList"));
    setWindowTitle(tr("Earlier runs"));
    m_table->setHorizontalHeaderLabels({tr("Begun (UTC)"), tr("File"), tr("Model"), tr("Frames"),
                                        tr("Slicks"), tr("Accepted"), tr("Rejected"), tr("Last edit (UTC)")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(QStringLiteral("openRun"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &RunList::openChosen);
    connect(m_table, &QTableWidget::itemDoubleClicked, this, &RunList::openChosen);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &RunList::updateButton);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(buttons);
    resize(820, 320);
}

void RunList::setRuns(const std::vector<RunSummary>& runs, const QString& openPath)
{
    m_openPath = openPath;
    m_table->setRowCount(0);
    for (const RunSummary& run : runs) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const auto set = [&](int column, const QString& text) {
            auto* item = new QTableWidgetItem(text);
            item->setData(Qt::UserRole, run.path);
            item->setToolTip(asPlainText(settingsText(run.facts)));
            m_table->setItem(row, column, item);
        };
        const auto time = [](const QDateTime& utc) {
            return utc.isValid() ? utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                                 : QStringLiteral("–");
        };
        const bool open = QFileInfo(run.path) == QFileInfo(openPath);
        const QString name = QFileInfo(run.path).fileName();
        set(Begun, time(run.facts.startedAt));
        set(File, open ? tr("%1 (open)").arg(name) : name);
        set(Model, run.facts.model.name);
        set(Frames, framesText(run.facts));
        set(Slicks, QLocale().toString(run.slicks));
        set(Accepted, QLocale().toString(run.accepted));
        set(Rejected, QLocale().toString(run.rejected));
        set(Reviewed, time(run.lastEdit));
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    updateButton();
}

void RunList::updateButton()
{
    const QList<QTableWidgetItem*> chosen = m_table->selectedItems();
    m_open->setEnabled(!chosen.isEmpty() &&
                       QFileInfo(chosen.first()->data(Qt::UserRole).toString()) != QFileInfo(m_openPath));
}

void RunList::openChosen()
{
    const QList<QTableWidgetItem*> chosen = m_table->selectedItems();
    if (chosen.isEmpty() || !m_open->isEnabled())
        return;
    Q_EMIT openWanted(chosen.first()->data(Qt::UserRole).toString());
    accept();
}

}  // namespace sheen
