# Клиенттер: бас тартулар
error-clients-not-found = Мұндай карточка жоқ. Деректер жойылған болуы мүмкін.
error-clients-conflict = Осы уақытта карточка өзгертілді. Оны қайта ашыңыз: өзгерістеріңіз сақталмады.
error-clients-iin-known = Осы ЖСН бар адам бұрыннан тіркелген. Оның карточкасын ашыңыз.
error-clients-under-age = Адам 18 жасқа толмаған: оператор тек ересектерге қызмет көрсетеді.
error-clients-employee = Бұл — оператордың қызметкері: оператор ережесі бойынша қызметкерлер клиент болмайды.
error-clients-not-listed = Бұл деректер оператордың бекітілген тізбесінде жоқ: олар сақталмайды.
error-clients-no-ground = Өтініштің немесе құжаттың нөмірі мен күнін көрсетіңіз.
error-clients-document-needed = Аты-жөні, ЖСН, туған күні және құжат тек көрсетілген құжат бойынша өзгертіледі.
error-clients-wrong-ground = Өзгерту негізі — өтініш немесе құжат.
error-clients-no-authority = Өкілеттік беретін құжат керек: онсыз басқа адамның деректері қабылданбайды.
error-clients-authority-dates = Өкілеттік құжаты бүгін жарамсыз. Күндерін тексеріңіз.
error-clients-nothing-changed = Сіз ештеңе өзгерткен жоқсыз.
error-clients-no-reason = Адамның осы филиалға неге келгенін көрсетіңіз.
error-clients-iin-length = ЖСН енгізіңіз — 12 цифр.
error-clients-iin-check = ЖСН-ді тексеріңіз: бақылау цифры сәйкес емес.
error-clients-iin-form = Бұл ЖСН емес: адамда мұндай нөмір болмайды.
error-clients-iin-of-organisation = Бұл ұйымның БСН-і. Адамның ЖСН-ін енгізіңіз.
error-clients-date = Күнді енгізіңіз: күні, айы, жылы, мысалы 22.11.2026.
error-clients-birth-date = Туған күнін тексеріңіз: мұндай күн болуы мүмкін емес.
error-clients-phone = Телефон енгізіңіз, мысалы +7 701 123 45 67.
error-clients-phone-code = Қала кодын қосыңыз: онсыз нөмір толық емес.
error-clients-email = Пошта мекенжайын енгізіңіз, мысалы name@example.kz.
error-clients-document-number = Құжат нөмірін тексеріңіз: жеке куәлікте 9 цифр, паспортта әріп және 7–8 цифр.
error-clients-card = Карта нөмірін тексеріңіз: тек цифрлар мен латын әріптері.
error-clients-bank-card = Картаның соңғы 4 цифрын ғана енгізіңіз: толық нөмір сақталмайды.
error-clients-name-letters = Атында тек әріптер, дефис және апостроф болады.
error-clients-too-long = Тым ұзын. Қысқартыңыз.
error-clients-count = 0 мен 255 аралығындағы санды енгізіңіз.
error-clients-choice = Тізімнен таңдаңыз.
error-clients-needed = Өрісті толтырыңыз.
error-clients-no-surname = Тегін енгізіңіз.
error-clients-no-given = Атын енгізіңіз.
error-clients-sheet-too-large = Файл { $most } МБ-тан үлкен. Оны бөліктерге бөліңіз.
error-clients-sheet-empty = Файлда жолдар жоқ. Файлдың дұрыстығын және деректердің сақталғанын тексеріңіз.
error-clients-sheet-picture = Файл қалай аталса да, бұл кесте емес, сурет. .xlsx немесе .csv файлын таңдаңыз.
error-clients-sheet-old-or-locked = Файл ескі пішімде немесе құпиясөзбен қорғалған. Оны құпиясөзсіз .xlsx етіп сақтаңыз.
error-clients-sheet-not-table = Бұл кесте емес. .xlsx немесе .csv файлын таңдаңыз.
error-clients-sheet-nul = Файл бүлінген: { $row }-жолда нөлдік таңбалар бар. Оны Excel-де ашып, .xlsx етіп сақтаңыз.
error-clients-sheet-open-quote = Файл үзілген: { $row }-жолда ашылған тырнақша жабылмаған. Оны түзетіңіз немесе файлды қайта шығарыңыз.
error-clients-sheet-too-many-rows = Файлда жолдар тым көп. Оны бөліктерге бөліңіз.
error-clients-sheet-too-many-columns = { $row }-жолда { $most } бағаннан көп. Артығын жойыңыз.
error-clients-sheet-cell-too-long = { $row }-жолдағы ұяшық { $most } КБ-тан ұзын. Оны қысқартып, файлды қайта таңдаңыз.
error-clients-sheet-too-dense = Файл тым үлкен болып ашылады: мұндай файл ашылмайды. Кестені қайта сақтаңыз немесе бөліктерге бөліңіз.
error-clients-sheet-broken = Файл бүлінген. Оны Excel-де ашып, қайта сақтаңыз.
error-clients-sheet-unreadable = Файл ашылмайды. Оның орнында екенін және басқа бағдарламада ашық емесін тексеріңіз.
error-clients-import-not-open = Файл жабылып қалған. Оны қайта ашыңыз: жүктелген адамдар қайталанбайды.
error-clients-import-missing-columns = Бағандарды көрсетіңіз: ЖСН, тегі және аты. Оларсыз адамды тану мүмкін емес.
error-clients-import-mapping = Мұндай баған немесе жол жоқ.
error-clients-import-paper = Кестені жазу мүмкін болмады. Ештеңе жоғалған жоқ; қайталаңыз.

