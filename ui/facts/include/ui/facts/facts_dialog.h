// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <map>

#include "data/entered_facts.h"

class QLabel;
class QPlainTextEdit;
class QLineEdit;

namespace sheen {

class Session;

/**
 * Asks for what only a person knows of a flight. What repeats from flight to flight (organisation, observer,
 * aircraft) is proposed as it was entered last; what is left blank is "not recorded".
 */
class FactsDialog : public QDialog
{
    Q_OBJECT

public:
    /** `facts`: of this flight; where they are empty, what repeats is filled in. */
    explicit FactsDialog(const EnteredFacts& facts, QWidget* parent = nullptr);

    EnteredFacts facts() const;
    /** Proposes what repeats for the next flight. */
    void remember() const;

private:
    QWidget* makeGroup(FactGroup group);
    void check();

    std::map<EnteredFact, QLineEdit*> m_lines;
    std::map<EnteredFact, QPlainTextEdit*> m_texts;
    QLabel* m_remark;
};

/** Shows the dialog for the results that are open; what was entered is kept in the workspace. */
void editFacts(Session& session, QWidget* parent);

}  // namespace sheen
