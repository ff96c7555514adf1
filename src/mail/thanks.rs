//! Whether all that a person newly wrote is thank you.
//!
//! Such a message must not open a settled ticket again, and one that says more must. So nothing is guessed: every piece of the
//! text, between its punctuation marks, has to be made of known words. A word that is not known says something, and so does a
//! question mark. The languages are those of the trimmer that people usually write to a desk in; any other reopens.

use std::collections::BTreeSet;

use crate::base::Kind;

use super::model::Mail;
use super::trim;

/// Characters of the new text; who writes more says more.
const CHARS: usize = 400;

/// Does the new text say thank you, and nothing else? `names`: whom it may address, as words in lower case.
pub fn is_only_thanks(mail: &Mail, names: &BTreeSet<String>) -> bool {
    let is_letter = mail.kind == Kind::Human && mail.invitation.is_none() && mail.attachments.iter().all(|file| file.inline);
    let text = mail.visible.trim();
    if !is_letter || text.chars().nth(CHARS).is_some() || text.contains(['?', '？', ';', '؟']) {
        return false;
    }
    let sender = mail.from.iter().flat_map(|from| words(&from.name)).collect::<Vec<_>>();
    let named = |word: &str| names.contains(word) || sender.iter().any(|own| own == word);
    let mut thanks = text.chars().any(|c| matches!(c, '👍' | '🙏' | '❤' | '🙌' | '👌'));
    for piece in pieces(text) {
        if is_gratitude(&piece, &named) {
            thanks = true;
        } else if !is_beside(&piece, &named) {
            return false;
        }
    }
    // "It works now." with "Thanks, Ann" under it: the trimmer takes that for a closing.
    thanks || pieces(&mail.signature).take(2).any(|piece| is_gratitude(&piece, &named)) && !text.is_empty()
}

/// What stands between punctuation marks, in lower case.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let is_end = |c: char| !(c.is_alphanumeric() || c == ' ' || c == '\'' || c == '’' || c == '-' || is_part_of_letter(c));
    text.split(is_end)
        .map(|piece| piece.trim_matches([' ', '-', '\'', '’']).to_lowercase().replace('’', "'"))
        .filter(|piece| !piece.is_empty())
}

/// Marks that scripts of Asia write above, below and behind letters.
const fn is_part_of_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{e31}' | '\u{e34}'..='\u{e4e}' | '\u{64b}'..='\u{65f}' | '\u{93c}'..='\u{94d}')
}

