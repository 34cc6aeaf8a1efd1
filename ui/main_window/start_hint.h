#pragma once

#include <QFrame>

class QAction;
class QVBoxLayout;

namespace sheen {

/** What to do in an empty window: a card in the middle of the map. */
class StartHint : public QFrame
{
    Q_OBJECT

public:
    /** The card stays in the middle of `parent`. */
    StartHint(const QList<QAction*>& actions, QWidget* parent);

    /** The flights of last time, the newest first; the first few are shown. */
    void showFlights(const QStringList& paths);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void openWanted(const QString& path);

private:
    void centre();

    QVBoxLayout* m_flights;
};

}  // namespace sheen
