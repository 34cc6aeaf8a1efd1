#include "teach/lesson.h"

#include <algorithm>
#include <map>
#include <random>

#include "base/error.h"
#include "sample_rows.h"
#include "teach/taught_card.h"
#include "teaching_text.h"

namespace sheen {

namespace {

/** Samples of each side; more do not make a forest better that is grown from a few strokes. */
constexpr int samplesOfSide = 2000;
constexpr int restOfPicture = 1500;
constexpr ForestShape heldOutShape = {20, 10};
constexpr ForestShape classShape = {16, 8};

/** Samples in the order of their pictures, with what is asked of them. */
class Teacher
{
public:
    Teacher(const std::vector<MarkedSamples>& samples, const ModelCard& card)
        : m_samples(samples), m_card(card)
    {}

    /** The marked rows of oil, or of something else, without the strokes of one part of four. */
    Rows marked(bool oil, int withoutPart = -1) const
    {
        Rows rows;
        for (const MarkedSamples& picture : m_samples) {
            for (int i = 0; i < picture.features.rows; ++i) {
                const Stroke& stroke = strokeOf(picture, i);
                if (saysOil(stroke.value, m_card) == oil &&
                    (withoutPart < 0 || partOf(&stroke) != withoutPart))
                    rows.push_back(picture.features[i]);
            }
        }
        return rows;
    }

    /** Oil against all else; one side is empty where nothing speaks for it. */
    Sides oilSides() const
    {
        const Sides marks{evenly(marked(true), samplesOfSide), evenly(marked(false), samplesOfSide)};
        if (!marks.yes.empty() && !marks.no.empty())
            return marks;
        const Sides rest = believed(marks, {marks.yes.empty() ? unmarked(true) : Rows(), unmarked(false)});
        Sides sides = marks;
        append(sides.yes, evenly(rest.yes, samplesOfSide / 2));
        append(sides.no, evenly(rest.no, samplesOfSide / 2));
        return sides;
    }

    std::vector<ClassForest> oilClasses() const
    {
        std::map<int, Rows> marks, others;
        for (const MarkedSamples& picture : m_samples) {
            for (int i = 0; i < picture.features.rows; ++i) {
                const int value = strokeOf(picture, i).value;
                if (value != anyOilMarked && saysOil(value, m_card))
                    marks[value - 1].push_back(picture.features[i]);
            }
            for (int i = 0; i < picture.rest.rows; ++i) {
                const int value = picture.restClass[std::size_t(i)];
                if (saysOil(value + 1, m_card) && value + 1 != anyOilMarked)
                    others[value].push_back(picture.rest[i]);
            }
        }
        if (marks.empty())
            return {};
        std::map<int, Rows> rows;
        for (const auto& [value, found] : marks)
            rows[value] = evenly(found, samplesOfSide / 2);
        for (const auto& [value, found] : others)
            append(rows[value], evenly(found, std::min(int(found.size()), samplesOfSide / 4)));
        return grownClasses(rows);
    }

    std::vector<Contradiction> contradictions(const PixelForest& forest) const
    {
        // A scrap of a few pixels beside large marks may be missed without contradicting anything.
        constexpr int noticeable = 20;  // one in so many of its side's pixels
        const std::size_t ofSide[] = {marked(false).size(), marked(true).size()};
        std::vector<Contradiction> found;
        for (const MarkedSamples& picture : m_samples) {
            std::vector<int> rows(picture.strokes.size()), wrong(picture.strokes.size());
            for (int i = 0; i < picture.features.rows; ++i) {
                const auto stroke = std::size_t(picture.strokeOf[std::size_t(i)]);
                const bool isOil = forest.answer(picture.features[i]) >= 0.5F;
                ++rows[stroke];
                wrong[stroke] += isOil != saysOil(picture.strokes[stroke].value, m_card);
            }
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const bool oil = saysOil(picture.strokes[i].value, m_card);
                if (2 * wrong[i] > rows[i] && std::size_t(noticeable * rows[i]) >= ofSide[oil])
                    found.push_back({picture.picture, picture.strokes[i].inside,
                                     saysOil(picture.strokes[i].value, m_card)});
            }
        }
        return found;
    }

    std::optional<double> heldOutOverlap(const LessonFacts& facts)
    {
        constexpr int parts = 4;
        if (facts.oilStrokes < 2 || facts.otherStrokes < 2)
            return std::nullopt;
        dealStrokes(parts);
        int both = 0, either = 0;
        for (int part = 0; part < parts; ++part) {
            const Sides sides{evenly(marked(true, part), samplesOfSide / 2),
                              evenly(marked(false, part), samplesOfSide / 2)};
            if (sides.yes.empty() || sides.no.empty())
                continue;
            const PixelForest forest = sides.grown(heldOutShape);
            for (const MarkedSamples& picture : m_samples) {
                for (int i = 0; i < picture.features.rows; ++i) {
                    const Stroke& stroke = strokeOf(picture, i);
                    if (partOf(&stroke) != part)
                        continue;
                    const bool is = saysOil(stroke.value, m_card);
                    const bool found = forest.answer(picture.features[i]) >= 0.5F;
                    both += is && found;
                    either += is || found;
                }
            }
        }
        return either > 0 ? std::optional(double(both) / either) : std::nullopt;
    }

