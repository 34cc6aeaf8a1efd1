#pragma once

#include <QWidget>
#include <atomic>
#include <vector>

#include "geo/ground.h"
#include "placing/views_of_place.h"
#include "ui/session/work_thread.h"

class QLabel;
class QListWidget;

namespace sheen {

class Session;

/** Where was this seen: the frames that show a place, the best first, each with a look at it. */
class PlaceViews : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceViews(Session* session, QWidget* parent = nullptr);
    ~PlaceViews() override;

    void showPlace(const GroundPoint& place);
    void clear();

Q_SIGNALS:
    void frameChosen(int frame, const sheen::GroundPoint& place);

private:
    void showTitle();
    void decodeLooks(const std::vector<ViewOfPlace>& views);

    Session* m_session;
    QLabel* m_title;
    QListWidget* m_list;
    GroundPoint m_place;
    int m_found = -1;  //!< frames that show it; below 0: no place was asked for
    std::atomic<int> m_request{0};
    WorkThread m_thread;
};

}  // namespace sheen
