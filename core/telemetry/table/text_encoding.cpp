#include "text_encoding.h"

#include <QString>
#include <QTextStream>
#include <algorithm>
#include <array>
#include <optional>
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
#include <QTextCodec>
#else
#include <QStringDecoder>
#endif

namespace sheen {

namespace {

constexpr std::array koreanNames = {"windows-949", "CP949", "EUC-KR"};  // as one library or another calls it

#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)

std::optional<QString> decoded(const QByteArray& bytes, const char* encoding)
{
    const QTextCodec* codec = QTextCodec::codecForName(encoding);
    if (!codec)
        return std::nullopt;
    QTextCodec::ConverterState state;
    const QString text = codec->toUnicode(bytes.constData(), bytes.size(), &state);
    return state.invalidChars == 0 && state.remainingChars == 0 ? std::optional(text) : std::nullopt;
}

#else

std::optional<QString> decoded(const QByteArray& bytes, const char* encoding)
{
    QStringDecoder decoder(encoding);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

#endif

bool startsWithMark(const QByteArray& bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff") ||
           bytes.startsWith(QByteArray("\0\0\xfe\xff", 4));
}

/** A degree sign of an older program stands between letters of ASCII; what is Korean comes in pairs. */
bool hasPairs(const QByteArray& bytes)
{
    const auto isHigh = [](char each) { return static_cast<unsigned char>(each) >= 0x80; };
    return std::adjacent_find(bytes.begin(), bytes.end(),
                              [&](char a, char b) { return isHigh(a) && isHigh(b); }) != bytes.end();
}

}  // namespace

QByteArray toUtf8(const QByteArray& bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return toUtf8(bytes.mid(3));
    if (startsWithMark(bytes)) {
        QTextStream stream(bytes);
        stream.setAutoDetectUnicode(true);
        return stream.readAll().toUtf8();
    }
    if (decoded(bytes, "UTF-8"))
        return bytes;
    for (const char* name : koreanNames) {
        if (const auto text = hasPairs(bytes) ? decoded(bytes, name) : std::nullopt)
            return text->toUtf8();
    }
    return QString::fromLatin1(bytes.constData(), bytes.size()).toUtf8();  // a NUL ends nothing
}

}  // namespace sheen
