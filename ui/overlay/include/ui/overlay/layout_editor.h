#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "ui/overlay/layout_draft.h"
#include "ui/overlay/overlay_probe.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QToolButton;

namespace sheen {

class BoxForm;
class FieldList;
class LayoutCanvas;

/**
 * Draws an overlay layout on the frames of a flight: boxes, which field each is and how it is written. What
 * the boxes read is seen a moment after each change. Kept as a file in the user's folder.
 */
class LayoutEditor : public QDialog
{
    Q_OBJECT

public:
    LayoutEditor(std::shared_ptr<const Flight> flight, double folderIntervalSeconds,
                 QWidget* parent = nullptr);
    ~LayoutEditor() override;

    /** Starts from a layout: it is put where the flight's pictures lie. */
    void startFrom(const OverlayLayout& layout);
    void startFromNothing();
    /** Starts from what the pictures themselves show: looked for meanwhile, unless something is drawn by
     * then. One click takes it. */
    void startFromPictures();

    void goToFrame(int index);
    const LayoutDraft& draft() const { return m_draft; }
    LayoutCanvas& canvas() const { return *m_canvas; }

    /** Reads a layout's file, keeps it in the user's folder and shows it. */
    void importFile(const QString& path);
    void exportFile(const QString& path);

Q_SIGNALS:
    void readingChanged();  //!< what the boxes read is shown anew
    void trialShown();
    void proposalShown();
    void layoutSaved(const QString& name);  //!< it can be found by this name from now on

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    QWidget* makeSide();
    QWidget* makeLetters();
    QLayout* makeFrames();
    QLayout* makeButtons();
    void connectParts();
    void connectProbe();
    void fillStartMenu();

    void change(const LayoutDraft& draft);
    void undo();
    void drawBox(const QRectF& place);
    void placeBox(int index, const QRectF& place);
    void applyForm();
    void removeBox();
    void choose(int index);
    void setLetters(double textHeight, LetterColour colour, bool byHand);

    void showFrame(std::shared_ptr<const Frame> frame, const QRectF& activePicture);
    void readSoon();
    void measureOrRead();
    void read();
    void refresh();
    void tryOnFrames();
    void showTrial(const TrialResult& result);

    void showProposal(const OverlayProposal& proposal);
    void takeProposal();
    void save();
    void keep(const OverlayLayout& layout, const QString& name, const QString& title);
    void chooseImport();
    void chooseExport();
    OverlayLayout kept() const;
    void say(const QString& sentence, bool problem);

    OverlayProbe* m_probe;
    LayoutDraft m_draft;
    std::vector<LayoutDraft> m_undo;
    int m_current = -1;
    bool m_lettersByHand = false;            //!< not measured any more
    bool m_modified = false;                 //!< since it was kept last
    std::optional<OverlayLayout> m_waiting;  //!< to start from, once the picture is there
    std::shared_ptr<const Frame> m_frame;
    QRectF m_activePicture{0, 0, 1, 1};
    TelemetryReading m_reading;
    std::array<bool, overlayFieldCount> m_asked{};   //!< fields that are being read
    std::array<bool, overlayFieldCount> m_looked{};  //!< fields that m_reading tells of
    std::optional<TrialResult> m_trial;
    bool m_trying = false;
    QTimer m_readTimer;
    bool m_closeWhenSaved = false;
    bool m_proposing = false;
    std::optional<OverlayProposal> m_proposal;  //!< to be shown, once the picture is there

    LayoutCanvas* m_canvas;
    FieldList* m_fields;
    BoxForm* m_form;
    QMenu* m_startMenu = nullptr;
    QLabel* m_title = nullptr;
    QSlider* m_slider = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_frameLabel = nullptr;
    QDoubleSpinBox* m_textHeight = nullptr;
    QComboBox* m_colour = nullptr;
    QPushButton* m_measure = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_undoButton = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_take = nullptr;  //!< seen while what was proposed is as it was
};

}  // namespace sheen
