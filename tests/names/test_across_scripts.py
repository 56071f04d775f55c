"""Names in two scripts: what sounds alike and is the same, and what only sounds alike."""

from __future__ import annotations

import pytest

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_texts


def reaches(query: str, listed: str) -> bool:
    return compare_texts(query, listed, "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("김광수", "김수광"),  # the syllables of a given name have an order
        ("김광수", "Kim Su Kwang"),
        ("류수진", "Ryu Jin"),  # … and none is left out
        ("강정남", "Kang Song Nam"),  # no spelling of a Korean J is an S
        ("김정남", "Yong Nam Kim"),
        ("高石", "高市"),  # both gaoshi, and other letters
        ("王晶", "Wang Chen"),
        ("赵瑞", "Shui Zhao Jia"),  # a family name in Mandarin beside a given one in Cantonese
        ("حسين الحواش", "Amini, Huseyin Hafez"),  # the long vowel that Arabic writes is not there
        ("Alessia Schiavone", "هزوان الوز"),
        ("حسن تهرانی", "Hossein Tehrani"),  # an EI is written
        ("राजेश कुमार शर्मा", "Rakesh Kumar Sharma"),
        ("김종은", "김정은"),
        ("Young King", "ユ・ジン"),
        ("Michel Obama", "Michelle Obama"),
        ("John Moon", "Son, Mun San"),
        ("Роман Ким", "Loman Gim"),
        ("Дэн Сяопин", "Deng Xiaobing"),
        ("セルゲイ・ヴォロディン", "Sergej Iljin"),  # a V that is said is written
        ("სერგო ბარათაშვილი", "Sergo Japaridze"),
        ("Олег Королёв", "Oleg Karalev-Orlov"),
        ("ชวน หลีกภัย", "Chuan Thepsuthin"),
        ("יוסי כהן", "Yosef Levin"),
        ("حسن نصر اللہ", "Hasan Naser"),
    ],
)
def test_what_only_sounds_alike_is_another_name(query: str, listed: str) -> None:
    assert not reaches(query, listed)
    assert not reaches(listed, query)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("김정은", "Kim Jong Un"),
        ("김정은", "Jong Un Kim"),
        ("김정은", "Kim Chŏng-ŭn"),
        ("习近平", "Xi Jinping"),
        ("習近平", "习近平"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("معمر القذافي", "Muammar Gaddafi"),
        ("دمتری پسکوف", "Dmitry Peskov"),
        ("الکساندر بورتنیکوف", "Alexander Bortnikov"),  # AL is no article there
        ("اسماعیل ہنیہ", "Ismail Haniyeh"),
        ("סרגיי לברוב", "Sergei Lavrov"),
        ("אז'די חג'אג'", "Ajdi Hajaj"),  # strokes make other sounds
        ("דמיטרי רוגוזין", "Dmitry Rogozin"),
        ("โซเกล มาดูโร", "Sokel Maduro"),  # a vowel before the letter behind which it is said
        ("วลาดิมีร์ โปตานิน", "Vladimir Potanin"),
        ("ვლადიმირ პუტინი", "Vladimir Putin"),  # Georgian's I
        ("Vladimiras Putinas", "Vladimir Putin"),
        ("Dmitrijs Rogožins", "Dmitry Rogozhin"),
        ("Олег Царёв", "Oleh Tsarov"),
        ("Ким Ё Чжон", "Kim Yo Jong"),
        ("Уладзімір Макей", "Vladimir Makei"),
        ("مین آنگ هلاینگ", "Min Aung Hlaing"),  # the last word by its sound
        ("フアド・モハメド・カラフ", "Fuad Mohamed Khalaf"),
        ("ウラジーミル・プーチン", "Vladimir Putin"),
        ("Игорь Сечин", "Igor Sechin"),
        ("שלמה בן־ארי", "Shlomo Ben-Ari"),  # the hyphen that Hebrew has of its own
        ("ហ៊ុន សែន", "Hun Sen"),  # no honourable
        ("สมชาย วงศ์สวัสดิ์", "Somchai Wongsawat"),  # a T at the end, written S
        ("នុន ជា", "Nuon Chea"),  # what a vowel of Khmer sounds like hangs on the consonant before
        ("เศรษฐา ทวีสิน", "Srettha Thavisin"),
        ("พิธา ลิ้มเจริญรัตน์", "Pita Limjaroenrat"),
        ("சுப்பிரமணியம் ஜெய்சங்கர்", "Subrahmanyam Jaishankar"),
        ("രാജൻ നായർ", "Rajan Nair"),
        ("ਗੁਰਪਤਵੰਤ ਸਿੰਘ ਪੰਨੂ", "Gurpatwant Singh Pannu"),  # an N that is a point above
        ("ဦးဝင်းမြင့်", "Win Myint"),  # U, a title
        ("洪志强", "Hung Chih-chiang"),
        ("吕军", "Lyu Jun"),
        ("داؤد ابراہیم", "Dawood Ibrahim"),
        ("אליאור בן חמו", "Elior Ben Hamo"),  # a vav that is a vowel
        ("알렉산드르 루카셴코", "Alexander Lukashenko"),
        ("唐纳德·特朗普", "Donald Trump"),  # an N before lips
        ("محمدرضا نقدی", "Mohammad Reza Naqdi"),  # two given names that Persian writes as one
        ("محمد رضا نقدی", "Mohammadreza Naghdi"),
        ("رضا فضلی", "Reza Fazli"),  # a Z where Arabic has a D
        ("سيد حسن نصر الله", "Hassan Nasrallah"),
        ("نبيه مصطفى بري", "Nabih Berri"),  # the father's name left out
        ("ドミトリー・メドベージェフ", "Dmitry Medvedev"),  # two Vs, each written in its own way
        ("드미트리 메드베데프", "Dmitry Medvedev"),
        ("바샤르 알아사드", "Bashar al-Assad"),  # the article written with the name
        ("عبد الفتاح البرهان", "Abdel Fattah al-Burhan"),  # a T and an H, no th
        ("عبد الملك الحوثي", "Abdulmalik al-Houthi"),
        ("金正恩", "Kim Jong Un"),  # Chinese letters as Koreans read them
        ("鄧炳強", "Tang Ping-keung"),  # … and Hong Kong
        ("မင်းအောင်လှိုင်", "Min Aung Hlaing"),
        ("मुज़फ़्फ़र", "Muzaffar"),
        ("Чэнь Цюаньго", "Chen Quanguo"),  # Chinese as Russian papers write it
        ("Дэн Сяопин", "Deng Xiaoping"),
        ("Мин Аун Хлайн", "Min Aung Hlaing"),  # … where N may be NG
        ("시진핑", "Xi Jinping"),  # … and Korean ones
        ("ミンアウンフライン", "Min Aung Hlaing"),  # no middle dots
        ("ロマン・アブラモヴィッチ", "Roman Abramovich"),
        ("세르게이 쇼이구", "Sergei Shoigu"),
        ("文在寅", "Moon Jae-in"),
        ("薄熙来", "Bo Xilai"),  # a family name read otherwise than the word
        ("नरेंद्र मोदी", "Narendra Modi"),
        ("ยิ่งลักษณ์ ชินวัตร", "Yingluck Shinawatra"),  # letters that are not heard
        ("مسعود اظہر", "Masood Azhar"),  # a letter that is DH in Arabic and Z in Urdu
        ("احمد شاه مسعود", "Ahmad Shah Massoud"),
        ("عبدالرضا شهلایی", "Abdolreza Shahlai"),  # Y twice for one long vowel
        ("Hsi Chin-ping", "Xi Jinping"),
        ("Mao Tse-tung", "Mao Zedong"),
    ],
)
def test_one_name_is_found_in_another_script(query: str, listed: str) -> None:
    assert reaches(query, listed)
    assert reaches(listed, query)


