#pragma once

#include <QDialog>
#include <QString>

class QTextBrowser;

namespace sheen {

/** The manual's pages, which come with Sheen, with their pictures and the links between them. */
class ManualWindow : public QDialog
{
    Q_OBJECT

public:
    explicit ManualWindow(QWidget* parent = nullptr);

    /** A page of docs/: "manual-review.md". */
    void showPage(const QString& page);

private:
    QTextBrowser* m_text;
};

/** The folder of the documents: beside the resources in a source tree, else where documents are installed;
 * empty where there are none. */
QString documentFolder();

}  // namespace sheen