# Жүктеу: бағандардың мағынасы
clients-meaning-full-name = Тегі, аты, әкесінің аты
clients-meaning-surname = Тегі
clients-meaning-given = Аты
clients-meaning-patronymic = Әкесінің аты
clients-meaning-former-surname = Бұрынғы тегі
clients-meaning-iin = ЖСН
clients-meaning-birth-date = Туған күні
clients-meaning-birth-place = Туған жері
clients-meaning-sex = Жынысы
clients-meaning-citizenship = Азаматтығы
clients-meaning-phone = Телефон
clients-meaning-other-phones = Басқа телефондар
clients-meaning-email = E-mail
clients-meaning-registration-address = Тіркелген мекенжайы
clients-meaning-residence-address = Тұратын мекенжайы
clients-meaning-document-kind = Құжат түрі
clients-meaning-id-card-number = Жеке куәлік нөмірі
clients-meaning-passport-number = Паспорт нөмірі
clients-meaning-document-number = Құжат нөмірі
clients-meaning-document-issuer = Кім берген
clients-meaning-document-issued = Берілген күні
clients-meaning-document-expires = Жарамдылық мерзімі
clients-meaning-card = Карта нөмірі
clients-meaning-card-state = Карта күйі
clients-meaning-bank-card = Банк картасы
clients-meaning-marital-status = Отбасылық жағдайы
clients-meaning-dependants = Асырауындағылар
clients-meaning-employer = Жұмыс орны

# Жүктеу: жол неге қабылданбады
clients-reason-no-iin = ЖСН жоқ
clients-reason-iin-length = 12 цифр емес
clients-reason-iin-check = бақылау цифры сәйкес емес
clients-reason-iin-form = адамда мұндай нөмір болмайды
clients-reason-no-surname = тегі жоқ
clients-reason-no-given = аты жоқ
clients-reason-name-letters = атында әріптен басқа таңбалар бар
clients-reason-birth-date = мұндай туған күн болуы мүмкін емес
clients-reason-date = мұндай күн жоқ
clients-reason-phone = бұл телефон емес
clients-reason-email = бұл пошта мекенжайы емес
clients-reason-document-number = құжатта мұндай нөмір болмайды
clients-reason-card = бұл карта нөмірі емес
clients-reason-choice = түсініксіз мән
clients-reason-too-long = тым ұзын
clients-reason-formula = формула: ол орындалмайды
clients-reason-lost-letters = әріптердің орнында сұрақ белгілері: файл қазақ әріптерінсіз сақталған
clients-reason-under-age = 18 жасқа толмаған
clients-reason-employee = оператордың қызметкері
clients-reason-blocked = адамның деректері бұғатталған

