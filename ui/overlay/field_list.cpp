#include "field_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>

#include "ui/telemetry/field_text.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

enum Column { NameColumn, ReadColumn, SureColumn, TrialColumn };
constexpr int boxRole = Qt::UserRole;
constexpr int fieldCount = int(overlayFieldCount);
const QColor readColour(0x1b, 0x7f, 0x4b);
const QColor refusedColour(0xb3, 0x26, 0x1e);

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(qRound(share * 100));
}

void showReading(QTreeWidgetItem& row, const BoxVerdict& verdict, const FieldReading& reading)
{
    row.setText(ReadColumn, verdict.text);
    row.setText(SureColumn, reading.confidence > 0 ? percent(reading.confidence) : QString());
    if (verdict.state != BoxLook::State::Waiting)
        row.setForeground(ReadColumn, verdict.state == BoxLook::State::Read ? readColour : refusedColour);
    row.setToolTip(ReadColumn, asPlainText(verdict.reason.isEmpty() ? verdict.text : verdict.reason));
}

}  // namespace

FieldList::FieldList(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("fieldList"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setColumnCount(4);
    setHeaderLabels({tr("Field"), tr("Reads"), tr("Sure"), tr("Tried")});
    headerItem()->setToolTip(SureColumn, tr("How sure the reading is, of this frame"));
    headerItem()->setToolTip(TrialColumn, tr("In how many of the frames that were tried it could be read"));
    header()->setSectionResizeMode(ReadColumn, QHeaderView::Stretch);
    for (const int column : {int(NameColumn), int(SureColumn), int(TrialColumn)})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    for (int i = 0; i < fieldCount; ++i)
        new QTreeWidgetItem(this, {fieldName(static_cast<OverlayField>(i))});
    setCurrentItem(topLevelItem(0));
    connect(this, &QTreeWidget::currentItemChanged, this, &FieldList::rowChosen);
}

QTreeWidgetItem* FieldList::rowOf(OverlayField field) const
{
    return topLevelItem(int(field));
}

void FieldList::showDraft(const LayoutDraft& draft, const std::vector<BoxVerdict>& verdicts,
                          const TelemetryReading& reading, const std::optional<TrialResult>& trial)
{
    const QSignalBlocker quiet(this);
    const QColor faint = palette().color(QPalette::Disabled, QPalette::Text);
    for (int i = 0; i < fieldCount; ++i) {
        QTreeWidgetItem* row = topLevelItem(i);
        row->setData(NameColumn, boxRole, -1);
        row->setForeground(NameColumn, faint);
        row->setForeground(ReadColumn, faint);
        for (const int column : {int(ReadColumn), int(SureColumn), int(TrialColumn)}) {
            row->setText(column, QString());
            row->setToolTip(column, QString());
        }
    }
    for (int index = 0; index < int(draft.boxes.size()); ++index) {
        const LayoutBox& box = draft.boxes[std::size_t(index)];
        if (!box.field)
            continue;
        QTreeWidgetItem* row = rowOf(*box.field);
        row->setData(NameColumn, boxRole, index);
        row->setForeground(NameColumn, palette().color(QPalette::Text));
        showReading(*row, verdicts[std::size_t(index)], reading[*box.field]);
        if (trial && trial->frames > 0) {
            const int read = trial->read[std::size_t(*box.field)];
            row->setText(TrialColumn, tr("%1 of %2").arg(read).arg(trial->frames));
            row->setForeground(TrialColumn, 2 * read >= trial->frames ? readColour : refusedColour);
        }
    }
    showMarks(draft);
}

void FieldList::showMarks(const LayoutDraft& draft)
{
    int number = 0;
    for (int index = 0; index < int(draft.boxes.size()); ++index) {
        if (draft.boxes[std::size_t(index)].field)
            continue;
        ++number;
        if (topLevelItemCount() < fieldCount + number)
            new QTreeWidgetItem(this);
        QTreeWidgetItem* row = topLevelItem(fieldCount + number - 1);
        row->setText(NameColumn, tr("Other mark %1").arg(number));
        row->setText(ReadColumn, tr("not read"));
        row->setForeground(ReadColumn, palette().color(QPalette::Disabled, QPalette::Text));
        row->setData(NameColumn, boxRole, index);
    }
    while (topLevelItemCount() > fieldCount + number)
        delete topLevelItem(topLevelItemCount() - 1);
}

void FieldList::setCurrentBox(int index)
{
    const QSignalBlocker quiet(this);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(NameColumn, boxRole).toInt() == index && index >= 0) {
            setCurrentItem(topLevelItem(i));
            return;
        }
    }
    setCurrentItem(nullptr);
}

void FieldList::setCurrentField(OverlayField field)
{
    setCurrentItem(rowOf(field));
}

int FieldList::currentBox() const
{
    return currentItem() ? currentItem()->data(NameColumn, boxRole).toInt() : -1;
}

std::optional<OverlayField> FieldList::currentField() const
{
    const int row = currentItem() ? indexOfTopLevelItem(currentItem()) : -1;
    return row >= 0 && row < fieldCount ? std::optional(static_cast<OverlayField>(row)) : std::nullopt;
}

void FieldList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeWanted();
    else
        QTreeWidget::keyPressEvent(event);
}

}  // namespace sheen
