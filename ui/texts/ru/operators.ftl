error-operators-name = Укажите название, не длиннее 120 знаков.
error-operators-bin = Это не БИН: нужны 12 цифр с верной контрольной.
error-operators-bin-taken = Оператор с таким БИН уже есть.
error-operators-branch-taken = Филиал с таким названием уже есть.
error-operators-not-found = Такого оператора или филиала нет.
error-operators-conflict = Профиль тем временем изменили. Откройте его заново.
error-operators-idle-minutes = Укажите от 1 до 60 минут.
error-operators-branch-has-staff = В филиале ещё есть сотрудники. Сначала переведите или отключите их.
