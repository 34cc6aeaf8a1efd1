#include "run_model.h"

#include <QFile>
#include <QFileInfo>

#include "base/error.h"
#include "data/model_classes.h"
#include "detect/accepted_models.h"
#include "progress_report.h"
#include "run_command_text.h"

namespace sheen {

namespace {

std::vector<ModelClass> readMapping(const QString& path, const ModelCard& card)
{
    constexpr qint64 longest = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            RunCommandText::tr("The classes in \"%1\" cannot be read: %2.").arg(path, file.errorString()),
            ErrorKind::Unreadable);
    return parseClassMapping(file.read(longest), card, path);
}

bool followsShipped(const ModelChoice& earlier)
{
    return followsShippedModel(earlier.path, earlier.sha256, earlier.shipped);
}

/** The model that an earlier run was given, where it is another than the shipped one and may be used. */
std::optional<ModelFile> earlierModel(const RunOptions& options, const std::optional<ModelChoice>& earlier)
{
    if (!options.model.isEmpty() || !earlier || followsShipped(*earlier))
        return std::nullopt;
    return acceptedModelFile(earlier->path, earlier->sha256);
}

ModelFile chosenFile(RunOptions& options, const std::optional<ModelChoice>& earlier)
{
    if (std::optional<ModelFile> file = earlierModel(options, earlier)) {
        options.model = earlier->path;
        options.modelAcceptance = QStringLiteral("window");
        return std::move(*file);
    }
    return ModelFile(options.model.isEmpty() ? Detector::defaultModelPath() : options.model);
}

}  // namespace

ModelFile chooseRunModel(RunOptions& options, const std::optional<ModelChoice>& earlier,
                         ProgressReport& progress)
{
    ModelFile file = chosenFile(options, earlier);
    const ModelCard card = file.card();
    if (!options.classesFile.isEmpty()) {
        options.settings.classes = readMapping(options.classesFile, card);
    } else if (earlier && earlier->sha256 == card.sha256) {
        options.settings.classes = earlier->classes;
    } else if (earlier && followsShipped(*earlier) && isShippedModel(card.sha256)) {
        options.settings.classes = changedClasses(card, earlier->classes);
        progress.notice(RunCommandText::tr(
            "The workspace was made with an earlier version of the model that ships with Sheen: "
            "the present one is used."));
    } else if (earlier && options.model.isEmpty()) {
        progress.notice(
            RunCommandText::tr("The workspace was made with the model \"%1\", which was not accepted on this "
                               "computer or has changed: the shipped model is used. Name the other one with "
                               "--model.")
                .arg(earlier->path));
    }
    return file;
}

}  // namespace sheen
