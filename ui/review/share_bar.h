#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

namespace sheen {

struct AppearanceArea;
struct ModelCard;
struct SlickMeasures;

/** The shares of a slick's appearance codes side by side in their colours, oil without a code last. */
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget* parent = nullptr);

    /** `areas`: the largest first; the first one without a code gives the colour of those. */
    void setMeasures(const SlickMeasures& measures, const ModelCard& card,
                     const std::vector<AppearanceArea>& areas);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Share
    {
        double percent = 0;
        QColor colour;
    };
    std::vector<Share> m_shares;
};

}  // namespace sheen
