#pragma once

#include "designer/text/json.h"

namespace Design
{

/// A member of a map of the specification: a name and what stands under it.
template<class T>
struct Named {
    QString name;
    T value{};
    Json raw; ///< what was read where it is no T (an extension, or malformed): written back as it is

    bool isRaw() const { return !raw.isUndefined(); }
    bool operator==(const Named &) const = default;
};

/// A map of the specification with the order of the document: components, content, properties ...
template<class T>
class NamedList : public QList<Named<T>>
{
public:
    using QList<Named<T>>::QList;
    using QList<Named<T>>::insert;

    qsizetype indexOf(QStringView name) const
    {
        for (qsizetype i = 0; i < this->size(); ++i) {
            if (this->at(i).name == name)
                return i;
        }
        return -1;
    }

    /// Null when absent or raw.
    const T *find(QStringView name) const
    {
        const qsizetype at = indexOf(name);
        return at < 0 || this->at(at).isRaw() ? nullptr : &this->at(at).value;
    }

    T *find(QStringView name)
    {
        const qsizetype at = indexOf(name);
        return at < 0 || this->at(at).isRaw() ? nullptr : &(*this)[at].value;
    }

    bool contains(QStringView name) const { return indexOf(name) >= 0; }

    /// Replaces what stands under the name, or appends.
    void insert(const QString &name, const T &value)
    {
        const qsizetype at = indexOf(name);
        if (at < 0)
            this->append({name, value, {}});
        else
            (*this)[at] = {name, value, {}};
    }
};

} // namespace Design