@pytest.mark.parametrize(
    ("native", "listed"),
    [
        ("鼎龍科技有限公司", "Dinglong Technology Co., Limited"),
        ("新鴻基證券有限公司", "Sun Hung Kai Securities Limited"),  # in Cantonese, spelled as Hong Kong does
        (
            "深圳市长盈精密技术股份有限公司",
            "Shenzhen Changying Precision Technology Co., Ltd.",
        ),  # 长 is no zhang in names
        ("株式会社村田製作所", "Murata Manufacturing Co., Ltd."),
        ("현대중공업 주식회사", "Hyundai Heavy Industries Co., Ltd."),
        ("대우조선해양 주식회사", "Daewoo Shipbuilding Co., Ltd."),
        ("三菱重工業株式会社", "Mitsubishi Heavy Industries, Ltd."),
        ("住友商事株式会社", "Sumitomo Corporation"),
        ("Εθνική Τράπεζα της Ελλάδος", "National Bank of Greece"),
        ("البنك التجاري السوري", "Commercial Bank of Syria"),
        ("شركة القاطرجي للنقل", "Qaterji Transport Company"),
        ("المؤسسة العامة للنفط", "General Petroleum Corporation"),
        ("شرکت ملی نفت ایران", "National Iranian Oil Company"),
        ("بانک ملی ایران", "Bank Melli Iran"),  # a name that is a word: national
    ],
)
def test_a_company_is_found_by_its_name_in_its_own_script(native: str, listed: str) -> None:
    assert compare_texts(native, listed, "body").score >= DEFAULT_THRESHOLD
    assert compare_texts(listed, native, "body").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("native", "listed"),
    [
        ("長安海連技術有限公司", "Dinglong Technology Co., Limited"),  # four syllables, and no foreign word of two
        ("永豐船務有限公司", "Kwong Wah Shipping Limited"),
        ("대동신용은행", "Daesong Credit Bank"),  # "daed" and "daes" are one syllable in Korean, 대 and 동 are two
        ("현대중공업 주식회사", "Samsung Heavy Industries Co., Ltd."),
        ("三菱重工業株式会社", "Kawasaki Heavy Industries, Ltd."),
        ("بنك سورية الدولي الإسلامي", "Cham Islamic Bank"),
        ("شركة القاطرجي للنقل", "Haddad Transport Company"),
    ],
)
def test_activity_and_legal_form_make_no_company_of_another_name(native: str, listed: str) -> None:
    assert compare_texts(native, listed, "body").score < DEFAULT_THRESHOLD
    assert compare_texts(listed, native, "body").score < DEFAULT_THRESHOLD
