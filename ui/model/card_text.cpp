#include "ui/model/card_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace sheen {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::CardText)
};

QString row(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td><td>%2</td></tr>")
                                 .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString heading(const QString& text)
{
    return QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped());
}

QString inputText(const ModelCard& card)
{
    if (card.inputWidth > 0 && card.inputHeight > 0)
        return CardWords::tr("%1 × %2 pixels").arg(card.inputWidth).arg(card.inputHeight);
    return CardWords::tr("any size");
}

/** JSON as an indented list, at most a few levels of it. */
QString valueHtml(const QJsonValue& value, int level = 0)
{
    constexpr int deepest = 4;
    if (value.isObject() && level < deepest) {
        QString rows;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            rows += QStringLiteral("<li>%1: %2</li>")
                        .arg(QString(it.key()).replace(QLatin1Char('_'), QLatin1Char(' ')).toHtmlEscaped(),
                             valueHtml(it.value(), level + 1));
        return QStringLiteral("<ul>%1</ul>").arg(rows);
    }
    if (value.isArray() && level < deepest) {
        QString rows;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& item : array)
            rows += QStringLiteral("<li>%1</li>").arg(valueHtml(item, level + 1));
        return QStringLiteral("<ul>%1</ul>").arg(rows);
    }
    return value.toVariant().toString().toHtmlEscaped();
}

}  // namespace

QString cardHtml(const ModelCard& card)
{
    QString html =
        QStringLiteral("<h3>%1 %2</h3>").arg(card.name.toHtmlEscaped(), card.version.toHtmlEscaped());
    if (!card.description.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(card.description.toHtmlEscaped());
    html += QStringLiteral("<table>") + row(CardWords::tr("File"), card.path) +
            row(CardWords::tr("SHA-256"), card.sha256) + row(CardWords::tr("Licence"), card.licence) +
            row(CardWords::tr("Made for"), card.sensors.join(QStringLiteral(", "))) +
            row(CardWords::tr("Codes hold for"), card.codeSensors.join(QStringLiteral(", "))) +
            row(CardWords::tr("Pictures"), inputText(card)) + row(CardWords::tr("Answers"), card.outputKind) +
            QStringLiteral("</table>");
    for (const auto& [key, title] :
         {std::pair("taught", CardWords::tr("Taught")), std::pair("scores", CardWords::tr("Scores")),
          std::pair("weaknesses", CardWords::tr("Weaknesses")),
          std::pair("training", CardWords::tr("Training")),
          std::pair("calibration", CardWords::tr("Calibration"))}) {
        const QJsonValue value = card.json.value(QLatin1String(key));
        if (!value.isUndefined())
            html += heading(title) + valueHtml(value);
    }
    return html;
}

}  // namespace sheen
