#pragma once

#include <QDialog>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace sheen {

class AisRow;
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
    void readProgress();
    void showProgress(const QByteArray& line);
    void conclude(int exitCode, QProcess::ExitStatus status);
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
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;  //!< of a line that has not ended yet
    QByteArray m_errors;
    QStringList m_sentences;         //!< notices and errors that the process reported
    QMap<QString, double> m_shares;  //!< done of each product, 0 to 1
    bool m_cancelled = false;
};

}  // namespace sheen
