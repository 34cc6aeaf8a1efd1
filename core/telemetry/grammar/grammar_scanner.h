#pragma once

#include <QString>
#include <optional>
#include <utility>

#include "grammar/overlay_grammar.h"

namespace sheen {

/** Takes a text from left to right; every take succeeds and advances, or leaves the scanner as it was. */
class GrammarScanner
{
public:
    explicit GrammarScanner(QString text) : m_text(std::move(text)) {}

    bool atEnd() const { return m_at == m_text.size(); }
    qsizetype left() const { return m_text.size() - m_at; }
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    int repairs() const { return m_repairs; }
    void repaired() { ++m_repairs; }

    /** How many characters from here on are digits or can only be a digit's misreading. */
    qsizetype digitRun() const;

    /** Exactly `count` digits; characters that can only be a digit's misreading count as that digit. */
    std::optional<QString> digits(qsizetype count);

    /** One of the characters in `wanted`, or one of the misreadings in `like`, taken for wanted[0]. */
    bool mark(const char* wanted, const char* like = "");

    /** ".67200", with so many decimals as they show; empty where there is none. */
    QString decimals(qsizetype least, qsizetype most);

    /** What was taken, with the repairs that it needed. */
    GrammarReading accepted(const QString& text, std::optional<double> value) const
    {
        return {text, value, m_repairs};
    }

private:
    QString m_text;
    qsizetype m_at = 0;
    int m_repairs = 0;
};

}  // namespace sheen
