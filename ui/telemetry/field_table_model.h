#pragma once

#include <QAbstractTableModel>
#include <QImage>
#include <QSize>

#include "data/telemetry.h"
#include "data/track_settings.h"
#include "track_mark.h"

namespace sheen {

/**
 * What one frame tells of the flight, a row per field of the overlay: the crop of the picture it was read
 * from, the text, the cleaned value, and why it was changed. Values can be edited; what becomes of an edit is
 * told by signal.
 */
class FieldTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        CropColumn,
        SeenColumn,
        ValueColumn,
        WhyColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /** `picture` is that of the frame, at any scale, or null; `recordingSize` its size in the recording. */
    void show(const TelemetryRecord& record, const TrackSettings& settings, const QImage& picture,
              const QSize& recordingSize);
    /** Whether values can be edited at all. */
    void setEditable(bool editable) { m_editable = editable; }

    bool isEmpty() const { return !m_shown; }
    int frame() const { return m_record.reading.frame; }
    OverlayField fieldAt(int row) const { return static_cast<OverlayField>(row); }
    TrackMark markAt(int row) const;
    /** Whether the value of this row was set or struck out by hand. */
    bool isCorrected(int row) const;
    bool canStrikeOut(int row) const;  //!< whether something was read that is still believed
    /** The crop of the picture that a field was read from; null where there is none. */
    QImage cropAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void corrected(const sheen::Correction& correction);
    void refused(const QString& sentence);

private:
    QString seenText(OverlayField field) const;
    QString valueText(OverlayField field) const;
    QString clockText(OverlayField field) const;
    QString editText(OverlayField field) const;
    QString clockWhy(OverlayField field) const;
    QString why(OverlayField field) const;
    const Correction* correctionOf(OverlayField field) const;  //!< of the frame shown; nullptr without
    TrackMark clockMark(OverlayField field) const;

    TelemetryRecord m_record;
    TrackSettings m_settings;
    QImage m_picture;
    QSize m_recordingSize;
    bool m_shown = false;
    bool m_editable = true;
};

}  // namespace sheen
