#include "about_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sheen {

AboutDialog::AboutDialog(const QString& versions, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Sheen"));
    auto* icon = new QLabel;
    icon->setPixmap(windowIcon().pixmap(64, 64));

    auto* purpose = new QLabel(tr(
        "<b>Sheen</b><p>Finds oil on the sea in the recordings of a surveillance aircraft, places it on the "
        "map, and writes it out.</p><p>Free software under the GNU General Public License, version 3 or "
        "later. Built on QGIS, Qt, GDAL, OpenCV, LibTorch and FFmpeg.</p>"));
    purpose->setWordWrap(true);
    auto* lines = new QLabel(versions);
    lines->setObjectName(QStringLiteral("versions"));
    lines->setTextFormat(Qt::PlainText);
    lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copies the versions, for a report of what went wrong"));
    connect(copy, &QPushButton::clicked, this,
            [versions] { QGuiApplication::clipboard()->setText(versions); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* texts = new QVBoxLayout;
    texts->addWidget(purpose);
    texts->addWidget(lines);
    auto* row = new QHBoxLayout;
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(buttons);
    setMinimumWidth(480);
}

}  // namespace sheen
