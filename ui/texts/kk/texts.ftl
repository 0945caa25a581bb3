# Келісім мәтінін жариялау алдында тексеру: заң бойынша не жетіспейді (8-бап, 4-тармақ және басқа) және неге тағы қарау керек.
texts-lang-kk = қазақша
texts-lang-ru = орысша
texts-lang-en = ағылшынша

error-consents-lack-operator-profile = Ұйымның атауы немесе дұрыс БСН жоқ: «Ұйымдар» баптауында карточканы толтырыңыз.
error-consents-lack-operator-bin = Мәтінде ({ $lang }) ұйымның БСН жоқ: келісімді кім алатынын БСН-мен жазыңыз.
error-consents-lack-subject-name = Деректер тізбесінде тегі немесе аты жоқ: келісім кімдікі екені айтылмаған.
error-consents-lack-term = Келісім мерзімі таңдалмаған.
error-consents-lack-term-date = Келісім қай күнге дейін жарамды екені жазылмаған немесе ол күн өтіп кеткен.
error-consents-lack-purpose-term = Мақсат: { $n }. Мерзімі таңдалмаған.
error-consents-lack-purpose-date = Мақсат: { $n }. Соңғы күні жазылмаған немесе өтіп кеткен.
error-consents-lack-third-parties = Деректер үшінші тұлғаларға беріле ме, айтылмаған.
error-consents-lack-third-parties-who = Деректер кімге берілетіні айтылмаған ({ $lang }).
error-consents-lack-recipients = Мақсат: { $n }. Алушылар аталған, ал мәтінде үшінші тұлғаларға берілмейді деп белгіленген.
error-consents-lack-recipient-name = Мақсат: { $n }. Алушының атауы жоқ ({ $lang }).
error-consents-lack-cross-border = Деректер шетелге беріле ме, айтылмаған.
error-consents-lack-countries = Деректер шетелге беріледі, бірақ бірде-бір ел аталмаған.
error-consents-lack-purpose-countries = Мақсат: { $n }. Жалпы тізімде жоқ ел аталған.
error-consents-lack-public-sources = Деректер жалпыға қолжетімді көздерге шыға ма, айтылмаған.
error-consents-lack-data-phone = Деректер тізбесінде телефон жоқ: растау кодын жіберетін жер жоқ.
error-consents-lack-data-approved = Тізбеде ұйым бекіткен тізбеде жоқ деректер бар.
error-consents-lack-purpose-data = Мақсат: { $n }. Деректері белгіленбеген.
error-consents-lack-purpose-beyond = Мақсат: { $n }. Келісім тізбесінде жоқ деректер пайдаланылған.
error-consents-lack-purposes = Кемінде бір мақсат керек, жиырмадан аспауы тиіс.
error-consents-lack-purpose-name = Мақсат: { $n }. Атауы жоқ ({ $lang }).
error-consents-lack-purpose-note = Мақсат: { $n }. Түсіндірме барлық тілде жазылмаған (жоғы: { $lang }).
error-consents-lack-purpose-kind = Мақсат: { $n }. Қызметке қажет пе, таңдалмаған.
error-consents-lack-purpose-basis = Мақсат: { $n }. Негізі таңдалмаған.
error-consents-lack-stored-in = Деректер қай елде сақталатыны айтылмаған.
error-consents-lack-code = Қысқа аты жоқ: кіші латын әріптері, цифрлар және дефис, 40 таңбаға дейін.
error-consents-lack-title = Тақырыбы жоқ ({ $lang }).
error-consents-lack-body = Мәтіні жоқ ({ $lang }).
error-consents-lack-unclean = Тым ұзын немесе көрінбейтін таңбалар бар ({ $lang }).

texts-warning-open-list = Абзац: { $n } ({ $lang }). «{ $words }» деген сөз деректер тізбесін ашық қалдырады. Заң жабық тізбені талап етеді.
texts-warning-advertising-bundled = Мақсат: { $n }. Қызметке қажет делінген, бірақ жарнама туралы айтады («{ $words }»). Жарнамаға бөлек жауап керек.
texts-warning-advertising-unasked = Мәтінде ({ $lang }) жарнама туралы айтылған («{ $words }»), бірақ ол туралы міндетті емес мақсат жоқ.
texts-warning-stored-abroad = Деректер тек Қазақстанда сақталмайды. Заң оларды Қазақстан аумағында сақтауды талап етеді.
texts-warning-words-abroad = Абзац: { $n } ({ $lang }). Қазақстаннан тыс жерде сақтау туралы айтылған («{ $words }»). Заң деректерді Қазақстан аумағында сақтауды талап етеді.
texts-warning-patronymic = Тізбеде әкесінің аты жоқ. Құжатта болса, заң оны да көрсетуді талап етеді.
texts-warning-paragraph-count = Абзацтар саны әртүрлі ({ $lang }: { $words }). Бірдеңе аударылмай қалған болар.
texts-warning-numbers = Абзац: { $n } ({ $lang }). Сандар қазақша мәтіндегідей емес. Мерзімдер мен нөмірлерді салыстырыңыз.
texts-warning-no-choice = Барлық мақсат қызметке қажет деп белгіленген: тек бәрінен бірге бас тартуға болады.

error-consents-draft-gone = Мұндай жоба жоқ: ол жарияланған немесе жойылған.
error-consents-draft-moved = Бұл жобаны осы арада басқа біреу өзгертті. Жазғаныңыз экранда тұр: керегін көшіріп алып, жобаны қайта ашыңыз.
error-consents-draft-long = Жоба тым үлкен: әр тілде 60 000 таңбаға дейін.
