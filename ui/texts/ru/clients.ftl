# Клиенты: отказы
error-clients-not-found = Такой карточки нет. Возможно, данные уничтожены.
error-clients-conflict = Карточку тем временем изменили. Откройте её заново: ваши изменения не сохранены.
error-clients-iin-known = Человек с этим ИИН уже есть. Откройте его карточку.
error-clients-under-age = Человеку нет 18 лет: оператор обслуживает только взрослых.
error-clients-employee = Это сотрудник оператора: по правилам оператора сотрудники клиентами не становятся.
error-clients-not-listed = Этих данных нет в утверждённом перечне оператора: их не хранят.
error-clients-no-ground = Укажите номер и дату заявления или документа.
error-clients-document-needed = Имя, ИИН, дату рождения и документ меняют только по показанному документу.
error-clients-wrong-ground = Основание изменения — заявление или документ.
error-clients-no-authority = Нужен документ, который даёт полномочия: без него данные другого человека не принимают.
error-clients-authority-dates = Документ о полномочиях сегодня не действует. Проверьте даты.
error-clients-nothing-changed = Вы ничего не изменили.
error-clients-no-reason = Укажите, почему человек обратился в этот филиал.
error-clients-iin-length = Введите ИИН — 12 цифр.
error-clients-iin-check = Проверьте ИИН: контрольная цифра не сходится.
error-clients-iin-form = Это не ИИН: такого номера у человека не бывает.
error-clients-iin-of-organisation = Это БИН организации. Введите ИИН человека.
error-clients-date = Введите дату: день, месяц, год, например 22.11.2026.
error-clients-birth-date = Проверьте дату рождения: такой быть не может.
error-clients-phone = Введите телефон, например +7 701 123 45 67.
error-clients-phone-code = Добавьте код города: без него номер не полный.
error-clients-email = Введите адрес почты, например name@example.kz.
error-clients-document-number = Проверьте номер документа: у удостоверения 9 цифр, у паспорта буква и 7–8 цифр.
error-clients-card = Проверьте номер карты: только цифры и латинские буквы.
error-clients-bank-card = Введите только последние 4 цифры карты: полный номер не хранят.
error-clients-name-letters = В имени только буквы, дефис и апостроф.
error-clients-too-long = Слишком длинно. Сократите.
error-clients-count = Введите число от 0 до 255.
error-clients-choice = Выберите из списка.
error-clients-needed = Заполните поле.
error-clients-no-surname = Введите фамилию.
error-clients-no-given = Введите имя.
error-clients-sheet-too-large = Файл больше { $most } МБ. Разделите его на части.
error-clients-sheet-empty = В файле нет строк. Проверьте, тот ли это файл и сохранены ли в нём данные.
error-clients-sheet-picture = Это картинка, а не таблица, как бы файл ни назывался. Выберите файл .xlsx или .csv.
error-clients-sheet-old-or-locked = Файл старого формата или под паролем. Сохраните его как .xlsx без пароля.
error-clients-sheet-not-table = Это не таблица. Выберите файл .xlsx или .csv.
error-clients-sheet-nul = Файл повреждён: в строке { $row } нулевые символы. Откройте его в Excel и сохраните как .xlsx.
error-clients-sheet-open-quote = Файл оборван: кавычка, открытая в строке { $row }, нигде не закрыта. Исправьте её или выгрузите файл заново.
error-clients-sheet-too-many-rows = В файле слишком много строк. Разделите его на части.
error-clients-sheet-too-many-columns = В строке { $row } больше { $most } столбцов. Удалите лишние.
error-clients-sheet-cell-too-long = В строке { $row } ячейка длиннее { $most } КБ. Сократите её и выберите файл снова.
error-clients-sheet-too-dense = Файл распаковывается в слишком большой: такой не открывают. Сохраните таблицу заново или разделите её на части.
error-clients-sheet-broken = Файл повреждён. Откройте его в Excel и сохраните заново.
error-clients-sheet-unreadable = Файл не открыть. Проверьте, что он на месте и не занят другой программой.
error-clients-import-not-open = Файл уже закрыт. Откройте его снова: уже загруженные люди не задвоятся.
error-clients-import-missing-columns = Укажите столбцы: ИИН, фамилия и имя. Без них человека не узнать.
error-clients-import-mapping = Такого столбца или строки нет.
error-clients-import-paper = Таблицу не удалось записать. Ничего не потеряно; повторите.

