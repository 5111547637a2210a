#include "designer/model/edits/path_parameters.h"

#include "designer/model/component_table.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"
#include "designer/model/rename/input_rename.h"

#include <QRegularExpression>

namespace Design
{

QString pathShape(const QString &path)
{
    static const QRegularExpression braces(QStringLiteral("\\{[^{}]*\\}"));
    return QString(path).replace(braces, QStringLiteral("{}"));
}

namespace
{

bool isPathParameter(const Api &api, const Parameter &parameter, QString *name)
{
    const Parameter *resolved = resolve(api, parameter);
    if (!resolved || resolved->in != QLatin1String("path"))
        return false;
    *name = resolved->name;
    return true;
}

QStringList declaredNames(const Api &api, const QList<Parameter> &parameters)
{
    QStringList names;
    QString name;
    for (const Parameter &parameter : parameters) {
        if (isPathParameter(api, parameter, &name))
            names.append(name);
    }
    return names;
}

Parameter newPathParameter(Api &api, const QString &name)
{
    Parameter parameter;
    parameter.id = api.newId();
    parameter.name = name;
    parameter.in = QStringLiteral("path");
    parameter.required = true;
    parameter.schema = Schema::empty(api.newId());
    parameter.schema.set(Keyword::Type, QStringLiteral("string"));
    return parameter;
}

/// The parameters without path parameters that the path does not name; true if any went.
bool dropStrangers(const Api &api, QList<Parameter> &parameters, const QStringList &names)
{
    return parameters.removeIf([&](const Parameter &parameter) {
        QString name;
        return isPathParameter(api, parameter, &name) && !names.contains(name);
    }) > 0;
}

/// Old and new names of the parameters that were renamed.
QList<QPair<QString, QString>> renames(const QString &from, const QString &to)
{
    const QStringList before = pathParameterNames(from);
    const QStringList after = pathParameterNames(to);
    QStringList gone;
    QStringList come;
    for (const QString &name : before) {
        if (!after.contains(name))
            gone.append(name);
    }
    for (const QString &name : after) {
        if (!before.contains(name))
            come.append(name);
    }
    QList<QPair<QString, QString>> pairs;
    if (before.size() != after.size() && (gone.size() != 1 || come.size() != 1))
        return pairs;
    for (qsizetype i = 0; i < qMin(gone.size(), come.size()); ++i)
        pairs.append({gone.at(i), come.at(i)});
    return pairs;
}

} // namespace

QStringList pathParameterNames(const QString &path)
{
    static const QRegularExpression braces(QStringLiteral("\\{([^{}]+)\\}"));
    QStringList names;
    auto matches = braces.globalMatch(path);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

bool syncPathParameters(Api &api, NodeId pathItem)
{
    qsizetype at = 0;
    while (at < api.paths.size() &&
           (pathItem == NodeId::None || api.paths.at(at).value.id != pathItem))
        ++at;
    if (at == api.paths.size())
        return false;
    const QStringList names = pathParameterNames(api.paths.at(at).name);
    PathItem item = api.paths.at(at).value;
    bool isChanged = dropStrangers(api, item.parameters, names);
    const QStringList shared = declaredNames(api, item.parameters);
    for (qsizetype i = 0; i < item.operations.size(); ++i) {
        QList<Parameter> parameters = item.operations.at(i).parameters;
        bool isOperationChanged = dropStrangers(api, parameters, names);
        const QStringList own = declaredNames(api, parameters);
        // Path parameters stand first, in the order of the path.
        qsizetype next = 0;
        for (const QString &name : names) {
            if (own.contains(name)) {
                QString there;
                while (next < parameters.size() &&
                       isPathParameter(api, parameters.at(next), &there))
                    ++next;
                continue;
            }
            if (shared.contains(name))
                continue;
            parameters.insert(next++, newPathParameter(api, name));
            isOperationChanged = true;
        }
        if (isOperationChanged)
            item.operations[i].parameters = parameters;
        isChanged = isChanged || isOperationChanged;
    }
    if (isChanged)
        api.paths[at].value = item;
    return isChanged;
}

void renamePathParameters(PathItem &item, const QString &from, const QString &to)
{
    const auto rename = [](QList<Parameter> &parameters, const QString &before,
                           const QString &after) {
        for (qsizetype i = 0; i < parameters.size(); ++i) {
            const Parameter &parameter = parameters.at(i);
            const bool isMeant = parameter.ref.isNull() && parameter.name == before &&
                                 parameter.in == QLatin1String("path");
            if (isMeant)
                parameters[i].name = after;
        }
    };
    for (const auto &[before, after] : renames(from, to)) {
        rename(item.parameters, before, after);
        for (qsizetype i = 0; i < item.operations.size(); ++i) {
            rename(item.operations[i].parameters, before, after);
            followInput(item.operations[i], {QStringLiteral("path"), before, after});
        }
    }
}

bool moveInPath(QString &referenceText, const QString &from, const QString &to)
{
    const QString pointer = localPointer(referenceText);
    const QString old = QLatin1String("/paths/") + escapedToken(from);
    if (!pointer.startsWith(old) || (pointer.size() > old.size() && pointer.at(old.size()) != u'/'))
        return false;
    referenceText =
        fragmentText(QLatin1String("/paths/") + escapedToken(to) + pointer.sliced(old.size()));
    return true;
}

} // namespace Design