# Жүктеу: не түзетілді
clients-repair-spaces-caps = артық бос орындар, барлық әріп бас
clients-repair-no-patronymic-word = әкесінің атының орнында «жоқ»
clients-repair-iin-space = ЖСН ішіндегі бос орындар
clients-repair-iso-date = күн жылдан басталған
clients-repair-latin-lookalikes = орыс және қазақ сөздеріндегі латын әріптері
clients-repair-iin-lost-zeros = ЖСН басында жоғалған нөлдер
clients-repair-formula-text = мәтін орнында сілтеме
clients-repair-two-phones = бір ұяшықта екі телефон
clients-repair-quoted-newline = ұяшық ішінде жол ауысуы
clients-repair-excel-date = күн Excel саны түрінде сақталған

# Жүктеу: қабылданбаған жолдар кестесі
clients-import-bad-sheet = Қатесі бар жолдар
clients-import-bad-row = Жол
clients-import-bad-reason = Себебі

# Экран: іздеу және тізім
clients-people = Адамдар
clients-recent = Жақында ашылғандар
clients-found = Табылды
clients-new = Жаңа
clients-forget-query = Сұрауды алып тастау
clients-find = Адамды табыңыз
clients-find-hint = ЖСН, телефон немесе оның соңғы цифрлары, карта, құжат, аты-жөні — кез келген ретпен және кез келген әріппен
clients-act-request = Өтініш
clients-act-block = Бұғаттау
clients-act-consent = Келісім
clients-choose = Тізімнен адамды таңдаңыз
clients-nobody = Ешкім табылмады
clients-nobody-hint = ЖСН немесе телефонның соңғы цифрларын теріп көріңіз
clients-none-yet = Әзірге клиенттер жоқ
clients-none-yet-hint = Базаны кестеден жүктеңіз немесе алғашқы карточканы ашыңыз
clients-none-recent = Сіз әлі карточка ашқан жоқсыз
clients-none-recent-hint = Мұнда сіз жұмыс істеген адамдар шығады
clients-page-before = Артқа
clients-page-next = Әрі қарай
clients-more-than = { $shown } адамнан көп: сұрауды нақтылаңыз
clients-iin = ЖСН
clients-document = құжат
clients-card = карта
clients-formerly = (бұрын { $name })
clients-name-blocked = Аты-жөні бұғатталған
clients-blocked-some = Бұғатталған
clients-card-blocked = Карта бұғатталған
clients-other-branch = Басқа филиал
clients-misprint = Ұқсас аты
clients-summary = Қысқаша
clients-birth-year = Туған жылы
clients-open = Карточканы ашу
clients-open-hint = Карточка толық ашылады. Қарау журналға жазылады

# Экран: субъект түрлері
clients-kind = Бұл кім
clients-kind-client = Клиент
clients-kind-contact = Өтініш білдірген адам
clients-kind-representative = Өкіл

# Экран: басқа филиалдан қабылдау
clients-receive = Осында қабылдау
clients-receive-act = Қабылдап, ашу
clients-receive-about = Бұл адамды басқа филиал біледі: { $branch }. Деректерін неге ашатыныңызды көрсетіңіз: себебі журналға жазылады.
clients-receive-hint = Бұл адамды басқа филиал біледі. Карточканы ашу үшін себебін көрсетіңіз
clients-receive-reason = Себебі
clients-receive-reason-hint = Мысалы: біздің филиалға келді
clients-received = Адам сіздің филиалда қабылданды

