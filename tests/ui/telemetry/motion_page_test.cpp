#include "motion_page.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include "support/some_motion_check.h"

using namespace sheen;
using namespace sheen::test;

/** What the page says of checks, and what its button sets. */
class MotionPageTest : public QObject
{
    Q_OBJECT

    static QString textOf(const MotionPage& page)
    {
        return page.findChild<QLabel*>(QStringLiteral("motionChecks"))->text();
    }

    static QPushButton* buttonOf(const MotionPage& page)
    {
        return page.findChild<QPushButton*>(QStringLiteral("takeMotion"));
    }

private Q_SLOTS:
    void saysThatNothingCouldBeChecked()
    {
        MotionPage page;
        page.showChecks({}, {}, true);
        QVERIFY(textOf(page).contains(QStringLiteral("Could not be checked")));
        QVERIFY(buttonOf(page)->isHidden());
    }

    void agreesWithoutAButton()
    {
        MotionPage page;
        page.showChecks({someMotionCheck(1.01, -0.4)}, {}, true);
        QVERIFY(textOf(page).contains(QStringLiteral("0.990 ± 0.030")));
        QVERIFY(textOf(page).contains(QStringLiteral("-0.4° ± 1.1°")));
        QVERIFY(buttonOf(page)->isHidden());
    }

    void takesWhatMendsIt()
    {
        MotionPage page;
        std::vector<TrackSettings> taken;
        connect(&page, &MotionPage::edited, this,
                [&taken](const TrackSettings& settings) { taken.push_back(settings); });
        TrackSettings settings;
        settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 12;
        page.showChecks({someMotionCheck(1.25, -10)}, settings, true);
        QVERIFY(textOf(page).contains(QStringLiteral("9.60 mm instead of 12.00 mm")));
        QVERIFY(!buttonOf(page)->isHidden() && buttonOf(page)->isEnabled());
        buttonOf(page)->click();
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(taken[0].sensorWidthMillimetres.at(QStringLiteral("EOW")), 9.6);
        QCOMPARE(taken[0].calibration.boresightRollDegrees, -10.0);
    }

    void nothingIsTakenDuringARun()
    {
        MotionPage page;
        page.showChecks({someMotionCheck(0.8, 0)}, {}, false);
        QVERIFY(!buttonOf(page)->isHidden() && !buttonOf(page)->isEnabled());
    }
};

QTEST_MAIN(MotionPageTest)
#include "motion_page_test.moc"
