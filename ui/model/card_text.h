#pragma once

#include <QString>

#include "core/data/model_card.h"

namespace sheen {

/** A card to be read: what it is, its classes with colours and codes, its scores, training and weaknesses. */
QString cardHtml(const ModelCard& card);

}  // namespace sheen
