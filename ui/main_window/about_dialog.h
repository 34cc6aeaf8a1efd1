#pragma once

#include <QDialog>

namespace sheen {

/** Says what Sheen is, and which versions of it and of its libraries run here, to be copied into a report. */
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /** `versions`: lines, as `sheen --version` prints them. */
    explicit AboutDialog(const QString& versions, QWidget* parent = nullptr);
};

}  // namespace sheen
