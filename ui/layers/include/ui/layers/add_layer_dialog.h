#pragma once

#include <QDialog>

#include "ui/layers/map_source.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sheen {

/** Asks for a base map or a layer of the analyst's own: a file, tiles, WMS or WMTS. Asks no server. */
class AddLayerDialog : public QDialog
{
    Q_OBJECT

public:
    /** `source`: what is changed; a new one without. */
    explicit AddLayerDialog(const MapSource& source = {}, QWidget* parent = nullptr);

    MapSource source() const;

private:
    void makeForm();
    QWidget* makeAddress();
    void browse();
    void showKind();
    void check();
    MapSource::Kind kind() const;
    void setRow(QWidget* field, bool visible);

    MapSource m_given;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QWidget* m_addressRow;
    QPushButton* m_browse;
    QLineEdit* m_layers;
    QLineEdit* m_style;
    QLineEdit* m_matrixSet;
    QLineEdit* m_crs;
    QLabel* m_remark;
    QPushButton* m_add;
};

}  // namespace sheen
