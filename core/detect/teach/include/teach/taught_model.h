#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <string_view>
#include <vector>

#include "data/model_card.h"
#include "teach/pixel_forest.h"

namespace sheen {

/** The model that was taught; a taught model's file carries its file as it was. */
struct BaseModel
{
    QString sha256;    //!< of its content
    QString fileName;  //!< without folder; an ONNX file is known by its ending
    QJsonObject card;  //!< which may have lain beside it
};

/** Of which pictures a taught model knows something; others are left to its base. */
enum class TaughtPictures { All, Coloured, Colourless };

/** How probable one class of oil is where there is oil. */
struct ClassForest
{
    int value = 0;       //!< of the card's classes
    PixelForest forest;  //!< empty where it is the only one
};

/** What was learned. */
struct TaughtForests
{
    PixelForest oil;
    std::vector<ClassForest> oilClasses;  //!< empty where no mark named one
    TaughtPictures pictures = TaughtPictures::All;
    bool onlyTakesAway = false;  //!< no oil where the base sees none: nobody marked any
    int otherClass = 0;          //!< of what is no oil, but was for the base
    int oilClass = 0;            //!< of what is oil, but was not for the base, where no mark named a class
};

/** A model that a person taught. */
struct TaughtModel
{
    ModelCard card;  //!< without path and SHA-256, which only a file has
    BaseModel base;
    TaughtForests forests;
};

/** Whether a file's content is that of a taught model, damaged or not. */
bool isTaughtModel(std::string_view bytes);

/**
 * The content of a taught model's file: a line that says so, the SHA-256 of what follows it, a line of JSON,
 * and the base's file. The same for the same model.
 */
QByteArray bytesOf(const TaughtModel& model, std::string_view baseFile);

/** What a file holds. */
struct TaughtModelFile
{
    TaughtModel model;
    std::size_t baseBegin = 0;  //!< where the base's file begins, which goes on to the end
};

/** Throws Error(Unreadable) that names `path`: damaged, cut short, or of a newer Sheen. */
TaughtModelFile parseTaughtModel(std::string_view bytes, const QString& path);

}  // namespace sheen
