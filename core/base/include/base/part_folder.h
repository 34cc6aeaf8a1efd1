#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace sheen {

/**
 * Where files of an output folder are written until they are whole: a hidden folder inside of it, so that
 * publishing is a rename. What is left in it goes with the object.
 */
class PartFolder
{
public:
    /** Makes the output folder where it is missing. Throws Error where it cannot be written. */
    explicit PartFolder(const QString& outputFolder);

    QString path(const QString& name) const { return m_parts.filePath(name); }

    /** Gives a finished file its place in the output folder ("masks/000012.tif"), replacing an earlier one.
     */
    void publish(const QString& name, const QString& finalName) const;
    void publish(const QString& name) const { publish(name, name); }

private:
    QString m_folder;
    QTemporaryDir m_parts;
};

}  // namespace sheen
