error-operators-name = Атауын көрсетіңіз, 120 таңбадан ұзын болмасын.
error-operators-bin = Бұл БСН емес: бақылау цифры дұрыс 12 цифр керек.
error-operators-bin-taken = Мұндай БСН-і бар оператор бұрыннан бар.
error-operators-branch-taken = Мұндай атауы бар филиал бұрыннан бар.
error-operators-not-found = Мұндай оператор немесе филиал жоқ.
error-operators-conflict = Профильді осы арада басқа біреу өзгертті. Қайта ашыңыз.
error-operators-idle-minutes = 1 мен 60 минут аралығын көрсетіңіз.
error-operators-branch-has-staff = Филиалда әлі қызметкерлер бар. Алдымен оларды ауыстырыңыз немесе өшіріңіз.
