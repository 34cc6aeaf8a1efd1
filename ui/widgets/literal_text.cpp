#include "ui/widgets/literal_text.h"

#include <QTextDocument>

namespace sheen {

QString asHtml(const QString& text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString asPlainText(const QString& text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<span>%1</span>").arg(asHtml(text)) : text;
}

QString asMenuText(const QString& text)
{
    return QString(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace sheen
