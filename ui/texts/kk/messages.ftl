# Messages: the SMS gateway and the queue.
error-messages-url = Шлюз мекенжайы https:// деп басталады.
error-messages-port = Порт — 1024 пен 65535 аралығындағы сан. Басқа бағдарлама пайдаланбайтын портты таңдаңыз.
error-messages-plain-http = Шифрлаусыз тек осы компьютерге жүгінуге болады. https:// көрсетіңіз.
error-messages-user = Шлюздің есептік жазбасын көрсетіңіз.
error-messages-password = Шлюз құпиясөзін көрсетіңіз.
error-messages-sender = Жіберуші атауы: латын әріптері мен цифрлар, { $most } таңбадан аспайды.
error-messages-demo-only = Оқу шлюзі тек оқу базасында бар.
error-messages-lease = Хабарлама басқа қолда.
error-messages-no-gateway = SMS шлюзі таңдалмаған. Оны әкімші «Баптаулар» бөлімінде таңдайды.
error-messages-too-long = SMS үшін тым ұзын: хабарлама ең көбі { $most } бөліктен тұрады.

# Words of notices. They travel as SMS: every letter is paid for.
messages-notice-text-changed = { $operator }: «{ $title }» шарттары өзгереді. Күні: { $from }. Қарсылық филиалда қабылданады, соңғы күні: { $until }.
messages-notice-reconsent-asked = { $operator }: «{ $title }» шарттары өзгереді. Күні: { $from }. Жаңа келісім қажет: филиалға келуіңізді сұраймыз.
messages-notice-loyalty-accepted = { $operator }: «{ $programme }» бағдарламасына қатысуыңыз расталды.
messages-notice-withdrawal-received = { $operator }: келісімді қайтарып алу қабылданды, № { $number }. Күшіне енетін күні: { $from }. Жарнама қазірден тоқтатылды.
messages-notice-withdrawal-done = { $operator }: келісімді қайтарып алу күшіне енді, № { $number }. Ол бойынша деректерді өңдеу тоқтатылды.
messages-notice-advertising = { $operator }: { $text }
