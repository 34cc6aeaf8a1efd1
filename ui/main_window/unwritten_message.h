#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QgsMessageBar;
class QgsMessageBarItem;

namespace sheen {

class WaitingWrites;

/** Says in the window's messages, as long as it is so, that what is done cannot be written, and why. */
class UnwrittenMessage : public QObject
{
    Q_OBJECT

public:
    /** `saveAs`: offered as the way out. */
    UnwrittenMessage(WaitingWrites* writes, QgsMessageBar* messages, QAction* saveAs, QObject* parent);

private:
    void follow();

    WaitingWrites* m_writes;
    QgsMessageBar* m_messages;
    QAction* m_saveAs;
    QPointer<QgsMessageBarItem> m_item;  //!< nullptr while everything is on disk
};

}  // namespace sheen
