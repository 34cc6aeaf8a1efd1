#include "tests/ui/tiny_model.h"

#include <torch/script.h>

namespace sheen::test {

namespace {

const char* const card = R"({
  "name": "Tiny", "version": "1", "description": "dark is oil", "sensors": ["EOW"], "code_sensors": ["EOW"],
  "input": {"channels": "RGB", "mean": [0, 0, 0], "std": [255, 255, 255], "stride": 8},
  "output": {"kind": "logits"},
  "classes": [
    {"value": 0, "name": "water", "colour": "#0000ff", "code": 0},
    {"value": 1, "name": "test oil", "colour": "#ff8000", "code": 3, "oil": true}
  ]})";

}  // namespace

void writeTinyModel(const QString& path, int load)
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
    torch::jit::ExtraFilesMap files;
    files["model.json"] = card;
    module.save(path.toStdString(), files);
}

}  // namespace sheen::test
