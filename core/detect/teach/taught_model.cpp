#include "teach/taught_model.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "base/error.h"
#include "teaching_text.h"

namespace sheen {

namespace {

constexpr std::string_view firstWords = "sheen taught model ";
const QString version = QStringLiteral("1");

/** In the order of TaughtPictures. */
const QStringList pictureNames = {QStringLiteral("all"), QStringLiteral("coloured"),
                                  QStringLiteral("colourless")};

[[noreturn]] void refuseDamaged(const QString& path)
{
    throw Error(TeachingText::tr(
                    "The taught model \"%1\" is damaged or cut short: copy it again from where it came, or "
                    "teach again.")
                    .arg(path),
                ErrorKind::Unreadable);
}

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonObject forestsToJson(const TaughtForests& forests)
{
    QJsonArray classes;
    for (const ClassForest& one : forests.oilClasses) {
        QJsonObject object{{QStringLiteral("value"), one.value}};
        if (!one.forest.isEmpty())
            object.insert(QStringLiteral("forest"), one.forest.toJson());
        classes.append(object);
    }
    return {{QStringLiteral("oil"), forests.oil.toJson()},
            {QStringLiteral("oil_classes"), classes},
            {QStringLiteral("pictures"), pictureNames[int(forests.pictures)]},
            {QStringLiteral("other_class"), forests.otherClass},
            {QStringLiteral("oil_class"), forests.oilClass}};
}

PixelForest forestFrom(const QJsonObject& object, const QString& path)
{
    std::optional<PixelForest> forest = PixelForest::fromJson(object);
    if (!forest)
        refuseDamaged(path);
    return std::move(*forest);
}

TaughtForests forestsFromJson(const QJsonObject& object, const QString& path)
{
    TaughtForests forests;
    forests.oil = forestFrom(object.value(QLatin1String("oil")).toObject(), path);
    const QJsonArray classes = object.value(QLatin1String("oil_classes")).toArray();
    for (const QJsonValue& value : classes) {
        ClassForest one;
        one.value = value[QLatin1String("value")].toInt(-1);
        if (classes.size() > 1)
            one.forest = forestFrom(value[QLatin1String("forest")].toObject(), path);
        forests.oilClasses.push_back(std::move(one));
    }
    const int pictures = int(pictureNames.indexOf(object.value(QLatin1String("pictures")).toString()));
    if (pictures < 0)
        refuseDamaged(path);
    forests.pictures = TaughtPictures(pictures);
    forests.otherClass = object.value(QLatin1String("other_class")).toInt(-1);
    forests.oilClass = object.value(QLatin1String("oil_class")).toInt(-1);
    return forests;
}

/** What the forests answer must stand on the card, or masks would hold what nobody can name. */
void checkClasses(const TaughtModel& model, const QString& path)
{
    const auto isThere = [&model](int value, bool oil) {
        const ModelClass* found = model.card.findClass(value);
        return found && found->oil == oil;
    };
    const auto& classes = model.forests.oilClasses;
    if (!isThere(model.forests.otherClass, false) || !isThere(model.forests.oilClass, true) ||
        !std::all_of(classes.begin(), classes.end(),
                     [&](const ClassForest& one) { return isThere(one.value, true); }))
        refuseDamaged(path);
}

}  // namespace

bool isTaughtModel(std::string_view bytes)
{
    return bytes.substr(0, firstWords.size()) == firstWords;
}

QByteArray bytesOf(const TaughtModel& model, std::string_view baseFile)
{
    const QJsonObject object{
        {QStringLiteral("card"), model.card.json},
        {QStringLiteral("base"), QJsonObject{{QStringLiteral("sha256"), model.base.sha256},
                                             {QStringLiteral("file"), model.base.fileName},
                                             {QStringLiteral("card"), model.base.card}}},
        {QStringLiteral("forests"), forestsToJson(model.forests)}};
    QByteArray content = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    content.append(baseFile.data(), int(baseFile.size()));
    return QByteArray(firstWords.data(), int(firstWords.size())) + version.toLatin1() + '\n' +
           hashOf(content) + '\n' + content;
}

TaughtModelFile parseTaughtModel(std::string_view bytes, const QString& path)
{
    constexpr std::size_t longest = std::size_t(1) << 30;
    if (bytes.size() > longest)
        refuseDamaged(path);
    const auto whole = QByteArray::fromRawData(bytes.data(), int(bytes.size()));
    const int firstEnd = int(whole.indexOf('\n'));
    const int secondEnd = firstEnd < 0 ? -1 : int(whole.indexOf('\n', firstEnd + 1));
    const int thirdEnd = secondEnd < 0 ? -1 : int(whole.indexOf('\n', secondEnd + 1));
    if (thirdEnd < 0)
        refuseDamaged(path);
    const int begin = int(firstWords.size());
    const QString found = QString::fromLatin1(whole.mid(begin, firstEnd - begin));
    const auto content =
        QByteArray::fromRawData(whole.constData() + secondEnd + 1, int(whole.size()) - secondEnd - 1);
    if (hashOf(content) != whole.mid(firstEnd + 1, secondEnd - firstEnd - 1))
        refuseDamaged(path);
    if (found != version)
        throw Error(TeachingText::tr(
                        "The taught model \"%1\" was written by a newer Sheen: use that one, or teach again.")
                        .arg(path),
                    ErrorKind::Unreadable);
    const QJsonObject object =
        QJsonDocument::fromJson(whole.mid(secondEnd + 1, thirdEnd - secondEnd - 1)).object();
    const QJsonObject base = object.value(QLatin1String("base")).toObject();
    TaughtModelFile file;
    TaughtModel& model = file.model;
    model.card = parseModelCard(
        QJsonDocument(object.value(QLatin1String("card")).toObject()).toJson(QJsonDocument::Compact), path);
    model.base = {base.value(QLatin1String("sha256")).toString(),
                  base.value(QLatin1String("file")).toString(), base.value(QLatin1String("card")).toObject()};
    model.forests = forestsFromJson(object.value(QLatin1String("forests")).toObject(), path);
    checkClasses(model, path);
    file.baseBegin = std::size_t(thirdEnd) + 1;
    return file;
}

}  // namespace sheen
