#include "core/telemetry/overlay_layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include "core/data/error.h"
#include "core/data/resources.h"

namespace sheen {

namespace {

[[noreturn]] void refuse(const QString& path, const QString& why)
{
    throw Error(QCoreApplication::translate("OverlayLayout", "The overlay layout %1 cannot be used: %2")
                    .arg(QDir::toNativeSeparators(path), why),
                ErrorKind::Unreadable);
}

std::optional<OverlayField> fieldFromName(const QString& name)
{
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        if (overlayFieldName(static_cast<OverlayField>(i)) == name)
            return static_cast<OverlayField>(i);
    }
    return std::nullopt;
}

/** A box is [left, top, width, height], shares of the active picture. */
QRectF readBox(const QJsonValue& value, const QString& path, const QString& where)
{
    const QJsonArray numbers = value.toArray();
    bool good = numbers.size() == 4;
    for (const QJsonValue& number : numbers)
        good = good && number.isDouble();
    const QRectF box = good ? QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                                     numbers[3].toDouble())
                            : QRectF();
    if (!good || box.width() <= 0 || box.height() <= 0 || !QRectF(0, 0, 1, 1).intersects(box)) {
        refuse(path, QCoreApplication::translate(
                         "OverlayLayout",
                         "the box of %1 has to be [left, top, width, height], as shares of the picture.")
                         .arg(where));
    }
    return box;
}

OverlayLayout::Field readField(const QJsonObject& object, const QString& path)
{
    const QString name = object.value(QLatin1String("field")).toString();
    const auto field = fieldFromName(name);
    if (!field)
        refuse(path,
               QCoreApplication::translate("OverlayLayout", "it names an unknown field \"%1\".").arg(name));
    OverlayLayout::Field result;
    result.field = *field;
    result.box = readBox(object.value(QLatin1String("box")), path, name);
    result.inverse = object.value(QLatin1String("inverse")).toBool(false);
    return result;
}

void addLayoutsOf(const QString& folder, std::vector<OverlayLayout>& layouts)
{
    const QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        try {
            layouts.push_back(loadOverlayLayout(dir.filePath(file)));
        } catch (const Error&) {
            // A broken file of the analyst's must not keep the others from being offered; opening it by
            // name says what is wrong with it.
        }
    }
}

}  // namespace

std::vector<OverlayMark> overlayMarks(const OverlayLayout& layout)
{
    std::vector<OverlayMark> marks;
    for (const QRectF& box : layout.otherMarks)
        marks.push_back({box, false});
    for (const OverlayLayout::Field& field : layout.fields)
        marks.push_back({field.box, field.inverse});
    return marks;
}

OverlayLayout loadOverlayLayout(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(path, file.errorString());
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        refuse(path, problem.error == QJsonParseError::NoError
                         ? QCoreApplication::translate("OverlayLayout", "it holds no JSON object.")
                         : problem.errorString());
    }
    const QJsonObject json = document.object();

    OverlayLayout layout;
    layout.path = QFileInfo(path).absoluteFilePath();
    layout.name = json.value(QLatin1String("name")).toString(QFileInfo(path).completeBaseName());
    layout.title = json.value(QLatin1String("title")).toString(layout.name);
    layout.aspectRatio = json.value(QLatin1String("aspectRatio")).toDouble();
    layout.textHeight = json.value(QLatin1String("textHeight")).toDouble();
    if (layout.textHeight <= 0 || layout.textHeight > 0.2) {
        refuse(path, QCoreApplication::translate("OverlayLayout",
                                                 "textHeight, the height of a capital as a share of the "
                                                 "picture's height, has to lie between 0 and 0.2."));
    }
    for (const QJsonValue& value : json.value(QLatin1String("fields")).toArray())
        layout.fields.push_back(readField(value.toObject(), path));
    if (layout.fields.empty())
        refuse(path, QCoreApplication::translate("OverlayLayout", "it describes no fields."));
    for (const QJsonValue& value : json.value(QLatin1String("otherMarks")).toArray())
        layout.otherMarks.push_back(readBox(value, path, QStringLiteral("otherMarks")));
    return layout;
}

std::vector<OverlayLayout> availableOverlayLayouts()
{
    std::vector<OverlayLayout> layouts;
    addLayoutsOf(resourcePath(QStringLiteral("overlays")), layouts);
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (!own.isEmpty())
        addLayoutsOf(own + QLatin1String("/overlays"), layouts);
    return layouts;
}

}  // namespace sheen
