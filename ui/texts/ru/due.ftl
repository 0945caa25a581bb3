due-late = { $count ->
    [one] Просрочено на { $count } раб. день
    [few] Просрочено на { $count } раб. дня
    [many] Просрочено на { $count } раб. дней
   *[other] Просрочено на { $count } раб. дня
}
due-today = Срок сегодня
due-tomorrow = Срок завтра
due-days = { $count ->
    [one] Остался { $count } раб. день
    [few] Осталось { $count } раб. дня
    [many] Осталось { $count } раб. дней
   *[other] Осталось { $count } раб. дня
}
due-hours = { $count ->
    [one] Остался { $count } раб. час
    [few] Осталось { $count } раб. часа
    [many] Осталось { $count } раб. часов
   *[other] Осталось { $count } раб. часа
}
due-minutes = Меньше часа
due-in-time = Отвечено в срок
due-was-late = { $count ->
    [one] Отвечено позже на { $count } раб. день
    [few] Отвечено позже на { $count } раб. дня
    [many] Отвечено позже на { $count } раб. дней
   *[other] Отвечено позже на { $count } раб. дня
}
due-waiting = Ждём клиента
