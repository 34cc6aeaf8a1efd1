#pragma once

#include <QLayout>
#include <vector>

namespace sheen {

/** Lays items out like words: in a row, and in further rows where the width does not suffice. As narrow as
 * its widest item. What is left of a row goes to its items that expand. */
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent = nullptr, int gap = 4);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;  //!< takes it
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;

    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;  //!< all in one row
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /** Places the items, or with `moves` false only finds their height. */
    int arrange(const QRect& rect, bool moves) const;

    std::vector<QLayoutItem*> m_items;
    int m_gap;
};

}  // namespace sheen
