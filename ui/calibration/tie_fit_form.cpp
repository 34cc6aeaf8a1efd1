#include "tie_fit_form.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace sheen {

namespace {

/** "before → after ± error", a row of the table that shows a fit. */
QString valueRow(const QString& name, double before, double after, double error, int decimals,
                 const QString& unit)
{
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'f', decimals); };
    const QString errorText =
        error > 0 ? QStringLiteral("± %1%2").arg(number(error), unit) : TieFitForm::tr("stays");
    return QStringLiteral(
               "<tr><td>%1</td><td align='right'>&nbsp; %2</td><td>&nbsp;→&nbsp;</td>"
               "<td align='right'><b>%3</b>%4</td><td>&nbsp; %5</td></tr>")
        .arg(name.toHtmlEscaped(), number(before), number(after), unit, errorText);
}

QString rmsText(const std::vector<TieResidual>& residuals)
{
    double pixels = 0, metres = 0;
    for (const TieResidual& residual : residuals) {
        pixels += residual.pixels.dot(residual.pixels) / double(residuals.size());
        metres += residual.metres * residual.metres / double(residuals.size());
    }
    const QLocale locale;
    return TieFitForm::tr("%1 px, %2 m")
        .arg(locale.toString(std::sqrt(pixels), 'f', 1), locale.toString(std::sqrt(metres), 'f', 1));
}

QString fitText(const TieFit& fit, const CameraCalibration& start)
{
    const QString degrees = QString(QChar(0x00B0));
    const CameraCalibration& found = fit.calibration;
    return QStringLiteral("<table cellspacing='1'>") +
           valueRow(TieFitForm::tr("Pan"), start.boresightPanDegrees, found.boresightPanDegrees,
                    fit.panErrorDegrees, 3, degrees) +
           valueRow(TieFitForm::tr("Tilt"), start.boresightTiltDegrees, found.boresightTiltDegrees,
                    fit.tiltErrorDegrees, 3, degrees) +
           valueRow(TieFitForm::tr("Roll"), start.boresightRollDegrees, found.boresightRollDegrees,
                    fit.rollErrorDegrees, 3, degrees) +
           valueRow(TieFitForm::tr("Focal scale"), start.focalScale, found.focalScale, fit.focalScaleError, 4,
                    QString()) +
           QStringLiteral("</table>") +
           TieFitForm::tr("Off by (RMS): %1 → <b>%2</b>").arg(rmsText(fit.before), rmsText(fit.after));
}

QPushButton* makeButton(const char* name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    return button;
}

}  // namespace

TieFitForm::TieFitForm(QWidget* parent)
    : QWidget(parent),
      m_pan(new QCheckBox(tr("Pan"))),
      m_tilt(new QCheckBox(tr("Tilt"))),
      m_roll(new QCheckBox(tr("Roll"))),
      m_focalScale(new QCheckBox(tr("Focal scale"))),
      m_result(new QLabel),
      m_fit(makeButton("tieFit", tr("Fit"), tr("Find the values that bring the points together"))),
      m_accept(makeButton("tieAccept", tr("Accept"), tr("Place the flight again with these values"))),
      m_cancel(makeButton("tieCancel", tr("Cancel"), tr("Leave everything as it is"))),
      m_takeBack(makeButton("tieTakeBack", tr("Take Back"),
                            tr("Return to the calibration from before the last fit was accepted")))
{
    m_pan->setObjectName(QStringLiteral("tiePan"));
    m_tilt->setObjectName(QStringLiteral("tieTilt"));
    m_roll->setObjectName(QStringLiteral("tieRoll"));
    m_focalScale->setObjectName(QStringLiteral("tieFocalScale"));
    m_result->setObjectName(QStringLiteral("tieResult"));
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* title = new QLabel(tr("Values to fit"));
    title->setProperty("heading", true);
    auto* boxes = new QHBoxLayout;
    for (QCheckBox* box : {m_pan, m_tilt, m_roll, m_focalScale}) {
        box->setToolTip(
            tr("Whether this value follows the points; what few points cannot tell is better "
               "left as it is"));
        boxes->addWidget(box);
        connect(box, &QCheckBox::clicked, this, [this] {
            m_chosen = true;
            Q_EMIT choiceChanged();
        });
    }
    boxes->addStretch(1);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_fit, m_accept, m_cancel, m_takeBack})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(title);
    column->addLayout(boxes);
    column->addLayout(buttons);
    column->addWidget(m_result, 1);
    connect(m_fit, &QPushButton::clicked, this, &TieFitForm::fitWanted);
    connect(m_accept, &QPushButton::clicked, this, &TieFitForm::accepted);
    connect(m_cancel, &QPushButton::clicked, this, &TieFitForm::cancelled);
    connect(m_takeBack, &QPushButton::clicked, this, &TieFitForm::takeBackWanted);
    propose(std::nullopt, {});
    setTakeBackEnabled(false);
}

void TieFitForm::suggest(const TieUnknowns& unknowns)
{
    if (m_chosen)
        return;
    m_pan->setChecked(unknowns.pan);
    m_tilt->setChecked(unknowns.tilt);
    m_roll->setChecked(unknowns.roll);
    m_focalScale->setChecked(unknowns.focalScale);
}

TieUnknowns TieFitForm::unknowns() const
{
    return {m_pan->isChecked(), m_tilt->isChecked(), m_roll->isChecked(), m_focalScale->isChecked()};
}

void TieFitForm::setFitEnabled(bool enabled)
{
    m_fit->setEnabled(enabled);
}

void TieFitForm::setTakeBackEnabled(bool enabled)
{
    m_takeBack->setVisible(enabled);
}

void TieFitForm::propose(const std::optional<TieFit>& fit, const CameraCalibration& start)
{
    m_accept->setVisible(fit.has_value());
    m_cancel->setVisible(fit.has_value());
    m_result->setText(fit ? fitText(*fit, start) : QString());
}

void TieFitForm::say(const QString& sentence)
{
    m_result->setText(sentence.toHtmlEscaped());
}

}  // namespace sheen
