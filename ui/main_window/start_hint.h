#pragma once

#include <QFrame>

class QAction;

namespace sheen {

/** What to do in an empty window: a card in the middle of the map. */
class StartHint : public QFrame
{
    Q_OBJECT

public:
    /** The card stays in the middle of `parent`. */
    StartHint(const QList<QAction*>& actions, QWidget* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void centre();
};

}  // namespace sheen