    LessonFacts count() const
    {
        LessonFacts facts;
        for (const MarkedSamples& picture : m_samples) {
            facts.pictures += !picture.strokes.empty();
            for (const Stroke& stroke : picture.strokes)
                ++(saysOil(stroke.value, m_card) ? facts.oilStrokes : facts.otherStrokes);
        }
        return facts;
    }

    TaughtPictures pictures() const
    {
        const auto isColoured = [](const MarkedSamples& picture) { return picture.coloured; };
        if (std::all_of(m_samples.begin(), m_samples.end(), isColoured))
            return TaughtPictures::Coloured;
        return std::none_of(m_samples.begin(), m_samples.end(), isColoured) ? TaughtPictures::Colourless
                                                                            : TaughtPictures::All;
    }

    /** The class that marks name most often for what is no oil; else the card's first such. */
    int otherClass() const
    {
        std::map<int, int> strokes;
        for (const MarkedSamples& picture : m_samples) {
            for (const Stroke& stroke : picture.strokes) {
                if (!saysOil(stroke.value, m_card))
                    ++strokes[stroke.value - 1];
            }
        }
        const auto most = std::max_element(strokes.begin(), strokes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != strokes.end())
            return most->first;
        const auto first = std::find_if(m_card.classes.begin(), m_card.classes.end(),
                                        [](const ModelClass& one) { return !one.oil; });
        if (first == m_card.classes.end())
            throw Error(
                TeachingText::tr("The model \"%1\" has no class that is no oil, so it cannot be taught.")
                    .arg(m_card.name),
                ErrorKind::Unreadable);
        return first->value;
    }

private:
    static const Stroke& strokeOf(const MarkedSamples& picture, int row)
    {
        return picture.strokes[std::size_t(picture.strokeOf[std::size_t(row)])];
    }

    int partOf(const Stroke* stroke) const
    {
        const auto found = m_parts.find(stroke);
        return found == m_parts.end() ? -1 : found->second;
    }

    /** Unmarked rows that are oil for the base, or are not. */
    Rows unmarked(bool oil) const
    {
        Rows rows;
        for (const MarkedSamples& picture : m_samples) {
            for (int i = 0; i < picture.rest.rows; ++i) {
                const int value = picture.restClass[std::size_t(i)];
                if (value != Segmentation::notSeen && saysOil(value + 1, m_card) == oil)
                    rows.push_back(picture.rest[i]);
            }
        }
        return rows;
    }

    std::vector<ClassForest> grownClasses(const std::map<int, Rows>& rows) const
    {
        std::vector<ClassForest> classes;
        for (const auto& [value, own] : rows) {
            ClassForest one{value, {}};
            if (rows.size() > 1) {
                Sides sides{own, {}};
                for (const auto& [otherValue, other] : rows) {
                    if (otherValue != value)
                        append(sides.no, other);
                }
                one.forest = sides.grown(classShape);
            }
            classes.push_back(std::move(one));
        }
        return classes;
    }

    /** Oil and all else by themselves, so that no part holds all of one. */
    void dealStrokes(int parts)
    {
        std::mt19937 random(1);
        for (const bool oil : {true, false}) {
            std::vector<const Stroke*> strokes;
            for (const MarkedSamples& picture : m_samples) {
                for (const Stroke& stroke : picture.strokes) {
                    if (saysOil(stroke.value, m_card) == oil)
                        strokes.push_back(&stroke);
                }
            }
            // std::shuffle may differ from one library to the next.
            for (std::size_t i = strokes.size(); i > 1; --i)
                std::swap(strokes[i - 1], strokes[random() % i]);
            for (std::size_t i = 0; i < strokes.size(); ++i)
                m_parts[strokes[i]] = int(i) % parts;
        }
    }

    const std::vector<MarkedSamples>& m_samples;
    const ModelCard& m_card;
    std::map<const Stroke*, int> m_parts;
};

void checkSides(const Sides& sides, const LessonFacts& facts)
{
    if (facts.oilStrokes + facts.otherStrokes == 0)
        throw Error(TeachingText::tr("Nothing is marked: there is nothing to learn from."),
                    ErrorKind::Unreadable);
    if (sides.yes.empty())
        throw Error(
            TeachingText::tr("No oil is marked, and the model sees none in these pictures either: mark some "
                             "oil, or pictures in which the model errs."),
            ErrorKind::Unreadable);
    if (sides.no.empty())
        throw Error(
            TeachingText::tr("Only oil is marked, and to the model these pictures are nothing but oil: mark "
                             "something that is none."),
            ErrorKind::Unreadable);
}

}  // namespace