fn words(piece: &str) -> impl Iterator<Item = String> {
    piece.split([' ', '\'', '-']).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Words of one language alone, one of which thanks; names may stand among them.
fn is_gratitude(piece: &str, named: &impl Fn(&str) -> bool) -> bool {
    let words: Vec<String> = words(piece).collect();
    let of = |list: &str, word: &str| list.split(' ').any(|one| one == word);
    WHOLE.contains(&piece)
        || TONGUES.iter().any(|(thanks, beside)| {
            words.iter().any(|word| of(thanks, word))
                && words.iter().all(|word| of(thanks, word) || of(beside, word) || named(word))
        })
}

/// What may stand beside thanks without saying anything else: that it works, a wish, a greeting, a name.
fn is_beside(piece: &str, named: &impl Fn(&str) -> bool) -> bool {
    let of = |list: &str, word: &str| list.split(' ').any(|one| one == word);
    let mut words = words(piece).peekable();
    let greets = words.peek().is_some_and(|first| of(GREETINGS, first));
    SATISFIED.contains(&piece)
        || trim::is_closing(piece)
        || words.all(|word| named(&word) || greets && (of(GREETINGS, &word) || of(TITLES, &word)))
}

/// Words that thank, and words that may stand beside them, language by language. None of them can say that something is wrong.
#[rustfmt::skip]
const TONGUES: &[(&str, &str)] = &[
    // English
    ("thanks thank thx thanx tx ty thankyou cheers appreciate appreciated grateful",
     "you u so very much many a lot bunch ton tons million again once more for your the all this that it help helping assistance support answer answers answering reply replies response quick fast prompt speedy swift kind great good excellent friendly patience time effort efforts everything information info update work job service and to of indeed really from us team everyone everybody guys folks kindly i we am are highly greatly"),
    // German
    ("danke dank dankeschön dankesehr bedanke bedanken merci thx",
     "schön sehr vielen herzlichen besten lieben tausend ganz nochmal nochmals noch einmal für die das den der ihre ihren eure euren deine deinen schnelle schnellen rasche raschen prompte hilfe unterstützung antwort rückmeldung info infos information informationen bemühungen mühe geduld auskunft bearbeitung erledigung lösung support und ihnen euch dir an alle alles ich wir möchte möchten mich uns recht so tolle freundliche freundlichen kompetente nette netten"),
    // French
    ("merci remercie remercions remerciements",
     "beaucoup bien infiniment mille encore une fois pour votre vos ton ta tes l d de la le les un grand à vous te tous toute équipe je nous aide réponse rapidité rapide retour intervention assistance support efficacité gentillesse tout et très sincèrement"),
    // Spanish
    ("gracias agradezco agradecemos agradecido agradecida",
     "muchas mil muchísimas de nuevo por su tu la el las los ayuda respuesta rapidez rápida pronta atención apoyo todo todos a ustedes usted vosotros os te les le se lo equipo y tan información gestión muy"),
    // Italian
    ("grazie ringrazio ringraziamo",
     "mille tante molte infinite ancora di nuovo per la il l vostra sua tua vostro suo tuo aiuto risposta rapida veloce celere assistenza supporto cortesia disponibilità gentilezza tutto a tutti voi lei vi ti e"),
    // Portuguese
    ("obrigado obrigada obrigados obrigadas agradeço agradecemos valeu",
     "muito muita mais uma vez novamente pela pelo a o ajuda resposta rápida rapidez atenção apoio suporte tudo por sua vossa tua e todos vocês"),
    // Dutch
    ("bedankt dank dankjewel dankuwel dankje",
     "je u jullie wel hartelijk heel erg veel zeer nogmaals voor de het uw jouw snelle hulp antwoord reactie ondersteuning service moeite alles en ook super vriendelijk vriendelijke"),
    // Swedish
    ("tack tackar", "så mycket stort för hjälpen svaret snabbt snabba svar hjälp support allt igen er din ert ditt den det tusen hemskt jag vi och"),
    // Danish
    ("tak", "mange tusind for hjælpen svaret det hurtige svar hjælp alt igen skal du i have jeg mig og din jeres"),
    // Norwegian
    ("takk", "mange tusen for hjelpen svaret raskt rask raske svar hjelp skal du ha alt igjen så mye og det den"),
    // Finnish
    ("kiitos kiitokset kiitoksia kiitti kiitän", "paljon avusta vastauksesta nopeasta nopea hyvästä palvelusta vielä kerran tuhannesti suuri suuret oikein kovasti teille sinulle kaikille ja"),
    // Polish
    ("dziękuję dziękujemy dzięki podziękowania", "bardzo za pomoc odpowiedź szybką błyskawiczną wsparcie jeszcze raz serdecznie serdeczne pięknie wielkie panu pani państwu wszystko i informację ślicznie"),
    // Czech
    ("děkuji děkuju děkujeme díky", "moc mockrát za pomoc odpověď rychlou rychlé vyřízení ještě jednou vám velmi a všem podporu srdečně informaci hodně"),
    // Slovak
    ("ďakujem ďakujeme vďaka", "veľmi pekne za pomoc odpoveď rýchlu ešte raz vám a krásne"),
    // Hungarian
    ("köszönöm köszönjük köszi kösz köszönet", "szépen nagyon a az segítséget gyors választ segítségüket segítségét válaszát válaszukat mindent még egyszer is és"),
    // Russian
    ("спасибо благодарю благодарим", "большое огромное вам тебе за помощь ответ быстрый оперативный быструю всё все еще ещё раз и поддержку очень содействие оперативность всем ваш вашу"),
    // Ukrainian
    ("дякую дякуємо спасибі", "дуже велике щиро вам за допомогу відповідь швидку ще раз і вашу"),
    // Bulgarian
    ("благодаря мерси", "много ви за помощта отговора бързия още веднъж"),
    // Turkish
    ("teşekkürler teşekkür sağolun sağ", "ederim ederiz çok için yardımınız yardımlarınız hızlı cevabınız dönüşünüz ilginiz size tekrar olun ol"),
    // Romanian
    ("mulțumesc mulţumesc multumesc mulțumim multumim mersi", "mult foarte pentru ajutor ajutorul răspuns răspunsul rapid încă o dată vă din nou și"),
    // Greek
    ("ευχαριστώ ευχαριστούμε", "πολύ πάρα για τη την το βοήθεια απάντηση άμεση σας και πάλι θερμά"),
    // Croatian, Serbian, Slovenian
    ("hvala", "lijepa lepa puno vam na za pomoći pomoč odgovoru brzom hitro još jednom i svima"),
    // Catalan
    ("gràcies", "moltes per l ajuda resposta a tots"),
    // Hebrew, Arabic, Persian
    ("תודה", "רבה לך לכם על העזרה התשובה מאוד"),
    ("شكرا شكراً", "جزيلا جزيلاً لك لكم على مساعدتك المساعدة الرد السريع"),
    ("ممنون متشکرم مرسی سپاس", "خیلی از کمک شما"),
    // Korean
    ("감사합니다 고맙습니다 감사드립니다 감사해요 고마워요", "정말 대단히 너무 빠른 답변 도움 주셔서 도와주셔서 신속한 진심으로 친절한 항상"),
    // Vietnamese, Indonesian
    ("ơn", "cảm xin rất nhiều bạn anh chị đã giúp đỡ"),
    ("kasih", "terima banyak atas bantuan bantuannya jawaban cepat"),
];

/// Where words are not set apart.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "ありがとうございます", "ありがとうございました", "ありがとう", "どうもありがとうございます", "どうもありがとうございました",
    "誠にありがとうございます", "誠にありがとうございました", "ご対応ありがとうございます", "ご対応ありがとうございました",
    "早速のご対応ありがとうございます", "早速のご対応ありがとうございました", "迅速なご対応ありがとうございました",
    "ご返信ありがとうございます", "ご返信ありがとうございました", "ご連絡ありがとうございます", "感謝いたします", "感謝します",
    "谢谢", "谢谢你", "谢谢您", "谢谢了", "多谢", "感谢", "非常感谢", "十分感谢", "太感谢了", "谢谢您的帮助", "谢谢你的帮助", "感谢您的帮助",
    "感谢您的回复", "谢谢您的回复", "谢谢回复", "感谢回复", "非常感谢您的帮助",
    "謝謝", "謝謝你", "謝謝您", "多謝", "感謝", "非常感謝", "感謝您的幫助", "謝謝您的幫助", "謝謝您的回覆", "感謝回覆",
    "ขอบคุณ", "ขอบคุณครับ", "ขอบคุณค่ะ", "ขอบคุณมาก", "ขอบคุณมากครับ", "ขอบคุณมากค่ะ",
    "धन्यवाद", "बहुत धन्यवाद",
];

