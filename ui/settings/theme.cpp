#include "ui/settings/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QToolTip>

namespace sheen {

namespace {

struct Tones
{
    QColor window, base, alternate, button, text, faint, highlight, link;
    int lighter, darker;  //!< per cent, of the button's colour, for edges
};

const Tones& lightTones()
{
    static const Tones tones{QColor(0xf2, 0xf4, 0xf5),
                             QColor(0xff, 0xff, 0xff),
                             QColor(0xf5, 0xf8, 0xf9),
                             QColor(0xeb, 0xee, 0xf0),
                             QColor(0x1e, 0x26, 0x2b),
                             QColor(0x8a, 0x95, 0x9b),
                             QColor(0x1d, 0x6b, 0x8f),
                             QColor(0x17, 0x62, 0x8a),
                             110,
                             130};
    return tones;
}

const Tones& darkTones()
{
    static const Tones tones{QColor(0x2b, 0x31, 0x36),
                             QColor(0x1f, 0x24, 0x28),
                             QColor(0x26, 0x2c, 0x31),
                             QColor(0x38, 0x40, 0x46),
                             QColor(0xe6, 0xea, 0xec),
                             QColor(0x82, 0x8e, 0x95),
                             QColor(0x1d, 0x6b, 0x8f),
                             QColor(0x8e, 0xc5, 0xe3),
                             140,
                             170};
    return tones;
}

QPalette paletteOf(const Tones& tones)
{
    QPalette palette(tones.text, tones.button, tones.button.lighter(tones.lighter),
                     tones.button.darker(tones.darker), tones.button.darker(115), tones.text, tones.base);
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, tones.button);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.faint);
    palette.setColor(QPalette::Link, tones.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.faint);
    return palette;
}

}  // namespace

void applyTheme(Theme theme)
{
    static const QString systemStyle = QApplication::style()->objectName();
    static const QPalette systemPalette = QApplication::palette();
    static const QPalette systemToolTip = QToolTip::palette();
    static Theme applied = Theme::System;
    if (theme == applied)
        return;
    applied = theme;
    if (theme == Theme::System) {
        QApplication::setStyle(systemStyle);
        QApplication::setPalette(systemPalette);
        QToolTip::setPalette(systemToolTip);
        return;
    }
    // Other styles draw parts with colours of their own.
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QPalette palette = paletteOf(theme == Theme::Dark ? darkTones() : lightTones());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

}  // namespace sheen
