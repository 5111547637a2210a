#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/openapi/openapi_reader.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTest>

#include <memory>

inline QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// A panel on a design, in a window of its own; its model is watched for what models may not do.
template<class Panel>
class PanelFixture
{
public:
    explicit PanelFixture(const char *yaml) { reset(yaml); }

    Design::DesignDocument &document() { return m_document; }
    Design::Selection &selection() { return m_selection; }
    Panel *panel() const { return m_panel.get(); }

    void reset(const char *yaml) { m_document.reset(Design::readOpenApi(QByteArray(yaml)).api); }
    void resetToNothing() { reset("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}"); }

    /// Makes the panel of the document and of these.
    template<class... Others>
    void makePanel(Others &...others)
    {
        m_panel = std::make_unique<Panel>(m_document, others...);
        new QAbstractItemModelTester(&m_panel->model(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_panel.get());
    }

    bool show()
    {
        m_panel->resize(1000, 300);
        m_panel->show();
        return QTest::qWaitForWindowActive(m_panel.get());
    }

    /// The button with these words; null without one.
    QPushButton *button(const char *words) const
    {
        for (QPushButton *one : m_panel->template findChildren<QPushButton *>()) {
            if (QString(one->text()).remove(u'&') == text(words))
                return one;
        }
        return nullptr;
    }

private:
    Design::DesignDocument m_document;
    Design::Selection m_selection;
    std::unique_ptr<Panel> m_panel;
};
