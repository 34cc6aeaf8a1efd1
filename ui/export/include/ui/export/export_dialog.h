#pragma once

#include <QDialog>
#include <QMap>
#include <QStringList>

class QJsonObject;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace sheen {

class AisRow;
class ExportProcess;
struct ExportEnd;
class ProductList;

/**
 * Writes the products of a workspace again, after review: which ones, and where to. The work is done by
 * `sheen export` as a process of its own, so the window stays free and the review may go on meanwhile.
 */
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /** `workspacePath`: the GeoPackage that is open. */
    explicit ExportDialog(const QString& workspacePath, QWidget* parent = nullptr);
    ~ExportDialog() override;

    QString folder() const;
    void setFolder(const QString& folder);
    QStringList products() const;  //!< names as `--products` takes them
    void setProducts(const QStringList& names);

    /** Files that tell of the ships around; none: those that were given before. */
    void setAisFiles(const QStringList& files);

    bool isRunning() const;
    /** Files of the chosen products that lie in the folder and would be replaced; relative names. */
    QStringList filesToReplace() const;

public Q_SLOTS:
    /** Asks before files are replaced, then starts. */
    void startExport();
    void cancelExport();
    void reject() override;

Q_SIGNALS:
    void exported(int exitCode);  //!< the process's; -1 where it crashed or did not start

private:
    QWidget* makeFolderRow();
    void chooseFolder();
    void launch();
    void showProgress(const QJsonObject& said);
    void showEnd(const ExportEnd& end);
    void conclude(const QString& sentence, bool done);
    void setBusy(bool busy);
    void updateStart();
    void restoreChoice();
    void saveChoice() const;

    QString m_workspacePath;
    ProductList* m_products;
    QLineEdit* m_folder;
    AisRow* m_ais;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_start;
    QPushButton* m_close;
    QWidget* m_settings;
    ExportProcess* m_process;
    QMap<QString, double> m_shares;  //!< done of each product, 0 to 1
};

}  // namespace sheen
