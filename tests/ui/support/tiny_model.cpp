#include "tiny_model.h"

#include <torch/script.h>

#include <QFile>

namespace sheen::test {

namespace {

const QString cardOfMean = QStringLiteral(R"({
  "name": "Tiny", "version": "1", "description": "dark is oil", "sensors": ["EOW"], "code_sensors": ["EOW"],
  "input": {"channels": "RGB", "mean": [%1, %1, %1], "std": [255, 255, 255], "stride": 8},
  "output": {"kind": "logits"},
  "classes": [
    {"value": 0, "name": "water", "colour": "#0000ff", "code": 0},
    {"value": 1, "name": "test oil", "colour": "#ff8000", "code": 3, "oil": true}
  ]})");

void save(const QString& path, int load, const torch::jit::ExtraFilesMap& files)
{
    torch::jit::Module module("Tiny");
    module.define(QStringLiteral(R"(
def forward(self, x):
    wasted = torch.zeros([1, 1, 1, 1])
    for i in range(%1):
        wasted = wasted + torch.sin(x * float(i)).mean()
    bright = x.mean(1, keepdim=True) + 0.0 * wasted
    return torch.cat([bright, 0.7 - bright], 1) * 20.0
)")
                      .arg(load)
                      .toStdString());
    module.save(path.toStdString(), files);
}

}  // namespace

void writeTinyModel(const QString& path, int load)
{
    save(path, load, {{"model.json", cardOfMean.arg(0).toStdString()}});
}

void writeTinyModelAndCard(const QString& path, int mean)
{
    save(path, 0, {});
    writeTinyCard(path, mean);
}

void writeTinyCard(const QString& modelPath, int mean)
{
    QFile file(modelPath + QStringLiteral(".json"));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(cardOfMean.arg(mean).toUtf8());
}

}  // namespace sheen::test