MarkedSamples samplesOf(const QString& picture, bool coloured, const PixelFeatures& features,
                        const cv::Mat& marks, const Segmentation& base)
{
    MarkedSamples samples;
    samples.picture = picture;
    samples.coloured = coloured;
    const int factor = features.factor();
    const cv::Mat1b reduced = reducedMarks(marks, features.size(), factor);
    cv::Mat1i labels;
    samples.strokes = strokesOf(reduced, labels);
    for (Stroke& stroke : samples.strokes)
        stroke.inside = stroke.inside * factor + cv::Point(factor / 2, factor / 2);

    const int cells = int(reduced.total());
    const int marked = cv::countNonZero(reduced);
    const int step = std::max(1, (cells - marked) / restOfPicture);
    samples.features.create(marked, PixelFeatures::count);
    samples.rest.create((cells - marked + step - 1) / step, PixelFeatures::count);
    int row = 0, unmarked = 0;
    for (int y = 0; y < reduced.rows; ++y) {
        for (int x = 0; x < reduced.cols; ++x) {
            if (labels(y, x) >= 0) {
                std::copy_n(features.at(x, y), PixelFeatures::count, samples.features[row++]);
                samples.strokeOf.push_back(labels(y, x));
            } else if (unmarked++ % step == 0) {
                std::copy_n(features.at(x, y), PixelFeatures::count,
                            samples.rest[int(samples.restClass.size())]);
                samples.restClass.push_back(
                    base.classes.at<uchar>(std::min(y * factor + factor / 2, base.classes.rows - 1),
                                           std::min(x * factor + factor / 2, base.classes.cols - 1)));
            }
        }
    }
    return samples;
}

Lesson learn(const std::vector<MarkedSamples>& samples, const ModelCard& card, bool holdOut)
{
    Teacher teacher(samples, card);
    Lesson lesson;
    lesson.facts = teacher.count();
    const Sides sides = teacher.oilSides();
    checkSides(sides, lesson.facts);
    lesson.forests.oil = sides.grown({});
    lesson.forests.oilClasses = teacher.oilClasses();
    lesson.forests.pictures = teacher.pictures();
    lesson.forests.otherClass = teacher.otherClass();
    lesson.forests.oilClass = lesson.forests.oilClasses.empty()
                                  ? unnamedOilClass(card, lesson.forests.pictures)
                                  : lesson.forests.oilClasses.front().value;
    lesson.facts.contradictions = teacher.contradictions(lesson.forests.oil);
    if (holdOut)
        lesson.facts.heldOutOverlap = teacher.heldOutOverlap(lesson.facts);
    return lesson;
}

std::optional<double> heldOutOverlap(const std::vector<MarkedSamples>& samples, const ModelCard& card)
{
    Teacher teacher(samples, card);
    return teacher.heldOutOverlap(teacher.count());
}

QStringList warningsOf(const LessonFacts& facts)
{
    constexpr double sure = 0.6;
    QStringList warnings;
    if (facts.otherStrokes == 0)
        warnings << TeachingText::tr(
            "Only oil is marked: the rest of these pictures stands for everything else, at "
            "half weight. Mark something that is no oil as well.");
    if (facts.oilStrokes == 0)
        warnings << TeachingText::tr(
            "Only what is no oil is marked: for oil the model's own answer stands, at half "
            "weight. Mark some oil as well.");
    if (facts.oilStrokes > 0 && facts.otherStrokes > 0 && !facts.heldOutOverlap)
        warnings << TeachingText::tr(
            "Too few strokes to say how sure this is: mark two of oil and two of something "
            "else at least.");
    if (facts.heldOutOverlap && *facts.heldOutOverlap < sure)
        warnings << TeachingText::tr(
                        "Not sure of itself: on strokes that were held out it finds oil with an overlap "
                        "of %1 of 1. Mark more, where it errs.")
                        .arg(*facts.heldOutOverlap, 0, 'f', 2);
    return warnings;
}

QString contradictionOf(const LessonFacts& facts)
{
    if (facts.contradictions.empty())
        return {};
    const Contradiction& first = facts.contradictions.front();
    const QString where = QStringLiteral("%1, %2").arg(first.at.x).arg(first.at.y);
    return first.oil
               ? TeachingText::tr(
                     "The marks contradict each other: at %1 of \"%2\" oil is marked where other strokes "
                     "say of the same looks that they are none, so take one of them back.")
                     .arg(where, first.picture)
               : TeachingText::tr(
                     "The marks contradict each other: at %1 of \"%2\" something else is marked where "
                     "other strokes say of the same looks that they are oil, so take one of them back.")
                     .arg(where, first.picture);
}

}  // namespace sheen
