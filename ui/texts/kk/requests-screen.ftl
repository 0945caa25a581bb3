# Өтініштер экраны: кезек, іс, мерзім, жауап, тіркеу.
requests-title = Өтініштер
requests-views = Қай өтініштерді көрсету
requests-view-mine = Менікі
requests-view-unassigned = Тағайындалмаған
requests-view-today = Бүгін
requests-view-overdue = Мерзімі өткен
requests-view-all = Барлық ашық
requests-group-overdue = Мерзімі өткен
requests-group-today = Бүгін
requests-group-tomorrow = Ертең
requests-group-later = Кейін
requests-group-count = { $group } · { $n }
requests-col-number = Нөмірі мен түрі
requests-col-due = Мерзімі
requests-number = № { $number }
requests-news = { $n ->
    [one] Тізімде жаңасы: { $n }
   *[other] Тізімде жаңасы: { $n }
}
requests-news-show = Көрсету
requests-empty-mine = Сізде ашық өтініш жоқ
requests-empty-mine-text = N пернесін басыңыз: тағайындалмағандардың ең шұғылы сізге беріледі.
requests-empty-unassigned = Барлық өтініш тағайындалған
requests-empty-today = Бүгінге ештеңе қалмады
requests-empty-overdue = Мерзімі өткені жоқ
requests-empty-all = Ашық өтініш жоқ
requests-empty-text = Жаңа өтініш бағдарламаның кез келген жерінен Ctrl+N арқылы тіркеледі.
requests-choose = Өтінішті таңдаңыз
requests-choose-text = Тізім бойынша бағыттауыш пернелермен жүріңіз, Enter ашады. N тағайындалмағандардың ең шұғылын алады.
requests-register = Тіркеу
requests-next = Ең шұғылын алу
requests-next-none = Тағайындалмаған өтініш жоқ.
requests-take = Алу
requests-assign = Тағайындау
requests-reassign = Беру
requests-note = Жазба
requests-duplicate = Қайталама…
requests-reply = Жауап беру
requests-copy-number = Нөмірін көшіру
requests-number-what = Өтініш нөмірі
requests-taken = № { $number }: сізге тағайындалды
requests-assigned = № { $number }. Орындаушы: { $name }
requests-unassigned-done = № { $number }: орындаушы алынды
requests-noted = Жазба сақталды
requests-owner = Орындаушы
requests-owner-none = Тағайындалмаған
requests-owner-mine = Сіз
requests-anonymous = Өтініш беруші базада жоқ
requests-about = Алынды: { $at }, { $channel }
requests-branch = Филиал
requests-open-client = Клиент карточкасы
requests-client = Клиент
requests-rights = Не сұралады
requests-rights-count = { $n ->
    [one] Өтініште { $n } құқық бар, әрқайсысының өз мерзімі мен жауабы бар.
   *[other] Өтініште { $n } құқық бар, әрқайсысының өз мерзімі мен жауабы бар.
}
requests-text = Өтініш мәтіні
requests-term = Мерзім
requests-term-due = Соңғы күн: { $date }
requests-term-target = Ішкі мақсат: { $date }
requests-term-rule-working = { $n ->
    [one] Алынған күннен кейін { $n } жұмыс күні
   *[other] Алынған күннен кейін { $n } жұмыс күні
}
requests-term-rule-calendar = { $n ->
    [one] Алынған күннен кейін { $n } күнтізбелік күн
   *[other] Алынған күннен кейін { $n } күнтізбелік күн
}
requests-term-preliminary = Күнтізбе расталмаған: күні алдын ала есептелген
requests-term-why = Неге бұл күн
requests-term-why-hide = Түсіндірмені жасыру
requests-term-basis = Негізі: { $basis }
requests-term-calendar = Күнтізбе: { $edition }
requests-term-strip = Мерзімге дейінгі күндер есебі
requests-term-former = Бұрынғысы: { $date }
requests-term-recounted = Мерзім қайта есептелді: күнтізбе өзгерді
requests-term-recounted-at = Қайта есептелді: { $at }
requests-term-end = Мерзім соңғы күннің соңында, 24:00-де аяқталады.
requests-count-received = алынды
requests-count-zero = санақ күні
requests-count-counted = { $n }-күн
requests-count-counted-last = { $n }-күн, соңғы
requests-count-last = соңғы күн
requests-lacks = Не жетіспейді
requests-lacks-none = Қажеттінің бәрі көрсетілді
requests-lacks-text = Мерзім алынған күннен бастап есептеледі. Жетіспейтінін сұраңыз: жауап бұдан кешікпейді.
requests-lacks-ask = Жетіспейтінін сұрау
requests-lacks-how = Қалай сұралды
requests-lacks-asked = Сұралды: { $at }
requests-lacks-got = Алынды
requests-lacks-saved = Сұрау туралы жазба сақталды
requests-shown = Өтініш беруші не көрсетті
requests-shown-document = Құжат
requests-shown-signature = Қолтаңба
requests-shown-authority = Өкілдің өкілеттігі
requests-yes = Бар
requests-no = Жоқ
requests-not-given = Көрсетілмеген
requests-history = Істің барысы
requests-history-note = Жазба
requests-case-blocks = Қолданыстағы бұғаттаулар
requests-details = Мәліметтер
requests-answer-title = Жауап: № { $number } өтініш
requests-answer-decision = Шешім
requests-answer-text = Жауап мәтіні
requests-answer-text-hint = Өтініш берушіге жазылғандай жіберіледі
requests-answer-reasons = Бас тарту негізі
requests-answer-reasons-hint = Заң не қағида нормасы және нақты не кедергі
requests-answer-complaint = Жауапқа қосылады
requests-answer-late = Мерзімі өткен күн: { $date }
requests-answer-late-cause = Жауап неге кешікті
requests-answer-late-note = Түсініктеме
requests-answer-send = Жауапты жіберу
requests-answer-sent = № { $number }: жауап жіберілді
requests-answer-late-sent = { $n ->
    [one] № { $number }: жауап { $n } жұмыс күніне кеш жіберілді
   *[other] № { $number }: жауап { $n } жұмыс күніне кеш жіберілді
}
requests-answer-draft = Жоба бағдарлама ашық тұрғанда сақталады
requests-answer-draft-back = Жоба қайта ашылды
requests-answer-draft-drop = Жобаны өшіру
requests-answer-given = Жауап
requests-answer-by = { $name }, { $at }
requests-answer-unowned = Алдымен өтінішті алыңыз: T.
requests-answer-other = Өтініш басқа орындаушыда: { $name }.
requests-conflict = Сіз қарап отырғанда өтініш өзгерді.
requests-conflict-show = Қазіргі күйін көрсету
requests-assign-title = № { $number } кімге беріледі
requests-assign-to = Орындаушы
requests-assign-nobody = Ешкім: тағайындалмағандарға қайтару
requests-assign-choose = Орындаушыны таңдаңыз
requests-assign-reason = Себебі
requests-note-title = Жазба: № { $number }
requests-note-text = Жазба мәтіні
requests-note-hint = Қызметкерлер көреді, өтініш берушіге жіберілмейді
requests-note-save = Жазбаны сақтау
requests-duplicate-title = № { $number } басқа өтінішті қайталайды
requests-duplicate-of = Бірінші өтініштің нөмірі
requests-duplicate-hint = Қайталама біріншісіне сілтемемен жабылады; мерзім мен жауап біріншісінде қалады
requests-duplicate-save = Қайталама деп белгілеу
requests-duplicate-done = № { $number } қайталама деп белгіленді
requests-reg-title = Өтінішті тіркеу
requests-reg-client = Клиенттен: { $name }
requests-reg-no-client = Өтініш беруші клиенттер базасынан емес
requests-reg-applicant = Өтініш берушінің аты-жөні
requests-reg-contact = Қалай хабарласуға болады
requests-reg-contact-hint = Өтініш беруші айтқан телефон, пошта не мекенжай
requests-reg-channel = Қалай түсті
requests-reg-date = Алынған күні
requests-reg-time = Уақыты
requests-reg-time-hint = СС:ММ
requests-reg-moment-hint = Мерзім осы күннен есептеледі. Кейін өзгертілмейді.
requests-reg-text = Өтініш беруші не сұрайды
requests-reg-text-hint = Мүмкін болса, өз сөзімен
requests-reg-kinds = Қандай құқықтар мәлімделді
requests-reg-kinds-hint = Барлығын белгілеңіз: әрқайсысының өз мерзімі, орындаушысы және жауабы болады
requests-reg-kinds-missing = Кемінде бір құқықты белгілеңіз
requests-reg-channel-missing = Өтініштің қалай түскенін таңдаңыз
requests-reg-fields = Қандай деректер даулы
requests-reg-fields-hint = Белгіленген өрістер тіркеу кезінде бірден бұғатталады
requests-reg-block-warning = { $n ->
    [one] Сақтаған кезде { $n } өріс бұғатталады: өтініш шешілгенше өзгертуге, шығаруға және пайдалануға болмайды.
   *[other] Сақтаған кезде { $n } өріс бұғатталады: өтініш шешілгенше өзгертуге, шығаруға және пайдалануға болмайды.
}
requests-reg-block-all = Сақтаған кезде өтініш шешілгенше клиенттің барлық деректері бұғатталады.
requests-reg-shown = Өтініш беруші не көрсетті
requests-reg-shown-hint = Жоғын кейін сұрауға болады: мерзім бұдан өзгермейді
requests-reg-document-number = Құжат нөмірі
requests-reg-document-date = Берілген күні
requests-reg-document-issuer = Кім берген
requests-reg-signature = Өтінішке қол қойылған (немесе электрондық қолтаңба бар)
requests-reg-representative = Өкіл жүгінеді
requests-reg-representative-name = Өкілдің аты-жөні
requests-reg-representative-authority = Өкілеттігі немен расталады
requests-reg-representative-hint = Сенімхат: нөмірі, күні, кім берген
requests-reg-preview = Мерзімдер
requests-reg-preview-empty = Құқықтар мен күнді белгілеңіз, мерзімдер осында шығады.
requests-reg-save = Тіркеу
requests-reg-saved = Тіркелді: № { $number }
requests-reg-saved-title = № { $number } өтініш тіркелді
requests-reg-open = Өтінішті ашу
requests-reg-more = Тағы тіркеу
