#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;

namespace Design
{

class LineEdit;
class TextEdit;

/// The words about the whole design: version, summary, description, how it answers, whom to ask
/// and under which terms it may be used. What is typed is in the design at once.
class ApiFields : public QWidget
{
    Q_OBJECT

public:
    enum class Part { About, Terms };

    ApiFields(DesignDocument &document, Part part, QWidget *parent);

    /// What a closed section says of it.
    QString summary() const;

private:
    using Get = std::function<QString(const Api &)>;
    using Set = std::function<void(Api &, const QString &)>;
    struct Line {
        LineEdit *edit;
        Get get;
    };

    void addAbout();
    void addTerms();
    void addLine(const QString &label, const QString &hint, const QString &field, const Get &get,
                 const Set &set);
    void addProfile();
    void update();

    DesignDocument &m_document;
    QFormLayout *m_form;
    QList<Line> m_lines;
    TextEdit *m_description = nullptr;
    QComboBox *m_profile = nullptr;
};

} // namespace Design
