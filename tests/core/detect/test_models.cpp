#include "test_models.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/api/module.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>

namespace sheen::test {

QByteArray modelCard(int classes, const char* kind, double temperature, int width, int height)
{
    QJsonArray list;
    for (int value = 0; value < classes; ++value) {
        list.append(QJsonObject{
            {QStringLiteral("value"), value},
            {QStringLiteral("name"),
             value == 0 ? QStringLiteral("water") : QStringLiteral("oil %1").arg(value)},
            {QStringLiteral("colour"), QStringLiteral("#%1").arg(value * 4000, 6, 16, QLatin1Char('0'))},
            {QStringLiteral("code"), value <= 5 ? value : 0},
            {QStringLiteral("oil"), value > 0}});
    }
    const QJsonArray mean{128, 128, 128};
    const QJsonArray deviation{64, 64, 64};
    const QJsonObject card{
        {QStringLiteral("name"), QStringLiteral("Test")},
        {QStringLiteral("version"), QStringLiteral("1")},
        {QStringLiteral("licence"), QStringLiteral("GPL-3.0-or-later")},
        {QStringLiteral("input"), QJsonObject{{QStringLiteral("channels"), QStringLiteral("RGB")},
                                              {QStringLiteral("mean"), mean},
                                              {QStringLiteral("std"), deviation},
                                              {QStringLiteral("stride"), 32},
                                              {QStringLiteral("width"), width},
                                              {QStringLiteral("height"), height}}},
        {QStringLiteral("output"), QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(kind)},
                                               {QStringLiteral("temperature"), temperature}}},
        {QStringLiteral("classes"), list}};
    return QJsonDocument(card).toJson();
}

void saveModel(const QString& path, const QByteArray& card, const std::string& body)
{
    torch::jit::Module module("TestNetwork");
    module.register_parameter("gain", at::full({1}, -8.0), false);
    module.define("def forward(self, x):\n    dark = x.mean(1, True) * self.gain\n" + body + "\n");
    torch::jit::ExtraFilesMap extra;
    if (!card.isEmpty())
        extra["model.json"] = card.toStdString();
    module.save(path.toStdString(), extra);
}

void saveDarkIsOil(const QString& path)
{
    saveModel(path, modelCard(2), "    return torch.avg_pool2d(torch.cat([-dark, dark], 1), [4, 4])");
}

namespace {

using Change = std::function<void(const std::string& name, std::string& record)>;

/** A parameter of so many numbers, of which only the mean is used; `change` is done to each file inside. */
void saveChanged(const QString& path, std::int64_t numbers, const Change& change,
                 std::uint64_t leastVersion = 0)
{
    const QString whole = path + QStringLiteral(".whole");
    torch::jit::Module module("TestNetwork");
    module.register_parameter("gain", at::full({numbers}, -8.0), false);
    module.define("def forward(self, x):\n    return torch.cat([x, x], 1)[:, 0:2] * self.gain.mean()\n");
    module.save(whole.toStdString(), {{"model.json", modelCard(2).toStdString()}});
    caffe2::serialize::PyTorchStreamReader reader(whole.toStdString());
    caffe2::serialize::PyTorchStreamWriter writer(path.toStdString());
    for (const std::string& name : reader.getAllRecords()) {
        if (name == "version" || name.rfind(".data/", 0) == 0)
            continue;  // the writer adds them itself
        const auto [bytes, size] = reader.getRecord(name);
        std::string record(static_cast<const char*>(bytes.get()), size);
        change(name, record);
        writer.writeRecord(name, record.data(), record.size());
    }
    writer.setMinVersion(leastVersion);
    writer.writeEndOfFile();
}

}  // namespace

void saveWithShortTensor(const QString& path)
{
    saveChanged(path, 1 << 20, [](const std::string& name, std::string& record) {
        if (name.rfind("data/", 0) == 0)
            record.resize(16);
    });
}

void saveWithTensorBeyondItsStorage(const QString& path)
{
    saveChanged(path, 1000, [](const std::string& name, std::string& record) {
        if (name == "data.pkl")  // the last number of two bytes is the size, pickled as BININT2
            record.replace(record.rfind("M\xe8\x03"), 3, "M\xff\xff");
    });
}

void saveWithEndlessTensor(const QString& path)
{
    torch::jit::Module module("TestNetwork");
    module.register_buffer("gain", at::full({1}, -8.0).expand({std::int64_t(1) << 40}));
    module.define("def forward(self, x):\n    return torch.cat([x, x], 1)[:, 0:2] * self.gain[0]\n");
    module.save(path.toStdString(), {{"model.json", modelCard(2).toStdString()}});
}

void saveInPrecision(const QString& path, bool half)
{
    torch::jit::Module module("TestNetwork");
    module.register_parameter("weight", at::full({2, 3, 1, 1}, 1.0, half ? at::kHalf : at::kDouble), false);
    module.define(
        "def forward(self, x):\n    y = torch.conv2d(x, self.weight)\n"
        "    return torch.cat([y[:, 0:1], -y[:, 0:1]], 1)\n");
    module.save(path.toStdString(), {{"model.json", modelCard(2).toStdString()}});
}

void saveOfNewerTorch(const QString& path)
{
    saveChanged(
        path, 1, [](const std::string&, std::string&) {}, 99);
}

void saveWithUnknownOperator(const QString& path)
{
    saveChanged(path, 1, [](const std::string& name, std::string& record) {
        const std::size_t call = record.find("torch.cat(");
        if (name.rfind("code/", 0) == 0 && call != std::string::npos)
            record.replace(call, 10, "torch.cat_of_tomorrow(");
    });
}

void saveCheckpoint(const QString& path)
{
    caffe2::serialize::PyTorchStreamWriter writer(path.toStdString());
    writer.writeRecord("data.pkl", "\x80\x02}q.", 5);
    writer.writeEndOfFile();
}

}  // namespace sheen::test
