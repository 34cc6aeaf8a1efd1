#include "general_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace sheen {

namespace {

/** In its own words: whoever cannot read the window's language finds it. */
QString languageName(const QString& language)
{
    const QString name = QLocale(language).nativeLanguageName();
    return language == QLatin1String("en") ? QStringLiteral("English") : name;
}

}  // namespace

GeneralPage::GeneralPage(const UserSettings& settings, QWidget* parent)
    : QWidget(parent), m_language(new QComboBox)
{
    auto* form = new QFormLayout(this);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("The system's"), QString());
    for (const QString& language : languages())
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(m_language->findData(settings.language));
    form->addRow(tr("Language"), m_language);
    auto* later = new QLabel(tr("Another language is spoken from the next start on."));
    later->setProperty("hint", true);
    later->setWordWrap(true);
    form->addRow(QString(), later);
    m_theme = addChoice(form, "theme", tr("Colours"),
                        {{tr("The system's"), int(Theme::System)},
                         {tr("Light"), int(Theme::Light)},
                         {tr("Dark"), int(Theme::Dark)}},
                        int(settings.theme));
    m_place = addChoice(form, "placeNotation", tr("Places"),
                        {{tr("Degrees and minutes: %1").arg(QStringLiteral("34°40.514′N")),
                          int(PlaceNotation::DegreesMinutes)},
                         {tr("Degrees: %1").arg(QStringLiteral("34.67523°N")), int(PlaceNotation::Degrees)},
                         {tr("Degrees, minutes and seconds: %1").arg(QStringLiteral("34°40′30.8″N")),
                          int(PlaceNotation::DegreesMinutesSeconds)}},
                        int(settings.units.place));
    m_area = addChoice(form, "areaUnit", tr("Areas"),
                       {{tr("m² or km², one for a column"), int(AreaUnit::Automatic)},
                        {QStringLiteral("m²"), int(AreaUnit::SquareMetres)},
                        {QStringLiteral("km²"), int(AreaUnit::SquareKilometres)}},
                       int(settings.units.area));
    m_volume = addChoice(form, "volumeUnit", tr("Volumes"),
                         {{tr("L or m³, one for a column"), int(VolumeUnit::Automatic)},
                          {tr("L", "litres"), int(VolumeUnit::Litres)},
                          {QStringLiteral("m³"), int(VolumeUnit::CubicMetres)}},
                         int(settings.units.volume));
    auto* files = new QLabel(tr("Reports and files have units of their own, the same for everybody."));
    files->setProperty("hint", true);
    files->setWordWrap(true);
    form->addRow(QString(), files);
}

QComboBox* GeneralPage::addChoice(QFormLayout* form, const char* name, const QString& title,
                                  const QList<QPair<QString, int>>& choices, int chosen)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(chosen));
    form->addRow(title, box);
    return box;
}

void GeneralPage::fill(UserSettings& settings) const
{
    settings.language = m_language->currentData().toString();
    settings.theme = Theme(m_theme->currentData().toInt());
    settings.units.place = PlaceNotation(m_place->currentData().toInt());
    settings.units.area = AreaUnit(m_area->currentData().toInt());
    settings.units.volume = VolumeUnit(m_volume->currentData().toInt());
}

}  // namespace sheen
