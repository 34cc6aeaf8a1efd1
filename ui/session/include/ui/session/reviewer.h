#pragma once

#include <QString>

namespace sheen {

/**
 * Who reviews: the setting "review/person" where there is one, else the full name that the system knows of
 * its user, else the login name; "unknown" where there is none of these.
 */
QString reviewerName();

}  // namespace sheen
