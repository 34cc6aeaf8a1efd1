#pragma once

#include <QWidget>

class QAction;
class QTabWidget;

namespace sheen {

class Session;
class TiePage;
class TiePoints;

/** How the camera sits and what its lens does: numbers to turn, and points to fit them to. */
class CalibrationPanel : public QWidget
{
    Q_OBJECT

public:
    CalibrationPanel(Session* session, TiePoints* points, QAction* mark, QWidget* parent = nullptr);

    void showTiePoints();
    TiePage* tiePage() const { return m_ties; }

Q_SIGNALS:
    void frameChosen(int frame);
    void failed(const QString& sentence);

private:
    QTabWidget* m_tabs;
    TiePage* m_ties;
};

}  // namespace sheen
