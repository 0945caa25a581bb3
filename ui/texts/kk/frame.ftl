frame-rooms = Бөлімдер
frame-top = Іздеу және кіру
frame-bottom = Хабарламалар мен пернелер
frame-search = ЖСН, телефон, карта, құжат немесе аты-жөні
frame-search-name = Клиенттерді, өтініштерді және командаларды іздеу
frame-found = { $count ->
    [one] { $count } жол табылды
   *[other] { $count } жол табылды
}
frame-nothing-found = Ешкім табылмады. Цифрларды тексеріңіз немесе басқа атпен іздеңіз.
frame-no-command = Қазір мұндай команда жоқ.
frame-open = ашу
frame-do = орындау
frame-show-all = барлығын тізіммен көрсету
frame-commands = командалар
frame-language = Тіл
frame-language-name = Қазақша
frame-language-short = ҚАЗ
frame-lock = Құлыптау
frame-demo = Оқу деректері
frame-undo = Болдырмау
frame-undone = Кері қайтарылды: { $what }
frame-unexpected = Бағдарлама орындай алмады. Ештеңе өзгерген жоқ. Қайталап көріңіз; көмектеспесе, бағдарламаны қайта іске қосыңыз.
frame-nothing-to-undo = Болдырмайтын ештеңе жоқ
frame-no-way-back = Бұл — сіз ашқан бірінші орын
frame-no-way-forward = Одан әрі әлі өтпедіңіз
frame-due-or-late = { $count ->
    [one] { $count } — мерзімі бүгін немесе өткен
   *[other] { $count } — мерзімі бүгін немесе өткен
}
frame-recent = Соңғы әрекеттер
frame-recent-about = Оларды он минут ішінде болдырмауға болады
frame-recent-empty = Әзірге болдырмайтын ештеңе жоқ
frame-keys = Қазір жұмыс істейтін пернелер
frame-keys-here = Осы экранда
frame-keys-everywhere = Барлық жерде
frame-keys-lists = Тізімдерде
frame-keys-move-1 = Жоғарғы, төменгі жол
frame-keys-move-2 = Бірінші, соңғы жол
frame-keys-move-3 = Бет жоғары, төмен
frame-keys-move-4 = Ашу
frame-keys-move-5 = Таңдау
frame-keys-move-6 = Бір қадам артқа
frame-keys-move-7 = Жол мәзірі
frame-keys-letters = Әріптер
frame-keys-letters-on = Тізімдер мен карточкаларда әріптер әрекет орындайды
frame-keys-letters-hint = Әріптер кездейсоқ басылса, өшіріңіз; барлығы түймелерде қалады
rooms-clients = Клиенттер
rooms-consents = Келісімдер
rooms-requests = Өтініштер
rooms-blocks = Бұғаттау
rooms-board = Шолу
rooms-journal = Журнал
rooms-settings = Баптаулар
frame-search-commands = Әрекетті іздеу
frame-menu = Жолмен жасалатын әрекеттер
