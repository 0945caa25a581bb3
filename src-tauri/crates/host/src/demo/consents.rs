//! A consent text of our own words, and consents given at the tablet and on paper.

use anyhow::{Context, Result};
use chrono::NaiveDateTime;
use office::door::{Caller, TabletId, TabletSeat};
use office::policy::{BranchId, OperatorId};
use serde_json::{Value, json};

use super::{Demo, Event, Known, Planned, number, text};

/// Where consents are taken, and by whom.
pub(super) const PLACES: [(&str, &str); 3] = [
    ("aizhan", "Алматы-2"),
    ("zhanar", "Шымкент-1"),
    ("rustem", "Астана-4"),
];

/// A consent that will be given.
pub struct Consent {
    login: &'static str,
    branch: &'static str,
    text: i64,
    seat: Option<TabletSeat>,
    newcomer: bool,
    nth: usize,
}

/// What a consent text is: the loyalty programme of the retailer.
fn form() -> Value {
    json!({
        "code": "loyalty",
        "title": {
            "ru": "Карта «Жайлау»: согласие на работу с вашими данными",
            "kk": "«Жайлау» картасы: деректеріңізбен жұмыс істеуге келісім"
        },
        "body": {
            "ru": "# Кто спрашивает\n\nТОО «Жайлау Маркет», БИН 991240990006, сеть магазинов. Согласие можно не давать: покупать у нас это не помешает, но карта без него не заработает.\n\n# Какие данные и зачем\n\nФамилия, имя и дата рождения нужны, чтобы карта была вашей. ИИН – чтобы не завести вас дважды. Телефон – чтобы найти карту на кассе и прислать код. Покупки по карте считаем, чтобы начислять баллы.\n\n# Кому передаём\n\nНикому, кроме тех, кто по договору с нами отправляет сообщения: они видят номер и текст, больше ничего.\n\n# Сколько храним\n\nПока действует карта и ещё год после закрытия. Потом данные уничтожаем.\n\n# Как передумать\n\nПридите в любой магазин, позвоните или напишите. Отзыв действует сразу; баллы, которые уже начислены, остаются до закрытия карты.",
            "kk": "# Кім сұрайды\n\n«Жайлау Маркет» ЖШС, БСН 991240990006, дүкендер желісі. Келісім бермеуге болады: сауда жасауға кедергі болмайды, бірақ карта онсыз істемейді.\n\n# Қандай деректер және не үшін\n\nТегі, аты және туған күні карта сіздікі болуы үшін керек. ЖСН сізді екі рет тіркемеу үшін керек. Телефон картаны кассада табу және код жіберу үшін керек. Картамен жасалған сауданы ұпай есептеу үшін санаймыз.\n\n# Кімге береміз\n\nБізбен шарт бойынша хабарлама жіберетіндерден басқа ешкімге: олар нөмір мен мәтінді ғана көреді.\n\n# Қанша сақтаймыз\n\nКарта жұмыс істеп тұрғанда және жабылғаннан кейін тағы бір жыл. Одан соң деректерді жоямыз.\n\n# Ойдан қайту\n\nКез келген дүкенге келіңіз, қоңырау шалыңыз немесе жазыңыз. Кері қайтару бірден күшіне енеді; есептелген ұпайлар карта жабылғанша қалады."
        },
        "data": ["surname", "given", "patronymic", "iin", "birth_date", "phone", "email", "document"],
        "term": "programme_12",
        "third_parties": {
            "ru": "Оператору связи, который доставляет сообщения: номер телефона и текст.",
            "kk": "Хабарламаларды жеткізетін байланыс операторына: телефон нөмірі мен мәтін."
        },
        "cross_border": null,
        "public_sources": false,
        "purposes": [
            {"kind": "service", "basis": "consent",
             "name": {"ru": "Вести карту и начислять баллы", "kk": "Картаны жүргізу және ұпай есептеу"},
             "note": {"ru": "Без этого карта не работает.", "kk": "Онсыз карта жұмыс істемейді."},
             "data": ["surname", "given", "iin", "birth_date", "phone"], "term": "programme_12"},
            {"kind": "optional", "basis": "consent",
             "name": {"ru": "Сообщать о скидках по SMS", "kk": "Жеңілдіктер туралы SMS жіберу"},
             "note": {"ru": "Не чаще раза в неделю.", "kk": "Аптасына бір реттен жиі емес."},
             "channels": ["sms"], "data": ["phone"], "term": "programme"},
            {"kind": "optional", "basis": "consent",
             "name": {"ru": "Подбирать предложения по вашим покупкам", "kk": "Саудаңызға қарай ұсыныс таңдау"},
             "note": {"ru": "Смотрим, что вы покупали по карте за последний год.", "kk": "Соңғы бір жылда картамен не алғаныңызға қараймыз."},
             "data": ["phone"], "term": "programme"}
        ]
    })
}