# Экран: жаңа карточка
clients-register = Жаңа карточка
clients-register-about = Құжаттағыдай. Бос жерді кейін толтыруға болады
clients-register-act = Карточка ашу
clients-registered = Карточка ашылды: { $name }
clients-cancel = Болдырмау
clients-more-fields = Құжат, карта және басқа деректер
clients-not-chosen = Таңдалмаған
clients-authority = Өкілеттік
clients-authority-whom = Кімнің өкілі
clients-authority-whom-hint = ЖСН, телефон немесе аты бойынша табыңыз
clients-authority-whom-missing = Адам кімнің өкілі екенін таңдаңыз
clients-authority-paper = Өкілеттік құжаты
clients-authority-paper-hint = Түрі мен нөмірі, мысалы № 12 сенімхат
clients-authority-issued = Берілген күні
clients-authority-until = Жарамдылық мерзімі
clients-authority-holds = мерзімі: { $date }
clients-authority-over = аяқталды: { $date }

# Экран: карточка
clients-group-person = Жеке деректер
clients-group-contacts = Байланыс және мекенжай
clients-group-document = Құжат
clients-group-programme = Бағдарлама
clients-group-more = Басқа деректер
clients-age = { $count ->
    [one] { $count } жас
   *[other] { $count } жас
}
clients-changed = өзгертілді: { $moment }
clients-created = Карточка ашылды: { $moment }, { $name }
clients-missing = Көрсетілмеген: { $list }
clients-blocked-value = Бұғаттаумен жасырылған
clients-blocked-why = { $ground }. Басталуы: { $since }, қайта қарау күні: { $until }
clients-blocks = Бұғаттау
clients-blocks-everything = Барлық деректер
clients-blocks-since = басталуы: { $date }, { $name }
clients-blocks-review = Қайта қарау күні: { $date }
clients-requests = Өтініштер
clients-requests-none = Өтініш болмаған
clients-blocked-count = { $count ->
    [one] Бұғатталған деректер: { $count }
   *[other] Бұғатталған деректер: { $count }
}
clients-doubt-birth-date = ЖСН басқа туған күнді көрсетеді: құжатпен салыстырыңыз
clients-doubt-sex = ЖСН басқа жынысты көрсетеді: құжатпен салыстырыңыз
clients-doubt-expired = Құжат мерзімі өткен
clients-history = Бұрынғы мәндер
clients-history-count = өзгерістер: { $count }
clients-history-none = Мәндер өзгермеген
clients-history-empty = Бос болған
clients-history-until = өзгертілді: { $moment }
clients-ground-application = Өтініш
clients-ground-document = Құжат
clients-ground-consent = Планшеттегі келісім
clients-ground-import = Кестені жүктеу
clients-looks = Карточканы кім қарады
clients-looks-all = Барлығы
clients-look-open = Карточканы қарау
clients-look-register = Карточка ашылды
clients-look-update = Деректер өзгертілді
clients-look-receive = Басқа филиалда қабылданды
clients-look-blocks = Бұғаттау
clients-look-consents = Келісім
clients-look-requests = Өтініш
clients-look-other = Карточкамен жұмыс
clients-look-refused = { $what }: бас тартылды
clients-look-house = Бағдарлама

# Экран: деректерді өзгерту
clients-edit = Деректерді өзгерту
clients-edit-short = Өзгерту
clients-edit-act = Өзгерістерді сақтау
clients-edit-done = Деректер өзгертілді. Бұрынғы мәндер тарихта сақталды
clients-edit-ground = Негізі
clients-edit-ground-missing = Негізін таңдаңыз: өтініш немесе құжат
clients-edit-by-document = Аты-жөні, ЖСН, туған күні және құжат тек көрсетілген құжат бойынша өзгертіледі
clients-edit-paper = Нөмірі мен күні
clients-edit-paper-hint = Мысалы: 14.12.2026 күнгі № 7 өтініш
clients-edit-nothing = Сіз ештеңе өзгерткен жоқсыз
clients-edit-changes = Өзгереді: { $list }
clients-edit-blocked = Бұғатталған деректер мұнда көрсетілмейді: олар бұғаттау алынғаннан кейін өзгертіледі

