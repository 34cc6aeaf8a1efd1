#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <opencv2/core.hpp>
#include <utility>
#include <vector>

#include "voting.h"

namespace sheen {

/** Finds the rows of cells whose centres a shape holds. Keeps its memory from shape to shape. */
class SpanFinder
{
public:
    /** Calls visit(row, first column, end column) in cells of the box. */
    template <typename Visit>
    void forEachSpan(const PlaneShape& shape, const TileGrid& tile, const Visit& visit)
    {
        m_crossings.clear();
        m_rows.assign(static_cast<std::size_t>(tile.box.height) + 1, 0);
        const double perMetre = 1 / tile.cellMetres;
        const auto toCell = [&](const cv::Point2d& point) {
            return cv::Point2d((point.x - tile.upperLeft.x) * perMetre - tile.box.x,
                               (tile.upperLeft.y - point.y) * perMetre - tile.box.y);
        };
        for (const PixelRing& ring : shape.rings) {
            cv::Point2d from = toCell(ring.back());
            for (const cv::Point2d& point : ring) {
                const cv::Point2d to = toCell(point);
                addEdge(from, to, tile.box.height);
                from = to;
            }
        }
        sortByRow();
        for (int row = 0; row < tile.box.height; ++row) {
            const std::size_t stop = m_rows[static_cast<std::size_t>(row) + 1];
            for (std::size_t i = m_rows[static_cast<std::size_t>(row)]; i + 1 < stop; i += 2) {
                const int first = firstCentreFrom(m_columns[i], tile.box.width);
                const int end = firstCentreFrom(m_columns[i + 1], tile.box.width);
                if (first < end)
                    visit(row, first, end);
            }
        }
    }

private:
    struct Crossing
    {
        int row;
        double column;
    };

    /** By counting, since a row has few crossings, two as a rule. */
    void sortByRow()
    {
        std::partial_sum(m_rows.begin(), m_rows.end(), m_rows.begin());
        m_columns.resize(m_crossings.size());
        for (const Crossing& crossing : m_crossings)
            m_columns[--m_rows[static_cast<std::size_t>(crossing.row)]] = crossing.column;
        for (std::size_t row = 0; row + 1 < m_rows.size(); ++row)
            std::sort(m_columns.begin() + static_cast<std::ptrdiff_t>(m_rows[row]),
                      m_columns.begin() + static_cast<std::ptrdiff_t>(m_rows[row + 1]));
    }

    static int firstCentreFrom(double column, int width)
    {
        return static_cast<int>(std::ceil(std::clamp(column - 0.5, 0.0, static_cast<double>(width))));
    }

    void addEdge(cv::Point2d from, cv::Point2d to, int height)
    {
        if (from.y == to.y)
            return;
        if (from.y > to.y)
            std::swap(from, to);
        const int first = firstCentreFrom(from.y, height);
        const int end = firstCentreFrom(to.y, height);
        const double slope = (to.x - from.x) / (to.y - from.y);
        for (int row = first; row < end; ++row) {
            m_crossings.push_back({row, from.x + (row + 0.5 - from.y) * slope});
            ++m_rows[static_cast<std::size_t>(row)];
        }
    }

    std::vector<Crossing> m_crossings;
    std::vector<std::size_t> m_rows;  //!< how many crossings each has; then where its own begin in m_columns
    std::vector<double> m_columns;    //!< of the crossings, by row, then in ascending order
};

}  // namespace sheen
