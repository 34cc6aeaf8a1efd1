#pragma once

#include <QProcessEnvironment>

namespace sheen {

/** What a child of this program is started with, so that endWithParent() knows who its parent is. */
QProcessEnvironment environmentOfChild();

/**
 * Where this process was started by another Sheen, it is killed with that one. Does nothing else, and nothing
 * on systems that cannot do it.
 */
void endWithParent();

}  // namespace sheen
