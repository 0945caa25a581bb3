staff-role-consultant = Консультант
staff-role-agent = Байланыс орталығының агенті
staff-role-manager = Басшы
staff-role-administrator = Әкімші
staff-state-active = Жұмыс істейді
staff-state-invited = Шақырылған
staff-state-disabled = Өшірілген
error-staff-already-set-up = Алғашқы іске қосу өтіп қойған.
error-staff-login-form = Кіру аты: 2–40 таңба — латынның кіші әріптері, сандар, нүкте, дефис.
error-staff-login-taken = Мұндай кіру аты бос емес.
error-staff-name = Атын көрсетіңіз, 120 таңбадан ұзын болмасын.
error-staff-not-found = Мұндай қызметкер жоқ.
error-staff-conflict = Есептік жазбаны осы арада басқа біреу өзгертті. Қайта ашыңыз.
error-staff-not-oneself = Өз есептік жазбаңызбен мұны істеуге болмайды. Басқа әкімшіден сұраңыз.
error-staff-state = Есептік жазбаның бұл күйінде олай істеуге болмайды.
error-staff-branch = Жұмыс істейтін филиалды таңдаңыз.
error-staff-password-too-short = { $least ->
    [one] Құпиясөз қысқа. Ең аз таңба саны: { $least }.
   *[other] Құпиясөз қысқа. Ең аз таңба саны: { $least }.
}
error-staff-password-too-long = { $most ->
    [one] Құпиясөз ұзын. Ең көп таңба саны: { $most }.
   *[other] Құпиясөз ұзын. Ең көп таңба саны: { $most }.
}
error-staff-password-common = Мұндай құпиясөзді ең бірінші байқап көреді. Өзара байланыссыз бірнеше сөз алыңыз.
error-staff-password-holds-login = Құпиясөзде кіру аты болмауға тиіс.