impl Demo {
    pub(super) fn publish_text(&mut self) -> Result<Value> {
        self.clock
            .set(office::Moment::of_local(self.days.at(50, 11, 0)));
        self.call(
            "admin",
            "consents.publish_text",
            json!({"operator": self.operators[0], "text": form()}),
        )
    }

    /// A tablet at every counter.
    pub(super) fn pair_tablets(&mut self) -> Result<Vec<TabletSeat>> {
        let mut seats = Vec::new();
        for (_, branch) in PLACES {
            let branch = self.branches[branch];
            let pairing = self.call(
                "admin",
                "tablets.pair",
                json!({"name": "Планшет 1", "branch": branch}),
            )?;
            let join = json!({"token": pairing["token"], "digits": pairing["digits"]});
            let joined = self.past_the_windows(Caller::Machine, "station.join", join)?;
            let known = self.past_the_windows(
                Caller::Machine,
                "station.know_tablet",
                json!({"secret": joined["secret"]}),
            )?;
            seats.push(TabletSeat {
                tablet: TabletId(number(&known["tablet"])?),
                operator: OperatorId(self.operators[0]),
                branch: BranchId(branch),
            });
        }
        Ok(seats)
    }

    pub(super) fn planned_consents(
        &self,
        published: &Value,
        tablets: &[TabletSeat],
    ) -> Vec<Planned> {
        let mut plan = Vec::new();
        for nth in 0..36_usize {
            let place = nth % PLACES.len();
            let (login, branch) = PLACES[place];
            let back = 45 - nth;
            let on_tablet = nth % 3 != 2 || nth > 30;
            let consent = Consent {
                login,
                branch,
                text: published["id"].as_i64().unwrap_or_default(),
                seat: on_tablet.then(|| tablets[place].clone()),
                newcomer: nth % 2 == 0,
                nth,
            };
            let at: NaiveDateTime = self.days.at(back, 17, 5 + (nth as u32 % 20));
            plan.push(Planned {
                at,
                what: Event::Consent(consent),
            });
        }
        for nth in [3, 7, 12] {
            plan.push(Planned {
                at: self.days.at(8 - nth % 3, 17, 40),
                what: Event::Withdraw(nth),
            });
        }
        plan
    }

