# Утро руководителя: цифры-двери, дела под вниманием, доля в срок, журнал.
board-title = Обзор
board-as-of = По состоянию на { $at }
board-tiles = Сколько чего ждёт
board-tile-overdue = Просрочено
board-tile-overdue-worst = { $n ->
    [one] самое давнее на { $n } раб. день
    [few] самое давнее на { $n } раб. дня
    [many] самое давнее на { $n } раб. дней
   *[other] самое давнее на { $n } раб. дня
}
board-tile-none = нет
board-tile-today = Срок сегодня
board-tile-today-till = до конца дня
board-tile-unassigned = Не назначено
board-tile-unassigned-text = ждут исполнителя
board-tile-approval = Ждут второго сотрудника
board-tile-approval-text = ответы на подтверждение
board-tile-review = Блокировки на пересмотр
board-tile-review-text = всего в силе: { $n }
board-tile-all = Всего открыто
board-tile-all-text = прав в обращениях
board-tile-calendar = Календарь
board-tile-calendar-ok = подтверждён
board-tile-calendar-bad = не подтверждён
board-attention = Под вниманием
board-attention-none = Просроченных и срочных обращений нет.
board-attention-more = Показаны первые 500.
board-group-late = Просрочено
board-group-risk = Скоро срок
board-col-number = Обращение
board-col-who = Заявитель
board-col-branch = Филиал
board-col-owner = Исполнитель
board-col-due = Срок
board-col-cause = Причина задержки
board-since = с { $at }
board-cause-none = не указана
board-share = Ответы в срок
board-share-since = с { $date }
board-share-col-share = В срок
board-share-col-answered = Ответов
board-share-col-open = Открыто
board-share-none = ещё нет ответов
board-share-all = Все ответы даны в срок.
board-share-worst = Ниже всего: { $branch }, в срок { $share } из { $answered } ответов.
board-share-nothing = За 30 дней ответов ещё не было.
board-journal = Журнал действий
board-journal-whole = Цепочка цела
board-journal-broken = Цепочка нарушена: запись { $seq }
board-journal-entries = Записей: { $n }
board-journal-open = Открыть журнал