/// What people say beside their thanks when all is well.
#[rustfmt::skip]
const SATISFIED: &[&str] = &[
    "it works", "it works now", "works now", "now it works", "it works again", "works again", "works fine now", "it is working now",
    "it's working now", "working now", "it's working again", "all good", "all good now", "all fine", "all is well", "that worked",
    "that works", "that did it", "that did the trick", "that helped", "that was it", "that solved it", "that solved the problem",
    "this solved the problem", "this solved my problem", "that fixed it", "problem solved", "the problem is solved", "issue resolved",
    "the issue is resolved", "solved", "resolved", "perfect", "great", "excellent", "awesome", "wonderful", "super", "fantastic",
    "brilliant", "lovely", "cool", "nice", "have a nice day", "have a great day", "have a good day", "have a nice weekend",
    "have a great weekend", "very helpful", "that was quick", "you can close this", "you can close the ticket", "you can close it",
    "please close the ticket", "i have no further questions", "no further questions",
    "funktioniert", "es funktioniert", "funktioniert jetzt", "es funktioniert jetzt", "jetzt funktioniert es", "jetzt geht es",
    "jetzt geht's", "geht jetzt", "es geht jetzt", "es geht wieder", "funktioniert wieder", "es funktioniert wieder", "alles gut", "alles klar",
    "alles bestens", "alles funktioniert", "hat geklappt", "das hat geklappt", "hat funktioniert", "das hat geholfen", "das war's",
    "problem gelöst", "das problem ist gelöst", "gelöst", "erledigt", "hat sich erledigt", "perfekt", "prima", "toll", "klasse",
    "wunderbar", "bestens", "top", "schönen tag noch", "einen schönen tag", "einen schönen tag noch", "schönes wochenende",
    "ein schönes wochenende", "sie können das ticket schließen", "das ticket kann geschlossen werden",
    "ça marche", "ça fonctionne", "cela fonctionne", "tout fonctionne", "c'est réglé", "problème résolu", "le problème est résolu",
    "parfait", "c'est parfait", "génial", "très bien", "bonne journée", "bon week-end", "excellente journée",
    "funciona", "ya funciona", "ahora funciona", "todo bien", "perfecto", "genial", "solucionado", "problema resuelto", "resuelto",
    "excelente", "buen día", "que tenga un buen día", "buen fin de semana",
    "funziona", "ora funziona", "adesso funziona", "tutto ok", "tutto a posto", "risolto", "problema risolto", "perfetto", "ottimo",
    "buona giornata", "buon fine settimana",
    "funcionou", "está funcionando", "agora funciona", "resolvido", "problema resolvido", "perfeito", "ótimo", "tenha um bom dia",
    "bom fim de semana",
    "het werkt", "het werkt nu", "werkt nu", "het werkt weer", "opgelost", "probleem opgelost", "het probleem is opgelost", "fijne dag",
    "fijne dag nog", "fijn weekend",
    "det fungerar", "det fungerar nu", "nu fungerar det", "fungerar nu", "löst", "toppen", "ha en bra dag", "trevlig helg",
    "det virker", "det virker nu", "nu virker det", "løst", "god weekend", "det fungerer", "nå fungerer det", "supert", "flott", "god helg",
    "ha en fin dag",
    "toimii", "nyt toimii", "toimii nyt", "ongelma ratkesi", "hienoa", "loistavaa", "hyvää päivänjatkoa", "mukavaa viikonloppua",
    "działa", "już działa", "wszystko działa", "problem rozwiązany", "świetnie", "miłego dnia", "pozdrawiam",
    "funguje", "už funguje", "vše funguje", "vyřešeno", "perfektní", "hezký den", "pěkný den", "všetko funguje",
    "működik", "már működik", "megoldódott", "szuper", "szép napot", "további szép napot",
    "всё работает", "все работает", "теперь работает", "заработало", "всё заработало", "проблема решена", "решено", "вопрос решён",
    "вопрос решен", "отлично", "хорошего дня", "все працює", "чудово", "гарного дня",
    "çalışıyor", "şimdi çalışıyor", "sorun çözüldü", "çözüldü", "harika", "mükemmel", "iyi günler", "iyi çalışmalar",
    "解決しました", "無事解決しました", "助かりました", "大変助かりました", "とても助かりました",
    "已解决", "问题已解决", "问题解决了", "已經解決", "問題已解決", "잘 됩니다", "해결되었습니다", "해결됐습니다",
];

