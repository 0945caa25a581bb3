# Экран обращений: очередь, дело, срок, ответ, регистрация.
requests-title = Обращения
requests-views = Какие обращения показать
requests-group-overdue = Просрочено
requests-group-today = Сегодня
requests-group-tomorrow = Завтра
requests-group-later = Позже
requests-group-count = { $group } · { $n }
requests-col-number = Номер и вид
requests-number = № { $number }
requests-news = { $n ->
    [one] Новое в списке: { $n }
    [few] Новое в списке: { $n }
    [many] Новое в списке: { $n }
   *[other] Новое в списке: { $n }
}
requests-news-show = Показать
requests-empty-mine = У вас нет открытых обращений
requests-empty-mine-text = Нажмите N: самое срочное из неназначенных станет вашим.
requests-empty-unassigned = Все обращения назначены
requests-empty-today = На сегодня ничего не осталось
requests-empty-overdue = Просроченных нет
requests-empty-all = Открытых обращений нет
requests-empty-text = Новое обращение регистрируют по Ctrl+N из любого места программы.
requests-choose = Выберите обращение
requests-choose-text = Стрелки ведут по списку, Enter открывает. N берёт самое срочное из неназначенных.
requests-register = Зарегистрировать
requests-next = Взять самое срочное
requests-take = Взять
requests-assign = Назначить
requests-reassign = Передать
requests-note = Заметка
requests-duplicate = Повтор…
requests-reply = Ответить
requests-copy-number = Скопировать номер
requests-number-what = Номер обращения
requests-taken = № { $number }: назначено вам
requests-assigned = № { $number }. Исполнитель: { $name }
requests-noted = Заметка сохранена
requests-owner-none = Не назначено
requests-anonymous = Заявитель не найден в базе
requests-about = Получено { $at } · { $channel }
requests-client = Клиент
requests-rights = Что просят
requests-rights-count = { $n ->
    [one] В заявлении { $n } право, у каждого свой срок и ответ.
    [few] В заявлении { $n } права, у каждого свой срок и ответ.
    [many] В заявлении { $n } прав, у каждого свой срок и ответ.
   *[other] В заявлении { $n } права, у каждого свой срок и ответ.
}
requests-text = Текст заявления
requests-term = Срок
requests-term-due = Последний день: { $date }
requests-term-target = Внутренняя цель: { $date }
requests-term-rule-working = { $n ->
    [one] { $n } рабочий день после дня получения
    [few] { $n } рабочих дня после дня получения
    [many] { $n } рабочих дней после дня получения
   *[other] { $n } рабочих дня после дня получения
}
requests-term-rule-calendar = { $n ->
    [one] { $n } календарный день после дня получения
    [few] { $n } календарных дня после дня получения
    [many] { $n } календарных дней после дня получения
   *[other] { $n } календарных дня после дня получения
}
requests-term-preliminary = Календарь не подтверждён: дата предварительная
requests-term-why = Почему эта дата
requests-term-why-hide = Свернуть объяснение
requests-term-basis = Основание: { $basis }
requests-term-strip = Счёт дней до срока
requests-term-former = Было: { $date }
requests-term-recounted = Срок пересчитан: изменён календарь
requests-term-end = Срок истекает в конце последнего дня, в 24:00.
requests-count-received = получено
requests-count-zero = день отсчёта
requests-count-counted = { $n }-й день
requests-count-counted-last = { $n }-й день, последний
requests-count-last = последний день
requests-lacks = Чего не хватает
requests-lacks-text = Срок идёт со дня получения. Попросите недостающее: ответ от этого не задержится.
requests-lacks-ask = Запросить недостающее
requests-lacks-asked = Запрошено: { $at }
requests-lacks-got = Получено
requests-lacks-saved = Запись о запросе сохранена
requests-shown-document = Документ
requests-shown-signature = Подпись
requests-shown-authority = Полномочия представителя
requests-yes = Есть
requests-no = Нет
requests-not-given = Не указано
requests-history = Ход дела
requests-answer-title = Ответ на обращение № { $number }
requests-answer-decision = Решение
requests-answer-text = Текст ответа
requests-answer-text-hint = Уйдёт заявителю как написано
requests-answer-reasons = Основание отказа
requests-answer-reasons-hint = Норма закона или правила и что именно мешает
requests-answer-complaint = К ответу будет добавлено
requests-answer-late = Срок прошёл { $date }
requests-answer-late-cause = Почему ответ позже срока
requests-answer-late-note = Пояснение
requests-answer-draft = Черновик сохраняется сам
requests-answer-draft-back = Вернулись к черновику
requests-answer-draft-drop = Стереть черновик
requests-answer-given = Ответ
requests-answer-by = { $name }, { $at }
requests-answer-unowned = Сначала возьмите обращение: T.
requests-answer-other = Обращение у другого исполнителя: { $name }.
requests-conflict = Пока вы смотрели, обращение изменилось.
requests-conflict-show = Показать, как есть сейчас
requests-assign-title = Кому передать № { $number }
requests-assign-to = Исполнитель
requests-assign-choose = Выберите исполнителя
requests-assign-reason = Почему
requests-note-title = Заметка к № { $number }
requests-note-text = Текст заметки
requests-note-hint = Видят сотрудники, заявителю не уходит
requests-note-save = Сохранить заметку
requests-duplicate-title = № { $number } повторяет другое обращение
requests-duplicate-save = Отметить как повтор
requests-duplicate-done = № { $number } отмечено как повтор
requests-reg-title = Регистрация обращения
requests-reg-client = От клиента: { $name }
requests-reg-no-client = Заявитель не из базы клиентов
requests-reg-applicant = Как зовут заявителя
requests-reg-contact = Как с ним связаться
requests-reg-channel = Как поступило
requests-reg-date = Дата получения
requests-reg-time = Время
requests-reg-time-hint = ЧЧ:ММ
requests-reg-text = Чего просит заявитель
requests-reg-text-hint = Его словами, если можно
requests-reg-kinds = Какие права заявлены
requests-reg-kinds-hint = Отметьте все: у каждого будет свой срок, исполнитель и ответ
requests-reg-kinds-missing = Отметьте хотя бы одно право
requests-reg-channel-missing = Выберите, как поступило обращение
requests-reg-fields = Какие данные оспариваются
requests-reg-fields-hint = Отмеченные поля будут заблокированы сразу при регистрации
requests-reg-block-warning = { $n ->
    [one] При сохранении будет заблокировано { $n } поле: нельзя менять, выгружать и использовать, пока обращение не решено.
    [few] При сохранении будут заблокированы { $n } поля: нельзя менять, выгружать и использовать, пока обращение не решено.
    [many] При сохранении будут заблокированы { $n } полей: нельзя менять, выгружать и использовать, пока обращение не решено.
   *[other] При сохранении будут заблокированы { $n } поля: нельзя менять, выгружать и использовать, пока обращение не решено.
}
requests-reg-shown = Что показал заявитель
requests-reg-shown-hint = Чего нет, можно запросить потом: срок от этого не меняется
requests-reg-document-number = Номер документа
requests-reg-document-date = Дата выдачи
requests-reg-document-issuer = Кем выдан
requests-reg-signature = Заявление подписано (или есть электронная подпись)
requests-reg-representative = Обращается представитель
requests-reg-representative-name = Имя представителя
requests-reg-representative-authority = Чем подтверждены полномочия
requests-reg-representative-hint = Доверенность: номер, дата, кем выдана
requests-reg-preview = Сроки
requests-reg-preview-empty = Отметьте права и дату, и сроки появятся здесь.
requests-reg-save = Зарегистрировать
requests-reg-saved = Зарегистрировано: № { $number }
requests-reg-saved-title = Обращение № { $number } зарегистрировано
requests-reg-open = Открыть обращение
requests-reg-more = Зарегистрировать ещё
requests-due-passed = Срок истёк { $date }
requests-due-was-passed = Отвечено после срока
requests-term-basis-version = Основание: { $basis }, ред. { $version }
requests-history-owner = Исполнитель: { $name }
requests-history-undone = отменено
requests-term-calendar = Посчитано { $at } по календарю, редакция { $edition }
requests-empty-for-approval = Ничего не ждёт второго сотрудника
requests-waiting = Ждём заявителя
requests-blocked = Данные заблокированы
requests-late-no-cause = Причина просрочки не указана
requests-not-proved = Личность не подтверждена
requests-proved = Личность подтверждена
requests-prove = Личность подтверждена…
requests-prove-title = Как подтверждена личность
requests-prove-method = Способ
requests-prove-method-missing = Выберите способ
requests-prove-save = Записать
requests-prove-done = № { $number }: подтверждение личности записано
requests-approve-title = Ответ ждёт второго сотрудника
requests-approve = Подтвердить ответ
requests-approve-done = № { $number }: ответ подтверждён
requests-send-back = Вернуть на доработку
requests-send-back-note = Что исправить
requests-send-back-done = № { $number }: ответ возвращён
requests-close = Ответ передан…
requests-close-title = Как передан ответ
requests-close-how = Способ
requests-close-how-missing = Выберите, как передан ответ
requests-close-save = Закрыть обращение
requests-close-done = № { $number }: ответ передан, обращение закрыто
requests-cause = Причина…
requests-cause-title = Почему просрочено № { $number }
requests-cause-label = Причина
requests-cause-missing = Выберите причину
requests-cause-save = Сохранить причину
requests-cause-done = № { $number }: причина записана
requests-alike = Возможно, повтор
requests-alike-text = От того же человека и о том же
requests-alike-link = Это повтор
requests-duplicate-marked = Повтор другого обращения
requests-supply-title = Заявитель донёс недостающее
requests-supply-save = Сохранить
requests-supply-done = Записано, чего не хватало
requests-case-language = Язык ответа
requests-lang-kk = қазақша
requests-lang-ru = русский
requests-lang-en = английский
requests-fields = Оспариваются
requests-entered = Внесено
requests-answer-second = Отказ и уничтожение подтверждает второй сотрудник.
requests-answer-submit = Отдать на подтверждение
requests-answer-save = Сохранить решение
requests-answer-decided = № { $number }: решение сохранено, осталось передать ответ
requests-answer-submitted = № { $number }: ответ ждёт второго сотрудника
requests-answer-decision-missing = Выберите решение
requests-answer-ground-missing = Выберите основание отказа
requests-case-title = № { $number } · { $kind }
requests-owner-mine-long = Исполнитель: вы
requests-duplicate-missing = Выберите первое обращение
requests-duplicate-of = Какое обращение было первым
requests-duplicate-hint = Оба останутся открытыми: у каждого свой ответ, но видно, что они об одном
requests-duplicate-none = Похожих обращений этого клиента за 30 дней нет.
requests-duplicate-unlink = Снять отметку
requests-duplicate-unlinked = № { $number }: отметка о повторе снята
requests-lacks-words = Скажите или отправьте заявителю:
requests-lacks-letter = Просьба о недостающем
requests-reg-representative-from = Дата документа
requests-reg-representative-until = Действует до
requests-approve-way = Что делаем с ответом
requests-approve-missing = Выберите, что делаем с ответом
requests-approve-who = Подтверждает руководитель.
requests-reopen = Рассмотреть снова
requests-reopen-title = Рассмотреть № { $number } снова
requests-reopen-why = Почему
requests-reopen-hint = Будет заведено новое право со своим сроком, прежний ответ останется
requests-reopened = № { $number }: рассматривается снова
requests-answer-unproved = Пока личность не подтверждена, можно только отказать с этим основанием.
requests-answer-ground-choose = Выберите из списка
requests-reg-lang = На каком языке отвечать
requests-reg-lang-missing = Выберите язык ответа
requests-reg-proof = Как подтверждена личность
requests-reg-proof-none = Пока не подтверждена
requests-reg-take = Взять себе сразу
requests-reg-time-missing = Введите время, например 0905
requests-reg-time-now = Пусто: сейчас
requests-reg-fields-for-rectify = Для уточнения отметьте хотя бы одно поле
