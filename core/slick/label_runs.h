#pragma once

#include <algorithm>
#include <cstddef>
#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/** The labels of a tile as runs along its rows. */
class LabelRuns
{
public:
    explicit LabelRuns(const cv::Mat& labels)
    {
        for (int row = 0; row < labels.rows; ++row) {
            m_rows.push_back(m_runs.size());
            const int* label = labels.ptr<int>(row);
            for (int from = 0; from < labels.cols;) {
                int to = from + 1;
                while (to < labels.cols && label[to] == label[from])
                    ++to;
                if (label[from] != 0)
                    m_runs.push_back({from, to, label[from]});
                from = to;
            }
        }
        m_rows.push_back(m_runs.size());
    }

    /** Calls visit(label, from, to) for what lies in a stretch of a row. */
    template <typename Visit>
    void forEachIn(int row, int first, int end, const Visit& visit) const
    {
        const auto stop = m_runs.begin() + std::ptrdiff_t(m_rows[std::size_t(row) + 1]);
        auto run = std::upper_bound(m_runs.begin() + std::ptrdiff_t(m_rows[std::size_t(row)]), stop, first,
                                    [](int column, const Run& a) { return column < a.to; });
        for (; run != stop && run->from < end; ++run)
            visit(run->label, std::max(run->from, first), std::min(run->to, end));
    }

private:
    struct Run
    {
        int from, to, label;
    };
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_rows;  //!< the first run of each row, and one past the last
};

}  // namespace sheen
