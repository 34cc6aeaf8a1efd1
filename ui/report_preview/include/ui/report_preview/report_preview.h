// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <functional>
#include <memory>

class QJsonObject;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTemporaryDir;

namespace sheen {

class ExportProcess;
class PageView;
class StageThread;
struct ExportEnd;

/**
 * The pages of the report, as they would be written now. They are drawn by `sheen export` as a process of its
 * own, each is shown as soon as it is there, and the review may go on meanwhile.
 */
class ReportPreview : public QDialog
{
    Q_OBJECT

public:
    /** Says why what is shown cannot be read from the workspace's file at present; empty: it can. */
    using Obstacle = std::function<QString()>;

    /** `workspacePath`: the GeoPackage that is open. Begins at once. */
    ReportPreview(const QString& workspacePath, Obstacle obstacle, QWidget* parent = nullptr);
    ~ReportPreview() override;

    int pageCount() const { return static_cast<int>(m_files.size()); }  //!< that are there
    bool isDrawing() const;

public Q_SLOTS:
    void refresh();
    void stop();
    /** Asks where to. */
    void save();
    void saveTo(const QString& path);

Q_SIGNALS:
    void drawn(bool whole);              //!< no more pages come
    void pageShown(int number);          //!< from 1
    void saved(const QString& problem);  //!< empty: the file is there

private:
    QWidget* makeBar();
    void take(const QJsonObject& event);
    void showEnd(const ExportEnd& end);
    void finishSaving(const ExportEnd& end);
    void showPage(int number);
    void setBusy(bool busy);
    void say(const QString& sentence);

    QString m_workspacePath;
    Obstacle m_obstacle;
    std::unique_ptr<QTemporaryDir> m_folder;  //!< of the pages
    std::unique_ptr<QTemporaryDir> m_pdf;     //!< of a report that is on its way to where it is wanted
    QString m_target;
    QStringList m_files;  //!< of the pages
    int m_wanted = 1;     //!< the page that is shown as soon as it is there
    ExportProcess* m_drawing;
    ExportProcess* m_saving;
    QListWidget* m_list;
    PageView* m_view;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_refresh;
    QPushButton* m_stop;
    QPushButton* m_save;
    std::unique_ptr<StageThread> m_work;  //!< reads pages, copies the report
};

}  // namespace sheen
