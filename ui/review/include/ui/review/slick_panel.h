#pragma once

#include <QHash>
#include <QImage>
#include <QList>
#include <QWidget>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace sheen {

class SlickStore;
struct Slick;

/**
 * The selected slick: what it is, how large, how sure, where it was seen, what was decided, with the picture
 * of its best frame. With several selected: their number and sums.
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
    QLabel* addFact(const QString& name);
    void showSelection();
    void showOne(const Slick& slick);
    void showMany();
    void wantFrame(int frame);
    void scalePicture();

    SlickStore* m_store;
    QStackedLayout* m_pages;
    QWidget* m_page;
    QGridLayout* m_facts;
    QHash<QLabel*, QLabel*> m_names;  //!< what stands before each fact
    QLabel* m_hint;
    QLabel* m_title;
    QLabel* m_class;
    QLabel* m_code;
    QLabel* m_area;
    QLabel* m_volume;
    QLabel* m_confidence;
    QLabel* m_frames;
    QLabel* m_positionError;
    QLabel* m_position;
    QLabel* m_status;
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
