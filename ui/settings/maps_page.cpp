#include "maps_page.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QUuid>
#include <QVBoxLayout>

#include "ui/layers/add_layer_dialog.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

MapsPage::MapsPage(const std::vector<MapSource>& sources, QWidget* parent)
    : QWidget(parent), m_sources(sources), m_table(new QTableWidget(0, 3))
{
    m_table->setObjectName(QStringLiteral("mapSources"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("Address")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* hint =
        new QLabel(tr("Files are shown at each start. No server is asked until you show its map with "
                      "Base maps in the panel of layers."));
    hint->setProperty("hint", true);
    hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(makeButtons());
    column->addWidget(hint);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_change->setEnabled(chosenRow() >= 0);
        m_forget->setEnabled(chosenRow() >= 0);
    });
    connect(m_table, &QTableWidget::itemDoubleClicked, this, &MapsPage::change);
    showSources();
}

QWidget* MapsPage::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto make = [row](const char* name, const QString& text) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        return button;
    };
    connect(make("addMap", tr("&Add…")), &QPushButton::clicked, this, &MapsPage::add);
    m_change = make("changeMap", tr("&Change…"));
    m_forget = make("forgetMap", tr("&Forget"));
    connect(m_change, &QPushButton::clicked, this, &MapsPage::change);
    connect(m_forget, &QPushButton::clicked, this, &MapsPage::forget);
    row->addStretch(1);
    return buttons;
}

int MapsPage::chosenRow() const
{
    return m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow();
}

void MapsPage::showSources()
{
    m_table->setRowCount(int(m_sources.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const MapSource& source = m_sources[std::size_t(row)];
        const QString address =
            source.needsNetwork() ? source.address : QDir::toNativeSeparators(source.address);
        int column = 0;
        for (const QString& text : {source.name, kindText(source.kind), address}) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(asPlainText(text));
            m_table->setItem(row, column++, item);
        }
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(1);
    m_table->clearSelection();
    m_change->setEnabled(false);
    m_forget->setEnabled(false);
}

void MapsPage::add()
{
    auto* dialog = new AddLayerDialog({}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        MapSource source = dialog->source();
        source.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_sources.push_back(source);
        showSources();
    });
    dialog->open();
}

void MapsPage::change()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    auto* dialog = new AddLayerDialog(m_sources[std::size_t(row)], this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] {
        m_sources[std::size_t(row)] = dialog->source();
        showSources();
    });
    dialog->open();
}

void MapsPage::forget()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    m_sources.erase(m_sources.begin() + row);
    showSources();
}

}  // namespace sheen
