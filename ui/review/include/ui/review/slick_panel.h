#pragma once

#include <QHash>
#include <QImage>
#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace sheen {

class SlickStore;
class ShareBar;
struct Slick;

/**
 * The selected slick: its dimensions, shares and volume, how sure, where it was seen, what was decided and
 * what it is taken for, with the picture of its best frame. With an area selected that too; with several
 * slicks their number and sums, accepted, undecided and rejected apart.
 */
class SlickPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SlickPanel(SlickStore* store, QWidget* parent = nullptr);
    ~SlickPanel() override;

    /** Buttons for these actions under the facts; those of low priority (the codes) as icons alone. */
    void setActions(const QList<QAction*>& actions);

    /** The frame whose picture the panel wants to show; -1 for none. */
    int wantedFrame() const { return m_wantedFrame; }
    /** A frame's picture, from whoever decodes; taken only where it is the wanted one. */
    void setPicture(int frame, const QImage& picture);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void showFrame(int frame);
    void pictureWanted(int frame);  //!< answer with setPicture, now or later

private:
    QWidget* makeFacts();
    void makeChoices();
    void addChoice(const QString& name, QComboBox* box);
    QLabel* addFact(const QString& name);
    void showSelection();
    void showOne(const Slick& slick);
    void showArea(const Slick& slick);
    void showChoices(const Slick& slick);
    void showMany();
    void wantFrame(int frame);
    void scalePicture();

    SlickStore* m_store;
    QStackedLayout* m_pages;
    QWidget* m_page;
    QGridLayout* m_facts;
    QHash<QWidget*, QLabel*> m_names;  //!< what stands before each fact
    QLabel* m_hint;
    QLabel* m_title;
    QLabel* m_size;
    QLabel* m_direction;
    QLabel* m_overall;
    QLabel* m_coverage;
    QLabel* m_area;
    ShareBar* m_bar;
    QLabel* m_shares;
    QLabel* m_volume;
    QLabel* m_chosenArea;
    QLabel* m_confidence;
    QLabel* m_frames;
    QLabel* m_positionError;
    QLabel* m_position;
    QLabel* m_seen;
    QLabel* m_decision;
    QComboBox* m_takenFor;
    QComboBox* m_form;
    QLabel* m_origin;
    QLabel* m_reviewer;
    QLabel* m_note;
    QLabel* m_picture;
    QPushButton* m_firstFrame;
    QPushButton* m_bestFrame;
    QPushButton* m_lastFrame;
    QHBoxLayout* m_buttons;
    QHBoxLayout* m_iconButtons;
    QImage m_image;
    int m_wantedFrame = -1;
};

}  // namespace sheen