# Загрузка: что значат столбцы
clients-meaning-full-name = Фамилия, имя, отчество
clients-meaning-surname = Фамилия
clients-meaning-given = Имя
clients-meaning-patronymic = Отчество
clients-meaning-former-surname = Прежняя фамилия
clients-meaning-iin = ИИН
clients-meaning-birth-date = Дата рождения
clients-meaning-birth-place = Место рождения
clients-meaning-sex = Пол
clients-meaning-citizenship = Гражданство
clients-meaning-phone = Телефон
clients-meaning-other-phones = Другие телефоны
clients-meaning-email = E-mail
clients-meaning-registration-address = Адрес регистрации
clients-meaning-residence-address = Адрес проживания
clients-meaning-document-kind = Вид документа
clients-meaning-id-card-number = Номер удостоверения
clients-meaning-passport-number = Номер паспорта
clients-meaning-document-number = Номер документа
clients-meaning-document-issuer = Кем выдан
clients-meaning-document-issued = Дата выдачи
clients-meaning-document-expires = Действует до
clients-meaning-card = Номер карты
clients-meaning-card-state = Состояние карты
clients-meaning-bank-card = Банковская карта
clients-meaning-marital-status = Семейное положение
clients-meaning-dependants = Иждивенцы
clients-meaning-employer = Место работы

# Загрузка: почему строка не принята
clients-reason-no-iin = нет ИИН
clients-reason-iin-length = не 12 цифр
clients-reason-iin-check = контрольная цифра не сходится
clients-reason-iin-form = такого номера у человека не бывает
clients-reason-no-surname = нет фамилии
clients-reason-no-given = нет имени
clients-reason-name-letters = в имени не только буквы
clients-reason-birth-date = такой даты рождения быть не может
clients-reason-date = такой даты нет
clients-reason-phone = это не телефон
clients-reason-email = это не адрес почты
clients-reason-document-number = такого номера у документа не бывает
clients-reason-card = это не номер карты
clients-reason-choice = непонятное значение
clients-reason-too-long = слишком длинно
clients-reason-formula = формула: её не выполняют
clients-reason-lost-letters = вместо букв знаки вопроса: файл сохранён без казахских букв
clients-reason-under-age = нет 18 лет
clients-reason-employee = сотрудник оператора
clients-reason-blocked = данные человека заблокированы

# Загрузка: что исправлено
clients-repair-spaces-caps = лишние пробелы, все буквы заглавные
clients-repair-no-patronymic-word = «нет» вместо отчества
clients-repair-iin-space = пробелы в ИИН
clients-repair-iso-date = дата начиналась с года
clients-repair-latin-lookalikes = латинские буквы в русских и казахских словах
clients-repair-iin-lost-zeros = потерянные нули в начале ИИН
clients-repair-formula-text = ссылка вместо текста
clients-repair-two-phones = два телефона в ячейке
clients-repair-quoted-newline = перенос строки в ячейке
clients-repair-excel-date = дата хранилась числом Excel

# Загрузка: таблица непринятых строк
clients-import-bad-sheet = Строки с ошибками
clients-import-bad-row = Строка
clients-import-bad-reason = Причина