# Карточка деректері
clients-datum-surname = Тегі
clients-datum-given = Аты
clients-datum-patronymic = Әкесінің аты
clients-datum-former-surname = Бұрынғы тегі
clients-datum-sex = Жынысы
clients-datum-birth-date = Туған күні
clients-datum-birth-place = Туған жері
clients-datum-citizenship = Азаматтығы
clients-datum-iin = ЖСН
clients-datum-registration-address = Тіркелген мекенжайы
clients-datum-residence-address = Тұратын мекенжайы
clients-datum-document-kind = Құжат түрі
clients-datum-document-number = Құжат нөмірі
clients-datum-document-issuer = Кім берген
clients-datum-document-issued = Берілген күні
clients-datum-document-expires = Жарамдылық мерзімі
clients-datum-phone = Телефон
clients-datum-other-phones = Басқа телефондар
clients-datum-email = E-mail
clients-datum-card = Карта
clients-datum-card-state = Карта күйі
clients-datum-bank-card = Банк картасы, соңғы 4 цифры
clients-datum-marital-status = Отбасылық жағдайы
clients-datum-dependants = Асырауындағылар
clients-datum-employer = Жұмыс орны
clients-datum-public-official = Жария лауазымды тұлға
clients-datum-beneficial-owner = Бенефициарлық меншік иесі

# Планшеттегі сауалнама өрістері
clients-field-name = Аты
clients-field-address = Мекенжай

# Тізімдегі мәндер
clients-value-sex-female = әйел
clients-value-sex-male = ер
clients-value-card-state-active = белсенді
clients-value-card-state-blocked = бұғатталған
clients-value-marital-status-single = некеде емес
clients-value-marital-status-married = некеде
clients-value-marital-status-divorced = ажырасқан
clients-value-marital-status-widowed = жесір
clients-value-public-official-no = жоқ
clients-value-public-official-yes = иә
clients-value-beneficial-owner-no = жоқ
clients-value-beneficial-owner-yes = иә
clients-value-document-kind-id-card = жеке куәлік
clients-value-document-kind-passport = ҚР азаматының паспорты
clients-value-document-kind-residence-permit = тұруға ықтиярхат
clients-value-document-kind-foreign-passport = басқа мемлекеттің паспорты
clients-value-document-kind-stateless-id = азаматтығы жоқ адамның куәлігі
clients-value-document-kind-birth-certificate = туу туралы куәлік
clients-value-document-kind-diplomatic-passport = дипломатиялық паспорт
clients-value-document-kind-service-passport = қызметтік паспорт
clients-value-document-kind-refugee-id = босқын куәлігі
clients-value-document-kind-seafarer-id = теңізші куәлігі
clients-value-document-kind-return-certificate = қайтып оралуға арналған куәлік

