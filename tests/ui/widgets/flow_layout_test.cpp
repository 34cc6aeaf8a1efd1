// A row of controls that breaks where the width does not suffice.

#include <QTest>
#include <QWidget>

#include "ui/widgets/flow_layout.h"

using namespace sheen;

class FlowLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksWhereTheWidthEnds()
    {
        QWidget window;
        auto* flow = new FlowLayout(&window, 5);
        for (const int width : {60, 40, 90}) {
            auto* item = new QWidget;
            item->setFixedSize(width, 20);
            flow->addWidget(item);
        }
        QCOMPARE(flow->minimumSize(), QSize(90, 20));
        QCOMPARE(flow->sizeHint(), QSize(60 + 5 + 40 + 5 + 90, 20));
        QCOMPARE(flow->heightForWidth(200), 20);
        QCOMPARE(flow->heightForWidth(199), 45);
        QCOMPARE(flow->heightForWidth(90), 70);

        flow->setGeometry(QRect(0, 0, 120, 100));
        QCOMPARE(flow->itemAt(0)->geometry(), QRect(0, 0, 60, 20));
        QCOMPARE(flow->itemAt(1)->geometry(), QRect(65, 0, 40, 20));
        QCOMPARE(flow->itemAt(2)->geometry(), QRect(0, 25, 90, 20));
    }

    void handsItsItemsBack()
    {
        FlowLayout flow;
        flow.addItem(new QSpacerItem(10, 10));
        QCOMPARE(flow.itemAt(1), nullptr);
        delete flow.takeAt(0);
        QCOMPARE(flow.count(), 0);
        QCOMPARE(flow.takeAt(0), nullptr);
        QCOMPARE(flow.heightForWidth(50), 0);
    }
};

QTEST_MAIN(FlowLayoutTest)
#include "flow_layout_test.moc"
