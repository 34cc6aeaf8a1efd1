#include "ui/layers/add_layer_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sheen {

namespace {

QLineEdit* line(const char* name, const QString& text, const QString& example)
{
    auto* edit = new QLineEdit(text);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(example);
    return edit;
}

}  // namespace

AddLayerDialog::AddLayerDialog(const MapSource& source, QWidget* parent)
    : QDialog(parent), m_given(source), m_form(new QFormLayout), m_kind(new QComboBox), m_remark(new QLabel)
{
    setObjectName(QStringLiteral("addLayerDialog"));
    setWindowTitle(source.id.isEmpty() ? tr("Add a Layer") : tr("Change a Layer"));
    makeForm();
    m_remark->setObjectName(QStringLiteral("remark"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setProperty("hint", true);
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing() * 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_add = buttons->button(QDialogButtonBox::Ok);
    m_add->setText(source.id.isEmpty() ? tr("&Add") : tr("&Change"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_remark);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_kind, QOverload<int>::of(&QComboBox::currentIndexChanged), this, &AddLayerDialog::showKind);
    for (QLineEdit* edit : {m_name, m_address, m_layers, m_style, m_matrixSet, m_crs})
        connect(edit, &QLineEdit::textChanged, this, &AddLayerDialog::check);
    resize(560, 320);
    showKind();
}

void AddLayerDialog::makeForm()
{
    m_kind->setObjectName(QStringLiteral("layerKind"));
    for (const MapSource::Kind kind :
         {MapSource::Kind::File, MapSource::Kind::Tiles, MapSource::Kind::Wms, MapSource::Kind::Wmts})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_given.kind)));
    m_kind->setEnabled(m_given.id.isEmpty());
    m_name = line("layerName", m_given.name, QString());
    m_addressRow = makeAddress();
    m_layers =
        line("serverLayers", m_given.layers, tr("as the server names it; of WMS several, with commas"));
    m_style = line("serverStyle", m_given.style, tr("the server's own"));
    m_matrixSet = line("matrixSet", m_given.matrixSet, QStringLiteral("EPSG:3857"));
    m_crs = line("serverCrs", m_given.crs, QStringLiteral("EPSG:3857"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Kind"), m_kind);
    m_form->addRow(tr("Address"), m_addressRow);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Layer of the server"), m_layers);
    m_form->addRow(tr("Style"), m_style);
    m_form->addRow(tr("Tile matrix set"), m_matrixSet);
    m_form->addRow(tr("Coordinate system"), m_crs);
}

QWidget* AddLayerDialog::makeAddress()
{
    m_address = line("layerAddress", m_given.address, QString());
    m_browse = new QPushButton(tr("&Browse…"));
    connect(m_browse, &QPushButton::clicked, this, &AddLayerDialog::browse);
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_address, 1);
    row->addWidget(m_browse);
    return both;
}

void AddLayerDialog::browse()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a map"),
                                                      QFileInfo(m_address->text()).path(), mapFileFilter());
    if (path.isEmpty())
        return;
    m_address->setText(path);
    if (m_name->text().isEmpty())
        m_name->setText(QFileInfo(path).completeBaseName());
}

MapSource::Kind AddLayerDialog::kind() const
{
    return static_cast<MapSource::Kind>(m_kind->currentData().toInt());
}

void AddLayerDialog::setRow(QWidget* field, bool visible)
{
    field->setVisible(visible);
    m_form->labelForField(field)->setVisible(visible);
}

void AddLayerDialog::showKind()
{
    const bool server = kind() == MapSource::Kind::Wms || kind() == MapSource::Kind::Wmts;
    m_browse->setVisible(kind() == MapSource::Kind::File);
    for (QWidget* field : std::initializer_list<QWidget*>{m_layers, m_style, m_crs})
        setRow(field, server);
    setRow(m_matrixSet, kind() == MapSource::Kind::Wmts);
    switch (kind()) {
        case MapSource::Kind::File:
            m_address->setPlaceholderText(QStringLiteral("chart.gpkg"));
            break;
        case MapSource::Kind::Tiles:
            m_address->setPlaceholderText(QStringLiteral("https://server/{z}/{x}/{y}.png"));
            break;
        case MapSource::Kind::Wms:
            m_address->setPlaceholderText(QStringLiteral("https://server/wms"));
            break;
        case MapSource::Kind::Wmts:
            m_address->setPlaceholderText(QStringLiteral("https://server/wmts/WMTSCapabilities.xml"));
            break;
    }
    check();
}

void AddLayerDialog::check()
{
    const MapSource now = source();
    const QString problem = now.problem();
    m_add->setEnabled(problem.isEmpty());
    if (!problem.isEmpty())
        m_remark->setText(problem);
    else if (now.needsNetwork())
        m_remark->setText(
            tr("The server is asked only when you show this layer: whoever runs it then learns "
               "which part of the sea you look at."));
    else
        m_remark->setText(tr("The file is read where it lies, and not changed."));
}

MapSource AddLayerDialog::source() const
{
    MapSource source = m_given;
    source.kind = kind();
    source.name = m_name->text().trimmed();
    source.address = m_address->text().trimmed();
    source.layers = m_layers->text().trimmed();
    source.style = m_style->text().trimmed();
    source.matrixSet = m_matrixSet->text().trimmed();
    source.crs = m_crs->text().trimmed();
    return source;
}

}  // namespace sheen
