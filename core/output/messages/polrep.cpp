// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/polrep.h"

#include <QCoreApplication>
#include <algorithm>

#include "base/whole_file.h"
#include "bodies/totals.h"
#include "polrep_texts.h"
#include "wording/wording.h"

namespace sheen {

namespace {

constexpr std::size_t mostSlicks = 20;  //!< told one by one; a message is read in a minute
const QString newLine = QStringLiteral("\n    ");

/** Fills in what is known; an empty text is what is not. */
class MessageWriter
{
public:
    MessageWriter(const MessageInput& input, const Language& language)
        : m_input(input), m_language(language), m_words(language)
    {
        for (const Slick& slick : input.slicks) {
            if (slick.decision == Decision::Accepted && slick.takenFor != TakenFor::LookAlike) {
                m_findings.push_back(&slick);
                m_totals.add(slick);
            }
        }
        std::stable_sort(m_findings.begin(), m_findings.end(), [](const Slick* a, const Slick* b) {
            return a->oiledSquareMetres() > b->oiledSquareMetres();
        });
    }

    QString textOf(int number) const
    {
        switch (number) {
            case 1:
            case 40:
            case 80:
                return observedTime();
            case 2:
                return firstPosition();
            case 3:
                return incident();
            case 4:
                return outflow();
            case 41:
                return positions();
            case 42:
                return characteristics();
            case 43:
                return source();
            case 44:
                return entered(EnteredFact::Wind);
            case 45:
                return entered(EnteredFact::Current);
            case 46:
                return seaAndVisibility();
            case 49:
                return observer();
            case 50:
                return entered(EnteredFact::Action);
            case 51:
                return photographsAndSamples();
            case 52:
                return entered(EnteredFact::Informed);
            default:
                return {};
        }
    }

    QString head() const
    {
        const auto line = [this](const char* title, const QString& text) {
            return say(title) + QStringLiteral(": ") + (text.isEmpty() ? missing() : text) +
                   QLatin1Char('\n');
        };
        return QStringLiteral("POLREP\n") +
               line(QT_TRANSLATE_NOOP("sheen::Polrep", "FROM"),
                    orElse(EnteredFact::MessageFrom, EnteredFact::Organisation)) +
               line(QT_TRANSLATE_NOOP("sheen::Polrep", "TO"), entered(EnteredFact::MessageTo)) +
               line(QT_TRANSLATE_NOOP("sheen::Polrep", "DATE-TIME GROUP"), dateTimeGroup()) +
               line(QT_TRANSLATE_NOOP("sheen::Polrep", "IDENTIFICATION"),
                    orElse(EnteredFact::MessageIdentification, EnteredFact::CaseNumber)) +
               line(QT_TRANSLATE_NOOP("sheen::Polrep", "SERIAL NUMBER"), entered(EnteredFact::MessageSerial));
    }

    QString missing() const { return say(QT_TRANSLATE_NOOP("sheen::Polrep", "[to be filled in]")); }
    QString say(const char* source) const { return m_language.say(polrepContext, source); }

private:
    /** On one line, so that no text pretends to be another numbered line. */
    QString entered(EnteredFact fact) const { return m_input.entered.of(fact).simplified(); }

    QString orElse(EnteredFact fact, EnteredFact other) const
    {
        const QString text = entered(fact);
        return text.isEmpty() ? entered(other) : text;
    }

    /** "title: text" of each fact that was recorded, parted by semicolons. */
    QString named(std::initializer_list<EnteredFact> facts) const
    {
        QStringList parts;
        for (const EnteredFact fact : facts) {
            const char* title = factDescriptions()[static_cast<std::size_t>(fact)].title;
            if (const QString text = entered(fact); !text.isEmpty())
                parts << m_language.say("sheen::EnteredFacts", title) + QStringLiteral(": ") + text;
        }
        return parts.join(QStringLiteral("; "));
    }

    /** Of the findings; without one, of the flight. */
    std::pair<QDateTime, QDateTime> times() const
    {
        QDateTime first;
        QDateTime last;
        const auto include = [&](const QDateTime& utc) {
            if (!utc.isValid())
                return;
            first = first.isValid() ? std::min(first, utc) : utc;
            last = last.isValid() ? std::max(last, utc) : utc;
        };
        for (const Slick* slick : m_findings) {
            include(slick->firstUtc);
            include(slick->lastUtc);
        }
        if (!first.isValid()) {
            for (const FrameRecord& frame : m_input.frames)
                include(frame.telemetry.utc);
        }
        return {first, last};
    }

    QString observedTime() const
    {
        const auto [first, last] = times();
        if (!first.isValid())
            return {};
        QString text = m_words.timeRange(first, last);
        if (m_input.entered.utcOffsetSeconds())
            text += newLine + m_words.time(first, m_input.entered);
        return text;
    }

    /** "070130Z JUN 26", in English whatever the language. */
    QString dateTimeGroup() const
    {
        const QDateTime first = times().first;
        return first.isValid()
                   ? QLocale::c().toString(first.toUTC(), QStringLiteral("ddHHmm'Z' MMM yy")).toUpper()
                   : QString();
    }

    QString placeOf(const Slick& slick) const
    {
        QString text = m_words.position(slick.measures.inside);
        if (slick.positionErrorMetres > 0)
            text += QStringLiteral(" \u00b1 %1 (95 %)").arg(m_words.length(slick.positionErrorMetres));
        return text;
    }

