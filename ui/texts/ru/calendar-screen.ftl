# Экран календаря: год, особые дни, изменение дня с предпросмотром.
calendar-title = Рабочий календарь
calendar-lead = По нему считаются сроки ответов. Встроен календарь Республики Казахстан; здесь добавляют дни по решениям, которые вышли позже.
calendar-years = Годы
calendar-year-unconfirmed = не подтверждён
calendar-year-confirmed = Календарь { $year } года подтверждён
calendar-year-not-confirmed = Календарь { $year } года не подтверждён
calendar-year-not-confirmed-why = Переносы и первый день Курбан айта ещё могут измениться, сроки этого года предварительные.
calendar-work-days = Рабочих дней: { $n }
calendar-confirm-year = Подтвердить год
calendar-confirm-year-title = Подтвердить { $year } год
calendar-confirm-year-lead = Сравните все дни с официальным календарём. После этого сроки { $year } года перестанут быть предварительными.
calendar-confirm-year-source = С чем сравнили
calendar-confirm-year-source-hint = Название документа, номер и дата
calendar-confirm-year-done = Календарь { $year } года подтверждён.
calendar-edition = Редакция { $edition }
calendar-change-day = Изменить день
calendar-month-1 = Январь
calendar-month-2 = Февраль
calendar-month-3 = Март
calendar-month-4 = Апрель
calendar-month-5 = Май
calendar-month-6 = Июнь
calendar-month-7 = Июль
calendar-month-8 = Август
calendar-month-9 = Сентябрь
calendar-month-10 = Октябрь
calendar-month-11 = Ноябрь
calendar-month-12 = Декабрь
calendar-weekday-1 = Пн
calendar-weekday-2 = Вт
calendar-weekday-3 = Ср
calendar-weekday-4 = Чт
calendar-weekday-5 = Пт
calendar-weekday-6 = Сб
calendar-weekday-7 = Вс
calendar-legend = Обозначения
calendar-legend-weekend = выходной
calendar-legend-holiday = праздник
calendar-legend-substitute = выходной за праздник или по переносу
calendar-legend-working = рабочая суббота или воскресенье
calendar-legend-entered = внесено здесь
calendar-legend-today = сегодня
calendar-special = Особые дни { $year } года
calendar-special-date = Дата
calendar-special-what = Какой день
calendar-special-why = Почему
calendar-special-source = Источник
calendar-day-unconfirmed = ещё может измениться
calendar-entries = Внесено вручную
calendar-entries-none = Пока ничего не вносили: действует встроенный календарь.
calendar-entries-who = Кто и когда
calendar-panel-title = Изменить день календаря
calendar-panel-date = Дата
calendar-panel-kind = Каким становится день
calendar-panel-source = Каким документом установлено
calendar-panel-source-hint = Например: постановление Правительства, номер и дата
calendar-panel-preview = Показать, что изменится
calendar-panel-now = Сейчас: { $day }
calendar-preview-title = Что изменится
calendar-preview-none = Ни один срок открытых обращений не сдвинется.
calendar-preview-count = { $n ->
    [one] Сдвинется срок { $n } права в открытых обращениях.
    [few] Сдвинутся сроки { $n } прав в открытых обращениях.
    [many] Сдвинутся сроки { $n } прав в открытых обращениях.
   *[other] Сдвинутся сроки { $n } права в открытых обращениях.
}
calendar-preview-earlier = { $n ->
    [one] { $n } срок станет раньше того, что назвали заявителю. Предупредите исполнителя.
    [few] { $n } срока станут раньше того, что назвали заявителям. Предупредите исполнителей.
    [many] { $n } сроков станут раньше того, что назвали заявителям. Предупредите исполнителей.
   *[other] { $n } срока станут раньше того, что назвали заявителям. Предупредите исполнителей.
}
calendar-preview-case = Обращение
calendar-preview-received = Получено
calendar-preview-was = Было
calendar-preview-becomes = Станет
calendar-moved-earlier = раньше
calendar-moved-later = позже
calendar-confirm = Внести день и пересчитать
calendar-confirm-without = Внести день
calendar-changed = { $date } внесён в календарь. Пересчитано сроков: { $n }.
calendar-result-title = Пересчитано
calendar-result-done = Закрыть
calendar-panel-kind-missing = Выберите, каким становится день
calendar-why-substitute = Выходной за { $date }: { $holiday }
settings-panel-calendar = Рабочий календарь
settings-panel-terms = Сроки ответов
settings-terms-lead = Сколько дней даётся на каждое право и чем это установлено. Уже зарегистрированные обращения сохраняют срок, который назвали заявителю.
settings-terms-days = Дней
settings-terms-unit = Каких
settings-terms-basis = Основание
settings-terms-words = Пункт словами
settings-terms-version = Редакция
settings-terms-save = Сохранить сроки
settings-terms-done = Сроки сохранены
