#include "overlay/overlay_layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <array>
#include <cmath>

#include "base/enum_names.h"
#include "base/error.h"
#include "base/resources.h"

namespace sheen {

namespace {

constexpr auto colourNames = enumNames<LetterColour, static_cast<int>(LetterColour::Blue)>(
    "blue", "green", "cyan", "red", "magenta", "yellow", "white");

[[noreturn]] void refuse(const QString& path, const QString& why)
{
    throw Error(QCoreApplication::translate("OverlayLayout", "The overlay layout %1 cannot be used: %2")
                    .arg(QDir::toNativeSeparators(path), why),
                ErrorKind::Unreadable);
}

/** A box is [left, top, width, height], shares of the active picture. */
QRectF readBox(const QJsonValue& value, const QString& path, const QString& key)
{
    constexpr double rounding = 1e-4;
    const QJsonArray numbers = value.toArray();
    bool good = numbers.size() == 4;
    for (const QJsonValue& number : numbers)
        good = good && number.isDouble();
    const QRectF box = good ? QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                                     numbers[3].toDouble())
                            : QRectF();
    if (!good || box.width() <= 0 || box.height() <= 0 ||
        !QRectF(0, 0, 1, 1).adjusted(-rounding, -rounding, rounding, rounding).contains(box)) {
        refuse(path, QCoreApplication::translate(
                         "OverlayLayout",
                         "%1 has to be [left, top, width, height], as shares of the picture, within 0 to 1.")
                         .arg(key));
    }
    return box;
}

OverlayLayout::Field readField(const QJsonObject& object, const QString& path, const QString& key)
{
    const QString name = object.value(QLatin1String("field")).toString();
    const auto field = overlayFieldFromName(name);
    if (!field)
        refuse(path, QCoreApplication::translate("OverlayLayout", "%1 names an unknown field \"%2\".")
                         .arg(key + QLatin1String(".field"), name));
    OverlayLayout::Field result;
    result.field = *field;
    result.box = readBox(object.value(QLatin1String("box")), path, key + QLatin1String(".box"));
    result.inverse = object.value(QLatin1String("inverse")).toBool(false);
    result.format.form = object.value(QLatin1String("format")).toString();
    result.format.before = object.value(QLatin1String("before")).toString();
    result.format.after = object.value(QLatin1String("after")).toString();
    const QStringList forms = fieldForms(*field);
    if (!result.format.form.isEmpty() && !forms.contains(result.format.form)) {
        const QString told =
            forms.isEmpty() ? QCoreApplication::translate(
                                  "OverlayLayout", "%1 is \"%2\", but %3 has no formats: leave it out.")
                            : QCoreApplication::translate(
                                  "OverlayLayout",
                                  "%1 is \"%2\", which is no format of %3. Leave it out, or use one of: %4.");
        const QString formKey = key + QLatin1String(".format");
        refuse(path, forms.isEmpty()
                         ? told.arg(formKey, result.format.form, name)
                         : told.arg(formKey, result.format.form, name, forms.join(QStringLiteral(", "))));
    }
    return result;
}

void readFields(const QJsonArray& values, OverlayLayout& layout, const QString& path)
{
    std::array<bool, overlayFieldCount> seen{};
    for (int i = 0; i < values.size(); ++i) {
        const QString key = QStringLiteral("fields[%1]").arg(i);
        layout.fields.push_back(readField(values[i].toObject(), path, key));
        bool& before = seen[static_cast<std::size_t>(layout.fields.back().field)];
        if (before) {
            refuse(path, QCoreApplication::translate("OverlayLayout", "%1 names the field \"%2\" once more.")
                             .arg(key, overlayFieldName(layout.fields.back().field)));
        }
        before = true;
    }
    if (layout.fields.empty())
        refuse(path, QCoreApplication::translate("OverlayLayout", "it describes no fields."));
}

LetterColour readColour(const QJsonValue& value, const QString& path)
{
    if (const auto colour = colourNames.find(value.toString(QStringLiteral("white"))))
        return *colour;
    refuse(path, QCoreApplication::translate("OverlayLayout", "textColour has to be one of: %1.")
                     .arg(colourNames.all().join(QStringLiteral(", "))));
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

// ---- writing: a line for each box, as people would write it ----

QByteArray quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray rounded(double value)
{
    return QByteArray::number(std::round(value * 1e5) / 1e5, 'g', 8);
}

QByteArray boxText(const QRectF& box)
{
    return '[' + rounded(box.x()) + ", " + rounded(box.y()) + ", " + rounded(box.width()) + ", " +
           rounded(box.height()) + ']';
}

QByteArray fieldText(const OverlayLayout::Field& field)
{
    QByteArray line =
        "{\"field\": " + quoted(overlayFieldName(field.field)) + ", \"box\": " + boxText(field.box);
    if (field.inverse)
        line += ", \"inverse\": true";
    for (const auto& [key, value] :
         {std::pair("format", &field.format.form), std::pair("before", &field.format.before),
          std::pair("after", &field.format.after)}) {
        if (!value->isEmpty())
            line += ", \"" + QByteArray(key) + "\": " + quoted(*value);
    }
    return line + '}';
}

QByteArray listText(const QList<QByteArray>& lines)
{
    return lines.isEmpty() ? QByteArray("[]") : "[\n        " + lines.join(",\n        ") + "\n    ]";
}

QByteArray layoutText(const OverlayLayout& layout)
{
    QList<QByteArray> fields;
    for (const OverlayLayout::Field& field : layout.fields)
        fields << fieldText(field);
    QList<QByteArray> marks;
    for (const QRectF& mark : layout.otherMarks)
        marks << boxText(mark);
    QByteArray json = "{\n    \"name\": " + quoted(layout.name) +
                      ",\n    \"title\": " + quoted(layout.title) +
                      ",\n    \"aspectRatio\": " + rounded(layout.aspectRatio) +
                      ",\n    \"textHeight\": " + rounded(layout.textHeight) + ",\n";
    if (layout.textColour != LetterColour::White)
        json += "    \"textColour\": " + quoted(letterColourName(layout.textColour)) + ",\n";
    return json + "    \"fields\": " + listText(fields) + ",\n    \"otherMarks\": " + listText(marks) +
           "\n}\n";
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

QString letterColourName(LetterColour colour)
{
    return colourNames.of(colour);
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
    layout.textColour = readColour(json.value(QLatin1String("textColour")), path);
    if (layout.textHeight <= 0 || layout.textHeight > 0.2) {
        refuse(path, QCoreApplication::translate("OverlayLayout",
                                                 "textHeight, the height of a capital as a share of the "
                                                 "picture's height, has to lie between 0 and 0.2."));
    }
    readFields(json.value(QLatin1String("fields")).toArray(), layout, path);
    const QJsonArray marks = json.value(QLatin1String("otherMarks")).toArray();
    for (int i = 0; i < marks.size(); ++i)
        layout.otherMarks.push_back(readBox(marks[i], path, QStringLiteral("otherMarks[%1]").arg(i)));
    return layout;
}

void saveOverlayLayout(const QString& path, const OverlayLayout& layout)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray json = layoutText(layout);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        throw Error(
            QCoreApplication::translate("OverlayLayout", "The overlay layout could not be written to %1: %2")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
}

std::vector<OverlayLayout> availableOverlayLayouts()
{
    std::vector<OverlayLayout> layouts;
    addLayoutsOf(resourcePath(QStringLiteral("overlays")), layouts);
    const QString own = ownOverlayLayoutFolder();
    if (!own.isEmpty())
        addLayoutsOf(own, layouts);
    return layouts;
}

OverlayLayout overlayLayoutNamed(const QString& nameOrPath)
{
    QStringList names;
    for (const OverlayLayout& layout : availableOverlayLayouts()) {
        if (layout.name == nameOrPath)
            return layout;
        names << layout.name;
    }
    const QString own = ownOverlayLayoutFolder() + QLatin1Char('/') + nameOrPath + QLatin1String(".json");
    for (const QString& path : {own, nameOrPath}) {
        if (QFileInfo(path).isFile())
            return loadOverlayLayout(path);
    }
    throw Error(QCoreApplication::translate("OverlayLayout",
                                            "There is no overlay layout \"%1\". Use auto, the path of a "
                                            "layout file, or one of: %2.")
                    .arg(nameOrPath, names.join(QStringLiteral(", "))),
                ErrorKind::Usage);
}

QString ownOverlayLayoutFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return data.isEmpty() ? QString() : data + QLatin1String("/overlays");
}

bool isShippedOverlayLayout(const QString& name)
{
    const QDir shipped(resourcePath(QStringLiteral("overlays")));
    return shipped.exists(name + QLatin1String(".json"));
}

}  // namespace sheen