# Экран: поиск и список
clients-people = Люди
clients-recent = Недавно открытые
clients-found = Найдено
clients-new = Новый
clients-forget-query = Убрать запрос
clients-find = Найдите человека
clients-find-hint = ИИН, телефон или его последние цифры, карта, документ, имя — в любом порядке и любыми буквами
clients-act-request = Обращение
clients-act-block = Блок
clients-act-consent = Согласие
clients-choose = Выберите человека в списке
clients-nobody = Никого не найдено
clients-nobody-hint = Попробуйте ИИН или последние цифры телефона
clients-none-yet = Клиентов пока нет
clients-none-yet-hint = Загрузите базу из таблицы или заведите первую карточку
clients-none-recent = Вы ещё не открывали карточек
clients-none-recent-hint = Здесь появятся люди, с которыми вы работали
clients-page-before = Назад
clients-page-next = Дальше
clients-more-than = Больше { $shown }: уточните запрос
clients-iin = ИИН
clients-document = документ
clients-card = карта
clients-formerly = (ранее { $name })
clients-name-blocked = Имя скрыто блокировкой
clients-blocked-some = Заблокировано
clients-card-blocked = Карта заблокирована
clients-other-branch = Другой филиал
clients-misprint = Похожее имя
clients-summary = Коротко
clients-birth-year = Год рождения
clients-open = Открыть карточку
clients-open-hint = Карточка откроется целиком. Просмотр записывается в журнал

# Экран: виды субъектов
clients-kind = Кто это
clients-kind-client = Клиент
clients-kind-contact = Обратившееся лицо
clients-kind-representative = Представитель

# Экран: приём из другого филиала
clients-receive = Принять здесь
clients-receive-act = Принять и открыть
clients-receive-about = Человека знает другой филиал: { $branch }. Укажите, почему вы открываете его данные: причина записывается в журнал.
clients-receive-hint = Человека знает другой филиал. Чтобы открыть карточку, укажите причину
clients-receive-reason = Причина
clients-receive-reason-hint = Например: обратился в наш филиал
clients-received = Человек принят в вашем филиале

# Экран: новая карточка
clients-register = Новая карточка
clients-register-about = Как в документе. Пустое можно заполнить позже
clients-register-act = Завести карточку
clients-registered = Карточка заведена: { $name }
clients-cancel = Отменить
clients-more-fields = Документ, карта и другие данные
clients-not-chosen = Не выбрано
clients-authority = Полномочия
clients-authority-whom = Кого представляет
clients-authority-whom-hint = Найдите по ИИН, телефону или имени
clients-authority-whom-missing = Выберите, кого представляет человек
clients-authority-paper = Документ о полномочиях
clients-authority-paper-hint = Вид и номер, например доверенность № 12
clients-authority-issued = Выдан
clients-authority-until = Действует до
clients-authority-holds = действует до { $date }
clients-authority-over = закончился { $date }

# Экран: карточка
clients-group-person = Личность
clients-group-contacts = Связь и адреса
clients-group-document = Документ
clients-group-programme = Программа
clients-group-more = Другие данные
clients-age = { $count ->
    [one] { $count } год
    [few] { $count } года
    [many] { $count } лет
   *[other] { $count } года
}
clients-changed = изменено { $moment }
clients-created = Карточка заведена { $moment }, { $name }
clients-missing = Не указано: { $list }
clients-blocked-value = Скрыто блокировкой
clients-blocked-why = { $ground }. С { $since }, пересмотр { $until }
clients-blocks = Блокирование
clients-blocks-everything = Все данные
clients-blocks-since = с { $date }, { $name }
clients-blocks-review = Пересмотр { $date }
clients-requests = Обращения
clients-requests-none = Обращений не было
clients-blocked-count = { $count ->
    [one] Заблокирован { $count } вид данных
    [few] Заблокировано { $count } вида данных
    [many] Заблокировано { $count } видов данных
   *[other] Заблокировано { $count } вида данных
}
clients-doubt-birth-date = ИИН говорит о другой дате рождения: сверьте с документом
clients-doubt-sex = ИИН говорит о другом поле: сверьте с документом
clients-doubt-expired = Срок документа истёк
clients-history = Прежние значения
clients-history-count = изменений: { $count }
clients-history-none = Значения не менялись
clients-history-empty = Было пусто
clients-history-until = изменено { $moment }
clients-ground-application = Заявление
clients-ground-document = Документ
clients-ground-consent = Согласие на планшете
clients-ground-import = Загрузка таблицы
clients-looks = Кто смотрел карточку
clients-looks-all = Все
clients-look-open = Просмотр карточки
clients-look-register = Карточка заведена
clients-look-update = Данные изменены
clients-look-receive = Принят в другом филиале
clients-look-blocks = Блокирование
clients-look-consents = Согласие
clients-look-requests = Обращение
clients-look-other = Работа с карточкой
clients-look-refused = { $what }: отказано
clients-look-house = Программа

