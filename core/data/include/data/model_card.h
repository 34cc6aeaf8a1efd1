#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <array>
#include <cstdint>
#include <vector>

namespace sheen {

/** One class of a segmentation model. */
struct ModelClass
{
    int value = 0;  //!< in the mask, 0 to 254
    QString name;
    std::array<std::uint8_t, 3> rgb{};
    int code = 0;  //!< Bonn Agreement appearance code 1 to 5; 0 unknown
    bool oil = false;
    QStringList sensors = {};  //!< whose pictures can show it: EOW, EON, IR; empty: those of any
};

/** Metres of sea that a pixel shows in the middle of a picture, from the finest to the coarsest; 0: any. */
struct GroundSampleDistances
{
    double finestMetres = 0;
    double coarsestMetres = 0;

    bool areKnown() const { return coarsestMetres > 0; }
};

/**
 * What a model says of itself: the file model.json that travels inside a model file, or lies beside it. The
 * format is described in docs/model-card.md.
 */
struct ModelCard
{
    QString name;
    QString version;
    QString description;
    QString licence;
    QString sha256;                     //!< of the model's file, hexadecimal
    QString path;                       //!< of the model's file
    QStringList sensors;                //!< that the model suits: EOW, EON, IR
    QStringList codeSensors;            //!< for which the classes' appearance codes hold
    bool rgbOrder = true;               //!< channels red, green, blue; false: blue, green, red
    std::array<double, 3> mean{};       //!< of 0..255, in the model's channel order
    std::array<double, 3> deviation{};  //!< likewise
    int inputWidth = 0;                 //!< pixels; 0: any multiple of the stride
    int inputHeight = 0;
    int stride = 32;
    int tile = 0;  //!< pixels: larger pictures are looked at in tiles of this side; 0: as Sheen sees fit
    int longestSide = 0;  //!< pixels, of the pictures that the model was trained on; 0: as Sheen sees fit
    GroundSampleDistances groundSampleDistances;  //!< of the pictures that the model was trained on
    QString outputKind;                           //!< "logits", "probabilities" or "classes"
    double temperature = 1;                       //!< logits are divided by it before softmax
    std::vector<ModelClass> classes;              //!< ascending by value, which is the channel of the output
    QJsonObject json;                             //!< the whole card, for those who want to read more of it

    /** Whether the answers are class values, not a plane for each class. */
    bool givesClassMap() const { return outputKind == QLatin1String("classes"); }

    /** Nullptr for a value that the card does not name. */
    const ModelClass* findClass(int value) const;

    /** Appearance code of a class as seen by a sensor; 0 where the code does not hold (infrared). */
    int appearanceCode(int classValue, const QString& sensor) const;
};

/** Reads a card from its JSON. Throws Error(Unreadable) that names what is wrong and `origin`. */
ModelCard parseModelCard(const QByteArray& json, const QString& origin);

}  // namespace sheen
