#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/exchange.h"

#include <QCoreApplication>

namespace Mock
{

/// An answer of the traffic as an example of the response that it falls under in the design.
struct AnswerExample {
    Q_DECLARE_TR_FUNCTIONS(AnswerExample)

public:
    QString problem; ///< why it cannot be one, for people; empty when it can
    Design::NodeId media = Design::NodeId::None; ///< where it belongs
    QString name;
    Design::Json value;
    QString place; ///< for people: "GET /items, 200 application/json"

    static AnswerExample of(const Design::Api &api, const Exchange &exchange);
    void addTo(Design::Api &api) const;

private:
    static AnswerExample refused(const QString &problem);
};

} // namespace Mock
