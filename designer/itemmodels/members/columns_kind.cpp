#include "designer/itemmodels/members/columns_kind.h"

#include <QCryptographicHash>

namespace Design
{

QString kindOfColumns(const QList<MemberField> &fields)
{
    QCryptographicHash keys(QCryptographicHash::Sha1);
    for (const MemberField &field : fields)
        keys.addData(field.key.toUtf8() + '\n');
    return QStringLiteral("fields-") + QString::fromLatin1(keys.result().toHex());
}

} // namespace Design
