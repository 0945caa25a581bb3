# Байланысуға бола ма, экранда.
contacts-title = Байланысуға бола ма
contacts-channel = Арна
contacts-advertising = Жарнама
contacts-service = Іс бойынша
contacts-yes = Болады
contacts-no = Болмайды
contacts-until-yes = дейін: { $at }
contacts-until-no = өзгереді: { $at }
contacts-wish = Клиент тілегі…
contacts-wish-title = Жарнама туралы тілек
contacts-wish-channels = Арналар
contacts-wish-what = Клиент не сұрайды
contacts-wish-stop = Жарнама жібермеу
contacts-wish-allow = Келісім болса, қайта жіберу
contacts-wish-what-missing = Клиент не сұрайтынын көрсетіңіз
contacts-wish-how = Клиент мұны қалай айтты
contacts-wish-act = Жазу
contacts-wish-done = Тілек жазылды және күшінде
contacts-wish-hint = Бірден тоқтайды. Кодтар мен іс бойынша хабарламалар келе береді.
contacts-wish-was = { $name }, { $at }: { $what }
contacts-by-number = № { $number }
contacts-list-title = Жарнама тізімі
contacts-list-lead = Тізімге жарнама жіберуге болатындар ғана кіреді: келісім күшінде, деректер бұғатталмаған, бас тарту мен қайтарып алу жоқ. Оны жұмыс күндері 9:00-ден 21:00-ге дейін жіберуге болады.
contacts-list-channel = Арна
contacts-list-people = { $n ->
    [one] { $n } адам
   *[other] { $n } адам
}
contacts-list-in = Тізімде
contacts-list-left-out = Кірмегендер
contacts-list-from = Жіберуге болатын уақыт: { $at }
contacts-list-now = Қазір жіберуге болады, 21:00-ге дейін
contacts-list-export = XLSX шығару…
contacts-list-saved = Тізім сақталды: { $name }
contacts-list-made = Шығарылған тізімдер
contacts-list-none = Әлі шығарылған жоқ
