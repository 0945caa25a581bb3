//! Countries that a text can name: where data are kept, where they are passed to. ISO 3166-1 codes; names stand in the catalogues.

crate::named! {
    /// A country.
    Country {
        /// Kazakhstan.
        Kz = "kz",
        /// United Arab Emirates.
        Ae = "ae",
        /// Armenia.
        Am = "am",
        /// Austria.
        At = "at",
        /// Australia.
        Au = "au",
        /// Azerbaijan.
        Az = "az",
        /// Belgium.
        Be = "be",
        /// Bulgaria.
        Bg = "bg",
        /// Belarus.
        By = "by",
        /// Canada.
        Ca = "ca",
        /// Switzerland.
        Ch = "ch",
        /// China.
        Cn = "cn",
        /// Cyprus.
        Cy = "cy",
        /// Czechia.
        Cz = "cz",
        /// Germany.
        De = "de",
        /// Denmark.
        Dk = "dk",
        /// Estonia.
        Ee = "ee",
        /// Spain.
        Es = "es",
        /// Finland.
        Fi = "fi",
        /// France.
        Fr = "fr",
        /// United Kingdom.
        Gb = "gb",
        /// Georgia.
        Ge = "ge",
        /// Greece.
        Gr = "gr",
        /// Hong Kong.
        Hk = "hk",
        /// Hungary.
        Hu = "hu",
        /// Ireland.
        Ie = "ie",
        /// Israel.
        Il = "il",
        /// India.
        In = "in",
        /// Italy.
        It = "it",
        /// Japan.
        Jp = "jp",
        /// Kyrgyzstan.
        Kg = "kg",
        /// Republic of Korea.
        Kr = "kr",
        /// Lithuania.
        Lt = "lt",
        /// Luxembourg.
        Lu = "lu",
        /// Latvia.
        Lv = "lv",
        /// Moldova.
        Md = "md",
        /// Mongolia.
        Mn = "mn",
        /// Malaysia.
        My = "my",
        /// Netherlands.
        Nl = "nl",
        /// Norway.
        No = "no",
        /// Poland.
        Pl = "pl",
        /// Portugal.
        Pt = "pt",
        /// Serbia.
        Rs = "rs",
        /// Russia.
        Ru = "ru",
        /// Sweden.
        Se = "se",
        /// Singapore.
        Sg = "sg",
        /// Slovenia.
        Si = "si",
        /// Slovakia.
        Sk = "sk",
        /// Thailand.
        Th = "th",
        /// Tajikistan.
        Tj = "tj",
        /// Turkmenistan.
        Tm = "tm",
        /// Türkiye.
        Tr = "tr",
        /// Ukraine.
        Ua = "ua",
        /// United States.
        Us = "us",
        /// Uzbekistan.
        Uz = "uz",
        /// Viet Nam.
        Vn = "vn",
    }
}

impl Country {
    /// Key of its name in the catalogues.
    pub(crate) fn key(self) -> String {
        format!("country-{}", self.name())
    }
}
