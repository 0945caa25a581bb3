frame-rooms = Разделы
frame-top = Поиск и вход
frame-bottom = Сообщения и клавиши
frame-search = ИИН, телефон, карта, документ или имя
frame-search-name = Поиск клиентов, обращений и команд
frame-found = { $count ->
    [one] Найдена { $count } строка
    [few] Найдено { $count } строки
    [many] Найдено { $count } строк
   *[other] Найдено { $count } строки
}
frame-nothing-found = Никого не нашлось. Проверьте цифры или попробуйте другое имя.
frame-no-command = Такой команды сейчас нет.
frame-open = открыть
frame-do = выполнить
frame-show-all = показать всё списком
frame-commands = команды
frame-language = Язык
frame-language-name = Русский
frame-language-short = РУ
frame-lock = Заблокировать
frame-demo = Учебные данные
frame-undo = Отменить
frame-undone = Отменено: { $what }
frame-unexpected = Программа не справилась. Ничего не изменено. Повторите; если не поможет, перезапустите программу.
frame-nothing-to-undo = Отменять нечего
frame-no-way-back = Это первое место, которое вы открыли
frame-no-way-forward = Дальше вы ещё не ходили
frame-due-or-late = { $count ->
    [one] { $count } со сроком сегодня или просроченное
    [few] { $count } со сроком сегодня или просроченные
    [many] { $count } со сроком сегодня или просроченных
   *[other] { $count } со сроком сегодня или просроченных
}
frame-recent = Недавние действия
frame-recent-about = Их можно отменить в течение десяти минут
frame-recent-empty = Пока отменять нечего
frame-keys = Клавиши, которые действуют сейчас
frame-keys-here = На этом экране
frame-keys-everywhere = Везде
frame-keys-lists = В списках
frame-keys-move-1 = Строка выше, ниже
frame-keys-move-2 = Первая, последняя строка
frame-keys-move-3 = Страница вверх, вниз
frame-keys-move-4 = Открыть
frame-keys-move-5 = Выбрать
frame-keys-move-6 = На шаг назад
frame-keys-move-7 = Меню строки
frame-keys-letters = Буквы
frame-keys-letters-on = Буквы выполняют действия в списках и карточках
frame-keys-letters-hint = Выключите, если буквы нажимаются случайно; всё остаётся в кнопках
rooms-clients = Клиенты
rooms-consents = Согласия
rooms-requests = Обращения
rooms-blocks = Блокировки
rooms-board = Обзор
rooms-journal = Журнал
rooms-settings = Настройки
frame-search-commands = Найти действие
frame-menu = Действия со строкой
