#include "network_file.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/cuda.h>

#include <QtTest>

#include "detect/detector.h"
#include "detect/model_file.h"

using namespace sheen;

namespace {

/** Constants of a program that are tensors, on a device and elsewhere. */
struct Counts
{
    int there = 0;
    int elsewhere = 0;
};

void count(const torch::jit::Block& block, c10::DeviceType device, Counts& counts)
{
    for (const torch::jit::Node* node : block.nodes()) {
        for (const torch::jit::Block* inner : node->blocks())
            count(*inner, device, counts);
        const bool isTensor = node->kind() == torch::jit::prim::Constant &&
                              node->hasAttribute(torch::jit::attr::value) &&
                              node->kindOf(torch::jit::attr::value) == torch::jit::AttributeKind::t;
        if (isTensor)
            ++(node->t(torch::jit::attr::value).device().type() == device ? counts.there : counts.elsewhere);
    }
}

}  // namespace

class NetworkFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfAFrozenNetworkComesOntoTheDevice_data()
    {
        QTest::addColumn<bool>("cuda");
        QTest::newRow("CPU") << false;
        QTest::newRow("CUDA") << true;
    }

    void allOfAFrozenNetworkComesOntoTheDevice()
    {
        QFETCH(bool, cuda);
        if (cuda && !torch::cuda::is_available())
            QSKIP("no graphics card");
        const c10::DeviceType device = cuda ? c10::kCUDA : c10::kCPU;
        ModelFile file(Detector::defaultModelPath());
        const torch::jit::Module network = readNetwork(file, c10::Device(device));
        Counts counts;
        count(*network.get_method("forward").graph()->block(), device, counts);
        QVERIFY(counts.there > 20);
        QCOMPARE(counts.elsewhere, 0);
    }
};

QTEST_GUILESS_MAIN(NetworkFileTest)
#include "network_file_test.moc"
