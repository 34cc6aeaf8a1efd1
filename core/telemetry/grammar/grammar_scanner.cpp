#include "grammar_scanner.h"

namespace sheen {

QChar digitLike(QChar seen)
{
    if (seen >= QLatin1Char('0') && seen <= QLatin1Char('9'))
        return seen;
    switch (seen.unicode()) {
        case 'O':
        case 'Q':
        case 'D':
        case '@':
        case 0x00D8:  // slashed O
        case 0x0398:  // theta
        case 0x20AC:  // euro sign: what some recognisers make of a slashed zero
            return QLatin1Char('0');
        case 'I':
        case 'L':
        case '|':
        case '!':
            return QLatin1Char('1');
        case 'Z':
            return QLatin1Char('2');
        case 'S':
        case '$':
            return QLatin1Char('5');
        case 'G':
            return QLatin1Char('6');
        case 'B':
            return QLatin1Char('8');
        default:
            return {};
    }
}

qsizetype GrammarScanner::digitRun() const
{
    qsizetype run = 0;
    while (!digitLike(peek(run)).isNull())
        ++run;
    return run;
}

std::optional<QString> GrammarScanner::digits(qsizetype count)
{
    QString taken;
    int repairs = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const QChar seen = peek(i);
        const QChar digit = digitLike(seen);
        if (digit.isNull())
            return std::nullopt;
        repairs += digit != seen;
        taken += digit;
    }
    m_at += count;
    m_repairs += repairs;
    return taken;
}

bool GrammarScanner::mark(const char* wanted, const char* like)
{
    const QChar seen = peek();
    if (seen.isNull())
        return false;
    if (!QLatin1String(wanted).contains(seen)) {
        if (!QLatin1String(like).contains(seen))
            return false;
        ++m_repairs;
    }
    ++m_at;
    return true;
}

QString GrammarScanner::decimals(qsizetype least, qsizetype most)
{
    GrammarScanner attempt = *this;
    if (!attempt.mark(".", ","))
        return {};
    const qsizetype count = attempt.digitRun();
    if (count < least || count > most)
        return {};
    const QString decimals = QLatin1Char('.') + *attempt.digits(count);
    *this = attempt;
    return decimals;
}

}  // namespace sheen
