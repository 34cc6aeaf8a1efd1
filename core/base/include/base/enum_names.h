#pragma once

#include <QString>
#include <QStringList>
#include <cstddef>
#include <optional>

namespace sheen {

/** The names that an enum's values have in files and on the command line, in the order of the enum. */
template <typename Enum, std::size_t count>
struct EnumNames
{
    const char* names[count];
    int first;  //!< the number of the enum's first value

    QString of(Enum value) const { return QLatin1String(names[static_cast<int>(value) - first]); }

    /** Returns std::nullopt where no value has that name. */
    std::optional<Enum> find(const QString& name, Qt::CaseSensitivity cases = Qt::CaseSensitive) const
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (name.compare(QLatin1String(names[i]), cases) == 0)
                return static_cast<Enum>(static_cast<int>(i) + first);
        }
        return std::nullopt;
    }

    QStringList all() const
    {
        QStringList list;
        for (const char* name : names)
            list << QLatin1String(name);
        return list;
    }
};

/** Makes the table; `first`: the number of the enum's first value. */
template <typename Enum, int first = 0, typename... Names>
constexpr EnumNames<Enum, sizeof...(Names)> enumNames(Names... names)
{
    return {{names...}, first};
}

}  // namespace sheen
