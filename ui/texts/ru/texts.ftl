# Проверка текста согласия перед публикацией: чего не хватает по закону (ст. 8 п. 4 и другие) и на что посмотреть ещё раз.
texts-lang-kk = казахский
texts-lang-ru = русский
texts-lang-en = английский

error-consents-lack-operator-profile = У организации нет названия или правильного БИН: заполните её карточку в настройках, «Организации».
error-consents-lack-operator-bin = В тексте ({ $lang }) нет БИН организации: напишите, кто получает согласие, с БИН.
error-consents-lack-subject-name = В перечне данных нет фамилии или имени: без них не сказано, чьё это согласие.
error-consents-lack-term = Не выбран срок согласия.
error-consents-lack-term-date = Не указан день, по который действует согласие, или этот день уже прошёл.
error-consents-lack-purpose-term = Цель { $n }: не выбран срок.
error-consents-lack-purpose-date = Цель { $n }: не указан последний день, или он уже прошёл.
error-consents-lack-third-parties = Не сказано, передаются ли данные третьим лицам.
error-consents-lack-third-parties-who = Не сказано ({ $lang }), кому передаются данные.
error-consents-lack-recipients = Цель { $n } называет получателей, а в тексте отмечено, что третьим лицам данные не передаются.
error-consents-lack-recipient-name = Цель { $n }: у получателя нет названия ({ $lang }).
error-consents-lack-cross-border = Не сказано, передаются ли данные за границу.
error-consents-lack-countries = Данные передаются за границу, но ни одна страна не названа.
error-consents-lack-purpose-countries = Цель { $n } называет страну, которой нет в общем списке стран.
error-consents-lack-public-sources = Не сказано, попадут ли данные в общедоступные источники.
error-consents-lack-data-phone = В перечне данных нет телефона: код подтверждения отправить некуда.
error-consents-lack-data-approved = В перечне есть данные, которых нет в утверждённом перечне организации.
error-consents-lack-purpose-data = Цель { $n }: не отмечены данные.
error-consents-lack-purpose-beyond = Цель { $n } использует данные, которых нет в перечне согласия.
error-consents-lack-purposes = Нужна хотя бы одна цель, но не больше двадцати.
error-consents-lack-purpose-name = Цель { $n }: нет названия ({ $lang }).
error-consents-lack-purpose-note = Цель { $n }: пояснение есть не на всех языках (нет: { $lang }).
error-consents-lack-purpose-kind = Цель { $n }: не выбрано, нужна ли она для услуги.
error-consents-lack-purpose-basis = Цель { $n }: не выбрано основание.
error-consents-lack-stored-in = Не сказано, в какой стране хранятся данные.
error-consents-lack-code = Нет короткого имени: латинские строчные буквы, цифры и дефис, до 40 знаков.
error-consents-lack-title = Нет заголовка ({ $lang }).
error-consents-lack-body = Нет текста ({ $lang }).
error-consents-lack-unclean = Слишком длинно или есть невидимые знаки ({ $lang }).

texts-warning-open-list = Абзац { $n } ({ $lang }): «{ $words }» оставляет перечень данных открытым. Закон ждёт закрытого перечня.
texts-warning-advertising-bundled = Цель { $n } нужна для услуги, но говорит о рекламе («{ $words }»). На рекламу нужен отдельный ответ.
texts-warning-advertising-unasked = В тексте ({ $lang }) говорится о рекламе («{ $words }»), но необязательной цели о ней нет.
texts-warning-stored-abroad = Данные хранятся не только в Казахстане. Закон требует хранить их на территории Казахстана.
texts-warning-words-abroad = Абзац { $n } ({ $lang }): речь о хранении вне Казахстана («{ $words }»). Закон требует хранить данные на территории Казахстана.
texts-warning-patronymic = В перечне нет отчества. Если оно есть в документе, закон просит указать и его.
texts-warning-paragraph-count = Абзацев разное число ({ $lang }: { $words }). Скорее всего, что-то не переведено.
texts-warning-numbers = Абзац { $n } ({ $lang }): числа не те, что в казахском тексте. Сверьте сроки и номера.
texts-warning-no-choice = Все цели названы нужными для услуги: отказаться можно только от всего сразу.

error-consents-draft-gone = Такого черновика нет: его опубликовали или удалили.
error-consents-draft-moved = Этот черновик тем временем изменил кто-то ещё. Ваши слова ещё на экране: скопируйте нужное и откройте черновик заново.
error-consents-draft-long = Черновик слишком велик: до 60 000 знаков текста на каждом языке.
