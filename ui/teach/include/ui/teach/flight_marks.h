#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "data/model_card.h"
#include "data/teaching_mark.h"

namespace sheen {

class Session;
class Workspace;

/**
 * What was marked in the frames of the results that are open, kept with them: each change is in the workspace
 * before the call returns, and where it cannot be written nothing changes and `failed` says why. Lives in the
 * widgets' thread.
 */
class FlightMarks : public QObject
{
    Q_OBJECT

public:
    explicit FlightMarks(Session* session, QObject* parent = nullptr);

    /** In the order in which they were drawn; later ones lie over earlier ones. */
    const std::vector<TeachingMark>& all() const { return m_marks; }
    /** The model that is taught: the marks' values are its classes. Without classes: none is known. */
    const ModelCard& base() const { return m_base; }
    /** Of the model that was made of the marks last; empty: none was. */
    const QString& taughtSha256() const { return m_taughtSha256; }

    void add(TeachingMark mark);  //!< with person, time and place from here
    void remove(std::size_t index);

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    /** Another model is taught now; the marks become its classes. */
    void setBase(const ModelCard& card);
    /** A model was made of the marks. */
    void setTaught(const QString& sha256);

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

private:
    using Marks = std::vector<TeachingMark>;

    void load();
    /** The results were placed again: the marks lie elsewhere on the sea. */
    void placeAgain();
    bool store(Marks& marks, const ModelCard& base, const QString& taughtSha256);
    /** False, with nothing changed, where it cannot be written. */
    bool become(Marks marks);

    Session* m_session;
    std::shared_ptr<Workspace> m_workspace;  //!< nullptr: no results are open, so nothing can be marked
    Marks m_marks;
    ModelCard m_base;
    QString m_taughtSha256;
    std::vector<Marks> m_undo;
    std::vector<Marks> m_redo;
};

}  // namespace sheen