# Экран: базаны жүктеу
clients-import = Жүктеу
clients-import-title = Клиенттер базасын жүктеу
clients-import-about = Excel кестесі немесе CSV. Растағанға дейін ештеңе сақталмайды
clients-import-pick = Файлды таңдау
clients-import-unread = Файл ашылмады: { $name }
clients-import-other = Басқа файл
clients-import-back = Клиенттерге
clients-import-kind = Кестелер
clients-import-empty = Клиенттер файлын таңдаңыз
clients-import-empty-hint = ЖСН, тегі және аты бағандары керек; қалғандарын атаулары бойынша табамыз. Бір ЖСН — бір адам: қайта жүктеу ешкімді қайталамайды
clients-import-form-utf8 = CSV, UTF-8, { $detail }
clients-import-form-utf16 = Unicode мәтіні, { $detail }
clients-import-form-windows1251 = CSV, Windows-1251, { $detail }. Бұл кодтауда қазақ әріптері жоқ
clients-import-form-xlsx = Excel, «{ $detail }» парағы
clients-import-separator-semicolon = нүктелі үтір
clients-import-separator-comma = үтір
clients-import-separator-tab = табуляция
clients-import-again = Бұл файл бұрын жүктелген: { $moment }. Адамдар қайталанбайды
clients-import-not-enough = ЖСН, тегі және аты бағандарын көрсетіңіз: оларсыз адамды тану мүмкін емес
clients-import-rows = { $count ->
    [one] { $shown } жол
   *[other] { $shown } жол
}
clients-import-examined = { $total } жолдың { $shown } тексерілді, қалғаны жүктеу кезінде тексеріледі
clients-count-good = жүктеуге болады
clients-count-bad = қатесі бар
clients-count-held = қарап шығу керек
clients-count-landed = жаңа карточка
clients-count-merged = толықтырылған карточка
clients-count-same = бұрыннан бар
clients-import-reasons = Неге қабылданбады
clients-import-repairs = Өздігінен түзетілді
clients-import-merging = Егер адам бұрыннан бар болса
clients-import-merging-about = Оның карточкасымен не істеу керек
clients-merging-keep = Сол күйінде қалдыру
clients-merging-hint-keep = Карточка өзгермейді
clients-merging-fill = Бос жерлерін толтыру
clients-merging-hint-fill = Тек жоқ деректер толтырылады
clients-merging-replace = Ауыстыру
clients-merging-hint-replace = Бұрынғы мәндер тарихта қалады
clients-import-run = Жүктеу
clients-import-columns = Бағандар және алғашқы жолдар; атаулары { $row }-жолда
clients-import-columns-none = Баған атаулары бар жол табылмады. Оның нөмірін таңдаңыз немесе бағандарды көрсетіңіз
clients-import-head-here = Баған атаулары осы жолда
clients-import-only-wrong = Тек қатесі барлар
clients-import-column = { $number }-баған
clients-import-meaning = «{ $heading }» бағанында не бар
clients-import-skip = Жүктемеу
clients-import-running = Жүктелуде
clients-import-progress = Жолдар
clients-import-progress-text = { $done } / { $total }
clients-import-safe = 500 жолдан сақталады. Тоқтатсаңыз, жүктелгені қалады, файлды қайта жүктеуге болады
clients-import-stop = Тоқтату
clients-import-finished = Жүктеу аяқталды
clients-import-cancelled = Жүктеу тоқтатылды
clients-import-cancelled-about = Жүктелгені сақталды. Жалғастыру үшін сол файлды таңдаңыз: ешкім қайталанбайды
clients-import-save-bad = Қатесі бар жолдарды сақтау
clients-import-save-bad-count = { $count ->
    [one] Қатесі бар { $shown } жолды сақтау
   *[other] Қатесі бар { $shown } жолды сақтау
}
clients-import-saved = Сақталды: { $name }
clients-import-done = Дайын
clients-import-earlier = Бұрынғы жүктеулер
clients-import-when = Қашан
clients-import-who = Кім
clients-import-branch = Филиал
clients-import-landed = Жаңа
clients-import-known = Бұрыннан бар
clients-import-not-taken = Қабылданбады
clients-import-state = Күйі
clients-import-state-running = аяқталмаған
clients-import-state-finished = аяқталды
clients-import-state-cancelled = тоқтатылды
clients-field-surname = Тегі
clients-field-given = Аты
clients-field-patronymic = Әкесінің аты
clients-field-former-name = Бұрынғы тегі
clients-field-sex = Жынысы
clients-field-birth-date = Туған күні
clients-field-birth-place = Туған жері
clients-field-citizenship = Азаматтығы
clients-field-iin = ЖСН
clients-field-registration-address = Тіркелген мекенжайы
clients-field-residence-address = Тұратын мекенжайы
clients-field-document = Құжат
clients-field-phone = Телефон
clients-field-email = E-mail
clients-field-card = Адалдық картасы
clients-field-bank-account = Банк шоты
clients-field-family = Отбасы
clients-field-employer = Жұмыс орны
clients-field-exposure = Жария лауазым
clients-ground-withdrawal = Келісімді қайтарып алу
clients-act-withdraw = Келісімді қайтарып алу…
