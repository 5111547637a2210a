#pragma once

#include "designer/text/json.h"
#include "mockserver/engine/message.h"

#include <QWidget>

class QLabel;

namespace Design
{
class CodeView;
}

namespace Mock
{

/// The body of a request or an answer, JSON set out over lines.
class BodyView : public QWidget
{
    Q_OBJECT

public:
    BodyView(const QString &title, QWidget *parent = nullptr);

    void setBody(const QByteArray &body, const QList<HeaderField> &headers);
    /// Bars the lines of this place in a JSON body: ["price"], ["tags", 0]; below them stands what
    /// was wanted there. Nothing bars nothing; the note is about the whole body then.
    void barPlace(const Design::JsonArray &path, const QString &note = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords(); ///< as far as there is room; the tool tip has more than them

    QString m_title;
    QString m_words;
    QLabel *m_label;
    Design::CodeView *m_view;
    Design::Json m_value; ///< undefined for a body that is no JSON
};

} // namespace Mock