# Экран: изменение данных
clients-edit = Изменить данные
clients-edit-short = Изменить
clients-edit-act = Сохранить изменения
clients-edit-done = Данные изменены. Прежние значения сохранены в истории
clients-edit-ground = Основание
clients-edit-ground-missing = Выберите основание: заявление или документ
clients-edit-by-document = Имя, ИИН, дату рождения и документ меняют только по показанному документу
clients-edit-paper = Номер и дата
clients-edit-paper-hint = Например: заявление № 7 от 14.12.2026
clients-edit-nothing = Вы ничего не изменили
clients-edit-changes = Изменится: { $list }
clients-edit-blocked = Заблокированные данные здесь не показаны: их меняют после снятия блокирования

# Данные карточки
clients-datum-surname = Фамилия
clients-datum-given = Имя
clients-datum-patronymic = Отчество
clients-datum-former-surname = Прежняя фамилия
clients-datum-sex = Пол
clients-datum-birth-date = Дата рождения
clients-datum-birth-place = Место рождения
clients-datum-citizenship = Гражданство
clients-datum-iin = ИИН
clients-datum-registration-address = Адрес регистрации
clients-datum-residence-address = Адрес проживания
clients-datum-document-kind = Вид документа
clients-datum-document-number = Номер документа
clients-datum-document-issuer = Кем выдан
clients-datum-document-issued = Дата выдачи
clients-datum-document-expires = Действует до
clients-datum-phone = Телефон
clients-datum-other-phones = Другие телефоны
clients-datum-email = E-mail
clients-datum-card = Карта
clients-datum-card-state = Состояние карты
clients-datum-bank-card = Банковская карта, последние 4 цифры
clients-datum-marital-status = Семейное положение
clients-datum-dependants = Иждивенцы
clients-datum-employer = Место работы
clients-datum-public-official = Публичное должностное лицо
clients-datum-beneficial-owner = Бенефициарный собственник

# Поля анкеты на планшете
clients-field-name = Имя
clients-field-address = Адрес

# Значения из списков
clients-value-sex-female = женский
clients-value-sex-male = мужской
clients-value-card-state-active = действует
clients-value-card-state-blocked = заблокирована
clients-value-marital-status-single = не в браке
clients-value-marital-status-married = в браке
clients-value-marital-status-divorced = в разводе
clients-value-marital-status-widowed = вдовство
clients-value-public-official-no = нет
clients-value-public-official-yes = да
clients-value-beneficial-owner-no = нет
clients-value-beneficial-owner-yes = да
clients-value-document-kind-id-card = удостоверение личности
clients-value-document-kind-passport = паспорт гражданина РК
clients-value-document-kind-residence-permit = вид на жительство
clients-value-document-kind-foreign-passport = паспорт другого государства
clients-value-document-kind-stateless-id = удостоверение лица без гражданства
clients-value-document-kind-birth-certificate = свидетельство о рождении
clients-value-document-kind-diplomatic-passport = дипломатический паспорт
clients-value-document-kind-service-passport = служебный паспорт
clients-value-document-kind-refugee-id = удостоверение беженца
clients-value-document-kind-seafarer-id = удостоверение моряка
clients-value-document-kind-return-certificate = свидетельство на возвращение

