// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <optional>

namespace sheen {

/** Seconds or milliseconds since 1970, of 9 to 13 digits; a fraction of seconds may follow. */
std::optional<qint64> epochMilliseconds(const QByteArray& text);

/** UTC, as "31/12/2025 23:59:59" (day first), "2025-12-31T23:59:59Z", with a space and a fraction too. */
std::optional<qint64> calendarMilliseconds(const QByteArray& text);

/** Either of them. */
std::optional<qint64> textMilliseconds(const QByteArray& text);

}  // namespace sheen
