// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sheen {

/** The report's sentences. */
struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Report)
};

/** Stands in a table where nothing is known. */
inline const QString notKnown = QStringLiteral("\u2013");

}  // namespace sheen
