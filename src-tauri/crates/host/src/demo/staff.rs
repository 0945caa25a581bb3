//! Who works there, and the clients that came with the first spreadsheets.

use anyhow::{Context, Result};
use kz::Bin;
use serde_json::json;

use super::{Demo, Known, PASSWORD, number, text};
use crate::people::Person;

/// Log-in name, role, branch, name, language.
const STAFF: [(&str, &str, &str, &str, &str); 10] = [
    ("manager", "manager", "Алматы-2", "Төлегенова Раушан", "ru"),
    ("aizhan", "consultant", "Алматы-2", "Мұратова Айжан", "kk"),
    ("denis", "consultant", "Алматы-2", "Ким Денис", "ru"),
    ("zhanar", "consultant", "Шымкент-1", "Оспанова Жанар", "kk"),
    ("rustem", "consultant", "Астана-4", "Қалиев Рүстем", "ru"),
    ("agent", "agent", "Контакт-центр", "Морозова Дарья", "ru"),
    ("saule", "agent", "Контакт-центр", "Жүнісова Сәуле", "kk"),
    ("lombard.manager", "manager", "Тараз-1", "Вагнер Роза", "ru"),
    (
        "lombard.bekzat",
        "consultant",
        "Тараз-1",
        "Бекенов Бекзат",
        "kk",
    ),
    ("lombard.agent", "agent", "Тараз-1", "Тен Регина", "ru"),
];

/// Rows of a spreadsheet that can't land, for the page of bad rows.
const BAD_ROWS: &str = "Тестова;Проверка;;12.05.1990;900512400001;87010000000;\nБез;;;01.02.1988;;нет;\n;Имя;;31.02.1991;;87010000000;\n";

impl Demo {
    pub(super) fn set_up(&mut self) -> Result<()> {
        let done = self.nobody(
            "staff.set_up",
            json!({
                "lang": "ru", "branch": "Алматы-2", "name": "Серікова Айгүл", "login": "admin", "password": PASSWORD, "demo": true,
                "operator": {
                    "name_ru": "ТОО «Жайлау Маркет»", "name_kk": "«Жайлау Маркет» ЖШС", "bin": bin("9912409900")?,
                    "address": "Алматы, ул. Яблоневая, 7", "phone": "+7 727 000 00 07", "email": "dannye@zhailau.example.kz",
                },
            }),
        )?;
        let member = &done["session"]["member"];
        self.operators[0] = number(&member["operator"])?;
        self.staff
            .insert("admin".to_owned(), number(&member["id"])?);
        self.branches
            .insert("Алматы-2".to_owned(), number(&member["branch"])?);
        Ok(())
    }

    pub(super) fn hire(&mut self) -> Result<()> {
        for branch in ["Шымкент-1", "Астана-4", "Контакт-центр"] {
            let added = self.call(
                "admin",
                "operators.add_branch",
                json!({"operator": self.operators[0], "name": branch}),
            )?;
            self.branches
                .insert(branch.to_owned(), number(&added["id"])?);
        }
        let operator = json!({
            "name_ru": "ТОО «Көш Ломбард»", "name_kk": "«Көш Ломбард» ЖШС", "bin": bin("0105409900")?,
            "address": "Тараз, ул. Речная, 12", "phone": "+7 726 000 00 12", "email": "dannye@kosh.example.kz",
        });
        let added = self.call(
            "admin",
            "operators.add",
            json!({"branch": "Тараз-1", "operator": operator}),
        )?;
        self.operators[1] = number(&added["id"])?;
        let branches = self.call("admin", "operators.branches", json!({}))?;
        for branch in branches.as_array().context("branches")? {
            self.branches
                .insert(text(&branch["name"]).to_owned(), number(&branch["id"])?);
        }
        for (login, role, branch, name, lang) in STAFF {
            let args = json!({"login": login, "role": role, "name": name, "branch": self.branches[branch], "lang": lang});
            let invited = self.call("admin", "staff.invite", args)?;
            let first = text(&invited["first_password"]);
            let session =
                self.nobody("staff.log_in", json!({"login": login, "password": first}))?;
            let token = office::door::Token::new(text(&session["token"]));
            self.with(
                Some(&token),
                "staff.accept_invitation",
                json!({"first_password": first, "password": PASSWORD}),
            )?;
            self.staff
                .insert(login.to_owned(), number(&invited["member"]["id"])?);
        }
        Ok(())
    }

    /// Several hundred people, as branches bring them: in spreadsheets.
    pub(super) fn bring_in_clients(&mut self) -> Result<()> {
        for (back, login, branch, count) in [
            (58, "manager", "Алматы-2", 170),
            (57, "manager", "Шымкент-1", 110),
            (57, "manager", "Астана-4", 80),
            (56, "lombard.manager", "Тараз-1", 60),
        ] {
            self.clock
                .set(office::Moment::of_local(self.days.at(back, 10, 5)));
            let people: Vec<Person> = (0..count).map(|_| self.newcomer()).collect();
            let args = json!({"bytes": base64(sheet(&people).as_bytes()), "name": format!("{branch}.csv"), "branch": self.branches[branch]});
            let import = self.call(login, "clients.import_open", args)?["import"].clone();
            loop {
                let step = self.call(
                    login,
                    "clients.import_step",
                    json!({"import": import, "merging": "keep"}),
                )?;
                if text(&step["state"]) != "running" {
                    break;
                }
            }
            // Only those with whom something happens later are looked up.
            for person in people.into_iter().take(40) {
                let found = self.call(login, "clients.find", json!({"query": person.iin}))?;
                let id =
                    number(&found["people"][0]["client"]).with_context(|| format!("{person:?}"))?;
                self.clients.push(Known { id, person, branch });
            }
        }
        self.brought_in = self.clients.len();
        Ok(())
    }

    /// What is told to whoever looks at the demonstration.
    pub(super) fn letter(&self) -> String {
        let mut lines = vec![
            "Демонстрация: все люди в ней выдуманы. / Көрсетілім: ондағы адамдардың бәрі ойдан шығарылған.".to_owned(),
            format!("Пароль у всех один / Құпиясөз бәріне ортақ: {PASSWORD}"),
            format!("  {:<16} administrator  Алматы-2       Серікова Айгүл", "admin"),
        ];
        lines.extend(STAFF.iter().map(|(login, role, branch, name, _)| {
            format!("  {login:<16} {role:<14} {branch:<14} {name}")
        }));
        lines.join("\n")
    }
}

/// A spreadsheet as a branch has it.
fn sheet(people: &[Person]) -> String {
    let mut rows = String::from(
        "Фамилия;Имя;Отчество;Дата рождения;ИИН;Телефон;Карта;Удостоверение;Дата выдачи;Адрес;E-mail\n",
    );
    for person in people {
        rows.push_str(&format!(
            "{};{};{};{};{};{};{};{};{};{};{}\n",
            person.surname,
            person.given,
            person.patronymic.as_deref().unwrap_or_default(),
            person.birth.format("%d.%m.%Y"),
            person.iin,
            person.phone.replacen("+7", "8", 1),
            person.card,
            person.document,
            person.document_issued.format("%d.%m.%Y"),
            person.address,
            person.email.as_deref().unwrap_or_default(),
        ));
    }
    rows.push_str(BAD_ROWS);
    rows
}

/// A business number with its check digit.
fn bin(body: &str) -> Result<String> {
    (0..100)
        .map(|end| format!("{body}{end:02}"))
        .find(|text| Bin::parse(text).is_ok())
        .context("no check digit fits")
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk
            .iter()
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}
