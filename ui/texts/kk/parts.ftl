parts-optional = міндетті емес
parts-over = Қысқартыңыз: артық таңба саны – { $n }
parts-show-password = Құпиясөзді көрсету
parts-hide-password = Құпиясөзді жасыру
parts-date-form = КК.АА.ЖЖЖЖ
parts-saving = Сақталуда…
parts-loading = Жүктелуде…
parts-try-again = Қайталау
parts-close = Жабу
parts-cancel = Бас тарту
parts-back = Артқа
parts-next = Әрі қарай
parts-copy = Көшіру: { $what }
parts-copied = Көшірілді: { $what }
parts-today = бүгін
parts-list = Тізім
parts-detail = Толығырақ
parts-list-width = Тізім ені
parts-fault-id = Қате нөмірі
parts-nothing-lost = Енгізілген деректер сақталып тұр.
parts-not-given = Көрсетілмеген
parts-error-title = { $count ->
    [one] Қате: { $count } өрісті түзетіңіз
   *[other] Қате: { $count } өрісті түзетіңіз
}
parts-kind-invalid = Енгізілгенді тексеріңіз
parts-kind-not-found = Мұндай жазба жоқ
parts-kind-conflict = Жазбаны басқа біреу өзгертті
parts-kind-forbidden = Сіздің рөліңізге арналмаған
parts-kind-blocked = Деректер бұғатталған
parts-kind-refused = Қазір олай болмайды
parts-kind-locked = Құпиясөз керек
parts-kind-busy = Сәл күте тұрыңыз
parts-kind-internal = Бағдарлама қатесі
