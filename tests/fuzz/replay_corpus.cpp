#include <QDir>
#include <QFile>
#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/** Gives every file of a folder to the fuzz target that this is linked with. Returns how many, -1 if one
 * cannot be read. */
int replay(const QDir& folder)
{
    int count = 0;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                               static_cast<std::size_t>(bytes.size()));
        ++count;
    }
    return count;
}

}  // namespace

/** Replays the folders that are named; each must hold something. */
int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const int count = replay(QDir(QString::fromLocal8Bit(argv[i])));
        std::printf("%s: %d inputs\n", argv[i], count);
        if (count <= 0)
            return 1;
    }
    return argc > 1 ? 0 : 2;
}
