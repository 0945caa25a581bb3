# Раздел «Согласия»: реестр, доказательства согласия, визит у планшета.
consents-new = Новое согласие
consents-none = Согласий пока нет
consents-none-text = Здесь появятся согласия филиала, новые сверху.
consents-choose = Выберите согласие
consents-choose-text = Справа откроется всё, чем его можно доказать. Открытие записывается в журнал.
consents-group-now = Идут сейчас
consents-group-without = Сегодня без согласия
consents-group-today = Сегодня
consents-on-paper = На бумаге
consents-on-paper-hint = Клиент подпишет распечатанную форму, вы введёте её сюда
consents-calling-short = Зовёт вас
consents-name-hidden = Имя скрыто
consents-text-version = { $title }, версия { $version }
consents-new-lines = Новых строк: { $n }. Показать
consents-more = Показано { $shown } из { $total }. Показать ещё
consents-whole-holds = Действует
consents-whole-part = Действует { $n } из { $of }
consents-state-given = Дано
consents-state-refused = Не дано
consents-state-renewed = Дано снова
consents-state-withdrawn = Отозвано
consents-state-expired = Срок истёк
consents-state-terminated = Прекращено
consents-visit-state-opened = Выбор языка
consents-visit-state-text-shown = Заполняет
consents-visit-state-filled = Заполнено
consents-visit-state-code-sent = Код отправлен
consents-visit-state-confirmed = Ждёт сверки
consents-visit-state-saved = Сохранено
consents-visit-state-refused = Отказ
consents-visit-state-abandoned = Клиент ушёл
consents-visit-state-failed = Прекращено вами
consents-step-language = Выбор языка
consents-step-about = Кто спрашивает и зачем
consents-step-person = Имя, ИИН, дата рождения
consents-step-contacts = Телефон и адрес
consents-step-choices = Текст и ответы
consents-step-check = Проверка введённого
consents-step-sign = Подпись
consents-step-code = Код из SMS
consents-step-done = Планшет возвращён
consents-step-is-done = готово
consents-step-is-now = сейчас
consents-step-is-later = впереди
consents-lang-kk = на казахском
consents-lang-ru = на русском
consents-client-unknown = Клиент введёт свои данные сам; карточка найдётся или появится после сверки
consents-no-texts = Нет опубликованных текстов согласия
consents-no-texts-text = Тексты публикует администратор: Настройки, раздел «Тексты согласий».
consents-no-tablets = К филиалу ещё не подключён ни один планшет. Подключает администратор: Настройки, раздел «Планшеты».
consents-which-text = На что согласие
consents-text-published = Версия { $version }, опубликована { $day }
consents-where = Где клиент его даст
consents-choose-a-text = Выберите текст согласия
consents-choose-a-tablet = Выберите планшет или бумагу
consents-begin-paper = Начать на бумаге
consents-send-to-tablet = Отправить на планшет
tablets-online = На связи, свободен
tablets-busy = На связи, занят другим клиентом
tablets-revoked = Отключён навсегда
tablets-silent-minutes = { $minutes ->
    [one] Нет связи { $minutes } минуту
    [few] Нет связи { $minutes } минуты
    [many] Нет связи { $minutes } минут
   *[other] Нет связи { $minutes } минуты
}
tablets-silent-hours = { $hours ->
    [one] Нет связи { $hours } час
    [few] Нет связи { $hours } часа
    [many] Нет связи { $hours } часов
   *[other] Нет связи { $hours } часа
}
tablets-silent-days = { $days ->
    [one] Нет связи { $days } день
    [few] Нет связи { $days } дня
    [many] Нет связи { $days } дней
   *[other] Нет связи { $days } дня
}
consents-client-at-tablet = Клиент у планшета
consents-visit-about = { $number } · { $title }
consents-waiting = Ждём клиента
consents-is-covered = Экран планшета погашен
consents-on-paper-mark = На бумаге
consents-take-paper = Вместо планшета – бумага
consents-cover = Погасить планшет
consents-uncover = Показать экран снова
consents-covered = Экран планшета погашен. Введённое не потеряно.
consents-uncovered = Экран планшета снова показан.
consents-paper-taken = Дальше на бумаге. Планшет свободен.
consents-off-over = Клиент у планшета уже закончил
consents-calling = Клиент зовёт вас
consents-calling-text = Подойдите к планшету. Введённое сохранено, шаг не изменится.
consents-no-gateway = Код отправить нельзя: SMS-шлюз не настроен
consents-no-gateway-text = Клиент может заполнить данные и ответы, но подтвердить их кодом не сможет. Введённое не пропадёт: возьмите согласие на бумаге. Шлюз настраивает администратор.
consents-stop-too-many-in-visit = Коды этого визита закончились
consents-stop-too-many-today = На этот номер сегодня больше нельзя отправлять коды
consents-stop-text = Введённое клиентом сохранено. Возьмите согласие на бумаге или попросите клиента указать другой свой номер.
consents-stop-wait = Следующий код можно запросить с планшета чуть позже.
consents-progress = Ход на планшете
consents-client-here = клиент здесь
consents-part-done = заполнено верно
consents-part-optional = можно не заполнять
consents-part-missing = ещё не заполнено
consents-answered = Ответов: { $n } из { $of }
consents-read = { $seconds ->
    [one] Текст открыт { $seconds } секунду, не до конца
    [few] Текст открыт { $seconds } секунды, не до конца
    [many] Текст открыт { $seconds } секунд, не до конца
   *[other] Текст открыт { $seconds } секунды, не до конца
}
consents-read-to-end = { $seconds ->
    [one] Текст открыт { $seconds } секунду, до конца
    [few] Текст открыт { $seconds } секунды, до конца
    [many] Текст открыт { $seconds } секунд, до конца
   *[other] Текст открыт { $seconds } секунды, до конца
}
consents-read-not = Полный текст не открывали
consents-code = Код из SMS
consents-code-none = Клиент запросит код на последнем шаге. Сам код видит только клиент.
consents-code-which = Код
consents-code-sent = № { $n }, запрошен в { $time }
consents-code-phone = Номер
consents-code-sending = Сообщение
consents-code-lives = Действует
consents-code-minutes = { $minutes ->
    [one] ещё около { $minutes } минуты
    [few] ещё около { $minutes } минут
    [many] ещё около { $minutes } минут
   *[other] ещё около { $minutes } минуты
}
consents-code-last-minute = меньше минуты
consents-code-over = больше не действует
consents-code-left = Осталось попыток
consents-delivery-queued = Ждёт отправки
consents-delivery-handing = Передаётся шлюзу
consents-delivery-accepted = Принято шлюзом
consents-delivery-failed = Не отправлено
consents-delivery-uncertain = Неизвестно, ушло ли
consents-cause-off = Шлюз не выбран
consents-cause-no-connection = Нет связи со шлюзом
consents-cause-certificate = Сертификату шлюза нельзя доверять
consents-cause-address = По этому адресу не шлюз
consents-cause-account = Шлюз не принял имя или пароль
consents-cause-no-money = На счёте шлюза закончились деньги
consents-arrival-awaited = Ждём отчёта о доставке
consents-arrival-delivered = Дошло до телефона
consents-arrival-not-delivered = До телефона не дошло
consents-arrival-unknown = Отчёта о доставке не было
consents-cause-rejected = Шлюз отклонил сообщение
consents-cause-not-now = Шлюз просит повторить позже
consents-cause-answer = Ответ шлюза непонятен
consents-cause-too-late = Время вышло раньше отправки
consents-cause-cut-short = Программа закрылась во время отправки. Пусть клиент запросит новый код.
consents-cause-superseded = Заменён новым кодом
consents-cause-blocked = Данные заблокированы
consents-demo-title = Учебные данные: код вместо SMS
consents-demo-text = SMS не отправляется. В настоящей работе код видит только клиент.
consents-end = Прекратить…
consents-end-title = Прекратить визит
consents-end-about = Введённое клиентом удалится, согласие не сохранится. То, что визит был, останется в журнале.
consents-end-act = Прекратить визит
consents-end-back = Вернуться
consents-end-choose = Укажите причину
consents-end-why = Почему
consents-end-why-refused = Клиент отказывается
consents-end-why-left = Клиент ушёл
consents-end-why-mismatch = Данные не сходятся с документом
consents-end-why-mistake = Начато по ошибке
consents-ended = Визит прекращён. Введённое удалено.
consents-over-saved = Согласие сохранено
consents-over-text-saved = Клиент и согласие записаны вместе. Планшет свободен.
consents-over-refused = Клиент отказался
consents-over-text-refused = Ничего из введённого не сохранено, карточка не изменена. Отказ записан. Обслуживание продолжается; спросить снова можно, если клиент сам захочет.
consents-over-abandoned = Клиент ушёл, не закончив
consents-over-text-abandoned = Введённое удалено, планшет погас и свободен. Согласия нет. Если клиент вернётся, начните новый визит.
consents-over-failed = Визит прекращён
consents-over-text-failed = Введённое удалено, согласия нет, карточка не изменена. Если данные не сошлись с документом, уточните их с клиентом и начните заново.
consents-open-consent = Открыть согласие
consents-begin-anew = Начать новое
consents-trail = Что произошло
consents-trail-empty = Пока ничего
consents-gateway-id = № шлюза { $id }
consents-event-opened = Отправлено на планшет
consents-event-text-shown-kk = Показан текст на казахском
consents-event-text-shown-ru = Показан текст на русском
consents-event-text-read = { $seconds ->
    [one] Полный текст был открыт { $seconds } секунду
    [few] Полный текст был открыт { $seconds } секунды
    [many] Полный текст был открыт { $seconds } секунд
   *[other] Полный текст был открыт { $seconds } секунды
}
consents-event-signed = Поставлена подпись
consents-event-code-made = Код № { $n } создан
consents-event-code-handed = Код № { $n } передан шлюзу
consents-event-code-not-handed = Код № { $n } не отправлен
consents-event-code-uncertain = Код № { $n }: неизвестно, ушёл ли
consents-event-code-delivered = Код № { $n } доставлен
consents-event-code-wrong = Код № { $n }: введён неверно
consents-event-code-expired = Код № { $n }: время вышло
consents-event-code-void = Код № { $n } отменён: данные изменились
consents-event-code-confirmed = Код № { $n } подтверждён
consents-event-paper = Переход на бумагу
consents-event-help = Клиент позвал консультанта
consents-event-help-paper = Клиент попросил бумагу
consents-event-saved = Сверено и сохранено
consents-event-refused = Отказ
consents-event-abandoned = Клиент ушёл
consents-event-failed = Прекращено консультантом
consents-confirmed-title = Клиент закончил. Заберите планшет и сверьте с документом
consents-confirmed-text = На планшете уже ничего нет. Исправляйте вместе с клиентом: исправленное отметится в доказательствах.
consents-paper-title = Согласие на бумаге
consents-paper-text = На распечатанной форме номер { $number } уже стоит; на другой форме напишите его. Введите данные с документа и ответы с формы.
consents-known-title = Этот клиент уже есть: { $name }
consents-known-text = ИИН совпал. Согласие и исправления добавятся в его карточку, второй карточки не будет.
consents-odd-birth = Проверьте дату рождения: в ИИН другая
consents-odd-birth-text = Это не ошибка: с 2013 года они могут различаться. Сверьте обе с документом и продолжайте.
consents-person = Данные клиента
consents-compare = Сверка с документом
consents-compare-field = Поле
consents-compare-typed = Ввёл клиент
consents-compare-document = По документу
consents-compare-mark = Отметка
consents-phone-proved = Подтверждён кодом
consents-corrected = Исправлено
consents-as-typed = как ввёл клиент
consents-compared-said = Отмечено: оригинал предъявлен, данные сверены.
consents-document = Документ
consents-document-kind = Вид документа
consents-document-number = Номер
consents-document-issued = Дата выдачи
consents-document-issuer = Кем выдан
consents-document-usual = МВД РК
consents-document-kind-id-card = Удостоверение личности
consents-document-kind-passport = Паспорт гражданина РК
consents-document-kind-residence-permit = Вид на жительство
consents-document-kind-foreign-passport = Паспорт иностранного государства
consents-document-kind-stateless-id = Удостоверение лица без гражданства
consents-document-kind-birth-certificate = Свидетельство о рождении
consents-document-kind-diplomatic-passport = Дипломатический паспорт
consents-document-kind-service-passport = Служебный паспорт
consents-document-kind-refugee-id = Удостоверение беженца
consents-document-kind-seafarer-id = Удостоверение моряка
consents-document-kind-return-certificate = Свидетельство на возвращение
consents-original-seen = Оригинал предъявлен, данные сверены
consents-original-seen-hint = Копию документа не снимайте: по закону хранится только номер
consents-answers = Ответы клиента
consents-answer-yes = Даёт согласие
consents-answer-no = Не даёт
consents-kind-service = нужно для услуги
consents-kind-optional = необязательно
consents-paper-lang = Язык подписанной формы
consents-paper-lang-choose = Укажите язык подписанной формы
consents-paper-answer-choose = Укажите ответ с формы: { $purpose }
consents-two-cards = Две карточки
consents-two-cards-which = В какую карточку записать
consents-two-cards-hint = Визит начат из одной карточки, а ИИН принадлежит другой
consents-two-cards-choose = Выберите карточку
consents-card-begun = Из которой начали: { $name }
consents-card-known = С этим ИИН: { $name }
consents-complete = Сохранить согласие
consents-saved = Согласие сохранено: { $number }
consents-number = номер согласия
consents-about = { $number } · { $moment }
consents-way-tablet = На планшете
consents-way-paper = На бумаге
consents-way-window = В окне для клиента
consents-way-site = На сайте
consents-intact = Доказательства целы
consents-broken = Доказательства изменены
consents-broken-title = Доказательства не сходятся со своим хешем
consents-broken-text = Запись изменили в обход программы. Не опирайтесь на неё, сообщите администратору: журнал покажет, когда она была верна.
consents-open-client = Карточка клиента
consents-evidence-saved = Сохранено в файл: { $name }
consents-since = с { $day }
consents-ends = по { $day }
consents-shown = Что было показано
consents-text = Текст
consents-version = Версия
consents-version-lang = { $version }, { $lang }
consents-reading = Чтение
consents-data = Какие данные
consents-term = Срок
consents-term-purpose = До достижения цели
consents-term-until = До даты
consents-term-programme = Пока действует программа
consents-term-programme-12 = Программа и ещё 12 месяцев
consents-third-parties = Третьим лицам
consents-cross-border = За границу
consents-public = В общедоступные источники
consents-yes = Да
consents-no = Нет
consents-hash = SHA-256 текста
consents-who = Кто, где, чем
consents-operator = Оператор
consents-bin = БИН { $bin }
consents-branch = Филиал
consents-consultant = Консультант
consents-tablet = Планшет
consents-phone = Телефон
consents-phone-by-code = Подтверждён кодом. Кодов: { $codes }, неверных попыток: { $wrong }
consents-phone-not-proved = Кодом не подтверждён
consents-original = Оригинал
consents-original-yes = Предъявлен
consents-original-no = Не предъявлен
consents-corrected-fields = Исправлено
consents-signature = Подпись
consents-signature-name = { $n ->
    [one] Подпись клиента, { $n } штрих
    [few] Подпись клиента, { $n } штриха
    [many] Подпись клиента, { $n } штрихов
   *[other] Подпись клиента, { $n } штриха
}
consents-no-signature = На экране подписи нет: она на бумаге.
consents-seal = Печать в журнале
consents-entry = Запись журнала
consents-entry-number = № { $number }
consents-entry-hash = Хеш записи
consents-evidence-hash = SHA-256 доказательств
consents-gaps = Чего эти доказательства не показывают
consents-gap-number-only = SMS подтверждает, что номер в руках клиента, а не личность. Личность сверена по документу отдельно.
consents-gap-no-delivery = Отчёта о доставке SMS нет: известно, что шлюз её принял и код вернулся верным.
consents-gap-uncertain = Одно из сообщений передано без ответа шлюза: неизвестно, ушло ли.
consents-gap-no-signature = Подписи на экране нет.
consents-gap-not-read = Полный текст не был пролистан до конца. Закон этого не требует.
consents-gap-corrected = Часть полей исправлена консультантом по документу: перечислены выше.
consents-gap-paper = Согласие на бумаге: подписанная форма хранится отдельно, под этим номером.
consents-gap-no-code = Номер телефона кодом не подтверждён.
consents-gap-no-seal = Запись журнала с этой печатью не найдена.
consents-withdraw = Отозвать…
consents-nothing-holds = Ничего не действует: отзывать нечего
consents-proof = Доказательства
consents-none-of-client = Согласий нет
