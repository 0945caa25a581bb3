# Consents: texts, visits at the tablet, the station.
error-consents-text-not-found = Такого текста согласия нет.
error-consents-field-empty = Заполните это поле.
error-consents-field-long = Слишком длинно или есть лишние знаки.
error-consents-name = Пишите буквами, как в документе.
error-consents-iin = В ИИН 12 цифр. Проверьте каждую.
error-consents-birth-date = Такой даты рождения быть не может.
error-consents-under-age = Согласие на планшете дают с 18 лет.
error-consents-employee = Это сотрудник оператора: по правилам оператора согласие клиента у сотрудников не берут. Прекратите визит.
error-consents-phone = Проверьте номер: например, +7 701 123 45 67.
error-consents-email = Проверьте адрес: например, aigul@mail.kz.
error-consents-not-asked = Этот текст не запрашивает таких данных.
error-consents-signature = Поставьте подпись: точки недостаточно.
error-consents-incomplete = Сначала заполните предыдущие шаги.
error-consents-not-now = На этом шаге это сделать нельзя.
error-consents-visit-gone = Этого визита больше нет.
error-consents-no-gateway = SMS сейчас не отправляются. Позовите консультанта: можно подписать на бумаге.
error-consents-code-wait = { $seconds ->
    [one] Новый код можно отправить через { $seconds } секунду.
    [few] Новый код можно отправить через { $seconds } секунды.
    [many] Новый код можно отправить через { $seconds } секунд.
   *[other] Новый код можно отправить через { $seconds } секунды.
}
error-consents-code-visit = За этот визит отправлены все три кода. Позовите консультанта: можно подписать на бумаге.
error-consents-code-today = На этот номер сегодня больше нельзя отправлять коды. Укажите другой номер или позовите консультанта.
error-consents-demo-only = Это есть только в учебной базе.
error-consents-tablet-gone = Такого планшета в этом филиале нет.
error-consents-tablet-busy = На этом планшете уже идёт визит. Закончите его или выберите другой планшет.
error-consents-tablet-name = Дайте планшету имя до 40 знаков.
error-consents-old-text = Опубликована более новая редакция текста. Откройте визит с ней.
error-consents-original-not-seen = Отметьте, что вы видели подлинник документа.
error-consents-document-number = Проверьте вид и номер документа.
error-consents-document-date = Укажите дату выдачи, не позже сегодняшней.
error-consents-phone-proved = Этот номер подтверждён кодом и здесь не меняется. Для другого номера нужен новый визит.
error-consents-unanswered = Отметьте ответ по каждой цели.
error-consents-moved = Пока вы смотрели, визит изменился. Проверьте ещё раз.
error-consents-consent-gone = Такого согласия нет.
error-consents-nothing-to-withdraw = Среди выбранного нет действующих согласий.
error-consents-station-address = Порт — от 1024 до 65535, адреса — IP или имена компьютера, не больше восьми.
# The SMS with the code: at most 70 letters together with it; the operator's name gives way.
consents-code-message = { $operator }: код № { $n } — { $code }. Согласие на обработку данных
