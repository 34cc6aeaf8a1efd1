#include "ui/frame/place_views.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/session/session.h"
#include "ui/session/shown_frame.h"
#include "ui/widgets/notation.h"
#include "ui/widgets/position_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

constexpr int mostLooks = 60;
const QSize lookSize(144, 108);

/** The picture around the place, at twice its size, with a cross at it. */
QImage lookAt(const Flight& flight, const ViewOfPlace& view)
{
    const QImage whole = wholePicture(flight.frameAt(view.frame, view.timeSeconds).picture);
    QImage look(lookSize, QImage::Format_RGB32);
    look.fill(QColor(0x26, 0x2c, 0x31));
    QPainter painter(&look);
    const QPointF middle(lookSize.width() / 2.0, lookSize.height() / 2.0);
    const QRectF part(view.pixel.x - middle.x() / 2, view.pixel.y - middle.y() / 2, middle.x(), middle.y());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), lookSize), whole, part);
    painter.setPen(QPen(QColor(0xff, 0x8a, 0x65), 1.5));
    for (const QPointF& arm : {QPointF(1, 0), QPointF(0, 1)}) {
        painter.drawLine(middle - arm * 12, middle - arm * 4);
        painter.drawLine(middle + arm * 4, middle + arm * 12);
    }
    return look;
}

QString viewText(const ViewOfPlace& view)
{
    const QLocale locale;
    return PlaceViews::tr("Frame %1, %2\n%3 m a pixel\n%4° below the horizon")
        .arg(QString::number(view.frame), recordingTime(view.timeSeconds),
             locale.toString(view.metresPerPixel, 'f', view.metresPerPixel < 10 ? 2 : 0),
             locale.toString(view.depressionDegrees, 'f', 0));
}

}  // namespace

PlaceViews::PlaceViews(Session* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(new QLabel),
      m_list(new QListWidget),
      m_thread(QStringLiteral("looks"))
{
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("placeViewsTitle"));
    m_list->setObjectName(QStringLiteral("placeViewsList"));
    m_list->setIconSize(lookSize);
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    connect(&Notation::current(), &Notation::changed, this, &PlaceViews::showTitle);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        Q_EMIT frameChosen(item->data(Qt::UserRole).toInt(), m_place);
    });
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted})
        connect(session, signal, this, &PlaceViews::clear);
    clear();
}

PlaceViews::~PlaceViews()
{
    ++m_request;
}

void PlaceViews::clear()
{
    ++m_request;
    m_list->clear();
    m_found = -1;
    m_title->setText(tr("Click a place on the map with the tool Frames of a Place."));
}

void PlaceViews::showPlace(const GroundPoint& place)
{
    ++m_request;
    m_place = place;
    m_list->clear();
    std::vector<ViewOfPlace> views = viewsOfPlace(place, m_session->frames());
    m_found = int(views.size());
    showTitle();
    QPixmap none(lookSize);
    none.fill(QColor(0x26, 0x2c, 0x31));
    for (const ViewOfPlace& view : views) {
        auto* item = new QListWidgetItem(QIcon(none), viewText(view), m_list);
        item->setData(Qt::UserRole, view.frame);
    }
    views.resize(std::min<std::size_t>(views.size(), mostLooks));
    decodeLooks(views);
}

void PlaceViews::showTitle()
{
    if (m_found < 0)
        return;
    const QString where = positionText(m_place.latitudeDegrees, m_place.longitudeDegrees);
    m_title->setText(m_found == 0
                         ? tr("%1: no frame shows it.").arg(where)
                         : tr("%1: %n frame(s) show it, the best first.", nullptr, m_found).arg(where));
}

/** One after another, so that a newer place is not kept waiting. */
void PlaceViews::decodeLooks(const std::vector<ViewOfPlace>& views)
{
    const std::shared_ptr<const Flight> flight = m_session->flight();
    if (!flight)
        return;
    const int request = m_request;
    for (std::size_t row = 0; row < views.size(); ++row) {
        m_thread.post([this, request, row, flight, view = views[row]] {
            if (request != m_request)
                return;
            QImage look;
            try {
                look = lookAt(*flight, view);
            } catch (const std::exception&) {
                return;  // it stays in the list without a look
            }
            QMetaObject::invokeMethod(
                this,
                [this, request, row, look] {
                    if (QListWidgetItem* item = m_list->item(int(row)); item && request == m_request)
                        item->setIcon(QIcon(QPixmap::fromImage(look)));
                },
                Qt::QueuedConnection);
        });
    }
}

}  // namespace sheen
