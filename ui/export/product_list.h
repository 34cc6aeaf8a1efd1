#pragma once

#include <QGroupBox>
#include <QStringList>
#include <vector>

class QCheckBox;
class QComboBox;
class QLayout;

namespace sheen {

/**
 * The products that `sheen export` can write, each with a box to choose it by, and which frame the mosaic
 * shows where frames overlap. Names of products and orders are those of the command line; the list is in the
 * order in which it is shown.
 */
class ProductList : public QGroupBox
{
    Q_OBJECT

public:
    explicit ProductList(QWidget* parent = nullptr);
    ~ProductList() override;

    QStringList chosen() const;
    void choose(const QStringList& names);  //!< these and no others; unknown names are ignored
    QStringList defaults() const;           //!< names of what is chosen where nobody has chosen yet

    /** Files and folders that the chosen products replace, relative to the folder of the export. */
    QStringList files() const;
    QString titleOf(const QString& product) const;  //!< the name itself where it is unknown

    QString mosaicOrder() const;
    void setMosaicOrder(const QString& order);  //!< the first of the list where it is unknown

Q_SIGNALS:
    void changed();  //!< other products are chosen

private:
    struct Choice;

    static std::vector<Choice> makeChoices();
    QLayout* makeMosaicRow(QCheckBox* mosaic);

    std::vector<Choice> m_choices;
    QComboBox* m_mosaicOrder;
};

}  // namespace sheen
