#include "designer/model/children.h"

namespace Design
{

QString Step::suffix() const
{
    const QString start = key.isEmpty() ? QString() : u'/' + key;
    if (isNamed)
        return childPointer(start, name);
    return index < 0 ? start : childPointer(start, index);
}

static bool take(const QStringList &tokens, qsizetype &at, QStringView token)
{
    return at < tokens.size() && tokens.at(at++) == token;
}

bool followStep(const StepView &step, const QStringList &tokens, qsizetype &at)
{
    const QStringView key(step.key);
    const qsizetype slash = key.indexOf(u'/'); // `components/schemas` is two tokens
    if (slash >= 0) {
        if (!take(tokens, at, key.first(slash)) || !take(tokens, at, key.sliced(slash + 1)))
            return false;
    } else if (!key.isEmpty() && !take(tokens, at, key)) {
        return false;
    }
    if (step.name)
        return take(tokens, at, *step.name);
    return step.index < 0 || take(tokens, at, QString::number(step.index));
}

} // namespace Design