    pub(super) fn take_consent(&mut self, consent: &Consent) -> Result<()> {
        let person = if consent.newcomer {
            self.newcomer()
        } else {
            let known = self
                .clients
                .iter()
                .filter(|known| known.branch == consent.branch);
            known
                .skip(23 + consent.nth / 6)
                .map(|known| known.person.clone())
                .next()
                .context("a client")?
        };
        let tablet = consent.seat.as_ref().map(|seat| seat.tablet);
        let visit = self.call(
            consent.login,
            "consents.open_visit",
            json!({"text": consent.text, "tablet": tablet}),
        )?;
        let id = visit["line"]["id"].clone();
        let purposes: Vec<Value> = visit["text"]["purposes"]
            .as_array()
            .context("purposes")?
            .iter()
            .map(|purpose| purpose["id"].clone())
            .collect();
        let typed = json!({
            "surname": person.surname, "given": person.given, "patronymic": person.patronymic.clone().unwrap_or_default(),
            "iin": person.iin, "birth_date": person.birth.to_string(), "phone": person.phone, "email": person.email.clone().unwrap_or_default(),
        });
        let yes = |place: usize| place == 0 || !(consent.nth + place).is_multiple_of(4);
        let mut answers = Vec::new();
        if let Some(seat) = &consent.seat {
            let lang = if consent.nth.is_multiple_of(2) {
                "kk"
            } else {
                "ru"
            };
            self.at_tablet(seat, "tablet.language", json!({"visit": id, "lang": lang}))?;
            for (field, value) in typed
                .as_object()
                .context("fields")?
                .iter()
                .filter(|(_, value)| !text(value).is_empty())
            {
                self.at_tablet(
                    seat,
                    "tablet.field",
                    json!({"visit": id, "field": field, "value": value}),
                )?;
            }
            self.at_tablet(
                seat,
                "tablet.read",
                json!({"visit": id, "seconds": 48 + consent.nth, "to_end": true}),
            )?;
            for (place, purpose) in purposes.iter().enumerate() {
                self.at_tablet(
                    seat,
                    "tablet.answer",
                    json!({"visit": id, "purpose": purpose, "yes": yes(place)}),
                )?;
            }
            self.pass(2);
            self.at_tablet(
                seat,
                "tablet.sign",
                json!({"visit": id, "strokes": [stroke(consent.nth)]}),
            )?;
            self.at_tablet(seat, "tablet.ask_code", json!({"visit": id}))?;
            let code = self.call(consent.login, "consents.demo_code", json!({"visit": id}))?;
            self.pass(1);
            self.at_tablet(
                seat,
                "tablet.check_code",
                json!({"visit": id, "code": code}),
            )?;
        } else {
            answers = purposes
                .iter()
                .enumerate()
                .map(|(place, purpose)| json!({"purpose": purpose, "yes": yes(place)}))
                .collect();
        }
        let visit = self.call(consent.login, "consents.visit", json!({"visit": id}))?;
        let mut filled = typed;
        if let Some(fields) = filled.as_object_mut() {
            fields.retain(|_, value| !text(value).is_empty());
        }
        let saved = self.call(
            consent.login,
            "consents.save_visit",
            json!({
                "visit": id, "rev": visit["rev"], "original_seen": true, "answers": answers,
                "lang": if consent.seat.is_none() { json!("ru") } else { Value::Null },
                "person": filled,
                "document": {"kind": "id_card", "number": person.document, "issuer": "ҚР ІІМ", "issued": person.document_issued.to_string()},
            }),
        )?;
        if consent.newcomer {
            self.clients.push(Known {
                id: number(&saved["client"])?,
                person,
                branch: consent.branch,
            });
        }
        Ok(())
    }

    /// The nth person who came to a counter and gave a consent.
    pub(super) fn consenter(&self, nth: usize) -> Result<&Known> {
        let newcomers = self.clients.get(self.brought_in + nth);
        newcomers.context("a newcomer")
    }

    /// The nth person who gave a consent takes it back.
    pub(super) fn withdraw(&mut self, nth: usize) -> Result<()> {
        let given = self.consenter(nth)?.clone();
        let login = PLACES
            .iter()
            .find(|place| place.1 == given.branch)
            .context("a place")?
            .0;
        let consents = self.call(login, "consents.of_client", json!({"client": given.id}))?;
        first_id(&consents).context("a consent")?;
        let scope = json!({"whole": true});
        let preview = self.call(
            login,
            "consents.withdrawal_preview",
            json!({"client": given.id, "scope": scope, "lang": "ru"}),
        )?;
        let told =
            json!({"way": "screen", "lang": "ru", "sha256": preview["consequences"]["sha256"]});
        let asked = self.call(
            login,
            "consents.withdraw",
            json!({
                "client": given.id, "scope": scope, "channel": "visit", "lang": "ru", "proof": "document_seen", "take": true,
                "shown": {"number": "041256378", "issued": "2020-06-15", "issuer": "МВД РК", "signed": true}, "told": told,
            }),
        )?;
        let right = &asked["rights"][0];
        let answer = json!({
            "right": right["id"], "version": right["version"], "decision": "granted",
            "text": "Ваше согласие отозвано. Реклама прекращена сегодня, остальное прекратится в указанный день.",
        });
        let decided = self.call(login, "requests.answer", answer)?;
        self.call(
            login,
            "requests.close",
            json!({"right": right["id"], "version": decided["version"], "delivery": "in_hand"}),
        )?;
        Ok(())
    }
}

/// The number of the first record in a list, however the list is wrapped.
fn first_id(value: &Value) -> Option<i64> {
    match value {
        Value::Array(lines) => lines.iter().find_map(first_id),
        Value::Object(members) => match members.get("id") {
            Some(id) if id.is_i64() => id.as_i64(),
            _ => members.values().find_map(first_id),
        },
        _ => None,
    }
}

/// A signature: a wave, different for each.
fn stroke(nth: usize) -> Vec<Value> {
    (0..40_u32)
        .map(|point| {
            let along = f64::from(point) / 40.0;
            let wave = (along * 14.0 + nth as f64).sin() * 0.25 * (1.0 - along / 2.0);
            json!([0.1 + along * 0.8, 0.5 + wave, point * 16, 0.5])
        })
        .collect()
}
