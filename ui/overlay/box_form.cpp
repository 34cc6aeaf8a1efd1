#include "box_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <algorithm>
#include <utility>

#include "box_verdict.h"
#include "ui/telemetry/field_text.h"

namespace sheen {

namespace {

constexpr int otherMark = -1;

void keepNarrow(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
}

}  // namespace

BoxForm::BoxForm(QWidget* parent)
    : QWidget(parent),
      m_field(new QComboBox),
      m_format(new QComboBox),
      m_before(new QLineEdit),
      m_after(new QLineEdit),
      m_inverse(new QCheckBox(tr("Dark letters on a bright box")))
{
    m_field->setObjectName(QStringLiteral("boxField"));
    m_format->setObjectName(QStringLiteral("boxFormat"));
    m_before->setObjectName(QStringLiteral("boxBefore"));
    m_after->setObjectName(QStringLiteral("boxAfter"));
    m_inverse->setObjectName(QStringLiteral("boxInverse"));
    m_field->addItem(tr("Other mark (not read, no sea)"), otherMark);
    for (int i = 0; i < int(overlayFieldCount); ++i)
        m_field->addItem(fieldName(static_cast<OverlayField>(i)), i);
    m_field->setToolTip(tr("Which field stands in the box"));
    m_format->setToolTip(
        tr("How the overlay writes it; needed where the text alone can mean several things"));
    m_before->setPlaceholderText(tr("before, e.g. ALT"));
    m_before->setToolTip(tr("A word in the box that stands before the value and is skipped"));
    m_after->setPlaceholderText(tr("after, e.g. MSL"));
    m_after->setToolTip(tr("A word in the box that stands after the value and is skipped"));
    keepNarrow(m_field);
    keepNarrow(m_format);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* words = new QHBoxLayout;
    words->addWidget(m_before);
    words->addWidget(m_after);
    form->addRow(tr("Field"), m_field);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Skip words"), words);
    form->addRow(QString(), m_inverse);

    connect(m_field, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (m_showing)
            return;
        fillFormats();
        tell();
    });
    connect(m_format, qOverload<int>(&QComboBox::currentIndexChanged), this, &BoxForm::tell);
    connect(m_before, &QLineEdit::textEdited, this, &BoxForm::tell);
    connect(m_after, &QLineEdit::textEdited, this, &BoxForm::tell);
    connect(m_inverse, &QCheckBox::toggled, this, &BoxForm::tell);
    showBox(nullptr, {});
}

void BoxForm::showBox(const LayoutBox* box, const LayoutDraft& draft)
{
    m_showing = true;
    setEnabled(box != nullptr);
    m_box = box ? *box : LayoutBox();
    auto* fields = qobject_cast<QStandardItemModel*>(m_field->model());
    for (int i = 0; i < int(overlayFieldCount); ++i) {
        const auto field = static_cast<OverlayField>(i);
        fields->item(i + 1)->setEnabled(m_box.field == field || !draft.find(field));
    }
    m_field->setCurrentIndex(m_box.field ? int(*m_box.field) + 1 : 0);
    fillFormats();
    m_showing = true;
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_box.format.form)));
    if (m_before->text() != m_box.format.before)
        m_before->setText(m_box.format.before);
    if (m_after->text() != m_box.format.after)
        m_after->setText(m_box.format.after);
    m_inverse->setChecked(m_box.inverse);
    m_showing = false;
}

void BoxForm::fillFormats()
{
    const bool showing = std::exchange(m_showing, true);
    const int field = m_field->currentData().toInt();
    const bool read = field != otherMark;
    m_format->clear();
    m_format->addItem(read ? tr("any known form") : QString(), QString());
    if (read) {
        for (const QString& form : fieldForms(static_cast<OverlayField>(field)))
            m_format->addItem(formText(static_cast<OverlayField>(field), form), form);
    }
    m_format->setEnabled(m_format->count() > 1);
    m_before->setEnabled(read);
    m_after->setEnabled(read);
    m_inverse->setEnabled(read);
    m_showing = showing;
}

LayoutBox BoxForm::box() const
{
    LayoutBox box = m_box;
    const int field = m_field->currentData().toInt();
    if (field == otherMark)
        return {box.place, std::nullopt, false, {}};
    box.field = static_cast<OverlayField>(field);
    box.format = {m_format->currentData().toString(), m_before->text(), m_after->text()};
    box.inverse = m_inverse->isChecked();
    return box;
}

void BoxForm::tell()
{
    if (!m_showing)
        Q_EMIT changed();
}

}  // namespace sheen
