# Можно ли связаться, на экране.
contacts-title = Можно ли связаться
contacts-channel = Канал
contacts-advertising = Реклама
contacts-service = По делу
contacts-yes = Можно
contacts-no = Нельзя
contacts-until-yes = до { $at }
contacts-until-no = изменится { $at }
contacts-wish = Пожелание клиента…
contacts-wish-title = Пожелание о рекламе
contacts-wish-channels = Каналы
contacts-wish-what = О чём просит клиент
contacts-wish-stop = Не присылать рекламу
contacts-wish-allow = Снова присылать, если есть согласие
contacts-wish-what-missing = Укажите, о чём просит клиент
contacts-wish-how = Как клиент это сказал
contacts-wish-act = Записать
contacts-wish-done = Пожелание записано и уже действует
contacts-wish-hint = Прекращается сразу. Коды и сообщения по делу приходят по-прежнему.
contacts-wish-was = { $name }, { $at }: { $what }
contacts-by-number = № { $number }
contacts-list-title = Список для рекламы
contacts-list-lead = В список попадают только те, кому рекламу можно отправить: согласие действует, данные не заблокированы, отказа и отзыва нет. Отправлять её можно в будни с 9:00 до 21:00.
contacts-list-channel = Канал
contacts-list-people = { $n ->
    [one] { $n } человек
    [few] { $n } человека
    [many] { $n } человек
   *[other] { $n } человека
}
contacts-list-in = В списке
contacts-list-left-out = Не вошли
contacts-list-from = Отправлять можно с { $at }
contacts-list-now = Отправлять можно сейчас, до 21:00
contacts-list-export = Выгрузить XLSX…
contacts-list-saved = Список сохранён: { $name }
contacts-list-made = Выгруженные списки
contacts-list-none = Ещё не выгружали
