staff-role-consultant = Консультант
staff-role-agent = Агент контакт-центра
staff-role-manager = Руководитель
staff-role-administrator = Администратор
staff-state-active = Работает
staff-state-invited = Приглашён
staff-state-disabled = Отключён
error-staff-already-set-up = Первый запуск уже пройден.
error-staff-login-form = Имя для входа: от 2 до 40 знаков — строчные латинские буквы, цифры, точка, дефис.
error-staff-login-taken = Такое имя для входа уже занято.
error-staff-name = Укажите имя, не длиннее 120 знаков.
error-staff-not-found = Такого сотрудника нет.
error-staff-conflict = Учётную запись тем временем изменили. Откройте её заново.
error-staff-not-oneself = С собственной учётной записью этого сделать нельзя. Попросите другого администратора.
error-staff-state = В этом состоянии учётной записи так нельзя.
error-staff-branch = Выберите действующий филиал.
error-staff-password-too-short = { $least ->
    [one] Пароль короткий: нужно не меньше { $least } знака.
    [few] Пароль короткий: нужно не меньше { $least } знаков.
    [many] Пароль короткий: нужно не меньше { $least } знаков.
   *[other] Пароль короткий: нужно не меньше { $least } знака.
}
error-staff-password-too-long = { $most ->
    [one] Пароль длинный: можно не больше { $most } знака.
    [few] Пароль длинный: можно не больше { $most } знаков.
    [many] Пароль длинный: можно не больше { $most } знаков.
   *[other] Пароль длинный: можно не больше { $most } знака.
}
error-staff-password-common = Такой пароль пробуют первым. Возьмите несколько слов, не связанных между собой.
error-staff-password-holds-login = В пароле не должно быть имени для входа.
