#pragma once

#include <QTreeWidget>
#include <optional>
#include <vector>

#include "box_verdict.h"
#include "ui/overlay/overlay_probe.h"

namespace sheen {

/**
 * All fields that an overlay can have, with what their boxes read and in how many frames of a trial, and the
 * other marks. Fields without a box stand there too: the next box drawn is theirs while they are chosen.
 */
class FieldList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget* parent = nullptr);

    void showDraft(const LayoutDraft& draft, const std::vector<BoxVerdict>& verdicts,
                   const TelemetryReading& reading, const std::optional<TrialResult>& trial);
    void setCurrentBox(int index);
    void setCurrentField(OverlayField field);

    int currentBox() const;                            //!< -1 where the row has none
    std::optional<OverlayField> currentField() const;  //!< nothing for another mark

Q_SIGNALS:
    void rowChosen();
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTreeWidgetItem* rowOf(OverlayField field) const;
    void showMarks(const LayoutDraft& draft);
};

}  // namespace sheen
