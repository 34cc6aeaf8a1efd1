#include "ui/calibration/tie_page.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "calibration_page.h"
#include "tie_fit_form.h"
#include "tie_table_model.h"
#include "ui/calibration/tie_points.h"
#include "ui/session/session.h"
#include "ui/widgets/flow_layout.h"

namespace sheen {

namespace {

constexpr int widthForTable = 900;

}  // namespace

TiePage::TiePage(Session* session, TiePoints* points, QAction* mark, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_points(points),
      m_model(new TieTableModel(points, this)),
      m_table(new QTableView),
      m_form(new TieFitForm),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_step(new QLabel),
      m_remove(new QAction(tr("Delete"), this))
{
    m_columns->setContentsMargins(6, 4, 6, 6);
    m_columns->setSpacing(12);
    m_columns->addWidget(makeTable(mark), 3);
    m_columns->addWidget(m_form, 2);

    connect(points, &TiePoints::changed, this, &TiePage::takePoints);
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted})
        connect(session, signal, this, [this] {
            m_before.reset();
            m_form->forgetChoice();
            takePoints();
        });
    connect(session, &Session::runFinished, this, &TiePage::takePoints);
    connect(m_model, &TieTableModel::refused, this,
            [this](const QString& sentence) { m_form->say(sentence); });
    connect(m_form, &TieFitForm::fitWanted, this, &TiePage::fit);
    connect(m_form, &TieFitForm::accepted, this, &TiePage::accept);
    connect(m_form, &TieFitForm::cancelled, this, [this] { propose(std::nullopt); });
    connect(m_form, &TieFitForm::takeBackWanted, this, &TiePage::takeBack);
    connect(m_form, &TieFitForm::choiceChanged, this, [this] { propose(std::nullopt); });
    takePoints();
}

QWidget* TiePage::makeTable(QAction* mark)
{
    m_table->setObjectName(QStringLiteral("tieTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(60);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_step->setTextFormat(Qt::PlainText);
    m_step->setObjectName(QStringLiteral("tieStep"));
    m_step->setWordWrap(true);

    m_remove->setObjectName(QStringLiteral("tieRemove"));
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString tip = tr("Delete the points that are selected");
    m_remove->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, m_remove->shortcut().toString(QKeySequence::NativeText)));
    m_table->addAction(m_remove);
    connect(m_remove, &QAction::triggered, this, &TiePage::removeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const int frame = m_points->marks()[std::size_t(index.row())].frame;
        if (frame >= 0)
            Q_EMIT frameChosen(frame);
    });
    m_remove->setEnabled(false);

    auto* row = new FlowLayout;
    for (QAction* action : {mark, m_remove}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    }
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(row);
    column->addWidget(m_step);
    column->addWidget(m_table, 1);
    return part;
}

void TiePage::showStep(const QString& sentence)
{
    const QString idle = m_points->marks().empty()
                             ? tr("Mark things whose place is known, in a frame and on the map, and fit the "
                                  "camera's calibration to them.")
                             : QString();
    m_step->setProperty("hint", sentence.isEmpty());
    m_step->setText(sentence.isEmpty() ? idle : sentence);
}

std::vector<int> TiePage::usedRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < int(m_points->marks().size()); ++row) {
        if (m_points->marks()[std::size_t(row)].used && m_points->tiePoint(row))
            rows.push_back(row);
    }
    return rows;
}

void TiePage::takePoints()
{
    const CameraCalibration& now = m_session->trackSettings().calibration;
    if (!(m_before && m_accepted && now == *m_accepted))
        m_before.reset();
    m_form->setTakeBackEnabled(m_before.has_value());
    std::vector<TiePoint> points;
    for (const int row : usedRows())
        points.push_back(*m_points->tiePoint(row));
    m_form->suggest(unknownsToldBy(points));
    propose(std::nullopt);
    const QString obstacle = calibrationObstacle(*m_session);
    if (!obstacle.isEmpty())
        m_form->say(obstacle);
    m_form->setFitEnabled(!points.empty() && obstacle.isEmpty());
    m_table->resizeColumnsToContents();
}

void TiePage::propose(const std::optional<TieFit>& fit)
{
    m_proposed = fit;
    m_model->setProposal(fit ? usedRows() : std::vector<int>(),
                         fit ? fit->after : std::vector<TieResidual>());
    m_form->propose(fit, m_session->trackSettings().calibration);
    if (fit)
        m_table->resizeColumnsToContents();
}

QString TiePage::unseenPoint(const std::vector<int>& rows) const
{
    for (const int row : rows) {
        if (!m_points->residual(row))
            return tr("Point %1 cannot be seen by the camera of frame %2. Check its place, or turn it off.")
                .arg(row + 1)
                .arg(m_points->marks()[std::size_t(row)].frame);
    }
    return {};
}

void TiePage::fit()
{
    const std::vector<int> rows = usedRows();
    propose(std::nullopt);
    if (const QString unseen = unseenPoint(rows); !unseen.isEmpty()) {
        m_form->say(unseen);
        return;
    }
    std::vector<TiePoint> points;
    for (const int row : rows)
        points.push_back(*m_points->tiePoint(row));
    const std::optional<TieFit> fit =
        fitBoresight(points, m_session->trackSettings().calibration, m_form->unknowns());
    if (fit)
        propose(fit);
    else
        m_form->say(tr("No calibration brings these points together. Check their places."));
}

void TiePage::accept()
{
    if (!m_proposed)
        return;
    const CameraCalibration before = m_session->trackSettings().calibration;
    const CameraCalibration accepted = m_proposed->calibration;
    m_before = before;
    m_accepted = accepted;
    useCalibration(*m_session, accepted);
    takePoints();
}

void TiePage::takeBack()
{
    if (m_before)
        useCalibration(*m_session, CameraCalibration(*m_before));
    takePoints();
}

void TiePage::removeSelected()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    m_table->clearSelection();
    m_points->remove(rows);
}

void TiePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < widthForTable ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace sheen
