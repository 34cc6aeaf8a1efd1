#include "motion_page.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include "data/motion_mend.h"

namespace sheen {

namespace {

QString decimals(double number, int count)
{
    return QString::number(number, 'f', count);
}

struct MotionPageText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::MotionPage)
};

QString scaleText(const MotionCheck& check, const TrackSettings& settings)
{
    if (!check.knowsScale)
        return MotionPageText::tr("the scale could not be checked");
    const QString measured =
        MotionPageText::tr("a pixel shows %1 ± %2 times the metres that the telemetry says")
            .arg(decimals(1 / check.scale, 3), decimals(check.scaleError / check.scale, 3));
    if (!isScaleOff(check) || check.focalLengthMillimetres <= 0)
        return measured;
    const double width = sensorWidthMillimetres(check.sensor, settings);
    return MotionPageText::tr("%1, as with a sensor width of %2 mm instead of %3 mm")
        .arg(measured, decimals(width / check.scale, 2), decimals(width, 2));
}

QString headingText(const MotionCheck& check)
{
    if (!check.knowsHeading)
        return MotionPageText::tr("the heading could not be checked");
    return MotionPageText::tr("turned %1° ± %2° clockwise against the telemetry")
        .arg(decimals(check.headingDegrees, 1), decimals(check.headingErrorDegrees, 1));
}

QString lineOf(const MotionCheck& check, const TrackSettings& settings)
{
    const QString sensor = check.sensor.isEmpty() ? MotionPageText::tr("Camera") : check.sensor;
    const QString optics =
        check.focalLengthMillimetres > 0
            ? MotionPageText::tr("%1 at %2 mm").arg(sensor).arg(check.focalLengthMillimetres)
            : sensor;
    const bool isOff = isScaleOff(check) || isHeadingOff(check);
    return MotionPageText::tr("%1: %2; %3 (%n pair(s) of frames).", nullptr, check.pairs)
               .arg(optics, scaleText(check, settings), headingText(check)) +
           QLatin1Char(' ') +
           (isOff                                    ? MotionPageText::tr("Something is wrong.")
            : check.knowsScale || check.knowsHeading ? MotionPageText::tr("Nothing disagrees.")
                                                     : QString());
}

}  // namespace

MotionPage::MotionPage(QWidget* parent)
    : QWidget(parent), m_text(new QLabel), m_take(new QPushButton(tr("Set What Mends It")))
{
    auto* title = new QLabel(tr("Scale and heading by the pictures"));
    title->setProperty("heading", true);
    m_text->setObjectName(QStringLiteral("motionChecks"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setToolTip(tr(
        "Between two frames the aircraft moved a known way, and the ground moved through the picture by so "
        "many pixels: that gives scale and heading. Errors are standard errors."));
    m_take->setObjectName(QStringLiteral("takeMotion"));
    m_take->setToolTip(
        tr("Set the sensor's width, the focal scale or the boresight's roll so that the ground "
           "stands still; the flight is placed again"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(2);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addWidget(m_take, 0, Qt::AlignLeft);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (m_mended)
            Q_EMIT edited(*m_mended);
    });
}

void MotionPage::showChecks(const std::vector<MotionCheck>& checks, const TrackSettings& settings,
                            bool editable)
{
    QStringList lines;
    for (const MotionCheck& check : checks)
        lines << lineOf(check, settings);
    if (lines.isEmpty())
        lines << tr("Could not be checked: in too few pairs of frames anything on the ground held still.");
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_mended = mended(settings, checks);
    m_take->setVisible(m_mended.has_value());
    m_take->setEnabled(editable);
}

}  // namespace sheen
