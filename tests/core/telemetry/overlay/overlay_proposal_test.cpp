#include "overlay/overlay_proposal.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "overlay/overlay_reader.h"
#include "track/track.h"
#include "unknown_overlays.h"

using namespace sheen;
using namespace sheen::test;
using F = OverlayField;

namespace {

std::vector<Frame> framesOf(const std::vector<UnknownOverlay::Drawn>& drawn)
{
    std::vector<Frame> frames;
    for (const UnknownOverlay::Drawn& each : drawn)
        frames.push_back(each.frame);
    return frames;
}

/** Half of the last digit that the coarsest of the overlays shows; of positions a grid's metre. */
double slackOf(F field)
{
    switch (field) {
        case F::PlatformAltitude:
        case F::TargetElevation:
            return 0.51;
        case F::PlatformHeading:
        case F::TargetBearing:
            return 0.51;
        case F::SlantRange:
            return 6;
        default:
            return 2e-5;
    }
}

/** What a layout says wrongly of the frames: fields that lie elsewhere, and values that are not shown and
 * still stand as read once the flight was checked. */
QStringList mistakes(const OverlayProposal& proposal, const std::vector<UnknownOverlay::Drawn>& drawn)
{
    const OverlayLayout& layout = proposal.layout;
    QStringList wrong;
    OverlayReader reader(layout);
    Track track;
    for (const UnknownOverlay::Drawn& each : drawn) {
        track.add(reader.read(each.frame));
        for (const OverlayLayout::Field& field : layout.fields) {
            const auto place = each.places.find(field.field);
            const QString fault = QStringLiteral("%1 lies elsewhere").arg(overlayFieldName(field.field));
            bool right = place != each.places.end();
            if (right) {
                // A label that touches the value lies in the box with it.
                const cv::Point middle = (place->second.tl() + place->second.br()) / 2;
                right = field.box.contains(double(middle.x) / each.frame.picture.cols,
                                           double(middle.y) / each.frame.picture.rows);
            }
            if (!right && !wrong.contains(fault))
                wrong << fault;
        }
    }
    const std::vector<TelemetryRecord> records = track.finish();
    for (std::size_t i = 0; proposal.sure && i < records.size(); ++i) {
        for (const auto& [field, value] : drawn[i].values) {
            const auto& read = records[i].values[indexOf(field)];
            const bool stands = records[i].qualities[indexOf(field)] == Quality::Read && read;
            if (stands && std::abs(*read - value) > slackOf(field))
                wrong << QStringLiteral("%1 is %2 in frame %3, not %4")
                             .arg(overlayFieldName(field))
                             .arg(*read)
                             .arg(drawn[i].frame.index)
                             .arg(value);
        }
    }
    return wrong;
}

}  // namespace

class OverlayProposalTest : public QObject
{
    Q_OBJECT

    int m_found = 0;  //!< position, height and direction, surely

private Q_SLOTS:
    void nothingIsTakenWrongly_data()
    {
        QTest::addColumn<int>("number");
        const auto overlays = unknownOverlays();
        for (std::size_t i = 0; i < overlays.size(); ++i)
            QTest::newRow(qPrintable(overlays[i].title)) << int(i);
    }

    void nothingIsTakenWrongly()
    {
        QFETCH(int, number);
        const auto drawn = unknownOverlays()[std::size_t(number)].frames();
        const OverlayProposal proposal = proposeOverlay(framesOf(drawn));
        QStringList fields;
        for (const OverlayLayout::Field& field : proposal.layout.fields)
            fields << overlayFieldName(field.field) + QLatin1Char(' ') + field.format.form;
        qInfo("%s: %s", proposal.sure ? "sure" : "not sure", qPrintable(fields.join(", ")));
        m_found += proposal.sure && proposal.hasPosition && proposal.hasHeight && proposal.hasDirection;
        const QStringList wrong = mistakes(proposal, drawn);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(", ")));
    }

    void fourOfFiveAreFound() { QVERIFY2(m_found >= 4, qPrintable(QString::number(m_found))); }

    void nothingIsProposedWhereNothingIsWritten()
    {
        std::vector<Frame> frames;
        for (int i = 0; i < 6; ++i) {
            frames.emplace_back();
            frames.back().index = i;
            frames.back().timeSeconds = i;
            frames.back().picture = renderedSea({1280, 720}, i, {110, 8, 800, 190});
        }
        const OverlayProposal proposal = proposeOverlay(frames);
        QVERIFY(proposal.isEmpty() && !proposal.sure);
        QVERIFY(proposeOverlay({}).isEmpty());
        QVERIFY(proposeOverlay({Frame()}).isEmpty());
        Cancel cancel;
        cancel.request();
        QVERIFY(proposeOverlay(frames, cancel).isEmpty());
    }
};

QTEST_GUILESS_MAIN(OverlayProposalTest)
#include "overlay_proposal_test.moc"
