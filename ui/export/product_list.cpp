#include "product_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "export_dialog_text.h"

namespace sheen {

/** One product: its name for `--products`, its check box, the files that it makes. */
struct ProductList::Choice
{
    QString name;
    QString title;
    QStringList files;  //!< "*": whatever is there of such a name
    bool byDefault = true;
    QCheckBox* box = nullptr;
};

namespace {

/** The list is a part of the dialog, also for those who translate it. */

const QString mosaicName = QStringLiteral("mosaic");

}  // namespace

ProductList::ProductList(QWidget* parent)
    : QGroupBox(ExportDialogText::tr("What to write"), parent), m_choices(makeChoices())
{
    auto* layout = new QVBoxLayout(this);
    for (Choice& choice : m_choices) {
        choice.box = new QCheckBox(choice.title);
        choice.box->setObjectName(choice.name);
        choice.box->setToolTip(ExportDialogText::tr("--products %1").arg(choice.name));
        connect(choice.box, &QCheckBox::toggled, this, &ProductList::changed);
        layout->addWidget(choice.box);
        if (choice.name == mosaicName)
            layout->addLayout(makeMosaicRow(choice.box));
    }
}

ProductList::~ProductList() = default;

std::vector<ProductList::Choice> ProductList::makeChoices()
{
    return {
        {QStringLiteral("report"),
         ExportDialogText::tr("Report: PDF with findings, a page for each, map, method, edits and evidence"),
         {QStringLiteral("report.pdf")}},
        {QStringLiteral("shapefile"),
         ExportDialogText::tr("Shapefile: the slicks for any GIS"),
         {QStringLiteral("slicks.shp")}},
        {QStringLiteral("geojson"),
         ExportDialogText::tr("GeoJSON: the slicks for web maps"),
         {QStringLiteral("slicks.geojson")}},
        {QStringLiteral("kml"),
         ExportDialogText::tr("KML: the slicks for Google Earth"),
         {QStringLiteral("slicks.kml")}},
        {QStringLiteral("gpkg"),
         ExportDialogText::tr("GeoPackage: slicks, detections, footprints and track in one file"),
         {}},  // what lies there stays: it is the workspace as a rule
        {mosaicName,
         ExportDialogText::tr("Mosaic: all frames, and all masks, as one GeoTIFF each"),
         {QStringLiteral("mosaic.tif"), QStringLiteral("mask_mosaic.tif")}},
        {QStringLiteral("masks"),
         ExportDialogText::tr("Masks: the classes of each frame as GeoTIFF"),
         {QStringLiteral("masks")}},
        {QStringLiteral("frames"),
         ExportDialogText::tr("Frames: the picture of each frame as GeoTIFF (large)"),
         {QStringLiteral("frames")},
         false},
        {QStringLiteral("messages"),
         ExportDialogText::tr("Messages: POLREP in English and Korean, Bonn observation log"),
         {QStringLiteral("polrep.txt"), QStringLiteral("polrep_ko.txt"),
          QStringLiteral("observation_log.csv")}},
        {QStringLiteral("ships"),
         ExportDialogText::tr("Ships near the slicks, where AIS was given: a table and a layer"),
         {QStringLiteral("ships.csv"), QStringLiteral("ships.geojson")}},
        {QStringLiteral("evidence"),
         ExportDialogText::tr("Evidence package: report, data and frames with the SHA-256 of each"),
         {QStringLiteral("evidence.zip")},
         false},
        {QStringLiteral("project"),
         ExportDialogText::tr("QGIS project: what is written here, in Sheen's styles"),
         {QStringLiteral("sheen.qgz")}},
        {QStringLiteral("gpx"),
         ExportDialogText::tr("GPX: the track of the aircraft"),
         {QStringLiteral("track.gpx")}},
        {QStringLiteral("klv"),
         ExportDialogText::tr("Video with KLV: the recording with its telemetry as MISB ST 0601 (large)"),
         {QStringLiteral("*_klv.ts")},
         false},
        {QStringLiteral("csv"),
         ExportDialogText::tr("Telemetry: a table with a row for each frame"),
         {QStringLiteral("telemetry.csv")}},
    };
}

QLayout* ProductList::makeMosaicRow(QCheckBox* mosaic)
{
    m_mosaicOrder = new QComboBox;
    m_mosaicOrder->setObjectName(QStringLiteral("mosaicOrder"));
    m_mosaicOrder->setToolTip(
        ExportDialogText::tr("Which frame the mosaic shows where several saw the same place"));
    m_mosaicOrder->addItem(ExportDialogText::tr("the sharpest view"), QStringLiteral("sharpest"));
    m_mosaicOrder->addItem(ExportDialogText::tr("the newest view"), QStringLiteral("newest"));
    auto* label = new QLabel(ExportDialogText::tr("Where frames overlap:"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_mosaicOrder);
    row->addStretch(1);
    for (QWidget* widget : {static_cast<QWidget*>(label), static_cast<QWidget*>(m_mosaicOrder)}) {
        widget->setEnabled(mosaic->isChecked());
        connect(mosaic, &QCheckBox::toggled, widget, &QWidget::setEnabled);
    }
    return row;
}

QStringList ProductList::chosen() const
{
    QStringList names;
    for (const Choice& choice : m_choices) {
        if (choice.box->isChecked())
            names << choice.name;
    }
    return names;
}

void ProductList::choose(const QStringList& names)
{
    for (const Choice& choice : m_choices)
        choice.box->setChecked(names.contains(choice.name));
}

QStringList ProductList::defaults() const
{
    QStringList names;
    for (const Choice& choice : m_choices) {
        if (choice.byDefault)
            names << choice.name;
    }
    return names;
}

QStringList ProductList::files() const
{
    QStringList files;
    for (const Choice& choice : m_choices) {
        if (choice.box->isChecked())
            files << choice.files;
    }
    return files;
}

QString ProductList::titleOf(const QString& product) const
{
    for (const Choice& choice : m_choices) {
        if (choice.name == product)
            return choice.title;
    }
    return product;
}

QString ProductList::mosaicOrder() const
{
    return m_mosaicOrder->currentData().toString();
}

void ProductList::setMosaicOrder(const QString& order)
{
    m_mosaicOrder->setCurrentIndex(std::max(0, m_mosaicOrder->findData(order)));
}

}  // namespace sheen
