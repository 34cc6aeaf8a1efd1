#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QToolButton>
#include <memory>

#include <qgslayertree.h>
#include <qgslayertreeview.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "ui/layers/add_layer_dialog.h"
#include "ui/layers/layer_panel.h"
#include "ui/layers/own_layers.h"
#include "ui/support/qgis_test_main.h"
#include "ui/widgets/sheen_settings.h"

// Base maps and files of the analyst's own: shown, remembered, looked after; and no server is asked by
// itself.

using namespace sheen;

namespace {

constexpr int patience = 60000;

/** A map with the world map's place below, as the window has it, and the panel of its layers. */
struct Desk
{
    QgsProject project;
    std::unique_ptr<QgsMapCanvas> canvas = std::make_unique<QgsMapCanvas>();
    std::unique_ptr<LayerPanel> panel;

    Desk()
    {
        project.layerTreeRoot()->addGroup(QStringLiteral("Flight"));
        project.layerTreeRoot()->addGroup(QStringLiteral("Base map"));
        canvas->setDestinationCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326));
        panel = std::make_unique<LayerPanel>(project, canvas.get());
        panel->resize(300, 400);
        panel->show();
    }
    ~Desk() { panel.reset(); }

    OwnLayers& own() { return panel->ownLayers(); }
    QgsLayerTreeLayer* node(const QString& name)
    {
        for (QgsLayerTreeLayer* layer : project.layerTreeRoot()->findLayers()) {
            if (layer->name() == name)
                return layer;
        }
        return nullptr;
    }
    QMenu* menuOf(QgsLayerTreeNode* node)
    {
        panel->view()->setCurrentNode(node);
        return panel->view()->menuProvider()->createContextMenu();
    }
};

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray island(double longitude)
{
    return QStringLiteral(
               "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
               "\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
               "[[[%1,1],[%2,1],[%2,2],[%1,1]]]}}]}")
        .arg(longitude)
        .arg(longitude + 1)
        .toUtf8();
}

MapSource tiles(const QString& address)
{
    MapSource source;
    source.kind = MapSource::Kind::Tiles;
    source.name = QStringLiteral("Tiles");
    source.address = address;
    return source;
}

}  // namespace

class OwnLayersTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { sheenSettings()->clear(); }

    void aFileIsShownAboveTheWorldMapAndRemembered()
    {
        const QString path = m_folder.filePath(QStringLiteral("island.geojson"));
        writeFile(path, island(104));
        {
            Desk desk;
            QSignalSpy added(&desk.own(), &OwnLayers::added);
            desk.panel->addFile(path);
            QVERIFY(added.wait(patience));
            QgsLayerTreeLayer* node = desk.node(QStringLiteral("island"));
            QVERIFY(node && node->layer()->isValid());
            QVERIFY(qobject_cast<QgsVectorLayer*>(node->layer())->readOnly() ||
                    !qobject_cast<QgsVectorLayer*>(node->layer())->supportsEditing());
            const QList<QgsLayerTreeNode*> top = desk.project.layerTreeRoot()->children();
            QCOMPARE(top.size(), 3);
            QCOMPARE(top[1]->name(), QStringLiteral("Own layers"));  // under the flight
            node->layer()->setOpacity(0.4);
            node->setItemVisibilityChecked(false);
        }
        Desk desk;  // the next start
        QTRY_VERIFY_WITH_TIMEOUT(desk.node(QStringLiteral("island")), patience);
        QCOMPARE(desk.node(QStringLiteral("island"))->layer()->opacity(), 0.4);
        QVERIFY(!desk.node(QStringLiteral("island"))->itemVisibilityChecked());
    }

    void theMenuOfALayerZoomsSetsOpacityAndRemoves()
    {
        const QString path = m_folder.filePath(QStringLiteral("menu.geojson"));
        writeFile(path, island(104));
        Desk desk;
        QSignalSpy added(&desk.own(), &OwnLayers::added);
        desk.panel->addFile(path);
        QVERIFY(added.wait(patience));
        QgsLayerTreeLayer* node = desk.node(QStringLiteral("menu"));
        std::unique_ptr<QMenu> menu(desk.menuOf(node));
        menu->actions().first()->trigger();
        QVERIFY(desk.canvas->extent().contains(QgsRectangle(104, 1, 105, 2)));
        QVERIFY(desk.canvas->extent().width() < 10);
        menu->findChild<QSlider*>(QStringLiteral("layerOpacity"))->setValue(30);
        QCOMPARE(node->layer()->opacity(), 0.3);
        menu->findChild<QAction*>(QStringLiteral("removeLayer"))->trigger();
        QVERIFY(!desk.node(QStringLiteral("menu")));
        QVERIFY(rememberedSources().empty());
        QCOMPARE(desk.project.layerTreeRoot()->children().size(), 2);
        QVERIFY(desk.project.mapLayers().isEmpty());
    }

    void aFileThatIsNoMapIsSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("broken.shp"));
        writeFile(path, "no shapefile");
        Desk desk;
        QSignalSpy failed(&desk.own(), &OwnLayers::failed);
        desk.panel->addFile(path);
        QVERIFY(failed.wait(patience));
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("broken.shp")));
        QVERIFY(rememberedSources().empty());
        desk.panel->addFile(m_folder.filePath(QStringLiteral("gone.tif")));
        QVERIFY(failed.wait(patience));
        QVERIFY(failed.last().first().toString().contains(QStringLiteral("gone.tif")));
    }

    void noServerIsAskedByItself()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy asked(&server, &QTcpServer::newConnection);
        MapSource source =
            tiles(QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(server.serverPort()));
        source.id = QStringLiteral("tiles");
        rememberSources({source});
        Desk desk;
        QTest::qWait(300);
        QVERIFY(desk.project.mapLayers().isEmpty());
        QCOMPARE(asked.count(), 0);
        QVERIFY(!desk.own().isShown(source.id));

        // Chosen from the list, it is drawn, which asks.
        auto* servers = desk.panel->findChild<QToolButton*>(QStringLiteral("serverMaps"));
        Q_EMIT servers->menu()->aboutToShow();
        QAction* show = servers->menu()->actions().first();
        QCOMPARE(show->text(), source.name);
        QSignalSpy added(&desk.own(), &OwnLayers::added);
        show->trigger();
        QVERIFY(added.wait(patience));
        QVERIFY(desk.own().isShown(source.id));
        desk.canvas->resize(300, 300);
        desk.canvas->show();
        desk.canvas->setLayers(desk.project.mapLayers().values());
        desk.canvas->setExtent(QgsRectangle(100, 0, 110, 10));
        desk.canvas->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(asked.count() > 0, patience);
        desk.canvas->stopRendering();
        desk.canvas->setLayers({});
        desk.own().remove(source.id);  // off the map, still in the list
        QVERIFY(!desk.own().isShown(source.id));
        QCOMPARE(rememberedSources().size(), std::size_t(1));
        server.close();
    }

    void addressesBecomeWhatQgisTakes()
    {
        const MapSource xyz = tiles(QStringLiteral("https://server/{z}/{x}/{y}.png?key=a&b=c"));
        QVERIFY(xyz.problem().isEmpty());
        QVERIFY(xyz.uri().contains(QStringLiteral("type=xyz")));
        QVERIFY(!xyz.uri().contains(QStringLiteral("key=a&b=c")));  // its own & are escaped
        MapSource wms = xyz;
        wms.kind = MapSource::Kind::Wms;
        wms.address = QStringLiteral("https://server/wms");
        QVERIFY(!wms.problem().isEmpty());  // no layer is named
        wms.layers = QStringLiteral("coast, depth");
        QVERIFY(wms.problem().isEmpty());
        QVERIFY(wms.uri().contains(QStringLiteral("layers=coast")));
        QVERIFY(wms.uri().contains(QStringLiteral("layers=depth")));
        MapSource wmts = wms;
        wmts.kind = MapSource::Kind::Wmts;
        QVERIFY(!wmts.problem().isEmpty());
        wmts.matrixSet = QStringLiteral("GoogleMapsCompatible");
        QVERIFY(wmts.uri().contains(QStringLiteral("tileMatrixSet=GoogleMapsCompatible")));
        const MapSource again = MapSource::fromJson(wmts.toJson());
        QVERIFY(again.kind == MapSource::Kind::Wmts);
        QCOMPARE(again.uri(), wmts.uri());
    }

    void theDialogSaysWhatIsMissing()
    {
        AddLayerDialog dialog;
        dialog.show();
        auto* add = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        auto* kind = dialog.findChild<QComboBox*>(QStringLiteral("layerKind"));
        auto* remark = dialog.findChild<QLabel*>(QStringLiteral("remark"));
        const auto line = [&dialog](const char* name) {
            return dialog.findChild<QLineEdit*>(QLatin1String(name));
        };
        QVERIFY(!add->isEnabled());
        QVERIFY(!line("serverLayers")->isVisible());
        kind->setCurrentIndex(kind->findData(int(MapSource::Kind::Wmts)));
        QVERIFY(line("serverLayers")->isVisible());
        QVERIFY(line("matrixSet")->isVisible());
        QTest::keyClicks(line("layerName"), QStringLiteral("Chart"));
        QTest::keyClicks(line("layerAddress"), QStringLiteral("server/wmts"));
        QVERIFY2(remark->text().contains(QStringLiteral("https://")), qPrintable(remark->text()));
        line("layerAddress")->clear();
        QTest::keyClicks(line("layerAddress"), QStringLiteral("https://server/wmts"));
        QTest::keyClicks(line("serverLayers"), QStringLiteral("coast"));
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(line("matrixSet"), QStringLiteral("EPSG:3857"));
        QVERIFY(add->isEnabled());
        QVERIFY2(remark->text().contains(QStringLiteral("asked only when")), qPrintable(remark->text()));
        QCOMPARE(dialog.source().layers, QStringLiteral("coast"));
    }
};

SHEEN_QGIS_TEST_MAIN(OwnLayersTest)
#include "own_layers_test.moc"