# Экран: загрузка базы
clients-import = Загрузить
clients-import-title = Загрузка базы клиентов
clients-import-about = Таблица Excel или CSV. До подтверждения ничего не сохраняется
clients-import-pick = Выбрать файл
clients-import-unread = Файл не открыт: { $name }
clients-import-other = Другой файл
clients-import-back = К клиентам
clients-import-kind = Таблицы
clients-import-empty = Выберите файл с клиентами
clients-import-empty-hint = Нужны столбцы ИИН, фамилия и имя; остальные найдём по названиям. Один ИИН — один человек: повторная загрузка никого не задвоит
clients-import-form-utf8 = CSV, UTF-8, { $detail }
clients-import-form-utf16 = Текст Unicode, { $detail }
clients-import-form-windows1251 = CSV, Windows-1251, { $detail }. В этой кодировке нет казахских букв
clients-import-form-xlsx = Excel, лист «{ $detail }»
clients-import-separator-semicolon = точка с запятой
clients-import-separator-comma = запятая
clients-import-separator-tab = табуляция
clients-import-again = Этот файл уже загружали: { $moment }. Люди не задвоятся
clients-import-not-enough = Укажите столбцы ИИН, фамилия и имя: без них человека не узнать
clients-import-rows = { $count ->
    [one] { $shown } строка
    [few] { $shown } строки
    [many] { $shown } строк
   *[other] { $shown } строки
}
clients-import-examined = Проверено { $shown } строк из { $total }, остальные проверим при загрузке
clients-count-good = можно загрузить
clients-count-bad = с ошибками
clients-count-held = нужно посмотреть
clients-count-landed = новых карточек
clients-count-merged = карточек дополнено
clients-count-same = уже были
clients-import-reasons = Почему не приняты
clients-import-repairs = Исправлено само
clients-import-merging = Если человек уже есть
clients-import-merging-about = Что делать с его карточкой
clients-merging-keep = Оставить как есть
clients-merging-hint-keep = Карточка не изменится
clients-merging-fill = Дополнить пустое
clients-merging-hint-fill = Заполним только то, чего не было
clients-merging-replace = Заменить
clients-merging-hint-replace = Прежние значения останутся в истории
clients-import-run = Загрузить
clients-import-columns = Столбцы и первые строки; названия в строке { $row }
clients-import-columns-none = Строка с названиями столбцов не найдена. Выберите её номер или укажите столбцы
clients-import-head-here = Названия столбцов в этой строке
clients-import-only-wrong = Только с ошибками
clients-import-column = Столбец { $number }
clients-import-meaning = Что в столбце «{ $heading }»
clients-import-skip = Не загружать
clients-import-running = Загружаем
clients-import-progress = Строки
clients-import-progress-text = { $done } из { $total }
clients-import-safe = Сохраняем по 500 строк. Если остановить, загруженное останется, файл можно загрузить снова
clients-import-stop = Остановить
clients-import-finished = Загрузка закончена
clients-import-cancelled = Загрузка остановлена
clients-import-cancelled-about = Загруженное сохранено. Чтобы продолжить, выберите тот же файл: никто не задвоится
clients-import-save-bad = Сохранить строки с ошибками
clients-import-save-bad-count = { $count ->
    [one] Сохранить { $shown } строку с ошибкой
    [few] Сохранить { $shown } строки с ошибками
    [many] Сохранить { $shown } строк с ошибками
   *[other] Сохранить { $shown } строки с ошибками
}
clients-import-saved = Сохранено: { $name }
clients-import-done = Готово
clients-import-earlier = Прежние загрузки
clients-import-when = Когда
clients-import-who = Кто
clients-import-branch = Филиал
clients-import-landed = Новых
clients-import-known = Уже были
clients-import-not-taken = Не приняты
clients-import-state = Состояние
clients-import-state-running = не закончена
clients-import-state-finished = закончена
clients-import-state-cancelled = остановлена
clients-field-surname = Фамилия
clients-field-given = Имя
clients-field-patronymic = Отчество
clients-field-former-name = Прежняя фамилия
clients-field-sex = Пол
clients-field-birth-date = Дата рождения
clients-field-birth-place = Место рождения
clients-field-citizenship = Гражданство
clients-field-iin = ИИН
clients-field-registration-address = Адрес регистрации
clients-field-residence-address = Адрес проживания
clients-field-document = Документ
clients-field-phone = Телефон
clients-field-email = E-mail
clients-field-card = Карта лояльности
clients-field-bank-account = Банковский счёт
clients-field-family = Семья
clients-field-employer = Место работы
clients-field-exposure = Публичная должность
clients-ground-withdrawal = Отзыв согласия
clients-act-withdraw = Отзыв согласия…
