#include "unwritten_message.h"

#include <QAction>
#include <QLayout>
#include <QPushButton>

#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include "ui/session/waiting_writes.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

UnwrittenMessage::UnwrittenMessage(WaitingWrites* writes, QgsMessageBar* messages, QAction* saveAs,
                                   QObject* parent)
    : QObject(parent), m_writes(writes), m_messages(messages), m_saveAs(saveAs)
{
    connect(writes, &WaitingWrites::changed, this, &UnwrittenMessage::follow);
}

void UnwrittenMessage::follow()
{
    if (m_writes->count() == 0) {
        if (!m_item)
            return;
        m_messages->popWidget(m_item);
        m_messages->pushMessage(QString(), tr("Everything that was done is on disk again."),
                                Qgis::MessageLevel::Success, 12);
        return;
    }
    if (m_writes->reason().isEmpty())
        return;  // the results are being copied
    const QString text =
        tr("%n change(s) are kept in memory, and written as soon as that is possible; work can "
           "go on. %1",
           nullptr, m_writes->count())
            .arg(m_writes->reason());
    if (m_item) {
        m_item->setText(asHtml(text));
        return;
    }
    m_item = new QgsMessageBarItem(tr("Not on disk"), asHtml(text), Qgis::MessageLevel::Critical);
    m_item->setObjectName(QStringLiteral("unwritten"));
    auto* button = new QPushButton(tr("Save Results As…"));
    button->setObjectName(QStringLiteral("saveUnwritten"));
    connect(button, &QPushButton::clicked, m_saveAs, &QAction::trigger);
    m_item->layout()->addWidget(button);
    m_messages->pushItem(m_item);
}

}  // namespace sheen
