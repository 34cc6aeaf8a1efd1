#include "field_table_model.h"

#include <QBrush>
#include <QFont>
#include <QLocale>
#include <algorithm>

#include "ui/telemetry/field_text.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

constexpr double cropMarginPixels = 3;  // of the recording, so that letters do not touch the crop's edge

bool isClock(OverlayField field)
{
    return field == OverlayField::Date || field == OverlayField::Time || field == OverlayField::Zone;
}

QString zoneText(double hours)
{
    return QStringLiteral("UTC%1%2").arg(hours < 0 ? QString() : QStringLiteral("+")).arg(hours, 0, 'f', 1);
}

}  // namespace

void FieldTableModel::clear()
{
    beginResetModel();
    m_shown = false;
    m_record = {};
    m_picture = QImage();
    endResetModel();
}

void FieldTableModel::show(const TelemetryRecord& record, const TrackSettings& settings,
                           const QImage& picture, const QSize& recordingSize)
{
    const bool begin = !m_shown;
    if (begin)
        beginResetModel();
    m_record = record;
    m_settings = settings;
    m_picture = picture;
    m_recordingSize = recordingSize;
    m_shown = true;
    if (begin)
        endResetModel();
    else  // keeps what is selected
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

/** Fields of the clock have no qualities of their own: what is held true is the instant they mean together.
 */
TrackMark FieldTableModel::clockMark(OverlayField field) const
{
    const Correction* correction = correctionOf(field);
    if ((correction && !correction->text.isEmpty()) ||
        (field == OverlayField::Zone && m_settings.clockZoneHours))
        return TrackMark::Set;
    if (m_record.doubts[indexOf(field)] != Doubt::None)
        return TrackMark::Rejected;
    if (!seenText(field).isEmpty() || m_record.reading.utc.isValid())
        return TrackMark::Read;
    return m_record.utc.isValid() && field != OverlayField::Zone ? TrackMark::Filled : TrackMark::None;
}

TrackMark FieldTableModel::markAt(int row) const
{
    const OverlayField field = fieldAt(row);
    return isClock(field) ? clockMark(field) : markOf(m_record.qualities[indexOf(field)]);
}

const Correction* FieldTableModel::correctionOf(OverlayField field) const
{
    const auto found = std::find_if(m_settings.corrections.begin(), m_settings.corrections.end(),
                                    [this, field](const Correction& correction) {
                                        return correction.frame == frame() && correction.field == field;
                                    });
    return found == m_settings.corrections.end() ? nullptr : &*found;
}

bool FieldTableModel::isCorrected(int row) const
{
    return correctionOf(fieldAt(row)) != nullptr;
}

bool FieldTableModel::canStrikeOut(int row) const
{
    return !seenText(fieldAt(row)).isEmpty() && m_record.doubts[indexOf(fieldAt(row))] != Doubt::Analyst;
}

QImage FieldTableModel::cropAt(int row) const
{
    const QRectF box = m_record.reading[fieldAt(row)].box;
    if (box.isEmpty() || m_picture.isNull() || m_recordingSize.isEmpty())
        return {};
    const double scale = double(m_picture.width()) / m_recordingSize.width();
    const QRectF wide =
        box.adjusted(-cropMarginPixels, -cropMarginPixels, cropMarginPixels, cropMarginPixels);
    const QRect crop = QRectF(wide.topLeft() * scale, wide.size() * scale).toAlignedRect() & m_picture.rect();
    return crop.isEmpty() ? QImage() : m_picture.copy(crop);
}

QString FieldTableModel::seenText(OverlayField field) const
{
    const FieldReading& seen = m_record.reading[field];
    return seen.text.isEmpty() && seen.value ? fieldValueText(field, *seen.value) : seen.text;
}

QString FieldTableModel::clockText(OverlayField field) const
{
    if (field == OverlayField::Zone) {
        if (m_settings.clockZoneHours)
            return zoneText(*m_settings.clockZoneHours);
        const FieldReading& zone = m_record.reading[field];
        return zone.value ? zoneText(*zone.value) : QString();
    }
    if (!m_record.utc.isValid())
        return {};
    const QDateTime utc = m_record.utc.toUTC();
    return field == OverlayField::Date ? utc.toString(QStringLiteral("yyyy-MM-dd"))
                                       : utc.toString(QStringLiteral("HH:mm:ss 'UTC'"));
}

QString FieldTableModel::valueText(OverlayField field) const
{
    if (isClock(field))
        return clockText(field);
    if (field == OverlayField::Sensor)
        return m_record.sensor;
    const std::optional<double> value = m_record.values[indexOf(field)];
    return value ? fieldValueText(field, *value) : QString();
}

/** What editing begins with: of the clock the overlay's form, for what is shown is the instant in UTC. */
QString FieldTableModel::editText(OverlayField field) const
{
    const Correction* correction = correctionOf(field);
    if (!isClock(field))
        return valueText(field);
    return correction && !correction->text.isEmpty() ? correction->text : seenText(field);
}

QString FieldTableModel::clockWhy(OverlayField field) const
{
    const TrackMark mark = clockMark(field);
    const bool known = !clockText(field).isEmpty();
    if (mark == TrackMark::Set) {
        return correctionOf(field) ? reasonText(Quality::Set, Doubt::None, known)
                                   : tr("set for the whole flight");
    }
    if (mark != TrackMark::Read) {
        return reasonText(mark == TrackMark::Rejected ? Quality::Rejected : Quality::Interpolated,
                          m_record.doubts[indexOf(field)], known);
    }
    if (m_record.reading.source == Quality::Klv)
        return reasonText(Quality::Klv, Doubt::None, known);
    if (field == OverlayField::Zone)
        return tr("as read");
    if (m_settings.clockShiftSeconds == 0)
        return tr("in UTC");
    return tr("in UTC, shifted by %1 s")
        .arg(QLocale().toString(m_settings.clockShiftSeconds, 'g', QLocale::FloatingPointShortest));
}

QString FieldTableModel::why(OverlayField field) const
{
    if (isClock(field))
        return clockWhy(field);
    return reasonText(m_record.qualities[indexOf(field)], m_record.doubts[indexOf(field)],
                      !valueText(field).isEmpty());
}

int FieldTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_shown ? 0 : int(overlayFieldCount);
}

int FieldTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FieldTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_shown)
        return {};
    const OverlayField field = fieldAt(index.row());
    const TrackMark mark = markAt(index.row());
    switch (role) {
        case Qt::ToolTipRole:
            return asPlainText(data(index, Qt::DisplayRole).toString());
        case Qt::DisplayRole:
            switch (index.column()) {
                case NameColumn:
                    return fieldName(field);
                case SeenColumn:
                    return seenText(field);
                case ValueColumn:
                    return valueText(field);
                case WhyColumn:
                    return why(field);
                default:
                    return {};
            }
        case Qt::EditRole:
            return index.column() == ValueColumn ? editText(field) : QVariant();
        case Qt::DecorationRole:
            return index.column() == ValueColumn ? QVariant(markIcon(mark)) : QVariant();
        case Qt::BackgroundRole:
            return markShade(mark).isValid() ? QVariant(QBrush(markShade(mark))) : QVariant();
        case Qt::ForegroundRole:  // the shades are light, whatever the palette is
            return markShade(mark).isValid() ? QVariant(QBrush(QColor(0x20, 0x28, 0x2d))) : QVariant();
        case Qt::FontRole:
            if (index.column() == SeenColumn && mark == TrackMark::Rejected) {
                QFont font;
                font.setStrikeOut(true);
                return font;
            }
            return {};
        default:
            return {};
    }
}

QVariant FieldTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Field");
        case CropColumn:
            return tr("Picture");
        case SeenColumn:
            return tr("Read");
        case ValueColumn:
            return tr("Value");
        case WhyColumn:
            return tr("Why");
        default:
            return {};
    }
}

Qt::ItemFlags FieldTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == ValueColumn && m_editable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool FieldTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const OverlayField field = fieldAt(index.row());
    const QString typed = value.toString().trimmed();
    if (typed.isEmpty() || typed == editText(field))
        return false;
    const TypedValue result = typedValue(field, typed);
    if (!result.refusal.isEmpty()) {
        Q_EMIT refused(result.refusal);
        return false;
    }
    Q_EMIT corrected({frame(), field, result.value, result.text});
    return true;
}

}  // namespace sheen