    QString firstPosition() const { return m_findings.empty() ? QString() : placeOf(*m_findings.front()); }

    QString incident() const
    {
        if (m_findings.empty())
            return say(QT_TRANSLATE_NOOP("sheen::Polrep", "no slick was accepted as a finding"));
        return say(QT_TRANSLATE_NOOP("sheen::Polrep", "slicks seen from the air: %1"))
            .arg(m_language.locale().toString(static_cast<int>(m_findings.size())));
    }

    QString outflow() const
    {
        const std::optional<double> least = m_totals.minimumVolumeCubicMetres();
        if (!least)
            return {};
        QString text = m_words.volumeRange(least, m_totals.maximumVolumeCubicMetres());
        if (m_totals.withoutVolume + m_totals.partlyWithout > 0)
            text += QLatin1Char(' ') +
                    say(QT_TRANSLATE_NOOP("sheen::Polrep", "(without the oil that has no appearance code)"));
        return text;
    }

    template <typename Tell>
    QString eachSlick(const Tell& tell) const
    {
        QStringList lines;
        for (std::size_t i = 0; i < m_findings.size() && i < mostSlicks; ++i)
            lines << QStringLiteral("%1) %2").arg(m_findings[i]->id).arg(tell(*m_findings[i]));
        if (m_findings.size() > mostSlicks)
            lines << say(QT_TRANSLATE_NOOP("sheen::Polrep", "and %1 smaller ones, see the report"))
                         .arg(m_language.locale().toString(static_cast<int>(m_findings.size() - mostSlicks)));
        return lines.join(newLine);
    }

    QString positions() const
    {
        return eachSlick([this](const Slick& slick) {
            return placeOf(slick) + QStringLiteral("; ") + m_words.size(slick.measures);
        });
    }

    QString characteristics() const
    {
        QStringList lines;
        if (const QString kind = entered(EnteredFact::Pollutant); !kind.isEmpty())
            lines << kind;
        lines << eachSlick([this](const Slick& slick) {
            const SlickMeasures& measures = slick.measures;
            return say(QT_TRANSLATE_NOOP(
                           "sheen::Polrep",
                           "%1; overall %2, coverage %3, oiled %4; orientation %5\u00b0; %6; %7; %8"))
                .arg(m_words.takenFor(slick), m_words.area(measures.overallSquareMetres),
                     m_words.percent(measures.coveragePercent), m_words.area(measures.oiledSquareMetres),
                     m_language.locale().toString(measures.orientationDegrees, 'f', 0),
                     m_words.form(slick.shownForm()), m_words.shares(measures),
                     m_words.volumeRange(measures.minimumVolumeCubicMetres,
                                         measures.maximumVolumeCubicMetres));
        });
        return lines.join(newLine).trimmed();
    }

    QString source() const
    {
        return named({EnteredFact::SourceName, EnteredFact::SourceImo, EnteredFact::SourceFlag,
                      EnteredFact::SourceType, EnteredFact::SourcePosition, EnteredFact::SourceCourse,
                      EnteredFact::SourceSpeed, EnteredFact::SourcePart, EnteredFact::SourceWhenContacted,
                      EnteredFact::Cause});
    }

    QString seaAndVisibility() const
    {
        return named({EnteredFact::SeaState, EnteredFact::Visibility, EnteredFact::Weather,
                      EnteredFact::Light, EnteredFact::AirTemperature, EnteredFact::SeaTemperature});
    }

    QString observer() const
    {
        return named({EnteredFact::Observer, EnteredFact::Organisation, EnteredFact::Aircraft,
                      EnteredFact::Registration, EnteredFact::Mission});
    }

    QString photographsAndSamples() const
    {
        const QString recording = say(QT_TRANSLATE_NOOP("sheen::Polrep", "recording of the camera: %1"))
                                      .arg(m_input.facts.flightName.simplified());
        const QString rest = named({EnteredFact::Photographs, EnteredFact::Samples});
        return rest.isEmpty() ? recording : rest + QStringLiteral("; ") + recording;
    }

    const MessageInput& m_input;
    const Language& m_language;
    const Wording m_words;
    std::vector<const Slick*> m_findings;  //!< the largest first
    SlickTotals m_totals;
};

}  // namespace

std::vector<MessageLine> polrepLines(const MessageInput& input, MessagePart part, const Language& language)
{
    const MessageWriter writer(input, language);
    std::vector<MessageLine> lines;
    for (const LineTitle& line : lineTitles(part))
        lines.push_back({line.number, writer.say(line.title), writer.textOf(line.number)});
    return lines;
}

QString polrepText(const MessageInput& input, const Language& language)
{
    const MessageWriter writer(input, language);
    QString text = writer.head();
    for (const MessagePart part : {MessagePart::Warning, MessagePart::Information, MessagePart::Facilities}) {
        text += QLatin1Char('\n') + writer.say(partTitle(part)) + QLatin1Char('\n');
        for (const MessageLine& line : polrepLines(input, part, language))
            text += QStringLiteral("%1  ").arg(line.number, -2) + line.title + QStringLiteral(": ") +
                    (line.text.isEmpty() ? writer.missing() : line.text) + QLatin1Char('\n');
    }
    return text;
}

void writePolrep(const MessageInput& input, const Language& language, const QString& name,
                 const PartFolder& parts)
{
    writeWholeFile(parts.path(name), polrepText(input, language).toUtf8());
    parts.publish(name);
}

}  // namespace sheen
