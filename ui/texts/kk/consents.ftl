# Consents: texts, visits at the tablet, the station.
error-consents-text-not-found = Мұндай келісім мәтіні жоқ.
error-consents-field-empty = Бұл өрісті толтырыңыз.
error-consents-field-long = Тым ұзын немесе артық таңбалар бар.
error-consents-name = Құжаттағыдай әріппен жазыңыз.
error-consents-iin = ЖСН 12 цифрдан тұрады. Әрқайсысын тексеріңіз.
error-consents-birth-date = Мұндай туған күн болмайды.
error-consents-under-age = Планшеттегі келісім 18 жастан беріледі.
error-consents-employee = Бұл — оператордың қызметкері: оператор ережесі бойынша қызметкерлерден клиент келісімі алынбайды. Рәсімдеуді тоқтатыңыз.
error-consents-phone = Нөмірді тексеріңіз: мысалы, +7 701 123 45 67.
error-consents-email = Мекенжайды тексеріңіз: мысалы, aigul@mail.kz.
error-consents-not-asked = Бұл мәтін мұндай деректерді сұрамайды.
error-consents-signature = Қол қойыңыз: нүкте жеткіліксіз.
error-consents-incomplete = Алдымен алдыңғы қадамдарды толтырыңыз.
error-consents-not-now = Бұл қадамда мұны істеуге болмайды.
error-consents-visit-gone = Бұл рәсімдеу енді жоқ.
error-consents-no-gateway = SMS қазір жіберілмейді. Консультантты шақырыңыз: қағазда қол қоюға болады.
error-consents-code-wait = { $seconds ->
    [one] Жаңа код жіберуге болатын уақыт: { $seconds } секундтан кейін.
   *[other] Жаңа код жіберуге болатын уақыт: { $seconds } секундтан кейін.
}
error-consents-code-visit = Осы рәсімдеуде үш кодтың бәрі жіберілді. Консультантты шақырыңыз: қағазда қол қоюға болады.
error-consents-code-today = Бұл нөмірге бүгін енді код жіберуге болмайды. Басқа нөмір көрсетіңіз немесе консультантты шақырыңыз.
error-consents-demo-only = Бұл тек оқу базасында бар.
error-consents-tablet-gone = Бұл филиалда мұндай планшет жоқ.
error-consents-tablet-busy = Бұл планшетте келісім рәсімделіп жатыр. Оны аяқтаңыз немесе басқа планшет таңдаңыз.
error-consents-tablet-name = Планшетке 40 таңбаға дейін атау беріңіз.
error-consents-old-text = Мәтіннің жаңа нұсқасы жарияланды. Рәсімдеуді сонымен бастаңыз.
error-consents-original-not-seen = Құжаттың түпнұсқасын көргеніңізді белгілеңіз.
error-consents-document-number = Құжаттың түрі мен нөмірін тексеріңіз.
error-consents-document-date = Берілген күнін көрсетіңіз, бүгіннен кеш емес.
error-consents-phone-proved = Бұл нөмір кодпен расталған, мұнда өзгертілмейді. Басқа нөмірге рәсімдеуді қайта бастау керек.
error-consents-unanswered = Әр мақсат бойынша жауапты белгілеңіз.
error-consents-moved = Сіз қарап отырғанда рәсімдеу өзгерді. Қайта тексеріңіз.
error-consents-consent-gone = Мұндай келісім жоқ.
error-consents-nothing-to-withdraw = Таңдалғандардың ішінде қолданыстағы келісім жоқ.
error-consents-station-address = Порт — 1024–65535, мекенжайлар — IP немесе компьютер атаулары, сегізден аспайды.
# The SMS with the code: at most 70 letters together with it; the operator's name gives way.
consents-code-message = { $operator }: № { $n } код — { $code }. Деректерді өңдеуге келісім
