#pragma once

#include <QString>

#include "data/model_card.h"

namespace sheen {

/** A card to be read: what it is, its scores, training and weaknesses; not its classes. */
QString cardHtml(const ModelCard& card);

}  // namespace sheen