#[rustfmt::skip]
const GREETINGS: &str = "hi hello hey dear hallo guten tag morgen abend moin servus liebe lieber liebes sehr geehrte geehrter bonjour bonsoir salut cher chère hola buenos buenas días tardes ciao buongiorno salve gentile olá oi bom dia boa tarde hoi beste geachte goedemorgen goedemiddag hej hejsan hei moi cześć dzień dobry witam dobrý den ahoj szia kedves здравствуйте добрый день привет добрий вітаю merhaba sayın γεια שלום";

const TITLES: &str = "mr mrs ms miss dr prof sir madam herr herrn frau monsieur madame señor señora sr sra sig signor signora dhr mevr pan pani team support all everyone zusammen alle tous todos tutti allen";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::OwnMarks;

    fn is(text: &str) -> bool {
        let raw = format!(
            "From: Ann Archer <ann@customer.test>\r\nIn-Reply-To: <a@b>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        );
        let names = ["bob", "brook"].map(str::to_owned).into();
        is_only_thanks(&crate::mail::read(raw.as_bytes(), &OwnMarks::default()), &names)
    }

    #[test]
    fn thank_you_in_many_languages_is_nothing_but_thanks() {
        for text in [
            "Thanks!",
            "Thank you very much, Bob.",
            "Hi Bob,\n\nthanks a lot for your quick help!\n\nAnn",
            "Many thanks :-)",
            "thx 👍",
            "Perfect, that did the trick. Thanks!",
            "It works now.\n\nThanks\nAnn",
            "Great, thank you so much. Have a nice day!",
            "Much appreciated.",
            "👍",
            "You can close the ticket. Thank you!",
            "Vielen Dank!",
            "Danke schön.",
            "Hallo Bob,\n\nherzlichen Dank für die schnelle Hilfe!\n\nViele Grüße\nAnn",
            "Super, funktioniert jetzt. Danke!",
            "Alles klar, danke für die Rückmeldung.",
            "Merci beaucoup !",
            "Bonjour,\n\nmerci pour votre réponse rapide.\n\nBonne journée",
            "Parfait, merci.",
            "¡Muchas gracias!",
            "Gracias por su ayuda.",
            "Perfecto, muchas gracias por todo.",
            "Grazie mille!",
            "Grazie per la risposta.",
            "Muito obrigado!",
            "Obrigada pela ajuda.",
            "Hartelijk bedankt!",
            "Bedankt voor de snelle hulp.",
            "Tack så mycket!",
            "Tack för hjälpen.",
            "Mange tak!",
            "Tak for hjælpen.",
            "Tusen takk!",
            "Takk for hjelpen.",
            "Kiitos paljon!",
            "Kiitos nopeasta vastauksesta.",
            "Dziękuję bardzo za pomoc.",
            "Děkuji moc!",
            "Ďakujem veľmi pekne.",
            "Köszönöm szépen!",
            "Большое спасибо!",
            "Спасибо за помощь. Всё работает.",
            "Дуже дякую!",
            "Çok teşekkürler!",
            "Teşekkür ederim.",
            "Mulțumesc mult!",
            "Ευχαριστώ πολύ!",
            "Hvala lijepa!",
            "תודה רבה!",
            "شكرا جزيلا",
            "ありがとうございました。",
            "解決しました。ありがとうございます。",
            "谢谢您的帮助！",
            "非常感謝",
            "감사합니다.",
            "빠른 답변 감사합니다!",
            "Cảm ơn bạn rất nhiều!",
            "Terima kasih banyak.",
            "ขอบคุณมากครับ",
        ] {
            assert!(is(text), "{text}");
        }
    }

    #[test]
    fn whoever_says_more_than_thanks_is_heard() {
        for text in [
            "Thanks, but it still fails.",
            "Thank you. When will it arrive?",
            "Thanks, I will try it tomorrow.",
            "Thanks for nothing.",
            "No thanks.",
            "Thanks in advance.",
            "Thank you, the second printer burns too.",
            "Thanks. Please call me.",
            "Perfect.",
            "It works now.",
            "OK",
            "Yes",
            "Thanks Bob, one more question: where is the manual",
            "Thanks. Help",
            "thanks 12345",
            "Danke, aber es geht immer noch nicht.",
            "Vielen Dank im Voraus.",
            "Danke. Der Drucker brennt wieder.",
            "Danke, leider nein.",
            "Nein danke",
            "Danke für die Antwort, ich melde mich.",
            "Danke, funktioniert nicht.",
            "Merci, mais ça ne marche pas.",
            "Merci de me rappeler.",
            "Gracias, pero no funciona.",
            "Gracias. ¿Cuándo llega?",
            "Grazie, ma non funziona.",
            "Obrigado, mas ainda não funciona.",
            "Bedankt, maar het werkt niet.",
            "Tack, men det fungerar inte.",
            "Tak, men det virker ikke.",
            "Takk, men det virker ikke.",
            "Kiitos, mutta ei toimi.",
            "Dziękuję, ale nie działa.",
            "Děkuji, ale nefunguje to.",
            "Köszönöm, de nem működik.",
            "Спасибо, но не работает.",
            "Дякую, але не працює.",
            "Teşekkürler, ama çalışmıyor.",
            "Mulțumesc, dar nu merge.",
            "ありがとうございます。まだ動きません。",
            "谢谢，还是不行。",
            "감사합니다. 아직 안 됩니다.",
            "תודה, אבל זה לא עובד",
            "شكرا لكن لا يعمل",
            "",
            "Ann",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
