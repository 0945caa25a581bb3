parts-optional = необязательно
parts-over = Сократите: лишних знаков – { $n }
parts-show-password = Показать пароль
parts-hide-password = Скрыть пароль
parts-date-form = ДД.ММ.ГГГГ
parts-saving = Сохраняется…
parts-loading = Загружается…
parts-try-again = Повторить
parts-close = Закрыть
parts-cancel = Отмена
parts-back = Назад
parts-next = Далее
parts-copy = Скопировать: { $what }
parts-copied = Скопировано: { $what }
parts-today = сегодня
parts-list = Список
parts-detail = Подробно
parts-list-width = Ширина списка
parts-fault-id = Номер ошибки
parts-nothing-lost = Введённое не потеряно.
parts-not-given = Не указано
parts-error-title = { $count ->
    [one] Ошибка: исправьте { $count } поле
    [few] Ошибка: исправьте { $count } поля
    [many] Ошибка: исправьте { $count } полей
   *[other] Ошибка: исправьте { $count } поля
}
parts-kind-invalid = Проверьте введённое
parts-kind-not-found = Такой записи нет
parts-kind-conflict = Запись тем временем изменили
parts-kind-forbidden = Не для вашей роли
parts-kind-blocked = Данные заблокированы
parts-kind-refused = Сейчас так нельзя
parts-kind-locked = Нужен пароль
parts-kind-busy = Подождите немного
parts-kind-internal = Ошибка программы
