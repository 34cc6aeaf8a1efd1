#pragma once

#include <QString>

namespace sheen {

/** Returns the full name that the system knows of its user; empty where it knows none. */
QString fullUserName();

}  // namespace sheen
