#include "class_table.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QToolButton>

#include "data/appearance.h"

namespace sheen {

namespace {

enum Column { Colour, Name, Oil, Code, Columns };

constexpr int lastCode = 5;
constexpr QSize chipSize(28, 14);

QColor colourOf(const ModelClass& one)
{
    return {one.rgb[0], one.rgb[1], one.rgb[2]};
}

QIcon chip(const QColor& colour)
{
    QPixmap pixmap(chipSize);
    pixmap.fill(colour);
    return pixmap;
}

/** A check box in the middle of its cell. */
QWidget* centred(QCheckBox* box)
{
    auto* cell = new QWidget;
    auto* layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box, 0, Qt::AlignCenter);
    return cell;
}

}  // namespace

ClassTable::ClassTable(QWidget* parent) : QTableWidget(0, Columns, parent)
{
    setObjectName(QStringLiteral("classes"));
    setHorizontalHeaderLabels({tr("Colour"), tr("Class"), tr("Oil"), tr("Appearance code")});
    horizontalHeaderItem(Name)->setToolTip(tr("Double-click a name to change it"));
    horizontalHeaderItem(Oil)->setToolTip(tr("Areas of this class become slicks"));
    horizontalHeaderItem(Code)->setToolTip(
        tr("Of the Bonn Agreement: thickness and volume follow from it. None where the class tells nothing "
           "of it."));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setShowGrid(false);
    connect(this, &QTableWidget::itemChanged, this, &ClassTable::takeName);
}

void ClassTable::setClasses(const std::vector<ModelClass>& classes)
{
    m_classes = classes;
    setRowCount(0);
    setRowCount(int(classes.size()));
    for (int row = 0; row < rowCount(); ++row)
        addRow(row);
}

void ClassTable::addRow(int row)
{
    auto* colour = new QToolButton;
    colour->setIconSize(chipSize);
    colour->setAutoRaise(true);
    colour->setToolTip(tr("Choose another colour"));
    connect(colour, &QToolButton::clicked, this, [this, row] { chooseColour(row); });
    setCellWidget(row, Colour, colour);

    const QSignalBlocker quiet(this);
    setItem(row, Name, new QTableWidgetItem);

    auto* oil = new QCheckBox;
    connect(oil, &QCheckBox::clicked, this, [this, row](bool on) { setOil(row, on); });
    setCellWidget(row, Oil, centred(oil));

    auto* code = new QComboBox;
    code->setFrame(false);
    code->setFocusPolicy(Qt::StrongFocus);
    code->addItem(tr("none"));
    for (int i = 1; i <= lastCode; ++i)
        code->addItem(QStringLiteral("%1  %2").arg(i).arg(appearanceName(i)));
    connect(code, qOverload<int>(&QComboBox::activated), this,
            [this, row](int chosen) { setCode(row, chosen); });
    setCellWidget(row, Code, code);
    showRow(row);
}

void ClassTable::showRow(int row)
{
    const ModelClass& one = m_classes[std::size_t(row)];
    const QSignalBlocker quiet(this);
    item(row, Name)->setText(one.name);
    item(row, Name)->setToolTip(tr("Value %1 in the mask").arg(one.value));
    qobject_cast<QToolButton*>(cellWidget(row, Colour))->setIcon(chip(colourOf(one)));
    cellWidget(row, Oil)->findChild<QCheckBox*>()->setChecked(one.oil);
    qobject_cast<QComboBox*>(cellWidget(row, Code))->setCurrentIndex(one.code);
}

void ClassTable::chooseColour(int row)
{
    const QColor colour = QColorDialog::getColor(colourOf(m_classes[std::size_t(row)]), this);
    if (colour.isValid())
        setColour(row, colour);
}

void ClassTable::setColour(int row, const QColor& colour)
{
    m_classes[std::size_t(row)].rgb = {std::uint8_t(colour.red()), std::uint8_t(colour.green()),
                                       std::uint8_t(colour.blue())};
    showRow(row);
    Q_EMIT changed();
}

void ClassTable::setCode(int row, int code)
{
    ModelClass& one = m_classes[std::size_t(row)];
    one.code = code;
    one.oil = one.oil || code > 0;
    showRow(row);
    Q_EMIT changed();
}

void ClassTable::setOil(int row, bool isOil)
{
    ModelClass& one = m_classes[std::size_t(row)];
    one.oil = isOil;
    if (!isOil)
        one.code = 0;
    showRow(row);
    Q_EMIT changed();
}

void ClassTable::takeName(QTableWidgetItem* item)
{
    if (item->column() != Name)
        return;
    constexpr int longestName = 200;  // as in a card
    const QString name = item->text().simplified().left(longestName);
    if (!name.isEmpty())
        m_classes[std::size_t(item->row())].name = name;
    showRow(item->row());
    if (!name.isEmpty())
        Q_EMIT changed();
}

}  // namespace sheen
