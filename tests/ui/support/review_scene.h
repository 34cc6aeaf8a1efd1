#pragma once

#include <QTemporaryDir>
#include <memory>
#include <vector>

#include "data/model_card.h"
#include "data/slick.h"
#include "ui/session/slick_store.h"
#include "workspace/workspace.h"

namespace sheen {

// Places are metres east and north of a point in the sea, which is all that a test needs.

GroundPoint at(double eastMetres, double northMetres);
GroundRing squareRing(double eastMetres, double northMetres, double sizeMetres);
GroundMultiPolygon square(double eastMetres, double northMetres, double sizeMetres);

ModelCard reviewCard();  //!< water, sheen (code 1), rainbow (code 2), emulsion (no code)
Slick makeSlick(std::int64_t id, int classValue, const GroundMultiPolygon& outline);

/** Four slicks of one area each, apart from each other; areas 10,000, 2,500, 900, 400 m2. */
std::vector<Slick> reviewSlicks();

/** A workspace in a folder of its own with slicks in it, and a store that shows them. */
class ReviewScene
{
public:
    explicit ReviewScene(const std::vector<Slick>& slicks = reviewSlicks());

    QString path() const { return m_folder.filePath(QStringLiteral("sheen.gpkg")); }
    SlickStore& store() { return m_store; }
    Workspace& workspace() { return *m_workspace; }
    /** What another program finds in the file now, by id. */
    std::vector<Slick> slicksOnDisk() const;
    std::vector<Slick> slicksInStore() const;  //!< by id
    /** From now on the file takes no edits, as a full disk does, until it does again. */
    void refuseWrites(bool refuse);

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    SlickStore m_store;
};

/** Whether two states are the same: numbers, attributes and outlines (to a millimetre). */
bool sameSlicks(const std::vector<Slick>& a, const std::vector<Slick>& b);

}  // namespace sheen
