#include "memory_fallback.h"

#include <ATen/ATen.h>

#include <c10/util/Exception.h>
#include <QtTest>

using namespace sheen;

namespace {

/** A device that takes so many pictures at once. */
MemoryFallback::Forward deviceFor(std::int64_t most, std::vector<std::int64_t>& batches)
{
    return [most, &batches](const at::Tensor& batch) {
        batches.push_back(batch.size(0));
        TORCH_CHECK_WITH(OutOfMemoryError, batch.size(0) <= most, "CUDA out of memory. Tried to allocate");
        return batch * 2;
    };
}

at::Tensor pictures(int count)
{
    return at::arange(count * 12).to(at::kFloat).reshape({count, 3, 2, 2});
}

}  // namespace

class MemoryFallbackTest : public QObject
{
    Q_OBJECT

    void checkAnswers(const std::vector<at::Tensor>& answers, int count)
    {
        QCOMPARE(int(answers.size()), count);
        for (int i = 0; i < count; ++i)
            QVERIFY(at::equal(answers[std::size_t(i)], pictures(count).slice(0, i, i + 1) * 2));
    }

private Q_SLOTS:
    void batchesAreHalvedUntilTheyFit()
    {
        std::vector<std::int64_t> batches;
        MemoryFallback network(deviceFor(3, batches), {}, 8);
        checkAnswers(network.run(pictures(9)), 9);
        QCOMPARE(network.batch(), 2);
        QVERIFY(!network.isOnCpu());
        // 8 and 4 were too many; the last one is filled up, so that the shape stays the same.
        QCOMPARE(batches, std::vector<std::int64_t>({8, 4, 2, 2, 2, 2, 2}));
    }

    void thenTheCpuTakesOverForGood()
    {
        std::vector<std::int64_t> batches, onCpu;
        int made = 0;
        MemoryFallback network(
            deviceFor(0, batches),
            [&] {
                ++made;
                return deviceFor(100, onCpu);
            },
            4);
        checkAnswers(network.run(pictures(3)), 3);
        checkAnswers(network.run(pictures(5)), 5);
        QVERIFY(network.isOnCpu());
        QCOMPARE(made, 1);
        QCOMPARE(batches, std::vector<std::int64_t>({3 + 1, 2, 1}));
        QCOMPARE(onCpu, std::vector<std::int64_t>(8, 1));
    }

    void aCpuThatCannotTakeOverIsToldOfEachTime()
    {
        std::vector<std::int64_t> batches;
        MemoryFallback network(
            deviceFor(0, batches),
            []() -> MemoryFallback::Forward { throw std::runtime_error("the file is gone"); }, 1);
        for (int i = 0; i < 2; ++i) {
            try {
                network.run(pictures(1));
                QFAIL("no error");
            } catch (const std::exception& error) {
                QCOMPARE(QString::fromUtf8(error.what()), QStringLiteral("the file is gone"));
            }
        }
    }

    void otherErrorsAndAFullComputerAreToldOn()
    {
        const auto broken = [](const at::Tensor&) -> at::Tensor { throw std::runtime_error("wrong shape"); };
        MemoryFallback network(
            broken, [&] { return MemoryFallback::Forward(broken); }, 4);
        QVERIFY_EXCEPTION_THROWN(network.run(pictures(2)), std::runtime_error);
        QVERIFY(!network.isOnCpu());
        std::vector<std::int64_t> batches;
        MemoryFallback full(
            deviceFor(0, batches), [&] { return deviceFor(0, batches); }, 2);
        QVERIFY_EXCEPTION_THROWN(full.run(pictures(1)), c10::OutOfMemoryError);
        QVERIFY(full.isOnCpu());
    }

    void aSinglePictureIsSeenAlone()
    {
        std::vector<std::int64_t> batches;
        MemoryFallback network(deviceFor(8, batches), {}, 8);
        checkAnswers(network.run(pictures(1)), 1);
        QCOMPARE(batches, std::vector<std::int64_t>({1}));
    }
};

QTEST_GUILESS_MAIN(MemoryFallbackTest)
#include "memory_fallback_test.moc"
