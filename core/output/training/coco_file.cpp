#include "coco_file.h"

#include <QJsonDocument>
#include <opencv2/imgproc.hpp>
#include <set>

namespace sheen {

namespace {

constexpr int nothingSaid = 0;
constexpr int anyOil = 255;
constexpr int onlyLicence = 1;  // the number of the one that all pictures have
const QString notStated = QStringLiteral("not stated");

QString orNotStated(const QString& text)
{
    return text.isEmpty() ? notStated : text;
}

QJsonObject category(int id, const QString& name, bool oil, int code)
{
    QJsonObject object{
        {QStringLiteral("id"), id},
        {QStringLiteral("name"), name},
        {QStringLiteral("supercategory"), oil ? QStringLiteral("oil") : QStringLiteral("no oil")}};
    if (code > 0)
        object.insert(QStringLiteral("appearance_code"), code);
    return object;
}

std::set<int> valuesIn(const cv::Mat1b& marks)
{
    std::set<int> values(marks.begin(), marks.end());
    values.erase(nothingSaid);
    return values;
}

}  // namespace

QJsonArray cocoRuns(const cv::Mat1b& mask)
{
    QJsonArray runs;
    bool set = false;
    int length = 0;
    for (int x = 0; x < mask.cols; ++x) {
        for (int y = 0; y < mask.rows; ++y) {
            if ((mask(y, x) != 0) != set) {
                runs << length;
                length = 0;
                set = !set;
            }
            ++length;
        }
    }
    runs << length;
    return runs;
}

CocoFile::CocoFile(const ModelCard& card, const TrainingSource& source)
    : m_info{{QStringLiteral("description"),
              QStringLiteral("What a person marked and decided in \"%1\"; pixels without an annotation are "
                             "not labelled, they are not water")
                  .arg(source.recording)},
             {QStringLiteral("version"), source.writtenBy},
             {QStringLiteral("contributor"), orNotStated(source.people.join(QStringLiteral(", ")))},
             {QStringLiteral("source"), source.recording},
             {QStringLiteral("source_owner"), orNotStated(source.owner)},
             {QStringLiteral("source_hash"), source.contentHash},
             {QStringLiteral("licence"), orNotStated(source.licence)},
             {QStringLiteral("taught_from"), card.name}},
      m_licence{{QStringLiteral("id"), onlyLicence},
                {QStringLiteral("name"), orNotStated(source.licence)},
                {QStringLiteral("url"), QString()}},
      m_source(source.recording)
{
    if (source.recordedOn.isValid()) {
        m_info.insert(QStringLiteral("year"), source.recordedOn.year());
        m_info.insert(QStringLiteral("date_recorded"), source.recordedOn.toString(Qt::ISODate));
    }
    for (const ModelClass& one : card.classes)
        m_categories << category(1 + one.value, one.name, one.oil, one.code);
    m_categories << category(anyOil, QStringLiteral("oil of any class"), true, 0);
}

void CocoFile::add(const CocoImage& image, const cv::Mat1b& marks)
{
    const int imageId = imageCount() + 1;
    m_images << QJsonObject{{QStringLiteral("id"), imageId},
                            {QStringLiteral("file_name"), image.fileName},
                            {QStringLiteral("mask_file"), image.maskName},
                            {QStringLiteral("width"), image.place.width},
                            {QStringLiteral("height"), image.place.height},
                            {QStringLiteral("license"), onlyLicence},
                            {QStringLiteral("source"), m_source},
                            {QStringLiteral("frame"), image.frame->frame},
                            {QStringLiteral("time_s"), image.frame->timeSeconds},
                            {QStringLiteral("sensor"), image.frame->sensor},
                            {QStringLiteral("left_px"), image.place.x},
                            {QStringLiteral("top_px"), image.place.y}};
    for (const int value : valuesIn(marks)) {
        cv::Mat1i labels, facts;
        cv::Mat1d middles;
        const int count = cv::connectedComponentsWithStats(marks == value, labels, facts, middles, 8);
        for (int i = 1; i < count; ++i) {
            const QJsonArray box{facts(i, cv::CC_STAT_LEFT), facts(i, cv::CC_STAT_TOP),
                                 facts(i, cv::CC_STAT_WIDTH), facts(i, cv::CC_STAT_HEIGHT)};
            const QJsonObject runs{{QStringLiteral("size"), QJsonArray{marks.rows, marks.cols}},
                                   {QStringLiteral("counts"), cocoRuns(labels == i)}};
            m_annotations << QJsonObject{{QStringLiteral("id"), int(m_annotations.size()) + 1},
                                         {QStringLiteral("image_id"), imageId},
                                         {QStringLiteral("category_id"), value},
                                         {QStringLiteral("segmentation"), runs},
                                         {QStringLiteral("area"), facts(i, cv::CC_STAT_AREA)},
                                         {QStringLiteral("bbox"), box},
                                         {QStringLiteral("iscrowd"), 0}};
        }
    }
}

QByteArray CocoFile::json() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("info"), m_info},
                                     {QStringLiteral("licenses"), QJsonArray{m_licence}},
                                     {QStringLiteral("images"), m_images},
                                     {QStringLiteral("annotations"), m_annotations},
                                     {QStringLiteral("categories"), m_categories}})
        .toJson(QJsonDocument::Compact);
}

}  // namespace sheen
